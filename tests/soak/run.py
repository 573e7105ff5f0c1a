"""One soak: viewers, edits, and everything that goes wrong in turns, until the time is up."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.browser.viewers import Viewers
from tests.sheets_server import SheetsServer
from tests.soak.book import Told, put_up, told_by, write
from tests.soak.disk import Disk, disk
from tests.soak.ledger import Ledger
from tests.soak.memory import resident_mb
from tests.soak.tab import open_tab
from tests.soak.troubles import Dashboard, Trouble, together, troubles
from tests.soak.watcher import Watcher
from tests.sources.sheets import ID
from zi_metrics.sources.store import SnapshotStore

READ_EVERY_SECONDS = 5
PATIENCE = 20
"""Seconds that a page may be behind a sheet that works: a reading, a look, and a busy machine."""
RECOVERS_WITHIN_SECONDS = 60
KEPT_VERSION = 4
KEEPERS = 5
"""One of so many viewers looks at the locked snapshot."""
EDIT_SECONDS = 3
SETTLED_AFTER = 0.5
"""The part of the time after which memory must not grow any more, and nobody kills the server."""


@dataclass(frozen=True)
class Plan:
    """How many viewers, for how long, and how long each trouble lasts.

    is_short: each trouble only once, and several at a time, however long that takes.
    """

    viewers: int
    seconds: float
    trouble_seconds: float
    is_short: bool = False


@dataclass
class Outcome:
    """What a soak found; memory in MB, one reading a second since it had settled."""

    ledger: Ledger
    seconds: float = 0
    edits: int = 0
    starts: int = 0
    has_own_disk: bool = False
    recovered: dict[str, list[float]] = field(default_factory=dict)
    memory: list[float] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


class Soak:
    """Everything that takes part."""

    def __init__(self, server: SheetsServer, own: Disk, folder: Path, plan: Plan) -> None:
        self.server, self.disk, self.plan = server, own, plan
        key_file = folder / "kunci.json"
        key_file.write_text(json.dumps(server.credentials()), "utf-8")
        environment = {
            "ZI_SHEET_URL": server.url(ID),
            "GOOGLE_APPLICATION_CREDENTIALS": str(key_file),
            "SHEETS_EMULATOR_HOST": server.host,
            "ZI_SELANG_BACA": str(READ_EVERY_SECONDS),
            "ZI_FOLDER_POTRET": str(own.folder),
        }
        self.store = SnapshotStore(own.folder)
        self.dashboard = Dashboard(folder / "log.txt", environment)
        self.ledger = Ledger(PATIENCE)
        self.outcome = Outcome(self.ledger, has_own_disk=own.is_own)
        self.kept = ""
        self._versions = itertools.count(KEPT_VERSION + 1)

    async def run(self) -> Outcome:
        """All of it. Whatever is found stands in the outcome; nothing is raised for it."""
        began = time.monotonic()
        await self._prepare()
        tab = open_tab(self.dashboard.address, self.ledger)
        async with self._crowd(), tab, self._edits():
            await self._until_all_are_current()
            if self.plan.is_short:
                await self._all_in_short()
            else:
                end = began + self.plan.seconds
                await self._troubles(began + self.plan.seconds * SETTLED_AFTER, kills=True)
                await self._troubles(end, kills=False)
        self.outcome.seconds = time.monotonic() - began
        self.outcome.starts = self.dashboard.starts
        return self.outcome

    async def _prepare(self) -> None:
        """The dashboard has read the sheet once, and that is locked."""
        put_up(self.server)
        self._edit(KEPT_VERSION)
        self.dashboard.start()
        while not (found := self.store.list()):
            await asyncio.sleep(0.1)
        self.kept = found[-1].identifier
        self.store.pin(self.kept)

    def _edit(self, version: int) -> None:
        self.ledger.wrote(write(self.server, version))

    @asynccontextmanager
    async def _crowd(self) -> AsyncIterator[None]:
        """The viewers, some of whom look at the locked snapshot."""
        keepers = max(1, self.plan.viewers // KEEPERS)
        live = Viewers(self.dashboard.address, set(), comes_back=True)
        kept = Viewers(f"{self.dashboard.address}/?potret={self.kept}", set(), comes_back=True)
        self.live = live
        await live.come(self.plan.viewers - keepers, self._watcher)
        await kept.come(keepers, lambda: self._watcher(told_by(KEPT_VERSION)))
        try:
            yield
        finally:
            await live.leave()
            await kept.leave()

    def _watcher(self, kept: Told | None = None) -> Watcher:
        return Watcher(ledger=self.ledger, kept=kept)

    @asynccontextmanager
    async def _edits(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self._edit_again_and_again())
        try:
            yield
        finally:
            task.cancel()

    async def _edit_again_and_again(self) -> None:
        while True:
            await asyncio.sleep(EDIT_SECONDS)
            if not self._pauses_edits:
                self._edit(next(self._versions))
                self.outcome.edits += 1

    _pauses_edits = False

    async def _troubles(self, end: float, *, kills: bool) -> None:
        """One after the other until the end; while the server is killed, each of them once."""
        every = troubles(self.server, self.disk, self.dashboard, self.kept)
        chosen = [each for each in every if kills or "killed" not in each.name]
        for number, trouble in enumerate(itertools.cycle(chosen)):
            if time.monotonic() >= end and (number >= len(chosen) or not kills):
                return
            await self._go_through(trouble, watches_memory=not kills)

    async def _all_in_short(self) -> None:
        quiet, fails, *others, killed = troubles(self.server, self.disk, self.dashboard, self.kept)
        for trouble in (together(quiet, fails, *others[:-2]), others[-2], killed):
            await self._go_through(trouble, watches_memory=False)

    async def _go_through(self, trouble: Trouble, *, watches_memory: bool) -> None:
        self.ledger.fails()
        await asyncio.to_thread(trouble.begin)
        for _ in range(round(self.plan.trouble_seconds)):
            await asyncio.sleep(1)
            if watches_memory:
                self.outcome.memory.append(resident_mb(self.dashboard.pid))
        await asyncio.to_thread(trouble.mend)
        took = await self._until_all_are_current()
        self.outcome.recovered.setdefault(trouble.name, []).append(took)
        self.ledger.works()
        self._look_after_the_kept()

    async def _until_all_are_current(self) -> float:
        """Seconds until every page shows the sheet as it is now; edits rest meanwhile."""
        began = time.monotonic()
        self._pauses_edits = True
        newest = self.ledger.newest
        try:
            await self.live.until(
                lambda each: isinstance(each, Watcher) and each.last == newest,
                RECOVERS_WITHIN_SECONDS,
            )
        except AssertionError as waiting:
            self.ledger.late.append(f"{waiting} after {RECOVERS_WITHIN_SECONDS} s")
        self._pauses_edits = False
        return time.monotonic() - began

    def _look_after_the_kept(self) -> None:
        if not self.store.is_pinned(self.kept):
            self.outcome.lost.append("the locked snapshot is not locked any more")
        self.store.read_as_pinned(self.kept)


@contextmanager
def soak(folder: Path, plan: Plan) -> Iterator[Soak]:
    """A soak that may be run once; everything it needs is there as long as the block lasts."""
    with SheetsServer() as server, disk(folder / "potret") as own:
        made = Soak(server, own, folder, plan)
        try:
            yield made
        finally:
            server.mend()
            made.dashboard.stop()
