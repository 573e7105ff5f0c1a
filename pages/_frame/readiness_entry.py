"""What a unit and its agency must have before a proposal: a checklist, filled in Pengaturan."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages._frame import markup
from zi_metrics.labels import readiness_lists as text
from zi_metrics.labels.lke import REQUIREMENTS, at_least
from zi_metrics.labels.numbers import NO_FIGURE
from zi_metrics.lke.predicates import Predicate, Standing
from zi_metrics.metrics.readiness import EntryCheck, entry_checks
from zi_metrics.tables.book import SETTINGS_TABLE, Book
from zi_metrics.tables.snapshot import Snapshot

_LOOK = markup.Look(classes="zi-entry")


def show(snapshot: Snapshot, target: Predicate) -> None:
    """The requirements of a predicate, the unit's beside the agency's."""
    checks = entry_checks(snapshot, target)
    st.header(text.entry_title(target), anchor=False)
    met = sum(each.standing is Standing.MET for each in checks)
    blank = sum(each.standing is Standing.UNKNOWN for each in checks)
    st.html(
        markup.tag(
            "p",
            text.entry_today(target, met, blank, len(checks)),
            *_opened(snapshot.provenance.book),
            class_="zi-small",
        )
    )
    unit, agency = st.columns(2, gap="large")
    with unit:
        _table(text.OF_UNIT, [each for each in checks if not each.requirement.is_of_agency], target)
    with agency:
        _table(text.OF_AGENCY, [each for each in checks if each.requirement.is_of_agency], target)


def _opened(book: Book) -> list[object]:
    """A link to the tab, where it has an address."""
    titles = [tab.title for tab in book.tabs if tab.table == SETTINGS_TABLE]
    addresses = [book.link(f"{title}!A1") for title in titles]
    return [
        part
        for address in addresses[:1]
        if address
        for part in (" ", markup.link(address, text.OPEN_SETTINGS))
    ]


def _asked(check: EntryCheck, target: Predicate) -> str:
    needed = check.requirement.needed(target)
    return at_least(needed) if check.requirement.levels else needed


def _table(title: str, checks: Sequence[EntryCheck], target: Predicate) -> None:
    headers = (title, *text.ENTRY_HEADERS)
    rows = [
        [
            REQUIREMENTS[each.requirement.key],
            _asked(each, target),
            each.entered or NO_FIGURE,
            markup.state(each.standing),
        ]
        for each in checks
    ]
    st.html(markup.table(headers, rows, caption=title, look=_LOOK))
