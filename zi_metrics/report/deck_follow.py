"""Slides on what is followed up: monev, SPIP, what changed, what is late and whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from zi_metrics.charts.follow_up import follow_up_by_area
from zi_metrics.labels import figures as label
from zi_metrics.labels import meeting as text
from zi_metrics.labels import screen
from zi_metrics.labels.numbers import count
from zi_metrics.metrics.changes import ChangeKind, Changes, ItemKind
from zi_metrics.metrics.follow_up import follow_up
from zi_metrics.metrics.overdue import OverdueKind, has_due_dates, late_by_pic
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.metrics.spip import QUARTERS, SpipFigures, SpipState
from zi_metrics.metrics.summary import Items
from zi_metrics.periods import ROMAN
from zi_metrics.report.deck_areas import late_lines
from zi_metrics.report.deck_texts import detail_of, headline, headlines, title_of
from zi_metrics.report.figure_texts import figure_texts
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.slides import Bars, Column, Headline, Line, Lines, Matrix, Slide, Table
from zi_metrics.tables.columns import RECOMMENDATIONS, SPIP_REPORTS
from zi_metrics.tables.records import records
from zi_metrics.tables.spec import TableSpec

MOST_PEOPLE = 7
MOST_CHANGES = 3
SPIP_RATIOS: tuple[tuple[str, Callable[[SpipFigures], Ratio]], ...] = (
    (label.SPIP_SUBMITTED, lambda spip: spip.submitted),
    (label.SPIP_ON_TIME, lambda spip: spip.on_time),
    (label.RTP, lambda spip: spip.rtp),
)
_COUNTED = (ItemKind.EVIDENCE, ItemKind.RECOMMENDATION, ItemKind.SPIP_REPORT)
_NOTABLE = (ChangeKind.REGRESSED, ChangeKind.NEWLY_LATE, ChangeKind.REMOVED)


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
    found, before = meeting.changes, meeting.before
    if found is None or before is None:
        return Slide(
            "perubahan",
            text.CHANGES,
            text.NO_EARLIER_SHORT,
            columns=(Column((Lines(text.CHANGES, (), empty=text.NO_EARLIER),)),),
        )
    return Slide(
        "perubahan",
        text.CHANGES,
        text.since_day(before.as_of),
        headlines=headlines(meeting.total, meeting.items, before.total),
        columns=(Column((_counts(found),), 3), Column((_notable(found),), 2)),
    )


def _counts(found: Changes) -> Table:
    pairs = zip(found.items["kind"], found.items["item"], strict=True)
    counted = Counter((str(kind), str(item)) for kind, item in pairs)
    rows = tuple(
        (kind.capitalize(), *(count(counted[kind, item]) for item in _COUNTED))
        for kind in ChangeKind
        if any(counted[kind, item] for item in _COUNTED)
    )
    return Table(
        text.COUNTS,
        text.CHANGE_HEADERS,
        rows,
        numbers=frozenset(range(1, len(text.CHANGE_HEADERS))),
        empty=text.NOTHING_CHANGED,
    )


def _notable(found: Changes) -> Lines:
    """What went wrong since: no longer complete, newly late, gone."""
    items = found.items[found.items["item"] != ItemKind.INDICATOR]
    wrong = items[items["kind"].isin(_NOTABLE)]
    order = {str(kind): place for place, kind in enumerate(_NOTABLE)}
    ordered = wrong.sort_values("kind", key=lambda kinds: kinds.map(order), kind="stable")
    shown = [
        Line(
            str(item.kind).capitalize(),
            title_of(item.title, text.NO_TITLE),
            detail_of(item.code or item.item, item.pic),
        )
        for item in records(ordered.head(MOST_CHANGES))
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
            title_of(row["pic"] if isinstance(row["pic"], str) else None, text.NOBODY),
            *(count(int(row[kind])) for kind in OverdueKind),
            text.late_by(int(row["longest_days"])),
        )
        for row in shown.to_dict("records")
    )
    nothing = text.NOTHING_LATE if has_due_dates(meeting.items) else text.NO_DUE_DATES
    table = Table(
        text.BY_PIC,
        text.PIC_HEADERS,
        rows,
        numbers=frozenset(range(1, len(text.PIC_HEADERS))),
        empty=nothing,
        more=text.other_people(len(rest), int(rest["total_count"].sum())) if len(rest) else "",
    )
    named = int(people["pic"].notna().sum())
    sentence = text.overdue(len(meeting.late), named) if len(people) else nothing
    return Slide("lewat-tenggat", text.OVERDUE, sentence, columns=(Column((table,)),))
