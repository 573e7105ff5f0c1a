"""The items of a meeting as lists on paper: all of them, with their whole titles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from zi_metrics.labels import figures as label
from zi_metrics.labels import meeting as words
from zi_metrics.labels import pdf as text
from zi_metrics.labels.numbers import NO_FIGURE, count, short_date
from zi_metrics.labels.statuses import marked
from zi_metrics.metrics.completeness import IndicatorState
from zi_metrics.metrics.follow_up import most_urgent_first
from zi_metrics.metrics.overdue import has_due_dates
from zi_metrics.metrics.summary import Items
from zi_metrics.report.pdf.paper import ListColumn, Listing
from zi_metrics.report.plain import plain
from zi_metrics.tables.columns import EVIDENCE, RECOMMENDATIONS
from zi_metrics.tables.records import records

MOST_ROWS = 300
"""Beyond so many rows nobody reads a list on paper; the workbook has them all."""
_COMPLETE = (IndicatorState.COMPLETE, IndicatorState.IRRELEVANT)


def incomplete_indicators(items: Items) -> Listing:
    """Indicators of an area that lack evidence, in official order."""
    rows = items.indicators[~items.indicators["state"].isin(_COMPLETE)]
    return listing(
        text.INCOMPLETE_INDICATORS,
        (
            ListColumn(text.CODE, 19),
            ListColumn(text.QUESTION, 84),
            ListColumn(text.STATE, 32),
            ListColumn(text.DOCUMENTS, 19, is_number=True),
            ListColumn(text.PIC, 20),
        ),
        (
            (
                row.code,
                row.question,
                marked(row.state),
                text.out_of(row.complete_count, row.required_count)
                if row.required_count
                else NO_FIGURE,
                told(row.pic),
            )
            for row in records(rows)
        ),
        empty=text.NO_INDICATORS_LEFT if len(items.indicators) else unread(items, EVIDENCE.tab),
    )


def overdue(late: pd.DataFrame, items: Items) -> Listing:
    """Late items of an area, longest late first; late: rows of `overdue_items`."""
    return listing(
        words.LATE,
        (
            ListColumn(text.TITLE, 75),
            ListColumn(text.KIND, 21),
            ListColumn(text.CODE, 19),
            ListColumn(text.DUE, 21),
            ListColumn(text.DAYS_LATE, 18, is_number=True),
            ListColumn(text.PIC, 20),
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
            for row in records(late)
        ),
        empty=words.NOTHING_LATE if has_due_dates(items) else words.NO_DUE_DATES,
    )


def open_recommendations(items: Items) -> Listing:
    """Recommendations of an area that are not done, most urgent first."""
    rows = items.follow_ups
    is_open = rows["is_required"] & ~rows["is_done"]
    return _recommendations(text.OPEN_RECOMMENDATIONS, rows[is_open], items)


def all_recommendations(items: Items, areas: dict[int, str]) -> Listing:
    """Every recommendation of the unit, most urgent first; areas: short names by number."""
    title = text.counted(text.ALL_RECOMMENDATIONS, len(items.follow_ups))
    return _recommendations(title, items.follow_ups, items, areas)


def _recommendations(
    title: str, rows: pd.DataFrame, items: Items, areas: dict[int, str] | None = None
) -> Listing:
    place = () if areas is None else (ListColumn(text.AREA, 24),)
    return listing(
        title,
        (
            *place,
            ListColumn(text.RECOMMENDATION, 79 - sum(column.width for column in place)),
            ListColumn(text.PERIOD, 25),
            ListColumn(text.STATUS, 31),
            ListColumn(text.DUE, 20),
            ListColumn(text.PIC, 19),
        ),
        (
            (
                *(() if areas is None else (areas.get(row.area_no, label.NO_AREA),)),
                told(row.recommendation, words.NO_TITLE),
                told(row.period),
                marked(row.state),
                short_date(row.due_on),
                told(row.pic),
            )
            for row in records(most_urgent_first(rows))
        ),
        empty=text.NO_OPEN_RECOMMENDATIONS
        if RECOMMENDATIONS.name not in items.unreadable
        else unread(items, RECOMMENDATIONS.tab),
    )


def incomplete_documents(title: str, items: Items) -> Listing:
    """Documents of an area that are still missing, in official order; title: of the area."""
    rows = items.evidence
    missing = rows[~rows["is_complete"] & ~rows["is_irrelevant"]]
    order = {code: place for place, code in enumerate(items.indicators["code"])}
    ordered = missing.sort_values("code", key=lambda codes: codes.map(order), kind="stable")
    return listing(
        text.counted(title, len(missing)),
        (
            ListColumn(text.CODE, 19),
            ListColumn(text.DOCUMENT, 72),
            ListColumn(text.PERIOD, 22),
            ListColumn(text.STATUS, 31),
            ListColumn(text.PIC, 12),
            ListColumn(text.DUE, 18),
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
            for row in records(ordered)
        ),
        empty=text.NO_INCOMPLETE if len(rows) else "",
    )


def listing(
    title: str,
    columns: Sequence[ListColumn],
    rows: Iterable[tuple[str, ...]],
    *,
    empty: str = "",
) -> Listing:
    """A list with at most `MOST_ROWS` rows."""
    every = tuple(rows)
    rest = len(every) - MOST_ROWS
    more = text.rest(rest) if rest > 0 else ""
    return Listing(title, tuple(columns), every[:MOST_ROWS], empty, more)


def told(cell: Any, otherwise: str = NO_FIGURE) -> str:
    """A cell of the sheet as it is printed; `otherwise` where it is empty."""
    return (plain(cell) if isinstance(cell, str) else "") or otherwise


def unread(items: Items, tab: str) -> str:
    """The sentence for a table that could not be read."""
    return words.unreadable(tab)
