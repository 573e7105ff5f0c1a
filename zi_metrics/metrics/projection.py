"""Where completeness may stand on the target date: a range, or the reason why there is none.

A pace is a change of share per day between two snapshots. The slowest and the fastest of the
course, put further apart while snapshots are few, are carried on from the newest one; the slowest
slows down as less is left. `docs/decisions/0016-projection.md` compares this with other ways.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from math import exp

from zi_metrics.metrics.trend import TrendPoint
from zi_metrics.settings import UnitSettings

LEAST_SNAPSHOTS = 3
LEAST_DAYS = 60
LEAST_STRETCH_DAYS = 30
"""A pace is measured over at least so many days: a sprint before a meeting is no pace."""
FAR = 2
"""A target is far when it lies more than so many times the days of the course ahead."""

Points = Sequence[tuple[date, float | None]]


@dataclass(frozen=True)
class Estimate:
    """Shares (0..1) between which completeness may stand `on` the target date; low <= high.

    is_far: the target lies so far ahead that the course hardly speaks for it. is_thin: the
    snapshots stand so close together that they measure a single stretch.
    """

    on: date
    low: float
    high: float
    is_far: bool = False
    is_thin: bool = False


class NoEstimate(StrEnum):
    """Why there is no estimate."""

    TOO_FEW = "too few"
    TOO_SHORT = "too short"
    NO_TARGET_DATE = "no target date"
    TARGET_PASSED = "target passed"
    UNKNOWN = "unknown"


def estimate(points: Points, target_on: date | None) -> Estimate | NoEstimate:
    """The range of the share on `target_on`, from the course so far.

    points: date and share in any order; of several on one day the last given counts. Missing
    shares measure no pace; when the newest is missing, there is nothing to start from.
    """
    by_date = dict(points)
    known = sorted((day, share) for day, share in by_date.items() if share is not None)
    if target_on is not None and by_date and target_on <= max(by_date):
        return NoEstimate.TARGET_PASSED
    if len(known) < LEAST_SNAPSHOTS:
        return NoEstimate.TOO_FEW
    if (known[-1][0] - known[0][0]).days < LEAST_DAYS:
        return NoEstimate.TOO_SHORT
    if by_date[max(by_date)] is None:
        return NoEstimate.UNKNOWN
    return NoEstimate.NO_TARGET_DATE if target_on is None else _carried_on(known, target_on)


def estimate_of(course: Sequence[TrendPoint], settings: UnitSettings) -> Estimate | NoEstimate:
    """The range of the unit's weighted completeness: the one every page, slide and file shows."""
    return estimate(shares_of(course), settings.target_on)


def shares_of(course: Sequence[TrendPoint]) -> list[tuple[date, float | None]]:
    """Date and weighted completeness of the unit."""
    return [(point.as_of, point.total.completeness.weighted.share) for point in course]


def _carried_on(known: Sequence[tuple[date, float]], target_on: date) -> Estimate:
    """known: oldest first, over at least `LEAST_DAYS`, the newest before `target_on`."""
    (first_on, _), (last_on, last) = known[0], known[-1]
    days = (target_on - last_on).days
    stretches = _stretches([day for day, _ in known])
    slowest, fastest = _widened(_paces(known), stretches)
    return Estimate(
        target_on,
        low=_within(_slowing(last, slowest * days)),
        high=_within(last + fastest * days),
        is_far=days > FAR * (last_on - first_on).days,
        is_thin=stretches == 1,
    )


def _paces(known: Sequence[tuple[date, float]]) -> list[float]:
    """Change per day between any two snapshots far enough apart; that of the whole is one."""
    # rounded, so that two sums of the same points in another order are a standstill, not a fall
    return [
        round((later - earlier) / (to - since).days, 12)
        for (since, earlier), (to, later) in combinations(known, 2)
        if (to - since).days >= LEAST_STRETCH_DAYS
    ]


def _stretches(days: Sequence[date]) -> int:
    """How many stretches, one after the other and long enough, the snapshots measure."""
    count, since = 0, days[0]
    for day in days:
        if (day - since).days >= LEAST_STRETCH_DAYS:
            count, since = count + 1, day
    return count


def _widened(paces: Sequence[float], stretches: int) -> tuple[float, float]:
    """Slowest and fastest pace, further apart the fewer stretches were measured.

    Two stretches: by their whole difference on either side, three: by half of it. One stretch
    measures no difference; its range is from a standstill to twice the pace. A course that never
    fell is not taken to fall, nor one that never rose to rise.
    """
    slowest, fastest = min(paces), max(paces)
    if stretches == 1:
        more = max(abs(slowest), abs(fastest))
    else:
        more = (fastest - slowest) / (stretches - 1)
    slower, faster = slowest - more, fastest + more
    return slower if slowest < 0 else max(slower, 0.0), faster if fastest > 0 else min(faster, 0.0)


def _slowing(share: float, gain: float) -> float:
    """A gain that starts at its pace and slows as less is left, so that it never ends at 1.

    The last documents are the hard ones. A loss is taken as it is.
    """
    left = 1 - share
    return share + (left * (1 - exp(-gain / left)) if gain > 0 < left else gain)


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))
