"""Where the snapshots of each source stand, and which of them led up to one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from zi_metrics.errors import SourceUnknown
from zi_metrics.labels import messages
from zi_metrics.settings import SHEET_SOURCE, AppSettings
from zi_metrics.sources.contoh import sample_store
from zi_metrics.sources.manifest import MANIFEST, Manifest
from zi_metrics.sources.resolve import (
    NAMED_SOURCES,
    STORE_SOURCE,
    WORKBOOK_SUFFIX,
    earlier_of_sheet,
)
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.store_uri import StoreRoot, shown
from zi_metrics.tables.snapshot import SAMPLE_SOURCE


@dataclass(frozen=True)
class Place:
    """Where the snapshots of a source stand, and those that led up to one of them.

    name: of the source; store: holds them, and none of another source; led_to: the store that the
    source itself draws the course before such a snapshot from.
    """

    name: str
    store: SnapshotStore
    led_to: Callable[[Manifest], SnapshotStore]


def place_of(name: str, settings: AppSettings) -> Place:
    """Of any source but `situs`; its folder need not exist.

    What a sheet or a workbook held once stands in the store of the settings. Raises SourceUnknown
    for what is no name of a path at all.
    """
    own = settings.snapshot_dir
    if name == SHEET_SOURCE:
        return Place(name, _of_source(own, SHEET_SOURCE), partial(_before_in_sheet, own))
    if name in {SAMPLE_SOURCE, STORE_SOURCE}:
        store = sample_store() if name == SAMPLE_SOURCE else SnapshotStore(own)
        return Place(name, store, lambda _: store)
    try:
        path = Path(name).expanduser()
        (path / MANIFEST).is_file()  # raises where there can be none
    except (OSError, RuntimeError, ValueError) as cause:
        raise SourceUnknown(**messages.source_unknown(shown(name), NAMED_SOURCES)) from cause
    if is_workbook(name):
        return Place(name, _of_source(own, path.name), partial(_nothing_before, own))
    store = SnapshotStore(path)
    return Place(name, store, lambda _: store)


def pinned_before(settings: AppSettings) -> Place:
    """What was pinned while a sheet or a workbook was configured, which is no more."""
    own = SnapshotStore(settings.snapshot_dir)
    pinned = SnapshotStore(own.root, only=lambda each: own.is_pinned(each.identifier))

    def led_to(manifest: Manifest) -> SnapshotStore:
        if manifest.source == SHEET_SOURCE:
            return _before_in_sheet(own.root, manifest)
        return _nothing_before(own.root, manifest)

    return Place(SHEET_SOURCE, pinned, led_to)


def is_workbook(name: str) -> bool:
    """Whether a source is an .xlsx file, by its name."""
    return Path(name).suffix.casefold() == WORKBOOK_SUFFIX


def _of_source(root: StoreRoot, source: str) -> SnapshotStore:
    return SnapshotStore(root, only=lambda each: each.source == source)


def _before_in_sheet(root: StoreRoot, manifest: Manifest) -> SnapshotStore:
    return earlier_of_sheet(root, manifest.unit_id or "")


def _nothing_before(root: StoreRoot, manifest: Manifest) -> SnapshotStore:
    """A workbook is always read as of today, and has no earlier days."""
    del manifest
    return SnapshotStore(root, only=lambda _: False)
