"""What the server does with a request, apart from HTTP: books, tokens, faults, quota, log."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

from tests.sheets_server import door, errors, routes, schema
from tests.sheets_server.book import Book
from tests.sheets_server.errors import ApiError
from tests.sheets_server.faults import Active, Fault, Faults, refusal
from tests.sheets_server.grants import Grant, Grants, Refused
from tests.sheets_server.journal import Journal
from tests.sheets_server.quota import Quota

KINDS = {"v4": "api", "drive": "drive", "token": "token"}


@dataclass(frozen=True)
class Request:
    """A request as it came: `path` still encoded, header names in lower case."""

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """api, drive, token or door."""
        return KINDS.get(self.path.split("/")[1] if "/" in self.path else "", "door")


@dataclass(frozen=True)
class Reply:
    """An answer before it is written out; body: an object for JSON, or a text."""

    status: int
    body: Any
    headers: dict[str, str] = field(default_factory=dict)
    media_type: str = "application/json"
    server_time: float | None = None


class Service:
    """Everything behind the addresses; safe to use from several threads."""

    def __init__(self, reads_a_minute: int | None, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.lock = threading.RLock()
        self.books: dict[str, Book] = {}
        self.grants = Grants()
        self.faults = Faults()
        self.journal = Journal()
        self.quota = Quota(reads_a_minute)

    @contextmanager
    def editing(self, spreadsheet_id: str) -> Iterator[Book]:
        """The book, while nobody else reads or writes it; it counts as changed."""
        with self.lock:
            book = self.books[spreadsheet_id]
            yield book
            book.touch(self._today())

    def _today(self) -> datetime:
        return datetime.fromtimestamp(self.clock(), UTC)

    def answer(self, request: Request, active: Active | None) -> Reply:
        """The answer, or the refusal of the fault that is on."""
        kept = refusal(active.fault, request.kind, active.seconds) if active else None
        if kept is not None:
            media_type = "text/html" if isinstance(kept.body, str) else "application/json"
            return Reply(kept.status, kept.body, kept.headers, media_type)
        if request.kind == "token":
            return self._token(request, active)
        if request.kind == "door":
            return Reply(*door.answer(self, request), media_type="text/plain")
        try:
            return Reply(200, self._called(request))
        except ApiError as error:
            return Reply(error.status, error.body)

    def _token(self, request: Request, active: Active | None) -> Reply:
        is_ahead = active is not None and active.fault is Fault.CLOCK_SKEW
        now = self.clock() + (active.seconds or 0 if is_ahead and active else 0)
        try:
            return Reply(200, self.grants.exchange(request.body, now), server_time=now)
        except Refused as refused:
            return Reply(400, refused.body, server_time=now)

    def _called(self, request: Request) -> dict[str, Any]:
        """The JSON answer of an API method; ApiError if it is refused."""
        found = routes.find(request.method, request.path)
        if found is None:
            raise errors.not_found()
        route, parts = found
        with self.lock:
            grant = self._grant(request, route)
            body = _body_of(request, route)
            call = routes.Call(unquote(parts.get("range", "")), request.query, body)
            book = self._book(unquote(parts["id"]), grant, route, request.kind)
            return self._run(route, book, call)

    def _grant(self, request: Request, route: routes.Route) -> Grant:
        grant = self.grants.of(request.headers.get("authorization", ""), self.clock())
        if grant is None:
            raise errors.unauthenticated()
        if not grant.allows(*route.scopes):
            raise errors.insufficient_scopes(route.name)
        is_read = route.scopes is routes.READ_SCOPES
        if is_read and not self.quota.allows(grant.email, self.clock()):
            raise errors.quota_exceeded(self.quota.reads_a_minute or 0)
        return grant

    def _book(self, book_id: str, grant: Grant, route: routes.Route, kind: str) -> Book:
        """The book, if the account may do this to it."""
        book = self.books.get(book_id)
        is_reader = book is not None and (book.readers is None or grant.email in book.readers)
        if kind == "drive" and not is_reader:  # Drive hides what is not shared
            raise errors.drive_not_found(book_id)
        if book is None:
            raise errors.not_found()
        is_editor = book.editors is None or grant.email in book.editors
        if not is_reader or (route.writes and not is_editor):
            raise errors.not_shared()
        return book

    def _run(self, route: routes.Route, book: Book, call: routes.Call) -> dict[str, Any]:
        """A write changes all or nothing: it works on a draft."""
        if not route.writes:
            return routes.masked(route, route.answer(book, call), call)
        draft = book.copy()
        answer = routes.masked(route, route.answer(draft, call), call)
        draft.touch(self._today())
        book.adopt(draft)
        return answer


def _body_of(request: Request, route: routes.Route) -> dict[str, Any]:
    if route.body is None or not request.body:
        return {}
    try:
        body = json.loads(request.body)
    except ValueError as cause:
        raise errors.invalid_argument("Invalid JSON payload received. Unexpected token.") from cause
    # Google calls the body of a single write "data" in its messages.
    schema.check(body, route.body, "data" if route.body == "ValueRange" else "")
    return dict(body)
