"""Checklist 8 and 9: every request is known, and none goes to another machine."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import gspread
import pytest
import requests
from google.oauth2.service_account import Credentials

from tests.sheets_server.book import Book
from tests.sheets_server.client import client_of, led_to
from tests.sheets_server.faults import Fault
from tests.sheets_server.loopback import OutsideConnection, only_loopback
from tests.sheets_server.server import SheetsServer


@pytest.fixture
def client(server: SheetsServer) -> gspread.Client:
    book = Book("ZI")
    book.add_tab("Bukti 1", [["No"]])
    server.add(book)
    return client_of(server)


def test_a_masked_read_of_all_tabs_is_one_api_request(
    server: SheetsServer, client: gspread.Client
) -> None:
    client.http_client.spreadsheets_get("ZI", {"fields": "sheets.data", "prettyPrint": "false"})
    token, read = server.requests
    assert (token.method, token.path, token.kind) == ("POST", "/token", "token")
    assert (read.method, read.path, read.kind) == ("GET", "/v4/spreadsheets/ZI", "api")
    assert read.query == {"fields": ["sheets.data"], "prettyPrint": ["false"]}
    assert (token.in_flight, read.in_flight) == (0, 1)
    assert token.at < read.at


def test_paths_are_logged_decoded(server: SheetsServer, client: gspread.Client) -> None:
    client.http_client.values_get("ZI", "'Bukti 1'!A1:B2")
    assert server.requests[-1].path == "/v4/spreadsheets/ZI/values/'Bukti 1'!A1:B2"


def test_drive_and_the_door_are_kinds_of_their_own(
    server: SheetsServer, client: gspread.Client
) -> None:
    client.http_client.get_file_drive_metadata("ZI")
    requests.get(f"{server.host}/edit/ZI", timeout=5)
    assert [request.kind for request in server.requests] == ["token", "drive", "door"]


def test_the_log_can_be_emptied(server: SheetsServer, client: gspread.Client) -> None:
    client.open_by_key("ZI")
    server.reset_log()
    assert (server.requests, server.most_in_flight) == ([], 0)


def test_refused_requests_are_logged_too(server: SheetsServer, client: gspread.Client) -> None:
    server.fail(Fault.DROPPED, times=1)
    with pytest.raises(requests.exceptions.ConnectionError):
        client.open_by_key("ZI")
    assert len(server.requests_of("api")) == 1


def test_requests_one_after_the_other_are_never_two_in_flight(
    server: SheetsServer, client: gspread.Client
) -> None:
    other = client_of(server)
    for _ in range(20):
        client.http_client.spreadsheets_get("ZI", {"fields": "spreadsheetId"})
        other.http_client.spreadsheets_get("ZI", {"fields": "spreadsheetId"})
    assert server.most_in_flight == 1


def test_requests_at_the_same_time_are_counted(server: SheetsServer) -> None:
    server.add(Book("ZI"))
    clients = [client_of(server) for _ in range(3)]
    server.fail(Fault.SLOW)
    with ThreadPoolExecutor(3) as threads:
        for client in clients:
            threads.submit(client.http_client.spreadsheets_get, "ZI")
        server.wait_for(3)
        assert server.in_flight == 3
        server.mend()
    assert server.most_in_flight == 3
    assert sorted(request.in_flight for request in server.requests_of("api")) == [1, 2, 3]


def test_waiting_for_requests_that_do_not_come_fails(server: SheetsServer) -> None:
    with pytest.raises(AssertionError, match="0 of 1 api requests"):
        server.wait_for(1, seconds=0.01)


def test_a_read_sees_all_of_an_edit_or_nothing(
    server: SheetsServer, client: gspread.Client
) -> None:
    with ThreadPoolExecutor(1) as threads, server.editing("ZI") as book:
        book.tab("Bukti 1")["A1"] = "separuh"
        read = threads.submit(client.http_client.values_get, "ZI", "'Bukti 1'!A1:A2")
        server.wait_for(1)
        assert not read.done()
        book.tab("Bukti 1")["A2"] = "utuh"
    assert read.result(5)["values"] == [["separuh"], ["utuh"]]


def test_addresses_are_those_people_copy(server: SheetsServer) -> None:
    assert server.url("ZI") == "https://docs.google.com/spreadsheets/d/ZI/edit"


# --- only_loopback ----------------------------------------------------------


def _refused(attempt: Callable[[], object]) -> None:
    with pytest.raises((OutsideConnection, requests.exceptions.ConnectionError)):
        attempt()


def test_a_look_up_of_another_machine_fails_the_block() -> None:
    with pytest.raises(AssertionError, match=r"sheets\.googleapis\.com"), only_loopback():
        _refused(lambda: requests.get("https://sheets.googleapis.com/", timeout=1))


def test_a_connection_to_an_address_fails_the_block() -> None:
    with (
        pytest.raises(AssertionError, match=r"192\.0\.2\.1"),
        only_loopback(),
        socket.socket() as reaching,
    ):
        _refused(lambda: reaching.connect(("192.0.2.1", 443)))


def test_an_attempt_in_a_thread_fails_the_block_though_swallowed_there() -> None:
    def reach() -> None:
        with socket.socket() as reaching:
            _refused(lambda: reaching.connect_ex(("198.51.100.7", 443)))

    with pytest.raises(AssertionError, match=r"198\.51\.100\.7"), only_loopback():
        _in_a_thread(reach)


def _in_a_thread(target: Callable[[], None]) -> None:
    thread = threading.Thread(target=target)
    thread.start()
    thread.join()


def test_the_loopback_is_allowed(sheets_server: SheetsServer) -> None:
    with only_loopback() as tried:
        assert requests.get(f"{sheets_server.host}/edit/X", timeout=5).status_code == 404
        assert socket.getaddrinfo("localhost", 80)
        assert socket.getaddrinfo("::1", 80)
    assert tried == []


def test_google_auths_own_look_up_is_caught(sheets_server: SheetsServer) -> None:
    """Without the override in the client it asks a machine of Google's, in the background."""
    sheets_server.add(Book("ZI"))
    credentials = Credentials.from_service_account_info(
        sheets_server.credentials(), scopes=["https://www.googleapis.com/auth/spreadsheets"]
    )
    with pytest.raises(AssertionError, match=r"iamcredentials\.googleapis\.com"), only_loopback():
        assert led_to(sheets_server, credentials).open_by_key("ZI")
