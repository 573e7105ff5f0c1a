"""Memos as plain text: one for the unit, one for each area and one for each PIC."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from zi_metrics.labels import figures as label
from zi_metrics.labels import meeting as meeting_text
from zi_metrics.labels import memo as text
from zi_metrics.lke import Area
from zi_metrics.matching import folded
from zi_metrics.metrics.completeness import heaviest_gaps
from zi_metrics.metrics.overdue import (
    TABLES_WITH_DUE_DATES,
    has_due_dates,
    late_by_pic,
    overdue_items,
)
from zi_metrics.metrics.summary import Figures, Items
from zi_metrics.metrics.work import Work, work_by_pic
from zi_metrics.names import Names
from zi_metrics.report.figure_texts import figure_texts
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.message import Section, cell, links, message
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.records import records

LONGEST_NAME = 60
"""Of a PIC."""


@dataclass(frozen=True)
class Memo:
    """One message: what it is about, as a title and as part of a file name, and its text."""

    title: str
    file_part: str
    text: str


def memos(meeting: Meeting) -> list[Memo]:
    """That of the unit, those of the areas, those of the PICs who have anything; in this order."""
    people = [work for work in work_by_pic(meeting.items) if work.pic or work.open_count]
    told = [_of_pic(meeting, work) for work in people]
    return [_of_unit(meeting), *(_of_area(meeting, area) for area in meeting.areas), *_apart(told)]


def _of_unit(meeting: Meeting) -> Memo:
    items, by_area = meeting.items, meeting.by_area
    areas = [_area_line(area, by_area[area.number], items) for area in meeting.areas]
    people = [
        text.late_of_pic(
            cell(row.pic, LONGEST_NAME) if row.pic else text.NOBODY,
            row.total_count,
            row.longest_days,
        )
        for row in records(late_by_pic(meeting.late))
    ]
    sections = [
        Section(text.AREAS, areas),
        Section(text.LATE_BY_PIC, people, "" if people else _nothing_late(items)),
        _late(meeting, items, title=text.LONGEST_LATE),
        _gaps(items),
    ]
    figures = _figures(meeting.total, items)
    return Memo(
        text.OF_UNIT, "unit", _message(meeting, text.OF_UNIT, figures, [s for s in sections if s])
    )


def _of_area(meeting: Meeting, area: Area) -> Memo:
    items = meeting.items.of_area(area.number)
    title = text.of_area(area.number, area.name)
    figures = _figures(meeting.by_area[area.number], items)
    told = _message(meeting, title, figures, [_late(meeting, items), _gaps(items)])
    return Memo(title, f"area-{area.number}-{area.slug}", told)


def _of_pic(meeting: Meeting, work: Work) -> Memo:
    name = cell(work.pic, LONGEST_NAME) if work.pic else text.NOBODY
    figures = [
        text.figure(label.EVIDENCE_COMPLETE, label.ratio(work.evidence, text.NONE_REQUIRED)),
        text.figure(label.FOLLOW_UP, label.ratio(work.follow_up, text.NONE_REQUIRED)),
    ]
    waiting = _waiting(meeting.names)
    sections = [
        Section(text.LATE, [_late_entry(row, meeting.names) for row in records(work.late)]),
        Section(text.OPEN_DOCUMENTS, [waiting(row, row.title) for row in records(work.documents)]),
        Section(
            text.OPEN_RECOMMENDATIONS,
            [waiting(row, row.recommendation) for row in records(work.recommendations)],
        ),
        Section(text.WITHOUT_EVIDENCE, [_bare_entry(row) for row in records(work.bare)]),
    ]
    filled = [section for section in sections if section.entries]
    lost = [text.not_included(s.tab) for s in TABLES_WITH_DUE_DATES[:2] if s.name in meeting.items.unreadable]
    notes = lost or ([] if filled else [text.NO_WORK])
    title = text.of_pic(name) if work.pic else name
    told = _message(meeting, title, [*figures, *notes], filled)
    return Memo(title, f"pic-{_file_part(name)}", told)


def _message(meeting: Meeting, title: str, figures: list[str], sections: list[Section]) -> str:
    head = [
        meeting.badge.upper(),
        f"Zona Integritas – {cell(meeting.unit)}",
        title,
        text.meeting_on(meeting.snapshot.settings.meeting_on),
    ]
    return message([*filter(None, head), "", *figures], sections, [meeting.stamp])


def _figures(now: Figures, items: Items) -> list[str]:
    words = figure_texts(now, items)
    named = (
        (f"{label.WEIGHTED} (poin LKE)", words.weighted),
        (label.INDICATORS_COMPLETE, words.indicators),
        (label.EVIDENCE_COMPLETE, words.evidence),
        (label.VERIFICATION, words.verification),
        (label.FOLLOW_UP, words.follow_up),
        (label.SPIP_SUBMITTED, words.spip_submitted),
        (label.SPIP_ON_TIME, words.spip_on_time),
    )
    return [text.figure(name, said) for name, said in named]


def _area_line(area: Area, now: Figures, items: Items) -> str:
    words = figure_texts(now, items)
    return text.of_areas(area.number, area.short_name, words.weighted, words.indicators)


def _late(meeting: Meeting, items: Items, title: str = text.LATE) -> Section:
    late = overdue_items(items)
    entries = [_late_entry(row, meeting.names, with_pic=True) for row in records(late)]
    lost = [spec.tab for spec in TABLES_WITH_DUE_DATES if spec.name in items.unreadable]
    note = " ".join(map(text.not_included, lost))
    return Section(title, entries, note or ("" if entries else _nothing_late(items)))


def _nothing_late(items: Items) -> str:
    return text.NOTHING_LATE if has_due_dates(items) else text.NO_DUE_DATES


def _late_entry(row: Any, names: Names, *, with_pic: bool = False) -> str:
    known = [
        cell(row.title or meeting_text.NO_TITLE),
        row.code or row.kind,
        cell(row.pic, LONGEST_NAME) if with_pic and row.pic else None,
        text.late(row.due_on, row.days_late),
    ]
    return "\n".join([f"- {text.details(known)}", *links(row.url, names)])


def _waiting(names: Names) -> Callable[[Any, str | None], str]:
    def entry(row: Any, title: str | None) -> str:
        due = None if row.due_on is None else row.due_on.date()
        known = [cell(title or meeting_text.NO_TITLE), row.code, row.state, text.due(due)]
        return "\n".join([f"- {text.details(known)}", *links(row.url, names)])

    return entry


def _bare_entry(row: Any) -> str:
    return f"- {text.details([cell(row.question), row.code])}"


def _gaps(items: Items) -> Section:
    if EVIDENCE.name in items.unreadable:
        return Section(text.MISSING, [], text.not_included(EVIDENCE.tab))
    gaps: pd.DataFrame = heaviest_gaps(items.indicators)
    entries = [
        f"- {text.details([cell(row.question), row.code, _documents(row), _pic(row)])}"
        for row in records(gaps)
    ]
    return Section(text.MISSING, entries, "" if entries else text.NO_GAPS)


def _documents(row: Any) -> str:
    return text.documents(row.complete_count, row.required_count)


def _pic(row: Any) -> str | None:
    return cell(row.pic, LONGEST_NAME) if row.pic else None


def _file_part(name: str) -> str:
    """Letters and digits of a name; what a file system may not hold becomes a dash."""
    marks = "".join(mark if mark.isascii() and mark.isalnum() else " " for mark in folded(name))
    return "-".join(marks.split())[:LONGEST_NAME] or "lain"


def _apart(told: list[Memo]) -> Iterator[Memo]:
    """The memos with file names that differ, for names of PICs may differ in their signs only."""
    seen: dict[str, int] = {}
    for memo in told:
        number = seen[memo.file_part] = seen.get(memo.file_part, 0) + 1
        part = memo.file_part if number == 1 else f"{memo.file_part}-{number}"
        yield Memo(memo.title, part, memo.text)
