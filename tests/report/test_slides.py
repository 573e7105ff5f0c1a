"""The values slides are drawn from."""

from __future__ import annotations

from datetime import date

import pytest

from pages._deck.course import _Across
from zi_metrics.charts.series import DatedShare
from zi_metrics.labels.numbers import short_date
from zi_metrics.metrics.projection import Estimate
from zi_metrics.report.pdf.course import drawn_course
from zi_metrics.report.pptx.course import course_sheet
from zi_metrics.report.slides import Course

JANUARY, APRIL, JUNE = date(2026, 1, 15), date(2026, 4, 15), date(2026, 6, 15)
DECEMBER, NEXT_JUNE = date(2026, 12, 31), date(2027, 6, 30)
POINTS = (
    DatedShare(JANUARY, None, ""),
    DatedShare(APRIL, 0.4, ""),
    DatedShare(JUNE, 0.5, ""),
)
GUESS = Estimate(DECEMBER, 0.6, 0.7)


def course(
    target: float | None = None, target_on: date | None = None, estimate: Estimate | None = None
) -> Course:
    return Course("Kelengkapan", POINTS, target, target_on, estimate, "")


SPANS = pytest.mark.parametrize(
    ("drawn", "last"),
    [
        (course(), JUNE),
        (course(0.9, date(2025, 12, 31)), JUNE),
        (course(0.9, date(2026, 5, 1)), JUNE),
        (course(None, DECEMBER), JUNE),
        (course(0.9, DECEMBER), DECEMBER),
        (course(0.9, DECEMBER, GUESS), DECEMBER),
        (course(0.9, NEXT_JUNE, GUESS), NEXT_JUNE),
    ],
)


@SPANS
def test_course_runs_from_the_first_known_share_to_the_last_date_ahead(
    drawn: Course, last: date
) -> None:
    assert (drawn.first, drawn.last) == (APRIL, last)


@SPANS
def test_screen_presentation_and_print_draw_the_same_time(drawn: Course, last: date) -> None:
    across = _Across(drawn)
    assert (across(APRIL), across(last)) == (0, 1)
    assert course_sheet(drawn).names[-1] == last
    printed = drawn_course(drawn)
    for point, day in zip(printed["points"], (APRIL, JUNE), strict=True):
        assert point["at"] == pytest.approx(across(day))
    assert printed["points"][-1]["day"] == short_date(JUNE)
    assert printed["end"] == (None if last == JUNE else {"day": short_date(last)})
    if drawn.estimate:
        assert printed["estimate"]["at"] == pytest.approx(across(DECEMBER))


def test_target_date_gone_by_is_no_date_of_the_chart() -> None:
    assert list(course_sheet(course(0.9, date(2026, 5, 1))).names) == [JANUARY, APRIL, JUNE]
