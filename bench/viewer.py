"""A viewer who needs no browser and never rests: asks for one date, then for the other.

An answer counts once its headline figures and the labels of its charts have been found in it.
"""

from __future__ import annotations

import asyncio
import json
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from itertools import cycle

from bench.apps import Server
from bench.peers import content
from bench.wanted import DAYS, Wanted

PATIENCE_SECONDS = 120


def signs(shown: Wanted) -> list[list[bytes]]:
    """What an answer must have in it; of each text the ways it may be sent: as it is, as JSON."""
    assert len(shown["sent"]) > len(shown["headlines"])
    return [[text.encode(), json.dumps(text)[1:-1].encode()] for text in shown["sent"]]


class Viewer(ABC):
    """One of many."""

    def __init__(self, server: Server) -> None:
        self._server = server
        wanted = server.app.wanted[content.RINGKASAN]
        self._signs = {day: signs(wanted[day]) for day in DAYS}
        self._days: Iterator[str] = cycle(DAYS[::-1])
        self.answers = 0

    @abstractmethod
    async def come(self) -> None:
        """Open the page."""

    @abstractmethod
    async def ask(self, day: str) -> bytes:
        """All that the server answers to the choice of a date."""

    @abstractmethod
    async def leave(self) -> None:
        """Close the page."""

    async def ask_next(self) -> None:
        """One more answer, found to be right."""
        day = next(self._days)
        async with asyncio.timeout(PATIENCE_SECONDS):
            answer = await self.ask(day)
        lacking = [ways[0] for ways in self._signs[day] if not any(w in answer for w in ways)]
        assert not lacking, f"{self._server.app.name}, {day}: {lacking}"
        self.answers += 1

    async def ask_until(self, end: float) -> None:
        """One after the other, to the end of the time."""
        while time.monotonic() < end:
            await self.ask_next()
