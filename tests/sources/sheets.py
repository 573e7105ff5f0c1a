"""A small Google Sheet on the loopback, and everything that follows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tests.sheets_server import Book, SheetsServer
from zi_metrics.sources.daily import DailySnapshots
from zi_metrics.sources.google_sheet import GoogleSheet, SheetAccess
from zi_metrics.sources.live import LiveSheet

ID, OTHER_ID = "ZI-2026", "ZI-2027"
NOW = datetime(2026, 3, 10, 2, 0, tzinfo=UTC)
"""9 o'clock in Jakarta."""
SOON = timedelta(milliseconds=20)
KEEP_DAYS = 730
TWO_A_SECTION = ("i.a", "i.b")
CODES = tuple(f"A.I.{area}.{rest}" for area in range(1, 7) for rest in TWO_A_SECTION)
"""Two indicators of each area."""
EVIDENCE, MONEV, SPIP, SETTINGS = "Data Dukung", "Monev", "SPIP", "Pengaturan"
HEADERS = {
    EVIDENCE: ("ID", "Kode indikator", "Data dukung", "Status", "Tautan", "PIC", "Tenggat"),
    MONEV: ("ID", "Area", "Rekomendasi", "Status", "Tenggat"),
    SPIP: ("Tahun", "Triwulan", "Area", "Tanggal masuk"),
    SETTINGS: ("Kunci", "Nilai"),
}


def small_book(spreadsheet_id: str = ID, year: int = 2026) -> Book:
    """Twelve documents, six recommendations, six reports: as many of each area."""
    book = Book(spreadsheet_id, f"ZI {year}")
    book.add_tab(SETTINGS, [HEADERS[SETTINGS], ("Tahun penilaian", year)])
    documents = [
        (f"D{number}", code, f"Dokumen {number}", "Tersedia", None, "Sari", None)
        for number, code in enumerate(CODES, start=1)
    ]
    book.add_tab(EVIDENCE, [HEADERS[EVIDENCE], *documents])
    areas = range(1, 7)
    recommended = [(f"M{area}", area, f"Saran {area}", "Dalam proses", None) for area in areas]
    book.add_tab(MONEV, [HEADERS[MONEV], *recommended])
    reports = [(year, 1, area, date(year, 4, area)) for area in areas]
    book.add_tab(SPIP, [HEADERS[SPIP], *reports])
    return book


def delete_rows(book: Book, title: str, rows: Iterable[int]) -> None:
    """Delete rows, numbered as on screen; those below move up."""
    gone = {row - 1 for row in rows}
    tab = book.tab(title)
    cells = tab.cells.items()
    tab.cells = {
        (row - sum(each < row for each in gone), column): cell
        for (row, column), cell in cells
        if row not in gone
    }


def empty_below_header(book: Book, title: str) -> None:
    delete_rows(book, title, range(2, book.tab(title).row_count + 1))


def move_row(book: Book, title: str, source: int, target: int) -> None:
    """Let two rows change places, numbered as on screen."""
    tab = book.tab(title)
    places = {source - 1: target - 1, target - 1: source - 1}
    tab.cells = {(places.get(row, row), column): cell for (row, column), cell in tab.cells.items()}


def google_sheet(server: SheetsServer, spreadsheet_id: str = ID) -> GoogleSheet:
    """The real reader, led to the loopback."""
    return GoogleSheet(SheetAccess(server.url(spreadsheet_id), server.credentials(), server.host))


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> datetime:
        self.now += timedelta(**by)
        return self.now


def kept_in(root: Path, spreadsheet_id: str = ID, keep_days: int = KEEP_DAYS) -> DailySnapshots:
    return DailySnapshots(root, spreadsheet_id, keep_days)


def live_sheet(
    server: SheetsServer,
    root: Path,
    clock: Clock,
    *,
    spreadsheet_id: str = ID,
    interval: timedelta = SOON,
) -> LiveSheet:
    """A follower that is not started; its snapshots lie in `root`."""
    return LiveSheet(
        google_sheet(server, spreadsheet_id),
        kept_in(root, spreadsheet_id),
        clock=clock,
        interval=interval,
    )
