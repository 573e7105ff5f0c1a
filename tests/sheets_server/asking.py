"""Asking the token server without google-auth, for assertions that it would never make."""

from __future__ import annotations

from typing import Any

import requests
from google.auth import crypt, jwt

from tests.sheets_server.grants import GRANT_TYPE, READER
from tests.sheets_server.server import SheetsServer

SHEETS = "https://www.googleapis.com/auth/spreadsheets"


def exchange(server: SheetsServer, **claims: Any) -> requests.Response:
    """The token server's answer to an assertion with these claims, now being second 1000."""
    info = server.credentials()
    signer = crypt.RSASigner.from_string(info["private_key"])
    whole = {"iss": READER, "scope": SHEETS, "aud": "x", "iat": 1000, "exp": 4600, **claims}
    form = {"grant_type": GRANT_TYPE, "assertion": jwt.encode(signer, whole)}
    return requests.post(info["token_uri"], data=form, timeout=5)
