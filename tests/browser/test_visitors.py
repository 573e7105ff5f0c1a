"""Many visits to one server: memory stays flat without the collection after every run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.screen import fresh_tab
from tests.browser.server import running
from tests.soak.memory import resident_mb

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="reads memory from /proc"),
]
PAGES = ("", "manajemen-sdm", "monev", "spip", "data-dukung")
WARM_UP_ROUNDS, ROUNDS, GROWTH_MB = 4, 16, 40


def test_memory_stays_flat_over_many_visitors(chromium: Browser, tmp_path: Path) -> None:
    with running(None, tmp_path / "server.log") as (pid, address):
        before = 0.0
        for visit in range(WARM_UP_ROUNDS + ROUNDS):
            if visit == WARM_UP_ROUNDS:
                before = resident_mb(pid)
            with fresh_tab(chromium, address) as tab:
                for page in PAGES:
                    tab.open(page)
        assert resident_mb(pid) - before < GROWTH_MB
