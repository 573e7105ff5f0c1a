"""Figures over time: what changed since a date, and the course over the snapshots."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from zi_metrics.lke import Aspect
from zi_metrics.metrics.summary import Figures, figures, figures_by_area, items_of
from zi_metrics.periods import previous_quarter_end
from zi_metrics.settings import UnitSettings
from zi_metrics.tables.snapshot import Snapshot


@dataclass(frozen=True)
class TrendPoint:
    """Figures of Pemenuhan on one date; `areas` by area number."""

    as_of: date
    total: Figures
    areas: dict[int, Figures]


def trend(snapshots: Iterable[Snapshot], year: int | None) -> list[TrendPoint]:
    """One point per date of the snapshots that assess `year`, oldest first.

    Of several on one day the last given counts.
    """
    points: dict[date, TrendPoint] = {}
    for snapshot in snapshots:
        if snapshot.settings.assessed_year != year:
            continue
        items = items_of(snapshot).of_aspect(Aspect.FULFILMENT)
        points[snapshot.as_of] = TrendPoint(
            snapshot.as_of, figures(items), dict(figures_by_area(items))
        )
    return sorted(points.values(), key=lambda point: point.as_of)


def compared_with(settings: UnitSettings, as_of: date) -> date:
    """The day the figures are compared with: the last meeting, else the end of last quarter."""
    meeting = settings.previous_meeting_on
    return meeting if meeting and meeting < as_of else previous_quarter_end(as_of)
