"""What went wrong on the way to Google, told as what a person can do about it.

Decided by status and reason, never by the message, which Google may translate.
"""

from __future__ import annotations

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
    SheetUnavailable,
    SheetUnreachable,
)
from zi_metrics.labels import sheet_messages as text
from zi_metrics.labels.messages import Message

CLOCK_TOLERANCE_SECONDS = 120
NETWORK_FAULTS = (APIError, RefreshError, TransportError, requests.RequestException)
"""Everything that gspread and google-auth raise when a request does not succeed."""


def explained(fault: Exception, account: str, clock_skew: float | None) -> SheetUnavailable:
    """The fault of a request as one a person understands.

    fault: one of NETWORK_FAULTS; account: address of the service account; clock_skew: seconds by
    which this machine's clock is ahead of the server's, where that is known.
    """
    if isinstance(fault, APIError):
        return _of_answer(fault, account)
    if isinstance(fault, RefreshError):
        return _of_token(fault, clock_skew)
    root = fault.__cause__ or (fault.args[0] if fault.args else None) or fault
    is_timeout = isinstance(fault, requests.Timeout) or isinstance(root, requests.Timeout)
    return SheetUnreachable(**(text.too_slow() if is_timeout else text.unreachable()))


def _of_answer(fault: APIError, account: str) -> SheetUnavailable:
    status = fault.response.status_code
    reasons = _reasons(fault.error)
    wait = _asked_to_wait(fault.response)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return SheetQuotaSpent(**text.quota_spent(), wait_seconds=wait)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return SheetServerTrouble(**text.server_trouble(status), wait_seconds=wait)
    if "FAILED_PRECONDITION" in reasons:
        return SheetIsOfficeFile(**text.office_file())
    if status == HTTPStatus.FORBIDDEN:
        return _of_refusal(reasons, account)
    told: dict[int, tuple[type[SheetUnavailable], Message]] = {
        HTTPStatus.NOT_FOUND: (SheetNotFound, text.not_found()),
        HTTPStatus.UNAUTHORIZED: (SheetAccessRefused, text.key_refused()),
    }
    kind, parts = told.get(status, (SheetUnavailable, text.refused_request(status)))
    return kind(**parts)


def _of_refusal(reasons: set[str], account: str) -> SheetUnavailable:
    if reasons & {"SERVICE_DISABLED", "accessNotConfigured"}:
        return SheetsApiDisabled(**text.api_disabled())
    if "ACCESS_TOKEN_SCOPE_INSUFFICIENT" in reasons:
        return SheetAccessRefused(**text.scope_missing())
    return SheetNotShared(**text.not_shared(account))


def _reasons(error: Mapping[str, Any]) -> set[str]:
    """Status and reasons of an error's envelope; what is not shaped like one has none."""
    details = error.get("details")
    named = [part.get("reason") for part in details or [] if isinstance(part, dict)]
    return {str(each) for each in [error.get("status"), *named] if each}


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
