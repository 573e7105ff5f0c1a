"""Tokens: who gets one, and how long it counts."""

from __future__ import annotations

from typing import Any

import google.auth.exceptions
import gspread
import pytest
import requests
from google.auth import crypt, jwt

from tests.sheets_server.asking import SHEETS, exchange
from tests.sheets_server.book import Book
from tests.sheets_server.client import LocalCredentials, client_of, led_to
from tests.sheets_server.grants import GRANT_TYPE, READER
from tests.sheets_server.server import SheetsServer


@pytest.fixture
def book(server: SheetsServer) -> Book:
    book = Book("ZI", "Zona Integritas")
    book.add_tab("Bukti", [["No"]])
    return server.add(book)


def _title(client: gspread.Client) -> Any:
    return client.http_client.spreadsheets_get("ZI", {"fields": "properties.title"})


def test_a_key_file_of_a_service_account_is_enough(server: SheetsServer, book: Book) -> None:
    info = server.credentials()
    assert info["client_email"] == "pembaca@zi-uji.iam.gserviceaccount.com"
    assert info["token_uri"] == f"{server.host}/token"
    credentials = LocalCredentials.from_service_account_info(info, scopes=[SHEETS])
    assert _title(led_to(server, credentials)) == {"properties": {"title": "Zona Integritas"}}
    assert len(server.requests_of("token")) == 1


def test_the_audience_is_googles_and_not_compared(server: SheetsServer, book: Book) -> None:
    with SheetsServer(clock=lambda: 1000) as other:
        assert exchange(other, aud="https://oauth2.googleapis.com/token").ok
        assert exchange(other, aud="https://elsewhere.test/").ok


@pytest.mark.parametrize(
    "claims",
    [
        {"iat": 1301, "exp": 4901},
        {"iat": -2600, "exp": 1000},
        {"exp": 4601},
        {"exp": 999},
        {"iat": "1000"},
    ],
    ids=["not yet", "no longer", "too long", "before it began", "no number"],
)
def test_an_assertion_from_another_time_is_refused(
    only_loopback: list[str], claims: dict[str, Any]
) -> None:
    with SheetsServer(clock=lambda: 1000) as server:
        answer = exchange(server, **claims)
    assert answer.status_code == 400
    assert answer.json()["error"] == "invalid_grant"
    assert answer.json()["error_description"] == (
        "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable "
        "timeframe. Check your iat and exp values in the JWT claim."
    )


def test_five_minutes_of_skew_are_tolerated(only_loopback: list[str]) -> None:
    with SheetsServer(clock=lambda: 1000) as server:
        assert exchange(server, iat=1300, exp=4900).ok


def test_another_key_is_refused(server: SheetsServer) -> None:
    info = server.credentials()
    signer = crypt.RSASigner.from_string(info["private_key"])
    head, body, signature = jwt.encode(signer, {"iss": READER}).decode().split(".")
    forged = f"{head}.{body}.{signature[::-1]}"
    form = {"grant_type": GRANT_TYPE, "assertion": forged}
    answer = requests.post(info["token_uri"], data=form, timeout=5)
    assert answer.json() == {
        "error": "invalid_grant",
        "error_description": "Invalid JWT Signature.",
    }


def test_an_unknown_account_is_refused(only_loopback: list[str]) -> None:
    with SheetsServer(clock=lambda: 1000) as server:
        answer = exchange(server, iss="nobody@zi-uji.iam.gserviceaccount.com")
    assert answer.json()["error_description"] == "Invalid grant: account not found"


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"grant_type": "password"}, "unsupported_grant_type"),
        ({"grant_type": GRANT_TYPE, "assertion": "x"}, "invalid_grant"),
    ],
)
def test_what_is_no_grant_is_refused(
    server: SheetsServer, form: dict[str, str], error: str
) -> None:
    answer = requests.post(f"{server.host}/token", data=form, timeout=5)
    assert (answer.status_code, answer.json()["error"]) == (400, error)


def test_a_token_without_a_scope_is_not_given(only_loopback: list[str]) -> None:
    with SheetsServer(clock=lambda: 1000) as server:
        assert exchange(server, scope="").json()["error"] == "invalid_scope"


@pytest.mark.parametrize(
    "header", [{}, {"Authorization": "Bearer ya29.old"}, {"Authorization": "x"}]
)
@pytest.mark.parametrize("path", ["/v4/spreadsheets/ZI", "/drive/v3/files/ZI"])
def test_without_a_token_nothing_is_answered(
    server: SheetsServer, book: Book, header: dict[str, str], path: str
) -> None:
    answer = requests.get(f"{server.host}{path}", headers=header, timeout=5)
    assert answer.status_code == 401
    assert answer.json()["error"]["status"] == "UNAUTHENTICATED"


def test_a_token_ends_after_an_hour(only_loopback: list[str]) -> None:
    now = [1000.0]
    with SheetsServer(clock=lambda: now[0]) as server:
        server.add(Book("ZI"))
        answer = exchange(server).json()
        assert (answer["expires_in"], answer["token_type"]) == (3599, "Bearer")
        header = {"Authorization": f"Bearer {answer['access_token']}"}
        address = f"{server.host}/v4/spreadsheets/ZI"
        assert requests.get(address, headers=header, timeout=5).ok
        now[0] += 3599
        assert requests.get(address, headers=header, timeout=5).status_code == 401


def test_revoked_tokens_are_fetched_again(server: SheetsServer, book: Book) -> None:
    client = client_of(server)
    assert _title(client)
    server.revoke_tokens()
    assert _title(client)
    assert len(server.requests_of("token")) == 2


def test_a_key_that_is_broken_never_reaches_the_server(server: SheetsServer) -> None:
    info = server.credentials() | {"private_key": "rusak"}
    with pytest.raises((ValueError, google.auth.exceptions.MalformedError)):
        LocalCredentials.from_service_account_info(info)
    assert server.requests == []
