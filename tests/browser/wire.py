"""The dashboard without a browser: requests as anybody may write them, and a session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

BOUNDARY = "batas"
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: HTTPMessage
    body: bytes


def ask(
    address: str, path: str, method: str = "GET", headers: Mapping[str, str] = NOTHING
) -> Answer:
    """One request on a connection of its own; nothing is followed."""
    return send(address, path, method, b"", headers)


def send(address: str, path: str, method: str, body: bytes, headers: Mapping[str, str]) -> Answer:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
    try:
        connection.request(method, path, body or None, dict(headers))
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


@contextmanager
def session(address: str, origin: str | None = None) -> Iterator[str]:
    """The identifier of an open page's session."""
    with connect(
        f"ws://{urlsplit(address).netloc}/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")],
        origin=Origin(origin) if origin else None,
        max_size=None,
    ) as socket:
        asked = BackMsg()
        asked.rerun_script.query_string = ""
        socket.send(asked.SerializeToString())
        while True:
            raw = socket.recv(timeout=30)
            assert isinstance(raw, bytes)
            message = ForwardMsg.FromString(raw)
            if message.WhichOneof("type") == "new_session":
                yield message.new_session.initialize.session_id
                return


def form(content: bytes, name: str = "LKE.xlsx") -> bytes:
    """A file as a browser's upload sends it."""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="f"; filename="{name}"\r\n\r\n'
    return head.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()


def token_of(address: str) -> dict[str, str]:
    """The headers by which a page shows that an upload is its own."""
    cookie = ask(address, "/_stcore/health").headers["Set-Cookie"].partition(";")[0]
    return {"Cookie": cookie, "X-Xsrftoken": cookie.partition("=")[2]}
