"""spreadsheets:batchUpdate: tabs, rows and columns, protections, filters, colours by rule."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sheets_server.a1 import Area
from tests.sheets_server.book import Book
from tests.sheets_server.changing import CELL, Sheet
from tests.sheets_server.conftest import Serve


@pytest.fixture
def sheet(serve: Serve) -> Sheet:
    book = Book("ZI")
    book.add_tab("Bukti", [["a"], ["b"], ["c"]], row_count=6, column_count=4)
    book.add_tab("Monev", row_count=3, column_count=2)
    return Sheet(serve(book), book)


def _properties(fields: str, **properties: Any) -> dict[str, Any]:
    return {"updateSheetProperties": {"properties": properties, "fields": fields}}


def _titles(sheet: Sheet) -> list[str]:
    return [tab.title for tab in sheet.book.tabs]


# --- tabs -------------------------------------------------------------------


def test_a_tab_is_added_with_a_new_id(sheet: Sheet) -> None:
    grid = {"rowCount": 3, "columnCount": 3}
    asked = {"title": "x", "sheetType": "GRID", "gridProperties": grid}
    [reply] = sheet.change({"addSheet": {"properties": asked}})
    made = reply["addSheet"]["properties"]
    assert list(made) == ["sheetId", "title", "index", "sheetType", "gridProperties"]
    assert (made["title"], made["index"], made["gridProperties"]) == ("x", 2, grid)
    assert made["sheetId"] not in {0, sheet.book.tabs[1].sheet_id}


def test_a_tab_may_bring_its_place_id_and_settings(sheet: Sheet) -> None:
    asked = {"sheetId": 5, "index": 0, "hidden": True, "tabColorStyle": {"themeColor": "ACCENT1"}}
    sheet.change({"addSheet": {"properties": {**asked, "gridProperties": {"frozenRowCount": 1}}}})
    assert _titles(sheet) == ["Sheet1", "Bukti", "Monev"]
    [made, *_] = sheet.read("sheets.properties")
    assert made["properties"] | asked == made["properties"]
    assert made["properties"]["gridProperties"]["frozenRowCount"] == 1


def test_a_title_is_given_once(sheet: Sheet) -> None:
    assert sheet.refusal({"addSheet": {"properties": {"title": "Monev"}}}) == (
        'Invalid requests[0].addSheet: A sheet with the name "Monev" already exists. '
        "Please enter another name."
    )


def test_a_tab_is_deleted_but_not_the_last_one(sheet: Sheet) -> None:
    sheet.change({"deleteSheet": {"sheetId": 0}})
    assert _titles(sheet) == ["Monev"]
    last = sheet.book.tabs[0].sheet_id
    assert "can't remove all the sheets" in sheet.refusal({"deleteSheet": {"sheetId": last}})


def test_title_place_and_sight_of_a_tab_are_changed(sheet: Sheet) -> None:
    sheet.change(_properties("title,index,hidden", sheetId=0, title="Arsip", index=2, hidden=True))
    assert _titles(sheet) == ["Monev", "Arsip"]
    assert sheet.tab.hidden
    assert sheet.tab["A1"].value == "a"


def test_not_every_tab_can_be_hidden(sheet: Sheet) -> None:
    other = sheet.book.tabs[1].sheet_id
    both = [_properties("hidden", sheetId=number, hidden=True) for number in (0, other)]
    assert sheet.refusal(*both) == (
        "Invalid requests[1].updateSheetProperties: You can't hide all the sheets in a document."
    )


@pytest.mark.parametrize(
    "fields", ["gridProperties/frozenRowCount", "gridProperties.frozenRowCount"]
)
def test_rows_are_frozen(sheet: Sheet, fields: str) -> None:
    sheet.change(_properties(fields, sheetId=0, gridProperties={"frozenRowCount": 1}))
    assert (sheet.tab.frozen_rows, sheet.tab.row_count) == (1, 6)


def test_a_smaller_grid_loses_its_cells(sheet: Sheet) -> None:
    sheet.change(_properties("gridProperties.rowCount", sheetId=0, gridProperties={"rowCount": 2}))
    assert (sheet.tab.row_count, set(sheet.tab.cells)) == (2, {(0, 0), (1, 0)})


def test_the_book_has_properties_too(sheet: Sheet) -> None:
    body = {"properties": {"locale": "fr_FR", "title": "x"}, "fields": "locale"}
    sheet.change({"updateSpreadsheetProperties": body})
    assert (sheet.book.locale, sheet.book.title) == ("fr_FR", "Buku")
    wrong = {"properties": {"locale": "Indonesia"}, "fields": "locale"}
    assert "Unsupported locale" in sheet.refusal({"updateSpreadsheetProperties": wrong})


# --- rows and columns -------------------------------------------------------


def _rows(start: int, end: int) -> dict[str, Any]:
    return {"sheetId": 0, "dimension": "ROWS", "startIndex": start, "endIndex": end}


def test_what_knows_a_row_moves_with_it(sheet: Sheet) -> None:
    tab = sheet.tab
    tab.merges, tab.hidden_rows_by_user, tab.hidden_rows_by_filter = [Area(1, 3, 0, 2)], {2}, {1}
    tab.protected_ranges = [
        {"protectedRangeId": 1, "range": {"startRowIndex": 1, "endRowIndex": 3}}
    ]
    sheet.change({"insertDimension": {"range": _rows(1, 3), "inheritFromBefore": True}})
    assert (tab.row_count, set(tab.cells)) == (8, {(0, 0), (3, 0), (4, 0)})
    assert (tab.merges, tab.hidden_rows_by_user) == ([Area(3, 5, 0, 2)], {4})
    assert tab.hidden_rows_by_filter == {3}
    assert tab.protected_ranges[0]["range"] == {"startRowIndex": 3, "endRowIndex": 5}


def test_deleted_rows_take_what_knew_only_them_along(sheet: Sheet) -> None:
    tab = sheet.tab
    tab.merges, tab.hidden_rows_by_user = [Area(0, 1, 0, 2), Area(1, 3, 0, 1)], {0, 2}
    tab.basic_filter = {"range": {"startRowIndex": 0, "endRowIndex": 6}}
    sheet.change({"deleteDimension": {"range": _rows(0, 2)}})
    assert tab["A1"].value == "c"
    assert (tab.row_count, tab.merges, tab.hidden_rows_by_user) == (4, [], {0})
    assert tab.basic_filter == {"range": {"startRowIndex": 0, "endRowIndex": 4}}


def test_columns_move_likewise(sheet: Sheet) -> None:
    columns = {"sheetId": 0, "dimension": "COLUMNS", "startIndex": 0, "endIndex": 1}
    sheet.tab.hidden_columns, sheet.tab.column_widths = {0}, {0: 50}
    sheet.change({"insertDimension": {"range": columns}})
    assert (sheet.tab["B1"].value, sheet.tab.column_count) == ("a", 5)
    assert (sheet.tab.hidden_columns, sheet.tab.column_widths) == ({1}, {1: 50})


def test_rows_are_added_at_the_end(sheet: Sheet) -> None:
    sheet.change({"appendDimension": {"sheetId": 0, "dimension": "ROWS", "length": 4}})
    assert sheet.tab.row_count == 10
    assert "at least 1" in sheet.refusal({"appendDimension": {"sheetId": 0, "dimension": "ROWS"}})


def test_rows_are_hidden_sized_and_shown_again(sheet: Sheet) -> None:
    hide = {"range": _rows(1, 3), "properties": {"hiddenByUser": True, "pixelSize": 40}}
    sheet.change({"updateDimensionProperties": {**hide, "fields": "hiddenByUser,pixelSize"}})
    assert (sheet.tab.hidden_rows_by_user, sheet.tab.row_heights) == ({1, 2}, {1: 40, 2: 40})
    show = {"range": _rows(1, 2), "properties": {}, "fields": "hiddenByUser"}
    sheet.change({"updateDimensionProperties": show})
    assert sheet.tab.hidden_rows_by_user == {2}


def test_columns_become_as_wide_as_their_texts(sheet: Sheet) -> None:
    sheet.tab["B1"] = "teks yang agak panjang"
    columns = {"sheetId": 0, "dimension": "COLUMNS", "startIndex": 0, "endIndex": 2}
    assert sheet.change({"autoResizeDimensions": {"dimensions": columns}}) == [{}]
    assert sheet.tab.column_widths[0] < sheet.tab.column_widths[1]


def test_rows_that_are_not_there_cannot_be_changed(sheet: Sheet) -> None:
    assert "Invalid range" in sheet.refusal({"deleteDimension": {"range": _rows(5, 7)}})
    assert "can't delete all the rows" in sheet.refusal({"deleteDimension": {"range": _rows(0, 6)}})


# --- protections, filters, colours by rule ----------------------------------


def test_a_protection_is_answered_without_and_read_with_its_editors(sheet: Sheet) -> None:
    asked = {
        "range": CELL,
        "description": "rumus",
        "editors": {"users": ["a@x.go.id"], "groups": []},
    }
    [reply] = sheet.change({"addProtectedRange": {"protectedRange": asked}})
    made = reply["addProtectedRange"]["protectedRange"]
    assert "sheetId" not in made["range"]
    assert (made["requestingUserCanEdit"], made["editors"]) == (True, {})
    [first, _] = sheet.read("sheets.protectedRanges")
    [kept] = first["protectedRanges"]
    assert kept["editors"] == {"users": ["a@x.go.id"]}
    assert kept["protectedRangeId"] == made["protectedRangeId"]
    sheet.change({"deleteProtectedRange": {"protectedRangeId": made["protectedRangeId"]}})
    assert sheet.tab.protected_ranges == []


def test_a_whole_tab_may_be_protected_with_a_warning(sheet: Sheet) -> None:
    other = sheet.book.tabs[1].sheet_id
    asked = {"range": {"sheetId": other}, "warningOnly": True}
    [reply] = sheet.change({"addProtectedRange": {"protectedRange": asked}})
    made = reply["addProtectedRange"]["protectedRange"]
    assert (made["range"], made["warningOnly"]) == ({"sheetId": other}, True)


def test_a_filter_is_kept_bounded(sheet: Sheet) -> None:
    sheet.change({"setBasicFilter": {"filter": {"range": {"sheetId": 0}}}})
    [first, _] = sheet.read("sheets.basicFilter")
    assert first["basicFilter"]["range"] == {
        "startRowIndex": 0,
        "endRowIndex": 6,
        "startColumnIndex": 0,
        "endColumnIndex": 4,
    }
    sheet.change({"clearBasicFilter": {"sheetId": 0}})
    assert sheet.read("sheets.basicFilter") == [{}, {}]


def test_a_rule_colours_cells(sheet: Sheet) -> None:
    condition = {"type": "TEXT_EQ", "values": [{"userEnteredValue": "Belum"}]}
    look = {"condition": condition, "format": {"backgroundColor": {"red": 1}}}
    rule = {"ranges": [CELL], "booleanRule": look}
    assert sheet.change({"addConditionalFormatRule": {"index": 0, "rule": rule}}) == [{}]
    [first, _] = sheet.read("sheets.conditionalFormats")
    assert first["conditionalFormats"][0]["booleanRule"] == look
    sheet.change({"deleteConditionalFormatRule": {"sheetId": 0, "index": 0}})
    assert sheet.tab.conditional_rules == []


def test_a_rule_without_a_range_or_a_condition_is_refused(sheet: Sheet) -> None:
    assert "at least one range" in sheet.refusal({"addConditionalFormatRule": {"rule": {}}})
    bare = {"addConditionalFormatRule": {"rule": {"ranges": [CELL]}}}
    assert "either a boolean or a gradient rule" in sheet.refusal(bare)
