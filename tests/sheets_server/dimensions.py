"""Inserting and deleting rows and columns: everything that knows a place moves along."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tests.sheets_server.a1 import Area
from tests.sheets_server.book import Tab
from tests.sheets_server.cell import CellContent

ROWS, COLUMNS = "ROWS", "COLUMNS"

Move = Callable[[int], int | None]  # where an index goes; None: it is gone


def insert(tab: Tab, dimension: str, at: int, count: int) -> None:
    """`count` blank rows or columns before index `at`; formulas are not rewritten."""
    _grow(tab, dimension, count)
    _move(tab, dimension, lambda index: index if index < at else index + count)


def delete(tab: Tab, dimension: str, start: int, end: int) -> None:
    """Take the rows or columns start..end (exclusive) away."""

    def move(index: int) -> int | None:
        if index < start:
            return index
        return None if index < end else index - (end - start)

    _grow(tab, dimension, start - end)
    _move(tab, dimension, move)


def append(tab: Tab, dimension: str, count: int) -> None:
    """More blank rows or columns at the end."""
    _grow(tab, dimension, count)


def _grow(tab: Tab, dimension: str, count: int) -> None:
    if dimension == ROWS:
        tab.row_count += count
    else:
        tab.column_count += count


def _move(tab: Tab, dimension: str, move: Move) -> None:
    by_row = dimension == ROWS
    tab.cells = _moved_cells(tab.cells, move, by_row)
    tab.merges = [area for area in _moved_areas(tab.merges, move, by_row) if _has_two_cells(area)]
    if by_row:
        tab.hidden_rows_by_user = _moved_set(tab.hidden_rows_by_user, move)
        tab.hidden_rows_by_filter = _moved_set(tab.hidden_rows_by_filter, move)
        tab.row_heights = _moved_sizes(tab.row_heights, move)
    else:
        tab.hidden_columns = _moved_set(tab.hidden_columns, move)
        tab.column_widths = _moved_sizes(tab.column_widths, move)
    _move_ranges(tab, move, by_row)


def _has_two_cells(area: Area) -> bool:
    return len(area.rows) * len(area.columns) > 1


def _moved_cells(
    cells: dict[tuple[int, int], CellContent], move: Move, by_row: bool
) -> dict[tuple[int, int], CellContent]:
    moved = {}
    for (row, column), cell in cells.items():
        index = move(row if by_row else column)
        if index is not None:
            moved[(index, column) if by_row else (row, index)] = cell
    return moved


def _moved_areas(areas: Iterable[Area], move: Move, by_row: bool) -> list[Area]:
    """The areas of which anything is left."""
    moved = []
    for area in areas:
        span = area.rows if by_row else area.columns
        left = [index for index in map(move, span) if index is not None]
        if left:
            start, end = left[0], left[-1] + 1
            rows = (start, end) if by_row else (area.top, area.bottom)
            columns = (area.left, area.right) if by_row else (start, end)
            moved.append(Area(*rows, *columns))
    return moved


def _moved_set(indices: set[int], move: Move) -> set[int]:
    return {index for index in map(move, indices) if index is not None}


def _moved_sizes(sizes: dict[int, int], move: Move) -> dict[int, int]:
    moved = {move(index): size for index, size in sizes.items()}
    return {index: size for index, size in moved.items() if index is not None}


def _move_ranges(tab: Tab, move: Move, by_row: bool) -> None:
    """The ranges of protections, the filter and conditional rules, as far as they are bounded."""
    names = ("startRowIndex", "endRowIndex") if by_row else ("startColumnIndex", "endColumnIndex")
    for grid in _ranges(tab):
        for name, offset in zip(names, (0, 1), strict=True):
            if name in grid:
                index = _nearest(move, grid[name] - offset)
                grid[name] = index + offset


def _nearest(move: Move, index: int) -> int:
    """Where an index goes; of a deleted one, where the next that stayed before it goes."""
    while index >= 0:
        moved = move(index)
        if moved is not None:
            return moved
        index -= 1
    return 0


def _ranges(tab: Tab) -> Iterable[dict[str, Any]]:
    for protection in tab.protected_ranges:
        if "range" in protection:
            yield protection["range"]
    for rule in tab.conditional_rules:
        yield from rule.get("ranges", [])
    if tab.basic_filter and "range" in tab.basic_filter:
        yield tab.basic_filter["range"]
