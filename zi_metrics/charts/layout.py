"""The one layout of all charts: small, quiet, with room for labels."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go

from zi_metrics.charts.palette import INK, Mode

FONT = "'IBM Plex Sans', 'Segoe UI', 'DejaVu Sans', sans-serif"
LABEL_WIDTH = 30
LABEL_LINES = 3
ROW_HEIGHT = 44
LINE_HEIGHT = 18
FEW = 6
"""Up to this count an axis gets a tick for every unit; beyond, Plotly chooses whole ones."""


def group_axis(names: Sequence[str]) -> dict[str, Any]:
    """An axis of groups at 0, 1, 2 ... from the top, so that equal names stay apart."""
    return {
        "tickvals": list(range(len(names))),
        "ticktext": [wrapped(name) for name in names],
        "range": [len(names) - 0.5, -0.5],
        "showgrid": False,
        "ticks": "outside",
        "ticklen": 8,
        "tickcolor": "rgba(0,0,0,0)",
    }


def end_texts(ends: Sequence[float], texts: Sequence[str]) -> go.Scatter:
    """The text at the end of each bar, from the top; `<br>` begins a second line."""
    return go.Scatter(
        x=list(ends),
        y=list(range(len(ends))),
        mode="text",
        text=["<br>".join(f" {line}" for line in text.split("<br>")) for text in texts],
        textposition="middle right",
        textfont={"size": 14},
        hoverinfo="skip",
        cliponaxis=False,
    )


def bars_height(names: Sequence[str]) -> int:
    """Pixels for one bar per group and the axis below, so that no label touches the next."""
    lines = max((wrapped(name).count("<br>") + 1 for name in names), default=1)
    return max(ROW_HEIGHT, LINE_HEIGHT * lines + 6) * len(names) + 52


def wrapped(label: str) -> str:
    """A long axis label on a few lines; what is longer still is cut, hover tells all of it."""
    lines = textwrap.wrap(label, LABEL_WIDTH, max_lines=LABEL_LINES, placeholder=" …")
    return "<br>".join(map(escaped, lines))


def room_for(texts: Sequence[str]) -> float:
    """By how much an axis must outrun the longest bar for the text written at its end.

    Enough for a chart of 600 pixels with long names, which is a page enlarged twofold.
    """
    return 1 + 0.0235 * max([*map(len, texts), 4])


def count_axis(longest: int, texts: Sequence[str], unit: str) -> dict[str, Any]:
    """An axis of whole numbers from zero, with room for the texts at the ends of the bars."""
    return {
        "range": [0, longest * room_for(texts)],
        "title": {"text": f"Jumlah {unit}"},
        "dtick": 1 if longest <= FEW else None,
    }


def escaped(text: str) -> str:
    """Text from a cell for Plotly, which reads a few HTML tags in labels."""
    return escape(text, quote=False)


def figure(traces: list[Any], mode: Mode, **layout: Any) -> go.Figure:
    """A figure in the house layout; keywords override parts of it."""
    ink = INK[mode]
    axis = {
        "tickfont": {"color": ink.text, "size": 14},
        "title": {"font": {"color": ink.text, "size": 13}},
        "gridcolor": ink.faint,
        "zeroline": False,
        "automargin": True,
        "fixedrange": True,
    }
    base = go.Layout(
        template="none",
        font={"family": FONT, "color": ink.text, "size": 14},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        xaxis=axis,
        yaxis=axis,
        showlegend=False,
        separators=",.",
        hoverlabel={"font": {"family": FONT, "size": 14}},
        dragmode=False,
    )
    return go.Figure(traces, base).update_layout(**layout)
