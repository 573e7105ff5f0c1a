"""Writing values: update, append, clear and their batches, by gspread's own methods."""

from __future__ import annotations

from typing import Any

import gspread
import pytest
from gspread.exceptions import APIError

from tests.sheets_server.a1 import Area
from tests.sheets_server.book import Book
from tests.sheets_server.cell import CellContent, Validation
from tests.sheets_server.conftest import Serve


@pytest.fixture
def book() -> Book:
    book = Book("ZI")
    book.add_tab("Sheet1", row_count=5, column_count=5)
    return book


@pytest.fixture
def tab(serve: Serve, book: Book) -> gspread.Worksheet:
    return serve(book).open_by_key("ZI").sheet1


def test_update_says_what_it_wrote(tab: gspread.Worksheet) -> None:
    assert tab.update([["a", 1], ["b", True]], "B2", raw=True) == {
        "spreadsheetId": "ZI",
        "updatedRange": "Sheet1!B2:C3",
        "updatedRows": 2,
        "updatedColumns": 2,
        "updatedCells": 4,
    }
    assert tab.get_values("B2:C3") == [["a", "1"], ["b", "TRUE"]]


def test_raw_writes_texts_as_they_are(tab: gspread.Worksheet, book: Book) -> None:
    tab.update([["1,5", "=1+1", "'x"]], "A1", raw=True)
    assert [book.tab("Sheet1")[cell].value for cell in ("A1", "B1", "C1")] == ["1,5", "=1+1", "'x"]
    assert book.tab("Sheet1")["B1"].formula is None


def test_user_entered_reads_texts_by_the_books_locale(tab: gspread.Worksheet, book: Book) -> None:
    tab.update([["1,5", "31/12/2025", "0.125"]], "A1", raw=False)
    first, second, third = (book.tab("Sheet1")[cell] for cell in ("A1", "B1", "C1"))
    assert first.value == 1.5
    assert (second.value, second.number_format) == (46022, "DATE")
    assert third.value == 125


def test_null_leaves_a_cell_and_an_empty_text_clears_it(tab: gspread.Worksheet, book: Book) -> None:
    tab.update([["a", "b"]], "A1")
    tab.update([[None, ""]], "A1")
    assert book.tab("Sheet1")["A1"].value == "a"
    assert book.tab("Sheet1")["B1"].value is None


def test_columns_may_be_sent(tab: gspread.Worksheet) -> None:
    tab.update([["a", "b"], ["c"]], "A1", major_dimension="COLUMNS")
    assert tab.get_values("A1:B2") == [["a", "c"], ["b", ""]]


def test_a_write_past_the_grid_is_refused_and_nothing_is_written(
    tab: gspread.Worksheet, book: Book
) -> None:
    with pytest.raises(APIError) as refused:
        tab.update([["x"]] * 6, "A1")
    assert refused.value.error["message"] == (
        "Range (Sheet1!A1:A6) exceeds grid limits. Max rows: 5, max columns: 5"
    )
    assert book.tab("Sheet1").cells == {}


def test_a_range_larger_than_a_cell_is_a_limit(tab: gspread.Worksheet) -> None:
    with pytest.raises(APIError) as refused:
        tab.update([["x"], ["y"]], "A1:B1")
    assert refused.value.error["message"] == (
        "Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]"
    )
    with pytest.raises(APIError, match=r"tried writing to column \[B\]"):
        tab.update([["x", "y"]], "A1:A3")


def test_a_write_under_a_merge_is_reported_and_dropped(tab: gspread.Worksheet, book: Book) -> None:
    book.tab("Sheet1").merges = [Area(0, 2, 0, 1)]
    assert tab.update([["x"], ["y"]], "A1")["updatedCells"] == 2
    assert book.tab("Sheet1")["A2"].value is None


def test_the_way_texts_are_read_must_be_said(serve: Serve, book: Book) -> None:
    client = serve(book).http_client
    with pytest.raises(APIError, match="'valueInputOption' is required but not specified"):
        client.values_update("ZI", "Sheet1!A1", {}, {"values": [["x"]]})


def test_a_value_that_is_no_scalar_is_refused(tab: gspread.Worksheet) -> None:
    with pytest.raises(APIError, match=r"Invalid values\[0\]\[0\]: list_value"):
        tab.update([[["x"]]], "A1")


