"""The items of a meeting as lists on paper: all of them, with their whole titles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from zi_metrics.labels import figures as label
from zi_metrics.labels import meeting as words
from zi_metrics.labels import pdf as text
from zi_metrics.labels.numbers import NO_FIGURE, count, short_date
from zi_metrics.labels.statuses import marked
from zi_metrics.metrics.completeness import IndicatorState
from zi_metrics.report.pdf.paper import ListColumn, Listing
from zi_metrics.report.pdf.rows import Row
from zi_metrics.report.plain import plain

MOST_ROWS = 200
"""Beyond so many rows nobody reads a list on paper; the workbook has them all."""
_COMPLETE = (IndicatorState.COMPLETE, IndicatorState.IRRELEVANT)


def incomplete_indicators(rows: Iterable[Row], empty: str) -> Listing:
    """Those of an area's indicators that lack evidence; empty: the sentence when none does."""
    return listing(
        text.INCOMPLETE_INDICATORS,
        (
            ListColumn(text.CODE, 17),
            ListColumn(text.QUESTION, 72),
            ListColumn(text.STATE, 31),
            ListColumn(text.DOCUMENTS, 18, is_number=True),
            ListColumn(text.PIC, 36),
        ),
        (
            (row.code, row.question, marked(row.state), _documents(row), told(row.pic))
            for row in rows
            if row.state not in _COMPLETE
        ),
        empty=empty,
    )


def _documents(row: Row) -> str:
    if not row.required_count:
        return NO_FIGURE
    return text.out_of(row.complete_count, row.required_count)


def overdue(rows: Iterable[Row], empty: str) -> Listing:
    """Late items; empty: the sentence when nothing is."""
    return listing(
        words.LATE,
        (
            ListColumn(text.TITLE, 60),
            ListColumn(text.KIND, 22),
            ListColumn(text.CODE, 17),
            ListColumn(text.DUE, 21),
            ListColumn(text.DAYS_LATE, 18, is_number=True),
            ListColumn(text.PIC, 36),
        ),
        (
            (
                told(row.title, words.NO_TITLE),
                row.kind,
                told(row.code),
                short_date(row.due_on),
                count(int(row.days_late)),
                told(row.pic),
            )
            for row in rows
        ),
        empty=empty,
    )


def open_recommendations(rows: Iterable[Row], empty: str) -> Listing:
    """Those of an area's recommendations that are not done; empty: the sentence when all are."""
    return listing(
        text.OPEN_RECOMMENDATIONS,
        (ListColumn(text.RECOMMENDATION, 65), *_recommendation_columns(28, 36)),
        (_recommendation(row) for row in rows if row.is_required and not row.is_done),
        empty=empty,
    )


def all_recommendations(rows: Sequence[Row], areas: Mapping[int, str]) -> Listing:
    """Every recommendation; areas: short names by number."""
    return listing(
        text.counted(text.ALL_RECOMMENDATIONS, len(rows)),
        (
            ListColumn(text.AREA, 24),
            ListColumn(text.RECOMMENDATION, 47),
            *_recommendation_columns(27, 31),
        ),
        ((areas.get(row.area_no, label.NO_AREA), *_recommendation(row)) for row in rows),
    )


def _recommendation_columns(status: float, pic: float) -> tuple[ListColumn, ...]:
    return (
        ListColumn(text.PERIOD, 25),
        ListColumn(text.STATUS, status),
        ListColumn(text.DUE, 20),
        ListColumn(text.PIC, pic),
    )


def _recommendation(row: Row) -> tuple[str, ...]:
    return (
        told(row.recommendation, words.NO_TITLE),
        told(row.period),
        marked(row.state),
        _due(row),
        told(row.pic),
    )


def _due(row: Row) -> str:
    due_on = short_date(row.due_on)
    return due_on if row.days_late is None else text.overdue(due_on, int(row.days_late))


def incomplete_documents(title: str, rows: Sequence[Row], empty: str) -> Listing:
    """Documents that are still missing; title: of the area; empty: the sentence when none is."""
    return listing(
        text.counted(title, len(rows)),
        (
            ListColumn(text.CODE, 17),
            ListColumn(text.DOCUMENT, 53),
            ListColumn(text.PERIOD, 21),
            ListColumn(text.STATUS, 26),
            ListColumn(text.PIC, 37),
            ListColumn(text.DUE, 20),
        ),
        (
            (
                row.code,
                told(row.title, words.NO_TITLE),
                told(row.period),
                marked(row.state),
                told(row.pic),
                short_date(row.due_on),
            )
            for row in rows
        ),
        empty=empty,
    )


def listing(
    title: str, columns: Sequence[ListColumn], rows: Iterable[tuple[str, ...]], *, empty: str = ""
) -> Listing:
    """A list with at most `MOST_ROWS` rows."""
    every = tuple(rows)
    rest = len(every) - MOST_ROWS
    more = text.rest(rest) if rest > 0 else ""
    return Listing(title, tuple(columns), every[:MOST_ROWS], empty, more)


def told(cell: Any, otherwise: str = NO_FIGURE) -> str:
    """A cell of the sheet as it is printed; `otherwise` where it is empty."""
    return (plain(cell) if isinstance(cell, str) else "") or otherwise
