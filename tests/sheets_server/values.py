"""Reading values: values.get and values:batchGet."""

from __future__ import annotations

from typing import Any

from tests.sheets_server.a1 import Area
from tests.sheets_server.book import Book, Tab
from tests.sheets_server.cell import EMPTY, CellContent, SheetError
from tests.sheets_server.cell_json import plain
from tests.sheets_server.display import displayed
from tests.sheets_server.errors import invalid_argument
from tests.sheets_server.ranges import cells_of, named

_CHOICES = {
    "majorDimension": ("ROWS", "COLUMNS"),
    "valueRenderOption": ("FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"),
    "dateTimeRenderOption": ("SERIAL_NUMBER", "FORMATTED_STRING"),
}
_DATES = {"DATE", "DATE_TIME", "TIME"}

Options = dict[str, str]


def options_of(query: dict[str, list[str]]) -> Options:
    """The three options of a read, the first choice of each by default; 400 for other words."""
    options = {}
    for name, choices in _CHOICES.items():
        chosen = query.get(name, [choices[0]])[-1]
        if chosen not in choices:
            text = f"Invalid value at '{_snake(name)}' (TYPE_ENUM), \"{chosen}\""
            raise invalid_argument(text, [(_snake(name), text)])
        options[name] = chosen
    return options


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


def value_range(book: Book, text: str, options: Options) -> dict[str, Any]:
    """ValueRange of a range; without `values` if every cell of it is blank."""
    tab, area = cells_of(book, text)
    return area_values(book, tab, area, options)


def area_values(book: Book, tab: Tab, area: Area, options: Options) -> dict[str, Any]:
    """ValueRange of an area in the grid, cut after the last values."""
    major = options["majorDimension"]
    lines = _lines(book, tab, area, options)
    trimmed = _trimmed([_trimmed(line, "") for line in lines], [])
    head = {"range": named(tab, area), "majorDimension": major}
    return {**head, "values": trimmed} if trimmed else head


def _lines(book: Book, tab: Tab, area: Area, options: Options) -> list[list[Any]]:
    rows = area.rows
    held = [row for row, column in tab.cells if (row, column) in area]
    rows = rows[: max(held, default=area.top - 1) - area.top + 1]
    lines = [
        [
            rendered(tab.cells.get((row, column), EMPTY), book.locale, options)
            for column in area.columns
        ]
        for row in rows
    ]
    if options["majorDimension"] == "COLUMNS":
        return [list(line) for line in zip(*lines, strict=True)]
    return lines


def _trimmed(line: list[Any], blank: Any) -> list[Any]:
    end = len(line)
    while end and line[end - 1] == blank:
        end -= 1
    return line[:end]


def rendered(cell: CellContent, locale: str, options: Options) -> Any:
    """One value of an answer; a blank is ""."""
    if cell.value is None:
        return ""
    render = options["valueRenderOption"]
    if render == "FORMULA" and cell.formula is not None:
        return cell.formula
    as_text = options["dateTimeRenderOption"] == "FORMATTED_STRING"
    is_date = cell.number_format in _DATES and not isinstance(cell.value, str)
    if render == "FORMATTED_VALUE" or (as_text and is_date):
        return displayed(cell, locale)
    if isinstance(cell.value, SheetError):
        return cell.value.text
    return cell.value if isinstance(cell.value, str | bool) else plain(cell.value)
