"""What a sheet of the workbook holds, as plain values; `drawing` turns it into cells.

A column's formula names the other cells of its row by their columns, in braces, and cells of other
sheets through `Place`. A row holds the values that its formulas have when the file is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, auto
from functools import cached_property

from zi_metrics.labels import xlsx as text
from zi_metrics.report.xlsx.offers import Offer
from zi_metrics.tables.book import letter


class Kind(IntEnum):
    """What the cells of a column hold, and so how they look."""

    TEXT = auto()
    LINK = auto()
    DATE = auto()
    COUNT = auto()
    FLAG = auto()
    """1 or 0, shown as a word."""
    POINTS = auto()
    SHARE = auto()
    DIFFERENCE = auto()
    MARK = auto()
    STATE = auto()
    """A word of a closed list, with its tint."""
    CUT = auto()
    GAP = auto()
    GAP_SHARE = auto()
    """Cut to two places: points, and what points or a share are above a minimum or under it."""


@dataclass(frozen=True)
class Link:
    """A text that leads to a web address, if it has one that may be opened."""

    text: str
    address: str | None


@dataclass(frozen=True)
class Formula:
    """A formula of one cell and the value it has when the file is made.

    kind: what it holds, where that is not what its column holds.
    """

    text: str
    value: str | float
    kind: Kind | None = None


@dataclass(frozen=True)
class Number:
    """A number of another kind than its column holds."""

    value: float
    kind: Kind


Value = str | float | date | Link | Formula | Number | None


@dataclass(frozen=True)
class Column:
    """One column: name in the plan, width in characters, what its cells hold.

    choices: the words a person may enter; is_input: whether formulas follow what is entered.
    """

    name: str
    width: int
    kind: Kind = Kind.TEXT
    is_input: bool = False
    choices: tuple[str, ...] = ()

    @property
    def header(self) -> str:
        """Its title on the sheet."""
        return text.HEADERS[self.name]


ROW = "\0"
"""Stands in a formula for the number of its row."""


class Look(IntEnum):
    """How a line above the table looks."""

    PLAIN = auto()
    HEADING = auto()
    BADGE = auto()


@dataclass(frozen=True)
class Fact:
    """One line above the table: a name and its value, or a text alone.

    at: column of the value, counted from 0.
    """

    name: str
    value: Value = None
    look: Look = Look.PLAIN
    at: int = 1


@dataclass(frozen=True)
class Place:
    """Where the columns of a table stand, before its rows are known.

    header_row: number of its header, counted from 1; without rows the table has one empty row.
    """

    sheet: str
    columns: tuple[Column, ...]
    header_row: int
    row_count: int

    @property
    def first_row(self) -> int:
        """Number of the first row below the header."""
        return self.header_row + 1

    @property
    def last_row(self) -> int:
        """Number of the last row."""
        return self.header_row + max(self.row_count, 1)

    def range(self, name: str) -> str:
        """The cells of a column, for formulas on any sheet: `'Data Dukung'!$A$5:$A$307`."""
        at = self.letter(name)
        return f"'{self.sheet}'!${at}${self.first_row}:${at}${self.last_row}"

    def letter(self, name: str) -> str:
        """The letters of a column."""
        return letter([column.name for column in self.columns].index(name))

    def refs(self, row: int | str) -> dict[str, str]:
        """The cells of one row, by their columns, for formulas in it."""
        return {each.name: f"${letter(at)}{row}" for at, each in enumerate(self.columns)}


@dataclass(frozen=True)
class Sheet:
    """One sheet: lines above, a table with a filter, and what is printed of it.

    formulas: of columns, by name; rows: one value per column, in their order. printed: name of the
    last column on paper; frozen: number of columns that stay in sight. strong: rows, counted from
    0, that stand out: the first one of a group, or headings of a sheet without a filter.
    """

    place: Place
    facts: Sequence[Fact]
    rows: Sequence[Sequence[Value]]
    formulas: Mapping[str, str] = field(default_factory=dict)
    printed: str | None = None
    frozen: int = 0
    strong: frozenset[int] = frozenset()
    has_filter: bool = True
    offers: Sequence[Offer] = ()

    @property
    def title(self) -> str:
        """Name of the sheet."""
        return self.place.sheet

    @cached_property
    def printed_columns(self) -> tuple[Column, ...]:
        """Those on paper."""
        names = [column.name for column in self.columns]
        return self.columns[: names.index(self.printed) + 1] if self.printed else self.columns

    def formula_of(self, column: Column) -> str | None:
        """The formula of a column, with `ROW` where the number of the row belongs."""
        formula = self.formulas.get(column.name)
        return None if formula is None else formula.format_map(self.place.refs(ROW))

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns."""
        return self.place.columns


def header_row(facts: Iterable[Fact]) -> int:
    """Number of the header below these lines and an empty one."""
    return len(tuple(facts)) + 2


def quoted(words: str) -> str:
    """A text inside a formula."""
    return '"' + words.replace('"', '""') + '"'
