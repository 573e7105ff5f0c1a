"""Viewers who need no browser and never rest: each asks for one date, then for the other.

An answer counts once its headline figures and the labels of its charts have been found in it.
"""

from __future__ import annotations

import asyncio
import json
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from itertools import cycle
from typing import Any, Self
from urllib.parse import urlsplit

import httpx
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from bench.apps import Server
from bench.peers import content
from bench.wanted import wanted
from zi_metrics.labels import screen

DAYS = content.dates(content.DEFAULT_SOURCE)[:2]
PATIENCE_SECONDS = 120
COME_TOGETHER = 5
"""So many open the page at once."""


def signs(day: str) -> list[list[bytes]]:
    """What an answer for a date must have in it; of each text one of the ways it may be sent."""
    shown = wanted(content.RINGKASAN, day)
    page = content.page(content.RINGKASAN, content.DEFAULT_SOURCE, day)
    told = [headline.text for headline in page.headlines]
    labels = [label for chart in shown["charts"] for label in chart["texts"] if " dari " in label]
    assert labels
    return [_ways(text) for text in (*told, *labels)]


def _ways(text: str) -> list[bytes]:
    """As text and as JSON, with either space before a percent sign."""
    spaced = {text, text.replace("\N{NO-BREAK SPACE}", " "), text.replace(" %", "\N{NO-BREAK SPACE}%")}
    return [way.encode() for each in spaced for way in (each, json.dumps(each)[1:-1])]


class Viewer(ABC):
    """One of many."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._signs = {day: signs(day) for day in DAYS}
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


class StreamlitViewer(Viewer):
    """Speaks Streamlit's protocol, and chooses in the box a reader would choose in."""

    _socket: ClientConnection
    _box: str

    async def come(self) -> None:
        """Learn from the first run what the box is called."""
        host = urlsplit(self._server.address).netloc
        self._socket = await connect(
            f"ws://{host}/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            compression=None,
            max_size=None,
            open_timeout=PATIENCE_SECONDS,
            ping_interval=None,  # a server at its limit is slow, not gone
        )
        await self._socket.send(BackMsg(rerun_script={}).SerializeToString())
        boxes = {}
        async for message, _ in self._run():
            element = message.delta.new_element
            if element.WhichOneof("type") == "selectbox":
                boxes[element.selectbox.label] = element.selectbox.id
        self._box = boxes[screen.FILTER_DATE]

    async def ask(self, day: str) -> bytes:
        """One run of the page's script."""
        asked = BackMsg()
        asked.rerun_script.widget_states.widgets.add(id=self._box, string_value=day)
        await self._socket.send(asked.SerializeToString())
        return b"".join([raw async for _, raw in self._run()])

    async def leave(self) -> None:
        """Close the connection."""
        await self._socket.close()

    async def _run(self) -> Any:
        """The messages of one run."""
        async for raw in self._socket:
            assert isinstance(raw, bytes)
            message = ForwardMsg.FromString(raw)
            yield message, raw
            if message.WhichOneof("type") == "script_finished":
                how = message.script_finished
                assert how == ForwardMsg.FINISHED_SUCCESSFULLY, how
                return


class DashViewer(Viewer):
    """Sends what Dash's renderer sends when a date is chosen."""

    _http: httpx.AsyncClient
    _callback: str

    async def come(self) -> None:
        """Load what a browser loads for the page, and find the callback of the box."""
        self._http = httpx.AsyncClient(
            base_url=self._server.address,
            headers={"Accept-Encoding": "identity"},
            timeout=PATIENCE_SECONDS,
        )
        for path in ("/", "/_dash-layout"):
            (await self._http.get(path)).raise_for_status()
        callbacks = (await self._http.get("/_dash-dependencies")).json()
        of_box = [each for each in callbacks if [i["id"] for i in each["inputs"]] == ["per"]]
        (self._callback,) = (each["output"] for each in of_box)

    async def ask(self, day: str) -> bytes:
        """One callback."""
        asked = {
            "output": self._callback,
            "inputs": [{"id": "per", "property": "value", "value": day}],
            "changedPropIds": ["per.value"],
            "parsedChangedPropsIds": ["per.value"],
            "state": [
                {"id": "sumber", "property": "value", "value": content.DEFAULT_SOURCE},
                {"id": "halaman", "property": "data", "value": content.RINGKASAN},
            ],
        }
        answer = await self._http.post("/_dash-update-component", json=asked)
        answer.raise_for_status()
        return answer.content

    async def leave(self) -> None:
        """Close the connection."""
        await self._http.aclose()


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
