"""A sheet whose figures tell which version of it somebody sees."""

from __future__ import annotations

from dataclasses import dataclass

from tests.sheets_server import SheetsServer
from tests.sources.sheets import EVIDENCE, ID, MONEV, small_book

DOCUMENTS, RECOMMENDATIONS = 12, 6
FIRST_ROW = 2


@dataclass(frozen=True)
class Told:
    """What Ringkasan tells of one version: indicators complete, recommendations closed.

    The second follows from the first, so a page drawn from two versions gives itself away.
    """

    complete: int
    closed: int


def told_by(version: int) -> Told:
    """The figures of a version; those of any two in a row are different."""
    complete = version % (DOCUMENTS + 1)
    return Told(complete, complete * 5 % (RECOMMENDATIONS + 1))


def put_up(server: SheetsServer) -> None:
    """The sheet, in its version 0."""
    server.add(small_book())
    write(server, 0)


def write(server: SheetsServer, version: int) -> Told:
    """Change the sheet as a whole into a version; says what it tells then."""
    told = told_by(version)
    with server.editing(ID) as book:
        for row in range(DOCUMENTS):
            status = "Tersedia" if row < told.complete else "Belum ada"
            book.type(EVIDENCE, f"D{FIRST_ROW + row}", status)
        for row in range(RECOMMENDATIONS):
            status = "Selesai" if row < told.closed else "Dalam proses"
            book.type(MONEV, f"D{FIRST_ROW + row}", status)
    return told
