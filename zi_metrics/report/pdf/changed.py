"""What changed since the snapshot compared with, item by item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_metrics.labels import meeting as words
from zi_metrics.labels import pdf as text
from zi_metrics.labels.numbers import NO_FIGURE, short_date
from zi_metrics.labels.screen import due
from zi_metrics.labels.statuses import marked
from zi_metrics.metrics.changes import ChangeKind, Changes
from zi_metrics.report.pdf.lists import listing, told
from zi_metrics.report.pdf.paper import ListColumn, Listing
from zi_metrics.report.pdf.rows import Row
from zi_metrics.tables.records import records

_SHOWN = [
    "item",
    "kind",
    "kinds",
    "area_no",
    "code",
    "title",
    "title_before",
    "state_before",
    "state",
    "due_on",
]


def changed_items(found: Changes) -> Iterator[Listing]:
    """Every item that is not as it was: one list per kind of change, in their order."""
    rows = tuple(records(found.items[_SHOWN]))
    for kind in ChangeKind:
        if of_kind := [row for row in rows if row.kind == kind]:
            yield _changed(kind, of_kind)


def _changed(kind: ChangeKind, rows: Sequence[Row]) -> Listing:
    return listing(
        text.counted(kind.capitalize(), len(rows)),
        (
            ListColumn(text.KIND, 22),
            ListColumn(text.CODE, 17),
            ListColumn(text.TITLE, 71),
            ListColumn(text.BEFORE, 32),
            ListColumn(text.AFTER, 32),
        ),
        (
            (
                row.item,
                told(row.code, _area(row)),
                _title(row),
                _state(row.state_before),
                _late(row) if kind is ChangeKind.NEWLY_LATE else _state(row.state),
            )
            for row in rows
        ),
    )


def _area(row: Row) -> str:
    return NO_FIGURE if row.area_no is None else text.of_area(int(row.area_no))


def _title(row: Row) -> str:
    now, before = told(row.title, words.NO_TITLE), told(row.title_before, words.NO_TITLE)
    return text.was(now, before) if ChangeKind.REWORDED in row.kinds and now != before else now


def _late(row: Row) -> str:
    """The state now, with the date that passed meanwhile."""
    return f"{_state(row.state)}, {due(short_date(row.due_on))}"


def _state(state: str | None) -> str:
    return NO_FIGURE if state is None else marked(state)
