"""From the name of a source to its snapshots: one way for the screen and the command line."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from zi_metrics.errors import SnapshotNotFound, SourceUnknown
from zi_metrics.labels import messages
from zi_metrics.settings import DEFAULT_SNAPSHOT_DIR
from zi_metrics.sources.contoh import sample_store
from zi_metrics.sources.folder import read_folder
from zi_metrics.sources.manifest import MANIFEST, read_manifest
from zi_metrics.sources.situs import SITUS_SOURCE, TAKEN_OVER_ON, read_situs
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.snapshot import SAMPLE_SOURCE, Snapshot

STORE_SOURCE = "potret"
SHIPPED_SOURCES = (SAMPLE_SOURCE, SITUS_SOURCE)
NAMED_SOURCES = (*SHIPPED_SOURCES, STORE_SOURCE)


@dataclass(frozen=True)
class Source:
    """A source and the dates it can be read for.

    name: as it was asked for; dates: as-of dates of its snapshots, oldest first (never empty);
    fingerprint: changes when its snapshots do; read: the newest undamaged snapshot of that date or
    earlier.
    """

    name: str
    dates: Sequence[date]
    fingerprint: str
    read: Callable[[date], Snapshot] = field(repr=False)

    def newest(self, not_after: date | None = None) -> Snapshot:
        """The newest snapshot up to a date; the oldest one when all are later."""
        return self.read(max(not_after or self.dates[-1], self.dates[0]))


def open_source(name: str, snapshot_dir: Path = DEFAULT_SNAPSHOT_DIR) -> Source:
    """The source `contoh`, `situs` or `potret`, one snapshot folder, or a folder of snapshots.

    snapshot_dir: where the snapshots of `potret` are kept.
    Raises SourceUnknown when the name is none of these, SnapshotNotFound when there is nothing in
    it.
    """
    if name == SITUS_SOURCE:
        return Source(name, (TAKEN_OVER_ON,), SITUS_SOURCE, lambda _: read_situs())
    if name == SAMPLE_SOURCE:
        return _of_store(name, sample_store())
    if name == STORE_SOURCE:
        return _of_store(name, SnapshotStore(snapshot_dir))
    if not name.strip():
        raise SourceUnknown(**messages.source_unknown(name, NAMED_SOURCES))
    try:
        folder = Path(name).expanduser()
        if (folder / MANIFEST).is_file():
            return _of_folder(name, folder)
        is_store = folder.is_dir()
    except (OSError, RuntimeError, ValueError) as cause:  # no name of a folder at all
        raise SourceUnknown(**messages.source_unknown(name, NAMED_SOURCES)) from cause
    if is_store:
        return _of_store(name, SnapshotStore(folder))
    raise SourceUnknown(**messages.source_unknown(name, NAMED_SOURCES))


def _of_folder(name: str, folder: Path) -> Source:
    dates = (read_manifest(folder).as_of,)
    return Source(name, dates, _fingerprint([folder]), lambda _: read_folder(folder, salvage=True))


def _of_store(name: str, store: SnapshotStore) -> Source:
    manifests = store.list()
    if not manifests:
        raise SnapshotNotFound(**messages.no_snapshot(str(store.root), None))
    dates = sorted({manifest.as_of for manifest in manifests})
    folders = [folder for folder in store.root.iterdir() if folder.is_dir()]
    return Source(name, tuple(dates), _fingerprint(folders), store.newest)


def _fingerprint(folders: Iterable[Path]) -> str:
    """Changes whenever a file of the folders does, be it damaged, mended or replaced."""
    seen = []
    for path in sorted(path for folder in folders for path in folder.glob("[!.]*")):
        with suppress(FileNotFoundError):  # replaced by a writer just now
            state = path.stat()
            seen.append((path.parent.name, path.name, state.st_size, state.st_mtime_ns))
    return hashlib.sha256(repr(seen).encode()).hexdigest()
