"""Small tables on paper: the six areas, the course, the SPIP matrix, PICs, decisions to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from zi_metrics.labels import figures as label
from zi_metrics.labels import meeting as words
from zi_metrics.labels import pdf as text
from zi_metrics.labels.numbers import NO_FIGURE, count, long_date, percent, percentage_points
from zi_metrics.labels.statuses import marked
from zi_metrics.metrics.overdue import OverdueKind, late_by_pic
from zi_metrics.metrics.ratio import change
from zi_metrics.metrics.summary import Figures, Items, figures
from zi_metrics.metrics.trend import TrendPoint
from zi_metrics.report.figure_texts import figure_texts, nothing_late
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.pdf.lists import listing, told
from zi_metrics.report.pdf.paper import ListColumn, Listing
from zi_metrics.report.slides import Matrix, Table
from zi_metrics.tables.records import records

PAGE_WIDTH = 174
"""Between the margins, in mm."""


def areas_table(meeting: Meeting) -> Listing:
    """The figures of each area, of what belongs to none, and of the unit."""
    return replace(
        listing(
            text.AREAS,
            (
                ListColumn(text.AREA, 35),
                ListColumn(text.WEIGHTED, 35),
                ListColumn(text.CHANGE, 29),
                ListColumn(text.INDICATORS, 25),
                ListColumn(text.FOLLOW_UP, 25),
                ListColumn(text.REPORTS, 25),
            ),
            _area_rows(meeting),
        ),
        has_total=True,
    )


def _area_rows(meeting: Meeting) -> Iterator[tuple[str, ...]]:
    before = meeting.before
    for area in meeting.areas:
        then = before.areas[area.number] if before else None
        yield _figures_row(
            text.area_title(area.number, area.short_name),
            meeting.by_area[area.number],
            meeting.items.of_area(area.number),
            then,
        )
    placeless = meeting.items.of_area(None)
    if len(placeless.follow_ups):
        row = _figures_row(label.NO_AREA, figures(placeless), placeless, None)
        yield (row[0], *[NO_FIGURE] * 3, row[4], NO_FIGURE)
    yield _figures_row(
        text.WHOLE_UNIT, meeting.total, meeting.items, before.total if before else None
    )


def _figures_row(name: str, now: Figures, items: Items, before: Figures | None) -> tuple[str, ...]:
    texts = figure_texts(now, items)
    then = before.completeness.weighted if before else None
    return (
        name,
        texts.weighted,
        percentage_points(change(now.completeness.weighted, then)),
        texts.indicators,
        texts.follow_up,
        texts.spip_submitted,
    )


def course_table(course: Sequence[TrendPoint]) -> Listing:
    """The unit's figures on the date of each snapshot, oldest first."""
    return listing(
        text.COURSE_TABLE,
        (
            ListColumn(text.DAY, 54),
            ListColumn(text.WEIGHTED, 60),
            ListColumn(text.INDICATORS, 60),
        ),
        (
            (
                long_date(point.as_of),
                _weighted(point),
                label.ratio(point.total.completeness.indicators, label.NO_INDICATORS),
            )
            for point in course
        ),
    )


def _weighted(point: TrendPoint) -> str:
    weighted = point.total.completeness.weighted
    if weighted.share is None:
        return label.NO_INDICATORS
    return f"{label.points_of(weighted)} · {percent(weighted.share)}"


def matrix_table(matrix: Matrix) -> Listing:
    """A matrix of states with the word of each."""
    width = (PAGE_WIDTH - 30) / len(matrix.columns)
    return listing(
        matrix.title,
        (ListColumn(matrix.corner, 30), *(ListColumn(name, width) for name in matrix.columns)),
        ((name, *map(marked, states)) for name, states in matrix.rows),
    )


def people_table(meeting: Meeting) -> Listing:
    """Late items by PIC, all of them."""
    return listing(
        words.BY_PIC,
        (
            ListColumn(words.PIC_HEADERS[0], 66),
            *(ListColumn(name, 27, is_number=True) for name in words.PIC_HEADERS[1:]),
        ),
        (
            (
                told(row.pic, words.NOBODY),
                *(count(int(row[1 + place])) for place in range(len(OverdueKind))),
                words.late_by(int(row.longest_days)),
            )
            for row in records(late_by_pic(meeting.late))
        ),
        empty=nothing_late(meeting.items),
    )


def decisions_table(proposals: Sequence[str]) -> Listing:
    """What the data proposes, with room for what the meeting decides."""
    rows = listing(
        "",
        (
            ListColumn(text.NUMBER, 10),
            ListColumn(text.PROPOSAL, 66),
            ListColumn(text.DECISION, 46),
            ListColumn(text.RESPONSIBLE, 32),
            ListColumn(text.DUE, 20),
        ),
        ((str(place), each, "", "", "") for place, each in enumerate(proposals, start=1)),
        empty=words.NO_DECISIONS,
    )
    return replace(rows, is_form=True)


def counts_table(counts: Table) -> Listing:
    """A small table of a slide."""
    widths = (54.0, *[30.0] * (len(counts.headers) - 1))
    return listing(
        counts.title,
        tuple(
            ListColumn(header, width, is_number=place in counts.numbers)
            for place, (header, width) in enumerate(zip(counts.headers, widths, strict=True))
        ),
        counts.rows,
        empty=counts.empty,
    )
