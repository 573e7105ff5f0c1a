"""A book as spreadsheets.get answers it, before the mask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.sheets_server.a1 import Area
from tests.sheets_server.book import Book, Tab
from tests.sheets_server.cell import EMPTY
from tests.sheets_server.cell_json import DEFAULT_FORMAT, cell_data

ROW_PIXELS = 21
COLUMN_PIXELS = 100
_FONT = {"fontFamily": "Arial", "fontSize": 10}


def spreadsheet(
    book: Book, windows: Mapping[int, Sequence[Area]] | None, with_data: bool
) -> dict[str, Any]:
    """The whole answer; windows: areas by sheet id, None = every sheet as a whole."""
    sheets = [
        sheet(book, index, _windows_of(tab, windows) if with_data else ())
        for index, tab in enumerate(book.tabs)
        if windows is None or tab.sheet_id in windows
    ]
    return {
        "spreadsheetId": book.spreadsheet_id,
        "properties": book_properties(book),
        "sheets": sheets,
        "spreadsheetUrl": f"https://docs.google.com/spreadsheets/d/{book.spreadsheet_id}/edit",
    }


def _windows_of(tab: Tab, windows: Mapping[int, Sequence[Area]] | None) -> Sequence[Area]:
    return [tab.area] if windows is None else windows[tab.sheet_id]


def book_properties(book: Book) -> dict[str, Any]:
    """SpreadsheetProperties."""
    return {
        "title": book.title,
        "locale": book.locale,
        "autoRecalc": "ON_CHANGE",
        "timeZone": book.time_zone,
        "defaultFormat": {**DEFAULT_FORMAT, "textFormat": _FONT},
        "spreadsheetTheme": {"primaryFontFamily": "Arial"},
    }


def sheet(book: Book, index: int, windows: Sequence[Area]) -> dict[str, Any]:
    """Sheet; lists of what the tab does not have are left out."""
    tab = book.tabs[index]
    parts = {
        "properties": sheet_properties(tab, index),
        "data": [grid_data(tab, window, book.locale) for window in windows],
        "merges": [grid_range(merge, tab.sheet_id) for merge in tab.merges],
        "conditionalFormats": tab.conditional_rules,
        "basicFilter": tab.basic_filter,
        "protectedRanges": tab.protected_ranges,
    }
    return {name: part for name, part in parts.items() if part}


def sheet_properties(tab: Tab, index: int) -> dict[str, Any]:
    """SheetProperties; zeros of sheetId and index are written, other zeros are not."""
    grid = {"rowCount": tab.row_count, "columnCount": tab.column_count}
    frozen = {"frozenRowCount": tab.frozen_rows, "frozenColumnCount": tab.frozen_columns}
    other = dict(tab.other_properties)
    return {
        "sheetId": tab.sheet_id,
        "title": tab.title,
        "index": index,
        "sheetType": "GRID",
        "gridProperties": {
            **grid,
            **{name: count for name, count in frozen.items() if count},
            **other.pop("gridProperties", {}),
        },
        **({"hidden": True} if tab.hidden else {}),
        **other,
    }


def grid_range(area: Area, sheet_id: int) -> dict[str, int]:
    """GridRange; the id 0 is not written, other zeros are."""
    ends = {
        "startRowIndex": area.top,
        "endRowIndex": area.bottom,
        "startColumnIndex": area.left,
        "endColumnIndex": area.right,
    }
    named = {name: end for name, end in ends.items() if end is not None}
    return {**({"sheetId": sheet_id} if sheet_id else {}), **named}


def area_from(grid: Mapping[str, Any]) -> Area:
    """The area of a GridRange."""
    return Area(
        grid.get("startRowIndex") or 0,
        grid.get("endRowIndex"),
        grid.get("startColumnIndex") or 0,
        grid.get("endColumnIndex"),
    )


def grid_data(tab: Tab, window: Area, locale: str) -> dict[str, Any]:
    """GridData of a window that lies in the grid.

    Rows end with the last that holds a value, a format, a note or a validation; the metadata go on
    to the end of the window.
    """
    starts = {"startRow": window.top, "startColumn": window.left}
    parts = {
        "rowData": _rows(tab, window, locale),
        "rowMetadata": [_row_metadata(tab, row) for row in window.rows],
        "columnMetadata": [_column_metadata(tab, column) for column in window.columns],
    }
    written = {name: start for name, start in starts.items() if start}
    return {**written, **{name: part for name, part in parts.items() if part}}


def _rows(tab: Tab, window: Area, locale: str) -> list[dict[str, Any]]:
    last: dict[int, int] = {}
    for row, column in tab.cells:
        if (row, column) in window:
            last[row] = max(column, last.get(row, 0))
    if not last:
        return []
    return [
        _row(tab, row, window.left, last.get(row), locale)
        for row in window.rows[: max(last) - window.top + 1]
    ]


def _row(tab: Tab, row: int, left: int, last: int | None, locale: str) -> dict[str, Any]:
    if last is None:
        return {}
    cells = (tab.cells.get((row, column), EMPTY) for column in range(left, last + 1))
    return {"values": [cell_data(cell, locale) for cell in cells]}


def _row_metadata(tab: Tab, row: int) -> dict[str, Any]:
    by_user = {"hiddenByUser": True} if row in tab.hidden_rows_by_user else {}
    by_filter = {"hiddenByFilter": True} if row in tab.hidden_rows_by_filter else {}
    return {**by_filter, **by_user, "pixelSize": tab.row_heights.get(row, ROW_PIXELS)}


def _column_metadata(tab: Tab, column: int) -> dict[str, Any]:
    by_user = {"hiddenByUser": True} if column in tab.hidden_columns else {}
    return {**by_user, "pixelSize": tab.column_widths.get(column, COLUMN_PIXELS)}
