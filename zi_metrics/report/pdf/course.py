"""The course as the template draws it: every place a share of the chart's width or height."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from zi_metrics.labels import deck as words
from zi_metrics.labels import projection
from zi_metrics.labels.numbers import percent, short_date
from zi_metrics.report.slides import Course

_SCALE = (0.0, 0.25, 0.5, 0.75, 1.0)
_POINTS_APART, _MARKS_APART = 0.17, 0.09
"""How far apart texts must stand, of the chart's width and height."""


def is_drawn(course: Course) -> bool:
    """Whether there is a line to draw: between two points at least."""
    return len(course.known) > 1


def drawn_course(course: Course) -> dict[str, Any]:
    """A course with at least two known shares."""
    days = (course.last - course.first).days or 1

    def at(day: date) -> float:
        return (day - course.first).days / days

    ends_apart = 1 - at(course.known[-1][0]) >= _POINTS_APART
    return {
        "scale": [{"share": share, "label": percent(share)} for share in _SCALE],
        "points": _points([(at(day), day, share) for day, share in course.known]),
        "target": None if course.target is None else {"share": course.target},
        "estimate": None
        if course.estimate is None
        else {
            "at": at(course.estimate.on),
            "low": course.estimate.low,
            "high": course.estimate.high,
        },
        "end": {"day": short_date(course.last)} if ends_apart else None,
        "marks": _marks(course),
    }


def _points(known: Sequence[tuple[float, date, float]]) -> list[dict[str, Any]]:
    """The points; of those that stand close together only the last has its texts."""
    free, drawn = 1.0, []
    for at, day, share in reversed(known):
        is_told = at <= free
        free = at - _POINTS_APART if is_told else free
        drawn.append(
            {
                "at": at,
                "share": share,
                "label": percent(share) if is_told else "",
                "day": short_date(day) if is_told else "",
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
