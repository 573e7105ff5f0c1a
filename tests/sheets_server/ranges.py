"""Which cells of a book a range in A1 notation means."""

from __future__ import annotations

from collections.abc import Iterable

from tests.sheets_server.a1 import Area, area_of, quoted_title, split_range
from tests.sheets_server.book import Book, Tab
from tests.sheets_server.errors import bad_range, invalid_argument


def cells_of(book: Book, text: str) -> tuple[Tab, Area]:
    """Tab and area of a range, cut to the grid; 400 if it names no tab or starts beyond the grid.

    Without a title it is of the first tab that can be seen.
    """
    try:
        title, reference = split_range(text)
        area = Area() if reference is None else area_of(reference)
    except ValueError as cause:
        raise bad_range(text) from cause
    tab = _tab(book, title)
    if tab is None:
        raise bad_range(text)
    return tab, inside(tab, area)


def _tab(book: Book, title: str | None) -> Tab | None:
    if title is None:
        return next((tab for tab in book.tabs if not tab.hidden), None)
    return next((tab for tab in book.tabs if tab.title == title), None)


def inside(tab: Tab, area: Area) -> Area:
    """The part of an area that lies in the grid; 400 if it starts beyond."""
    if area.top >= tab.row_count or area.left >= tab.column_count:
        raise exceeds_grid(tab, area)
    return area.within(tab.row_count, tab.column_count)


def exceeds_grid(tab: Tab, area: Area) -> Exception:
    """400, in Google's words."""
    bounded = Area(area.top, area.bottom or area.top + 1, area.left, area.right or area.left + 1)
    return invalid_argument(
        f"Range ({quoted_title(tab.title)}!{bounded.a1}) exceeds grid limits. "
        f"Max rows: {tab.row_count}, max columns: {tab.column_count}"
    )


def windows(book: Book, ranges: Iterable[str]) -> dict[int, list[Area]] | None:
    """The areas of several ranges by sheet id, each tab's in the order asked; None if none."""
    found: dict[int, list[Area]] = {}
    for text in ranges:
        tab, area = cells_of(book, text)
        found.setdefault(tab.sheet_id, []).append(area)
    return found or None


def named(tab: Tab, area: Area) -> str:
    """The range as an answer echoes it."""
    return f"{quoted_title(tab.title)}!{area.a1}"
