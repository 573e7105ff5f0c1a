"""An imitation of Google Sheets on the loopback, for tests and for trying things out.

    with only_loopback(), SheetsServer() as server:
        server.add(from_xlsx(path, spreadsheet_id="ZI"))
        ...  # read server.url("ZI") with server.credentials(), asking server.host
        with server.editing("ZI") as book:
            book.tab("Monev")["F7"] = "Selesai"
        server.fail(Fault.RATE_LIMITED, times=2)
        assert len(server.requests_of("api")) == 1

What Google does in cases nobody could look at is marked MEM in the notes the imitation was made
from; a client should not lean on it.
"""

from __future__ import annotations

from tests.sheets_server.a1 import Area
from tests.sheets_server.book import Book, Tab
from tests.sheets_server.cell import (
    CellContent,
    Chip,
    Run,
    SheetError,
    Validation,
    serial,
    with_links,
)
from tests.sheets_server.faults import Fault
from tests.sheets_server.journal import LoggedRequest
from tests.sheets_server.loopback import only_loopback
from tests.sheets_server.server import SheetsServer
from tests.sheets_server.xlsx import from_xlsx

__all__ = [
    "Area",
    "Book",
    "CellContent",
    "Chip",
    "Fault",
    "LoggedRequest",
    "Run",
    "SheetError",
    "SheetsServer",
    "Tab",
    "Validation",
    "from_xlsx",
    "only_loopback",
    "serial",
    "with_links",
]
