"""Answers that refuse a request, with Google's own words and shapes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_TYPE = "type.googleapis.com/google.rpc."


class ApiError(Exception):
    """A request that is refused: the HTTP status and the whole JSON body."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(body)
        self.status = status
        self.body = body

    @property
    def message(self) -> str:
        """The text of the error."""
        return str(self.body["error"]["message"])


def envelope(
    code: int, status: str, message: str, details: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    """The body of an error of the Sheets API."""
    error: dict[str, Any] = {"code": code, "message": message, "status": status}
    return {"error": {**error, "details": details} if details else error}


def invalid_argument(message: str, violations: Iterable[tuple[str, str]] = ()) -> ApiError:
    """400; violations: (field, description)."""
    listed = [{"field": field, "description": text} for field, text in violations]
    details = [{"@type": f"{_TYPE}BadRequest", "fieldViolations": listed}] if listed else None
    return ApiError(400, envelope(400, "INVALID_ARGUMENT", message, details))


def bad_range(text: str) -> ApiError:
    """A range that names no tab, or nothing at all."""
    return invalid_argument(f"Unable to parse range: {text}")


def not_found() -> ApiError:
    """No spreadsheet of that id."""
    return ApiError(404, envelope(404, "NOT_FOUND", "Requested entity was not found."))


def not_shared() -> ApiError:
    """The account may not see it, or may not change it."""
    message = "The caller does not have permission"
    return ApiError(403, envelope(403, "PERMISSION_DENIED", message))


def unauthenticated() -> ApiError:
    """No token, or one that does not count (any more)."""
    message = (
        "Request had invalid authentication credentials. Expected OAuth 2 access token, login "
        "cookie or other valid authentication credential. See "
        "https://developers.google.com/identity/sign-in/web/devconsole-project."
    )
    return ApiError(401, envelope(401, "UNAUTHENTICATED", message))


def insufficient_scopes(method: str = "GetSpreadsheet") -> ApiError:
    """The token was asked for other things than this."""
    details = [
        {
            "@type": f"{_TYPE}ErrorInfo",
            "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
            "domain": "googleapis.com",
            "metadata": {
                "service": "sheets.googleapis.com",
                "method": f"google.apps.sheets.v4.SpreadsheetsService.{method}",
            },
        }
    ]
    message = "Request had insufficient authentication scopes."
    return ApiError(403, envelope(403, "PERMISSION_DENIED", message, details))


def quota_exceeded(limit: int = 60) -> ApiError:
    """More reads in a minute than one account may do."""
    message = (
        "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per "
        "user' of service 'sheets.googleapis.com' for consumer 'project_number:123'."
    )
    info: dict[str, Any] = {
        "@type": f"{_TYPE}ErrorInfo",
        "reason": "RATE_LIMIT_EXCEEDED",
        "domain": "googleapis.com",
        "metadata": {
            "service": "sheets.googleapis.com",
            "consumer": "projects/123",
            "quota_metric": "sheets.googleapis.com/read_requests",
            "quota_limit": "ReadRequestsPerMinutePerUser",
            "quota_limit_value": str(limit),
            "quota_unit": "1/min/{project}/{user}",
            "quota_location": "global",
        },
    }
    link = {
        "description": "Request a higher quota limit.",
        "url": "https://cloud.google.com/docs/quotas/help/request_increase",
    }
    details = [info, {"@type": f"{_TYPE}Help", "links": [link]}]
    return ApiError(429, envelope(429, "RESOURCE_EXHAUSTED", message, details))


def service_disabled() -> ApiError:
    """Nobody switched the API on in the account's project."""
    url = (
        "https://console.developers.google.com/apis/api/sheets.googleapis.com/overview?project=123"
    )
    message = (
        "Google Sheets API has not been used in project 123 before or it is disabled. Enable it by "
        f"visiting {url} then retry. If you enabled this API recently, wait a few minutes for the "
        "action to propagate to our systems and retry."
    )
    info: dict[str, Any] = {
        "@type": f"{_TYPE}ErrorInfo",
        "reason": "SERVICE_DISABLED",
        "domain": "googleapis.com",
        "metadata": {
            "service": "sheets.googleapis.com",
            "serviceTitle": "Google Sheets API",
            "consumer": "projects/123",
            "containerInfo": "123",
            "activationUrl": url,
        },
    }
    localized = {"@type": f"{_TYPE}LocalizedMessage", "locale": "en-US", "message": message}
    link = {"description": "Google developers console API activation", "url": url}
    details = [info, localized, {"@type": f"{_TYPE}Help", "links": [link]}]
    return ApiError(403, envelope(403, "PERMISSION_DENIED", message, details))


def drive_not_found(file_id: str) -> ApiError:
    """No file of that id; Drive's older shape, without a status."""
    message = f"File not found: {file_id}."
    error = {
        "domain": "global",
        "reason": "notFound",
        "message": message,
        "locationType": "parameter",
        "location": "fileId",
    }
    return ApiError(404, {"error": {"errors": [error], "code": 404, "message": message}})
