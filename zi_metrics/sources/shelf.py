"""What a store of snapshots needs of the place it lies in, be it a folder or an object store.

A place holds folders, one deep; each is a snapshot, and its name the snapshot's identifier.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from zi_metrics.errors import ReaderError

Stamp = tuple[int, ...]
"""Size of a file, time of its last change, and what else tells that it may be another one."""
Seen = tuple[str, str, Stamp | None]
"""Folder, file, and its stamp; None when it was just replaced."""


class Shelf(Protocol):
    """A place of snapshots; what cannot be reached raises OSError or StoreUnavailable."""

    @property
    def trouble(self) -> ReaderError | None:
        """Why what is seen may be out of date; None while the place answers."""

    def path_of(self, folder: str) -> str:
        """Where a folder is, as people are told."""

    def seen(self, *patterns: str, folder: str | None = None) -> Sequence[Seen]:
        """Files whose name fits one of the patterns, in order; a look may be a second old.

        folder: the one that is looked into, where it is not all of them.
        """

    def stamp(self, folder: str, file: str, *, now: bool = False) -> Stamp | None:
        """None for a file that is not there. now: whether no earlier look will do."""

    def read(self, folder: str, file: str) -> bytes:
        """Raises FileNotFoundError."""

    def read_now(self, folder: str, file: str) -> bytes:
        """The same, whatever was read earlier."""

    def read_ahead(self, files: Iterable[tuple[str, str]]) -> None:
        """Fetch what is about to be read, many at a time where that is faster."""

    def is_at_hand(self, folder: str, file: str) -> bool:
        """Whether it can be read though the place may not answer."""

    def put(self, folder: str, file: str, content: bytes) -> None:
        """Put a file in place at once: readers see the old one or the whole new one."""

    def settled(self, folder: str, files: Iterable[str]) -> bool:
        """Make what was put last; whether all of it is there."""

    def remove(self, folder: str, first: Sequence[str]) -> None:
        """Delete a folder, and these files before the others.

        The others may stay for a time, so that nobody loses what he is just pinning.
        """

    def sweep(self, kept_by: Sequence[str]) -> None:
        """Delete what was left of removed folders, which hold none of these files any more."""

    def changing(self) -> AbstractContextManager[object]:
        """Wait until nobody else changes the place, where there is a way to."""


@dataclass(frozen=True)
class Folder:
    """One folder of a place, which need not exist."""

    shelf: Shelf
    name: str

    def __str__(self) -> str:
        return self.shelf.path_of(self.name)

    def stamp(self, file: str, *, now: bool = False) -> Stamp | None:
        """None for a file that is not there. now: whether no earlier look will do."""
        return self.shelf.stamp(self.name, file, now=now)

    def read(self, file: str) -> bytes:
        """Raises FileNotFoundError."""
        return self.shelf.read(self.name, file)

    def put(self, file: str, content: bytes) -> None:
        """Put a file in place at once."""
        self.shelf.put(self.name, file, content)
