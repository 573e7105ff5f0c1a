"""The first rows of the sheet Kesiapan: values of Hasil, points of the worksheet and its areas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from zi_metrics.labels import readiness_files as text
from zi_metrics.labels.numbers import count, exact_percent, exact_points, out_of
from zi_metrics.lke import Aspect
from zi_metrics.lke.results import ResultPart
from zi_metrics.lke.worksheet import Score
from zi_metrics.report.answer_texts import value_text
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.position_texts import of_weight
from zi_metrics.report.xlsx.answer_scores import Scales, of_option
from zi_metrics.report.xlsx.cells import area_name
from zi_metrics.report.xlsx.plan import Formula, Kind, Number, Place, Value, quoted
from zi_metrics.report.xlsx.readiness_table import (
    Line,
    Table,
    added,
    cell,
    cells,
    counted,
    cut,
    same,
)


@dataclass(frozen=True)
class Scored:
    """Rows that later formulas point at: parts of Hasil by key, totals, first and last area."""

    parts: Mapping[str, int]
    total: int
    pengungkit: int
    filled: int
    shares: tuple[int, int]


def add_scores(table: Table, meeting: Meeting, answers: Place, kinds: Scales) -> Scored:
    """Everything that is scored; answers: the sheet LKE."""
    parts = {
        part.key: _add_part(table, meeting, part, kinds)
        for part in meeting.readiness.sheet.parts
    }
    pengungkit, total, filled = _add_totals(table, meeting, answers, parts)
    _add_answered_only(table, meeting, answers)
    return Scored(parts, total, pengungkit, filled, _add_areas(table, meeting, answers))
