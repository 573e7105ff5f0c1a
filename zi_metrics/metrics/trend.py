"""Figures over time: what changed since a date, and the course over the snapshots."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from zi_metrics.lke import Aspect
from zi_metrics.metrics.summary import Figures, figures, figures_by_area, items_of
from zi_metrics.periods import previous_quarter_end
from zi_metrics.settings import UnitSettings
from zi_metrics.tables.snapshot import Snapshot

MOST_POINTS = 24


@dataclass(frozen=True)
class TrendPoint:
    """Figures of Pemenuhan on one date, for the year assessed then; `areas` by area number."""

    as_of: date
    year: int
    total: Figures
    areas: Mapping[int, Figures]


def trend_point(snapshot: Snapshot) -> TrendPoint:
    """What one snapshot adds to the course."""
    items = items_of(snapshot).of_aspect(Aspect.FULFILMENT)
    return TrendPoint(snapshot.as_of, items.year, figures(items), figures_by_area(items))


def course_of_year(points: Iterable[TrendPoint], year: int) -> list[TrendPoint]:
    """The points that assess `year`, oldest first; of several on one day the last given counts."""
    by_date = {point.as_of: point for point in points if point.year == year}
    return [by_date[day] for day in sorted(by_date)]


def dates_of_course(dates: Sequence[date], reference: date) -> list[date]:
    """Which of many dates the course is drawn from: the last of each month, and those compared.

    dates: oldest first; the newest is the day looked at. reference: of `compared_with`. Few dates
    are all taken.
    """
    if len(dates) <= MOST_POINTS:
        return list(dates)
    last_of_month = {(day.year, day.month): day for day in dates}
    compared = [day for day in dates if day <= reference]
    return sorted({*last_of_month.values(), *compared[-1:]})[-MOST_POINTS:]


@dataclass(frozen=True)
class History:
    """The course up to a snapshot, oldest first, and the point its figures are compared with."""

    course: tuple[TrendPoint, ...]
    before: TrendPoint | None


def history(
    snapshot: Snapshot, dates: Sequence[date], point_on: Callable[[date], TrendPoint]
) -> History:
    """What led up to a snapshot.

    dates: those up to it that there are snapshots for, oldest first; point_on: gives the point of
    one of them.
    """
    reference = compared_with(snapshot.settings, snapshot.as_of)
    drawn = dates_of_course(dates, reference)
    year = snapshot.year
    course = course_of_year(map(point_on, drawn), year)
    earlier = [point for point in course if point.as_of <= reference]
    return History(tuple(course), earlier[-1] if earlier else None)


def compared_with(settings: UnitSettings, as_of: date) -> date:
    """The day the figures are compared with: the last meeting, else the end of last quarter."""
    meeting = settings.previous_meeting_on
    return meeting if meeting and meeting < as_of else previous_quarter_end(as_of)
