"""spreadsheets:batchUpdate: cells, tabs, rules; all requests of a body or none."""

from __future__ import annotations

from typing import Any

import pytest
from gspread.exceptions import APIError

from tests.sheets_server.a1 import Area
from tests.sheets_server.book import Book
from tests.sheets_server.cell import CellContent, Chip, Run, SheetError, Validation
from tests.sheets_server.changing import CELL, Sheet
from tests.sheets_server.conftest import Serve
from tests.sheets_server.schema import MESSAGES


@pytest.fixture
def sheet(serve: Serve) -> Sheet:
    book = Book("ZI")
    book.add_tab("Bukti", row_count=6, column_count=4)
    book.add_tab("Monev", row_count=3, column_count=2)
    return Sheet(serve(book), book)


def _cells(fields: str, *cells: dict[str, Any], **more: Any) -> dict[str, Any]:
    end = {"endColumnIndex": max(1, len(cells))}
    body = {"range": {**CELL, **end}, "rows": [{"values": list(cells)}], "fields": fields}
    return {"updateCells": {**body, **more}}


# --- all or nothing ---------------------------------------------------------


def test_one_wrong_request_rejects_all(sheet: Sheet) -> None:
    good = _cells("userEnteredValue", {"userEnteredValue": {"stringValue": "x"}})
    assert sheet.refusal(good, {"deleteSheet": {"sheetId": 99}}) == (
        "Invalid requests[1].deleteSheet: No grid with id: 99"
    )
    assert sheet.tab.cells == {}
    assert len(sheet.book.tabs) == 2


def test_a_tab_stays_the_same_object_through_a_change(sheet: Sheet) -> None:
    sheet.change(_cells("userEnteredValue", {"userEnteredValue": {"numberValue": 1}}))
    assert sheet.book.tabs[0] is sheet.tab
    assert sheet.tab["A1"].value == 1


def test_an_unknown_request_is_refused(sheet: Sheet) -> None:
    assert sheet.refusal({"paintSheet": {}}) == (
        "Invalid JSON payload received. Unknown name \"paintSheet\" at 'requests[0]': "
        "Cannot find field."
    )


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({"addSheet": {"propertees": {}}}, 'Unknown name "propertees" at \'requests[0].addSheet\''),
        ({"mergeCells": {"mergeType": "A"}}, "Invalid value at 'requests[0].mergeCells.mergeType'"),
        ({"deleteSheet": {"sheetId": "0"}}, "Invalid value at 'requests[0].deleteSheet.sheetId'"),
        ({"addSheet": []}, "Invalid value at 'requests[0].addSheet'"),
        ({"updateCells": {"rows": {}}}, "Invalid value at 'requests[0].updateCells.rows'"),
    ],
)  # fmt: skip
def test_a_body_with_a_wrong_field_word_or_type_is_refused(
    sheet: Sheet, request_: dict[str, Any], message: str
) -> None:
    assert message in sheet.refusal(request_)


def test_a_body_without_requests_is_refused(sheet: Sheet) -> None:
    assert sheet.refusal() == "Must specify at least one request."
    assert "exactly one kind" in sheet.refusal({})


def test_a_request_that_is_not_imitated_says_so(sheet: Sheet) -> None:
    with pytest.raises(APIError) as refused:
        sheet.change({"sortRange": {}})
    assert refused.value.code == 501
    assert "sortRange" in MESSAGES["Request"]


def test_the_changed_book_comes_back_when_asked_for(sheet: Sheet) -> None:
    answer = sheet.change({"deleteSheet": {"sheetId": 0}}, includeSpreadsheetInResponse=True)
    titles = [each["properties"]["title"] for each in answer["updatedSpreadsheet"]["sheets"]]
    assert titles == ["Monev"]


# --- cells ------------------------------------------------------------------


def test_values_of_every_type_are_set(sheet: Sheet) -> None:
    values = [{"stringValue": "1,5"}, {"numberValue": 2}, {"boolValue": False}]
    cells = [{"userEnteredValue": value} for value in values]
    assert sheet.change(_cells("userEnteredValue", *cells)) == [{}]
    assert [sheet.tab[name].value for name in ("A1", "B1", "C1")] == ["1,5", 2, False]


