"""Fixtures for every test that talks to the imitation of Google Sheets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sheets_server.loopback import only_loopback as guard
from tests.sheets_server.server import SheetsServer


@pytest.fixture
def only_loopback() -> Iterator[list[str]]:
    """The test fails if anything reaches for another machine; the hosts tried so far."""
    with guard() as tried:
        yield tried


@pytest.fixture
def sheets_server() -> Iterator[SheetsServer]:
    """A running server without books."""
    with SheetsServer() as server:
        yield server
