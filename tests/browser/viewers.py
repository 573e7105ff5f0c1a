"""Many viewers of the dashboard who need no browser: they speak Streamlit's protocol.

Each has a session of its own and does what the page in a browser does by itself: it asks for the
first run, and then for the fragment that the server wants run again at an interval.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import websockets
from streamlit.proto.AutoRerun_pb2 import AutoRerun
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

AGAIN_SECONDS = 0.2


@dataclass
class Viewer:
    """One open page: how often it was drawn, whole or its fragment; when texts were sent to it."""

    runs: int = 0
    fragment_runs: int = 0
    shown_at: dict[str, float] = field(default_factory=dict)
    timer: asyncio.Task[None] | None = None

    def note(self, message: ForwardMsg, raw: bytes, wanted: set[str]) -> None:
        now = time.monotonic()
        self.shown_at.update(
            {text: self.shown_at.get(text, now) for text in wanted if text.encode() in raw}
        )
        if message.WhichOneof("type") == "script_finished":
            self.runs += message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
            self.fragment_runs += (
                message.script_finished == ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY
            )

    def set_timer(self, socket: ClientConnection, wanted: AutoRerun) -> None:
        """Of the newest drawing of the page; the one before is gone with its page."""
        if self.timer is not None:
            self.timer.cancel()
        self.timer = asyncio.create_task(_again(socket, wanted))


class Viewers:
    """Open pages of one address, which look out for the texts in `wanted`.

    The query of the address is theirs too. comes_back: whether a page whose server ends connects
    again once there is one, as a browser's does.
    """

    def __init__(self, address: str, wanted: set[str], *, comes_back: bool = False) -> None:
        parts = urlsplit(address)
        self._host, self._query = parts.netloc, parts.query
        self._comes_back = comes_back
        self.wanted = wanted
        self.all: list[Viewer] = []
        self._tasks: list[asyncio.Task[None]] = []

    async def come(self, number: int, viewer: Callable[[], Viewer] = Viewer) -> None:
        """So many at once."""
        self.all = [viewer() for _ in range(number)]
        self._tasks = [asyncio.create_task(self._stay(each)) for each in self.all]

    async def leave(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def until(self, holds: Callable[[Viewer], bool], seconds: float) -> None:
        """Wait until it holds for every viewer; AssertionError if too late."""
        end = time.monotonic() + seconds
        while waiting := [viewer for viewer in self.all if not holds(viewer)]:
            assert time.monotonic() < end, f"{len(waiting)} of {len(self.all)} still wait"
            for task in self._tasks:
                assert not task.done(), task.exception()
            await asyncio.sleep(0.02)

    async def _stay(self, viewer: Viewer) -> None:
        while True:
            try:
                await self._watch(viewer)
            except (OSError, websockets.WebSocketException):
                if not self._comes_back:
                    raise
            if not self._comes_back:
                return
            await asyncio.sleep(AGAIN_SECONDS)

    async def _watch(self, viewer: Viewer) -> None:
        async with connect(
            f"ws://{self._host}/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            max_size=None,
            open_timeout=60,
        ) as socket:
            await _ask(socket, query=self._query)
            try:
                async for raw in socket:
                    assert isinstance(raw, bytes)
                    message = ForwardMsg.FromString(raw)
                    viewer.note(message, raw, self.wanted)
                    if message.WhichOneof("type") == "auto_rerun":
                        viewer.set_timer(socket, message.auto_rerun)
            finally:
                if viewer.timer is not None:
                    viewer.timer.cancel()


async def _again(socket: ClientConnection, wanted: AutoRerun) -> None:
    with suppress(websockets.ConnectionClosed):
        while True:
            await asyncio.sleep(wanted.interval)
            await _ask(socket, wanted.fragment_id)


async def _ask(socket: ClientConnection, fragment: str = "", query: str = "") -> None:
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.fragment_id = fragment
    message.rerun_script.is_auto_rerun = bool(fragment)
    await socket.send(message.SerializeToString())
