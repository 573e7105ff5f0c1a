"""Memos as plain text: one for the unit, one for each area and one for each PIC."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from zi_metrics.labels import figures as label
from zi_metrics.labels import memo as text
from zi_metrics.labels import shortest_way
from zi_metrics.labels.readiness_meeting import POSITION
from zi_metrics.lke import Area
from zi_metrics.matching import folded
from zi_metrics.metrics.completeness import heaviest_gaps
from zi_metrics.metrics.overdue import late_by_pic
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.metrics.summary import Figures, Items
from zi_metrics.metrics.work import Rows, Work, work_by_pic
from zi_metrics.report.figure_texts import figure_texts, nothing_late
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.memo_entries import (
    LONGEST_NAME,
    bare_entry,
    gaps_section,
    late_entry,
    late_pic,
    late_section,
    lost,
    name_of,
    waiting_entry,
)
from zi_metrics.report.memo_readiness import Asked, asked
from zi_metrics.report.message import Section, cell, message
from zi_metrics.report.position_texts import not_told, position_short
from zi_metrics.report.readiness_texts import way
from zi_metrics.tables.columns import EVIDENCE, RECOMMENDATIONS
from zi_metrics.tables.records import records


@dataclass(frozen=True)
class Memo:
    """One message: what it is about, as a title and as part of a file name, and its text."""

    title: str
    file_part: str
    text: str


def memos(meeting: Meeting) -> list[Memo]:
    """That of the unit, those of the areas, those of the PICs who have anything; in this order."""
    late = list(records(meeting.late))
    gaps = list(records(heaviest_gaps(meeting.items.indicators)))
    wanted = asked(meeting)
    people = [_of_pic(meeting, work, wanted.of_pic(work.pic)) for work in _works(meeting, wanted)]
    areas = [
        _of_area(
            meeting,
            area,
            [
                late_section(meeting, meeting.items_by_area[area.number], _inside(late, area)),
                gaps_section(meeting.items_by_area[area.number], _inside(gaps, area)),
                *wanted.of_area(area.number),
            ],
        )
        for area in meeting.areas
    ]
    return [_of_unit(meeting, late, gaps), *areas, *_apart(people)]


def _works(meeting: Meeting, wanted: Asked) -> list[Work]:
    """Also of those who have nothing but an answer to see to; not of nobody without anything."""
    works = [
        work
        for work in work_by_pic(meeting.items, meeting.late)
        if work.pic or work.open_count or None in wanted.pics
    ]
    others = wanted.pics - {work.pic for work in works}
    nothing = Work(None, Ratio(0, 0), Ratio(0, 0), [], [], [], [])
    every = [*works, *(replace(nothing, pic=pic) for pic in others)]
    return sorted(every, key=lambda work: (work.pic is None, (work.pic or "").casefold()))


def _inside(rows: Rows, area: Area) -> Rows:
    return [row for row in rows if row.area_no == area.number]


def _of_unit(meeting: Meeting, late: Rows, gaps: Rows) -> Memo:
    areas = [_area_line(meeting, area) for area in meeting.areas]
    people = [late_pic(row) for row in records(late_by_pic(meeting.late))]
    sections = [
        Section(text.AREAS, areas, is_counted=False),
        Section(text.LATE_BY_PIC, people, "" if people else nothing_late(meeting.items)),
        late_section(meeting, meeting.items, late),
        gaps_section(meeting.items, gaps),
    ]
    figures = [*_figures(meeting.total, meeting.items), *_score(meeting)]
    told = _message(meeting, text.OF_UNIT, figures, sections)
    return Memo(text.OF_UNIT, "unit", told)


def _score(meeting: Meeting) -> Iterator[str]:
    """Points of the worksheet and the way to the target, where any can be told."""
    told = meeting.readiness
    if not not_told(told):
        yield text.figure(POSITION, position_short(told))
    if told.has_way:
        yield text.figure(shortest_way.title(told.target), way(meeting.plan))


def _of_area(meeting: Meeting, area: Area, sections: list[Section]) -> Memo:
    items = meeting.items_by_area[area.number]
    title = text.of_area(area.number, area.name)
    told = _message(meeting, title, _figures(meeting.by_area[area.number], items), sections)
    return Memo(title, f"area-{area.number}-{area.slug}", told)


def _of_pic(meeting: Meeting, work: Work, asked_for: list[Section]) -> Memo:
    name, names = name_of(work.pic), meeting.names
    figures = [
        text.figure(name, label.ratio(ratio, ""))
        for name, ratio in (
            (label.EVIDENCE_COMPLETE, work.evidence),
            (label.FOLLOW_UP, work.follow_up),
        )
        if ratio.denominator
    ]
    documents = [waiting_entry(row, row.title, names) for row in work.documents]
    wanted = [waiting_entry(row, row.recommendation, names) for row in work.recommendations]
    sections = [
        Section(text.LATE, [late_entry(meeting, row, with_pic=False) for row in work.late]),
        Section(text.OPEN_DOCUMENTS, documents),
        Section(text.OPEN_RECOMMENDATIONS, wanted),
        Section(text.WITHOUT_EVIDENCE, [bare_entry(row) for row in work.bare]),
        *asked_for,
    ]
    notes = [*lost(meeting.items, (EVIDENCE, RECOMMENDATIONS))]
    if not work.open_count and not asked_for and not notes:
        notes.append(text.NO_WORK)
    title = text.of_pic(name) if work.pic else name
    told = _message(meeting, title, [*figures, *notes], [s for s in sections if s.entries])
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


def _area_line(meeting: Meeting, area: Area) -> str:
    words = figure_texts(meeting.by_area[area.number], meeting.items)
    return text.of_areas(area.number, area.short_name, words.weighted, words.indicators)


def _file_part(name: str) -> str:
    """Letters and digits of a name; what a file system may not hold becomes a dash."""
    marks = "".join(mark if mark.isascii() and mark.isalnum() else " " for mark in folded(name))
    return "-".join(marks.split())[:LONGEST_NAME] or "lain"


def _apart(told: list[Memo]) -> Iterator[Memo]:
    """The memos with file names that differ, for names of PICs may differ in their signs only."""
    seen: dict[str, int] = {}
    taken: set[str] = set()
    for memo in told:
        part = memo.file_part
        while part in taken:
            number = seen[memo.file_part] = seen.get(memo.file_part, 1) + 1
            part = f"{memo.file_part}-{number}"
        taken.add(part)
        yield Memo(memo.title, part, memo.text)
