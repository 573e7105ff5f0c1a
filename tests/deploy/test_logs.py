"""The log of the real server tells what happened, and nothing of what people wrote or asked for."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.browser.server import ROOT, _answers, _stop, free_port, running
from tests.browser.test_live_sheet import Followed
from tests.browser.viewers import Viewers
from tests.sheets_server import Fault
from tests.sources.sheets import EVIDENCE, ID

CELL = "Rahasia-Sel-4711 budi@contoh.go.id"
IN_THE_QUERY = "rahasia-di-alamat"
PATIENCE = 60

Event = dict[str, Any]


@contextmanager
def crashing(followed: Followed, more: Mapping[str, str]) -> Iterator[str]:
    """A dashboard of a sheet whose default page fails; its address."""
    port = free_port()
    options = {"port": str(port), "address": "127.0.0.1", "headless": "true"}
    named = [part for key, value in options.items() for part in (f"--server.{key}", value)]
    inherited = {name: each for name, each in os.environ.items() if not name.startswith("ZI_")}
    with followed.log.open("wb") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.deploy.crashing", "run", "dashboard.py", *named],
            cwd=ROOT,
            env={**inherited, **followed.environment, **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=stderr,
        )
    try:
        address = f"http://127.0.0.1:{port}"
        assert _answers(process, address), followed.log.read_text("utf-8")
        yield address
    finally:
        _stop(process)
        followed.stop_server()


def events_of(log: Path) -> list[Event]:
    """Every line of a log."""
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def waited_for(log: Path, holds: Callable[[list[Event]], bool]) -> list[Event]:
    """The events of a log, once it holds for them."""
    end = time.monotonic() + PATIENCE
    while not holds(found := events_of(log)):
        assert time.monotonic() < end, found
        time.sleep(0.05)
    return found


def named(events: list[Event], event: str) -> list[Event]:
    return [each for each in events if each["event"] == event]


async def page_failed(address: str, log: Path) -> None:
    """Open the default page, and wait until the log says that it failed."""
    viewers = Viewers(f"{address}/?pic={IN_THE_QUERY}", set())
    await viewers.come(1)
    try:
        await asyncio.to_thread(waited_for, log, lambda found: bool(named(found, "page failed")))
    finally:
        await viewers.leave()


def test_log_tells_what_happened_and_nothing_of_what_was_written(tmp_path: Path) -> None:
    followed = Followed(tmp_path)
    followed.type(EVIDENCE, "C2", CELL)
    with crashing(followed, {"ZI_LOG": "json"}) as address:
        waited_for(followed.log, lambda found: bool(named(found, "sheet read")))
        asyncio.run(page_failed(address, followed.log))
        followed.server.fail(Fault.NOT_SHARED)
        waited_for(followed.log, lambda found: bool(named(found, "sheet not read")))
    text, events = followed.log.read_text("utf-8"), events_of(followed.log)

    (started,) = named(events, "started")
    assert (started["source"], started["sign_in"], started["level"]) == ("sheet", False, "info")
    assert started["time"].endswith("Z")
    assert named(events, "sheet read")[0]["seconds"] > 0
    assert named(events, "sheet not read")[0]["kind"] == "SheetNotShared"
    assert len(named(events, "snapshot kept")) == 1
    failed = named(events, "page failed")[0]
    assert [each["kind"] for each in failed["faults"]] == ["KeyError", "ValueError"]
    assert failed["faults"][0]["stack"][-1].startswith("tests/deploy/crashing.py:")
    assert failed["faults"][0]["stack"][-1].endswith(" render")
    assert named(events, "Uncaught app execution") == []
    assert named(events, "thread ends by a fault")[0]["faults"][0]["kind"] == "ValueError"
    assert named(events, "warning of Python")[0]["kind"] == "UserWarning"
    of_a_library = [each["event"] for each in events if each["logger"] == "perpustakaan"]
    assert of_a_library[:3] == ["row not understood: ...", "(text left out)", "3 rows of 12"]

    key = json.loads(followed.key_file.read_text("utf-8"))
    for secret in (
        *("Rahasia", "4711", "budi", "contoh.go.id", IN_THE_QUERY, "127.0.0.1", ID),
        *(key["client_email"], key["private_key_id"], "PRIVATE KEY", "ya29.", str(tmp_path)),
    ):
        assert secret not in text, secret


@pytest.mark.slow
def test_log_as_text_holds_the_same_and_no_more(tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    with running("contoh", log, {"ZI_LOG": "xml"}):
        pass
    said = log.read_text("utf-8")
    assert " info zi started version=" in said
    assert "source=contoh sign_in=False\n" in said
    assert said.count(" warning zi ZI_LOG is neither json nor teks\n") == 1
    assert said.count(" info zi stopped\n") == 1


# --- Signing in -------------------------------------------------------------

SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:8501/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "rahasia-klien"
client_secret = "rahasia-klien-2"
server_metadata_url = "http://127.0.0.1:9/rahasia-penyedia"
[akses]
internal = ["budi@contoh.go.id"]
"""


@pytest.mark.slow
def test_log_of_sign_in_holds_neither_tokens_nor_addresses(tmp_path: Path) -> None:
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "secrets.toml").write_text(SECRETS, "utf-8")
    log = tmp_path / "log.txt"
    cookie = {"Cookie": "_streamlit_user=rahasia-kue; _streamlit_user_tokens=rahasia-kue"}
    asked = (
        "/oauth2callback?error=ditolak&error_description=budi%40contoh.go.id",
        "/oauth2callback?code=rahasia-kode&state=rahasia-keadaan",
        "/auth/login?provider=rahasia-token",
        "/auth/logout",
        "/monev?pic=rahasia-pic",
    )
    with running("contoh", log, {"ZI_LOG": "json", "HOME": str(tmp_path)}) as (_, address):
        for path in asked:
            try:
                urlopen(Request(address + path, headers=cookie), timeout=20).close()
            except HTTPError as refusal:
                refusal.close()
    text, events = log.read_text("utf-8"), events_of_server(log)
    assert named(events, "started")[0]["sign_in"] is True
    assert any("Error during authentication" in each["event"] for each in events)
    for secret in ("rahasia", "budi", "contoh.go.id", "0123456789abcdef"):
        assert secret not in text, secret


def events_of_server(log: Path) -> list[Event]:
    """Of a log that the welcome on standard output stands in too."""
    lines = log.read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.startswith("{")]
