"""The course as the template draws it: every place a share of the chart's width or height."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from zi_metrics.charts.series import DatedShare
from zi_metrics.labels import deck as words
from zi_metrics.labels import projection
from zi_metrics.labels.numbers import percent, short_date
from zi_metrics.report.slides import Course

_SCALE = (0.0, 0.25, 0.5, 0.75, 1.0)
_POINTS_APART, _MARKS_APART = 0.17, 0.09
"""How far apart texts must stand, of the chart's width and height."""


def is_drawn(course: Course) -> bool:
    """Whether there is a line to draw: between two points at least."""
    return sum(point.share is not None for point in course.points) > 1


def drawn_course(course: Course) -> dict[str, Any]:
    """A course with at least two known shares."""
    points = [point for point in course.points if point.share is not None]
    ends_on = course.estimate.on if course.estimate else points[-1].as_of
    days = (ends_on - points[0].as_of).days or 1

    def at(day: date) -> float:
        return (day - points[0].as_of).days / days

    return {
        "scale": [{"share": share, "label": percent(share)} for share in _SCALE],
        "points": _points(points, [at(point.as_of) for point in points], bool(course.estimate)),
        "target": None if course.target is None else {"share": course.target},
        "estimate": None
        if course.estimate is None
        else {
            "at": 1.0,
            "low": course.estimate.low,
            "high": course.estimate.high,
            "day": short_date(course.estimate.on),
        },
        "marks": _marks(course),
    }


def _points(
    points: Sequence[DatedShare], places: Sequence[float], has_estimate: bool
) -> list[dict[str, Any]]:
    """The points; of those that stand close together only the last has its texts."""
    free = 1 - _POINTS_APART if has_estimate else 1.0
    drawn = []
    for point, at in zip(reversed(points), reversed(places), strict=True):
        is_told = at <= free
        free = at - _POINTS_APART if is_told else free
        drawn.append(
            {
                "at": at,
                "share": point.share,
                "label": percent(point.share) if is_told else "",
                "day": short_date(point.as_of) if is_told else "",
            }
        )
    return drawn[::-1]


def _marks(course: Course) -> list[dict[str, Any]]:
    """The texts beside the chart, from the lowest, none on top of another."""
    marks = []
    if course.target is not None:
        marks.append((course.target, words.target(course.target)))
    if course.estimate is not None:
        guess = course.estimate
        marks.append(((guess.low + guess.high) / 2, projection.mark(guess.low, guess.high)))
    placed: list[dict[str, Any]] = []
    for share, told in sorted(marks):
        least = placed[-1]["share"] + _MARKS_APART if placed else share
        placed.append({"share": max(share, least), "label": told})
    return placed
