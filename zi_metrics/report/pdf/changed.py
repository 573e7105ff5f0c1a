"""What changed since the snapshot compared with, item by item."""

from __future__ import annotations

from typing import Any

from zi_metrics.labels import meeting as words
from zi_metrics.labels import pdf as text
from zi_metrics.labels.numbers import NO_FIGURE
from zi_metrics.labels.statuses import marked
from zi_metrics.metrics.changes import ChangeKind, Changes
from zi_metrics.report.pdf.lists import listing, told
from zi_metrics.report.pdf.paper import ListColumn, Listing
from zi_metrics.tables.records import records


def changed_items(found: Changes) -> Listing:
    """Every item that is not as it was, kind by kind."""
    return listing(
        text.counted(text.CHANGED_ITEMS, len(found.items)),
        (
            ListColumn(text.CHANGE, 23),
            ListColumn(text.KIND, 21),
            ListColumn(text.CODE, 19),
            ListColumn(text.TITLE, 53),
            ListColumn(text.BEFORE, 29),
            ListColumn(text.AFTER, 29),
        ),
        (
            (
                str(row.kind).capitalize(),
                row.item,
                told(row.code, _area(row)),
                _title(row),
                _state(row.state_before),
                _state(row.state),
            )
            for row in records(found.items)
        ),
        empty=words.NOTHING_CHANGED,
    )


def _area(row: Any) -> str:
    return NO_FIGURE if row.area_no is None else text.of_area(int(row.area_no))


def _title(row: Any) -> str:
    now, before = told(row.title, words.NO_TITLE), told(row.title_before, words.NO_TITLE)
    return text.was(now, before) if ChangeKind.REWORDED in row.kinds and now != before else now


def _state(state: str | None) -> str:
    return NO_FIGURE if state is None else marked(state)
