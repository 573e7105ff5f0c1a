"""Checklist 3 and 4: which zeros are written, and where grids end."""

from __future__ import annotations

from typing import Any

import gspread
import pytest

from tests.sheets_server.a1 import Area
from tests.sheets_server.book import Book, Tab
from tests.sheets_server.cell import CellContent, Chip, Validation, with_links
from tests.sheets_server.conftest import Serve

DATA = "sheets(properties(title,index),data)"


def _asked(client: gspread.Client, fields: str = DATA, **parameters: Any) -> list[Any]:
    answer = client.http_client.spreadsheets_get("ZI", {"fields": fields, **parameters})
    sheets: list[Any] = answer["sheets"]
    return sheets


def _with(tab: Tab) -> Book:
    return Book("ZI", tabs=[tab])


def test_without_a_mask_there_is_everything_but_the_grid(serve: Serve) -> None:
    book = Book("ZI", "Zona Integritas")
    book.add_tab("Bukti", [["No"]], row_count=5, column_count=3, frozen_rows=1)
    answer = serve(book).http_client.fetch_sheet_metadata("ZI")
    assert list(answer) == ["spreadsheetId", "properties", "sheets", "spreadsheetUrl"]
    assert list(answer["properties"]) == [
        "title",
        "locale",
        "autoRecalc",
        "timeZone",
        "defaultFormat",
        "spreadsheetTheme",
    ]
    assert answer["properties"]["locale"] == "in_ID"
    assert answer["properties"]["timeZone"] == "Asia/Jakarta"
    grid = {"rowCount": 5, "columnCount": 3, "frozenRowCount": 1}
    assert answer["sheets"] == [
        {
            "properties": {
                "sheetId": 0,
                "title": "Bukti",
                "index": 0,
                "sheetType": "GRID",
                "gridProperties": grid,
            }
        }
    ]
    assert answer["spreadsheetUrl"] == "https://docs.google.com/spreadsheets/d/ZI/edit"


def test_include_grid_data_sends_it_without_a_mask(serve: Serve) -> None:
    book = Book("ZI")
    book.add_tab("Bukti", [["No"]])
    answer = serve(book).http_client.fetch_sheet_metadata("ZI", {"includeGridData": "true"})
    cell = answer["sheets"][0]["data"][0]["rowData"][0]["values"][0]
    assert list(cell) == ["userEnteredValue", "effectiveValue", "formattedValue", "effectiveFormat"]


