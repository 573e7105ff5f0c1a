"""The monev recommendations of one area, to be read rather than searched."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages._frame import markup, notices, tables, visitors
from zi_metrics.labels import screen
from zi_metrics.labels.numbers import NO_FIGURE
from zi_metrics.metrics.follow_up import most_urgent_first
from zi_metrics.metrics.summary import Items
from zi_metrics.report.listing import follow_up_listing
from zi_metrics.tables.book import Book
from zi_metrics.tables.columns import RECOMMENDATIONS
from zi_metrics.tables.records import records
from zi_metrics.tables.snapshot import Snapshot

LOOK = markup.Look(classes="zi-fixed zi-recommendations")
_HEADERS = ("Rekomendasi", "Periode", "Keadaan", "Tindak lanjut", "Tenggat", "PIC", "Tautan")

_WORDS = ("Tindak lanjut",)
"""What of it is words alone, and so not for visitors."""


def section(items: Items, snapshot: Snapshot, *, unit_has_some: bool) -> None:
    """The recommendations among the items, the most urgent first, and their download."""
    st.header(screen.MONEV, anchor=False)
    if items.follow_ups.empty:
        empty = screen.EMPTY_MONEV_AREA if unit_has_some else screen.EMPTY_MONEV
        notices.no_rows(RECOMMENDATIONS, items.unreadable, empty)
        return
    ordered = most_urgent_first(items.follow_ups)
    book, told = snapshot.provenance.book, not snapshot.is_withheld
    body = [_row(row, book, has_words=told) for row in records(ordered)]
    title = screen.RECOMMENDATIONS
    if told:
        st.html(markup.table(_HEADERS, body, caption=title, look=LOOK))
    else:
        st.html(visitors.table_without(_HEADERS, body, caption=title, look=LOOK, more=_WORDS))
    tables.download("monev-area", follow_up_listing(ordered, snapshot.catalogue))


def _row(row: Any, book: Book, *, has_words: bool) -> list[object]:
    found = [markup.tag("div", _or_dash(row.finding), class_="zi-small zi-quiet")]
    name = markup.item_name(row.recommendation, row.period)
    return [
        markup.tag(
            "div",
            _or_dash(row.recommendation),
            *(found if has_words else []),
            *([markup.badge(screen.REPEATED)] if row.is_repeated else []),
            class_="zi-break",
        ),
        _or_dash(row.period),
        markup.tag(
            "div",
            markup.state(row.state),
            *markup.unrecognised(row.status, row.state),
            *markup.carried(row.carried),
        ),
        markup.tag("div", _or_dash(row.follow_up), *_reason(row.reason), class_="zi-break"),
        markup.due(row.due_on, row.days_late),
        _or_dash(row.pic),
        markup.tag(
            "div",
            markup.document_links(row.url, row.link_state, name),
            *markup.cell_below(row.origin, book, name),
        ),
    ]


def _or_dash(cell: object) -> object:
    return NO_FIGURE if cell is None else cell


def _reason(reason: object) -> list[markup.Markup]:
    return [] if reason is None else [markup.tag("div", reason, class_="zi-small zi-quiet")]
