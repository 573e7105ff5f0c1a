"""A workbook as Google Sheets has it after an upload."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.styles.numbers import is_datetime
from openpyxl.utils.cell import (
    column_index_from_string,
    coordinate_to_tuple,
    range_boundaries,
)
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from tests.sheets_server.a1 import Area
from tests.sheets_server.book import Book, Tab
from tests.sheets_server.cell import EMPTY, CellContent, SheetError, Validation, Value, cell_of
from tests.sheets_server.entry import LOADING, calculated, with_separators_of

Results = Mapping[tuple[str, str], Value]

_ROWS, _COLUMNS = 1000, 26
_DATE_KINDS = {"date": "DATE", "datetime": "DATE_TIME", "time": "TIME"}


def from_xlsx(
    source: str | Path | openpyxl.Workbook,
    results: Results | None = None,
    *,
    spreadsheet_id: str = "ZI-LOKAL",
    title: str = "Buku kerja",
    locale: str = "in_ID",
) -> Book:
    """The book that an upload makes of a workbook.

    results: (title of the tab, "A1") -> value of a formula; without one it is what the file holds,
    else the error LOADING. Kept: values, dates, kinds of number formats, links, merges, hidden
    rows, columns and tabs, lists to choose from, frozen rows, notes. Grids have at least 1000 rows
    and 26 columns.
    """
    if isinstance(source, openpyxl.Workbook):
        workbook, cached = source, {}
    else:
        workbook = openpyxl.load_workbook(source)
        cached = _cached_results(Path(source))
    ids = {sheet.title: _sheet_id(sheet) for sheet in workbook.worksheets}
    upload = _Upload({**cached, **(results or {})}, locale, ids)
    tabs = [_tab(sheet, upload) for sheet in workbook.worksheets]
    return Book(spreadsheet_id, title, locale, tabs=tabs)


@dataclass(frozen=True)
class _Upload:
    """What the cells of a workbook need to know of all of it."""

    results: Results
    locale: str
    sheet_ids: Mapping[str, int]


def _sheet_id(sheet: Worksheet) -> int:
    """0 of the first tab; of the others a number that stays the same in every run."""
    is_first = sheet.parent is None or sheet.parent.worksheets[0] is sheet
    return 0 if is_first else zlib.crc32(sheet.title.encode()) % 2_000_000_000


def _cached_results(path: Path) -> dict[tuple[str, str], Value]:
    """What the program that wrote the file had calculated."""
    workbook = openpyxl.load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): _plain(cell)
        for sheet in workbook.worksheets
        for cell in _cells(sheet)
        if cell.value is not None
    }


def _tab(sheet: Worksheet, upload: _Upload) -> Tab:
    tab = Tab(
        sheet.title,
        upload.sheet_ids[sheet.title],
        max(_ROWS, sheet.max_row),
        max(_COLUMNS, sheet.max_column),
        hidden=sheet.sheet_state != "visible",
        merges=[_area(merge) for merge in sheet.merged_cells.ranges],
    )
    for cell in _cells(sheet):
        tab.put((cell.row - 1, cell.column - 1), _content(cell, upload))
    for validation in sheet.data_validations.dataValidation:
        _add_validation(tab, validation)
    _add_layout(tab, sheet)
    return tab


def _cells(sheet: Worksheet) -> list[Any]:
    """The cells there are; iter_rows() would make all the blank ones between them."""
    return [sheet._cells[place] for place in sorted(sheet._cells)]


def _area(bounds: Any) -> Area:
    """The area of one of openpyxl's cell ranges."""
    return Area(bounds.min_row - 1, bounds.max_row, bounds.min_col - 1, bounds.max_col)


def _content(cell: Any, upload: _Upload) -> CellContent:
    if not isinstance(cell, Cell):  # covered by a merge
        return EMPTY
    kind = _number_format(cell)
    blank = CellContent(
        number_format=kind,
        pattern=_pattern(cell, kind),
        note=cell.comment.text if cell.comment else None,
        has_format=cell.has_style,
    )
    if cell.data_type == "f":
        return _formula(cell, blank, upload)
    content = cell_of(_plain(cell), blank)
    link = _link(cell, upload)
    if link is None:
        return content
    return replace(content, value=link if content.value is None else content.value, link=link)


