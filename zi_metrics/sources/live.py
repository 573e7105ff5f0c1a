"""A Google Sheet followed in the background: what was read last never goes away.

One reading at a time, whoever watches; a failing sheet is asked ever more rarely. Readers take a
`LiveState`, which never changes, and never wait for the network.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from time import perf_counter
from typing import Protocol

from pandas.util import hash_pandas_object

from zi_metrics.errors import (
    ReaderError,
    SheetRejected,
    SheetUnavailable,
    SnapshotNotStored,
    StoreUnavailable,
)
from zi_metrics.labels import sheet_messages
from zi_metrics.settings import SHEET_SOURCE
from zi_metrics.sources.daily import DailySnapshots
from zi_metrics.sources.grid import Workbook
from zi_metrics.sources.guard import losses
from zi_metrics.sources.live_state import LiveState, pauses
from zi_metrics.sources.reading import snapshot_of
from zi_metrics.tables.columns import TABLES
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.spec import CARRIED, ORIGIN

log = logging.getLogger("zi.sheet")


class Sheet(Protocol):
    """What can be followed: it has an identifier, and can be read."""

    identifier: str

    def read(self) -> Workbook:
        """Everything in it at one moment; raises SheetUnavailable."""


class LiveSheet:
    """Follows one sheet; safe to use from many threads.

    clock: now, as an aware moment; interval: between two readings that succeed.
    """

    def __init__(
        self,
        sheet: Sheet,
        kept: DailySnapshots,
        *,
        clock: Callable[[], datetime],
        interval: timedelta,
    ) -> None:
        self.token = secrets.token_hex(8)
        """Tells its versions from those of another follower."""
        self._sheet, self._kept, self._clock = sheet, kept, clock
        self._interval = interval.total_seconds()
        self._reading = threading.Lock()
        """Held while the sheet is asked: one request at a time."""
        self._changing = threading.RLock()
        """Held while the state changes, never while waiting for the network."""
        self._asked = threading.Event()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self._saved: tuple[object, ...] | None = None
        self._state = LiveState()
        self._is_recalled = False
        self._recall()

    def _recall(self) -> None:
        """Begin with the last good reading that was kept, once the place it lies in answers."""
        try:
            last_good = self._kept.last_good()
        except StoreUnavailable:
            log.warning("last good reading not available")
            return
        self._is_recalled = True
        if last_good is not None:
            read_at = last_good.provenance.read_at
            self._state = replace(
                self._state,
                snapshot=last_good,
                version=1,
                checked_at=read_at,
                good_at=read_at,
                is_from_disk=True,
            )

    @property
    def identifier(self) -> str:
        """Of the sheet."""
        return self._sheet.identifier

    @property
    def state(self) -> LiveState:
        """What is known now."""
        return self._state

    def start(self) -> None:
        """Begin to follow the sheet in the background; again is harmless, and takes no time."""
        if self._thread is not None:
            return
        with self._changing:
            if self._thread is None:
                self._thread = threading.Thread(target=self._follow, name="zi-sheet", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """Stop following, after the reading in flight."""
        self._stopped.set()
        self._asked.set()

    def ask(self) -> None:
        """Have the sheet read soon: at once, or when the server lets us again."""
        self._asked.set()

    def refresh(self) -> LiveState:
        """Read the sheet now and return what is known then; never raises what a person can mend."""
        with self._reading:
            if not self._is_recalled and self._state.snapshot is None:
                self._recall()
            began = perf_counter()
            try:
                workbook = self._sheet.read()
                with self._changing:
                    self._take(workbook)
                log.info("sheet read", extra=_fields(began))
            except ReaderError as fault:
                log.warning("sheet not read", extra=_fields(began, kind=type(fault).__name__))
                self._fail(fault)
            return self._state

    def accept(self, digest: str) -> bool:
        """Take over the reading held back, if it is still the one with this digest."""
        with self._changing:
            held = self._state.held_back
            if held is None or held.provenance.digest != digest:
                return False
            # the sheet may have failed since: that still holds
            self._put(held, self._state.fault, self._state.failures)
            return True

    def _fail(self, fault: ReaderError) -> None:
        with self._changing:
            # a sheet that lacks a column has answered, and is asked as ever
            failures = 0 if isinstance(fault, SheetRejected) else self._state.failures + 1
            self._state = replace(self._state, fault=fault, failures=failures)

    def _take(self, workbook: Workbook) -> None:
        now, before = self._clock(), self._state.snapshot
        fresh = snapshot_of(
            workbook, SHEET_SOURCE, now, unit_id=self._sheet.identifier, before=before
        )
        lost = losses(before, fresh) if before is not None else ()
        if lost:
            log.warning("reading held back")
            self._state = replace(
                self._state,
                checked_at=now,
                fault=None,
                failures=0,
                held_back=fresh,
                losses=lost,
                is_from_disk=False,
            )
        else:
            self._put(fresh)

    def _put(self, fresh: Snapshot, fault: ReaderError | None = None, failures: int = 0) -> None:
        """Make a reading the current one; the same again keeps the object, and what is cached."""
        before = self._state
        is_new = before.snapshot is None or _content(before.snapshot) != _content(fresh)
        self._state = LiveState(
            snapshot=fresh if is_new else before.snapshot,
            version=before.version + is_new,
            checked_at=fresh.provenance.read_at,
            good_at=fresh.provenance.read_at,
            fault=fault,
            failures=failures,
            unsaved=self._save(fresh),
        )

    def _save(self, fresh: Snapshot) -> SnapshotNotStored | None:
        """Keep it for the day and for the next start, once for each content; not what is broken."""
        identity = (fresh.as_of, *_content(fresh))
        if fresh.unreadable or (identity == self._saved and self._kept.holds(fresh)):
            return None
        try:
            self._kept.keep(fresh)
        except SnapshotNotStored as fault:
            log.warning("snapshot not stored")
            return fault
        self._saved = identity
        log.info("snapshot kept")
        try:
            self._kept.tidy(fresh)
        except SnapshotNotStored:
            log.warning("older snapshots not removed")  # tried again with the next one
        return None

    def _follow(self) -> None:
        while not self._stopped.is_set():
            self._asked.clear()
            try:
                self.refresh()
            except Exception:
                # the last resort of a thread that nobody waits for: a bug is logged, and said
                log.exception("reading the sheet failed")
                self._fail(SheetUnavailable(**sheet_messages.program_fault()))
            self._rest()

    def _rest(self) -> None:
        """Wait for the next turn; being asked shortens it, but not below what the server needs."""
        least, longest = pauses(self._state, self._interval)
        if not self._stopped.wait(least):
            self._asked.wait(max(0.0, longest - least))


def _fields(began: float, **more: str) -> dict[str, Mapping[str, object]]:
    """Of a line of the log: how long it took, and what else is to be told."""
    return {"fields": {"seconds": round(perf_counter() - began, 2), **more}}


def _content(snapshot: Snapshot) -> tuple[object, ...]:
    """All that a screen shows of a reading, but for its time; where each row stands too."""
    rows = (snapshot.table(spec)[[*spec.names, ORIGIN, CARRIED]] for spec in TABLES)
    return (
        snapshot.provenance.digest,
        snapshot.problems,
        snapshot.provenance.book,
        *(tuple(hash_pandas_object(each, index=False)) for each in rows),
    )
