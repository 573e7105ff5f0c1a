"""The sheet or file that rows were read from: its tabs, its columns, links to its cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class TabRead:
    """One tab and what was read of it.

    table: name of its table, `settings`, or None when the tab is not read. gid: identifier of the
    tab in a Google Sheet. letters: column of each canonical column. Rows are counted below the
    header; blank ones are not among row_count, hidden ones are.
    """

    title: str
    table: str | None
    gid: int | None = None
    letters: Mapping[str, str] = field(default_factory=dict)
    row_count: int = 0
    blank_count: int = 0
    hidden_count: int = 0


@dataclass(frozen=True)
class Book:
    """Where the tables of a snapshot stood when they were read.

    url: address of the Google Sheet, without a tab; None for a file, whose cells have no address.
    """

    name: str
    url: str | None
    tabs: tuple[TabRead, ...]

    def cell(self, origin: str, column: str) -> str:
        """The cell of a column in the row whose origin is given; the origin where that is unknown.

        An origin in a book is a cell of the row: `Data Dukung!C12`.
        """
        title, mark, cell = origin.rpartition("!")
        letter = self._tab(title).letters.get(column) if mark else None
        return f"{title}!{letter}{cell.lstrip(_LETTERS)}" if letter else origin

    def link(self, where: str | None) -> str | None:
        """Address that opens a cell in the Google Sheet; None where there is none."""
        title, mark, cell = (where or "").rpartition("!")
        tab = self._tab(title)
        if self.url is None or tab.gid is None or not mark:
            return None
        return f"{self.url}?gid={tab.gid}#gid={tab.gid}&range={cell}"

    def place_of(self, table: str, otherwise: str) -> str:
        """The tabs a table was read from, as a place; `otherwise` when there are none."""
        titles = [tab.title for tab in self.tabs if tab.table == table]
        return f"Tab {', '.join(titles)}" if titles else otherwise

    def _tab(self, title: str) -> TabRead:
        return next((tab for tab in self.tabs if tab.title == title), _NO_TAB)


SETTINGS_TABLE = "settings"
"""What the tab Pengaturan is read as; it is no table."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NO_TAB = TabRead("", None)
NO_BOOK = Book("", None, ())
"""Of tables that come from no sheet."""


def letter(column: int) -> str:
    """The letters of a column that counts from 0: A, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, len(_LETTERS))
        letters = _LETTERS[rest] + letters
    return letters
