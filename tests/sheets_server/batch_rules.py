"""Requests of a batchUpdate about protections, filters and conditional formats."""

from __future__ import annotations

from itertools import count
from typing import Any

from tests.sheets_server.batch_grid import RequestRefused, area_of, tab_of
from tests.sheets_server.book import Book, Tab
from tests.sheets_server.resource import grid_range


def _stored(book: Book, grid: dict[str, Any]) -> dict[str, Any]:
    """A GridRange as it comes back: checked, and without the id 0."""
    tab, _ = area_of(book, grid)
    rest = {name: value for name, value in grid.items() if name != "sheetId"}
    return {**({"sheetId": tab.sheet_id} if tab.sheet_id else {}), **rest}


def _add_protected_range(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    asked = body.get("protectedRange", {})
    tab = tab_of(book, asked.get("range", {}))
    taken = {each["protectedRangeId"] for each in _protections(book)}
    number = asked.get("protectedRangeId") or next(n for n in count(1_000_001) if n not in taken)
    if number in taken:
        raise RequestRefused(f"The protected range with id {number} already exists.")
    editors = {name: who for name, who in asked.get("editors", {}).items() if who}
    protection = {
        "protectedRangeId": number,
        "range": _stored(book, asked.get("range", {})),
        **{name: asked[name] for name in ("description", "warningOnly") if asked.get(name)},
        "requestingUserCanEdit": True,
    }
    tab.protected_ranges.append({**protection, "editors": editors})
    return {"protectedRange": {**protection, "editors": {}}}


def _protections(book: Book) -> list[dict[str, Any]]:
    return [each for tab in book.tabs for each in tab.protected_ranges]


def _delete_protected_range(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    number = body.get("protectedRangeId")
    for tab in book.tabs:
        kept = [each for each in tab.protected_ranges if each["protectedRangeId"] != number]
        if len(kept) < len(tab.protected_ranges):
            tab.protected_ranges = kept
            return {}
    raise RequestRefused(f"No protected range with id: {number}")


def _add_conditional_format_rule(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    rule = body.get("rule", {})
    if not rule.get("ranges"):
        raise RequestRefused("The rule must have at least one range.")
    if ("booleanRule" in rule) == ("gradientRule" in rule):
        raise RequestRefused("The rule must be either a boolean or a gradient rule.")
    tab = tab_of(book, rule["ranges"][0])
    stored = {**rule, "ranges": [_stored(book, grid) for grid in rule["ranges"]]}
    index = body.get("index", 0)
    if not 0 <= index <= len(tab.conditional_rules):
        raise RequestRefused(f"No place {index} among {len(tab.conditional_rules)} rules.")
    tab.conditional_rules.insert(index, stored)
    return {}


def _delete_conditional_format_rule(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    tab, index = tab_of(book, body), body.get("index", 0)
    if not 0 <= index < len(tab.conditional_rules):
        raise RequestRefused(f"No conditional format on sheet: {tab.sheet_id} at index: {index}")
    return {"rule": tab.conditional_rules.pop(index)}


def _set_basic_filter(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    """The filter's range is kept bounded by the grid."""
    asked = body.get("filter", {})
    tab, area = area_of(book, asked.get("range", {}))
    tab.basic_filter = {**asked, "range": grid_range(area, tab.sheet_id)}
    return {}


def _clear_basic_filter(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    """Take the filter away; the rows it hid are seen again."""
    tab: Tab = tab_of(book, body)
    tab.basic_filter = None
    tab.hidden_rows_by_filter.clear()
    return {}


REQUESTS = {
    "addProtectedRange": _add_protected_range,
    "deleteProtectedRange": _delete_protected_range,
    "addConditionalFormatRule": _add_conditional_format_rule,
    "deleteConditionalFormatRule": _delete_conditional_format_rule,
    "setBasicFilter": _set_basic_filter,
    "clearBasicFilter": _clear_basic_filter,
}
