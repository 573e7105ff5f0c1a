"""The sheet that explains the others; formulas look up marks of states and of punctuation here."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

import pandas as pd

from zi_metrics.labels import statuses_explained as explained
from zi_metrics.labels import xlsx_explained as text
from zi_metrics.labels.figures_explained import FIGURES, FigureMeaning
from zi_metrics.labels.statuses import MARKS
from zi_metrics.report.xlsx.cells import values
from zi_metrics.report.xlsx.plan import Column, Fact, Kind, Place, Sheet
from zi_metrics.report.xlsx.safe import cell_text
from zi_metrics.tables.faults import is_reason

COLUMNS = (
    Column("name", 26),
    Column("sign", 20),
    Column("meaning", 110),
    Column("punctuation", 10, Kind.MARK),
)
Line = tuple[str | None, str | None, str | None]
_NO_LINE: Line = (None, None, None)
_GROUPS = (explained.EVIDENCE, explained.FOLLOW_UP, explained.SPIP, explained.INDICATOR)
_USUAL = dict.fromkeys(f"{string.punctuation} \u00a0–—−…•·‐‑“”‘’«»→×○●□■".replace("_", ""))


def punctuation(*reasons: pd.Series) -> list[str]:
    """Marks that alone are no reason: the usual ones, and what stands in cells without a word."""
    empty = (cell for cells in reasons for cell in values(cells) if cell and not is_reason(cell))
    return list(_USUAL | dict.fromkeys(mark for cell in empty for mark in cell_text(cell)))


def punctuation_cells(place: Place, marks: Sequence[str]) -> str:
    """The cells that list the marks."""
    at, first = place.letter("punctuation"), place.first_row
    return f"'{place.sheet}'!${at}${first}:${at}${first + len(marks) - 1}"


def notes_sheet(
    place: Place, facts: Sequence[Fact], marks: Sequence[str], sheets: Iterable[Sheet]
) -> Sheet:
    """sheets: those whose columns are explained."""
    told, headings = [*_states()], [*_group_rows()]
    for title, lines in (
        (text.USE_TITLE, [(name, None, said) for name, said in text.USE]),
        (text.COLUMNS_TITLE, [*_columns(sheets)]),
        (text.FIGURES_TITLE, [(each.name, None, _meaning(each)) for each in FIGURES]),
    ):
        headings.append(len(told) + 1)
        told += [_NO_LINE, (title, None, None), *lines]
    rows = [(*(line or _NO_LINE), mark) for line, mark in zip_longest(told, marks)]
    return Sheet(
        place, facts, rows, printed="meaning", strong=frozenset(headings), has_filter=False
    )


def state_count() -> int:
    """How many rows states and their headings take."""
    return len([*_states()])


def _states() -> Iterator[Line]:
    for group in _GROUPS:
        yield group.title, None, group.note
        yield from ((each.name, MARKS[each.name], each.meaning) for each in group.statuses)


def _group_rows() -> Iterator[int]:
    """The headings of the groups of states, counted from 0."""
    return (row for row, line in enumerate(_states()) if line[1] is None)


def _columns(sheets: Iterable[Sheet]) -> Iterator[tuple[str, str, str]]:
    for sheet in sheets:
        meanings = text.MEANINGS.get(sheet.title, {})
        for column in sheet.columns:
            if column.name in meanings:
                yield sheet.title, column.header, meanings[column.name]


def _meaning(figure: FigureMeaning) -> str:
    return f"{figure.meaning} {figure.formula}"
