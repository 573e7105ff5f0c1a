"""Words that change with the files behind them, so that what was read from them may be kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from zi_metrics.sources.disk import stamp_of
from zi_metrics.sources.shelf import Folder
from zi_metrics.sources.store import SnapshotStore

ALL = "[!.]*"
"""Every file, but for those that are being written."""


def versions(store: SnapshotStore, pattern: str) -> Callable[[date], str]:
    """For a day, a word that changes with the snapshots up to it; folder names begin with dates.

    pattern: of the files whose damage or change shall be seen.
    """
    seen = store.seen(pattern)
    return cache(lambda day: _digest([file for file in seen if file[0][:10] <= day.isoformat()]))


def fingerprint(folder: Folder) -> str:
    """Changes whenever a file of the folder does, be it damaged, mended or replaced."""
    return _digest(folder.shelf.seen(ALL, folder=folder.name))


def version_of_file(path: Path) -> str:
    """Changes with the file; there is one for a file that is not there, too."""
    return _digest(stamp_of(path))


def _digest(seen: object) -> str:
    return hashlib.sha256(repr(seen).encode()).hexdigest()
