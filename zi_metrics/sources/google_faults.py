"""What went wrong on the way to Google, told as what a person can do about it.

Decided by status and reason, never by the message, which Google may translate.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

import requests
from google.auth.exceptions import RefreshError, TransportError
from gspread.exceptions import APIError

from zi_metrics.errors import (
    SheetAccessRefused,
    SheetIsOfficeFile,
    SheetNotFound,
    SheetNotShared,
    SheetQuotaSpent,
    SheetsApiDisabled,
    SheetServerTrouble,
    SheetTooLarge,
    SheetUnavailable,
    SheetUnreachable,
)
from zi_metrics.labels import sheet_messages as text
from zi_metrics.labels.messages import Message

CLOCK_TOLERANCE_SECONDS = 120
_RATE_LIMITS = frozenset({"RATE_LIMIT_EXCEEDED", "rateLimitExceeded", "userRateLimitExceeded"})
_REASON = re.compile(r"[A-Z][A-Z0-9_]{1,62}")


class MalformedRefusal(Exception):
    """A refusal whose body is JSON, but no error as Google writes them; only its status counts."""

    def __init__(self, response: requests.Response) -> None:
        self.response = response
        super().__init__(response.status_code)


class AnswerTooLarge(requests.RequestException):
    """An answer above the limit, which is not read to its end."""

    def __init__(self, megabytes: int) -> None:
        self.megabytes = megabytes
        super().__init__(f"more than {megabytes} MB")


NETWORK_FAULTS = (
    *(APIError, MalformedRefusal, RefreshError, TransportError),
    requests.RequestException,
)
"""Everything that the client and google-auth raise when a request does not succeed."""


def refusal(response: requests.Response) -> APIError | MalformedRefusal:
    """The fault of an answer that is none; gspread's own cannot be made of every body."""
    try:
        return APIError(response)
    except (TypeError, KeyError, AttributeError):
        return MalformedRefusal(response)


def explained(fault: Exception, account: str, clock_skew: float | None) -> SheetUnavailable:
    """The fault of a request as one a person understands.

    fault: one of NETWORK_FAULTS; account: address of the service account; clock_skew: seconds by
    which this machine's clock is ahead of the server's, where that is known.
    """
    if isinstance(fault, APIError):
        return _of_answer(fault.response, fault.error, account)
    if isinstance(fault, MalformedRefusal):
        return _of_answer(fault.response, {}, account)
    if isinstance(fault, AnswerTooLarge):
        return SheetTooLarge(**text.too_large(fault.megabytes))
    if isinstance(fault, RefreshError):
        return _of_token(fault, clock_skew)
    root = fault.__cause__ or (fault.args[0] if fault.args else None) or fault
    is_timeout = isinstance(fault, requests.Timeout) or isinstance(root, requests.Timeout)
    return SheetUnreachable(**(text.too_slow() if is_timeout else text.unreachable()))


def _of_answer(
    response: requests.Response, error: Mapping[str, Any], account: str
) -> SheetUnavailable:
    status, wait = response.status_code, _asked_to_wait(response)
    is_forbidden = status == HTTPStatus.FORBIDDEN
    is_rate = is_forbidden and not _RATE_LIMITS.isdisjoint(
        _reasons(error, "details") | _reasons(error, "errors")
    )
    if status == HTTPStatus.TOO_MANY_REQUESTS or is_rate:
        return SheetQuotaSpent(**text.quota_spent(), wait_seconds=wait)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return SheetServerTrouble(**text.server_trouble(status), wait_seconds=wait)
    if error.get("status") == "FAILED_PRECONDITION":
        return SheetIsOfficeFile(**text.office_file())
    if is_forbidden:
        return _of_forbidden(error, account)
    told: dict[int, tuple[type[SheetUnavailable], Message]] = {
        HTTPStatus.NOT_FOUND: (SheetNotFound, text.not_found()),
        HTTPStatus.UNAUTHORIZED: (SheetAccessRefused, text.key_refused()),
    }
    kind, parts = told.get(status, (SheetUnavailable, text.refused_request(status)))
    return kind(**parts)


def _of_forbidden(error: Mapping[str, Any], account: str) -> SheetUnavailable:
    reasons = _reasons(error, "details")
    if "SERVICE_DISABLED" in reasons or "accessNotConfigured" in _reasons(error, "errors"):
        return SheetsApiDisabled(**text.api_disabled())
    if "ACCESS_TOKEN_SCOPE_INSUFFICIENT" in reasons:
        return SheetAccessRefused(**text.scope_missing())
    if error.get("status") == "PERMISSION_DENIED" and not reasons:
        return SheetNotShared(**text.not_shared(account))
    named = min(filter(_REASON.fullmatch, reasons), default="")
    return SheetUnavailable(**text.refused_request(HTTPStatus.FORBIDDEN, named))


def _reasons(error: Mapping[str, Any], among: str) -> set[str]:
    """The reasons of an error's envelope; what is not shaped like one has none.

    among: "details", or "errors" where Google's older services keep them.
    """
    parts = error.get(among)
    listed = parts if isinstance(parts, list) else []
    named = [part.get("reason") for part in listed if isinstance(part, dict)]
    return {str(each) for each in named if each}


def _of_token(fault: RefreshError, clock_skew: float | None) -> SheetUnavailable:
    answer = fault.args[1] if len(fault.args) > 1 else None
    if not isinstance(answer, dict):  # an HTML page instead of an answer
        return SheetServerTrouble(**text.server_trouble(None))
    if answer.get("error") in {"server_error", "temporarily_unavailable", "internal_failure"}:
        return SheetServerTrouble(**text.server_trouble(None))
    if clock_skew is not None and abs(clock_skew) > CLOCK_TOLERANCE_SECONDS:
        return SheetAccessRefused(**text.clock_wrong(round(abs(clock_skew) / 60)))
    return SheetAccessRefused(**text.key_refused())


def _asked_to_wait(response: requests.Response) -> float | None:
    """Seconds of a Retry-After header, given as a number or as a moment."""
    asked = response.headers.get("Retry-After", "")
    if asked.isascii() and asked.isdigit():
        return float(asked)
    try:
        moment = parsedate_to_datetime(asked)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())
