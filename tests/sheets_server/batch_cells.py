"""Requests of a batchUpdate that set cells: values, formats, validations, merges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

from tests.sheets_server.a1 import Area
from tests.sheets_server.batch_grid import RequestRefused, area_of, mask_of, tab_of
from tests.sheets_server.book import Book, Position, Tab
from tests.sheets_server.cell import EMPTY, CellContent
from tests.sheets_server.cell_json import cell_from, editable, validation_from
from tests.sheets_server.mask import Mask, assigned, wants


def _update_cells(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    mask = mask_of(body, "CellData")
    rows = [row.get("values", []) for row in body.get("rows", [])]
    tab, area = _target(book, body, rows)
    for position in _positions(area):
        row, column = position[0] - area.top, position[1] - area.left
        is_given = row < len(rows) and column < len(rows[row])
        source = rows[row][column] if is_given else {}
        previous = tab.cells.get(position, EMPTY)
        _put(tab, position, changed(previous, source, mask, book.locale))
    return {}


def _target(book: Book, body: dict[str, Any], rows: list[list[Any]]) -> tuple[Tab, Area]:
    """The cells to set: the range, or from the start on as many as are given."""
    height, width = len(rows), max(map(len, rows), default=0)
    if "start" in body:
        start = body["start"]
        top, left = start.get("rowIndex", 0), start.get("columnIndex", 0)
        tab, area = tab_of(book, start), Area(top, top + height, left, left + width)
        limit = tab.area
    else:
        tab, area = area_of(book, body.get("range", {}))
        limit = area
    if area.top + height > limit.rows.stop:
        raise _beyond("row", area.top + height, limit.rows.stop)
    if area.left + width > limit.columns.stop:
        raise _beyond("column", area.left + width, limit.columns.stop)
    return tab, area


def _beyond(dimension: str, last: int, allowed: int) -> RequestRefused:
    return RequestRefused(
        f"Attempting to write {dimension}: {last - 1}, beyond the last requested {dimension} of: "
        f"{allowed - 1}"
    )


def _repeat_cell(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    mask = mask_of(body, "CellData")
    tab, area = area_of(book, body.get("range", {}))
    done: dict[int, CellContent] = {}  # most cells of a range are alike: the empty one
    for position in _positions(area):
        previous = tab.cells.get(position, EMPTY)
        if id(previous) not in done:
            done[id(previous)] = changed(previous, body.get("cell", {}), mask, book.locale)
        _put(tab, position, done[id(previous)])
    return {}


def changed(previous: CellContent, source: dict[str, Any], mask: Mask, locale: str) -> CellContent:
    """A cell after the fields of a mask are set as in `source`, a CellData.

    A new value takes the old links along, unless they are set with it.
    """
    target = editable(previous)
    if wants(mask, "userEnteredValue"):
        target.pop("textFormatRuns", None)
        target.pop("chipRuns", None)
    cell = cell_from(assigned(target, source, mask), locale)
    if wants(mask, "userEnteredValue"):
        return cell
    kept = replace(cell, value=previous.value, formula=previous.formula)
    return replace(kept, link=previous.link) if previous.formula else kept


def _put(tab: Tab, position: Position, cell: CellContent) -> None:
    """Set a cell; under a merge it keeps no value."""
    tab.put(position, cell.holding(None) if tab.is_covered(position) else cell)


def _positions(area: Area) -> Iterator[Position]:
    return product(area.rows, area.columns)


def _set_data_validation(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    tab, area = area_of(book, body.get("range", {}))
    rule = validation_from(body.get("rule"))
    for position in _positions(area):
        tab.put(position, replace(tab.cells.get(position, EMPTY), validation=rule))
    return {}


def _merge_cells(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    tab, area = area_of(book, body.get("range", {}))
    _unmerge(tab, area)
    for merge in _merges(area, body.get("mergeType", "MERGE_ALL")):
        tab.merges.append(merge)
        for position in _positions(merge):
            if tab.is_covered(position) and position in tab.cells:
                tab.put(position, tab.cells[position].holding(None))
    return {}


def _merges(area: Area, kind: str) -> list[Area]:
    """One merge, or one for every row or column; single cells need none."""
    if kind == "MERGE_ROWS":
        parts = [Area(row, row + 1, area.left, area.right) for row in area.rows]
    elif kind == "MERGE_COLUMNS":
        parts = [Area(area.top, area.bottom, column, column + 1) for column in area.columns]
    else:
        parts = [area]
    return [part for part in parts if len(part.rows) * len(part.columns) > 1]


def _unmerge_cells(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    _unmerge(*area_of(book, body.get("range", {})))
    return {}


def _unmerge(tab: Tab, area: Area) -> None:
    """Undo the merges in an area; one that is only partly in it refuses."""
    touched = [merge for merge in tab.merges if merge.touches(area)]
    for merge in touched:
        corners = ((merge.top, merge.left), (merge.rows.stop - 1, merge.columns.stop - 1))
        if not all(corner in area for corner in corners):
            raise RequestRefused(
                "You must select all cells in a merged range to merge or unmerge them."
            )
    tab.merges = [merge for merge in tab.merges if merge not in touched]


REQUESTS = {
    "updateCells": _update_cells,
    "repeatCell": _repeat_cell,
    "setDataValidation": _set_data_validation,
    "mergeCells": _merge_cells,
    "unmergeCells": _unmerge_cells,
}
