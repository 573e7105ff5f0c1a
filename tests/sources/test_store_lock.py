"""Pinning and tidying away exclude each other, also between two processes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.pages.altered import sample_folder
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.sources.store_lock import changing

HOLD = """
import sys
from pathlib import Path
from zi_metrics.sources.store_lock import changing
with changing(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""
SHORT, LONG = 0.3, 30


@contextmanager
def other_process(root: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that is changing the store until it is told to end."""
    call = [sys.executable, "-c", HOLD, str(root)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as held:
        try:
            assert held.stdout is not None
            assert held.stdout.readline() == "held\n"
            yield held
        finally:
            held.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no locks between processes")
def test_pin_waits_for_another_process_that_tidies(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path)
    store = SnapshotStore(tmp_path)
    with ThreadPoolExecutor(1) as threads, other_process(tmp_path) as other:
        pinning = threads.submit(store.pin, folder.name)
        with pytest.raises(NotYet):
            pinning.result(SHORT)
        assert not store.is_pinned(folder.name)
        other.communicate("\n", LONG)
        pinning.result(LONG)
    assert store.is_pinned(folder.name)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no locks between processes")
def test_process_that_is_killed_keeps_nobody_waiting(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path)
    with other_process(tmp_path) as other:
        other.kill()
    SnapshotStore(tmp_path).pin(folder.name)
    assert SnapshotStore(tmp_path).is_pinned(folder.name)


def test_threads_of_one_process_change_a_store_in_turn(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path)
    with ThreadPoolExecutor(1) as threads:
        with changing(tmp_path):
            pinning = threads.submit(SnapshotStore(tmp_path).pin, folder.name)
            with pytest.raises(NotYet):
                pinning.result(SHORT)
        pinning.result(LONG)
    assert SnapshotStore(tmp_path).is_pinned(folder.name)


def test_lock_leaves_nothing_in_the_store(tmp_path: Path) -> None:
    with changing(tmp_path / "potret"):
        pass
    assert list((tmp_path / "potret").iterdir()) == []
