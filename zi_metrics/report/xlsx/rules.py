"""What the formulas of several sheets ask: the day, a state's mark, whether a reason is one."""

from __future__ import annotations

from zi_metrics.labels.statuses import MARKS
from zi_metrics.report.xlsx.plan import Place, quoted

AS_OF = "keadaan_per"
"""The name of the cell that holds the as-of date."""


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
