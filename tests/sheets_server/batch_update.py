"""spreadsheets:batchUpdate: a list of requests, all of them or none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.sheets_server import batch_cells, batch_dimensions, batch_rules, batch_sheets
from tests.sheets_server.batch_grid import RequestRefused
from tests.sheets_server.book import Book
from tests.sheets_server.errors import ApiError, envelope, invalid_argument
from tests.sheets_server.resource import spreadsheet

Answer = Callable[[Book, dict[str, Any]], dict[str, Any]]

REQUESTS: dict[str, Answer] = {
    **batch_cells.REQUESTS,
    **batch_dimensions.REQUESTS,
    **batch_rules.REQUESTS,
    **batch_sheets.REQUESTS,
}


def batch_update(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    """Carry out the requests of a body; may stop half-way: the caller hands in a draft."""
    requests = body.get("requests") or []
    if not requests:
        raise invalid_argument("Must specify at least one request.")
    replies = [_reply(book, index, request) for index, request in enumerate(requests)]
    answer: dict[str, Any] = {"spreadsheetId": book.spreadsheet_id, "replies": replies}
    if body.get("includeSpreadsheetInResponse"):
        with_data = bool(body.get("responseIncludeGridData"))
        answer["updatedSpreadsheet"] = spreadsheet(book, None, with_data)
    return answer


def _reply(book: Book, index: int, request: dict[str, Any]) -> dict[str, Any]:
    if len(request) != 1:
        raise invalid_argument(f"Invalid requests[{index}]: exactly one kind must be set.")
    name, body = next(iter(request.items()))
    if name not in REQUESTS:
        text = f"Not imitated by this server: requests[{index}].{name}"
        raise ApiError(501, envelope(501, "UNIMPLEMENTED", text))
    try:
        reply = REQUESTS[name](book, body)
    except RequestRefused as refused:
        raise invalid_argument(f"Invalid requests[{index}].{name}: {refused}") from refused
    return {name: reply} if reply else {}
