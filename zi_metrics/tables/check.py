"""The one door: whatever was read as a table comes out clean, with every fault reported at once.

After this door nobody checks again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

import pandas as pd

from zi_metrics.labels import problems as text
from zi_metrics.labels import sheet_problems as sheet_text
from zi_metrics.lke import Catalogue
from zi_metrics.tables.book import NO_BOOK, Book
from zi_metrics.tables.cells import Why, as_unusable
from zi_metrics.tables.coerce import Oddity, read_cells
from zi_metrics.tables.columns import INDICATORS, RECOMMENDATIONS, SPIP_REPORTS
from zi_metrics.tables.derived import DERIVED
from zi_metrics.tables.faults import Assessed, Cells, Fault, report
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.rules import RULES
from zi_metrics.tables.spec import CARRIED, ORIGIN, Column, Kind, TableSpec

AtColumn = tuple[str, Problem]
"""A problem and the column whose cell is to mend."""


@dataclass(frozen=True, eq=False)
class Checked:
    """A clean table and what is wrong with what was read.

    is_readable: false when a required column is missing; the table is then without rows, and
    figures that rest on it must not be shown.
    """

    rows: pd.DataFrame
    problems: list[Problem]
    is_readable: bool = True


def check(
    frame: pd.DataFrame,
    spec: TableSpec,
    catalogue: Catalogue,
    *,
    book: Book = NO_BOOK,
    year: int | None = None,
) -> Checked:
    """Bring a table as read to its declared columns and types, then apply its rules.

    frame: canonical column names, any types, optionally `origin` and `carried`. Blank rows are
    dropped. book: where the rows stood, so that problems name cells. year: the assessed year, near
    which dates must lie, and whose values of Hasil count.
    """
    again = sorted({str(name) for name in frame.columns[frame.columns.duplicated()]})
    if again:
        frame = frame.loc[:, ~frame.columns.duplicated()]
    absent = [column for column in spec.columns if column.name not in frame.columns]
    place = book.place_of(spec.name, f"Tabel {spec.tab}")
    problems = list(_column_problems(frame, spec, absent, place))
    problems += [
        Problem(Severity.WARNING, spec.tab, place, *text.column_repeated(name)) for name in again
    ]
    is_readable = not any(column.required for column in absent)
    cells, odd = _read(frame if is_readable else frame[:0], spec, book, year)
    ruled = RULES[spec.name](cells, Assessed(catalogue, year))
    faults = [
        (fault.at, problem)
        for fault in ruled.faults
        for problem in report(cells[ORIGIN], spec, book, [fault])
    ]
    problems += [*_one_per_cell(odd, faults), *ruled.problems]
    return Checked(spec.table(ruled.cells, DERIVED[spec.name]), problems, is_readable)


def _one_per_cell(odd: list[AtColumn], faults: list[AtColumn]) -> Iterator[Problem]:
    """What was odd in a cell and what that means for its row, as one problem of that cell.

    A column that a sheet does not have is told at another one's cell: the column tells them apart.
    """
    means = {(column, fault.where): fault for column, fault in faults}
    told: set[tuple[str, str]] = set()
    for column, problem in odd:
        fault = means.get((column, problem.where))
        if fault is None:
            yield problem
            continue
        remedy = problem.remedy if problem.severity is Severity.ERROR else fault.remedy
        told.add((column, fault.where))
        yield replace(fault, read=problem.read, remedy=remedy)
    for column, fault in faults:
        at = column, fault.where
        if at not in told or fault != means[at]:
            yield fault


def _column_problems(
    frame: pd.DataFrame, spec: TableSpec, absent: list[Column], place: str
) -> Iterator[Problem]:
    for column in absent:
        if column.required:
            lost = text.indicators_lost if spec is INDICATORS else text.column_missing
            parts = lost(column.header, column.name)
            yield Problem(Severity.ERROR, spec.tab, place, *parts)
        else:
            parts = text.optional_column_missing(column.header)
            yield Problem(Severity.ADVICE, spec.tab, place, *parts)
    extra = [str(name) for name in frame.columns if name not in {*spec.names, ORIGIN, CARRIED}]
    if extra:
        parts = text.column_ignored(extra)
        yield Problem(Severity.ADVICE, spec.tab, place, *parts)


def _read(
    frame: pd.DataFrame, spec: TableSpec, book: Book, year: int | None
) -> tuple[Cells, list[AtColumn]]:
    """The cells of all declared columns, without blank rows, and what was odd about them."""
    written = {name: frame[name].tolist() for name in frame.columns}
    nothing = [None] * len(frame)
    origins = _origins(written.get(ORIGIN, nothing), spec)
    cells: Cells = {}
    problems: list[AtColumn] = []
    for column in spec.columns:
        name, column_written = column.name, written.get(column.name, nothing)
        cells[name], odd = read_cells(column_written, column.kind, year)
        for row, why in odd:
            where = book.cell(origins[row], name)
            problems.append((name, _odd_cell(column, column_written[row], why, spec, where)))
    blank = _blank_rows(cells)
    carried, _ = read_cells(written.get(CARRIED, nothing), Kind.TEXT)
    cells |= {ORIGIN: origins, CARRIED: carried}
    if blank:
        filled = [row for row in range(len(frame)) if row not in blank]
        cells = {name: [column[row] for row in filled] for name, column in cells.items()}
    return cells, problems


def _blank_rows(cells: Cells) -> set[int]:
    """The rows that no column holds anything of."""
    first, *others = cells.values()
    blank = {row for row, cell in enumerate(first) if cell is None}
    for column in others:
        blank = {row for row in blank if column[row] is None}
    return blank


def _origins(told: list[Any], spec: TableSpec) -> list[str]:
    """Where each row was read; without a word about that, its place in the table."""
    return [
        f"Tabel {spec.tab}, baris {row}" if origin is None or origin != origin else str(origin)
        for row, origin in enumerate(told, start=1)
    ]


def _odd_cell(column: Column, cell: Any, why: Oddity, spec: TableSpec, where: str) -> Problem:
    severity = Severity.WARNING
    if unusable := as_unusable(cell):
        lost = sheet_text.READ_AS_MISSING
        if column.kind is Kind.STATUS:
            lost = sheet_text.READ_AS_UNRECOGNISED
        if column.required:
            severity = Severity.ERROR
        parts = _UNUSABLE[unusable.why](column.header, unusable.shown, lost)
    elif why is Oddity.UNREADABLE:
        parts = text.cell_unreadable(column.header, cell, column.kind)
    else:
        parts = _DOUBTFUL[why](column.header, cell)
    return Problem(severity, spec.tab, where, *parts)


_UNUSABLE = {
    Why.ERROR: sheet_text.cell_error,
    Why.NOT_COMPUTED: sheet_text.cell_not_computed,
    Why.COVERED: sheet_text.cell_covered,
}
_DOUBTFUL = {
    Oddity.AMBIGUOUS: sheet_text.number_ambiguous,
    Oddity.IMPLAUSIBLE: sheet_text.date_implausible,
    Oddity.MONTH_ONLY: sheet_text.date_month_only,
}


_EVENTS = {RECOMMENDATIONS.name: ("raised_on", "closed_on"), SPIP_REPORTS.name: ("submitted_on",)}


def not_yet_happened(
    rows: pd.DataFrame, spec: TableSpec, book: Book, as_of: date
) -> Iterator[Problem]:
    """Events dated after `as_of`: figures take them as not happened, which a slip may have caused.

    rows: a clean table of that declaration.
    """
    for column in spec.columns:
        if column.name in _EVENTS.get(spec.name, ()):
            sentence = partial(text.later_than_as_of, column.header)
            days = rows[column.name]
            is_later = (days > pd.Timestamp(as_of)).tolist()
            fault = Fault(is_later, Severity.WARNING, sentence, column.name, (days.tolist(),))
            yield from report(rows[ORIGIN].tolist(), spec, book, [fault])