def test_a_hyperlink_formula_becomes_a_link(sheet: Sheet) -> None:
    formula = '=HYPERLINK("https://a";"SK")'
    sheet.change(_cells("userEnteredValue", {"userEnteredValue": {"formulaValue": formula}}))
    assert sheet.tab["A1"] == CellContent("SK", formula=formula, link="https://a")


def test_a_formula_in_the_syntax_of_another_locale_is_a_parse_error(sheet: Sheet) -> None:
    formula = '=HYPERLINK("https://a","SK")'
    sheet.change(_cells("userEnteredValue", {"userEnteredValue": {"formulaValue": formula}}))
    assert sheet.tab["A1"].value == SheetError("ERROR", "Formula parse error.")


def test_notes_formats_and_rules_are_set_without_touching_the_value(sheet: Sheet) -> None:
    sheet.tab["A1"] = 46022
    cell = {
        "note": "isi tanggal",
        "userEnteredFormat": {"numberFormat": {"type": "DATE", "pattern": "dd/mm/yyyy"}},
        "dataValidation": {"condition": {"type": "DATE_IS_VALID"}, "strict": True},
    }
    sheet.change(_cells("note,userEnteredFormat.numberFormat,dataValidation", cell))
    content = sheet.tab["A1"]
    assert (content.value, content.note) == (46022, "isi tanggal")
    assert (content.number_format, content.pattern) == ("DATE", "dd/mm/yyyy")
    assert content.validation == Validation("DATE_IS_VALID", show_custom_ui=False)


def test_a_field_of_the_mask_that_is_not_sent_is_cleared(sheet: Sheet) -> None:
    sheet.tab["A1"] = CellContent("x", note="lama", number_format="TEXT")
    sheet.change(_cells("note", {}))
    assert sheet.tab["A1"].note is None
    assert (sheet.tab["A1"].value, sheet.tab["A1"].number_format) == ("x", "TEXT")
    sheet.change(_cells("*", {}))
    assert sheet.tab.cells == {}


def test_links_of_parts_and_chips_are_set(sheet: Sheet) -> None:
    text = {"userEnteredValue": {"stringValue": "📎 SK"}}
    runs = [{"startIndex": 3, "format": {"link": {"uri": "https://a"}}}]
    chips = [{"chip": {"richLinkProperties": {"uri": "https://drive.google.com/x"}}}]
    fields = "userEnteredValue,textFormatRuns,chipRuns"
    sheet.change(_cells(fields, {**text, "textFormatRuns": runs}, {**text, "chipRuns": chips}))
    assert sheet.tab["A1"].runs == (Run(2, "https://a"),)
    assert sheet.tab["B1"].chips == (Chip(0, "https://drive.google.com/x"),)


def test_a_link_over_the_whole_text_is_the_cells_own(sheet: Sheet) -> None:
    cell = {
        "userEnteredValue": {"stringValue": "SK"},
        "textFormatRuns": [{"format": {"link": {"uri": "https://a"}}}],
    }
    sheet.change(_cells("userEnteredValue,textFormatRuns", cell))
    [first, _] = sheet.read(
        "sheets.data.rowData.values(hyperlink,textFormatRuns,userEnteredFormat)"
    )
    assert first["data"][0]["rowData"][0]["values"] == [
        {
            "hyperlink": "https://a",
            "userEnteredFormat": {"textFormat": {"link": {"uri": "https://a"}}},
        }
    ]


def test_a_new_value_takes_the_old_links_along(sheet: Sheet) -> None:
    sheet.tab["A1"] = CellContent("SK dan", runs=(Run(0, "https://a"), Run(2)))
    sheet.change(_cells("userEnteredValue", {"userEnteredValue": {"stringValue": "baru"}}))
    assert sheet.tab["A1"] == CellContent("baru")


