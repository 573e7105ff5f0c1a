"""Checklist 5: values.get and values:batchGet."""

from __future__ import annotations

from datetime import date
from typing import Any

import gspread
import pytest

from tests.sheets_server.book import Book
from tests.sheets_server.cell import CellContent, SheetError
from tests.sheets_server.conftest import Serve


@pytest.fixture
def client(serve: Serve) -> gspread.Client:
    book = Book("ZI")
    book.add_tab("Sheet1", [["A", "B", None, "D"], ["1"], [], ["x", "y"]])
    book.add_tab("Bukti 1", row_count=10, column_count=3)
    book.add_tab("D3", [["sel"]], row_count=4, column_count=4)
    book.add_tab("Jum'at", [["libur"]], row_count=2, column_count=1)
    typed = book.add_tab("Jenis", row_count=1, column_count=5)
    typed["A1"] = CellContent(2, formula="=4/2")
    typed["B1"] = date(2020, 1, 1)
    typed["C1"] = "teks"
    typed["D1"] = 53.5
    typed["E1"] = SheetError("REF")
    return serve(book)


def _get(client: gspread.Client, text: str, **options: str) -> Any:
    return client.http_client.values_get("ZI", text, options)


def test_blank_rows_stay_as_empty_lists_and_tails_are_cut(client: gspread.Client) -> None:
    assert _get(client, "Sheet1!A1:D9") == {
        "range": "Sheet1!A1:D9",
        "majorDimension": "ROWS",
        "values": [["A", "B", "", "D"], ["1"], [], ["x", "y"]],
    }


def test_leading_blanks_are_kept(client: gspread.Client) -> None:
    assert _get(client, "Sheet1!B3:C4")["values"] == [[], ["y"]]
    assert _get(client, "Sheet1!C1:D1")["values"] == [["", "D"]]


def test_a_blank_range_has_no_values(client: gspread.Client) -> None:
    assert _get(client, "'Bukti 1'!A1:A10") == {
        "range": "'Bukti 1'!A1:A10",
        "majorDimension": "ROWS",
    }


def test_columns_are_cut_each_by_itself(client: gspread.Client) -> None:
    answer = _get(client, "Sheet1!A1:D4", majorDimension="COLUMNS")
    assert answer["majorDimension"] == "COLUMNS"
    assert answer["values"] == [["A", "1", "", "x"], ["B", "", "", "y"], [], ["D"]]


@pytest.mark.parametrize(
    ("asked", "echoed"),
    [
        ("Sheet1", "Sheet1!A1:Z1000"),
        ("'Sheet1'", "Sheet1!A1:Z1000"),
        ("'Sheet1'!A1:A", "Sheet1!A1:A1000"),
        ("'Bukti 1'!A:A", "'Bukti 1'!A1:A10"),
        ("'Bukti 1'!2:3", "'Bukti 1'!A2:C3"),
        ("Sheet1!D4", "Sheet1!D4"),
        ("Sheet1!D4:A1", "Sheet1!A1:D4"),
        ("D4:A1", "Sheet1!A1:D4"),
        ("'D3'!A1:D4", "'D3'!A1:D4"),
        ("'D3'", "'D3'!A1:D4"),
        ("D3", "Sheet1!D3"),
        ("'Jum''at'!A1", "'Jum''at'!A1"),
        ("'Bukti 1'!C9:F20", "'Bukti 1'!C9:C10"),
    ],
)
def test_the_range_is_echoed_bounded_and_quoted(
    client: gspread.Client, asked: str, echoed: str
) -> None:
    assert _get(client, asked)["range"] == echoed


@pytest.mark.parametrize(
    ("options", "values"),
    [
        ({}, ["2", "01/01/2020", "teks", "53,5", "#REF!"]),
        ({"valueRenderOption": "UNFORMATTED_VALUE"}, [2, 43831, "teks", 53.5, "#REF!"]),
        ({"valueRenderOption": "FORMULA"}, ["=4/2", 43831, "teks", 53.5, "#REF!"]),
        (
            {"valueRenderOption": "UNFORMATTED_VALUE", "dateTimeRenderOption": "FORMATTED_STRING"},
            [2, "01/01/2020", "teks", 53.5, "#REF!"],
        ),
    ],
    ids=["formatted", "unformatted", "formula", "dates as text"],
)
def test_three_renderings_of_the_same_cells(
    client: gspread.Client, options: dict[str, str], values: list[Any]
) -> None:
    assert _get(client, "Jenis!A1:E1", **options)["values"] == [values]


def test_batch_get_keeps_the_order_asked(client: gspread.Client) -> None:
    answer = client.http_client.values_batch_get("ZI", ["'D3'!A1", "Sheet1!A1", "'Bukti 1'!A1"])
    assert answer["spreadsheetId"] == "ZI"
    ranges = [each["range"] for each in answer["valueRanges"]]
    assert ranges == ["'D3'!A1", "Sheet1!A1", "'Bukti 1'!A1"]


def test_a_range_that_starts_beyond_the_grid_is_refused(client: gspread.Client) -> None:
    with pytest.raises(gspread.exceptions.APIError) as refused:
        _get(client, "'Bukti 1'!A11:B12")
    assert refused.value.error["message"] == (
        "Range ('Bukti 1'!A11:B12) exceeds grid limits. Max rows: 10, max columns: 3"
    )


@pytest.mark.parametrize("text", ["NOPE!A1", "Sheet1!A0", "Sheet1!", "'Sheet1", "Sheet1!A1:B2:C3"])
def test_what_is_no_range_is_refused(client: gspread.Client, text: str) -> None:
    with pytest.raises(gspread.exceptions.APIError) as refused:
        _get(client, text)
    assert refused.value.error["message"] == f"Unable to parse range: {text}"


def test_one_wrong_range_fails_the_batch(client: gspread.Client) -> None:
    with pytest.raises(gspread.exceptions.APIError, match="Unable to parse range: NOPE"):
        client.http_client.values_batch_get("ZI", ["Sheet1!A1", "NOPE"])


def test_an_unknown_option_is_refused(client: gspread.Client) -> None:
    with pytest.raises(gspread.exceptions.APIError, match="value_render_option"):
        _get(client, "Sheet1", valueRenderOption="PRETTY")
