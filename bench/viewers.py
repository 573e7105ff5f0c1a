"""Many viewers of one server."""

from __future__ import annotations

import asyncio
import time
from typing import Self

from bench.apps import Server
from bench.dash_viewer import DashViewer
from bench.streamlit_viewer import StreamlitViewer
from bench.viewer import Viewer

COME_TOGETHER = 5
"""So many open the page at once."""


class Crowd:
    """So many viewers of one server."""

    def __init__(self, server: Server) -> None:
        self._kind = StreamlitViewer if server.app.is_streamlit else DashViewer
        self._server = server
        self._all: list[Viewer] = []

    async def __aenter__(self) -> Self:
        """Nobody is there yet."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """All leave."""
        await asyncio.gather(*(viewer.leave() for viewer in self._all), return_exceptions=True)

    async def grow_to(self, number: int) -> None:
        """More come, a few at a time, until they are so many."""
        while (missing := number - len(self._all)) > 0:
            some = [self._kind(self._server) for _ in range(min(missing, COME_TOGETHER))]
            self._all += some
            await asyncio.gather(*(viewer.come() for viewer in some))

    async def ask_each(self, times: int) -> None:
        """Every one asks so often."""
        for _ in range(times):
            await asyncio.gather(*(viewer.ask_next() for viewer in self._all))

    async def answers_per_second(self, seconds: float) -> float:
        """How many answers all of them get together, nobody ever waiting with the next question."""
        before, began = sum(viewer.answers for viewer in self._all), time.monotonic()
        await asyncio.gather(*(viewer.ask_until(began + seconds) for viewer in self._all))
        took = time.monotonic() - began
        return (sum(viewer.answers for viewer in self._all) - before) / took
