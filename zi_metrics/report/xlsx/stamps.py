"""The lines above the tables: whose figures these are, as of when, and how to read the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from zi_metrics.labels import meeting as words
from zi_metrics.labels import xlsx as text
from zi_metrics.labels.numbers import clock, short_digest
from zi_metrics.report.figure_texts import figure_texts, nothing_late
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.xlsx.plan import Fact, Look, Value


def heading(meeting: Meeting, sheet: str) -> list[Fact]:
    """Title and unit; of the sample that it is one."""
    badge = [Fact(meeting.badge, look=Look.BADGE)] if meeting.badge else []
    return [Fact(text.heading(sheet, meeting.unit), look=Look.HEADING), *badge]


def summary_facts(meeting: Meeting, check: Value) -> list[Fact]:
    """Everything known of the data, each fact in a line of its own; check: the last of them."""
    provenance, before = meeting.snapshot.provenance, meeting.before_on
    names = words.NAMES_SHOWN if meeting.shows_names else words.NAMES_HIDDEN
    since = text.NO_COMPARISON if before is None else words.since(before, meeting.last_meeting)
    return [
        *heading(meeting, text.SUMMARY),
        Fact(words.UNIT, meeting.unit),
        Fact(words.SOURCE, meeting.source),
        Fact(words.AS_OF, meeting.items.as_of),
        Fact(words.READ, clock(provenance.read_at)),
        Fact(text.FILTER, f"{words.NO_FILTER} · {names}"),
        Fact(words.DIGEST, short_digest(provenance.digest)),
        Fact(words.SINCE, since),
        Fact(text.CHECKED, check),
        *map(Fact, text.SUMMARY_HINT),
    ]


def as_of_row(facts: Sequence[Fact]) -> int:
    """Number of the row that holds the as-of date."""
    return [fact.name for fact in facts].index(words.AS_OF) + 1


def item_facts(meeting: Meeting, documents: pd.DataFrame) -> dict[str, list[Fact]]:
    """The lines above each table of items, by sheet; without rows they say why."""
    items, told = meeting.items, figure_texts(meeting.total, meeting.items)
    lost = int((~documents["is_counted"].astype(bool)).sum())
    listed = {
        text.INDICATORS: (text.FORMULAS_HINT, items.indicators, told.indicators),
        text.EVIDENCE: (text.ITEMS_HINT, documents, told.evidence),
        text.MONEV: (text.ITEMS_HINT, items.follow_ups, told.follow_up),
        text.SPIP: (text.ITEMS_HINT, items.spip, told.spip_submitted),
    }
    facts = {
        sheet: [*sheet_facts(meeting, sheet, hint), *_why_empty(sheet, rows, why)]
        for sheet, (hint, rows, why) in listed.items()
    }
    facts[text.EVIDENCE] += [Fact(text.uncounted(lost))] if lost else []
    return facts


def overdue_facts(meeting: Meeting) -> list[Fact]:
    """The lines above the list of late items."""
    facts = sheet_facts(meeting, text.OVERDUE, text.OVERDUE_HINT)
    return facts if len(meeting.late) else [*facts, Fact(nothing_late(meeting.items))]


def sheet_facts(meeting: Meeting, sheet: str, hint: tuple[str, ...] = ()) -> list[Fact]:
    """Title, stamp and hints."""
    return [*heading(meeting, sheet), Fact(meeting.stamp), *map(Fact, hint)]


def _why_empty(sheet: str, rows: pd.DataFrame, why: str) -> Iterator[Fact]:
    if rows.empty:
        yield Fact(text.only_of(sheet, why))
