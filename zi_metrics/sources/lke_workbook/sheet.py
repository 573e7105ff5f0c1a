"""The cells of a worksheet by row and by what their column holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from zi_metrics.lke.answers import Written, exact
from zi_metrics.matching import folded
from zi_metrics.sources.grid import Grid, Value
from zi_metrics.sources.lke_workbook.find import Layout
from zi_metrics.sources.lke_workbook.words import Role
from zi_metrics.tables.book import letter
from zi_metrics.tables.cells import Unusable
from zi_metrics.tables.written import parse_number

LONGEST_SHOWN = 200
YES, NO = "Ya", "Tidak"
Place = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Sheet:
    """One tab with its layout.

    covered: cells of the rows asked for that lie under a merged one, with its corner.
    """

    grid: Grid
    layout: Layout
    covered: Mapping[Place, Place] = field(default_factory=dict)

    def at(self, row: int, column: int | None) -> Value:
        """What a cell holds; nothing where there is no such cell or column."""
        rows = self.grid.rows
        if column is None or row >= len(rows) or column >= len(rows[row]):
            return None
        return rows[row][column]

    def value(self, row: int, role: Role) -> Value:
        """What the row holds in the column of a role."""
        return self.at(row, self.layout.columns.get(role))

    def answer(self, row: int) -> Value:
        """What was answered in a row; nothing where only words say that nothing was."""
        cell = self.value(row, Role.ANSWER)
        return None if isinstance(cell, str) and Written(cell).is_blank else cell

    def kind(self, row: int) -> str:
        """The type of its answer as the sheet says it: `ya/tidak`, `%`, `jumlah`."""
        cell = self.value(row, Role.OPTIONS)
        return folded(cell[:LONGEST_SHOWN]) if isinstance(cell, str) else ""

    def name(self, row: int, column: int) -> str:
        """The cell with its tab: `LKE Unit!F12`."""
        return f"{self.grid.title}!{letter(column)}{row + 1}"

    def cell(self, row: int, role: Role) -> str:
        """The cell of a role in a row; that of the answer where the sheet has no such column."""
        columns = self.layout.columns
        return self.name(row, columns.get(role, columns[Role.ANSWER]))

    def score(self, row: int) -> Fraction | None:
        """What the sheet itself says the row is worth."""
        number = number_of(self.value(row, Role.SCORE))
        return None if number is None else exact(number)

    def note(self, row: int) -> str | None:
        """What was noted beside a row."""
        noted = [shown(self.at(*self.corner(row, column))) for column in self.layout.notes]
        return "\n".join(filter(None, noted)) or None

    def corner(self, row: int, column: int) -> Place:
        """The cell that a person sees there: itself, or the corner of the merged one over it."""
        return self.covered.get((row, column), (row, column))


def covered_cells(grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> dict[Place, Place]:
    """Cells in these rows and columns that lie under a merged one, with its corner."""
    ordered = sorted(rows)
    found: dict[Place, Place] = {}
    for span in grid.merges:
        beside = [column for column in columns if span.left <= column < span.right]
        if not beside:
            continue
        first, last = bisect_left(ordered, span.top), bisect_left(ordered, span.bottom)
        for row in ordered[first:last]:
            found |= {(row, column): (span.top, span.left) for column in beside}
    return {place: corner for place, corner in found.items() if place != corner}


def number_of(cell: Value) -> float | None:
    """The number a cell holds, also where it is written as text."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, float | int):
        return float(cell)
    return parse_number(cell) if isinstance(cell, str) and len(cell) < LONGEST_SHOWN else None


def shown(cell: Value) -> str | None:
    """A cell as text: numbers with a comma and without an exponent, ticks as yes or no."""
    if cell is None or isinstance(cell, Unusable):
        return None
    if isinstance(cell, bool):
        return YES if cell else NO
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, str):
        return cell.replace("\u00a0", " ").strip() or None
    return plain(cell)


def plain(number: float) -> str:
    """A number with a decimal comma, all its digits and no exponent: `0,142857`."""
    digits = format(Decimal(repr(float(number))), "f")
    return re.sub(r"\.?0+$", "", digits).replace(".", ",") if "." in digits else digits


def shortened(text: str) -> str:
    """A text as a report names it: on one line, cut where it is long."""
    line = " ".join(text[: 2 * LONGEST_SHOWN].split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1]}…"
