"""Checklist 7: answers that are slow, broken or never come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import gspread
import pytest
import requests

from tests.sheets_server.book import Book, Tab
from tests.sheets_server.client import client_of
from tests.sheets_server.conftest import Serve
from tests.sheets_server.faults import Fault
from tests.sheets_server.server import SheetsServer

Background = Callable[[Callable[[], Any]], "Future[Any]"]


@pytest.fixture
def client(serve: Serve) -> gspread.Client:
    return serve(Book("ZI", "Zona Integritas", tabs=[Tab("Bukti")]))


@pytest.fixture
def background(server: SheetsServer) -> Iterator[Background]:
    """Runs something beside the test; mends the server before it waits for that."""
    with ThreadPoolExecutor(2) as threads:
        yield threads.submit
        server.mend()


def _read(client: gspread.Client) -> Any:
    return client.http_client.spreadsheets_get("ZI", {"fields": "properties.title"})


def test_a_dropped_connection_is_a_connection_error(
    server: SheetsServer, client: gspread.Client
) -> None:
    server.fail(Fault.DROPPED, times=1)
    with pytest.raises(requests.exceptions.ConnectionError):
        _read(client)
    assert _read(client)


def test_a_truncated_body_is_a_broken_answer(server: SheetsServer, client: gspread.Client) -> None:
    server.fail(Fault.TRUNCATED, times=1)
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        _read(client)
    assert _read(client)


def test_invalid_json_comes_with_status_200(server: SheetsServer, client: gspread.Client) -> None:
    server.fail(Fault.INVALID_JSON)
    with pytest.raises(requests.exceptions.JSONDecodeError):
        _read(client)


def test_a_slow_answer_comes_once_it_is_mended(
    server: SheetsServer, client: gspread.Client, background: Background
) -> None:
    server.fail(Fault.SLOW)
    answer = background(lambda: _read(client))
    server.wait_for(1)
    assert not answer.done()
    server.mend()
    assert answer.result(5) == {"properties": {"title": "Zona Integritas"}}


def test_a_slow_answer_comes_after_its_seconds(
    server: SheetsServer, client: gspread.Client
) -> None:
    server.fail(Fault.SLOW, seconds=0.02)
    assert _read(client)


@pytest.mark.parametrize("fault", [Fault.SLOW, Fault.STALLED])
def test_a_client_that_will_not_wait_gives_up(
    server: SheetsServer, client: gspread.Client, fault: Fault
) -> None:
    server.fail(fault)
    client.set_timeout((1, 0.05))
    with pytest.raises((requests.exceptions.Timeout, requests.exceptions.ConnectionError)):
        _read(client)


def test_a_request_that_was_given_up_is_no_longer_in_flight(
    server: SheetsServer, client: gspread.Client
) -> None:
    server.fail(Fault.STALLED, times=1)
    client.set_timeout((1, 0.05))
    with pytest.raises(requests.exceptions.ConnectionError):
        _read(client)
    server.wait_until_idle()
    client.set_timeout((1, 5))
    assert _read(client)
    assert server.most_in_flight == 1


def test_a_stalled_answer_has_sent_its_headers(
    server: SheetsServer, client: gspread.Client, background: Background
) -> None:
    server.fail(Fault.STALLED)
    session = client.http_client.session
    with session.get(f"{server.host}/v4/spreadsheets/ZI", stream=True, timeout=5) as answer:
        assert answer.status_code == 200
        body = background(answer.raw.read)
        assert not body.done()
        server.mend()
        assert isinstance(body.exception(5), Exception)


def test_a_dripping_answer_comes_byte_by_byte(server: SheetsServer, client: gspread.Client) -> None:
    server.fail(Fault.DRIPPING, seconds=0)
    assert _read(client)
    server.mend()
    server.fail(Fault.DRIPPING, seconds=60)
    session = client.http_client.session
    with pytest.raises(requests.exceptions.ConnectionError):
        session.get(f"{server.host}/v4/spreadsheets/ZI", timeout=0.05)


@pytest.mark.parametrize("fault", [Fault.SLOW, Fault.STALLED, Fault.DRIPPING])
def test_stopping_ends_what_waits(only_loopback: list[str], fault: Fault) -> None:
    def read() -> None:
        client = client_of(server)
        with pytest.raises(requests.exceptions.RequestException):
            _read(client)

    with ThreadPoolExecutor(1) as threads:
        with SheetsServer() as server:
            server.add(Book("ZI"))
            server.fail(fault, seconds=3600)
            waiting = threads.submit(read)
            server.wait_for(1)
        waiting.result(5)
