"""Cells that show an error for a while: the value they held when they were last read stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from zi_metrics.labels import sheet_problems as text
from zi_metrics.tables.book import Book
from zi_metrics.tables.cells import Unusable, Why, as_unusable
from zi_metrics.tables.coerce import coerce
from zi_metrics.tables.columns import (
    EVIDENCE,
    INDICATORS,
    RECOMMENDATIONS,
    RESULTS,
    SPIP_REPORTS,
    TABLES,
)
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.spec import CARRIED, ORIGIN, TableSpec
from zi_metrics.tables.vocabularies import normalise

_KEYS: dict[str, tuple[str | None, tuple[str, ...]]] = {
    INDICATORS.name: (None, ("code",)),
    EVIDENCE.name: ("evidence_id", ("title", "code", "period")),
    # not by area: a clean table has it from the code where the tab leaves it blank
    RECOMMENDATIONS.name: ("recommendation_id", ("recommendation", "code", "period")),
    SPIP_REPORTS.name: (None, ("quarter", "year", "area_no")),
    RESULTS.name: (None, ("component",)),
}
"""What a row is known by: its ID, else these columns together, of which the first must be there."""


def carry_over(
    frames: Mapping[str, pd.DataFrame], before: Snapshot | None, book: Book
) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    """The frames with last good values in the place of errors, each marked in `carried`.

    frames: of `read_tables`; before: the last good snapshot. A cell under a merged one holds
    nothing that was lost: it stays as it is.
    """
    carried: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    for spec in TABLES:
        frame = frames.get(spec.name)
        if frame is None:
            continue
        broken = list(_broken_cells(frame, spec)) if before is not None else []
        if before is not None and broken:
            frame, told = _mended(frame, spec, broken, before.table(spec), book)
            problems += told
        carried[spec.name] = frame
    return carried, problems


def _broken_cells(frame: pd.DataFrame, spec: TableSpec) -> Iterator[tuple[int, str, Unusable]]:
    for column in spec.columns:
        if column.name not in frame.columns:
            continue
        for row, cell in enumerate(frame[column.name].tolist()):
            if isinstance(cell, Unusable) and cell.why is not Why.COVERED:
                yield row, column.name, cell


def _mended(
    frame: pd.DataFrame,
    spec: TableSpec,
    broken: list[tuple[int, str, Unusable]],
    earlier: pd.DataFrame,
    book: Book,
) -> tuple[pd.DataFrame, list[Problem]]:
    places = {key: row for row, key in enumerate(_keys(earlier, spec)) if key is not None}
    keys = _keys(frame, spec)
    columns = {name: frame[name].tolist() for name in frame.columns}
    marks: list[list[str]] = [[] for _ in range(len(frame))]
    problems: list[Problem] = []
    headers = {column.name: column.header for column in spec.columns}
    for row, name, cell in broken:
        key = keys[row]
        place = places.get(key) if key is not None else None
        if place is None:
            continue
        kept = _missing_as_none(earlier[name].iloc[place])
        if as_unusable(kept):
            continue
        columns[name][row] = kept
        marks[row].append(headers[name])
        where = book.cell(columns[ORIGIN][row], name)
        parts = text.cell_carried(headers[name], cell.shown, kept)
        problems.append(Problem(Severity.WARNING, spec.tab, where, *parts))
    marked = [", ".join(mark) or None for mark in marks]
    mended = {name: pd.Series(cells, frame.index, object) for name, cells in columns.items()}
    return pd.DataFrame(mended | {CARRIED: pd.Series(marked, frame.index, "str")}), problems


def _missing_as_none(cell: Any) -> Any:
    return None if pd.isna(cell) else cell


def _keys(frame: pd.DataFrame, spec: TableSpec) -> list[str | None]:
    """The key of each row; None where it cannot be told for sure which row it is.

    That is so where what it is known by is missing or an error itself, and where rows share a key:
    lending a value to the wrong row would be worse than none.
    """
    identifier, names = _KEYS[spec.name]
    identifiers = _words(frame, spec, identifier) if identifier else [""] * len(frame)
    keys: list[str | None] = []
    for known, *rest in zip(identifiers, *(_words(frame, spec, n) for n in names), strict=True):
        named = bool(rest[0]) and None not in rest
        keys.append(f"ID {known}" if known else "\n".join(map(str, rest)) if named else None)
    counted = Counter(keys)
    return [key if counted[key] == 1 else None for key in keys]


def _words(frame: pd.DataFrame, spec: TableSpec, name: str) -> list[str | None]:
    """The cells of a column as they are matched; None for an error."""
    if name not in frame.columns:
        return [""] * len(frame)
    kind = next(column.kind for column in spec.columns if column.name == name)
    read = coerce(frame[name], kind).values
    return [
        None if isinstance(cell, Unusable) else normalise(value)
        for cell, value in zip(frame[name].tolist(), read, strict=True)
    ]
