"""Writing values: update, append, clear and their batches.

They may stop half-way with an ApiError: the caller hands them a draft of the book.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.sheets_server import dimensions
from tests.sheets_server.a1 import Area, column_name
from tests.sheets_server.book import Book, Tab
from tests.sheets_server.cell import EMPTY, CellContent, cell_of
from tests.sheets_server.entry import typed
from tests.sheets_server.errors import ApiError, invalid_argument
from tests.sheets_server.ranges import cells_of, exceeds_grid, named
from tests.sheets_server.tables import table_at
from tests.sheets_server.values import area_values, options_of

Query = dict[str, list[str]]
_INPUT = ("RAW", "USER_ENTERED")


def input_option(name: str | None) -> str:
    """How texts are read; 400 if it is not said, for there is no default."""
    if name not in _INPUT:
        raise invalid_argument("'valueInputOption' is required but not specified")
    return name


def update(book: Book, text: str, body: dict[str, Any], query: Query) -> dict[str, Any]:
    """PUT values/{range}."""
    option = input_option(query.get("valueInputOption", [None])[-1])
    tab, area = cells_of(book, text)
    written = _write(book, tab, area, body, option)
    return _updated(book, tab, written, query)


def batch_update(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    """POST values:batchUpdate."""
    option = input_option(body.get("valueInputOption"))
    responses, tabs = [], set()
    for index, part in enumerate(body.get("data", [])):
        try:
            tab, area = cells_of(book, part.get("range", ""))
            written = _write(book, tab, area, part, option)
        except ApiError as error:
            raise invalid_argument(f"Invalid data[{index}]: {error.message}") from error
        tabs.add(tab.sheet_id)
        responses.append(_updated(book, tab, written, {}))
    return {
        "spreadsheetId": book.spreadsheet_id,
        "totalUpdatedRows": sum(each["updatedRows"] for each in responses),
        "totalUpdatedColumns": sum(each["updatedColumns"] for each in responses),
        "totalUpdatedCells": sum(each["updatedCells"] for each in responses),
        "totalUpdatedSheets": len(tabs),
        "responses": responses,
    }


def append(book: Book, text: str, body: dict[str, Any], query: Query) -> dict[str, Any]:
    """POST values/{range}:append; the grid grows if it must."""
    option = input_option(query.get("valueInputOption", [None])[-1])
    tab, anchor = cells_of(book, text)
    table, rows = table_at(tab, anchor), len(_rows(body))
    top, left = (anchor.top, anchor.left) if table is None else (table.rows.stop, table.left)
    if table is not None and query.get("insertDataOption", [""])[-1] == "INSERT_ROWS":
        dimensions.insert(tab, dimensions.ROWS, top, rows)
    tab.row_count = max(tab.row_count, top + rows)
    written = _write(book, tab, Area(top, top + 1, left, left + 1), body, option)
    found = {"tableRange": named(tab, table)} if table is not None else {}
    updates = _updated(book, tab, written, query)
    return {"spreadsheetId": book.spreadsheet_id, **found, "updates": updates}


def clear(book: Book, text: str) -> dict[str, Any]:
    """POST values/{range}:clear; formats, notes and validations stay."""
    return {"spreadsheetId": book.spreadsheet_id, "clearedRange": _cleared(book, text)}


def batch_clear(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    """POST values:batchClear."""
    cleared = [_cleared(book, text) for text in body.get("ranges", [])]
    return {"spreadsheetId": book.spreadsheet_id, "clearedRanges": cleared}


def _cleared(book: Book, text: str) -> str:
    tab, area = cells_of(book, text)
    for position in [position for position in tab.cells if position in area]:
        tab.put(position, tab.cells[position].holding(None))
    return named(tab, area)


def _rows(body: dict[str, Any]) -> list[list[Any]]:
    """The values by rows, whichever way they were sent."""
    values: list[list[Any]] = body.get("values") or []
    if body.get("majorDimension") != "COLUMNS":
        return values
    height = max((len(line) for line in values), default=0)
    return [[line[row] if row < len(line) else None for line in values] for row in range(height)]


def _write(book: Book, tab: Tab, area: Area, body: dict[str, Any], option: str) -> Area:
    """Write the values from the area's corner on; the area they take."""
    rows = _rows(body)
    taken = Area(
        area.top, area.top + max(1, len(rows)), area.left, area.left + max(1, *map(len, rows), 1)
    )
    _check_fits(tab, area, taken)
    for position, value in _placed(rows, area):
        content = _content(value, option, book, tab.cells.get(position, EMPTY))
        if not tab.is_covered(position):  # Sheets says it was updated, and drops it
            tab.put(position, content)
    return taken


def _check_fits(tab: Tab, area: Area, taken: Area) -> None:
    """A single cell is a corner to start from; a larger range is a limit too."""
    if taken.rows.stop > tab.row_count or taken.columns.stop > tab.column_count:
        raise exceeds_grid(tab, taken)
    if len(area.rows) * len(area.columns) == 1:
        return
    within = f"Requested writing within range [{named(tab, area)}], but tried writing to"
    if taken.rows.stop > area.rows.stop:
        raise invalid_argument(f"{within} row [{area.rows.stop + 1}]")
    if taken.columns.stop > area.columns.stop:
        raise invalid_argument(f"{within} column [{column_name(area.columns.stop)}]")


def _placed(rows: list[list[Any]], area: Area) -> Iterator[tuple[tuple[int, int], Any]]:
    """Every value with its cell; null leaves its cell alone."""
    for row, values in enumerate(rows, start=area.top):
        for column, value in enumerate(values, start=area.left):
            if value is not None:
                yield (row, column), value


def _content(value: Any, option: str, book: Book, previous: CellContent) -> CellContent:
    if isinstance(value, list | dict):
        kind = "list_value" if isinstance(value, list) else "struct_value"
        raise invalid_argument(f"Invalid values[0][0]: {kind} {{\n}}\n")
    if isinstance(value, str) and option == "USER_ENTERED":
        return typed(value, book.locale, previous)
    return cell_of(None if value == "" else value, previous)


def _updated(book: Book, tab: Tab, area: Area, query: Query) -> dict[str, Any]:
    """UpdateValuesResponse."""
    rows, columns = len(area.rows), len(area.columns)
    answer = {
        "spreadsheetId": book.spreadsheet_id,
        "updatedRange": named(tab, area),
        "updatedRows": rows,
        "updatedColumns": columns,
        "updatedCells": rows * columns,
    }
    if query.get("includeValuesInResponse", [""])[-1].lower() != "true":
        return answer
    options = options_of(
        {"valueRenderOption": query.get("responseValueRenderOption", ["FORMATTED_VALUE"])}
    )
    return {**answer, "updatedData": area_values(book, tab, area, options)}
