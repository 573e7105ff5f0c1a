"""A process that stores snapshots, for tests that run several of them or kill one.

`python -m tests.tables.snapshot_writer ROOT all TIMES`: stores every snapshot TIMES times.
`python -m tests.tables.snapshot_writer ROOT forks`: for each line read, a fork of it says its own
process id and stores one snapshot after the other, naming each that is stored, until it is killed;
then `gone` is said.
"""

from __future__ import annotations

import os
import sys
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

from tests.tables.builders import snapshot, table
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.contracts import assert_kept
from zi_metrics.tables.snapshot import Snapshot

FIRST_DAY = date(2025, 1, 1)


def snapshots(number: int) -> list[Snapshot]:
    """Snapshots of different content and as many days."""
    return [
        snapshot(
            {"evidence": table(EVIDENCE, {"title": f"Dokumen {day}"})},
            as_of=FIRST_DAY + timedelta(days=day),
        )
        for day in range(number)
    ]


def store_all(store: SnapshotStore, times: int) -> None:
    for each in snapshots(4) * times:
        store.write(each)


def store_until_killed(store: SnapshotStore) -> None:
    stored = snapshots(12)
    for each in stored:
        assert_kept(each)  # also imports the contracts here, once, and not in every fork
    days = cycle(stored)
    for _ in sys.stdin:
        if child := os.fork():
            os.waitpid(child, 0)
            say("gone")
            for _ in range(3):
                next(days)
        else:
            say(str(os.getpid()))
            for each in days:
                say(store.write(each))


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    root, task, *times = sys.argv[1:]
    if task == "all":
        store_all(SnapshotStore(Path(root)), int(times[0]))
    else:
        store_until_killed(SnapshotStore(Path(root)))
