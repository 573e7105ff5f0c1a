"""What the template consists of before it is a file or a Google Sheet.

Columns count from 0; rows are numbered as people see them, the header is row 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from zi_metrics.tables.book import letter

HEADER_ROW = 1
FIRST_ROW = 2
LAST_ROW = 2000
"""Down to here, lists and dates are made ready for rows that people add."""

Cell = str | float | None


class Format(Enum):
    """How cells show what is typed into them."""

    TEXT = auto()
    """As typed: a code never becomes a date, `- sudah` never a formula."""
    GENERAL = auto()
    """As the program sees fit; what is never typed, too: old Excels show long TEXT as ####."""
    DATE = auto()
    PERCENT = auto()


class Block(NamedTuple):
    """Cells below each other in one column, both ends included."""

    column: int
    first: int
    last: int


def blocks(column: int, rows: Iterable[int]) -> tuple[Block, ...]:
    """The fewest blocks that hold exactly these rows of a column."""
    found: list[Block] = []
    for row in sorted(rows):
        if found and found[-1].last == row - 1:
            found[-1] = found[-1]._replace(last=row)
        else:
            found.append(Block(column, row, row))
    return tuple(found)


def a1(block: Block, *, is_absolute: bool = False) -> str:
    """A block as spreadsheets write it: B2:B111, or $B$2:$B$111."""
    mark = "$" if is_absolute else ""
    left = f"{mark}{letter(block.column)}{mark}"
    return f"{left}{block.first}:{left}{block.last}"


@dataclass(frozen=True)
class OneOf:
    """One of a closed list of texts."""

    options: tuple[str, ...]


@dataclass(frozen=True)
class OneOfColumn:
    """One of the values that stand in another tab."""

    tab: str
    block: Block


@dataclass(frozen=True)
class AnyDate:
    """Any date."""


@dataclass(frozen=True)
class NumberFrom:
    """A number from `least` on; `most` is missing where there is no upper limit."""

    least: float
    most: float | None = None
    is_whole: bool = True


Condition = OneOf | OneOfColumn | AnyDate | NumberFrom


@dataclass(frozen=True)
class Validation:
    """What cells should hold; another entry gets a warning with `help`, and stays.

    It is no block: the reader understands more words than a list shows.
    """

    blocks: tuple[Block, ...]
    condition: Condition
    help: str


@dataclass(frozen=True)
class Tint:
    """The colour of those cells of a block that hold exactly this text."""

    block: Block
    text: str
    fill: str


@dataclass(frozen=True)
class MissingTint:
    """The colour of those cells of a block that are empty while `beside` says a certain text."""

    block: Block
    beside: int
    text: str
    fill: str


def missing_formula(each: MissingTint) -> str:
    """True where a cell is empty that the text beside it asks for.

    No comma, no semicolon: which of them separates depends on the workbook's language.
    """
    row = each.block.first
    return f'(${letter(each.beside)}{row}="{each.text}")*(${letter(each.block.column)}{row}="")'


@dataclass(frozen=True)
class ColumnPlan:
    """A column: its header, what its note says, how wide it is (in characters), how cells show.

    is_read: false for what is there for people only.
    """

    header: str
    note: str
    width: int
    format: Format = Format.TEXT
    is_read: bool = True


@dataclass(frozen=True)
class TabPlan:
    """A tab, header row and all.

    rows: from row 2 on, as wide as `columns`. last_row: down to which it is made ready. formats:
    cells that differ from their column. muted: cells that are not to be filled. headings: rows in
    bold.
    """

    title: str
    columns: tuple[ColumnPlan, ...]
    rows: tuple[tuple[Cell, ...], ...]
    last_row: int
    validations: tuple[Validation, ...] = ()
    formats: tuple[tuple[Block, Format], ...] = ()
    tints: tuple[Tint | MissingTint, ...] = ()
    muted: tuple[Block, ...] = ()
    headings: frozenset[int] = frozenset()
    has_filter: bool = False
