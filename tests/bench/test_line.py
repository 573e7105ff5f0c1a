"""The slow line: everything arrives whole, late, and counted."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from bench.line import slow_line

SIZE = 250_000
"""Bytes that take a fifth of a second at 10 Mbit/s."""
ALL = bytes(number % 251 for number in range(SIZE))


@pytest.fixture
def echo() -> Iterator[str]:
    """Sends back whatever comes, once all of it is there."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=_answer, args=(listener,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread.join(10)


def _answer(listener: socket.socket) -> None:
    connection, _ = listener.accept()
    with connection:
        connection.sendall(_whole(connection))


def _whole(connection: socket.socket) -> bytes:
    pieces = []
    while piece := connection.recv(65_536):
        pieces.append(piece)
    return b"".join(pieces)


def test_all_bytes_arrive_late_and_are_counted_both_ways(echo: str) -> None:
    with slow_line(echo) as line:
        part = urlsplit(line.address)
        began = time.monotonic()
        with socket.create_connection((part.hostname, part.port)) as there:
            there.sendall(ALL)
            there.shutdown(socket.SHUT_WR)
            assert _whole(there) == ALL
        took = time.monotonic() - began
    assert line.up.count == line.down.count == SIZE
    assert took >= 2 * SIZE / 1_250_000 + 0.040
