"""Requests of a batchUpdate about rows and columns."""

from __future__ import annotations

from typing import Any

from tests.sheets_server import dimensions
from tests.sheets_server.batch_grid import RequestRefused, mask_of, tab_of
from tests.sheets_server.book import Book, Tab
from tests.sheets_server.dimensions import ROWS
from tests.sheets_server.display import displayed
from tests.sheets_server.mask import wants


def _span(book: Book, grid: dict[str, Any], may_exceed: bool = False) -> tuple[Tab, str, range]:
    """Tab, dimension and indices of a DimensionRange."""
    tab, dimension = tab_of(book, grid), grid.get("dimension", ROWS)
    size = tab.row_count if dimension == ROWS else tab.column_count
    span = range(grid.get("startIndex") or 0, grid.get("endIndex", size))
    limit = span.start if may_exceed else span.stop
    if not 0 <= span.start < span.stop or limit > size:
        raise RequestRefused(f"Invalid range: {dimension} {span.start}..{span.stop} of {size}")
    return tab, dimension, span


def _insert_dimension(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    tab, dimension, span = _span(book, body.get("range", {}), may_exceed=True)
    dimensions.insert(tab, dimension, span.start, len(span))
    return {}


def _delete_dimension(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    tab, dimension, span = _span(book, body.get("range", {}))
    size = tab.row_count if dimension == ROWS else tab.column_count
    if len(span) == size:
        raise RequestRefused(f"You can't delete all the {dimension.lower()} on the sheet.")
    dimensions.delete(tab, dimension, span.start, span.stop)
    return {}


def _append_dimension(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    count = body.get("length", 0)
    if count < 1:
        raise RequestRefused("Length must be at least 1.")
    dimensions.append(tab_of(book, body), body.get("dimension", ROWS), count)
    return {}


def _update_dimension_properties(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    tab, dimension, span = _span(book, body.get("range", {}))
    mask = mask_of(body, "DimensionProperties")
    properties = body.get("properties", {})
    is_rows = dimension == ROWS
    if wants(mask, "hiddenByUser"):
        hidden = tab.hidden_rows_by_user if is_rows else tab.hidden_columns
        (hidden.update if properties.get("hiddenByUser") else hidden.difference_update)(span)
    if wants(mask, "pixelSize"):
        sizes = tab.row_heights if is_rows else tab.column_widths
        sizes.update(dict.fromkeys(span, properties.get("pixelSize", 0)))
    return {}


def _auto_resize_dimensions(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    """Columns as wide as their longest text, roughly; rows of one line."""
    tab, dimension, span = _span(book, body.get("dimensions", {}))
    for index in span:
        if dimension == ROWS:
            tab.row_heights.pop(index, None)
        else:
            tab.column_widths[index] = 10 + 7 * _longest(tab, index, book.locale)
    return {}


def _longest(tab: Tab, column: int, locale: str) -> int:
    texts = (displayed(cell, locale) for (_, at), cell in tab.cells.items() if at == column)
    return max((len(text) for text in texts if text), default=1)


REQUESTS = {
    "insertDimension": _insert_dimension,
    "deleteDimension": _delete_dimension,
    "appendDimension": _append_dimension,
    "updateDimensionProperties": _update_dimension_properties,
    "autoResizeDimensions": _auto_resize_dimensions,
}