def test_values_come_back_with_the_answer_when_asked_for(serve: Serve, book: Book) -> None:
    parameters: Any = {"valueInputOption": "USER_ENTERED", "includeValuesInResponse": "true"}
    client = serve(book).http_client
    answer = client.values_update("ZI", "Sheet1!A1", parameters, {"values": [["1,50"]]})
    assert answer["updatedData"]["values"] == [["1,5"]]


# --- append -----------------------------------------------------------------


def test_append_to_a_blank_tab_has_no_table(tab: gspread.Worksheet) -> None:
    answer = tab.append_row(["a", "b"])
    assert "tableRange" not in answer
    assert answer["updates"]["updatedRange"] == "Sheet1!A1:B1"


def test_append_to_a_bare_tab_is_trapped_by_a_gap(tab: gspread.Worksheet) -> None:
    tab.append_row(["x", "", "y"])
    answer = tab.append_row(["x", "", "y"])
    assert answer["tableRange"] == "Sheet1!C1"
    assert answer["updates"]["updatedRange"] == "Sheet1!C2:E2"


def test_append_anchored_at_its_first_cell_is_not_trapped(tab: gspread.Worksheet) -> None:
    tab.append_row(["x", "", "y"])
    answer = tab.append_row(["x", "", "y"], table_range="A1")
    assert answer["updates"]["updatedRange"] == "Sheet1!A2:C2"


def test_append_lets_the_grid_grow(tab: gspread.Worksheet, book: Book) -> None:
    tab.update([["x"]] * 5, "A1")
    assert tab.append_rows([["y"], ["z"]])["updates"]["updatedRange"] == "Sheet1!A6:A7"
    assert book.tab("Sheet1").row_count == 7


def test_append_may_insert_rows(tab: gspread.Worksheet, book: Book) -> None:
    tab.update([["x"], ["y"], [""], ["catatan"]], "A1")
    tab.append_row(["z"], table_range="A1", insert_data_option="INSERT_ROWS")
    assert tab.col_values(1) == ["x", "y", "z", "", "catatan"]
    assert book.tab("Sheet1").row_count == 6


# --- batches ----------------------------------------------------------------


def test_batch_update_adds_everything_up(tab: gspread.Worksheet) -> None:
    parts = [{"range": "A1:B1", "values": [["a", "b"]]}, {"range": "A3", "values": [["c"]]}]
    answer = tab.batch_update(parts)
    assert {name: answer[name] for name in answer if name.startswith("total")} == {
        "totalUpdatedRows": 2,
        "totalUpdatedColumns": 3,
        "totalUpdatedCells": 3,
        "totalUpdatedSheets": 1,
    }
    assert [each["updatedRange"] for each in answer["responses"]] == ["Sheet1!A1:B1", "Sheet1!A3"]


def test_batch_update_with_one_wrong_range_writes_nothing(serve: Serve, book: Book) -> None:
    parts = [{"range": "Sheet1!A1", "values": [["a"]]}, {"range": "NOPE!A1", "values": [["b"]]}]
    body = {"valueInputOption": "RAW", "data": parts}
    with pytest.raises(APIError) as refused:
        serve(book).http_client.values_batch_update("ZI", body)
    assert refused.value.error["message"] == "Invalid data[1]: Unable to parse range: NOPE!A1"
    assert book.tab("Sheet1").cells == {}


def test_clear_takes_values_and_leaves_the_rest(tab: gspread.Worksheet, book: Book) -> None:
    rule = Validation("ONE_OF_LIST", ("Ya",))
    book.tab("Sheet1")["A1"] = CellContent("Ya", validation=rule, note="cek", number_format="TEXT")
    assert tab.clear() == {"spreadsheetId": "ZI", "clearedRange": "Sheet1!A1:E5"}
    assert book.tab("Sheet1")["A1"] == CellContent(
        validation=rule, note="cek", number_format="TEXT"
    )


def test_batch_clear_names_every_range(tab: gspread.Worksheet, book: Book) -> None:
    tab.update([["a", "b"]], "A1")
    answer = tab.batch_clear(["A1", "B1:B2"])
    assert answer["clearedRanges"] == ["Sheet1!A1", "Sheet1!B1:B2"]
    assert book.tab("Sheet1").cells == {}


def test_batch_clear_with_one_wrong_range_clears_nothing(
    tab: gspread.Worksheet, book: Book
) -> None:
    tab.update([["a"]], "A1")
    with pytest.raises(APIError, match="Unable to parse range"):
        tab.client.values_batch_clear("ZI", body={"ranges": ["Sheet1!A1", "NOPE"]})
    assert book.tab("Sheet1")["A1"].value == "a"
