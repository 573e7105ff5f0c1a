"""The entries of a memo: one item of the data each, and the sections they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from zi_metrics.labels import meeting as meeting_text
from zi_metrics.labels import memo as text
from zi_metrics.metrics.overdue import TABLES_WITH_DUE_DATES
from zi_metrics.metrics.summary import Items
from zi_metrics.metrics.work import Rows
from zi_metrics.names import Names
from zi_metrics.report.figure_texts import nothing_late
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.message import Section, cell, links
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.spec import TableSpec

LONGEST_NAME = 60
"""Of a PIC."""


def late_pic(row: Any) -> str:
    """How much of one PIC is late; row: of `late_by_pic`."""
    return text.late_of_pic(name_of(row.pic), row.total_count, row.longest_days)


def name_of(pic: str | None) -> str:
    """A PIC as memos name it."""
    return cell(pic, LONGEST_NAME) if pic else text.NOBODY


def late_section(meeting: Meeting, items: Items, late: Rows) -> Section:
    """What is late, longest late first; late: records of `overdue_items` of these items."""
    entries = [late_entry(meeting, row, with_pic=True) for row in late]
    note = " ".join(lost(items, TABLES_WITH_DUE_DATES))
    return Section(text.LATE, entries, note or ("" if entries else nothing_late(items)))


def lost(items: Items, tables: Iterable[TableSpec]) -> list[str]:
    """Of each table that could not be read, that it is not included."""
    return [text.not_included(spec.tab) for spec in tables if spec.name in items.unreadable]


def late_entry(meeting: Meeting, row: Any, *, with_pic: bool) -> str:
    """One late item with its links; row: of `overdue_items`."""
    areas = {area.number: area.short_name for area in meeting.areas}
    known = [
        cell(row.title or meeting_text.NO_TITLE),
        cell(row.code) if row.code else text.of_kind(row.kind, areas.get(row.area_no)),
        name_of(row.pic) if with_pic and row.pic else None,
        text.late(row.due_on, row.days_late),
    ]
    return _entry(known, row.url, meeting.names)


def waiting_entry(row: Any, title: str | None, names: Names) -> str:
    """One open item that is not late, with its links; row: a document or a recommendation."""
    due = None if row.due_on is None else row.due_on.date()
    known = [
        cell(title or meeting_text.NO_TITLE),
        row.code and cell(row.code),
        row.state,
        text.due(due),
    ]
    return _entry(known, row.url, names)


def _entry(known: Iterable[str | None], url: str | None, names: Names) -> str:
    return "\n".join([f"- {text.details(known)}", *links(url, names)])


def bare_entry(row: Any) -> str:
    """One indicator without documents."""
    return f"- {text.details([cell(row.question), row.code])}"


def gaps_section(items: Items, gaps: Rows) -> Section:
    """Indicators that miss documents; gaps: records of `heaviest_gaps` of these items."""
    if EVIDENCE.name in items.unreadable:
        return Section(text.MISSING, [], text.not_included(EVIDENCE.tab))
    entries = [f"- {text.details(_of_gap(row))}" for row in gaps]
    return Section(text.MISSING, entries, "" if entries else text.NO_GAPS)


def of_question(row: Any, *known: str | None, with_pic: bool) -> str:
    """One indicator; row: of `Readiness.items`; known: what else is said of it."""
    pic = name_of(row.pic) if with_pic and row.pic else None
    return f"- {text.details([cell(row.question), row.code, *known, pic])}"


def _of_gap(row: Any) -> list[str | None]:
    documents = text.documents(row.complete_count, row.required_count)
    return [cell(row.question), row.code, documents, name_of(row.pic) if row.pic else None]
