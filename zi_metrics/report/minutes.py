"""The minutes as a skeleton: what the data says of each area, and blanks for what is decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from zi_metrics.labels import figures as label
from zi_metrics.labels import meeting as meeting_text
from zi_metrics.labels import memo as memo_text
from zi_metrics.labels import minutes as text
from zi_metrics.labels.numbers import count
from zi_metrics.lke import Area
from zi_metrics.metrics.change_selection import counts, to_explain
from zi_metrics.metrics.changes import ChangeKind, ItemKind
from zi_metrics.metrics.overdue import OverdueKind
from zi_metrics.report.decisions import decisions
from zi_metrics.report.deck_texts import headlines
from zi_metrics.report.figure_texts import figure_texts
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.memo_entries import late_entry, late_section
from zi_metrics.report.message import cell
from zi_metrics.report.minutes_parts import MOST_ITEMS, blanks, listed
from zi_metrics.report.minutes_readiness import readiness_lines
from zi_metrics.tables.columns import TABLES
from zi_metrics.tables.records import records


def minutes(meeting: Meeting) -> str:
    """The whole skeleton, in the order of the deck."""
    late = list(records(meeting.late))
    chapters = [
        _head(meeting),
        [text.WHOLE, *_position(meeting, None), *_changes(meeting, _all(meeting)), *blanks()],
        *(_area(meeting, area, late) for area in meeting.areas),
        _monev(meeting, late),
        _spip(meeting, late),
        [*readiness_lines(meeting), *blanks()],
        [text.AGENDA, *_agenda(meeting)],
        [text.CLOSING, *text.CLOSING_LINES],
    ]
    return "\n\n".join("\n".join(lines) for lines in chapters) + "\n"


def _head(meeting: Meeting) -> list[str]:
    since = meeting.before and meeting_text.since(meeting.before.as_of, meeting.last_meeting)
    return [
        *filter(None, [meeting.badge.upper()]),
        text.TITLE,
        f"{meeting_text.UNIT}: {cell(meeting.unit)}",
        *text.place_and_time(meeting.snapshot.settings.meeting_on),
        "",
        meeting.stamp,
        text.compared_with(since) if since else text.NO_EARLIER,
        "",
        text.ATTENDANCE,
        *text.attendance([area.short_name for area in meeting.areas]),
    ]


def _area(meeting: Meeting, area: Area, late: Sequence[Any]) -> list[str]:
    rows = _all(meeting)
    inside = None if rows is None else rows[rows["area_no"] == area.number]
    return [
        text.of_area(area.number, area.name),
        *_position(meeting, area),
        *_changes(meeting, inside),
        *_worse(inside),
        *_late_in(meeting, area, [row for row in late if row.area_no == area.number]),
        *blanks(),
    ]


def _position(meeting: Meeting, area: Area | None) -> Iterator[str]:
    """The four headlines with their counts and, in brackets, their change."""
    point = meeting.before
    if area is None:
        now, items, before = meeting.total, meeting.items, point.total if point else None
    else:
        now, items = meeting.by_area[area.number], meeting.items_by_area[area.number]
        before = point.areas[area.number] if point else None
    words = figure_texts(now, items)
    told = (words.weighted, words.indicators, words.follow_up, words.spip_submitted)
    yield text.subject(text.POSITION)
    for headline, said in zip(headlines(now, items, before), told, strict=True):
        yield text.figure(headline.name, said, headline.change)


def _all(meeting: Meeting) -> pd.DataFrame | None:
    return None if meeting.changes is None else meeting.changes.items


def _changes(meeting: Meeting, rows: pd.DataFrame | None) -> Iterator[str]:
    """How many items of each sort changed, kind by kind; rows: of `Changes.items`."""
    if rows is None:
        return  # said at the head
    yield text.subject(meeting_text.changes(meeting.since))
    counted = counts(rows)
    if not counted:
        yield f"- {text.NOTHING_CHANGED}"
    for kind in ChangeKind:
        if told := [(item, number) for (name, item), number in counted.items() if name == kind]:
            yield text.counted(str(kind), told)
    unreadable = meeting.changes.unreadable if meeting.changes else ()
    yield from (
        f"- {memo_text.not_included(spec.tab)}" for spec in TABLES if spec.name in unreadable
    )


def _worse(rows: pd.DataFrame | None) -> Iterator[str]:
    """What somebody has to explain, item by item; rows: of `Changes.items`."""
    if rows is None:
        return
    wrong = to_explain(rows)
    if wrong.empty:
        return
    yield text.heading(text.WORSE, len(wrong))
    for row in records(wrong.head(MOST_ITEMS)):
        title = cell(row.title or meeting_text.NO_TITLE)
        known = [f"{row.kind.capitalize()}: {title}", row.code and cell(row.code)]
        yield f"- {memo_text.details([*known, row.pic and cell(row.pic)])}"
    if len(wrong) > MOST_ITEMS:
        yield memo_text.others(len(wrong) - MOST_ITEMS)


def _late_in(meeting: Meeting, area: Area, late: Sequence[Any]) -> Iterator[str]:
    """What is late in an area, or why there is nothing to list."""
    section = late_section(meeting, meeting.items_by_area[area.number], late)
    yield from listed(text.LATE, section.entries)
    if section.note:
        yield from [] if late else [text.subject(text.LATE)]
        yield f"- {section.note}"


def _monev(meeting: Meeting, late: Sequence[Any]) -> list[str]:
    now, words = meeting.total.follow_up, figure_texts(meeting.total, meeting.items)
    known = [
        (label.FOLLOW_UP, words.follow_up),
        (label.OVERDUE, count(now.overdue_count)),
        (label.REPEATED, count(now.repeated_count)),
    ]
    told = known if len(meeting.items.follow_ups) else known[:1]
    placeless = [late_entry(meeting, row, with_pic=True) for row in late if row.area_no is None]
    return [
        text.MONEV,
        text.subject(text.POSITION),
        *(text.figure(name, said, "") for name, said in told),
        *_changes(meeting, _of(meeting, ItemKind.RECOMMENDATION)),
        *listed(text.LATE_WITHOUT_AREA, placeless),
        *blanks(),
    ]


def _spip(meeting: Meeting, late: Sequence[Any]) -> list[str]:
    words = figure_texts(meeting.total, meeting.items)
    missing = [row for row in late if row.kind == OverdueKind.SPIP_REPORT]
    return [
        text.SPIP,
        text.subject(text.POSITION),
        text.figure(label.SPIP_SUBMITTED, words.spip_submitted, ""),
        text.figure(label.SPIP_ON_TIME, words.spip_on_time, ""),
        *_changes(meeting, _of(meeting, ItemKind.SPIP_REPORT)),
        *listed(text.LATE, [late_entry(meeting, row, with_pic=False) for row in missing]),
        *blanks(),
    ]


def _of(meeting: Meeting, item: ItemKind) -> pd.DataFrame | None:
    rows = _all(meeting)
    return None if rows is None else rows[rows["item"] == item]


def _agenda(meeting: Meeting) -> Iterator[str]:
    """The decisions the data asks for, each with room for what became of it."""
    found = decisions(meeting)
    if not found:
        yield text.NO_AGENDA
    for number, sentence in enumerate(found, 1):
        yield from text.proposed(number, sentence)
