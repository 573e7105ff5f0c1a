"""Checklist 7: tokens that are refused, by the API or where they are fetched."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import Any

import google.auth.exceptions
import gspread
import pytest
import requests
from gspread.exceptions import APIError

from tests.sheets_server.book import Book, Tab
from tests.sheets_server.conftest import Serve
from tests.sheets_server.faults import Fault
from tests.sheets_server.server import SheetsServer

OUTSIDERS = [Fault.INVALID_GRANT_ACCOUNT, Fault.INVALID_GRANT_CLOCK, Fault.INVALID_GRANT_SIGNATURE]


@pytest.fixture
def client(serve: Serve) -> gspread.Client:
    return serve(Book("ZI", "Zona Integritas", tabs=[Tab("Bukti")]))


def _read(client: gspread.Client) -> Any:
    return client.http_client.spreadsheets_get("ZI", {"fields": "properties.title"})


def _error(client: gspread.Client) -> APIError:
    with pytest.raises(APIError) as refused:
        _read(client)
    return refused.value


def test_a_token_that_is_refused_once_is_fetched_again(
    server: SheetsServer, client: gspread.Client
) -> None:
    server.fail(Fault.UNAUTHENTICATED, times=1)
    assert _read(client)
    assert len(server.requests_of("api")) == 2
    assert len(server.requests_of("token")) == 2


def test_a_token_that_is_always_refused_is_tried_three_times(
    server: SheetsServer, client: gspread.Client
) -> None:
    server.fail(Fault.UNAUTHENTICATED)
    error = _error(client).error
    assert (error["code"], error["status"]) == (401, "UNAUTHENTICATED")
    assert error["message"].startswith("Request had invalid authentication credentials. Expected")
    assert len(server.requests_of("api")) == 3


@pytest.mark.parametrize("fault", OUTSIDERS)
def test_a_refused_grant_is_a_refresh_error_at_once(
    server: SheetsServer, client: gspread.Client, fault: Fault
) -> None:
    server.fail(fault)
    with pytest.raises(google.auth.exceptions.RefreshError, match="invalid_grant: ") as refused:
        _read(client)
    assert refused.value.args[1]["error"] == "invalid_grant"
    assert not refused.value.retryable
    assert len(server.requests_of("token")) == 1
    assert not server.requests_of("api")


def test_the_token_server_may_answer_an_html_502(
    server: SheetsServer, client: gspread.Client
) -> None:
    server.fail(Fault.BAD_GATEWAY, kind="token")
    with pytest.raises(google.auth.exceptions.RefreshError) as refused:
        _read(client)
    assert "<title>Error 502 (Server Error)!!1</title>" in refused.value.args[0]
    assert len(server.requests_of("token")) == 1


@pytest.mark.parametrize("fault", [Fault.DROPPED, Fault.TRUNCATED])
def test_the_token_server_may_break_off(
    server: SheetsServer, client: gspread.Client, fault: Fault
) -> None:
    server.fail(fault, kind="token")
    with pytest.raises(google.auth.exceptions.TransportError):
        _read(client)


def test_a_wrong_clock_is_refused_and_the_date_header_tells(
    server: SheetsServer, client: gspread.Client
) -> None:
    server.fail(Fault.CLOCK_SKEW, seconds=7200)
    form = {"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": "x.y.z"}
    answer = requests.post(f"{server.host}/token", data=form, timeout=5)
    behind = requests.get(server.host, timeout=5)
    ahead = _date(answer) - _date(behind)
    assert 7190 < ahead < 7210
    with pytest.raises(google.auth.exceptions.RefreshError, match="Check your iat and exp"):
        _read(client)


def _date(answer: requests.Response) -> float:
    return parsedate_to_datetime(answer.headers["Date"]).timestamp()
