"""The server's own tests: a server that is up, a client of it, and no other machine."""

from __future__ import annotations

from collections.abc import Callable

import gspread
import pytest

from tests.sheets_server.book import Book
from tests.sheets_server.client import client_of
from tests.sheets_server.fixtures import only_loopback, sheets_server
from tests.sheets_server.server import SheetsServer

__all__ = ["only_loopback", "sheets_server"]

Serve = Callable[[Book], gspread.Client]


@pytest.fixture
def server(only_loopback: list[str], sheets_server: SheetsServer) -> SheetsServer:
    """A server, under the guard."""
    return sheets_server


@pytest.fixture
def serve(server: SheetsServer) -> Serve:
    """Puts a book on the server and hands out a client."""

    def served(book: Book) -> gspread.Client:
        server.add(book)
        return client_of(server)

    return served