def _formula(cell: Cell, blank: CellContent, upload: _Upload) -> CellContent:
    text = str(cell.value.text if isinstance(cell.value, ArrayFormula) else cell.value)
    formula = with_separators_of(f"={text.removeprefix('=')}", upload.locale)
    result = upload.results.get((cell.parent.title, cell.coordinate), LOADING)
    return calculated(formula, upload.locale, blank, result)


def _plain(cell: Any) -> Value:
    """The value as Sheets holds it: dates and times as serial numbers."""
    value = cell.value
    if cell.data_type == "e":
        return SheetError.of(str(value))
    if value is None or isinstance(value, str | bool | int | float):
        return value
    return float(to_excel(value))


def _number_format(cell: Cell) -> str | None:
    form = cell.number_format
    if form == "General":
        return None
    if form == "@":
        return "TEXT"
    if kind := is_datetime(form):
        return _DATE_KINDS[kind]
    signs = {"%": "PERCENT", "Rp": "CURRENCY", "$": "CURRENCY", "E+": "SCIENTIFIC"}
    return next((kind for sign, kind in signs.items() if sign in form), "NUMBER")


def _pattern(cell: Cell, kind: str | None) -> str | None:
    """The pattern, unless the kind says enough: dates show themselves in the book's locale."""
    return cell.number_format if kind in {"PERCENT", "CURRENCY", "NUMBER"} else None


def _link(cell: Cell, upload: _Upload) -> str | None:
    """Where the cell's link leads; to a place in the same book by the tab's id."""
    if cell.hyperlink is None:
        return None
    if cell.hyperlink.target or not cell.hyperlink.location:
        return cell.hyperlink.target
    title, _, place = cell.hyperlink.location.rpartition("!")
    sheet_id = upload.sheet_ids.get(title.strip("'").replace("''", "'"))
    return None if sheet_id is None else f"#gid={sheet_id}&range={place}"


def _add_validation(tab: Tab, rule: DataValidation) -> None:
    if rule.type != "list":
        return
    source = str(rule.formula1 or "")
    if source.startswith('"'):
        kind, values = "ONE_OF_LIST", tuple(part.strip() for part in source.strip('"').split(","))
    else:
        kind, values = "ONE_OF_RANGE", (f"={source.removeprefix('=')}",)
    validation = Validation(kind, values, strict=rule.errorStyle in {None, "stop"})
    for bounds in rule.sqref.ranges:
        area = _area(bounds).within(tab.row_count, tab.column_count)
        for place in ((row, column) for row in area.rows for column in area.columns):
            tab.put(place, replace(tab.cells.get(place, EMPTY), validation=validation))


def _add_layout(tab: Tab, sheet: Worksheet) -> None:
    if sheet.freeze_panes:
        row, column = coordinate_to_tuple(sheet.freeze_panes)
        tab.frozen_rows, tab.frozen_columns = row - 1, column - 1
    hidden = {row - 1 for row, each in sheet.row_dimensions.items() if each.hidden}
    filtered = _filtered_rows(sheet)
    tab.hidden_rows_by_filter = {row for row in hidden if row in filtered}
    tab.hidden_rows_by_user = hidden - tab.hidden_rows_by_filter
    for letters, each in sheet.column_dimensions.items():
        first: int = each.min or column_index_from_string(letters)
        last: int = each.max or first
        columns = range(first - 1, last)
        if each.hidden:
            tab.hidden_columns.update(columns)
        elif each.customWidth:
            tab.column_widths.update(dict.fromkeys(columns, round(each.width * 7 + 5)))


def _filtered_rows(sheet: Worksheet) -> range:
    """The rows below the header of a filter that has criteria."""
    if not sheet.auto_filter.ref or not sheet.auto_filter.filterColumn:
        return range(0)
    _, first, _, last = range_boundaries(sheet.auto_filter.ref)
    return range(first, last)
