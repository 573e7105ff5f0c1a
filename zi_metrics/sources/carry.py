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
    EVIDENCE.name: ("evidence_id", ("code", "title", "period")),
    RECOMMENDATIONS.name: ("recommendation_id", ("area_no", "recommendation", "period")),
    SPIP_REPORTS.name: (None, ("year", "quarter", "area_no")),
    RESULTS.name: (None, ("component",)),
}
"""What a row is known by: its ID, else these columns together and which of their like it is."""


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
        place = places.get(keys[row] or "")
        kept = None if place is None else _missing_as_none(earlier[name].iloc[place])
        if place is None or as_unusable(kept):
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
    """The key of each row; None where what it is known by is missing or an error itself."""
    identifier, names = _KEYS[spec.name]
    by_name = {column.name: column for column in spec.columns}

    def words(name: str) -> list[str]:
        if name not in frame.columns:
            return [""] * len(frame)
        return [normalise(cell) for cell in coerce(frame[name], by_name[name].kind).values]

    identifiers = words(identifier) if identifier else [""] * len(frame)
    seen: Counter[str] = Counter()
    keys: list[str | None] = []
    for known, *rest in zip(identifiers, *map(words, names), strict=True):
        key = f"ID {known}" if known else "\n".join(rest)
        seen[key] += 1
        keys.append(f"{key}\n{seen[key]}" if known or any(rest) else None)
    return keys
