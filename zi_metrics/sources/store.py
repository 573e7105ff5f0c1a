"""The store of snapshots: many of them below one folder."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from zi_metrics.errors import SnapshotDamaged, SnapshotNotFound, SnapshotNotStored
from zi_metrics.labels import messages
from zi_metrics.labels import problems as text
from zi_metrics.sources.folder import read_folder, write_folder
from zi_metrics.sources.manifest import MANIFEST, Manifest, read_manifest
from zi_metrics.tables.problems import SNAPSHOT_TAB, Problem, Severity
from zi_metrics.tables.snapshot import Snapshot

PINNED = "pinned"
"""An empty file in the folder of a snapshot that is kept on purpose."""
_IDENTIFIER = re.compile(r"\d{4}-\d\d-\d\d-[0-9a-f]{12}")


class SnapshotStore:
    """The snapshots below one folder, which need not exist yet; only: those it holds for."""

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
        try:
            identifier = write_folder(self.root, snapshot)
            if pinned:
                (self.root / identifier / PINNED).touch()
            return identifier
        except OSError as cause:
            raise SnapshotNotStored(**messages.not_stored(str(self.root), str(cause))) from cause

    def is_pinned(self, identifier: str) -> bool:
        """Whether a snapshot stays whatever its age."""
        return (self.root / identifier / PINNED).exists()

    def remove(self, identifier: str) -> None:
        """Delete a snapshot: first its manifest, without which no reader sees it any more.

        Raises SnapshotNotStored when the folder cannot be changed.
        """
        folder = self.root / identifier
        try:
            (folder / MANIFEST).unlink(missing_ok=True)
            shutil.rmtree(folder)
        except FileNotFoundError:
            return  # somebody else has just removed it
        except OSError as cause:
            raise SnapshotNotStored(**messages.not_stored(str(self.root), str(cause))) from cause

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

    def read(self, identifier: str) -> Snapshot:
        """The snapshot with this identifier.

        Raises SnapshotNotFound, or SnapshotDamaged when any of its files is not as stored.
        """
        folder = self.root / identifier
        if not _IDENTIFIER.fullmatch(identifier) or not (folder / MANIFEST).is_file():
            known = [manifest.identifier for manifest in self.list()]
            raise SnapshotNotFound(**messages.snapshot_not_found(identifier, known))
        return read_folder(folder)

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


def _refusals(refused: list[SnapshotDamaged], parts: Callable[[str], text.Parts]) -> list[Problem]:
    return [
        Problem(Severity.ERROR, SNAPSHOT_TAB, damage.where, *parts(damage.what))
        for damage in refused
    ]
