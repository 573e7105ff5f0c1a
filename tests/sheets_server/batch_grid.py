"""What the requests of a batchUpdate share: finding the cells they mean."""

from __future__ import annotations

from typing import Any

from tests.sheets_server.a1 import Area
from tests.sheets_server.book import Book, Tab
from tests.sheets_server.errors import ApiError
from tests.sheets_server.mask import Mask, parsed
from tests.sheets_server.ranges import inside
from tests.sheets_server.resource import area_from


class RequestRefused(Exception):
    """One request that cannot be done; its text follows Google's "Invalid requests[0].kind: "."""


def tab_of(book: Book, body: dict[str, Any]) -> Tab:
    """The tab whose sheetId a body names; none is 0."""
    sheet_id = body.get("sheetId") or 0
    tab = book.tab_of(sheet_id)
    if tab is None:
        raise RequestRefused(f"No grid with id: {sheet_id}")
    return tab


def area_of(book: Book, grid: dict[str, Any]) -> tuple[Tab, Area]:
    """Tab and area of a GridRange, cut to the grid."""
    tab = tab_of(book, grid)
    try:
        return tab, inside(tab, area_from(grid))
    except ApiError as error:
        raise RequestRefused(error.message) from error


def mask_of(body: dict[str, Any], message: str) -> Mask:
    """The fields that a request sets; it must name some."""
    text = body.get("fields", "")
    if not text:
        raise RequestRefused(
            "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"
        )
    try:
        return parsed(text, message)
    except ApiError as error:
        raise RequestRefused(f"Invalid field: {text}") from error
