"""A slow line on the loopback: every byte between a browser and a server, whatever the protocol.

Chromium's own throttling leaves websockets alone; here all connections of a line share its rate in
each direction, and every piece arrives half a round trip after it was sent. A new connection waits
one round trip. TCP's slow start and losses are not imitated.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

PIECE = 4096
MOST_PIECES_AHEAD = 64
"""Read ahead of what has arrived, as the buffers of a real line would."""


@dataclass
class Direction:
    """One direction of a line: when it is free again, and what has gone through it."""

    bytes_per_second: float
    delay: float
    free_at: float = 0.0
    count: int = 0

    def arrival(self, size: int, now: float) -> float:
        """When a piece sent now arrives, behind all that was sent before it."""
        self.free_at = max(self.free_at, now) + size / self.bytes_per_second
        self.count += size
        return self.free_at + self.delay


@dataclass
class Line:
    """A line to one server; address: what a browser opens instead of the server's."""

    target: str
    megabits: float = 10.0
    round_trip: float = 0.020
    address: str = ""
    up: Direction = field(init=False)
    down: Direction = field(init=False)

    def __post_init__(self) -> None:
        rate = self.megabits * 1e6 / 8
        self.up, self.down = (Direction(rate, self.round_trip / 2) for _ in range(2))

    @property
    def count(self) -> int:
        """Bytes that have gone over it, both ways."""
        return self.up.count + self.down.count

    async def serve(self, ready: threading.Event, ended: threading.Event) -> None:
        """Until it is ended; ready: once there is an address."""
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        ready.set()
        await asyncio.to_thread(ended.wait)
        server.close()

    async def _connected(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        part = urlsplit(self.target)
        # one side has gone, or the line ends: so does the connection
        with suppress(OSError, asyncio.CancelledError):
            await asyncio.sleep(self.round_trip)
            far, forth = await asyncio.open_connection(part.hostname, part.port)
            try:
                await asyncio.gather(_carry(near, forth, self.up), _carry(far, back, self.down))
            finally:
                forth.close()
        back.close()


async def _carry(
    source: asyncio.StreamReader, target: asyncio.StreamWriter, way: Direction
) -> None:
    """Everything from one side to the other, at the pace of the line."""
    ahead: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(MOST_PIECES_AHEAD)
    delivery = asyncio.create_task(_deliver(ahead, target))
    clock = asyncio.get_running_loop().time
    piece = b"?"
    try:
        while piece and not delivery.done():
            piece = await source.read(PIECE)
            await ahead.put((way.arrival(len(piece), clock()), piece))
        await delivery
    finally:
        delivery.cancel()


async def _deliver(ahead: asyncio.Queue[tuple[float, bytes]], target: asyncio.StreamWriter) -> None:
    clock = asyncio.get_running_loop().time
    while True:
        at, piece = await ahead.get()
        await asyncio.sleep(max(0.0, at - clock()))
        with suppress(OSError):  # nobody is there any more: what is on its way is lost
            if piece:
                target.write(piece)
                await target.drain()
            else:
                target.write_eof()
        if not piece:
            return


@contextmanager
def slow_line(target: str) -> Iterator[Line]:
    """A line to the server at an address, in a thread of its own."""
    line, ready, ended = Line(target), threading.Event(), threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(line.serve(ready, ended)), daemon=True)
    thread.start()
    assert ready.wait(10), "no line"
    try:
        yield line
    finally:
        ended.set()
        thread.join(10)
