"""HTTP: requests off the wire, answers onto it, and what goes wrong on the way."""

from __future__ import annotations

import gzip
import json
import math
import select
import socket
import time
from dataclasses import replace
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.sheets_server.door import LARGEST_BYTES
from tests.sheets_server.faults import Active, Fault
from tests.sheets_server.service import Reply, Request, Service

LARGEST_API_BYTES = 10_000_000
POLL_SECONDS = 0.01
_HEADERS = {
    "Cache-Control": "private",
    "Vary": "Origin, X-Origin, Referer",
    "X-Content-Type-Options": "nosniff",
}
_DISTURBED = {Fault.STALLED, Fault.DRIPPING, Fault.TRUNCATED}


class Handler(BaseHTTPRequestHandler):
    """One connection, kept alive. The server class sets `service`."""

    service: Service
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def version_string(self) -> str:  # the Server header
        return "ESF"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base's name
        """Nothing on standard error: the journal knows every request."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        return formatdate(self.service.clock() if timestamp is None else timestamp, usegmt=True)

    def do_GET(self) -> None:
        self._serve()

    do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815  the base's names

    def _serve(self) -> None:
        request = self._received()
        if request is None:
            return
        journal, kind = self.service.journal, request.kind
        journal.arrived(request.method, unquote(request.path), request.query, kind)
        self._left = False
        try:
            self._respond(request)
        finally:
            self._leave(kind)

    def _leave(self, kind: str) -> None:
        """The request no longer counts as being served.

        Said before the last byte goes out: with that, the client may ask again at once.
        """
        if not self._left:
            self._left = True
            self.service.journal.left(kind)

    def _received(self) -> Request | None:
        parts = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        query = parse_qs(parts.query, keep_blank_values=True)
        bare = Request(self.command, parts.path, query, headers, b"")
        largest = LARGEST_BYTES if bare.kind in {"door", "token"} else LARGEST_API_BYTES
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > largest:
            self.close_connection = True
            self.send_error(413)
            return None
        return replace(bare, body=self.rfile.read(int(length)))

    def _respond(self, request: Request) -> None:
        active = self.service.faults.take(request.kind)
        fault = active.fault if active else None
        is_there = fault is not Fault.DROPPED
        if active is not None and fault is Fault.SLOW:
            is_there = self._hold(active)
        if not is_there:
            self.close_connection = True
            return
        reply = self.service.answer(request, active)
        if fault is Fault.INVALID_JSON:
            reply = Reply(200, '{"spreadsheetId": "', media_type="application/json")
        self._send(request, reply, active if fault in _DISTURBED else None)

    def _hold(self, active: Active) -> bool:
        """Wait until the fault is over or its seconds are; whether an answer is still wanted.

        It is not when the client has gone or the server stops.
        """
        ends_at = math.inf if active.seconds is None else time.monotonic() + active.seconds
        while not active.over.wait(min(POLL_SECONDS, max(0, ends_at - time.monotonic()))):
            if time.monotonic() >= ends_at:
                return True
            if self._client_has_gone():
                return False
        return not self.service.faults.is_stopped

    def _client_has_gone(self) -> bool:
        readable, _, _ = select.select([self.connection], [], [], 0)
        return bool(readable) and not self.connection.recv(1, socket.MSG_PEEK)

    def _send(self, request: Request, reply: Reply, disturbance: Active | None) -> None:
        body = _written(reply.body, request.query)
        self.send_response_only(reply.status)
        self.send_header("Server", self.version_string())
        self.send_header("Date", self.date_time_string(reply.server_time))
        self.send_header("Content-Type", f"{reply.media_type}; charset=UTF-8")
        for name, value in self._headers_of(reply).items():
            self.send_header(name, value)
        if "gzip" in request.headers.get("accept-encoding", ""):
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        if disturbance is not None:
            self._send_badly(body, disturbance)
        else:
            self._chunk(body)
            self._leave(request.kind)
            self.wfile.write(b"0\r\n\r\n")
        self.wfile.flush()

    def _headers_of(self, reply: Reply) -> dict[str, str]:
        """A refusal for too many requests is not cached, and says no more than it must."""
        return {**({} if reply.status == 429 else _HEADERS), **reply.headers}

    def _chunk(self, part: bytes) -> None:
        if part:  # an empty chunk would end the body
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))

    def _send_badly(self, body: bytes, disturbance: Active) -> None:
        """Half of the body, or nothing, or a byte at a time; the connection ends after that."""
        self.close_connection = True
        if disturbance.fault is Fault.TRUNCATED:
            self._chunk(body[: len(body) // 2])
            return
        self.wfile.flush()
        if disturbance.fault is Fault.STALLED:
            self._hold(disturbance)
            return
        for index in range(len(body)):
            if disturbance.over.wait(disturbance.seconds):
                return
            self._chunk(body[index : index + 1])
            self.wfile.flush()  # fails once the client has gone
        self.wfile.write(b"0\r\n\r\n")


def _written(body: Any, query: dict[str, list[str]]) -> bytes:
    if isinstance(body, str):
        return body.encode("utf-8")
    if query.get("prettyPrint", ["true"])[-1].lower() in {"false", "0"}:
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    else:
        text = json.dumps(body, ensure_ascii=False, indent=2)
    return f"{text}\n".encode()
