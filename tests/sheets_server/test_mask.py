"""Checklist 2: the field mask."""

from __future__ import annotations

from typing import Any

import gspread
import pytest

from tests.sheets_server.a1 import Area
from tests.sheets_server.book import Book
from tests.sheets_server.conftest import Serve


@pytest.fixture
def client(serve: Serve) -> gspread.Client:
    book = Book("ZI", "Zona Integritas")
    book.add_tab("Bukti", [["No"]], row_count=2, column_count=2, merges=[Area(0, 1, 0, 2)])
    book.add_tab("Monev", row_count=2, column_count=2)
    return serve(book)


def _asked(client: gspread.Client, fields: str) -> Any:
    return client.http_client.spreadsheets_get("ZI", {"fields": fields})


def test_a_path_takes_what_is_below_it(client: gspread.Client) -> None:
    assert _asked(client, "properties.title") == {"properties": {"title": "Zona Integritas"}}
    assert _asked(client, "sheets.merges")["sheets"][0]["merges"][0]["endColumnIndex"] == 2


def test_slash_and_brackets_say_the_same_as_dots(client: gspread.Client) -> None:
    dotted = _asked(client, "sheets.properties.title,sheets.properties.index,spreadsheetId")
    assert dotted == _asked(client, "spreadsheetId,sheets(properties(title,index))")
    assert dotted == _asked(client, "spreadsheetId,sheets/properties(title,index)")
    assert dotted == _asked(client, "spreadsheetId, sheets(properties/title,properties.index)")
    assert dotted["sheets"][1] == {"properties": {"title": "Monev", "index": 1}}


def test_a_star_takes_everything_there(client: gspread.Client) -> None:
    whole = _asked(client, "*")
    assert list(whole) == ["spreadsheetId", "properties", "sheets", "spreadsheetUrl"]
    assert whole["sheets"][0]["data"][0]["rowData"]
    titles = _asked(client, "sheets/*/title")
    assert titles["sheets"][1] == {"properties": {"title": "Monev"}, "data": [{}]}


def test_a_whole_field_is_more_than_a_part_of_it(client: gspread.Client) -> None:
    assert (
        "sheetId"
        in _asked(client, "sheets.properties,sheets.properties.title")["sheets"][0]["properties"]
    )


def test_an_object_of_which_nothing_is_left_stays_as_an_empty_one(client: gspread.Client) -> None:
    answer = _asked(client, "sheets(properties(tabColor),merges)")
    assert answer["sheets"][1] == {"properties": {}}


def test_a_mask_that_matches_nothing_gives_an_empty_object(client: gspread.Client) -> None:
    assert _asked(client, "namedRanges") == {}


def test_a_mask_sends_grid_data_whatever_include_grid_data_says(client: gspread.Client) -> None:
    parameters = {"fields": "sheets.data.rowData", "includeGridData": "false"}
    answer = client.http_client.spreadsheets_get("ZI", parameters)
    assert answer["sheets"][0]["data"][0]["rowData"]


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ("sheets.proprties", "sheets.proprties"),
        ("sheets(data(rowData(values(chips))))", "sheets.data.rowData.values.chips"),
        ("spreadsheetId.more", "spreadsheetId.more"),
        ("sheets.properties.sheetType.more", "sheets.properties.sheetType.more"),
    ],
)
def test_a_path_that_does_not_exist_is_refused(
    client: gspread.Client, fields: str, path: str
) -> None:
    with pytest.raises(gspread.exceptions.APIError) as refused:
        _asked(client, fields)
    error = refused.value.error
    assert (error["code"], error["status"]) == (400, "INVALID_ARGUMENT")
    assert error["message"] == "Request contains an invalid argument."
    assert error["details"][0]["@type"] == "type.googleapis.com/google.rpc.BadRequest"
    assert error["details"][0]["fieldViolations"] == [
        {
            "field": path,
            "description": "Error expanding 'fields' parameter. Cannot find matching fields for "
            f"path '{path}'.",
        }
    ]


@pytest.mark.parametrize("fields", ["", "sheets(", "sheets)", "sheets(properties", "a,,b", "!"])
def test_a_mask_that_cannot_be_read_is_refused(client: gspread.Client, fields: str) -> None:
    with pytest.raises(gspread.exceptions.APIError, match="400"):
        _asked(client, fields)


def test_other_methods_take_a_mask_too(client: gspread.Client) -> None:
    assert client.http_client.values_get("ZI", "Bukti!A1", {"fields": "range"}) == {
        "range": "Bukti!A1"
    }