def test_zeros_of_sheet_properties_are_written_and_of_grid_ranges_partly(serve: Serve) -> None:
    book = Book("ZI")
    book.add_tab("A", merges=[Area(0, 1, 0, 2)])
    book.add_tab("B", sheet_id=7, merges=[Area(1, 2, 0, 2)])
    first, second = _asked(serve(book), "sheets(properties(sheetId,index),merges)")
    assert first["properties"] == {"sheetId": 0, "index": 0}
    ends = {"endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 2}
    assert first["merges"] == [{"startRowIndex": 0, **ends}]
    assert second["merges"] == [{"sheetId": 7, **ends, "startRowIndex": 1, "endRowIndex": 2}]


def test_hidden_and_frozen_are_written_only_when_set(serve: Serve) -> None:
    book = Book("ZI")
    book.add_tab("A")
    book.add_tab("B", hidden=True, frozen_rows=2, frozen_columns=1)
    first, second = _asked(serve(book), "sheets.properties(hidden,gridProperties)")
    assert first["properties"] == {"gridProperties": {"rowCount": 1000, "columnCount": 26}}
    assert second["properties"]["hidden"] is True
    assert second["properties"]["gridProperties"]["frozenRowCount"] == 2
    assert second["properties"]["gridProperties"]["frozenColumnCount"] == 1


def test_start_row_and_column_are_written_only_beyond_zero(serve: Serve) -> None:
    book = Book("ZI")
    book.add_tab("A", [[1, 2], [3, 4]])
    [sheet] = _asked(serve(book), "sheets.data(startRow,startColumn)", ranges=["A!A1:B1", "A!B2"])
    assert sheet["data"] == [{}, {"startRow": 1, "startColumn": 1}]


def test_rows_end_with_the_last_one_that_holds_anything(serve: Serve) -> None:
    tab = Tab("A", row_count=20, column_count=3)
    tab.write_rows([["No"], [], [None, 5]])
    [sheet] = _asked(serve(_with(tab)), "sheets.data.rowData.values.formattedValue")
    assert sheet["data"] == [
        {
            "rowData": [
                {"values": [{"formattedValue": "No"}]},
                {},
                {"values": [{}, {"formattedValue": "5"}]},
            ]
        }
    ]


@pytest.mark.parametrize(
    "content",
    [
        CellContent(has_format=True),
        CellContent(number_format="DATE"),
        CellContent(note="lihat lampiran"),
        CellContent(validation=Validation("BOOLEAN")),
    ],
    ids=["format", "number format", "note", "validation"],
)
def test_cells_without_a_value_stretch_the_rows(serve: Serve, content: CellContent) -> None:
    tab = Tab("A", row_count=20, column_count=4)
    tab["A1"] = "No"
    tab["C4"] = content
    [sheet] = _asked(serve(_with(tab)), "sheets.data.rowData.values.effectiveValue")
    rows = sheet["data"][0]["rowData"]
    assert rows[1:3] == [{}, {}]
    assert rows[3] == {"values": [{}, {}, {}]}
    assert len(rows) == 4


def test_a_blank_tab_has_data_without_rows(serve: Serve) -> None:
    [sheet] = _asked(serve(_with(Tab("A"))), "sheets.data.rowData")
    assert sheet == {"data": [{}]}


def test_row_metadata_go_on_to_the_end_of_the_grid(serve: Serve) -> None:
    tab = Tab("A", row_count=975, column_count=8)
    tab.write_rows([[1]] * 7)
    [sheet] = _asked(serve(_with(tab)))
    [data] = sheet["data"]
    assert len(data["rowData"]) == 7
    assert data["rowMetadata"] == [{"pixelSize": 21}] * 975
    assert data["columnMetadata"] == [{"pixelSize": 100}] * 8


def test_metadata_of_a_bounded_range_are_those_of_its_rows(serve: Serve) -> None:
    tab = Tab("A", hidden_rows_by_user={1})
    [sheet] = _asked(serve(_with(tab)), ranges="A!A1:A3")
    visible = {"pixelSize": 21}
    assert sheet["data"][0]["rowMetadata"] == [visible, {"hiddenByUser": True, **visible}, visible]
    assert len(sheet["data"][0]["columnMetadata"]) == 1


def test_only_the_tabs_that_ranges_touch_are_sent_in_the_order_of_the_book(serve: Serve) -> None:
    book = Book("ZI")
    for title in "ABC":
        book.add_tab(title, [[title]])
    sheets = _asked(serve(book), ranges=["C!A1", "A!A1"])
    assert [sheet["properties"] for sheet in sheets] == [
        {"title": "A", "index": 0},
        {"title": "C", "index": 2},
    ]


def test_several_ranges_of_a_tab_are_several_data(serve: Serve) -> None:
    book = Book("ZI")
    book.add_tab("A", [["a", "b"], ["c", "d"]])
    [sheet] = _asked(
        serve(book), "sheets.data.rowData.values.formattedValue", ranges=["A!B2", "A!A1"]
    )
    texts = [data["rowData"][0]["values"][0]["formattedValue"] for data in sheet["data"]]
    assert texts == ["d", "a"]


def test_merges_are_not_cut_to_the_range(serve: Serve) -> None:
    tab = Tab("A", merges=[Area(5, 9, 0, 1)])
    [sheet] = _asked(serve(_with(tab)), "sheets.merges", ranges="A!A1:B2")
    assert len(sheet["merges"]) == 1


def test_a_range_of_a_missing_tab_fails_the_whole_request(serve: Serve) -> None:
    client = serve(_with(Tab("A")))
    with pytest.raises(gspread.exceptions.APIError) as refused:
        _asked(client, ranges=["A!A1", "NOPE!A5:F15"])
    assert refused.value.error == {
        "code": 400,
        "message": "Unable to parse range: NOPE!A5:F15",
        "status": "INVALID_ARGUMENT",
    }


def test_all_that_can_stand_in_a_cell_is_sent_at_once(serve: Serve) -> None:
    tab = Tab("A", row_count=1, column_count=2)
    tab["A1"] = with_links("SK dan Notulen", {"SK": "https://a"}, note="cek")
    tab["B1"] = CellContent("SK.pdf", chips=(Chip(0, "https://drive.google.com/x"),))
    [sheet] = _asked(serve(_with(tab)), "sheets.data.rowData.values(note,textFormatRuns,chipRuns)")
    first, second = sheet["data"][0]["rowData"][0]["values"]
    assert list(first) == ["note", "textFormatRuns"]
    assert list(second) == ["chipRuns"]
