"""The one door: whatever was read as a table comes out clean, with every fault reported at once.

After this door nobody checks again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

import pandas as pd

from zi_metrics.labels import problems as text
from zi_metrics.lke import Catalogue
from zi_metrics.tables.coerce import coerce
from zi_metrics.tables.columns import (
    INDICATORS,
    ORIGIN,
    RECOMMENDATIONS,
    SPIP_REPORTS,
    Column,
    TableSpec,
)
from zi_metrics.tables.faults import Fault, report
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.rules import RULES


@dataclass(frozen=True, eq=False)
class Checked:
    """A clean table and what is wrong with what was read.

    is_readable: false when a required column is missing; the table is then without rows, and
    figures that rest on it must not be shown.
    """

    rows: pd.DataFrame
    problems: list[Problem]
    is_readable: bool = True


def check(frame: pd.DataFrame, spec: TableSpec, catalogue: Catalogue) -> Checked:
    """Bring a table as read to its declared columns and types, then apply its rules.

    frame: canonical column names, any types, optionally `origin`. Blank rows are dropped.
    """
    again = sorted({str(name) for name in frame.columns[frame.columns.duplicated()]})
    frame = frame.loc[:, ~frame.columns.duplicated()]
    absent = [column for column in spec.columns if column.name not in frame.columns]
    problems = list(_column_problems(frame, spec, absent))
    problems += [
        Problem(Severity.WARNING, spec.tab, f"Tabel {spec.tab}", *text.column_repeated(name))
        for name in again
    ]
    is_readable = not any(column.required for column in absent)
    typed, unreadable = _typed(frame, spec) if is_readable else (spec.empty(), [])
    problems += unreadable
    ruled = RULES[spec.name](typed, catalogue)
    return Checked(ruled.rows, problems + ruled.problems, is_readable)


def _column_problems(
    frame: pd.DataFrame, spec: TableSpec, absent: list[Column]
) -> Iterator[Problem]:
    for column in absent:
        if column.required:
            lost = text.indicators_lost if spec is INDICATORS else text.column_missing
            parts = lost(column.header, column.name)
            yield Problem(Severity.ERROR, spec.tab, f"Tabel {spec.tab}", *parts)
        else:
            parts = text.optional_column_missing(column.header)
            yield Problem(Severity.ADVICE, spec.tab, f"Tabel {spec.tab}", *parts)
    extra = [str(name) for name in frame.columns if name not in {*spec.names, ORIGIN}]
    if extra:
        parts = text.column_ignored(extra)
        yield Problem(Severity.ADVICE, spec.tab, f"Tabel {spec.tab}", *parts)


def _typed(frame: pd.DataFrame, spec: TableSpec) -> tuple[pd.DataFrame, list[Problem]]:
    positions = pd.Series(range(1, len(frame) + 1), index=frame.index)
    origin = f"Tabel {spec.tab}, baris " + positions.astype("str")
    if ORIGIN in frame.columns:
        origin = frame[ORIGIN].astype("str").fillna(origin)
    columns: dict[str, pd.Series] = {}
    problems: list[Problem] = []
    for column in spec.columns:
        cells = frame.get(column.name, pd.Series(None, index=frame.index, dtype=object))
        coerced = coerce(cells, column.kind)
        columns[column.name] = coerced.values
        for where, value in zip(origin[coerced.unreadable], cells[coerced.unreadable], strict=True):
            parts = text.cell_unreadable(column.header, value, column.kind)
            problems.append(Problem(Severity.WARNING, spec.tab, where, *parts))
    typed = pd.DataFrame(columns | {ORIGIN: origin})
    filled = typed[spec.names].notna().any(axis="columns")
    return typed.loc[filled].reset_index(drop=True), problems


_EVENTS = {RECOMMENDATIONS.name: ("raised_on", "closed_on"), SPIP_REPORTS.name: ("submitted_on",)}


def not_yet_happened(rows: pd.DataFrame, spec: TableSpec, as_of: date) -> Iterator[Problem]:
    """Events dated after `as_of`: figures take them as not happened, which a slip may have caused.

    rows: a clean table of that declaration.
    """
    for column in spec.columns:
        if column.name in _EVENTS.get(spec.name, ()):
            sentence = partial(text.later_than_as_of, column.header)
            is_later = rows[column.name] > pd.Timestamp(as_of)
            fault = Fault(is_later, Severity.WARNING, sentence, (column.name,))
            yield from report(rows, spec, [fault])
