"""The snapshots that a live sheet leaves behind: the newest of each day, for a set time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from zi_metrics.errors import (
    SnapshotDamaged,
    SnapshotNotFound,
    SnapshotNotStored,
    StoreUnavailable,
)
from zi_metrics.labels import store_messages
from zi_metrics.settings import SHEET_SOURCE
from zi_metrics.sources.manifest import Manifest, identifier_of
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.store_uri import StoreRoot
from zi_metrics.tables.snapshot import Snapshot


class DailySnapshots:
    """The snapshots of one Google Sheet in a store that may hold others as well.

    unit_id: identifier of the sheet; keep_days: how long one that nobody pinned is kept.
    """

    def __init__(self, root: StoreRoot, unit_id: str, keep_days: int) -> None:
        self._store = SnapshotStore(
            root, only=lambda each: (each.source, each.unit_id) == (SHEET_SOURCE, unit_id)
        )
        self._keep_days = keep_days

    def list(self) -> list[Manifest]:
        """Their manifests, oldest first."""
        return self._store.list()

    def last_good(self) -> Snapshot | None:
        """The newest undamaged snapshot of this sheet; raises StoreUnavailable."""
        for manifest in sorted(self.list(), key=_read_at, reverse=True):
            try:
                return self._store.read(manifest.identifier)
            except (SnapshotDamaged, SnapshotNotFound):
                continue  # an earlier one is better than none
        return None

    def keep(self, snapshot: Snapshot) -> None:
        """Store a reading; raises SnapshotNotStored."""
        self._store.write(snapshot)

    def holds(self, snapshot: Snapshot) -> bool:
        """Whether a reading is still here; of a place that does not answer nobody knows better."""
        try:
            return self._store.holds(identifier_of(snapshot.as_of, snapshot.provenance.digest))
        except StoreUnavailable:
            return True

    def tidy(self, snapshot: Snapshot) -> None:
        """Remove what the newest reading replaces and what is too old; raises SnapshotNotStored."""
        settings = snapshot.settings
        meetings = {settings.meeting_on, settings.previous_meeting_on}
        oldest = snapshot.as_of - timedelta(days=self._keep_days)
        try:
            manifests = self.list()
        except StoreUnavailable as fault:
            raise SnapshotNotStored(**store_messages.not_stored(fault)) from fault
        for manifest in superfluous(manifests, oldest, meetings):
            self._store.remove(manifest.identifier, unless_pinned=True, judged=manifest)
        self._store.sweep()


def superfluous(
    manifests: Sequence[Manifest], oldest: date, meetings: Collection[date | None]
) -> list[Manifest]:
    """All but the newest reading of each day, and days before `oldest` that had no meeting."""
    newest = {manifest.as_of: manifest for manifest in sorted(manifests, key=_read_at)}
    return [
        manifest
        for manifest in manifests
        if newest[manifest.as_of] is not manifest
        or (manifest.as_of < oldest and manifest.as_of not in meetings)
    ]


def _read_at(manifest: Manifest) -> tuple[object, str]:
    return manifest.read_at, manifest.digest
