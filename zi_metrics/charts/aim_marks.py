"""Target and estimate in the drawing of a course, each named in words beside it."""

from __future__ import annotations

from datetime import date

import plotly.graph_objects as go

from zi_metrics.charts.palette import Ink
from zi_metrics.charts.series import Aim
from zi_metrics.labels import projection as text
from zi_metrics.labels.numbers import long_date
from zi_metrics.metrics.projection import Estimate

HEIGHT, TEXT = 300, 14
"""Pixels of a drawing and of its letters."""
PLOT = HEIGHT - 90
"""Pixels between the axis of dates, with its three lines, and the upper margin."""
LETTER, LABEL = 8.4, 36
"""Pixels that a letter is wide and a label of two lines is high."""
TOP = 1.08
"""The axis of shares ends here, so that labels at 100 % have room."""


def wedge(start: tuple[date, float | None], estimate: Estimate, ink: Ink) -> list[go.Scatter]:
    """From the newest point to the range on the target date, hatched, and the range as a bar."""
    (since, share), end = start, estimate.on
    told = f"{long_date(end)}<br>{text.mark(estimate.low, estimate.high)}"
    area = go.Scatter(
        name=text.NAME,
        x=[end, since, end],
        y=[estimate.low, share, estimate.high],
        mode="lines",
        line={"color": ink.accent, "width": 2, "dash": "dot"},
        fill="toself",
        fillcolor="rgba(0,0,0,0)",
        fillpattern={
            "shape": "/",
            "fgcolor": ink.accent,
            "fgopacity": 0.6,
            "size": 9,
            "solidity": 0.15,
        },
        hoveron="fills",
        text=told,
        hoverinfo="text",
    )
    bar = go.Scatter(
        name=text.RANGE,
        x=[end, end],
        y=[estimate.low, estimate.high],
        mode="lines",
        line={"color": ink.accent, "width": 4},
        hovertemplate=f"{told}<extra></extra>",
    )
    return [area, bar]


def target_line(drawn: go.Figure, aim: Aim, ink: Ink) -> None:
    """A dashed line across the drawing, where there is a target."""
    if aim.target is not None:
        drawn.add_hline(y=aim.target, line={"dash": "dash", "color": ink.text, "width": 1.5})


def room_beside(aim: Aim) -> int:
    """Pixels at the right for the words."""
    lines = [line for _, words, _ in _labels(aim) for line in words.split("<br>")]
    return 14 + round(LETTER * max(map(len, lines), default=0))


def labels_beside(drawn: go.Figure, aim: Aim, ink: Ink) -> go.Figure:
    """The words for target and estimate at the height of each, apart where they would meet."""
    labels = _labels(aim)
    heights = _apart([height for height, _, _ in labels], LABEL / PLOT * TOP)
    for height, (_, words, is_estimate) in zip(heights, labels, strict=True):
        drawn.add_annotation(
            text=words,
            x=1,
            xref="paper",
            xanchor="left",
            xshift=6,
            y=height,
            yanchor="middle",
            align="left",
            showarrow=False,
            font={"size": TEXT, "color": ink.accent if is_estimate else ink.text},
        )
    return drawn


def _apart(heights: list[float], least: float) -> list[float]:
    """One or two heights, moved so that two are at least so far apart, and both within the axis."""
    if len(heights) < 2:
        return heights
    upper, lower = min(max(heights), 1.0), max(min(heights), least / 2)
    more = max(0.0, least - (upper - lower)) / 2
    upper, lower = upper + more, lower - more
    shift = max(0.0, least / 2 - lower) - max(0.0, upper - 1.0)
    moved = upper + shift, lower + shift
    return list(moved if heights[0] >= heights[1] else moved[::-1])


def _labels(aim: Aim) -> list[tuple[float, str, bool]]:
    """Height, words, and whether they are of the estimate."""
    found = []
    if aim.target is not None:
        found.append((aim.target, "<br>".join(text.target_mark(aim.target, aim.target_on)), False))
    if aim.estimate is not None:
        low, high = aim.estimate.low, aim.estimate.high
        found.append(((low + high) / 2, "<br>".join(text.mark_lines(low, high)), True))
    return found