def test_a_start_takes_as_many_cells_as_are_sent(sheet: Sheet) -> None:
    row = {"values": [{"userEnteredValue": {"numberValue": 1}}] * 2}
    start = {"sheetId": 0, "rowIndex": 4, "columnIndex": 2}
    sheet.change({"updateCells": {"start": start, "rows": [row, row], "fields": "*"}})
    assert set(sheet.tab.cells) == {(4, 2), (4, 3), (5, 2), (5, 3)}
    over = {"updateCells": {"start": start, "rows": [row] * 3, "fields": "*"}}
    assert "Attempting to write row: 6, beyond the last" in sheet.refusal(over)


def test_a_mask_is_required_and_checked(sheet: Sheet) -> None:
    assert "At least one field must be listed in 'fields'" in sheet.refusal(_cells("", {}))
    assert "Invalid field: valeu" in sheet.refusal(_cells("valeu", {}))


def test_one_cell_is_repeated_over_a_range(sheet: Sheet) -> None:
    sheet.tab["A1"] = "No"
    cell = {"userEnteredFormat": {"textFormat": {"bold": True}, "wrapStrategy": "WRAP"}}
    whole_row = {"sheetId": 0, "startRowIndex": 0, "endRowIndex": 1}
    fields = "userEnteredFormat(textFormat,wrapStrategy)"
    sheet.change({"repeatCell": {"range": whole_row, "cell": cell, "fields": fields}})
    assert sheet.tab["A1"].value == "No"
    assert sheet.tab["D1"].format == cell["userEnteredFormat"]
    assert sheet.tab["D1"].has_format


def test_a_rule_is_set_and_taken_away(sheet: Sheet) -> None:
    condition = {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "Sudah"}]}
    rule = {"condition": condition, "showCustomUi": True, "strict": True, "inputMessage": "Pilih"}
    column = {"sheetId": 0, "startRowIndex": 1, "startColumnIndex": 2, "endColumnIndex": 3}
    sheet.change({"setDataValidation": {"range": column, "rule": rule}})
    assert set(sheet.tab.cells) == {(row, 2) for row in range(1, 6)}
    assert sheet.tab["C2"].validation == Validation(
        "ONE_OF_LIST", ("Sudah",), input_message="Pilih"
    )
    sheet.change({"setDataValidation": {"range": column}})
    assert sheet.tab.cells == {}


def test_a_merge_keeps_its_first_value_only(sheet: Sheet) -> None:
    sheet.tab.write_rows([["a", "b"], ["c", "d"]])
    square = {**CELL, "endRowIndex": 2, "endColumnIndex": 2}
    sheet.change({"mergeCells": {"range": square, "mergeType": "MERGE_ALL"}})
    assert sheet.tab.merges == [Area(0, 2, 0, 2)]
    assert set(sheet.tab.cells) == {(0, 0)}
    assert sheet.read("sheets.merges")[0]["merges"] == [
        {name: value for name, value in square.items() if name != "sheetId"}
    ]


def test_merges_by_row_and_column_and_their_undoing(sheet: Sheet) -> None:
    square = {**CELL, "endRowIndex": 2, "endColumnIndex": 2}
    sheet.change({"mergeCells": {"range": square, "mergeType": "MERGE_ROWS"}})
    assert sheet.tab.merges == [Area(0, 1, 0, 2), Area(1, 2, 0, 2)]
    assert "You must select all cells in a merged range" in sheet.refusal(
        {"unmergeCells": {"range": CELL}}
    )
    sheet.change({"mergeCells": {"range": square, "mergeType": "MERGE_COLUMNS"}})
    assert sheet.tab.merges == [Area(0, 2, 0, 1), Area(0, 2, 1, 2)]
    sheet.change({"unmergeCells": {"range": square}})
    assert sheet.tab.merges == []


def test_a_range_beyond_the_grid_is_refused(sheet: Sheet) -> None:
    beyond = {**CELL, "startRowIndex": 6, "endRowIndex": 7}
    assert sheet.refusal({"mergeCells": {"range": beyond}}) == (
        "Invalid requests[0].mergeCells: Range (Bukti!A7) exceeds grid limits. "
        "Max rows: 6, max columns: 4"
    )
