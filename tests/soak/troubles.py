"""What goes wrong in turns, each until it is mended again."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

from tests.browser.server import free_port, running
from tests.sheets_server import Fault, SheetsServer
from tests.soak.disk import Disk
from zi_metrics.sources.manifest import MANIFEST

FAULTS = tuple(
    fault
    for fault in Fault
    if fault not in {Fault.SLOW, Fault.DRIPPING, Fault.CLOCK_SKEW}  # these are no failures alone
)


@dataclass
class Dashboard:
    """The server, at one address whatever happens to its process."""

    log: Path
    environment: dict[str, str]
    port: int = field(default_factory=free_port)
    pid: int = 0
    starts: int = 0
    _running: ExitStack = field(default_factory=ExitStack)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.pid, _ = self._running.enter_context(
            running(None, self.log, self.environment, port=self.port)
        )
        self.starts += 1

    def kill(self) -> None:
        """As the machine does when it runs out of memory: without a word."""
        os.kill(self.pid, signal.SIGKILL)
        self._running.close()

    def stop(self) -> None:
        self._running.close()


@dataclass(frozen=True)
class Trouble:
    """Something that goes wrong: how it begins, and how it is mended."""

    name: str
    begin: Callable[[], None]
    mend: Callable[[], None]


def together(*several: Trouble) -> Trouble:
    """All at once; mended in the opposite order."""

    def begin() -> None:
        for each in several:
            each.begin()

    def mend() -> None:
        for each in reversed(several):
            each.mend()

    return Trouble(" + ".join(each.name for each in several), begin, mend)


def troubles(server: SheetsServer, disk: Disk, dashboard: Dashboard, kept: str) -> list[Trouble]:
    """All of them, in their order; kept: the identifier of the locked snapshot."""
    faults = cycle(FAULTS)
    damaged = _Damage(disk.folder, kept)

    def killed() -> None:
        dashboard.kill()
        dashboard.start()

    fails = Trouble("sheet fails", lambda: server.fail(next(faults)), server.mend)
    full = Trouble("disk full", disk.fill, disk.free)
    closed = Trouble("disk read-only", disk.close, disk.open)
    damage = Trouble("snapshots damaged", damaged.do, damaged.undo)
    kill = Trouble("server killed", killed, _nothing)
    return [
        Trouble("edits only", _nothing, _nothing),
        fails,
        *([full] if disk.is_own else []),
        together(damage, closed),
        together(fails, kill),
        together(damage, kill),
    ]


def _nothing() -> None:
    """What nobody does."""


class _Damage:
    """One byte of every table file of every snapshot is another one."""

    def __init__(self, folder: Path, kept: str) -> None:
        self._folder, self._kept = folder, kept
        self._whole: dict[Path, bytes] = {}

    def do(self) -> None:
        self._whole = {path: path.read_bytes() for path in self._files()}
        for path, content in self._whole.items():
            at = len(content) // 2
            path.write_bytes(content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :])

    def undo(self) -> None:
        """Of the locked one, as somebody restores it from a copy; the others heal by themselves."""
        for path, content in self._whole.items():
            if path.parent.name == self._kept:
                path.write_bytes(content)
        self._whole = {}

    def _files(self) -> Iterator[Path]:
        for manifest in self._folder.glob(f"*/{MANIFEST}"):
            yield from manifest.parent.glob("*.parquet")
