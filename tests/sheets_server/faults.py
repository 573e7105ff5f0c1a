"""What may go wrong with a request, to be switched on for the next ones."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tests.sheets_server import errors, grants

LOG_IN = "https://accounts.google.com/ServiceLogin"
AUTOMATED = (
    "<html><head><title>Sorry...</title></head><body><p>We're sorry... but your computer or "
    "network may be sending automated queries.</p></body></html>\n"
)
BAD_GATEWAY = (
    "<!DOCTYPE html>\n<html lang=en>\n  <meta charset=utf-8>\n"
    "  <title>Error 502 (Server Error)!!1</title>\n"
    "  <p><b>502.</b> <ins>That's an error.</ins>\n"
    "  <p>The server encountered a temporary error and could not complete your request.<p>Please "
    "try again in 30 seconds.  <ins>That's all we know.</ins>\n"
)


class Fault(StrEnum):
    """Its value is its name in the address POST /fault/{name}."""

    OFFICE_FILE = "office-file"
    UNAUTHENTICATED = "unauthenticated"
    NOT_SHARED = "not-shared"
    SERVICE_DISABLED = "service-disabled"
    SCOPES = "scopes"
    NOT_FOUND = "not-found"
    RATE_LIMITED = "rate-limited"
    RATE_LIMITED_RETRY_AFTER = "rate-limited-retry-after"
    AUTOMATED_TRAFFIC = "automated-traffic"
    REDIRECTED = "redirected"
    INTERNAL = "internal"
    BAD_GATEWAY = "bad-gateway"
    UNAVAILABLE = "unavailable"
    JSON_LIST = "json-list"
    SLOW = "slow"
    STALLED = "stalled"
    DRIPPING = "dripping"
    DROPPED = "dropped"
    TRUNCATED = "truncated"
    INVALID_JSON = "invalid-json"
    INVALID_GRANT_CLOCK = "invalid-grant-clock"
    INVALID_GRANT_SIGNATURE = "invalid-grant-signature"
    INVALID_GRANT_ACCOUNT = "invalid-grant-account"
    CLOCK_SKEW = "clock-skew"


OF_TOKENS = frozenset(
    {
        Fault.INVALID_GRANT_CLOCK,
        Fault.INVALID_GRANT_SIGNATURE,
        Fault.INVALID_GRANT_ACCOUNT,
        Fault.CLOCK_SKEW,
    }
)
DEFAULT_SECONDS = {
    Fault.DRIPPING: 0.05,
    Fault.CLOCK_SKEW: 7200.0,
    Fault.RATE_LIMITED_RETRY_AFTER: 2.0,
}


@dataclass(frozen=True)
class Refusal:
    """An answer kept ready: its status, its body (an object or a page) and further headers."""

    status: int
    body: Any
    headers: dict[str, str] = field(default_factory=dict)


def refusal(fault: Fault, kind: str, seconds: float | None) -> Refusal | None:
    """The answer of a fault that refuses; None of one that disturbs an answer."""
    if fault is Fault.BAD_GATEWAY:
        return Refusal(502, BAD_GATEWAY)
    if fault is Fault.REDIRECTED:
        return Refusal(302, "<html></html>\n", {"Location": LOG_IN})
    if fault is Fault.AUTOMATED_TRAFFIC:
        return Refusal(429, AUTOMATED)
    if kind == "token":
        return _token_refusal(fault)
    error = _API_ERRORS.get(fault)
    if error is None:
        return None
    body = [error.body] if fault is Fault.JSON_LIST else error.body
    waits = {"Retry-After": f"{seconds or 0:g}"} if fault is Fault.RATE_LIMITED_RETRY_AFTER else {}
    return Refusal(error.status, body, waits)


def _error(code: int, status: str, message: str) -> errors.ApiError:
    return errors.ApiError(code, errors.envelope(code, status, message))


_UNAVAILABLE = _error(503, "UNAVAILABLE", "The service is currently unavailable.")
_API_ERRORS = {
    Fault.OFFICE_FILE: _error(
        400, "FAILED_PRECONDITION", "This operation is not supported for this document"
    ),
    Fault.UNAUTHENTICATED: errors.unauthenticated(),
    Fault.NOT_SHARED: errors.not_shared(),
    Fault.SERVICE_DISABLED: errors.service_disabled(),
    Fault.SCOPES: errors.insufficient_scopes(),
    Fault.NOT_FOUND: errors.not_found(),
    Fault.RATE_LIMITED: errors.quota_exceeded(),
    Fault.RATE_LIMITED_RETRY_AFTER: errors.quota_exceeded(),
    Fault.INTERNAL: _error(500, "INTERNAL", "Internal error encountered."),
    Fault.UNAVAILABLE: _UNAVAILABLE,
    Fault.JSON_LIST: _UNAVAILABLE,
}
_GRANT_ERRORS = {
    Fault.INVALID_GRANT_CLOCK: grants.CLOCK,
    Fault.INVALID_GRANT_SIGNATURE: grants.SIGNATURE,
    Fault.INVALID_GRANT_ACCOUNT: grants.ACCOUNT,
}


def _token_refusal(fault: Fault) -> Refusal | None:
    if fault in _GRANT_ERRORS:
        text = _GRANT_ERRORS[fault]
        return Refusal(400, {"error": "invalid_grant", "error_description": text})
    if fault in _API_ERRORS:
        error = _API_ERRORS[fault]
        word = "temporarily_unavailable" if error.status == 503 else "internal_failure"
        return Refusal(error.status, {"error": word, "error_description": error.message})
    return None


@dataclass
class Active:
    """A fault that is on; times: how many requests it still meets, None = every one.

    over: set when it is mended or the server stops, so that what waits for it ends.
    """

    fault: Fault
    kind: str
    times: int | None
    seconds: float | None
    over: threading.Event = field(default_factory=threading.Event)


class Faults:
    """The faults that are on, first come first met; for every kind of request its own row."""

    def __init__(self) -> None:
        self.is_stopped = False
        self._lock = threading.Lock()
        self._waiting: list[Active] = []
        self._met: list[Active] = []

    def fail(
        self, fault: Fault, times: int | None, kind: str | None, seconds: float | None
    ) -> None:
        """Let the next `times` requests of a kind meet a fault."""
        kind = kind or ("token" if fault in OF_TOKENS else "api")
        seconds = DEFAULT_SECONDS.get(fault) if seconds is None else seconds
        with self._lock:
            self._waiting.append(Active(fault, kind, times, seconds))

    def mend(self) -> None:
        """Switch everything off; what is stuck goes on."""
        with self._lock:
            for active in [*self._waiting, *self._met]:
                active.over.set()
            self._waiting, self._met = [], []

    def stop(self) -> None:
        """Switch everything off for good; what is stuck gets no answer any more."""
        self.is_stopped = True
        self.mend()

    def take(self, kind: str) -> Active | None:
        """The fault that a request of this kind meets; counts it."""
        with self._lock:
            active = next((each for each in self._waiting if each.kind == kind), None)
            if active is None:
                return None
            if active.times is not None:
                active.times -= 1
                if active.times <= 0:
                    self._waiting.remove(active)
                    self._met.append(active)
            return active
