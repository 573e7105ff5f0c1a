"""Who may do what to a book, what Drive tells of it, and the quota of reads."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

import gspread
import pytest
import requests
from gspread.auth import READONLY_SCOPES
from gspread.exceptions import APIError

from tests.sheets_server.asking import SHEETS, exchange
from tests.sheets_server.book import Book
from tests.sheets_server.client import client_of
from tests.sheets_server.server import SheetsServer

OTHER = "orang-lain@zi-uji.iam.gserviceaccount.com"


@pytest.fixture
def book(server: SheetsServer) -> Book:
    book = Book("ZI", "Zona Integritas")
    book.add_tab("Bukti", [["No"]])
    return server.add(book)


def _title(client: gspread.Client) -> Any:
    return client.http_client.spreadsheets_get("ZI", {"fields": "properties.title"})


def test_only_readers_of_a_book_may_read_it(server: SheetsServer, book: Book) -> None:
    book.readers = {OTHER}
    with pytest.raises(APIError, match="The caller does not have permission") as refused:
        _title(client_of(server))
    assert refused.value.code == 403
    assert "details" not in refused.value.error
    assert _title(client_of(server, email=OTHER))


def test_only_editors_of_a_book_may_write_it(server: SheetsServer, book: Book) -> None:
    book.editors = set()
    client = client_of(server)
    assert _title(client)
    with pytest.raises(APIError, match="The caller does not have permission"):
        client.http_client.values_clear("ZI", "Bukti")


def test_a_read_only_token_may_not_write(server: SheetsServer, book: Book) -> None:
    client = client_of(server, READONLY_SCOPES)
    assert _title(client)
    with pytest.raises(APIError) as refused:
        client.http_client.values_clear("ZI", "Bukti")
    assert refused.value.code == 403
    assert refused.value.error["message"] == "Request had insufficient authentication scopes."
    info = refused.value.error["details"][0]
    assert info["reason"] == "ACCESS_TOKEN_SCOPE_INSUFFICIENT"


def test_a_book_that_is_not_there_is_not_found(server: SheetsServer) -> None:
    with pytest.raises(APIError, match="Requested entity was not found") as refused:
        _title(client_of(server))
    assert (refused.value.code, refused.value.error["status"]) == (404, "NOT_FOUND")


def test_a_removed_book_is_not_found(server: SheetsServer, book: Book) -> None:
    client = client_of(server)
    assert _title(client)
    server.remove("ZI")
    with pytest.raises(APIError, match="404"):
        _title(client)


def test_drive_tells_when_a_book_was_changed(only_loopback: list[str]) -> None:
    now = [datetime(2026, 11, 22, 1, 2, 3, 456000, UTC).timestamp()]
    with SheetsServer(clock=lambda: now[0]) as server:
        server.add(Book("ZI", "Zona Integritas")).add_tab("Bukti")
        with server.editing("ZI") as book:
            book.tab("Bukti")["A1"] = "Selesai"
        token = exchange(
            server,
            iat=int(now[0]),
            exp=int(now[0]) + 3600,
            scope=f"{SHEETS} https://www.googleapis.com/auth/drive.metadata.readonly",
        ).json()
        header = {"Authorization": f"Bearer {token['access_token']}"}
        fields = "fields=id,name,createdTime,modifiedTime"
        address = f"{server.host}/drive/v3/files/ZI?supportsAllDrives=True&{fields}"
        assert requests.get(address, headers=header, timeout=5).json() == {
            "id": "ZI",
            "name": "Zona Integritas",
            "createdTime": "2026-01-05T01:00:00.000Z",
            "modifiedTime": "2026-11-22T01:02:03.456Z",
        }


def test_every_write_moves_the_time_of_change(server: SheetsServer, book: Book) -> None:
    client = client_of(server).http_client
    before = client.get_file_drive_metadata("ZI")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", before["modifiedTime"])
    client.values_clear("ZI", "Bukti")
    after = client.get_file_drive_metadata("ZI")
    assert after["modifiedTime"] > before["modifiedTime"]
    assert after["createdTime"] == before["createdTime"]


def test_drive_says_not_found_in_its_own_way(server: SheetsServer) -> None:
    with pytest.raises(APIError) as refused:
        client_of(server).http_client.get_file_drive_metadata("X")
    assert json.loads(refused.value.response.text) == {
        "error": {
            "errors": [
                {
                    "domain": "global",
                    "reason": "notFound",
                    "message": "File not found: X.",
                    "locationType": "parameter",
                    "location": "fileId",
                }
            ],
            "code": 404,
            "message": "File not found: X.",
        }
    }


def test_drive_needs_a_scope_of_its_own(server: SheetsServer, book: Book) -> None:
    client = client_of(server, [SHEETS])
    with pytest.raises(APIError, match="insufficient authentication scopes"):
        client.http_client.get_file_drive_metadata("ZI")


def test_reads_beyond_the_quota_are_refused_until_a_minute_is_over(
    only_loopback: list[str],
) -> None:
    now = [1000.0]
    with SheetsServer(reads_a_minute=2, clock=lambda: now[0]) as server:
        server.add(Book("ZI"))
        header = {"Authorization": f"Bearer {exchange(server).json()['access_token']}"}

        def status() -> int:
            address = f"{server.host}/v4/spreadsheets/ZI"
            return requests.get(address, headers=header, timeout=5).status_code

        assert [status(), status(), status()] == [200, 200, 429]
        now[0] += 60
        assert status() == 200


def test_the_quota_is_of_each_account_and_can_be_lifted(server: SheetsServer, book: Book) -> None:
    server.reads_a_minute = 1
    client = client_of(server)
    assert _title(client)
    with pytest.raises(APIError, match="Quota exceeded") as refused:
        _title(client)
    assert refused.value.error["details"][0]["metadata"]["quota_limit_value"] == "1"
    assert _title(client_of(server, email=OTHER))
    server.reads_a_minute = None
    assert _title(client)
