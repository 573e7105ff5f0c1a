"""Words that change with the files behind them, so that what was read from them may be kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from zi_metrics.sources.store import SnapshotStore


def versions(store: SnapshotStore, pattern: str) -> Callable[[date], str]:
    """For a day, a word that changes with the snapshots up to it; folder names begin with dates.

    pattern: of the files whose damage or change shall be seen.
    """
    seen = _seen(store.root.glob(f"*/{pattern}"))
    return lambda day: _digest([file for file in seen if file[0][:10] <= day.isoformat()])


def fingerprint(folder: Path) -> str:
    """Changes whenever a file of the folder does, be it damaged, mended or replaced."""
    return _digest(_seen(folder.glob("[!.]*")))


def version_of_file(path: Path) -> str:
    """Changes with the file; there is one for a file that is not there, too."""
    return _digest(_stat(path))


def _seen(files: Iterable[Path]) -> list[tuple[str, str, tuple[int, int] | None]]:
    return [(path.parent.name, path.name, _stat(path)) for path in sorted(files)]


def _digest(seen: object) -> str:
    return hashlib.sha256(repr(seen).encode()).hexdigest()


def _stat(path: Path) -> tuple[int, int] | None:
    with suppress(FileNotFoundError):  # replaced by a writer just now
        state = path.stat()
        return state.st_size, state.st_mtime_ns
    return None
