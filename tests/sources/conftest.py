"""The small sheet on a server, with no other machine in reach."""

from __future__ import annotations

import pytest

from tests.sheets_server import Book, SheetsServer
from tests.sources.sheets import Clock, small_book


@pytest.fixture
def book() -> Book:
    """The small book; what is changed in it is there at the next reading."""
    return small_book()


@pytest.fixture
def server(only_loopback: list[str], sheets_server: SheetsServer, book: Book) -> SheetsServer:
    """Serves the small book."""
    sheets_server.add(book)
    return sheets_server


@pytest.fixture
def clock() -> Clock:
    return Clock()
