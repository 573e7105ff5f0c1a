"""What was asked of the server, in the order of arrival."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass

API_KINDS = frozenset({"api", "drive"})


@dataclass(frozen=True)
class LoggedRequest:
    """path: decoded. kind: api, drive, token or door. at: seconds of time.monotonic().

    in_flight: API requests being served at its arrival, itself included.
    """

    method: str
    path: str
    query: dict[str, list[str]]
    kind: str
    at: float
    in_flight: int


class Journal:
    """Requests so far, and how many of the API were served at once."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._requests: list[LoggedRequest] = []
        self._in_flight = 0
        self._most = 0

    def arrived(self, method: str, path: str, query: dict[str, list[str]], kind: str) -> None:
        """Note a request; `left` must follow."""
        with self._changed:
            self._in_flight += kind in API_KINDS
            self._most = max(self._most, self._in_flight)
            self._requests.append(
                LoggedRequest(method, path, query, kind, time.monotonic(), self._in_flight)
            )
            self._changed.notify_all()

    def left(self, kind: str) -> None:
        """A request is no longer being served."""
        with self._changed:
            self._in_flight -= kind in API_KINDS
            self._changed.notify_all()

    @property
    def requests(self) -> list[LoggedRequest]:
        """All of them so far."""
        with self._changed:
            return list(self._requests)

    @property
    def in_flight(self) -> int:
        """API requests being served now."""
        with self._changed:
            return self._in_flight

    @property
    def most_in_flight(self) -> int:
        """API requests that were served at once, at most."""
        with self._changed:
            return self._most

    def wait_for(self, count: int, kind: str, seconds: float) -> list[LoggedRequest]:
        """The requests of a kind as soon as there are `count`; an AssertionError if too late."""

        def of_kind() -> list[LoggedRequest]:
            return [request for request in self._requests if request.kind == kind]

        with self._changed:
            in_time = self._changed.wait_for(lambda: len(of_kind()) >= count, seconds)
            assert in_time, f"{len(of_kind())} of {count} {kind} requests within {seconds} s"
            return of_kind()

    def wait_until_idle(self, seconds: float) -> None:
        """Until no API request is being served; an AssertionError if it takes longer."""
        with self._changed:
            in_time = self._changed.wait_for(lambda: self._in_flight == 0, seconds)
            assert in_time, f"{self._in_flight} requests still in flight after {seconds} s"

    def reset(self) -> None:
        """Forget all but what is being served now."""
        with self._changed:
            self._requests = []
            self._most = self._in_flight
