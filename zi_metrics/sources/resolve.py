"""From the name of a source to its snapshots: one way for the screen and the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    manifest = read_manifest(folder)
    changed = max(file.stat().st_mtime_ns for file in folder.iterdir())
    return Source(
        name,
        (manifest.as_of,),
        f"{manifest.digest}-{changed}",
        lambda _: read_folder(folder, salvage=True),
    )


def _of_store(name: str, store: SnapshotStore) -> Source:
    manifests = store.list()
    if not manifests:
        raise SnapshotNotFound(**messages.no_snapshot(name, None))
    dates = sorted({manifest.as_of for manifest in manifests})
    fingerprint = " ".join(manifest.identifier for manifest in manifests)
    return Source(name, tuple(dates), fingerprint, store.newest)
