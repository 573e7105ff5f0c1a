"""The real gspread client, led to the loopback server."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import gspread
from google.auth.crypt import RSASigner
from google.oauth2.service_account import Credentials
from gspread.auth import DEFAULT_SCOPES
from gspread.http_client import HTTPClient
from requests import Response

from tests.sheets_server.grants import READER
from tests.sheets_server.server import SheetsServer

_HOSTS = ("https://sheets.googleapis.com", "https://www.googleapis.com")


class LocalCredentials(Credentials):
    """Without google-auth's look-up at iamcredentials.googleapis.com."""

    def _is_regional_access_boundary_lookup_required(self) -> bool:
        return False


def client_of(
    server: SheetsServer, scopes: Sequence[str] = DEFAULT_SCOPES, email: str = READER
) -> gspread.Client:
    """A client as `gspread.authorize` makes it; it asks the server instead of Google."""
    info = server.credentials(email)
    credentials = LocalCredentials(
        _signer(info["private_key"], info["private_key_id"]),
        info["client_email"],
        info["token_uri"],
        scopes=list(scopes),
    )
    return led_to(server, credentials)


@cache
def _signer(private_key: str, key_id: str) -> RSASigner:
    """Reading a key takes longer than most tests."""
    return RSASigner.from_string(private_key, key_id)


def led_to(server: SheetsServer, credentials: Credentials) -> gspread.Client:
    """A client with these credentials."""

    class LoopbackClient(HTTPClient):
        def request(self, method: str, endpoint: str, *args: Any, **options: Any) -> Response:
            for host in _HOSTS:
                endpoint = endpoint.replace(host, server.host, 1)
            return super().request(method, endpoint, *args, **options)

    client = gspread.authorize(credentials, http_client=LoopbackClient)
    client.set_timeout((3, 10))
    return client
