"""One follower for what the settings name, on screen and on the command line alike."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.sheets_server import Book, Fault, SheetsServer
from tests.sources.sheets import (
    EVIDENCE,
    ID,
    MONEV,
    NOW,
    OTHER_ID,
    Clock,
    empty_below_header,
    live_sheet,
)
from zi_metrics.errors import (
    SettingsUnreadable,
    SheetNotConfigured,
    SheetNotReadYet,
    SheetNotShared,
)
from zi_metrics.settings import (
    EMULATOR_VARIABLE,
    INTERVAL_VARIABLE,
    KEEP_VARIABLE,
    KEY_FILE_VARIABLE,
    PROJECT_ROOT,
    SHEET_URL_VARIABLE,
    SNAPSHOT_DIR_VARIABLE,
    SOURCE_VARIABLE,
    AppSettings,
    read_secrets,
)
from zi_metrics.sources import follow
from zi_metrics.sources.resolve import open_source

VIEWERS = 50


@pytest.fixture
def key_file(server: SheetsServer, tmp_path: Path) -> Path:
    path = tmp_path / "kunci.json"
    path.write_text(json.dumps(server.credentials()), encoding="utf-8")
    return path


@pytest.fixture
def environment(server: SheetsServer, key_file: Path, tmp_path: Path) -> dict[str, str]:
    """All that a sheet needs."""
    return {
        SHEET_URL_VARIABLE: server.url(ID),
        KEY_FILE_VARIABLE: str(key_file),
        EMULATOR_VARIABLE: server.host,
        SNAPSHOT_DIR_VARIABLE: str(tmp_path / "potret"),
    }


@pytest.fixture
def settings(environment: dict[str, str]) -> AppSettings:
    return AppSettings.from_environment(environment)


# --- What is told -----------------------------------------------------------


def test_sheet_that_is_configured_is_the_source(settings: AppSettings) -> None:
    assert settings.source == "sheet"


def test_source_that_is_named_goes_before_the_sheet(environment: dict[str, str]) -> None:
    named = environment | {SOURCE_VARIABLE: "potret"}
    assert AppSettings.from_environment(named).source == "potret"


def test_environment_sets_interval_and_retention(environment: dict[str, str]) -> None:
    told = AppSettings.from_environment(environment | {INTERVAL_VARIABLE: "5", KEEP_VARIABLE: "30"})
    assert told.sheet is not None
    assert (told.sheet.interval_seconds, told.keep_days, told.doubtful) == (5, 30, ())


@pytest.mark.parametrize("written", ["0", "4", "3601", "-5", "1e3", "lima", "٥٥", "9" * 400])
def test_interval_that_is_no_number_in_range_is_doubtful(
    environment: dict[str, str], written: str
) -> None:
    told = AppSettings.from_environment(environment | {INTERVAL_VARIABLE: written})
    assert told.sheet is not None
    assert (told.sheet.interval_seconds, told.doubtful) == (45, (INTERVAL_VARIABLE,))


def test_secrets_name_sheet_and_key(server: SheetsServer) -> None:
    secrets = {"sheet": {"url": server.url(ID)}, "gcp_service_account": server.credentials()}
    told = AppSettings.from_environment({EMULATOR_VARIABLE: server.host}, secrets)
    state = follow.live_sheet(replace(told, snapshot_dir=Path("tidak-ada"))).state
    assert state.snapshot is None
    assert told.source == "sheet"


@pytest.mark.parametrize("secrets", [{"sheet": "x"}, {"sheet": {"url": 7}}, {"sheet": {}}, {}])
def test_secrets_without_an_address_name_no_sheet(secrets: Mapping[str, Any]) -> None:
    assert AppSettings.from_environment({}, secrets).sheet is None


def test_settings_are_printed_without_the_key(server: SheetsServer) -> None:
    secrets = {"sheet": {"url": server.url(ID)}, "gcp_service_account": server.credentials()}
    told = AppSettings.from_environment({}, secrets)
    assert server.url(ID) in repr(told)
    assert "PRIVATE KEY" not in f"{told!r}{told}{told.sheet!r}"


def test_secrets_that_are_no_toml_are_refused_without_being_quoted(tmp_path: Path) -> None:
    path = tmp_path / "secrets.toml"
    path.write_text('private_key = "RAHASIA', encoding="utf-8")
    with pytest.raises(SettingsUnreadable, match=r"secrets\.toml") as refused:
        read_secrets([path])
    assert "RAHASIA" not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


# --- One follower -----------------------------------------------------------


def test_same_settings_have_the_same_follower_from_any_thread(
    settings: AppSettings, server: SheetsServer
) -> None:
    ready = threading.Barrier(VIEWERS)

    def followed(_: int) -> object:
        ready.wait(10)
        return follow.live_sheet(settings)

    with ThreadPoolExecutor(VIEWERS) as threads:
        assert len(set(threads.map(followed, range(VIEWERS)))) == 1
    assert server.requests == []


def test_other_sheet_has_another_follower(settings: AppSettings, server: SheetsServer) -> None:
    assert settings.sheet is not None
    other = replace(settings, sheet=replace(settings.sheet, address=server.url(OTHER_ID)))
    assert follow.live_sheet(settings) is not follow.live_sheet(other)


def test_sheet_without_an_address_is_not_configured() -> None:
    with pytest.raises(SheetNotConfigured, match="ZI_SHEET_URL"):
        follow.live_sheet(AppSettings())


def test_sheet_without_a_key_is_not_configured(environment: dict[str, str]) -> None:
    del environment[KEY_FILE_VARIABLE]
    with pytest.raises(SheetNotConfigured, match=KEY_FILE_VARIABLE):
        follow.live_sheet(AppSettings.from_environment(environment))


@pytest.mark.parametrize("content", [None, b"", b"[1]", b"RAHASIA", b"\xff\xfe", b'{"a": 1}'])
def test_key_file_that_is_none_is_refused_until_it_is_one(
    settings: AppSettings, key_file: Path, content: bytes | None
) -> None:
    whole = key_file.read_bytes()
    key_file.unlink()
    if content is not None:
        key_file.write_bytes(content)
    with pytest.raises(SheetNotConfigured, match="Unduh lagi kunci JSON") as refused:
        follow.live_sheet(settings)
    assert "RAHASIA" not in str(refused.value)
    key_file.write_bytes(whole)
    assert follow.live_sheet(settings).refresh().is_current


def test_key_file_that_an_editor_of_windows_saved_is_read(
    settings: AppSettings, key_file: Path
) -> None:
    key_file.write_bytes(b"\xef\xbb\xbf" + key_file.read_bytes())
    assert follow.live_sheet(settings).refresh().is_current


def test_key_of_the_secrets_goes_before_the_file_but_never_to_an_emulator(
    environment: dict[str, str], server: SheetsServer
) -> None:
    real = server.credentials() | {"token_uri": "https://oauth2.googleapis.com/token"}
    told = AppSettings.from_environment(environment, {"gcp_service_account": real})
    assert follow.live_sheet(told).refresh().is_current


# --- As a source ------------------------------------------------------------

LATER = Clock(NOW + timedelta(days=300))


def test_sheet_that_was_never_read_says_so_and_no_sample_stands_in(settings: AppSettings) -> None:
    with pytest.raises(SheetNotReadYet, match="pertama kali"):
        open_source("sheet", settings).newest()


def test_sheet_that_could_never_be_read_says_why_and_no_sample_stands_in(
    settings: AppSettings, server: SheetsServer
) -> None:
    server.fail(Fault.NOT_SHARED)
    follow.live_sheet(settings).refresh()
    with pytest.raises(SheetNotShared, match="Bagikan sheet kepada"):
        open_source("sheet", settings).newest()


def test_days_of_an_old_years_sheet_stay_readable_and_never_stand_in_for_today(
    environment: dict[str, str], server: SheetsServer, clock: Clock
) -> None:
    root = Path(environment[SNAPSHOT_DIR_VARIABLE])
    live_sheet(server, root, clock).refresh()
    environment[SHEET_URL_VARIABLE] = server.url(OTHER_ID)
    source = open_source("sheet", AppSettings.from_environment(environment), LATER)
    assert source.dates == (clock().date(), LATER().date())
    old = source.read(clock().date())
    assert (old.provenance.unit_id, len(old.evidence)) == (ID, 12)
    with pytest.raises(SheetNotReadYet):
        source.newest()


def test_content_is_told_for_today_though_it_was_read_on_another_day(
    settings: AppSettings,
) -> None:
    follow.live_sheet(settings).refresh()
    assert open_source("sheet", settings, LATER).newest().as_of == LATER().date()


def test_opened_source_is_of_one_state_though_the_sheet_is_ahead(
    settings: AppSettings, book: Book
) -> None:
    sheet = follow.live_sheet(settings)
    sheet.refresh()
    before = open_source("sheet", settings, LATER)
    told = before.version(LATER().date())
    book.type(EVIDENCE, "D2", "Disusun")
    sheet.refresh()
    assert before.version(LATER().date()) == told
    assert before.newest().evidence["status"].iloc[0] == "Tersedia"
    assert before.state.version == 1
    after = open_source("sheet", settings, LATER)
    assert after.version(LATER().date()) != told
    assert after.newest().evidence["status"].iloc[0] == "Disusun"
    assert after.state is sheet.state


# --- The command line -------------------------------------------------------


def ringkas(environment: Mapping[str, str]) -> tuple[int, dict[str, Any], str]:
    """Exit status, answer and complaints of the command in a process of its own."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("ZI_")}
    run = subprocess.run(
        [sys.executable, "-m", "zi_metrics", "ringkas", "--sumber", "sheet", "--json"],
        check=False,
        cwd=PROJECT_ROOT,
        env=own | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    return run.returncode, json.loads(run.stdout or "{}"), run.stderr


def documents(told: Mapping[str, Any]) -> tuple[int, int]:
    counted = told["total"]["data_dukung"]
    return counted["wajib"], counted["lengkap"]


def test_command_reads_the_sheet_of_the_environment(
    environment: dict[str, str], server: SheetsServer, book: Book
) -> None:
    book.type(EVIDENCE, "D2", "Disusun")
    status, told, complaints = ringkas(environment)
    assert (status, told["sumber"], documents(told), complaints) == (0, "sheet", (12, 11), "")
    assert len(server.requests_of("api")) == 1


@pytest.mark.skipif(
    (PROJECT_ROOT / ".streamlit" / "secrets.toml").exists(), reason="this folder has secrets"
)
def test_command_reads_the_sheet_of_the_secrets(
    environment: dict[str, str], server: SheetsServer, tmp_path: Path
) -> None:
    del environment[SHEET_URL_VARIABLE], environment[KEY_FILE_VARIABLE]
    (tmp_path / ".streamlit").mkdir()
    key = [f"{name} = {json.dumps(value)}" for name, value in server.credentials().items()]
    (tmp_path / ".streamlit" / "secrets.toml").write_text(
        "\n".join(["[sheet]", f'url = "{server.url(ID)}"', "[gcp_service_account]", *key]),
        encoding="utf-8",
    )
    home = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    status, told, _ = ringkas(environment | home)
    assert (status, documents(told)) == (0, (12, 12))


def test_command_says_what_it_answers_from_when_the_sheet_fails(
    environment: dict[str, str], server: SheetsServer, clock: Clock
) -> None:
    live_sheet(server, Path(environment[SNAPSHOT_DIR_VARIABLE]), clock).refresh()
    server.fail(Fault.NOT_SHARED)
    status, told, complaints = ringkas(environment)
    assert (status, documents(told)) == (0, (12, 12))
    assert "Bagikan sheet kepada pembaca@" in complaints
    assert "data terakhir yang baik, dibaca 10 Mar 2026 09.00 WIB" in complaints


def test_command_says_what_it_does_not_take_over(
    environment: dict[str, str], server: SheetsServer, book: Book, clock: Clock
) -> None:
    live_sheet(server, Path(environment[SNAPSHOT_DIR_VARIABLE]), clock).refresh()
    empty_below_header(book, MONEV)
    status, told, complaints = ringkas(environment)
    assert (status, told["total"]["tindak_lanjut"]["wajib"]) == (0, 6)
    assert "Tab “Monev”: 6 baris menjadi 0." in complaints


def test_command_without_any_data_ends_with_the_remedy(
    environment: dict[str, str], server: SheetsServer
) -> None:
    server.fail(Fault.NOT_SHARED)
    status, told, complaints = ringkas(environment)
    assert (status, told) == (2, {})
    assert "Bagikan sheet kepada pembaca@" in complaints
    assert "Traceback" not in complaints
