"""Checklist 1: JSON pretty or compact, UTF-8, gzip, connections kept alive."""

from __future__ import annotations

import http.client
import json
from urllib.parse import urlsplit

import pytest
import requests

from tests.sheets_server.book import Book
from tests.sheets_server.client import client_of
from tests.sheets_server.conftest import Serve
from tests.sheets_server.server import SheetsServer

ADDRESS = "/v4/spreadsheets/ZI"


def _book() -> Book:
    book = Book("ZI", "Zona Integritas")
    book.add_tab("Bukti", [["No", "Área – ✓ 📎"], [1, 2]])
    return book


def _get(server: SheetsServer, parameters: str = "", **headers: str) -> requests.Response:
    session = client_of(server).http_client.session
    address = f"{server.host}{ADDRESS}?{parameters}"
    return session.get(address, headers=headers, timeout=5)


def test_json_is_indented_by_two_spaces_by_default(server: SheetsServer) -> None:
    server.add(_book())
    assert _get(server, "fields=spreadsheetId").text == '{\n  "spreadsheetId": "ZI"\n}\n'


def test_json_is_compact_without_pretty_print(server: SheetsServer) -> None:
    server.add(_book())
    answer = _get(server, "fields=properties(title,locale)&prettyPrint=false")
    assert answer.text == '{"properties":{"title":"Zona Integritas","locale":"in_ID"}}\n'


def test_errors_are_indented_too(server: SheetsServer) -> None:
    assert _get(server).text.startswith('{\n  "error": {\n    "code": 404,')


def test_text_is_raw_utf_8(server: SheetsServer) -> None:
    server.add(_book())
    answer = _get(server, "ranges=Bukti!B1&fields=sheets/data/rowData/values/formattedValue")
    assert "Área – ✓ 📎".encode() in answer.content
    assert answer.headers["Content-Type"] == "application/json; charset=UTF-8"


def test_gzip_only_when_accepted(server: SheetsServer) -> None:
    server.add(_book())
    packed = _get(server, **{"Accept-Encoding": "gzip, deflate, br"})
    plain = _get(server, **{"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.json() == plain.json()


def test_headers_are_those_of_google(server: SheetsServer) -> None:
    server.add(_book())
    headers = _get(server).headers
    assert headers["Server"] == "ESF"
    assert headers["Cache-Control"] == "private"
    assert headers["Transfer-Encoding"] == "chunked"
    assert not {"ETag", "Last-Modified"} & set(headers)


def test_a_connection_serves_many_requests(server: SheetsServer) -> None:
    connection = http.client.HTTPConnection(urlsplit(server.host).netloc, timeout=5)
    connection.connect()
    own = connection.sock.getsockname()
    for _ in range(3):
        connection.request("GET", ADDRESS)
        assert connection.getresponse().read()
        assert connection.sock.getsockname() == own
    connection.close()


def test_it_listens_on_the_loopback_only(server: SheetsServer) -> None:
    assert urlsplit(server.host).hostname == "127.0.0.1"


def test_a_body_that_is_no_json_is_refused(server: SheetsServer) -> None:
    server.add(_book())
    session = client_of(server).http_client.session
    answer = session.post(f"{server.host}{ADDRESS}:batchUpdate", data=b"{", timeout=5)
    assert answer.status_code == 400
    assert answer.json()["error"]["message"].startswith("Invalid JSON payload received.")


def test_values_that_are_no_lists_are_refused_in_googles_words(serve: Serve) -> None:
    client = serve(_book()).http_client
    with pytest.raises(Exception, match=r"Invalid value at 'data\.values'") as refused:
        client.values_update("ZI", "Bukti!A1", {"valueInputOption": "RAW"}, {"values": ["X"]})
    error = refused.value.error  # type: ignore[attr-defined]
    assert error["message"] == (
        "Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), \"X\""
    )
    assert error["details"][0]["fieldViolations"][0]["field"] == "data.values"


def test_an_address_that_is_no_method_is_not_found(server: SheetsServer) -> None:
    session = client_of(server).http_client.session
    assert session.get(f"{server.host}/v4/nothing", timeout=5).status_code == 404


def test_stopping_does_not_wait_for_idle_connections() -> None:
    with SheetsServer() as server:
        connection = http.client.HTTPConnection(urlsplit(server.host).netloc, timeout=5)
        connection.request("GET", ADDRESS)
        assert json.loads(connection.getresponse().read())["error"]["code"] == 401
    assert connection.sock.recv(1) == b""
    connection.close()
