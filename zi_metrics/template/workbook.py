"""The template as an .xlsx file."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import cast

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import ColumnDimension, RowDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from zi_metrics.labels import template as text
from zi_metrics.template import tints
from zi_metrics.template.layout import (
    FIRST_ROW,
    HEADER_ROW,
    Block,
    Cell,
    ColumnPlan,
    Format,
    TabPlan,
)
from zi_metrics.template.workbook_rules import add_tints, add_validations, argb

_NUMBER_FORMATS = {
    Format.TEXT: "@",
    Format.GENERAL: "General",
    Format.DATE: "dd/mm/yyyy",
    Format.PERCENT: "0%",
}
_FORMULA_STARTS = ("=", "+", "-", "@")
_LAST_COLUMN = 16_384
_OPEN = Protection(locked=False)
_WRAPPED = Alignment(horizontal="left", vertical="top", wrap_text=True)
_FONT, _FONT_SIZE = "Calibri", 11
_LINE, _HEADER_HEIGHT = 15, 33  # points
_NOTE_WIDTH, _NOTE_HEIGHT = 300, 120  # pixels


def xlsx(tabs: Iterable[TabPlan]) -> bytes:
    """The file's content."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = text.AUTHOR
    book.properties.title = text.FILE_TITLE
    for tab in tabs:
        sheet = book.create_sheet(tab.title)
        _dress_columns(sheet, tab)
        _write_header(sheet, tab)
        _write_rows(sheet, tab)
        _mark_cells(sheet, tab)
        add_validations(sheet, tab)
        add_tints(sheet, tab)
        _arrange(sheet, tab)
        _protect(sheet)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _dress_columns(sheet: Worksheet, tab: TabPlan) -> None:
    """Whole columns, so that rows added later look and behave like the first ones.

    The columns to the right are open too: people may add their own.
    """
    for at, column in enumerate(tab.columns, start=1):
        letter = get_column_letter(at)
        dressed = ColumnDimension(sheet, index=letter, width=column.width)
        _dress(dressed, column.format)
        sheet.column_dimensions[letter] = dressed
    beyond = len(tab.columns) + 1
    letter = get_column_letter(beyond)
    rest = ColumnDimension(sheet, index=letter, min=beyond, max=_LAST_COLUMN)
    rest.protection = _OPEN
    sheet.column_dimensions[letter] = rest


def _dress(place: ColumnDimension | SheetCell, how: Format) -> None:
    place.number_format = _NUMBER_FORMATS[how]
    place.alignment = _WRAPPED
    place.protection = _OPEN


def _write_header(sheet: Worksheet, tab: TabPlan) -> None:
    for at, column in enumerate(tab.columns, start=1):
        cell = _at(sheet, HEADER_ROW, at)
        _put(cell, column.header)
        cell.font = _bold(tints.HEADER_TEXT)
        cell.fill = _filled(_header_fill(column))
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        if column.note:
            cell.comment = Comment(column.note, text.AUTHOR, width=_NOTE_WIDTH, height=_NOTE_HEIGHT)
    sheet.row_dimensions[HEADER_ROW].height = _HEADER_HEIGHT


def _header_fill(column: ColumnPlan) -> str:
    return tints.HEADER if column.is_read else tints.HEADER_OF_INFORMATION


def _write_rows(sheet: Worksheet, tab: TabPlan) -> None:
    for number, row in enumerate(tab.rows, start=FIRST_ROW):
        for at, (value, column) in enumerate(zip(row, tab.columns, strict=True), start=1):
            if value is not None:
                cell = _at(sheet, number, at)
                _dress(cell, column.format)
                _put(cell, value)
        sheet.row_dimensions[number] = _Row(sheet, index=number, ht=_LINE * _lines(row, tab))


class _Row(RowDimension):
    """A height to begin with: Excel finds another one when the row is edited, as it should."""

    @property
    def customHeight(self) -> bool:  # noqa: N802  openpyxl's name
        return False


def _lines(row: Sequence[Cell], tab: TabPlan) -> int:
    """How many lines the longest text of a row takes; not every program counts them by itself."""
    pairs = zip(row, tab.columns, strict=True)
    return max(ceil(len(str(cell or "")) / column.width) or 1 for cell, column in pairs)


def _put(cell: SheetCell, value: Cell) -> None:
    """Text stays text, also where it looks like a formula, and also once it has been edited."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_FORMULA_STARTS)


def _mark_cells(sheet: Worksheet, tab: TabPlan) -> None:
    for block, how in tab.formats:
        for cell in _cells(sheet, block):
            _dress(cell, how)
    for block in tab.muted:
        for cell in _cells(sheet, block):
            _dress(cell, tab.columns[block.column].format)
            cell.fill = _filled(tints.MUTED)
    for row in tab.headings:
        for at in range(len(tab.columns)):
            cell = _at(sheet, row, at + 1)
            _dress(cell, tab.columns[at].format)
            cell.font = _bold(tints.TEXT)
            cell.fill = _filled(tints.HEADING)


def _cells(sheet: Worksheet, block: Block) -> Iterator[SheetCell]:
    for row in range(block.first, block.last + 1):
        yield _at(sheet, row, block.column + 1)


def _arrange(sheet: Worksheet, tab: TabPlan) -> None:
    """Frozen header, filter, and paper: landscape, as wide as the page, header on every page."""
    sheet.freeze_panes = f"A{FIRST_ROW}"
    if tab.has_filter:
        sheet.auto_filter.ref = f"A{HEADER_ROW}:{get_column_letter(len(tab.columns))}{tab.last_row}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"


def _protect(sheet: Worksheet) -> None:
    """Without a password: it keeps headers from slips, not from people.

    For openpyxl, False means allowed.
    """
    for freedom in (
        "formatCells", "formatColumns", "formatRows", "insertRows", "insertHyperlinks",
        "deleteRows", "sort", "autoFilter",
    ):  # fmt: skip
        setattr(sheet.protection, freedom, False)
    sheet.protection.enable()


def _at(sheet: Worksheet, row: int, column: int) -> SheetCell:
    return cast("SheetCell", sheet.cell(row, column))  # none of ours is merged


def _bold(colour: str) -> Font:
    return Font(name=_FONT, size=_FONT_SIZE, bold=True, color=argb(colour))


def _filled(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=argb(colour))
