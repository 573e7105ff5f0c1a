"""Whatever the environment, the secrets and the key file hold: settings, or a sentence."""

from __future__ import annotations

import json
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.fuzz import archives, values
from tests.fuzz.budget import bounded, read_or_told
from tests.fuzz.test_written import typed
from zi_metrics.errors import SheetNotConfigured
from zi_metrics.settings import AppSettings, read_secrets
from zi_metrics.sources.google_address import loopback, spreadsheet_id
from zi_metrics.sources.google_sheet import GoogleSheet, SheetAccess
from zi_metrics.sources.key_file import read_key_file
from zi_metrics.sources.resolve import open_source

SECRETS = b"""
ZI_SUMBER = "sheet"
ZI_SELANG_BACA = 30
[sheet]
url = "https://docs.google.com/spreadsheets/d/1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/edit"
[gcp_service_account]
type = "service_account"
client_email = "a@b.iam.gserviceaccount.com"
private_key = "-----BEGIN PRIVATE KEY-----\\nrahasia\\n-----END PRIVATE KEY-----\\n"
token_uri = "https://oauth2.googleapis.com/token"
[auth]
redirect_uri = "http://localhost:8501/oauth2callback"
cookie_secret = "rahasia"
[akses]
internal = ["a@b.go.id"]
"""
VARIABLES = [
    *("ZI_SUMBER", "ZI_FOLDER_POTRET", "ZI_SHEET_URL", "ZI_SELANG_BACA", "ZI_SIMPAN_HARI"),
    *("GOOGLE_APPLICATION_CREDENTIALS", "SHEETS_EMULATOR_HOST", "ZI_AKSES", "ZI_POTRET"),
]
environments = st.dictionaries(st.sampled_from(VARIABLES), typed, max_size=4)
NOW = datetime(2026, 1, 20, tzinfo=UTC)


@bounded(40)
@given(st.one_of(archives.altered(SECRETS), st.binary(max_size=60)))
@example(b"a = " + b"[" * 3000)
@example(b"\xef\xbb\xbfa = 1")
def test_secrets_of_any_bytes(content: bytes) -> None:
    with TemporaryDirectory(prefix="zi-") as folder:
        path = Path(folder) / "secrets.toml"
        path.write_bytes(content)
        found = read_or_told(lambda: read_secrets([path]))
        if found is not None:
            read_or_told(lambda: AppSettings.from_environment({}, found))


@bounded(40)
@given(environments, values.altered(tomllib.loads(SECRETS.decode())))
def test_settings_of_any_value(environment: dict[str, str], secrets: Any) -> None:
    if isinstance(secrets, dict):
        read_or_told(lambda: AppSettings.from_environment(environment, secrets))


@bounded(25)
@given(values.altered(json.loads('{"type": "service_account", "client_email": "a@b.test", '
       '"private_key": "x", "token_uri": "https://oauth2.googleapis.com/token"}')))  # fmt: skip
def test_key_of_any_value_is_refused_without_repeating_it(key: Any) -> None:
    with TemporaryDirectory(prefix="zi-") as folder:
        path = Path(folder) / "kunci.json"
        path.write_bytes(json.dumps(key).encode(errors="replace"))
        found = read_or_told(lambda: read_key_file(path))
        if found is not None:
            read_or_told(lambda: GoogleSheet(SheetAccess("1" * 44, found)))


@bounded(50)
@given(typed)
def test_address_of_any_text(text: str) -> None:
    read_or_told(lambda: spreadsheet_id(text))
    read_or_told(lambda: loopback(text))


@bounded(25)
@given(typed)
def test_source_of_any_name(text: str) -> None:
    """A name of a path is looked at, and never made."""
    read_or_told(lambda: open_source(text, AppSettings(), lambda: NOW))


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"a":' * 100_000, b"\xff\xfe{"])
def test_key_nested_without_end_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kunci.json"
    path.write_bytes(content)
    with pytest.raises(SheetNotConfigured):
        read_key_file(path)
