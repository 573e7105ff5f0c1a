"""A door in front of the object store: counts requests, and lets them through as a test asks."""

from __future__ import annotations

import http.client
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DENIED = b"<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"
LONGEST_SECONDS = 20
OF_A_LEG = {"connection", "content-length", "expect", "transfer-encoding"}
"""Headers that each of the two connections has of its own."""


class Held:
    """Requests that are kept waiting: `reached` once the first has come, until `release`."""

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        self.reached, self.release = threading.Event(), threading.Event()


class Gate:
    """Requests are named as in `GET /bucket/key?query`."""

    def __init__(self, upstream: tuple[str, int]) -> None:
        self.upstream = upstream
        self.requests: list[str] = []
        self.denies: str | None = None
        """Requests that fit are refused."""
        self.drops = False
        """Whether every connection breaks off."""
        self.held: list[Held] = []
        self._server = ThreadingHTTPServer(
            ("127.0.0.1", 0), type("Handler", (_Handler,), {"gate": self})
        )
        self._server.daemon_threads = True
        self.address = "127.0.0.1", self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def hold(self, pattern: str) -> Held:
        """Keep requests that fit waiting from now on."""
        self.held.append(Held(pattern))
        return self.held[-1]

    @contextmanager
    def counted(self) -> Iterator[list[str]]:
        """The requests that are made meanwhile."""
        made: list[str] = []
        before = len(self.requests)
        yield made
        made.extend(self.requests[before:])

    def reopen(self) -> None:
        """Let everything through again."""
        self.denies, self.drops = None, False
        for each in self.held:
            each.release.set()
        self.held.clear()

    def close(self) -> None:
        self.reopen()
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    gate: Gate

    def _pass_on(self) -> None:
        gate, name, body = self.gate, f"{self.command} {self.path}", self._body()
        gate.requests.append(name)
        for held in [each for each in gate.held if each.pattern.search(name)]:
            held.reached.set()
            held.release.wait(LONGEST_SECONDS)
        if gate.drops:
            self.close_connection = True
        elif gate.denies is not None and re.search(gate.denies, name):
            self._answer(403, {"Content-Type": "application/xml"}, DENIED)
        else:
            self._ask_upstream(body)

    do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = _pass_on  # noqa: N815

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b""
        while length := int(self.rfile.readline(), 16):
            body += self.rfile.read(length)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def _ask_upstream(self, body: bytes) -> None:
        onward = http.client.HTTPConnection(*self.gate.upstream, timeout=LONGEST_SECONDS)
        told = {key: each for key, each in self.headers.items() if key.lower() not in OF_A_LEG}
        onward.request(self.command, self.path, body, told)
        with onward.getresponse() as answer:
            self._answer(answer.status, dict(answer.headers), answer.read())
        onward.close()

    def _answer(self, status: int, headers: dict[str, str], content: bytes) -> None:
        with suppress(ConnectionError):
            self.send_response_only(status)
            for key, value in headers.items():
                if key.lower() not in OF_A_LEG:
                    self.send_header(key, value)
            length = headers.get("Content-Length") if self.command == "HEAD" else None
            self.send_header("Content-Length", length or str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        """Nothing: a test looks at the list."""
