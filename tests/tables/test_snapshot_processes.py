"""Several processes at one store, and processes killed at it: readers always find a whole one."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.tables.builders import snapshot
from tests.tables.snapshot_writer import FIRST_DAY, snapshots
from zi_metrics.sources.store import SnapshotStore

PROJECT = Path(__file__).parents[2]
WRITER = [sys.executable, "-m", "tests.tables.snapshot_writer"]
SECONDS_OF_KILLING, MOST_KILLS, FEWEST_KILLS = 6, 100, 8


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    return SnapshotStore(tmp_path / "potret")


@pytest.fixture
def killable(store: SnapshotStore) -> Iterator[subprocess.Popen[str]]:
    writer = subprocess.Popen(
        [*WRITER, str(store.root), "forks"],
        cwd=PROJECT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with writer:
        yield writer
        assert writer.stdin
        writer.stdin.close()
        assert writer.wait(timeout=20) == 0


def kill_after(writer: subprocess.Popen[str], seconds: float) -> list[str]:
    """Names of what one fork stored before it was killed in the middle of its work."""
    assert writer.stdin
    assert writer.stdout
    writer.stdin.write("\n")
    writer.stdin.flush()
    child = int(writer.stdout.readline())
    time.sleep(seconds)  # not a wait for something: where in its work the writer dies
    os.kill(child, signal.SIGKILL)
    return [line.strip() for line in iter(writer.stdout.readline, "gone\n")]


def test_writers_at_once_leave_whole_snapshots_and_nothing_else(store: SnapshotStore) -> None:
    command = [*WRITER, str(store.root), "all", "4"]
    writers = [subprocess.Popen(command, cwd=PROJECT) for _ in range(2)]
    readings = 0
    while any(writer.poll() is None for writer in writers):
        for found in store.list():
            assert len(store.read(found.identifier).evidence) == 1
            readings += 1
    assert [writer.returncode for writer in writers] == [0, 0]
    assert readings > 0
    assert [each.as_of - FIRST_DAY for each in store.list()] == [timedelta(day) for day in range(4)]
    expected = {each.provenance.digest for each in snapshots(4)}
    assert {each.digest for each in store.list()} == expected
    left = [path.name for path in store.root.glob("*/*")]
    assert len(left) == 4 * 8  # seven tables and a manifest each
    assert not [name for name in left if name.startswith(".")]


def test_killed_writer_leaves_the_last_good_snapshot(
    store: SnapshotStore, killable: subprocess.Popen[str]
) -> None:
    store.write(snapshot(as_of=FIRST_DAY - timedelta(days=1)))
    moments, began = random.Random(7), time.monotonic()
    store.write(snapshot(as_of=FIRST_DAY - timedelta(days=1)))
    a_write = time.monotonic() - began
    kills = stored = 0
    end = time.monotonic() + SECONDS_OF_KILLING
    while kills < FEWEST_KILLS or (kills < MOST_KILLS and time.monotonic() < end):
        names = kill_after(killable, moments.uniform(0, 4 * a_write))
        kills, stored = kills + 1, stored + len(names)
        listed = [each.identifier for each in store.list()]
        assert set(names) <= set(listed)
        for name in {*names, listed[-1]}:
            store.read(name)
        assert f"{store.newest().as_of}" == listed[-1][:10]
    assert stored > 0
