"""The store of snapshots: many of them in one folder or object store."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date

from zi_metrics.errors import (
    SnapshotDamaged,
    SnapshotNotFound,
    SnapshotNotStored,
    StoreUnavailable,
)
from zi_metrics.labels import messages, store_messages
from zi_metrics.labels import snapshot_problems as text
from zi_metrics.labels.problems import Parts
from zi_metrics.sources.folder import read_folder, write_folder
from zi_metrics.sources.manifest import (
    IDENTIFIER,
    MANIFEST,
    PINNED,
    Manifest,
    dump,
    parsed,
    read_manifest,
)
from zi_metrics.sources.shelf import Folder
from zi_metrics.sources.store_list import StoredManifests, holds_text
from zi_metrics.tables.problems import SNAPSHOT_TAB, Problem, Severity
from zi_metrics.tables.snapshot import Snapshot

LONGEST_PIN_SECONDS = 60
"""Far less than an object store keeps the files of what was removed."""


class SnapshotStore(StoredManifests):
    """The snapshots in one place, which need not exist yet; only: those it holds for.

    In a folder one is pinned, or removed for not being so, by one process at a time: whichever
    comes first. In an object store both may happen at once, and the pin wins.
    """

    def write(self, snapshot: Snapshot, *, pinned: bool = False) -> str:
        """Store a snapshot and return its identifier; storing the same again is harmless.

        pinned: whether it stays until somebody deletes it by hand.
        """
        # imported here: it is slow to import, and readers never need it
        from zi_metrics.tables.contracts import assert_kept

        assert_kept(snapshot)
        with self._writing():
            folder, manifest = write_folder(self._shelf, snapshot)
            if pinned:
                self._pin(folder, dump(manifest).encode)
            return folder.name

    def pin(self, identifier: str) -> None:
        """Have a snapshot that is here stay as it is now; pinned before, it stays as it was then.

        Raises SnapshotNotFound, SnapshotDamaged for a manifest that cannot be read, and
        SnapshotNotStored.
        """
        self.manifest(identifier)

        def as_it_is_now() -> bytes:
            try:
                return self._shelf.read_now(identifier, MANIFEST)
            except FileNotFoundError as cause:  # removed by another just now
                raise self.not_found(identifier) from cause

        with self._writing():
            self._pin(self.folder(identifier), as_it_is_now)

    def _pin(self, folder: Folder, manifest: Callable[[], bytes]) -> None:
        """Keep a copy of the manifest: a later reading of the same content replaces the manifest.

        The files that the copy names stay beside those of the later reading.
        """
        if holds_text(folder, PINNED, now=True):
            return
        began, kept = time.monotonic(), manifest()
        named = [each.file for each in parsed(folder, PINNED, kept).files.values()]
        folder.put(PINNED, kept)
        is_whole = self._shelf.settled(folder.name, [PINNED, *named])
        if not is_whole or time.monotonic() - began > LONGEST_PIN_SECONDS:
            raise SnapshotNotStored(**store_messages.not_settled(str(folder)))

    def is_pinned(self, identifier: str) -> bool:
        """Whether a snapshot stays whatever its age."""
        return self._shelf.stamp(identifier, PINNED) is not None

    def remove(
        self, identifier: str, *, unless_pinned: bool = False, judged: Manifest | None = None
    ) -> None:
        """Delete a snapshot: first its manifest, without which no reader sees it any more.

        judged: left alone when its manifest says something else by now. Raises SnapshotNotStored
        when the place cannot be changed.
        """
        folder = self.folder(identifier)
        with self._writing():
            if unless_pinned and folder.stamp(PINNED, now=True) is not None:
                return
            if judged is not None and judged != self._as_it_is_now(folder):
                return
            self._shelf.remove(identifier, [MANIFEST] if unless_pinned else [PINNED, MANIFEST])

    def _as_it_is_now(self, folder: Folder) -> Manifest | None:
        try:
            return parsed(folder, MANIFEST, self._shelf.read_now(folder.name, MANIFEST))
        except (FileNotFoundError, SnapshotDamaged):
            return None

    def sweep(self) -> None:
        """Delete what was left of removed snapshots; raises SnapshotNotStored."""
        with self._writing():
            self._shelf.sweep((MANIFEST, PINNED))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._shelf.changing():
                yield
        except OSError as cause:
            raise SnapshotNotStored(**messages.not_stored(str(self.root), cause)) from cause
        except StoreUnavailable as fault:
            raise SnapshotNotStored(**store_messages.not_stored(fault)) from fault

    def read_as_pinned(self, identifier: str) -> Snapshot:
        """The snapshot with this identifier; a pinned one as it was when it was pinned.

        Raises SnapshotNotFound, also for one that is none of those here, and SnapshotDamaged.
        """
        return self._read(self.manifest(identifier))

    def read(self, identifier: str) -> Snapshot:
        """The snapshot with this identifier, as it was read last.

        Raises SnapshotNotFound, or SnapshotDamaged when any of its files is not as stored.
        """
        folder = self.folder(identifier)
        if IDENTIFIER.fullmatch(identifier):
            for file in (MANIFEST, PINNED):
                if folder.stamp(file) is not None:
                    return read_folder(folder, manifest=read_manifest(folder, file))
        raise self.not_found(identifier)

    def newest(self, not_after: date | None = None) -> Snapshot:
        """The newest undamaged snapshot, with a problem for every newer one that was refused.

        When all are damaged, what is left of the newest that can be salvaged. Raises
        SnapshotNotFound when there is none (dated `not_after` or earlier), SnapshotDamaged when
        nothing of any can be read.
        """
        dated = [m for m in self.list() if not_after is None or m.as_of <= not_after]
        if not dated:
            raise SnapshotNotFound(**messages.no_snapshot(str(self.root), not_after))
        refused = [*self._damaged_after(dated[-1])]
        for manifest in reversed(dated):
            try:
                return self._read(manifest, found=_refusals(refused, text.snapshot_refused))
            except SnapshotDamaged as damage:
                refused.append(damage)
        for manifest in reversed(dated):
            with suppress(SnapshotDamaged):
                found = _refusals(refused, text.snapshot_salvaged)
                return self._read(manifest, found=found, salvage=True)
        raise refused[-1]

    def _read(
        self, manifest: Manifest, *, found: list[Problem] | None = None, salvage: bool = False
    ) -> Snapshot:
        folder = self.folder(manifest.identifier)
        return read_folder(folder, manifest=manifest, found=found, salvage=salvage)

    def _damaged_after(self, newest: Manifest) -> Iterator[SnapshotDamaged]:
        """Snapshots whose very manifest is damaged, dated like `newest` or later."""
        for name, damage in sorted(self._manifests().items()):
            if isinstance(damage, SnapshotDamaged) and name[:10] >= newest.as_of.isoformat():
                yield damage


def _refusals(refused: list[SnapshotDamaged], parts: Callable[[str], Parts]) -> list[Problem]:
    return [
        Problem(Severity.ERROR, SNAPSHOT_TAB, damage.where, *parts(damage.what))
        for damage in refused
    ]
