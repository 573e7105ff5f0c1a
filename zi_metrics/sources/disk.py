"""Snapshots in a folder of this machine, or one that is mounted on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path

from zi_metrics.sources.files import replace_file, sync_folder
from zi_metrics.sources.shelf import Folder, Seen, Stamp
from zi_metrics.sources.store_lock import changing


@dataclass(frozen=True)
class Disk:
    """A folder of snapshots, which need not exist yet."""

    root: Path
    trouble: None = None

    def path_of(self, folder: str) -> str:
        """Where a folder is, as people are told."""
        return str(self.root / folder)

    def seen(self, *patterns: str, folder: str | None = None) -> Sequence[Seen]:
        """Files whose name fits one of the patterns, as they are now."""
        if folder is None:
            found = {path for each in patterns for path in self.root.glob(f"*/{each}")}
        else:
            found = {path for each in patterns for path in (self.root / folder).glob(each)}
        return [(path.parent.name, path.name, stamp_of(path)) for path in sorted(found)]

    def stamp(self, folder: str, file: str, *, now: bool = False) -> Stamp | None:
        """Always as it is now."""
        del now
        return stamp_of(self.root / folder / file)

    def read(self, folder: str, file: str) -> bytes:
        """Raises FileNotFoundError."""
        return (self.root / folder / file).read_bytes()

    read_now = read

    def read_ahead(self, files: Iterable[tuple[str, str]]) -> None:
        """Nothing would be gained."""

    def is_at_hand(self, folder: str, file: str) -> bool:
        """Every file is."""
        del folder, file
        return True

    def put(self, folder: str, file: str, content: bytes) -> None:
        """Put a file in place at once."""
        path = self.root / folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, content)

    def settled(self, folder: str, files: Iterable[str]) -> bool:
        """A file that was put is there: only the names in the folder have to last."""
        del files
        sync_folder(self.root / folder)
        return True

    def remove(self, folder: str, first: Sequence[str]) -> None:
        """Delete a folder: the lock keeps anybody from pinning it meanwhile."""
        path = self.root / folder
        with suppress(FileNotFoundError):  # just removed by another
            for file in first:
                (path / file).unlink(missing_ok=True)
            shutil.rmtree(path)

    def sweep(self, kept_by: Sequence[str]) -> None:
        """Nothing is left of a removed folder."""

    def changing(self) -> AbstractContextManager[None]:
        """Wait until nobody else changes the folder."""
        return changing(self.root)


def folder_at(path: Path) -> Folder:
    """One folder of this machine by its path."""
    return Folder(Disk(path.parent), path.name)


def stamp_of(path: Path) -> Stamp | None:
    """None for a file that is not there."""
    with suppress(FileNotFoundError, NotADirectoryError):
        state = path.stat()
        return state.st_size, state.st_mtime_ns
    return None
