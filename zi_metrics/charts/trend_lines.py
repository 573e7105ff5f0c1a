"""Completeness over the snapshots, the target it aims at, and the estimate of where it leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import ceil

import plotly.graph_objects as go

from zi_metrics.charts.aim_marks import (
    HEIGHT,
    TEXT,
    TOP,
    labels_beside,
    room_beside,
    target_line,
    wedge,
)
from zi_metrics.charts.layout import figure
from zi_metrics.charts.palette import INK, Ink, Mode
from zi_metrics.charts.series import Aim, DatedShare
from zi_metrics.labels import figures as label
from zi_metrics.labels.numbers import long_date, percent, short_date

GAP = 0.08
"""Least distance of two labels in one line, as a part of the axis."""
LABEL = 0.12
"""How far a label above a point reaches, as a part of the axis."""
EDGES = (0.07, 0.03)
"""Room left and right of the marks, as parts of the axis: the first label keeps off the scale."""

SHARES = {
    "range": [0, TOP],
    "tickvals": [0, 0.25, 0.5, 0.75, 1],
    "ticktext": ["0 %", "25 %", "50 %", "75 %", "100 %"],
}


def trend_lines(points: Sequence[DatedShare], aim: Aim, mode: Mode) -> go.Figure:
    """One line over calendar time, axis 0 to 100 %, points labelled where there is room.

    The target is dashed; the estimate a hatched wedge with dashed edges and no markers, from the
    newest point to its range. Both are named in words at the right.
    """
    ink = INK[mode]
    known = [point for point in points if point.share is not None]
    start = (known[-1].as_of, known[-1].share) if known else None
    traces = [_line(known, aim, ink)]
    if aim.estimate is not None and start is not None:
        traces += wedge(start, aim.estimate, ink)
    days = [point.as_of for point in known]
    drawn = figure(
        traces,
        mode,
        height=HEIGHT,
        margin={"r": room_beside(aim)},
        xaxis=_calendar(days, aim),
        yaxis=SHARES,
    )
    target_line(drawn, aim, ink)
    return labels_beside(drawn, aim, ink)


def _line(known: Sequence[DatedShare], aim: Aim, ink: Ink) -> go.Scatter:
    places = _places(known, aim)
    return go.Scatter(
        name=label.WEIGHTED,
        x=[point.as_of for point in known],
        y=[point.share for point in known],
        mode="lines+markers+text",
        text=[percent(each.share) if each.as_of in places else "" for each in known],
        textposition=[places.get(point.as_of, "top center") for point in known],
        textfont={"size": TEXT, "color": ink.text},
        cliponaxis=False,
        line={"color": ink.accent, "width": 3},
        marker={"size": 9, "color": ink.accent},
        customdata=[[long_date(point.as_of), point.counted] for point in known],
        hovertemplate="%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
    )


def _places(known: Sequence[DatedShare], aim: Aim) -> dict[date, str]:
    """Where the percentages stand: above the points, else below, else nowhere; newest first.

    Below stand also those that the line of the target would strike through.
    """
    days = [point.as_of for point in known]
    span = _span([*days, *_ahead(aim)])
    above = _apart(days[::-1], span)
    struck = [each.as_of for each in known if each.as_of in above and _is_struck(each, aim.target)]
    below = _apart([*struck, *(day for day in days[::-1] if day not in above)], span)
    places = dict.fromkeys(above, "top center") | dict.fromkeys(days[-1:], "top left")
    return places | dict.fromkeys(below, "bottom right")


def _is_struck(point: DatedShare, target: float | None) -> bool:
    """Whether the line of the target would run through a label above the point."""
    if target is None or point.share is None:
        return False
    return point.share > LABEL and 0.01 < target - point.share < LABEL


def _calendar(days: Sequence[date], aim: Aim) -> dict[str, object]:
    """The axis of dates: every point has its tick, and its date where there is room for it."""
    shown = [*days, *_ahead(aim)]
    named = _apart([*days[-1:], *_ahead(aim), *days[:1], *days[::-1]], _span(shown))
    axis: dict[str, object] = {
        "tickvals": shown,
        "ticktext": [
            short_date(day).replace(" ", "<br>", 2) if day in named else "" for day in shown
        ],
        "ticks": "outside",
        "ticklen": 5,
        "showgrid": False,
    }
    if len(shown) > 1:
        left, right = (timedelta(days=ceil(_span(shown) * edge)) for edge in EDGES)
        axis["range"] = [shown[0] - left, shown[-1] + right]
    return axis


def _ahead(aim: Aim) -> list[date]:
    return [aim.estimate.on] if aim.estimate is not None else []


def _span(days: Sequence[date]) -> int:
    return (days[-1] - days[0]).days if days else 0


def _apart(days: Iterable[date], span: int) -> set[date]:
    """Those that have room for a label, the first ones first."""
    kept: set[date] = set()
    for day in days:
        if all(abs((day - other).days) >= GAP * span for other in kept):
            kept.add(day)
    return kept
