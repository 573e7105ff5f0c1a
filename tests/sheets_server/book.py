"""A spreadsheet in memory: a book of tabs of cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import Any

from tests.sheets_server.a1 import Area, cell_index
from tests.sheets_server.cell import EMPTY, CellContent, cell_of
from tests.sheets_server.entry import typed

CREATED_AT = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)

Position = tuple[int, int]


@dataclass
class Tab:
    """One sheet; cells by (row, column) from 0, as the API counts. Use `tab["F7"]`.

    protected_ranges, conditional_rules and basic_filter are as the API sends them.
    """

    title: str
    sheet_id: int = 0
    row_count: int = 1000
    column_count: int = 26
    hidden: bool = False
    cells: dict[Position, CellContent] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    hidden_rows_by_user: set[int] = field(default_factory=set)
    hidden_rows_by_filter: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    frozen_rows: int = 0
    frozen_columns: int = 0
    protected_ranges: list[dict[str, Any]] = field(default_factory=list)
    conditional_rules: list[dict[str, Any]] = field(default_factory=list)
    basic_filter: dict[str, Any] | None = None
    row_heights: dict[int, int] = field(default_factory=dict)
    column_widths: dict[int, int] = field(default_factory=dict)
    other_properties: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> CellContent:
        return self.cells.get(cell_index(name), EMPTY)

    def __setitem__(self, name: str, value: object) -> None:
        """Put a value there as it is; None empties the cell and keeps its format."""
        row, column = cell_index(name)
        if row >= self.row_count or column >= self.column_count:
            raise IndexError(f"{name} lies beyond the grid of {self.title!r}")
        self.put((row, column), cell_of(value, self.cells.get((row, column), EMPTY)))

    def put(self, position: Position, content: CellContent) -> None:
        """Set a cell; an empty one leaves the grid."""
        if content.is_empty:
            self.cells.pop(position, None)
        else:
            self.cells[position] = content

    def write_rows(self, rows: Iterable[Sequence[object]], first: str = "A1") -> None:
        """Put rows of values from a cell on; a missing value (None) leaves its cell alone."""
        top, left = cell_index(first)
        for row, values in enumerate(rows, start=top):
            for column, value in enumerate(values, start=left):
                if value is not None:
                    previous = self.cells.get((row, column), EMPTY)
                    self.put((row, column), cell_of(value, previous))
        self._grow()

    def _grow(self) -> None:
        self.row_count = max([self.row_count, *(row + 1 for row, _ in self.cells)])
        self.column_count = max([self.column_count, *(column + 1 for _, column in self.cells)])

    @property
    def area(self) -> Area:
        """The whole grid."""
        return Area(0, self.row_count, 0, self.column_count)

    def is_covered(self, position: Position) -> bool:
        """Whether a merge hides the cell; its top left cell is not hidden."""
        return any(
            position in merge and position != (merge.top, merge.left) for merge in self.merges
        )

    def copy(self) -> Tab:
        """A tab of its own; cells never change, so they are shared."""
        own = {
            each.name: deepcopy(getattr(self, each.name))
            for each in fields(self)
            if each.name != "cells"
        }
        return Tab(cells=dict(self.cells), **own)


@dataclass
class Book:
    """A spreadsheet; readers and editors: e-mail addresses, None = everybody."""

    spreadsheet_id: str
    title: str = "Buku"
    locale: str = "in_ID"
    time_zone: str = "Asia/Jakarta"
    tabs: list[Tab] = field(default_factory=list)
    readers: set[str] | None = None
    editors: set[str] | None = None
    created_at: datetime = CREATED_AT
    modified_at: datetime = CREATED_AT
    version: int = 1

    def __iter__(self) -> Iterator[Tab]:
        return iter(self.tabs)

    def tab(self, title: str) -> Tab:
        """The tab of that title, else a KeyError that names those there are."""
        for tab in self.tabs:
            if tab.title == title:
                return tab
        raise KeyError(f"no tab {title!r}; there are {[tab.title for tab in self.tabs]}")

    def tab_of(self, sheet_id: int) -> Tab | None:
        """The tab of that id."""
        return next((tab for tab in self.tabs if tab.sheet_id == sheet_id), None)

    def add_tab(self, title: str, rows: Iterable[Sequence[object]] = (), **more: Any) -> Tab:
        """A new last tab with these rows from A1 on; its id is new, 0 for a first tab."""
        more.setdefault("sheet_id", self.new_sheet_id())
        tab = Tab(title, **more)
        tab.write_rows(rows)
        self.tabs.append(tab)
        return tab

    def new_sheet_id(self) -> int:
        """0 in a book without tabs, else a large number no tab has; the same in every run."""
        if not self.tabs:
            return 0
        number = 558_631_835
        while self.tab_of(number):
            number = (number * 1_103_515_245 + 12_345) % 2_147_483_647
        return number

    def type(self, tab: str, name: str, text: str) -> None:
        """Put into a cell what a person types, read by the rules of the book's locale."""
        row, column = cell_index(name)
        previous = self.tab(tab).cells.get((row, column), EMPTY)
        self.tab(tab)[name] = typed(text, self.locale, previous)

    def copy(self) -> Book:
        """A book of its own."""
        return replace(self, tabs=[tab.copy() for tab in self.tabs])

    def adopt(self, other: Book) -> None:
        """Become as `other`; a tab both have stays the same object."""
        tabs = []
        for changed in other.tabs:
            own = self.tab_of(changed.sheet_id)
            if own is not None:
                own.__dict__.update(changed.__dict__)
            tabs.append(own or changed)
        self.__dict__.update(other.__dict__)
        self.tabs = tabs

    def touch(self, at: datetime) -> None:
        """Note that it was changed."""
        self.modified_at = at
        self.version += 1
