"""Requests for how cells of a Google Sheet look and what they should hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from zi_metrics.labels import template as text
from zi_metrics.sources.google_write import Request
from zi_metrics.template import tints as colours
from zi_metrics.template.layout import (
    FIRST_ROW,
    HEADER_ROW,
    AnyDate,
    Block,
    Condition,
    Format,
    MissingTint,
    NumberFrom,
    OneOf,
    OneOfColumn,
    TabPlan,
    Tint,
    a1,
    missing_formula,
)

# Patterns are in American style whatever the sheet's language.
_NUMBER_FORMATS = {
    Format.TEXT: {"type": "TEXT"},
    Format.DATE: {"type": "DATE", "pattern": "dd/mm/yyyy"},
    Format.PERCENT: {"type": "PERCENT", "pattern": "0%"},
}


class Area(NamedTuple):
    """Cells of a tab; rows numbered as people see them, columns from 0, all ends included."""

    sheet_id: int
    first_row: int
    last_row: int
    first_column: int
    last_column: int

    @property
    def as_range(self) -> Request:
        """The same for the API, which counts from 0 and leaves the ends out."""
        return {
            "sheetId": self.sheet_id,
            "startRowIndex": self.first_row - 1,
            "endRowIndex": self.last_row,
            "startColumnIndex": self.first_column,
            "endColumnIndex": self.last_column + 1,
        }


def _of(sheet_id: int, block: Block) -> Request:
    return Area(sheet_id, block.first, block.last, block.column, block.column).as_range


def format_requests(tab: TabPlan, sheet_id: int) -> Iterator[Request]:
    """Header, whole columns, and the cells that differ from theirs."""
    for at, column in enumerate(tab.columns):
        fill = colours.HEADER if column.is_read else colours.HEADER_OF_INFORMATION
        header = Block(at, HEADER_ROW, HEADER_ROW)
        yield _repeat(_of(sheet_id, header), _bold(colours.HEADER_TEXT, fill))
        body = Block(at, FIRST_ROW, tab.last_row)
        yield _repeat(_of(sheet_id, body), _entry(column.format))
    for block, how in tab.formats:
        yield _repeat(_of(sheet_id, block), _entry(how))
    for block in tab.muted:
        yield _repeat(_of(sheet_id, block), {"backgroundColor": _rgb(colours.MUTED)})
    for row in sorted(tab.headings):
        across = Area(sheet_id, row, row, 0, len(tab.columns) - 1)
        yield _repeat(across.as_range, _bold(colours.TEXT, colours.HEADING))


def _repeat(where: Request, look: Request) -> Request:
    fields = f"userEnteredFormat({','.join(look)})"
    cell = {"userEnteredFormat": look}
    return {"repeatCell": {"range": where, "cell": cell, "fields": fields}}


def _bold(ink: str, fill: str) -> Request:
    return {
        "backgroundColor": _rgb(fill),
        "textFormat": {"bold": True, "foregroundColor": _rgb(ink)},
        "verticalAlignment": "MIDDLE",
        "wrapStrategy": "WRAP",
    }


def _entry(how: Format) -> Request:
    shown = {"numberFormat": _NUMBER_FORMATS[how]} if how in _NUMBER_FORMATS else {}
    placed = {"horizontalAlignment": "LEFT", "verticalAlignment": "TOP", "wrapStrategy": "WRAP"}
    return shown | placed


def validation_requests(tab: TabPlan, sheet_id: int) -> Iterator[Request]:
    """Lists, dates and numbers; another entry is marked, and stays."""
    for each in tab.validations:
        rule = {
            "condition": _condition(each.condition),
            "inputMessage": each.help,
            "strict": False,
            "showCustomUi": True,
        }
        for block in each.blocks:
            yield {"setDataValidation": {"range": _of(sheet_id, block), "rule": rule}}


def _condition(condition: Condition) -> Request:
    match condition:
        case OneOf(options):
            return _test("ONE_OF_LIST", *options)
        case OneOfColumn(tab, block):
            return _test("ONE_OF_RANGE", f"='{tab}'!{a1(block, is_absolute=True)}")
        case AnyDate():
            return _test("DATE_IS_VALID")
        case NumberFrom(least, None):
            return _test("NUMBER_GREATER_THAN_EQ", f"{least:g}")
        case NumberFrom(least, most):
            return _test("NUMBER_BETWEEN", f"{least:g}", f"{most:g}")


def _test(kind: str, *values: str) -> Request:
    listed = [{"userEnteredValue": value} for value in values]
    return {"type": kind} | ({"values": listed} if listed else {})


def tint_requests(tab: TabPlan, sheet_id: int) -> Iterator[Request]:
    """Colours that follow what stands in the cells."""
    for index, each in enumerate(tab.tints):
        match each:
            case Tint():
                condition = _test("TEXT_EQ", each.text)
            case MissingTint():
                condition = _test("CUSTOM_FORMULA", f"={missing_formula(each)}")
        look: dict[str, Any] = {
            "backgroundColor": _rgb(each.fill),
            "textFormat": {"foregroundColor": _rgb(colours.TEXT)},
        }
        rule = {
            "ranges": [_of(sheet_id, each.block)],
            "booleanRule": {"condition": condition, "format": look},
        }
        yield {"addConditionalFormatRule": {"rule": rule, "index": index}}


def arrange_requests(tab: TabPlan, sheet_id: int) -> Iterator[Request]:
    """The filter, and a warning before the header is changed: nobody is locked out."""
    last = len(tab.columns) - 1
    if tab.has_filter:
        whole = Area(sheet_id, HEADER_ROW, tab.last_row, 0, last)
        yield {"setBasicFilter": {"filter": {"range": whole.as_range}}}
    kept = {
        "range": Area(sheet_id, HEADER_ROW, HEADER_ROW, 0, last).as_range,
        "description": text.PROTECTED_HEADER,
        "warningOnly": True,
    }
    yield {"addProtectedRange": {"protectedRange": kept}}


def _rgb(colour: str) -> Request:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return dict(zip(("red", "green", "blue"), parts, strict=True))
