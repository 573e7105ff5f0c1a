"""What is in a store: the manifests of its snapshots, which tell all but their content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Self

from zi_metrics.errors import ReaderError, SnapshotDamaged, SnapshotNotFound
from zi_metrics.labels import messages
from zi_metrics.sources.manifest import IDENTIFIER, MANIFEST, PINNED, Manifest, read_manifest
from zi_metrics.sources.shelf import Folder, Seen
from zi_metrics.sources.shelves import shelf_of
from zi_metrics.store_uri import StoreRoot


class StoredManifests:
    """The manifests in one place, which need not exist yet.

    only: those it holds for; among: those with these identifiers.
    """

    def __init__(
        self,
        root: StoreRoot,
        *,
        only: Callable[[Manifest], bool] | None = None,
        among: frozenset[str] | None = None,
    ) -> None:
        self.root = root
        self._shelf = shelf_of(root)
        self._only = only
        self._among = among

    def at_hand(self) -> tuple[Self, ReaderError | None]:
        """These while the place answers; else those that can be read all the same, and the fault.

        Whoever has opened them so never gets an older snapshot for one that cannot be read.
        """
        trouble = self._shelf.trouble
        if trouble is None:
            return self, None
        among = frozenset(
            each.identifier
            for each in self._manifests(only_at_hand=True).values()
            if isinstance(each, Manifest)
            and all(self._shelf.is_at_hand(each.identifier, of.file) for of in each.files.values())
        )
        return type(self)(self.root, only=self._only, among=among), trouble

    def folder(self, identifier: str) -> Folder:
        """Where the files of a snapshot are."""
        return Folder(self._shelf, identifier)

    def list(self) -> list[Manifest]:
        """Manifests of all snapshots that can be read, oldest first; content is not checked."""
        return sorted(
            (
                found
                for found in self._manifests().values()
                if isinstance(found, Manifest) and self._is_ours(found)
            ),
            key=lambda each: (each.as_of, each.read_at, each.digest),
        )

    def _is_ours(self, manifest: Manifest) -> bool:
        is_among = self._among is None or manifest.identifier in self._among
        return is_among and (self._only is None or self._only(manifest))

    def _manifests(self, *, only_at_hand: bool = False) -> dict[str, Manifest | SnapshotDamaged]:
        """What each folder with a manifest says of itself, or what is wrong with that.

        A folder of another name than its snapshot's does not exist.
        """
        found: dict[str, Manifest | SnapshotDamaged] = {}
        files = self._manifest_files()
        self._shelf.read_ahead(files.items())
        for name, file in files.items():
            if self._among is not None and name not in self._among:
                continue
            if only_at_hand and not self._shelf.is_at_hand(name, file):
                continue
            with suppress(SnapshotNotFound):  # gone meanwhile
                try:
                    manifest = read_manifest(self.folder(name), file)
                except SnapshotDamaged as damage:
                    found[name] = damage
                else:
                    if manifest.identifier == name:
                        found[name] = manifest
        return found

    def _manifest_files(self) -> dict[str, str]:
        """The manifest that readers go by in each folder; of a pinned one, if need be, the copy."""
        files: dict[str, str] = {}
        for name, file, stamp in self._shelf.seen(MANIFEST, PINNED):  # in this order
            if IDENTIFIER.fullmatch(name) and (file == MANIFEST or (stamp and stamp[0])):
                files.setdefault(name, file)
        return files

    def seen(self, pattern: str) -> Sequence[Seen]:
        """Files whose name fits a pattern, in order."""
        seen = self._shelf.seen(pattern)
        return seen if self._among is None else [each for each in seen if each[0] in self._among]

    def pins(self) -> tuple[Manifest, ...]:
        """Manifests of the pinned snapshots as they were pinned, newest first; damaged ones not."""
        found = []
        pinned = self._shelf.seen(PINNED)
        self._shelf.read_ahead((name, PINNED) for name, _, _ in pinned)
        for name, _, _ in pinned:
            with suppress(SnapshotNotFound, SnapshotDamaged):
                found.append(self.manifest(name))
        return tuple(sorted(found, key=lambda each: (each.as_of, each.read_at), reverse=True))

    def manifest(self, identifier: str) -> Manifest:
        """What a snapshot says of itself; of a pinned one, what it said when it was pinned.

        Raises SnapshotNotFound, also for one that is none of those here, and SnapshotDamaged.
        """
        if IDENTIFIER.fullmatch(identifier):
            folder = self.folder(identifier)
            file = PINNED if holds_text(folder, PINNED) else MANIFEST
            if folder.stamp(file) is not None:
                found = read_manifest(folder, file)
                if found.identifier == identifier and self._is_ours(found):
                    return found
        raise self.not_found(identifier)

    def holds(self, identifier: str) -> bool:
        """Whether a snapshot is here with all of its files."""
        folder = self.folder(identifier)
        try:
            files = read_manifest(folder).files.values()
        except (SnapshotNotFound, SnapshotDamaged):
            return False
        return all(folder.stamp(each.file) for each in files)

    def not_found(self, identifier: str) -> SnapshotNotFound:
        """The fault of an identifier that is none of those here."""
        known = [manifest.identifier for manifest in self.list()]
        return SnapshotNotFound(**messages.snapshot_not_found(identifier, known))


def holds_text(folder: Folder, file: str, *, now: bool = False) -> bool:
    """Whether a file is there and not empty; earlier versions pinned with an empty one."""
    stamp = folder.stamp(file, now=now)
    return stamp is not None and stamp[0] > 0
