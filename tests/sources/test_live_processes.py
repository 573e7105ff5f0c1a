"""A process that follows a sheet is killed at any moment: the last good reading is whole."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.sheets_server import Book, SheetsServer
from tests.sources.sheets import EVIDENCE, ID, NOW, Clock, kept_in, live_sheet
from zi_metrics.periods import JAKARTA
from zi_metrics.settings import PROJECT_ROOT
from zi_metrics.sources.store import SnapshotStore

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills forks")

SECONDS_OF_KILLING, MOST_KILLS, FEWEST_KILLS = 10, 100, 8


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    return SnapshotStore(tmp_path / "potret")


@pytest.fixture
def killable(
    server: SheetsServer, store: SnapshotStore, tmp_path: Path
) -> Iterator[subprocess.Popen[str]]:
    key_file = tmp_path / "kunci.json"
    key_file.write_text(json.dumps(server.credentials()), "utf-8")
    what = [server.host, str(key_file), ID, str(store.root)]
    reader = subprocess.Popen(
        [sys.executable, "-m", "tests.sources.live_reader", *what],
        cwd=PROJECT_ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with reader:
        yield reader
        assert reader.stdin
        reader.stdin.close()
        assert reader.wait(timeout=20) == 0


def kill_after(reader: subprocess.Popen[str], seconds: float) -> list[datetime]:
    """Moments of the readings that one fork stored before it was killed."""
    assert reader.stdin
    assert reader.stdout
    reader.stdin.write("\n")
    reader.stdin.flush()
    child = int(reader.stdout.readline())
    time.sleep(seconds)  # not a wait for something: where in its work the reader dies
    os.kill(child, signal.SIGKILL)
    return [datetime.fromisoformat(line.strip()) for line in iter(reader.stdout.readline, "gone\n")]


def test_killed_reader_leaves_the_last_good_reading(
    server: SheetsServer,
    book: Book,
    store: SnapshotStore,
    killable: subprocess.Popen[str],
    clock: Clock,
) -> None:
    sheet = live_sheet(server, store.root, clock)
    sheet.refresh()
    book.tab(EVIDENCE)["C2"] = "Dokumen lain"
    began = time.monotonic()
    sheet.refresh()
    a_reading = time.monotonic() - began
    moments, end = random.Random(11), time.monotonic() + SECONDS_OF_KILLING
    kills, newest, stored = 0, NOW, 0
    while kills < FEWEST_KILLS or (kills < MOST_KILLS and time.monotonic() < end):
        with server.editing(ID):
            book.tab(EVIDENCE)["C2"] = f"Dokumen ke-{kills}"
        read_at = kill_after(killable, moments.uniform(0, 4 * a_reading))
        kills, stored, newest = kills + 1, stored + len(read_at), max([newest, *read_at])
        last_good = kept_in(store.root).last_good()
        assert last_good is not None
        assert len(last_good.evidence) == 12
        assert last_good.as_of >= newest.astimezone(JAKARTA).date()
    for manifest in store.list():
        store.read(manifest.identifier)  # every one of them is whole
    assert live_sheet(server, store.root, clock).refresh().is_current
    assert stored > 0
    assert server.most_in_flight == 1
