"""The rows of the tab Hasil, and which of them counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from zi_metrics.lke.results import Found, ResultPart, ResultValue, counting
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.metrics.results_entered import found_in
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


def own_count(told: Readiness) -> int:
    """How many of the values that count are the unit's own."""
    return sum(not each.is_official for each in told.entered.values())


def result_rows(results: pd.DataFrame, told: Readiness, year: int) -> list[ResultRow]:
    """The rows of the tab Hasil in their order; year: the assessed one."""
    rows = list(records(results))
    holds = [found_in(row, year, told.own.catalogue) for row in rows]
    counts = counting(holds)
    return [
        ResultRow(
            holds[at].part,
            row.component or "",
            row.value or "",
            holds[at].value,
            row.assessor or "",
            row.year,
            row.origin,
            _use(at, holds, counts),
        )
        for at, row in enumerate(rows)
    ]


def _use(at: int, rows: Sequence[Found], counts: Mapping[str, int]) -> Use:
    row = rows[at]
    if row.part is None:
        return Use.UNKNOWN_PART
    if not row.value.is_filled:
        return Use.BLANK if row.value.fault is None else Use.UNREADABLE
    if not row.is_of_year:
        return Use.OTHER_YEAR
    chosen = counts[row.part.key]
    if chosen == at:
        return Use.COUNTS
    is_behind = rows[chosen].is_official and not row.is_official
    return Use.BEHIND_OFFICIAL if is_behind else Use.BEHIND_LATER
