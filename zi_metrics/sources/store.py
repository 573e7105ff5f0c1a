"""The store of snapshots: many of them below one folder."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from zi_metrics.errors import SnapshotDamaged, SnapshotNotFound, SnapshotNotStored
from zi_metrics.labels import messages
from zi_metrics.labels import snapshot_problems as text
from zi_metrics.labels.problems import Parts
from zi_metrics.sources.files import replace_file
from zi_metrics.sources.folder import read_folder, write_folder
from zi_metrics.sources.manifest import MANIFEST, PINNED, Manifest, read_manifest
from zi_metrics.sources.store_lock import changing
from zi_metrics.tables.problems import SNAPSHOT_TAB, Problem, Severity
from zi_metrics.tables.snapshot import Snapshot

_IDENTIFIER = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{12}")


class SnapshotStore:
    """The snapshots below one folder, which need not exist yet; only: those it holds for.

    One is pinned, or removed for not being so, by one process at a time: whichever comes first.
    """

    def __init__(self, root: Path, *, only: Callable[[Manifest], bool] | None = None) -> None:
        self.root = root
        self._only = only

    def write(self, snapshot: Snapshot, *, pinned: bool = False) -> str:
        """Store a snapshot and return its identifier; storing the same again is harmless.

        pinned: whether it stays until somebody deletes it by hand.
        """
        # imported here: it is slow to import, and readers never need it
        from zi_metrics.tables.contracts import assert_kept

        assert_kept(snapshot)
        with self._writing():
            identifier = write_folder(self.root, snapshot)
            if pinned:
                self._pin(identifier)
            return identifier

    def pin(self, identifier: str) -> None:
        """Have a snapshot that is here stay as it is now; pinned before, it stays as it was then.

        Raises SnapshotNotFound, SnapshotDamaged for a manifest that cannot be read, and
        SnapshotNotStored.
        """
        self.manifest(identifier)
        with self._writing():
            self._pin(identifier)

    def _pin(self, identifier: str) -> None:
        """Keep a copy of the manifest: a later reading of the same content replaces the manifest.

        The files that the copy names stay beside those of the later reading.
        """
        folder = self.root / identifier
        if not _holds_text(folder / PINNED):
            replace_file(folder / PINNED, (folder / MANIFEST).read_bytes())

    def is_pinned(self, identifier: str) -> bool:
        """Whether a snapshot stays whatever its age."""
        return (self.root / identifier / PINNED).exists()

    def remove(self, identifier: str, *, unless_pinned: bool = False) -> None:
        """Delete a snapshot: first its manifest, without which no reader sees it any more.

        Raises SnapshotNotStored when the folder cannot be changed.
        """
        folder = self.root / identifier
        with self._writing(), suppress(FileNotFoundError):  # just removed by another
            if unless_pinned and self.is_pinned(identifier):
                return
            (folder / MANIFEST).unlink(missing_ok=True)
            shutil.rmtree(folder)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with changing(self.root):
                yield
        except OSError as cause:
            raise SnapshotNotStored(**messages.not_stored(str(self.root), cause)) from cause

    def list(self) -> list[Manifest]:
        """Manifests of all snapshots that can be read, oldest first; content is not checked."""
        return sorted(
            (
                found
                for found in self._manifests().values()
                if isinstance(found, Manifest) and (self._only is None or self._only(found))
            ),
            key=lambda each: (each.as_of, each.read_at, each.digest),
        )

    def _manifests(self) -> dict[str, Manifest | SnapshotDamaged]:
        """What each folder with a manifest says of itself, or what is wrong with that.

        A folder of another name than its snapshot's does not exist.
        """
        found: dict[str, Manifest | SnapshotDamaged] = {}
        for path in self.root.glob(f"*/{MANIFEST}"):
            name = path.parent.name
            with suppress(SnapshotNotFound):  # gone meanwhile
                try:
                    manifest = read_manifest(path.parent)
                except SnapshotDamaged as damage:
                    found[name] = damage
                else:
                    if manifest.identifier == name:
                        found[name] = manifest
        return {name: each for name, each in found.items() if _IDENTIFIER.fullmatch(name)}

    def pins(self) -> tuple[Manifest, ...]:
        """Manifests of the pinned snapshots as they were pinned, newest first; damaged ones not."""
        found = []
        for path in self.root.glob(f"*/{PINNED}"):
            with suppress(SnapshotNotFound, SnapshotDamaged):
                found.append(self.manifest(path.parent.name))
        return tuple(sorted(found, key=lambda each: (each.as_of, each.read_at), reverse=True))

    def manifest(self, identifier: str) -> Manifest:
        """What a snapshot says of itself; of a pinned one, what it said when it was pinned.

        Raises SnapshotNotFound, also for one that is none of those here, and SnapshotDamaged.
        """
        if _IDENTIFIER.fullmatch(identifier) and (self.root / identifier / MANIFEST).is_file():
            folder = self.root / identifier
            found = read_manifest(folder, PINNED if _holds_text(folder / PINNED) else MANIFEST)
            if found.identifier == identifier and (self._only is None or self._only(found)):
                return found
        raise self._not_found(identifier)

    def read_as_pinned(self, identifier: str) -> Snapshot:
        """The snapshot with this identifier; a pinned one as it was when it was pinned.

        Raises SnapshotNotFound, also for one that is none of those here, and SnapshotDamaged.
        """
        return read_folder(self.root / identifier, manifest=self.manifest(identifier))

    def read(self, identifier: str) -> Snapshot:
        """The snapshot with this identifier, as it was read last.

        Raises SnapshotNotFound, or SnapshotDamaged when any of its files is not as stored.
        """
        folder = self.root / identifier
        if not _IDENTIFIER.fullmatch(identifier) or not (folder / MANIFEST).is_file():
            raise self._not_found(identifier)
        return read_folder(folder)

    def _not_found(self, identifier: str) -> SnapshotNotFound:
        known = [manifest.identifier for manifest in self.list()]
        return SnapshotNotFound(**messages.snapshot_not_found(identifier, known))

    def newest(self, not_after: date | None = None) -> Snapshot:
        """The newest undamaged snapshot, with a problem for every newer one that was refused.

        When all are damaged, what is left of the newest that can be salvaged. Raises
        SnapshotNotFound when there is none (dated `not_after` or earlier), SnapshotDamaged when
        nothing of any can be read.
        """
        dated = [m for m in self.list() if not_after is None or m.as_of <= not_after]
        if not dated:
            raise SnapshotNotFound(**messages.no_snapshot(str(self.root), not_after))
        folders = [self.root / manifest.identifier for manifest in reversed(dated)]
        refused = [*self._damaged_after(dated[-1])]
        for folder in folders:
            try:
                return read_folder(folder, found=_refusals(refused, text.snapshot_refused))
            except SnapshotDamaged as damage:
                refused.append(damage)
        for folder in folders:
            with suppress(SnapshotDamaged):
                found = _refusals(refused, text.snapshot_salvaged)
                return read_folder(folder, found=found, salvage=True)
        raise refused[-1]

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


def _holds_text(path: Path) -> bool:
    """Whether a file is there and not empty; earlier versions pinned with an empty one."""
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False
