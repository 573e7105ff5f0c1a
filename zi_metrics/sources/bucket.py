"""Snapshots in an object store, which several replicas may share.

There are no locks. A put or a deletion of one object happens at once or not at all; the order of
these keeps every promise (docs/decisions/0027-object-store.md).
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from datetime import date, timedelta
from fnmatch import fnmatchcase

from zi_metrics.errors import ReaderError, StoreUnavailable
from zi_metrics.labels import store_messages as text
from zi_metrics.sources.bucket_memory import Fresh, Kept
from zi_metrics.sources.latest import Latest
from zi_metrics.sources.manifest import IDENTIFIER, MANIFEST
from zi_metrics.sources.object_store import Objects
from zi_metrics.sources.shelf import Seen, Stamp
from zi_metrics.store_uri import StoreUri

REMOVED = "removed"
"""Put into a folder before its manifest goes: tells when that was, by the clock of the store."""
QUIET_NS = 3600 * 10**9
"""How long nothing must have been put into a folder without manifest before it is cleared."""
KEPT_BYTES = 32 * 2**20
AT_ONCE = 8
"""Requests that are made at the same time, of those that are read ahead."""

Look = Mapping[str, Mapping[str, Stamp]]
"""Folders, and in each the stamps of its files."""


class Bucket:
    """An object store as a place of snapshots: looked at once a second, read once for all."""

    def __init__(self, root: StoreUri, quiet_ns: int = QUIET_NS) -> None:
        self._root, self._quiet_ns = root, quiet_ns
        self._objects = Objects(root)
        self._looks = Latest[Look](
            self._look, lambda: StoreUnavailable(**text.unreachable(str(root)))
        )
        self._kept = Kept(KEPT_BYTES)
        self._puts: Counter[str] = Counter()
        """How often this process put each object: it sees its own changes within a second too."""
        self._fresh = Fresh()
        self._changing = threading.Lock()

    @property
    def trouble(self) -> ReaderError | None:
        """Why what is seen may be out of date; None while the store answers."""
        return self._looks.fault

    def path_of(self, folder: str) -> str:
        """Where a folder is, as people are told."""
        return f"{self._root}/{folder}"

    def seen(self, *patterns: str, folder: str | None = None) -> Sequence[Seen]:
        """Files whose name fits one of the patterns, as they were a second ago at the earliest."""
        look = self._looks.get()
        folders = sorted(look) if folder is None else [folder]
        return [
            (each, file, stamp)
            for each in folders
            for file, stamp in sorted(look.get(each, {}).items())
            if any(fnmatchcase(file, pattern) for pattern in patterns)
        ]

    def stamp(self, folder: str, file: str, *, now: bool = False) -> Stamp | None:
        """None for a file that is not there. now: whether no earlier look will do."""
        if now:
            return self._objects.stamp(f"{folder}/{file}")
        return self._looks.get().get(folder, {}).get(file)

    def read(self, folder: str, file: str) -> bytes:
        """Raises FileNotFoundError; while the store does not answer, its fault at once."""
        stamp = self.stamp(folder, file)
        kept = self._kept_content(folder, file, stamp)
        if kept is not None:
            return kept
        if self._looks.fault is not None:
            raise self._looks.fault
        content = self.read_now(folder, file)
        if stamp is not None:
            self._kept.put((folder, file, stamp), content)
        return content

    def read_now(self, folder: str, file: str) -> bytes:
        """The same, whatever was read earlier."""
        try:
            return self._objects.read(f"{folder}/{file}")
        except StoreUnavailable as fault:
            self._looks.fail(fault)  # nobody else tries for a while
            raise

    def read_ahead(self, files: Iterable[tuple[str, str]]) -> None:
        """Fetch what is about to be read, many at a time; what cannot be is said when it is."""
        wanted = [each for each in files if not self.is_at_hand(*each)]
        if len(wanted) < 2 or self._looks.fault is not None:
            return
        with ThreadPoolExecutor(min(AT_ONCE, len(wanted))) as threads:
            for _ in threads.map(self._try_to_read, wanted):
                pass

    def _try_to_read(self, file: tuple[str, str]) -> None:
        with suppress(FileNotFoundError, ReaderError):
            self.read(*file)

    def is_at_hand(self, folder: str, file: str) -> bool:
        """Whether it was read before, as it is now."""
        return self._kept_content(folder, file, self.stamp(folder, file)) is not None

    def _kept_content(self, folder: str, file: str, stamp: Stamp | None) -> bytes | None:
        """What was read before; while the store does not answer, within its last second too."""
        kept = self._kept.get((folder, file, stamp))
        if kept is None and stamp is not None and self._looks.fault is not None:
            kept = self._kept.get((folder, file, (*stamp[:-1], True)))
        return kept

    def put(self, folder: str, file: str, content: bytes) -> None:
        """Put a file in place at once."""
        self._objects.put(f"{folder}/{file}", content)
        self._puts[f"{folder}/{file}"] += 1
        self._looks.outdate()

    def settled(self, folder: str, files: Iterable[str]) -> bool:
        """Whether all of the files are there: another may have cleared the folder meanwhile."""
        found = self._objects.list(folder)
        return all(f"{folder}/{file}" in found for file in files)

    def remove(self, folder: str, first: Sequence[str]) -> None:
        """Delete these files; the others stay until nobody can be pinning them any more."""
        self.put(folder, REMOVED, b"")
        for file in first:
            self._objects.delete(f"{folder}/{file}")
        self._looks.outdate()

    def sweep(self, kept_by: Sequence[str]) -> None:
        """Clear the folders that were removed, or never finished, long ago."""
        for folder in left_over(self._look(), kept_by, self._quiet_ns):
            if all(self.stamp(folder, file, now=True) is None for file in kept_by):
                self._objects.delete_folder(folder)
                self._looks.outdate()

    def changing(self) -> AbstractContextManager[object]:
        """One thread of this process at a time; other processes are not kept waiting."""
        return self._changing

    def _look(self) -> Look:
        look: dict[str, dict[str, Stamp]] = {}
        found = self._objects.list()
        fresh = self._fresh.among(found)
        for path, stamp in found.items():
            folder, _, file = path.partition("/")
            if file and "/" not in file:
                extra = self._puts[path], file == MANIFEST and path in fresh
                look.setdefault(folder, {})[file] = (*stamp, *extra)
        return look


def left_over(look: Look, kept_by: Sequence[str], quiet_ns: int = QUIET_NS) -> list[str]:
    """Folders without manifest into which nothing was put for a time, older than the newest days.

    Time is that of the newest object: what a clock of ours says does not matter. No follower of a
    sheet writes into the folder of a day before yesterday.
    """
    days = {each: date.fromisoformat(each[:10]) for each in look if IDENTIFIER.fullmatch(each)}
    if not days:
        return []
    changed = {each: max(stamp[1] for stamp in look[each].values()) for each in days}
    last_day, now = max(days.values()) - timedelta(days=1), max(changed.values())
    return [
        each
        for each, day in days.items()
        if day < last_day
        and not look[each].keys() & set(kept_by)
        and changed[each] < now - quiet_ns
    ]
