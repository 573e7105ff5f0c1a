"""The course as it is drawn: what is measured, what is aimed at, what is estimated."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import plotly.graph_objects as go
import pytest

from zi_metrics.charts.aim_marks import LABEL, PLOT, TOP
from zi_metrics.charts.palette import INK, Mode
from zi_metrics.charts.series import Aim, DatedShare
from zi_metrics.charts.trend_lines import GAP, trend_lines
from zi_metrics.metrics.projection import Estimate

ON = date(2026, 5, 31)
ESTIMATE = Estimate(ON, 0.75, 0.83)
QUARTERS = [
    DatedShare(date(2025, 3, 31), 0.18, "5,55 dari 30,00 poin"),
    DatedShare(date(2025, 6, 30), 0.32, "9,57 dari 30,00 poin"),
    DatedShare(date(2025, 12, 31), 0.57, "17,18 dari 30,00 poin"),
    DatedShare(date(2026, 1, 20), 0.62, "18,55 dari 30,00 poin"),
]
WITH_ESTIMATE = Aim(0.9, ON, ESTIMATE)


def drawn(aim: Aim, points: list[DatedShare] = QUARTERS) -> go.Figure:
    return trend_lines(points, aim, Mode.LIGHT)


def words(chart: go.Figure) -> list[str]:
    return [each.text.replace("\u00a0", " ") for each in chart.layout.annotations]


def test_estimate_is_a_hatched_wedge_from_the_newest_point_without_markers() -> None:
    line, area, bar = drawn(WITH_ESTIMATE).data
    assert (line.x[-1], line.y[-1]) == (area.x[1], area.y[1]) == (date(2026, 1, 20), 0.62)
    assert {(on, share) for on, share in zip(area.x, area.y, strict=True) if on == ON} == {
        (ON, ESTIMATE.low),
        (ON, ESTIMATE.high),
    }
    assert (list(bar.x), list(bar.y)) == ([ON, ON], [ESTIMATE.low, ESTIMATE.high])
    assert (area.fill, area.fillpattern.shape) == ("toself", "/")
    assert area.line.dash != (line.line.dash or "solid")
    assert area.mode == bar.mode == "lines"
    assert "markers" in line.mode


def test_target_and_estimate_are_named_beside_the_drawing() -> None:
    assert words(drawn(WITH_ESTIMATE)) == ["target 90 %<br>31 Mei 2026", "perkiraan<br>75–83 %"]
    assert words(drawn(Aim(0.9))) == ["target 90 %"]
    assert words(drawn(Aim())) == []


def test_target_is_a_dashed_line_and_without_one_there_is_none() -> None:
    (line,) = drawn(Aim(0.9, ON)).layout.shapes
    assert (line.y0, line.y1, line.line.dash) == (0.9, 0.9, "dash")
    assert len(drawn(Aim()).layout.shapes) == 0


def test_without_an_estimate_the_axis_ends_with_the_newest_point() -> None:
    for aim, last in ((Aim(0.9, ON), QUARTERS[-1].as_of), (WITH_ESTIMATE, ON)):
        axis = drawn(aim).layout.xaxis
        assert axis.tickvals[-1] == last
        assert last < axis.range[1] < last + timedelta(days=30)


@pytest.mark.parametrize("target", [0.0, 0.03, 0.5, 0.75, 0.79, 0.8, 0.9, 1.0])
@pytest.mark.parametrize("ends", [(0.75, 0.83), (0.0, 0.02), (0.98, 1.0), (0.1, 0.9)])
def test_words_for_target_and_estimate_never_meet(target: float, ends: tuple[float, float]) -> None:
    chart = drawn(Aim(target, ON, Estimate(ON, *ends)))
    lower, upper = sorted(each.y for each in chart.layout.annotations)
    assert (upper - lower) / TOP * PLOT >= LABEL - 0.5
    assert lower > 0
    assert upper <= 1


def months(count: int) -> list[DatedShare]:
    return [
        DatedShare(date(2024 + i // 12, i % 12 + 1, 28), 0.1 + 0.03 * i, "") for i in range(count)
    ]


@pytest.mark.parametrize("points", [QUARTERS, months(24), months(9)], ids=len)
@pytest.mark.parametrize("aim", [Aim(0.9), WITH_ESTIMATE], ids=["target", "estimate"])
def test_dates_on_the_axis_keep_apart_and_the_ends_are_named(
    points: list[DatedShare], aim: Aim
) -> None:
    axis = drawn(aim, points).layout.xaxis
    ticks = list(zip(axis.tickvals, axis.ticktext, strict=True))
    whole = (ticks[-1][0] - ticks[0][0]).days
    named = [on for on, text in ticks if text]
    assert all((later - earlier).days >= GAP * whole for earlier, later in pairwise(named))
    assert {ticks[0][0], points[-1].as_of, ticks[-1][0]} <= set(named)
    assert len(ticks) == len(points) + (aim.estimate is not None)


@pytest.mark.parametrize("points", [QUARTERS, months(24)], ids=len)
def test_percentages_in_one_row_keep_apart(points: list[DatedShare]) -> None:
    line = drawn(WITH_ESTIMATE, points).data[0]
    whole = (ON - points[0].as_of).days
    assert line.text[-1]
    for row in ("top", "bottom"):
        days = [
            on
            for on, text, place in zip(line.x, line.text, line.textposition, strict=True)
            if text and place.startswith(row)
        ]
        assert days
        assert all((later - earlier).days >= GAP * whole for earlier, later in pairwise(days))


def test_percentage_the_target_would_strike_through_stands_below() -> None:
    line = drawn(Aim(0.65)).data[0]
    assert line.textposition[-1] == "bottom right"
    assert drawn(Aim(0.9)).data[0].textposition[-1] == "top left"


def test_missing_shares_are_not_drawn() -> None:
    gap = DatedShare(date(2025, 9, 30), None, "–")
    line = drawn(Aim(0.9), [*QUARTERS[:2], gap, *QUARTERS[2:]]).data[0]
    assert len(line.x) == len(QUARTERS)
    assert len(drawn(Aim(0.9), [gap]).data[0].x or []) == 0


@pytest.mark.parametrize("mode", Mode)
def test_estimate_and_its_words_have_the_accent_of_the_mode(mode: Mode) -> None:
    chart = trend_lines(QUARTERS, WITH_ESTIMATE, mode)
    target, estimate = chart.layout.annotations
    assert (target.font.color, estimate.font.color) == (INK[mode].text, INK[mode].accent)
    assert {trace.line.color for trace in chart.data} == {INK[mode].accent}
