"""Rows of the sheet Kesiapan one after the other, so that formulas of later ones find them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from fractions import Fraction
from math import floor

from zi_metrics.labels.lke import STANDINGS
from zi_metrics.labels.xlsx import DIFFERENT, READINESS, SAME
from zi_metrics.report.xlsx.offers import Offer
from zi_metrics.report.xlsx.plan import Column, Formula, Kind, Place, Value
from zi_metrics.report.xlsx.rules import check, close

COLUMNS = (
    Column("group", 24),
    Column("figure", 52),
    Column("entered", 9, is_input=True),
    Column("value", 10, Kind.CUT),
    Column("bound", 12, Kind.CUT),
    Column("gap", 10, Kind.GAP),
    Column("standing", 16, Kind.STATE, choices=tuple(STANDINGS.values())),
    Column("shown", 20),
    Column("check", 12, Kind.STATE, choices=(SAME, DIFFERENT)),
    Column("note", 44),
    Column("raw", 16, Kind.POINTS),
    Column("option_type", 13),
    Column("option", 9),
    Column("option_score", 8, Kind.POINTS),
)
PLACES = 11
"""What is left of a figure of points once the noise of adding is rounded off."""
_PLACES_OF_HUNDREDTHS = 9
_PLACE = Place(READINESS, COLUMNS, 0, 0)


@dataclass(frozen=True)
class Line:
    """One row; its fields are the first columns."""

    group: str
    figure: str
    entered: Value = None
    value: Value = None
    bound: Value = None
    gap: Value = None
    standing: Value = None
    shown: str | None = None
    check: Formula | None = None
    note: Value = None
    raw: Formula | None = None

    @property
    def cells(self) -> tuple[Value, ...]:
        """In the order of the columns."""
        return tuple(getattr(self, each.name) for each in fields(self))


@dataclass
class Table:
    """The rows so far.

    strong: those that begin a group, offers: what may be entered in some, both counted from 0.
    """

    first_row: int
    lines: list[Line] = field(default_factory=list)
    strong: list[int] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)

    @property
    def next_row(self) -> int:
        """Number of the row that is added next."""
        return self.first_row + len(self.lines)

    def add(self, line: Line) -> int:
        """Add a row; its number."""
        if not self.lines or self.lines[-1].group != line.group:
            self.strong.append(len(self.lines))
        self.lines.append(line)
        return self.next_row - 1

    def offer(self, words: tuple[str, ...] = (), highest: float | None = None) -> None:
        """What may be entered in the row that is added next."""
        self.offers.append(Offer("entered", (len(self.lines),), words, highest))

    def at(self, name: str) -> str:
        """A cell of the row that is added next."""
        return cell(name, self.next_row)


def cell(name: str, row: int) -> str:
    """A cell of a row of the sheet."""
    return f"${_PLACE.letter(name)}${row}"


def cells(name: str, first: int, last: int) -> str:
    """Cells of a column, one below the other."""
    return f"{cell(name, first)}:{cell(name, last)}"


def added(of: Iterable[str]) -> str:
    """The sum of cells, texts among them left out."""
    return f"SUM({','.join(of)})"


def cut(formula: str, exact: Fraction, *, is_share: bool = False) -> Formula:
    """A figure cut downwards to two places, of points or of percent.

    Its noise is rounded off first, for sums of parts are not exact: so far below a hundredth that
    no two answers differ by it.
    """
    scale = 10**4 if is_share else 10**2
    return Formula(
        f"INT(ROUND(({formula})*{scale},{_PLACES_OF_HUNDREDTHS}))/{scale}",
        floor(exact * scale) / scale,
        Kind.SHARE if is_share else Kind.CUT,
    )


def same(cell_told: str, exact: Fraction) -> Formula:
    """Whether a figure is still the screen's."""
    return check(close(added([cell_told]), float(exact)))
