"""The template as requests of one `spreadsheets.batchUpdate`, for a Google Sheet that is empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from zi_metrics.matching import folded
from zi_metrics.sources.google_write import ExistingTab, Request
from zi_metrics.template.layout import FIRST_ROW, HEADER_ROW, Cell, ColumnPlan, TabPlan
from zi_metrics.template.request_rules import (
    arrange_requests,
    format_requests,
    tint_requests,
    validation_requests,
)

LOCALE, TIME_ZONE = "in_ID", "Asia/Jakarta"
_PIXELS_A_CHARACTER, _PADDING_PIXELS = 7, 5


def fill_requests(tabs: Sequence[TabPlan], existing: Sequence[ExistingTab]) -> list[Request]:
    """Everything that makes an empty sheet the template, in order.

    The first tab there is becomes one of ours; other empty ones stay behind them.
    """
    own = {"locale": LOCALE, "timeZone": TIME_ZONE}
    placed = _placed(tabs, existing)
    return [
        {"updateSpreadsheetProperties": {"properties": own, "fields": "locale,timeZone"}},
        *_tab_requests(tabs, placed, {each.sheet_id for each in existing}),
        *(
            request
            for tab, sheet_id in zip(tabs, placed, strict=True)
            for request in _content_requests(tab, sheet_id)
        ),
    ]


def _placed(tabs: Sequence[TabPlan], existing: Sequence[ExistingTab]) -> list[int]:
    """The identifier of each tab: that of a tab of its name, else of the first one, else a new one.

    Two tabs cannot have the same name, whatever its case.
    """
    by_name = {folded(each.title): each.sheet_id for each in existing}
    named = [by_name.get(folded(tab.title)) for tab in tabs]
    spare = [each.sheet_id for each in existing[:1] if each.sheet_id not in named]
    taken = {each.sheet_id for each in existing}
    fresh = (number for number in count(1) if number not in taken)
    return [
        given if given is not None else spare.pop() if spare else next(fresh) for given in named
    ]


def _tab_requests(
    tabs: Sequence[TabPlan], placed: Sequence[int], existing: set[int]
) -> Iterator[Request]:
    for index, (tab, sheet_id) in enumerate(zip(tabs, placed, strict=True)):
        properties = {
            "sheetId": sheet_id,
            "title": tab.title,
            "index": index,
            "hidden": False,
            "gridProperties": {
                "rowCount": tab.last_row,
                "columnCount": len(tab.columns),
                "frozenRowCount": HEADER_ROW,
                "frozenColumnCount": 0,
            },
        }
        if sheet_id in existing:
            grid = "gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount)"
            fields = f"title,index,hidden,{grid}"
            yield {"updateSheetProperties": {"properties": properties, "fields": fields}}
        else:
            yield {"addSheet": {"properties": properties}}


def _content_requests(tab: TabPlan, sheet_id: int) -> Iterator[Request]:
    yield _cells(sheet_id, HEADER_ROW, [[_header(column) for column in tab.columns]], "note")
    if tab.rows:
        yield _cells(sheet_id, FIRST_ROW, ([_cell(cell) for cell in row] for row in tab.rows))
    yield from _widths(tab, sheet_id)
    yield from format_requests(tab, sheet_id)
    yield from validation_requests(tab, sheet_id)
    yield from tint_requests(tab, sheet_id)
    yield from arrange_requests(tab, sheet_id)


def _cells(sheet_id: int, row: int, rows: Iterable[list[Request]], *more: str) -> Request:
    start = {"sheetId": sheet_id, "rowIndex": row - 1, "columnIndex": 0}
    written = [{"values": cells} for cells in rows]
    fields = ",".join(["userEnteredValue", *more])
    return {"updateCells": {"start": start, "rows": written, "fields": fields}}


def _header(column: ColumnPlan) -> Request:
    note = {"note": column.note} if column.note else {}
    return _cell(column.header) | note


def _cell(value: Cell) -> Request:
    """Text as text: what is sent as `stringValue` is never read as a formula, number or date."""
    if value is None:
        return {}
    kind = "stringValue" if isinstance(value, str) else "numberValue"
    return {"userEnteredValue": {kind: value}}


def _widths(tab: TabPlan, sheet_id: int) -> Iterator[Request]:
    for at, column in enumerate(tab.columns):
        place = {"sheetId": sheet_id, "dimension": "COLUMNS", "startIndex": at, "endIndex": at + 1}
        size = {"pixelSize": _PIXELS_A_CHARACTER * column.width + _PADDING_PIXELS}
        yield {
            "updateDimensionProperties": {"range": place, "properties": size, "fields": "pixelSize"}
        }
