"""Stacked shares against minima that all bars must reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from zi_metrics.charts.layout import escaped, figure, group_axis
from zi_metrics.charts.palette import FILL, INK, Ink, Mode, text_on
from zi_metrics.labels import readiness_areas as text
from zi_metrics.labels.statuses import MARKS

ROW, AROUND = 52, 76
"""Pixels for a bar, and for the axis below and the names of the minima above."""
BESIDE = 0.55
"""Room at the right for the texts: a share of the axis."""
NUMBERED, MARKED = 0.14, 0.03
"""A segment below this share has no room for its points, or for its sign."""
TEXT = 14


@dataclass(frozen=True)
class Segment:
    """A part of a bar: name, share of the area's points (0..1), and these points as text."""

    name: str
    share: float
    points: str


@dataclass(frozen=True)
class AreaBar:
    """An area: its name, its segments, and the lines of text beside its bar."""

    name: str
    segments: tuple[Segment, ...]
    beside: tuple[str, ...]


@dataclass(frozen=True)
class MinimumMark:
    """A minimum that all areas must reach: its share (0..1) and its name."""

    share: float
    name: str


def minimum_bars(bars: Sequence[AreaBar], marks: Sequence[MinimumMark], mode: Mode) -> go.Figure:
    """Stacked bars from 0 to 100 %, the minima as dashed lines, the texts in a column beside."""
    ink = INK[mode]
    names = [segment.name for segment in bars[0].segments] if bars else []
    traces = [_segments(bars, at, ink) for at in range(len(names))]
    drawn = figure(
        [*traces, _beside(bars)],
        mode,
        barmode="overlay",
        bargap=0.36,
        height=ROW * len(bars) + AROUND,
        margin={"l": 8, "r": 8, "t": 30, "b": 8},
        xaxis={
            "range": [0, 1 + BESIDE],
            "tickvals": [0, 0.25, 0.5, 0.75, 1],
            "ticktext": ["0", "25", "50", "75", "100"],
            "title": {"text": text.AREAS_AXIS},
            "showgrid": False,
        },
        yaxis=group_axis([bar.name for bar in bars]),
    )
    for mark in marks:
        line = {"dash": "dash", "color": ink.text, "width": 2}
        # below the bars, whose texts it would strike through; seen between them
        drawn.add_vline(x=mark.share, line=line, layer="below")
        drawn.add_annotation(
            text=mark.name,
            x=mark.share,
            y=1,
            yref="paper",
            yanchor="bottom",
            xanchor="right" if mark is marks[0] else "left",
            showarrow=False,
            font={"size": TEXT, "color": ink.text},
        )
    return drawn


def _segments(bars: Sequence[AreaBar], at: int, ink: Ink) -> go.Bar:
    parts = [bar.segments[at] for bar in bars]
    name = parts[0].name
    return go.Bar(
        name=name,
        y=list(range(len(bars))),
        x=[part.share for part in parts],
        base=[sum(before.share for before in bar.segments[:at]) for bar in bars],
        orientation="h",
        marker={"color": FILL[name], "line": {"width": 1, "color": ink.page}},
        text=[_label(part) for part in parts],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": text_on(FILL[name]), "size": 13},
        constraintext="none",
        customdata=[
            [escaped(bar.name), part.points, bar.beside[0]]
            for bar, part in zip(bars, parts, strict=True)
        ],
        hovertemplate=f"%{{customdata[0]}}<br>{name}: %{{customdata[1]}} poin<br>"
        "%{customdata[2]}<extra></extra>",
    )


def _label(part: Segment) -> str:
    if part.share >= NUMBERED:
        return f"{MARKS[part.name]} {part.points}"
    return MARKS[part.name] if part.share >= MARKED else ""


def _beside(bars: Sequence[AreaBar]) -> go.Scatter:
    """The texts, one under another at the same place."""
    return go.Scatter(
        x=[1.02] * len(bars),
        y=list(range(len(bars))),
        mode="text",
        text=["<br>".join(map(escaped, bar.beside)) for bar in bars],
        textposition="middle right",
        textfont={"size": TEXT},
        hoverinfo="skip",
        cliponaxis=False,
    )
