"""Completeness over the snapshots, the target it aims at, and the estimate of where it leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import plotly.graph_objects as go

from zi_metrics.charts.aim_marks import labels_beside, room_beside, target_line, wedge
from zi_metrics.charts.layout import figure
from zi_metrics.charts.palette import INK, Ink, Mode
from zi_metrics.charts.series import Aim, DatedShare
from zi_metrics.labels.numbers import long_date, percent, short_date

GAP = 0.08
"""Least distance of two labels in one line, as a part of the axis."""
EDGE = 0.03
"""Room left and right of the marks, as a part of the dates."""


def trend_lines(
    points: Sequence[DatedShare], aim: Aim, mode: Mode, *, height: int = 300, text_px: int = 14
) -> go.Figure:
    """One line over calendar time, axis 0 to 100 %, points labelled where there is room.

    The target is dashed; the estimate a hatched wedge with dashed edges and no markers, from the
    newest point to its range. Both are named in words at the right.
    """
    ink = INK[mode]
    known = [point for point in points if point.share is not None]
    start = (known[-1].as_of, known[-1].share) if known else None
    traces = [_line(known, aim, ink, text_px)]
    if aim.estimate is not None and start is not None:
        traces = [*wedge(start, aim.estimate, ink), *traces]
    days = [point.as_of for point in known]
    drawn = figure(
        traces,
        mode,
        height=height,
        margin={"r": room_beside(aim, text_px)},
        xaxis=_calendar(days, aim, text_px),
        yaxis={
            "range": [0, 1.08],
            "tickvals": [0, 0.25, 0.5, 0.75, 1],
            "ticktext": ["0 %", "25 %", "50 %", "75 %", "100 %"],
            "tickfont": {"size": text_px},
        },
    )
    target_line(drawn, aim, ink)
    return labels_beside(drawn, aim, ink, text_px)


def _line(known: Sequence[DatedShare], aim: Aim, ink: Ink, text_px: int) -> go.Scatter:
    days = [point.as_of for point in known]
    above = _apart(days[::-1], _span([*days, *_ahead(aim)]))
    below = _apart([day for day in days[::-1] if day not in above], _span([*days, *_ahead(aim)]))
    return go.Scatter(
        x=days,
        y=[point.share for point in known],
        mode="lines+markers+text",
        text=[percent(each.share) if each.as_of in above | below else "" for each in known],
        textposition=[
            "bottom right" if day in below else "top left" if day == days[-1] else "top center"
            for day in days
        ],
        textfont={"size": text_px, "color": ink.text},
        cliponaxis=False,
        line={"color": ink.accent, "width": 3},
        marker={"size": 9, "color": ink.accent},
        customdata=[[long_date(point.as_of), point.counted] for point in known],
        hovertemplate="%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
    )


def _calendar(days: Sequence[date], aim: Aim, text_px: int) -> dict[str, object]:
    """The axis of dates: every point has its tick, and its date where there is room for it."""
    shown = [*days, *_ahead(aim)]
    named = _apart([*days[-1:], *_ahead(aim), *days[:1], *days[-2::-1]], _span(shown))
    axis: dict[str, object] = {
        "tickvals": shown,
        "ticktext": [
            short_date(day).replace(" ", "<br>", 2) if day in named else "" for day in shown
        ],
        "tickfont": {"size": text_px},
        "ticks": "outside",
        "ticklen": 5,
        "showgrid": False,
    }
    if len(shown) > 1:
        edge = _span(shown) * EDGE
        axis["range"] = [shown[0] - timedelta(days=edge), shown[-1] + timedelta(days=edge)]
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
