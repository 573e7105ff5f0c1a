"""What is needed of Hasil for a predicate, and which of the rows entered of it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import pandas as pd

from zi_metrics.lke import Catalogue
from zi_metrics.lke.predicates import Predicate
from zi_metrics.lke.results import NO_VALUE, ResultPart, ResultValue, part_named, read_result
from zi_metrics.lke.worksheet import worksheet
from zi_metrics.metrics.gap import needed_results
from zi_metrics.metrics.readiness import OFFICIAL_ASSESSOR, Entered, Readiness
from zi_metrics.tables.records import records


class Use(StrEnum):
    """Whether a row of Hasil counts, and why not."""

    COUNTS = "counts"
    UNKNOWN_PART = "names no part of Hasil"
    BLANK = "has no value"
    UNREADABLE = "its value cannot be scored"
    OTHER_YEAR = "is of another year"
    BEHIND_OFFICIAL = "the national team's counts before it"
    BEHIND_LATER = "a later row counts"


@dataclass(frozen=True)
class ResultRow:
    """A row of the tab Hasil. part: what it names, None where it names nothing."""

    part: ResultPart | None
    component: str
    written: str
    value: ResultValue
    assessor: str
    year: int | None
    origin: str
    use: Use


def least_values(catalogue: Catalogue, predicate: Predicate) -> Mapping[str, str]:
    """The least that is enough of each part for a predicate, by key: `3,60`, or a letter."""
    nothing = worksheet(catalogue, {}, {})
    return {each.part.key: each.to for each in needed_results(nothing, predicate)}


def result_rows(results: pd.DataFrame, told: Readiness, year: int) -> list[ResultRow]:
    """The rows of the tab Hasil in their order; year: the assessed one."""
    rows = []
    for row in records(results):
        part = part_named(row.component, told.own.catalogue)
        value = NO_VALUE if part is None else read_result(row.value, part)
        found = ResultRow(
            part,
            row.component or "",
            row.value or "",
            value,
            row.assessor or "",
            row.year,
            row.origin,
            Use.COUNTS,
        )
        rows.append(replace(found, use=_use(found, told.entered, year)))
    return rows


def _use(row: ResultRow, entered: Mapping[str, Entered], year: int) -> Use:
    if row.part is None:
        return Use.UNKNOWN_PART
    if not row.value.is_filled:
        return Use.BLANK if row.value.fault is None else Use.UNREADABLE
    if row.year not in {None, year}:
        return Use.OTHER_YEAR
    chosen = entered[row.part.key]
    if chosen.origin == row.origin:
        return Use.COUNTS
    is_own = OFFICIAL_ASSESSOR not in row.assessor.upper()
    return Use.BEHIND_OFFICIAL if chosen.is_official and is_own else Use.BEHIND_LATER
