"""Slides on what is followed up: monev, SPIP, what changed, what is late and whose it is."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from zi_metrics.charts.follow_up import follow_up_by_area
from zi_metrics.labels import figures as label
from zi_metrics.labels import meeting as text
from zi_metrics.labels import screen
from zi_metrics.labels.numbers import count
from zi_metrics.metrics.change_selection import counts, to_explain
from zi_metrics.metrics.changes import ChangeKind, Changes, ItemKind
from zi_metrics.metrics.follow_up import follow_up
from zi_metrics.metrics.overdue import (
    TABLES_WITH_DUE_DATES,
    OverdueKind,
    late_by_pic,
)
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.metrics.spip import QUARTERS, SpipFigures, SpipState
from zi_metrics.metrics.summary import Items
from zi_metrics.periods import ROMAN
from zi_metrics.report.deck_areas import late_lines
from zi_metrics.report.deck_texts import detail_of, headline, headlines, title_of
from zi_metrics.report.figure_texts import figure_texts, nothing_late
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.plain import plain, shortened
from zi_metrics.report.slides import Bars, Column, Headline, Line, Lines, Matrix, Slide, Table
from zi_metrics.tables.columns import RECOMMENDATIONS, SPIP_REPORTS
from zi_metrics.tables.records import records
from zi_metrics.tables.spec import TableSpec

MOST_PEOPLE = 7
LONGEST_PIC = 40
MOST_CHANGES = 3
SPIP_RATIOS: tuple[tuple[str, Callable[[SpipFigures], Ratio]], ...] = (
    (label.SPIP_SUBMITTED, lambda spip: spip.submitted),
    (label.SPIP_ON_TIME, lambda spip: spip.on_time),
    (label.RTP, lambda spip: spip.rtp),
)
_COUNTED = (ItemKind.EVIDENCE, ItemKind.RECOMMENDATION, ItemKind.SPIP_REPORT)


def monev_slide(meeting: Meeting) -> Slide:
    """Recommendations by area and status, and those that have waited longest."""
    items, before = meeting.items, meeting.before_total
    if items.follow_ups.empty:
        return _nothing("monev", text.MONEV, items, RECOMMENDATIONS, screen.EMPTY_MONEV)
    now = follow_up(items.follow_ups)
    words = figure_texts(meeting.total, items)
    then = before.follow_up.ratio if before else None
    picture = follow_up_by_area(items.follow_ups, meeting.areas)
    bars, _, unit = picture.numbers
    late = meeting.late[meeting.late["kind"] == OverdueKind.RECOMMENDATION]
    return Slide(
        "monev",
        text.MONEV,
        text.monev(now.overdue_count, now.repeated_count),
        headlines=(
            headline(label.FOLLOW_UP, now.ratio, words.follow_up, then),
            Headline(label.OVERDUE, count(now.overdue_count)),
            Headline(label.REPEATED, count(now.repeated_count)),
            Headline(text.DROPPED, count(now.dropped_count)),
        ),
        columns=(
            Column((Bars(picture.title, unit, bars, picture.states),), 3),
            Column((late_lines(late, items, text.LONGEST_LATE),), 2),
        ),
    )


def spip_slide(meeting: Meeting) -> Slide:
    """Which quarterly report came in, area by area."""
    items, before = meeting.items, meeting.before_total
    if items.spip.empty:
        return _nothing("spip", text.SPIP, items, SPIP_REPORTS, text.no_spip(items.year))
    now, words = meeting.total.spip, figure_texts(meeting.total, items)
    then = before.spip if before else None
    state = {(row.area_no, row.quarter): row.state for row in records(items.spip)}
    rows = tuple(
        (area.short_name, tuple(state[area.number, quarter] for quarter in QUARTERS))
        for area in meeting.areas
        if (area.number, QUARTERS[0]) in state
    )
    return Slide(
        "spip",
        text.SPIP,
        text.spip(items.year, int((items.spip["state"] == SpipState.MISSING).sum())),
        headlines=tuple(
            headline(name, of(now), said, of(then) if then else None)
            for (name, of), said in zip(
                SPIP_RATIOS, (words.spip_submitted, words.spip_on_time, label.NO_RTP), strict=True
            )
        ),
        columns=(Column((Matrix(text.REPORTS, "Area", tuple(map(_quarter, QUARTERS)), rows),)),),
    )


def _quarter(number: int) -> str:
    return f"TW {ROMAN[number - 1]}"


def _nothing(key: str, title: str, items: Items, table: TableSpec, sentence: str) -> Slide:
    """The slide of a table without rows: that it could not be read, or what to fill in."""
    told = text.unreadable(table.tab) if table.name in items.unreadable else sentence
    return Slide(key, title, told, columns=(Column((Lines(title, (), empty=told),)),))


def changes_slide(meeting: Meeting) -> Slide:
    """What became different since the snapshot compared with."""
    found, before, title = meeting.changes, meeting.before, text.changes(meeting.since)
    if found is None or before is None:
        return Slide(
            "perubahan",
            title,
            text.NO_EARLIER_SHORT,
            columns=(Column((Lines(title, (), empty=text.NO_EARLIER),)),),
        )
    return Slide(
        "perubahan",
        title,
        text.since_day(before.as_of),
        headlines=headlines(meeting.total, meeting.items, before.total),
        columns=(Column((_counts(found),), 3), Column((_notable(found),), 2)),
    )


def _counts(found: Changes) -> Table:
    counted = counts(found.items)
    rows = tuple(
        (kind.capitalize(), *(count(counted.get((kind, item), 0)) for item in _COUNTED))
        for kind in ChangeKind
        if any((kind, item) in counted for item in _COUNTED)
    )
    return Table(
        text.COUNTS,
        text.CHANGE_HEADERS,
        rows,
        numbers=frozenset(range(1, len(text.CHANGE_HEADERS))),
        empty=text.NOTHING_CHANGED,
    )


def _notable(found: Changes) -> Lines:
    """The first of what somebody has to explain."""
    wrong = to_explain(found.items)
    shown = [
        Line(
            str(item.kind).capitalize(),
            title_of(item.title, text.NO_TITLE),
            detail_of(item.code or item.item, item.pic),
        )
        for item in records(wrong.head(MOST_CHANGES))
    ]
    rest = len(wrong) - len(shown)
    return Lines(
        text.WORSE, tuple(shown), empty=text.NOTHING_WORSE, more=text.others(rest) if rest else ""
    )


def overdue_slide(meeting: Meeting) -> Slide:
    """Late items by PIC."""
    people = late_by_pic(meeting.late)
    shown, rest = people.head(MOST_PEOPLE), people.iloc[MOST_PEOPLE:]
    rows = tuple(
        (
            shortened(plain(row["pic"]), LONGEST_PIC)
            if isinstance(row["pic"], str)
            else text.NOBODY,
            *(count(int(row[kind])) for kind in OverdueKind),
            text.late_by(int(row["longest_days"])),
        )
        for row in shown.to_dict("records")
    )
    nothing = nothing_late(meeting.items)
    table = Table(
        text.BY_PIC,
        text.PIC_HEADERS,
        rows,
        numbers=frozenset(range(1, len(text.PIC_HEADERS))),
        empty=nothing,
        more=text.other_people(*_with_pic(rest)) if len(rest) else "",
    )
    sentence = text.overdue(*_with_pic(people)) if len(people) else nothing
    lost = [spec.tab for spec in TABLES_WITH_DUE_DATES if spec.name in meeting.items.unreadable]
    told = f"{sentence} {screen.not_included(lost)}" if lost else sentence
    return Slide("lewat-tenggat", text.OVERDUE, told, columns=(Column((table,)),))


def _with_pic(people: pd.DataFrame) -> tuple[int, int, int]:
    """Number of PICs, of their items and of those of nobody; people: rows of `late_by_pic`."""
    has_pic = people["pic"].notna()
    of_pics, of_nobody = (people.loc[rows, "total_count"].sum() for rows in (has_pic, ~has_pic))
    return int(has_pic.sum()), int(of_pics), int(of_nobody)
