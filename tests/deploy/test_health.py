"""What a monitor is told: whether the server answers, and whether there is data to show."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.browser.server import running
from tests.browser.test_live_sheet import Followed
from tests.sheets_server import Fault

PATIENCE = 40
Answer = tuple[int, dict[str, Any]]


def asked(address: str, path: str = "/siap") -> Answer:
    """Status and content of an answer; nothing on the way may keep it."""
    try:
        with urlopen(address + path, timeout=10) as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            return answer.status, json.load(answer)
    except HTTPError as refusal:
        with refusal:
            return refusal.code, json.load(refusal)


def told(address: str, **expected: object) -> Answer:
    """The answer, once it says this."""
    end = time.monotonic() + PATIENCE
    while not expected.items() <= (found := asked(address))[1].items():
        assert time.monotonic() < end, found
        time.sleep(0.05)
    return found


def test_followed_sheet_is_ready_from_its_first_reading_and_stays_so(tmp_path: Path) -> None:
    followed = Followed(tmp_path)
    followed.server.fail(Fault.NOT_SHARED)
    try:
        with running(None, followed.log, followed.environment) as (_, address):
            unread = {"terbaca": False, "tertahan": False, "tersimpan": True, "umur_detik": None}
            expected = {"status": "belum_siap", "sumber": "sheet"} | unread
            assert told(address) == (503, expected)
            assert asked(address, "/sehat") == (200, {"status": "sehat"})
            followed.server.mend()
            status, content = told(address, terbaca=True)
            age = content.pop("umur_detik")
            assert (status, content) == (
                200,
                {"status": "siap", "sumber": "sheet"}
                | {"terbaca": True, "tertahan": False, "tersimpan": True},
            )
            assert 0 <= age < PATIENCE
            followed.server.fail(Fault.NOT_SHARED)
            status, content = told(address, terbaca=False)
            assert (status, content["status"]) == (200, "siap")
    finally:
        followed.stop_server()


@pytest.mark.slow
def test_store_without_snapshots_is_not_ready_though_the_server_is_healthy(tmp_path: Path) -> None:
    with running(str(tmp_path), tmp_path / "log.txt") as (_, address):
        assert asked(address) == (503, {"status": "belum_siap", "sumber": "folder"})
        assert asked(address, "/sehat") == (200, {"status": "sehat"})
