"""Requests of a batchUpdate about whole tabs and the book."""

from __future__ import annotations

import re
from typing import Any

from tests.sheets_server.batch_grid import RequestRefused, mask_of, tab_of
from tests.sheets_server.book import Book, Tab
from tests.sheets_server.mask import assigned
from tests.sheets_server.resource import book_properties, sheet_properties

_KNOWN = {"sheetId", "title", "index", "sheetType", "gridProperties", "hidden"}
_GRID = {"rowCount", "columnCount", "frozenRowCount", "frozenColumnCount"}


def _add_sheet(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    asked = body.get("properties", {})
    sheet_id = asked.get("sheetId", book.new_sheet_id())
    if book.tab_of(sheet_id):
        raise RequestRefused(f"The sheet id {sheet_id} is already taken.")
    tab = Tab(_free_title(book), sheet_id)
    book.tabs.append(tab)
    place = asked.get("index", len(book.tabs) - 1)
    properties = {**sheet_properties(tab, place), **asked, "index": place}
    properties["gridProperties"] = {
        "rowCount": 1000,
        "columnCount": 26,
        **asked.get("gridProperties", {}),
    }
    _apply(book, tab, properties)
    return {"properties": sheet_properties(tab, book.tabs.index(tab))}


def _free_title(book: Book) -> str:
    taken = {tab.title for tab in book.tabs}
    return next(title for n in range(1, 1000) if (title := f"Sheet{n}") not in taken)


def _delete_sheet(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    tab = tab_of(book, body)
    if len(book.tabs) == 1:
        raise RequestRefused("You can't remove all the sheets in a document.")
    book.tabs.remove(tab)
    return {}


def _update_sheet_properties(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    asked = body.get("properties", {})
    tab, mask = tab_of(book, asked), mask_of(body, "SheetProperties")
    now = sheet_properties(tab, book.tabs.index(tab))
    new = assigned(now, asked, mask)
    if new.get("sheetId", 0) != tab.sheet_id:
        raise RequestRefused("The sheet id cannot be changed.")
    # Left out is the same as empty or 0.
    _apply(book, tab, {"title": "", "index": 0, "gridProperties": {}, **new})
    return {}


def _apply(book: Book, tab: Tab, properties: dict[str, Any]) -> None:
    _rename(book, tab, properties["title"])
    _move(book, tab, properties["index"])
    _resize(tab, properties["gridProperties"])
    tab.hidden = bool(properties.get("hidden"))
    if all(each.hidden for each in book.tabs):
        raise RequestRefused("You can't hide all the sheets in a document.")
    grid = {k: v for k, v in properties["gridProperties"].items() if k not in _GRID}
    other = {k: v for k, v in properties.items() if k not in _KNOWN}
    tab.other_properties = {**other, **({"gridProperties": grid} if grid else {})}


def _rename(book: Book, tab: Tab, title: str) -> None:
    if not title:
        raise RequestRefused("The sheet name cannot be empty.")
    if any(other.title.lower() == title.lower() for other in book.tabs if other is not tab):
        raise RequestRefused(
            f'A sheet with the name "{title}" already exists. Please enter another name.'
        )
    tab.title = title


def _move(book: Book, tab: Tab, index: int) -> None:
    """Place a tab before the one that stands at `index` now."""
    if index == book.tabs.index(tab):
        return
    if not 0 <= index <= len(book.tabs):
        raise RequestRefused(f"Sheet index {index} is not valid.")
    follower = book.tabs[index] if index < len(book.tabs) else None
    book.tabs.remove(tab)
    book.tabs.insert(len(book.tabs) if follower is None else book.tabs.index(follower), tab)


def _resize(tab: Tab, grid: dict[str, Any]) -> None:
    """Cells beyond a smaller grid are lost."""
    rows, columns = grid.get("rowCount", 0), grid.get("columnCount", 0)
    if rows < 1 or columns < 1:
        raise RequestRefused("A sheet must have at least one row and one column.")
    if grid.get("frozenRowCount", 0) >= rows or grid.get("frozenColumnCount", 0) >= columns:
        raise RequestRefused("You can't freeze all visible rows or columns on the sheet.")
    tab.row_count, tab.column_count = rows, columns
    tab.frozen_rows = grid.get("frozenRowCount", 0)
    tab.frozen_columns = grid.get("frozenColumnCount", 0)
    tab.cells = {place: cell for place, cell in tab.cells.items() if place in tab.area}


def _update_spreadsheet_properties(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    mask = mask_of(body, "SpreadsheetProperties")
    new = assigned(book_properties(book), body.get("properties", {}), mask)
    if not re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2})?", new.get("locale", "")):
        raise RequestRefused(f"Unsupported locale: {new.get('locale', '')}")
    book.title = new.get("title", "")
    book.locale = new["locale"]
    book.time_zone = new.get("timeZone", "Etc/GMT")
    return {}


REQUESTS = {
    "addSheet": _add_sheet,
    "deleteSheet": _delete_sheet,
    "updateSheetProperties": _update_sheet_properties,
    "updateSpreadsheetProperties": _update_spreadsheet_properties,
}
