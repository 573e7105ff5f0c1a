"""Which address does what: the Sheets API and the file metadata of Drive."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.sheets_server import batch_update, values, values_write
from tests.sheets_server.book import Book
from tests.sheets_server.mask import parsed, selected, wants
from tests.sheets_server.ranges import windows
from tests.sheets_server.resource import spreadsheet

READ_SCOPES = ("spreadsheets", "spreadsheets.readonly", "drive", "drive.readonly", "drive.file")
WRITE_SCOPES = ("spreadsheets", "drive", "drive.file")
FILE_SCOPES = ("drive", "drive.readonly", "drive.file", "drive.metadata", "drive.metadata.readonly")


@dataclass(frozen=True)
class Call:
    """One request to a book: the range of its path ("" without one), its parameters and body."""

    range: str
    query: dict[str, list[str]]
    body: dict[str, Any]

    def first(self, name: str) -> str | None:
        """The last value of a parameter."""
        return self.query.get(name, [None])[-1]


@dataclass(frozen=True)
class Route:
    """reply: the message of the answer; body: that of the request, None if it has none."""

    method: str
    path: re.Pattern[str]
    scopes: tuple[str, ...]
    answer: Callable[[Book, Call], dict[str, Any]]
    reply: str
    body: str | None = None

    @property
    def writes(self) -> bool:
        """Whether it may change the book."""
        return self.scopes is WRITE_SCOPES

    @property
    def name(self) -> str:
        """As Google calls the method in an error."""
        return self.answer.__name__.strip("_").title().replace("_", "")


def _spreadsheet(book: Book, call: Call) -> dict[str, Any]:
    fields = call.first("fields")
    asked = windows(book, call.query.get("ranges", []))
    if fields is None:
        grid = (call.first("includeGridData") or "").lower() in {"true", "1"}
        return spreadsheet(book, asked, grid)
    mask = parsed(fields, "Spreadsheet")
    return spreadsheet(book, asked, wants(mask, "sheets", "data"))


def _get_values(book: Book, call: Call) -> dict[str, Any]:
    return values.value_range(book, call.range, values.options_of(call.query))


def _batch_get_values(book: Book, call: Call) -> dict[str, Any]:
    options = values.options_of(call.query)
    ranges = call.query.get("ranges", [])
    found = [values.value_range(book, text, options) for text in ranges]
    return {"spreadsheetId": book.spreadsheet_id, "valueRanges": found}


def _update_values(book: Book, call: Call) -> dict[str, Any]:
    return values_write.update(book, call.range, call.body, call.query)


def _append_values(book: Book, call: Call) -> dict[str, Any]:
    return values_write.append(book, call.range, call.body, call.query)


def _clear_values(book: Book, call: Call) -> dict[str, Any]:
    return values_write.clear(book, call.range)


def _batch_update_values(book: Book, call: Call) -> dict[str, Any]:
    return values_write.batch_update(book, call.body)


def _batch_clear_values(book: Book, call: Call) -> dict[str, Any]:
    return values_write.batch_clear(book, call.body)


def _batch_update_spreadsheet(book: Book, call: Call) -> dict[str, Any]:
    return batch_update.batch_update(book, call.body)


def _file(book: Book, call: Call) -> dict[str, Any]:
    """Drive's files.get: four fields unless others are asked for."""
    whole = {
        "kind": "drive#file",
        "id": book.spreadsheet_id,
        "name": book.title,
        "mimeType": "application/vnd.google-apps.spreadsheet",
    }
    if call.first("fields") is None:
        return whole
    times = {"createdTime": book.created_at, "modifiedTime": book.modified_at}
    written = {
        name: f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z" for name, at in times.items()
    }
    return {**whole, "version": str(book.version), **written}


_BOOK = r"/v4/spreadsheets/(?P<id>[^/:]+)"
_RANGE = r"/values/(?P<range>[^/]+)"


def _route(method: str, path: str, *rest: Any) -> Route:
    return Route(method, re.compile(path), *rest)


# The first that fits: a range may hold a colon itself.
ROUTES = (
    _route("GET", r"/drive/v3/files/(?P<id>[^/]+)", FILE_SCOPES, _file, "File"),
    _route("GET", _BOOK, READ_SCOPES, _spreadsheet, "Spreadsheet"),
    _route(
        "POST",
        rf"{_BOOK}:batchUpdate",
        WRITE_SCOPES,
        _batch_update_spreadsheet,
        "BatchUpdateSpreadsheetResponse",
        "BatchUpdateSpreadsheetRequest",
    ),
    _route(
        "GET", rf"{_BOOK}/values:batchGet", READ_SCOPES, _batch_get_values, "BatchGetValuesResponse"
    ),
    _route(
        "POST",
        rf"{_BOOK}/values:batchUpdate",
        WRITE_SCOPES,
        _batch_update_values,
        "BatchUpdateValuesResponse",
        "BatchUpdateValuesRequest",
    ),
    _route(
        "POST",
        rf"{_BOOK}/values:batchClear",
        WRITE_SCOPES,
        _batch_clear_values,
        "BatchClearValuesResponse",
        "BatchClearValuesRequest",
    ),
    _route(
        "POST",
        rf"{_BOOK}{_RANGE}:append",
        WRITE_SCOPES,
        _append_values,
        "AppendValuesResponse",
        "ValueRange",
    ),
    _route("POST", rf"{_BOOK}{_RANGE}:clear", WRITE_SCOPES, _clear_values, "ClearValuesResponse"),
    _route("GET", rf"{_BOOK}{_RANGE}", READ_SCOPES, _get_values, "ValueRange"),
    _route(
        "PUT",
        rf"{_BOOK}{_RANGE}",
        WRITE_SCOPES,
        _update_values,
        "UpdateValuesResponse",
        "ValueRange",
    ),
)


def find(method: str, path: str) -> tuple[Route, dict[str, str]] | None:
    """The route of an address as it was sent (still encoded), with the parts of its path."""
    for route in ROUTES:
        match = route.path.fullmatch(path)
        if match and route.method == method:
            return route, match.groupdict()
    return None


def masked(route: Route, answer: dict[str, Any], call: Call) -> dict[str, Any]:
    """The part of an answer that `fields` asks for."""
    fields = call.first("fields")
    return answer if fields is None else selected(answer, parsed(fields, route.reply))
