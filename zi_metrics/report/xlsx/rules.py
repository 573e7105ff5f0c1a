"""What the formulas of several sheets ask: the day, a state's mark, whether a reason is one."""

from __future__ import annotations

from zi_metrics.labels import xlsx as text
from zi_metrics.labels.statuses import MARKS
from zi_metrics.report.xlsx.plan import Formula, Place, quoted

AS_OF = "keadaan_per"
"""The name of the cell that holds the as-of date."""

_CLOSE = "0.000000001"
"""Two sums of points that differ by less are the same: the order of adding shows there."""


def mark_of(state: str, notes: Place, empty: str) -> str:
    """The mark of the state in a column; empty: the state that an empty cell stands for."""
    listed = f"'{notes.sheet}'!$A${notes.first_row}:$B${notes.last_row}"
    found = f'IFERROR(VLOOKUP({{{state}}},{listed},2,FALSE),"?")'
    return f'IF({{{state}}}="",{quoted(MARKS[empty])},{found})'


def says_something(reason: str, punctuation: str) -> str:
    """Whether a cell holds more than marks; punctuation: the cells that list them.

    Counted: all characters of the cell against those that are marks.
    """
    of_marks = f'SUMPRODUCT(LEN({{{reason}}})-LEN(SUBSTITUTE({{{reason}}},{punctuation},"")))'
    return f"LEN({{{reason}}})>{of_marks}"


def any_of(column: str, words: tuple[str, ...]) -> str:
    """Whether a cell holds one of the words."""
    return f"OR({','.join(f'{{{column}}}={quoted(word)}' for word in words)})"


def check(same: str) -> Formula:
    """Whether what is computed is still what the screen shows."""
    return Formula(f"IF({same},{quoted(text.SAME)},{quoted(text.DIFFERENT)})", text.SAME)


def close(cell: str, number: float) -> str:
    """Whether a cell holds this number."""
    return f"ABS({cell}-{number!r})<{_CLOSE}"


def all_checked(*places: Place) -> Formula:
    """How many rows of these tables are no longer the screen's."""
    changed = "+".join(
        f"COUNTIF({place.range('check')},{quoted(text.DIFFERENT)})" for place in places
    )
    told = f"IF({changed}=0,{quoted(text.ALL_SAME)},({changed})&{quoted(text.SOME_DIFFERENT)})"
    return Formula(told, text.ALL_SAME)
