"""The estimate by the target date: a range with reasons, or the reason why there is none."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.metrics.builders import document, unit
from zi_metrics.metrics.projection import (
    LEAST_DAYS,
    LEAST_SNAPSHOTS,
    Estimate,
    NoEstimate,
    estimate,
    estimate_of,
    shares_of,
)
from zi_metrics.metrics.trend import course_of_year, trend_point
from zi_metrics.settings import UnitSettings
from zi_metrics.sources.resolve import open_source

DAY = date(2025, 1, 1)
Course = list[tuple[date, float | None]]
bounded = settings(max_examples=150, deadline=None, derandomize=True, database=None)


def day(number: int) -> date:
    return DAY + timedelta(days=number)


def course(**shares: float | None) -> Course:
    """`course(d0=0.2, d90=0.3)`: shares by the number of the day."""
    return [(day(int(name[1:])), share) for name, share in shares.items()]


def range_of(points: Course, target: int) -> Estimate:
    found = estimate(points, day(target))
    assert isinstance(found, Estimate)
    return found


# --- The range --------------------------------------------------------------

# 0.001 a day, then 0.002 a day: with two stretches put apart by their difference, to 0 and 0.003
TWO_PACES = course(d0=0.10, d100=0.20, d200=0.40)


def test_fastest_pace_is_carried_on_from_the_newest_snapshot() -> None:
    assert range_of(TWO_PACES, 300).high == pytest.approx(0.40 + 100 * 0.003)


def test_slowest_pace_slows_down_as_less_is_left() -> None:
    # 0.004 and 0.006 a day, put apart to 0.002 and 0.008
    found = range_of(course(d0=0.0, d50=0.2, d100=0.5), 150)
    assert found.low == pytest.approx(0.5 + 0.5 * (1 - exp(-50 * 0.002 / 0.5)))
    assert found.high == pytest.approx(0.5 + 50 * 0.008)


def test_three_stretches_are_put_apart_by_half_their_difference() -> None:
    four = course(d0=0.10, d100=0.20, d200=0.30, d300=0.42)
    assert range_of(four, 400).high == pytest.approx(0.42 + 100 * (0.0012 + 0.0001))


def test_steady_course_leads_to_its_continuation() -> None:
    found = range_of(course(d0=0.1, d50=0.2, d100=0.3), 150)
    assert found.high == pytest.approx(0.4)
    assert found.low == pytest.approx(0.3 + 0.7 * (1 - exp(-0.1 / 0.7)))


def test_sprint_of_less_than_thirty_days_is_no_pace() -> None:
    before = course(d0=0.1, d50=0.2, d100=0.3)
    sprint = course(d120=0.5)
    assert range_of(before + sprint, 121).high == pytest.approx(
        0.5 + (0.3 / 70) + (0.3 / 70 - 0.002), abs=1e-6
    )


def test_standing_still_leads_nowhere() -> None:
    found = range_of(course(d0=0.6, d50=0.6, d100=0.6), 200)
    assert (found.low, found.high) == (0.6, 0.6)


def test_course_that_never_fell_is_not_taken_to_fall() -> None:
    assert range_of(course(d0=0.1, d50=0.11, d100=0.5), 300).low == 0.5


def test_same_points_summed_in_another_order_are_no_fall() -> None:
    paused = course(d0=0.1, d50=0.1 + 0.2, d100=0.3, d150=0.4)
    assert paused[1][1] != paused[2][1]
    assert range_of(paused, 200).low == 0.4


def test_course_that_fell_may_fall_again() -> None:
    found = range_of(course(d0=0.5, d50=0.7, d100=0.6), 150)
    assert found.low < 0.6 < found.high


def test_course_that_never_rose_is_not_taken_to_rise() -> None:
    found = range_of(course(d0=0.9, d50=0.8, d100=0.5), 150)
    assert found.high == 0.5
    assert found.low < 0.4


def test_only_the_upper_end_may_reach_one() -> None:
    found = range_of(course(d0=0.3, d50=0.6, d100=0.9), 300)
    assert found.high == 1.0
    assert 0.9 < found.low < 1.0


def test_complete_course_stays_complete() -> None:
    found = range_of(course(d0=0.8, d50=1.0, d100=1.0), 300)
    assert (found.low, found.high) == (1.0, 1.0)


def test_falling_course_ends_at_nought() -> None:
    assert range_of(course(d0=0.9, d50=0.6, d100=0.3), 300).low == 0.0


def test_snapshots_close_together_measure_one_stretch_and_say_so() -> None:
    found = range_of(course(d0=0.1, d10=0.1, d60=0.4), 90)
    assert found.is_thin
    # at 0.006 a day since the second snapshot: from a standstill to twice that
    assert (found.low, found.high) == (0.4, pytest.approx(0.4 + 30 * 0.012))
    assert not range_of(course(d0=0.1, d30=0.1, d60=0.4), 90).is_thin


def test_target_beyond_twice_the_observed_days_is_far() -> None:
    points = course(d0=0.1, d50=0.2, d100=0.3)
    assert [range_of(points, target).is_far for target in (300, 301)] == [False, True]


def test_range_widens_with_the_days_ahead() -> None:
    ranges = [range_of(TWO_PACES, target) for target in (201, 230, 290, 350)]
    widths = [found.high - found.low for found in ranges]
    assert widths == sorted(widths)
    assert len(set(widths)) == len(widths)


def test_several_snapshots_on_one_day_count_once_and_the_last_given() -> None:
    points = course(d0=0.1, d50=0.2, d100=0.9)
    assert range_of([*points, (day(100), 0.3)], 150) == range_of(
        [*points[:2], (day(100), 0.3)], 150
    )
    assert estimate([*points[:2], (day(50), 0.3)], day(200)) is NoEstimate.TOO_FEW


def test_missing_share_between_measures_no_pace() -> None:
    points = course(d0=0.1, d50=0.2, d100=0.3)
    assert range_of([*points, (day(75), None)], 150) == range_of(points, 150)


# --- No range ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("points", "target", "reason"),
    [
        ([], 300, NoEstimate.TOO_FEW),
        (course(d0=0.1, d100=0.2), 300, NoEstimate.TOO_FEW),
        (course(d0=0.1, d50=None, d100=0.2), 300, NoEstimate.TOO_FEW),
        (course(d0=None, d50=None, d100=None), 300, NoEstimate.TOO_FEW),
        (course(d0=0.1, d30=0.2, d59=0.3), 300, NoEstimate.TOO_SHORT),
        (course(d0=0.1, d50=0.2, d100=0.3, d120=None), 300, NoEstimate.UNKNOWN),
        (course(d0=0.1, d50=0.2, d100=0.3), 100, NoEstimate.TARGET_PASSED),
        (course(d0=0.1, d50=0.2, d100=0.3), 20, NoEstimate.TARGET_PASSED),
        # more snapshots would not help once the date is over
        (course(d0=0.1, d100=0.2), 90, NoEstimate.TARGET_PASSED),
        (course(d0=0.1, d50=0.2, d100=None), 90, NoEstimate.TARGET_PASSED),
        (course(d0=0.1, d50=0.2, d100=0.3), None, NoEstimate.NO_TARGET_DATE),
        # what is missing first is told first
        (course(d0=0.1), None, NoEstimate.TOO_FEW),
    ],
)
def test_reason_why_there_is_none(points: Course, target: int | None, reason: NoEstimate) -> None:
    assert estimate(points, None if target is None else day(target)) is reason


def test_three_snapshots_over_sixty_days_are_enough() -> None:
    assert (LEAST_SNAPSHOTS, LEAST_DAYS) == (3, 60)
    assert isinstance(estimate(course(d0=0.1, d1=0.1, d60=0.3), day(61)), Estimate)


# --- What holds for every course --------------------------------------------

DAYS = st.lists(st.integers(0, 400), min_size=3, max_size=9, unique=True)
SHARES = st.floats(0, 1, allow_nan=False)


@st.composite
def courses(draw: Any) -> tuple[Course, int]:
    """A course that is long enough, and a day after its newest snapshot."""
    numbers = sorted(draw(DAYS))
    assume(numbers[-1] - numbers[0] >= LEAST_DAYS)
    shares = draw(st.lists(SHARES, min_size=len(numbers), max_size=len(numbers)))
    return [(day(n), s) for n, s in zip(numbers, shares, strict=True)], numbers[-1] + draw(
        st.integers(1, 700)
    )


@bounded
@given(courses())
def test_range_lies_within_nought_and_one_in_its_order(drawn: tuple[Course, int]) -> None:
    found = range_of(*drawn)
    assert 0 <= found.low <= found.high <= 1
    assert found.on == day(drawn[1])


@bounded
@given(courses(), st.randoms(use_true_random=False))
def test_order_of_points_does_not_matter(drawn: tuple[Course, int], chance: Any) -> None:
    points, target = drawn
    mixed = list(points)
    chance.shuffle(mixed)
    assert range_of(mixed, target) == range_of(points, target)


def straight(points: Course, on: date) -> float:
    """The line through the oldest and the newest point."""
    (first_on, first), (last_on, last) = points[0], points[-1]
    assert first is not None
    assert last is not None
    return last + (last - first) / (last_on - first_on).days * (on - last_on).days


@bounded
@given(courses())
def test_continuation_of_the_straight_line_lies_in_the_range(drawn: tuple[Course, int]) -> None:
    points, target = drawn
    found = range_of(points, target)
    ahead = min(1.0, max(0.0, straight(points, day(target))))
    assert found.low - 1e-6 <= ahead <= found.high + 1e-6


@bounded
@given(courses(), st.floats(0, 1))
def test_steadier_course_has_a_range_within(drawn: tuple[Course, int], part: float) -> None:
    points, target = drawn
    steadier: Course = []
    for on, share in points:
        line = straight(points, on)
        assert share is not None
        steadier.append((on, line + part * (share - line)))
    wide, narrow = range_of(points, target), range_of(steadier, target)
    assert wide.low - 1e-6 <= narrow.low <= narrow.high <= wide.high + 1e-6


# --- The unit's own course --------------------------------------------------


def test_sample_may_stand_between_75_and_83_percent_by_its_target_date() -> None:
    source = open_source("contoh")
    newest = source.newest()
    points = course_of_year((trend_point(source.newest(each)) for each in source.dates), 2025)
    found = estimate_of(points, newest.settings)
    assert isinstance(found, Estimate)
    assert found.on == newest.settings.target_on == date(2026, 5, 31)
    # 0.184982 on 31 March 2025 (day 0), 0.318974 (91), 0.449984 (183), 0.572731 (275), 0.618355
    # (295); slowest 0.122747 / 92 = 0.0013342 a day, fastest 0.168370 / 112 = 0.0015033; three
    # stretches, so half their difference, 0.0000846, more on either side; 131 days ahead, 0.381645
    # left: 0.618355 + 131 * 0.0015879, and 1 - 0.381645 * exp(-131 * 0.0012497 / 0.381645)
    assert found.high == pytest.approx(0.826364, abs=2e-6)
    assert found.low == pytest.approx(0.751474, abs=2e-6)


def test_estimate_of_a_course_is_that_of_its_weighted_completeness() -> None:
    statuses = {date(2025, 1, 31): [], date(2025, 3, 31): ["A.I.1.i.a"], date(2025, 6, 30): []}
    points = [
        trend_point(unit(documents=[document(code, "Tersedia") for code in codes], as_of=on))
        for on, codes in statuses.items()
    ]
    shares = shares_of(points)
    assert [on for on, _ in shares] == list(statuses)
    assert shares[0][1] == shares[2][1] == 0
    target = UnitSettings(target_on=date(2025, 9, 30))
    assert estimate_of(points, target) == estimate(shares, date(2025, 9, 30))
    assert estimate_of(points, UnitSettings()) is NoEstimate.NO_TARGET_DATE
