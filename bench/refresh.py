"""One refresh of a sheet over HTTP: how many requests, and how long, by the real client.

The imitation of Google Sheets runs in a process of its own. What it takes to write its answer is in
every time here; the plainest asks for the same answer and reads it as JSON.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bench.apps import OURS
from bench.record import Measured
from bench.timing import Plainest, once_ms, times_ms
from bench.work import Work
from bench.workbook import workbook
from tests.sheets_server import Area, Book, SheetsServer
from tests.sheets_server.cell import cell_of
from zi_metrics.sources.daily import DailySnapshots
from zi_metrics.sources.google_http import READ_SCOPE, client
from zi_metrics.sources.google_sheet import FIELDS, GoogleSheet, SheetAccess
from zi_metrics.sources.grid import Workbook
from zi_metrics.sources.live import LiveSheet

PART, ID = "refresh", "ZI-2025"
DOCUMENTS, REFRESHES = 450, 7
KEEP_DAYS = 30
EDITED_TAB, EDITED_CELL, WORDS = "Data Dukung 1", "E4", ("Disusun", "Tersedia")


@dataclass(frozen=True)
class Served:
    """The imitation in its process: what leads a client to it, and the way to talk to it."""

    access: SheetAccess
    host: str
    credentials: Mapping[str, Any]
    pipe: Connection

    def requests(self) -> int:
        """How often its API was asked so far."""
        self.pipe.send(None)
        count: int = self.pipe.recv()
        return count

    def type(self, text: str) -> None:
        """Edit one cell, as a person would."""
        self.pipe.send(text)
        self.pipe.recv()


def measured(work: Work) -> list[Measured]:
    """Refreshes of a sheet of one unit that has not changed, and that has."""
    with _served() as sheet:
        one = client(sheet.credentials, [READ_SCOPE], sheet.host)

        def answer() -> object:
            one.limits.start()
            return one.spreadsheets_get(ID, {"fields": FIELDS, "prettyPrint": "false"})

        plain = Plainest(PART, "the same answer, read as JSON", answer, REFRESHES)
        google = GoogleSheet(sheet.access)
        followed = _followed(google, work.folder / "snapshots")
        return [
            plain.measured("sheet read, as cells", times_ms(google.read, REFRESHES)),
            *_refreshes(plain, sheet, followed),
        ]


def _refreshes(plain: Plainest, sheet: Served, followed: LiveSheet) -> Iterator[Measured]:
    def refreshed() -> None:
        assert followed.refresh().is_current

    unchanged = times_ms(refreshed, REFRESHES)
    counts, edited, first = [], [], followed.state.version
    for number in range(REFRESHES):
        sheet.type(WORDS[number % 2])
        before = sheet.requests()
        edited.append(once_ms(refreshed))
        counts.append(float(sheet.requests() - before))
    assert followed.state.version == first + REFRESHES
    yield plain.measured("refresh, nothing new", unchanged)
    yield plain.measured("refresh, one cell edited", edited)
    yield Measured(PART, "requests of a refresh", "", {OURS: counts})


def _followed(google: GoogleSheet, folder: Path) -> LiveSheet:
    kept = DailySnapshots(folder, google.identifier, KEEP_DAYS)
    hour = timedelta(hours=1)
    return LiveSheet(google, kept, clock=lambda: datetime.now(UTC), interval=hour)


@contextmanager
def _served() -> Iterator[Served]:
    ours, theirs = multiprocessing.Pipe()
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=_serve, args=(theirs,))
    process.start()
    theirs.close()
    try:
        url, host, credentials = ours.recv()
        yield Served(SheetAccess(url, credentials, host), host, credentials, ours)
    finally:
        ours.close()
        process.join(10)
        process.kill()


def _serve(pipe: Connection) -> None:
    """Until the other end hangs up: edits a cell, and says how often it was asked."""
    with SheetsServer() as server:
        server.add(_book(workbook(DOCUMENTS)))
        pipe.send((server.url(ID), server.host, server.credentials()))
        while True:
            try:
                text = pipe.recv()
            except EOFError:
                return
            if text is not None:
                with server.editing(ID) as book:
                    book.type(EDITED_TAB, EDITED_CELL, text)
            pipe.send(len(server.requests_of("api")))


def _book(made: Workbook) -> Book:
    book = Book(ID, made.name)
    for grid in made.grids:
        tab = book.add_tab(grid.title, grid.rows, sheet_id=grid.gid)
        tab.merges = [Area(at.top, at.bottom, at.left, at.right) for at in grid.merges]
        for (row, column), (address, *_) in grid.links.items():
            cell = cell_of(grid.rows[row][column])
            tab.put((row, column), replace(cell, link=address))
    return book
