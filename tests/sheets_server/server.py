"""The loopback imitation of Google Sheets that tests and `make run-sheet` talk to."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from http.server import ThreadingHTTPServer
from typing import Any, Self

from tests.sheets_server.book import Book
from tests.sheets_server.faults import Fault
from tests.sheets_server.grants import READER
from tests.sheets_server.handler import Handler
from tests.sheets_server.journal import LoggedRequest
from tests.sheets_server.service import Service

STOPS_WITHIN_SECONDS = 5


class SheetsServer:
    """Sheets, Drive's file metadata and Google's token service on one port of 127.0.0.1.

    `with SheetsServer() as server:` starts it and stops it, whatever a fault still holds up. An
    exception inside the server is a bug of it: leaving the block raises it.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        reads_a_minute: int | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._service = Service(reads_a_minute, clock)
        self._http = _Http(port, self._service)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        if self._http.crashes:
            raise self._http.crashes[0]

    def stop(self) -> None:
        """End everything, also what waits."""
        self._service.faults.stop()
        self._http.shutdown()
        self._http.close_connections()
        self._http.server_close()
        self._thread.join(STOPS_WITHIN_SECONDS)

    @property
    def host(self) -> str:
        """Where it listens: http://127.0.0.1:PORT."""
        return f"http://127.0.0.1:{self._http.server_port}"

    def add(self, book: Book) -> Book:
        """Serve a book from now on; one of the same id is replaced."""
        with self._service.lock:
            self._service.books[book.spreadsheet_id] = book
        return book

    def remove(self, spreadsheet_id: str) -> None:
        """Serve a book no longer: 404, as after it was deleted."""
        with self._service.lock:
            del self._service.books[spreadsheet_id]

    def url(self, spreadsheet_id: str) -> str:
        """The address a person copies from the browser."""
        return f"https://docs.google.com/spreadsheets/d/{spreadsheet_id}/edit"

    def credentials(self, email: str = READER) -> dict[str, str]:
        """The content of a service account's key file; its tokens come from this server."""
        return self._service.grants.credentials(self.host, email)

    def revoke_tokens(self) -> None:
        """Let no token given so far count any more."""
        self._service.grants.revoke()

    def editing(self, spreadsheet_id: str) -> AbstractContextManager[Book]:
        """The book, for changes that every read sees as a whole or not at all."""
        return self._service.editing(spreadsheet_id)

    def fail(
        self,
        fault: Fault,
        times: int | None = None,
        *,
        kind: str | None = None,
        seconds: float | None = None,
    ) -> None:
        """Let the next `times` requests of a kind (None: all, until mended) meet a fault.

        kind: "api" (Sheets), "drive" or "token"; by default where the fault belongs. seconds: how
        long it waits (SLOW and STALLED by default until mended), between two bytes (DRIPPING), how
        far the server's clock is ahead (CLOCK_SKEW), or what Retry-After says. Several faults of a
        kind are met one after the other.
        """
        self._service.faults.fail(fault, times, kind, seconds)

    def mend(self) -> None:
        """Switch every fault off; what is held up goes on."""
        self._service.faults.mend()

    @property
    def reads_a_minute(self) -> int | None:
        """How often one account may read in 60 seconds before it gets a 429; None: as it likes."""
        return self._service.quota.reads_a_minute

    @reads_a_minute.setter
    def reads_a_minute(self, count: int | None) -> None:
        self._service.quota.reads_a_minute = count

    @property
    def requests(self) -> list[LoggedRequest]:
        """Every request so far, in the order of arrival."""
        return self._service.journal.requests

    def requests_of(self, kind: str) -> list[LoggedRequest]:
        """The requests of a kind: "api", "drive", "token" or "door"."""
        return [request for request in self.requests if request.kind == kind]

    @property
    def in_flight(self) -> int:
        """API requests being served now."""
        return self._service.journal.in_flight

    @property
    def most_in_flight(self) -> int:
        """API requests that were served at once, at most."""
        return self._service.journal.most_in_flight

    def wait_for(self, count: int, kind: str = "api", seconds: float = 5) -> list[LoggedRequest]:
        """The requests of a kind, as soon as `count` of them came; AssertionError if too late."""
        return self._service.journal.wait_for(count, kind, seconds)

    def wait_until_idle(self, seconds: float = 5) -> None:
        """Until no API request is being served: those given up have been noticed too."""
        self._service.journal.wait_until_idle(seconds)

    def reset_log(self) -> None:
        """Forget the requests so far."""
        self._service.journal.reset()


class _Http(ThreadingHTTPServer):
    """A thread a connection; knows its connections, so that stopping waits for none of them."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, service: Service) -> None:
        self.crashes: list[BaseException] = []
        self._connections: set[socket.socket] = set()
        self._changed = threading.Condition()
        handler = type("BoundHandler", (Handler,), {"service": service})
        super().__init__(("127.0.0.1", port), handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._changed:
            self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        super().shutdown_request(request)
        with self._changed:
            self._connections.discard(request)
            self._changed.notify_all()

    def close_connections(self) -> None:
        """Cut every connection and wait until their threads let go."""
        with self._changed:
            for connection in self._connections:
                with contextlib.suppress(OSError):  # closed by the other side
                    connection.shutdown(socket.SHUT_RDWR)
            self._changed.wait_for(lambda: not self._connections, STOPS_WITHIN_SECONDS)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no matter; anything else is a bug to be raised."""
        error = sys.exception()
        if error is not None and not isinstance(error, ConnectionError | TimeoutError):
            self.crashes.append(error)
