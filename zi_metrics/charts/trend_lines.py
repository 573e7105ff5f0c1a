"""Completeness over the snapshots, with the target it aims at."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from zi_metrics.charts.layout import figure
from zi_metrics.charts.palette import INK, Mode
from zi_metrics.charts.series import DatedShare
from zi_metrics.labels.numbers import long_date, percent, short_date


def trend_lines(
    points: Sequence[DatedShare], target: float | None, mode: Mode, *, height: int = 260
) -> go.Figure:
    """One line over calendar time, every point labelled, axis 0 to 100 %, target dashed."""
    ink = INK[mode]
    known = [point for point in points if point.share is not None]
    line = go.Scatter(
        x=[point.as_of for point in known],
        y=[point.share for point in known],
        mode="lines+markers+text",
        text=[percent(point.share) for point in known],
        textposition="top center",
        textfont={"size": 14, "color": ink.text},
        cliponaxis=False,
        line={"color": ink.accent, "width": 3},
        marker={"size": 9, "color": ink.accent},
        customdata=[[long_date(point.as_of), point.counted] for point in known],
        hovertemplate="%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
    )
    drawn = figure(
        [line],
        mode,
        height=height,
        xaxis={
            "tickvals": [point.as_of for point in known],
            "ticktext": [short_date(point.as_of).replace(" ", "<br>", 2) for point in known],
            "showgrid": False,
        },
        yaxis={
            "range": [0, 1.08],
            "tickvals": [0, 0.25, 0.5, 0.75, 1],
            "ticktext": ["0 %", "25 %", "50 %", "75 %", "100 %"],
        },
    )
    if target is not None:
        drawn.add_hline(
            y=target,
            line={"dash": "dash", "color": ink.text, "width": 1.5},
            annotation={
                "text": f"target {percent(target)}",
                "font": {"size": 13, "color": ink.text},
                "xanchor": "right",
                "x": 1,
                "yanchor": "bottom",
            },
        )
    return drawn
