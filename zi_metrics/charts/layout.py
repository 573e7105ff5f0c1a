"""The one layout of all charts: small, quiet, with room for labels."""

from __future__ import annotations

import textwrap
from typing import Any

import plotly.graph_objects as go

from zi_metrics.charts.palette import INK, Mode

FONT = "'IBM Plex Sans', 'Segoe UI', 'DejaVu Sans', sans-serif"
LABEL_WIDTH = 24
ROW_HEIGHT = 46


def wrapped(label: str, width: int = LABEL_WIDTH) -> str:
    """A long axis label on several lines."""
    return "<br>".join(textwrap.wrap(escaped(label), width))


def escaped(text: str) -> str:
    """Text from a cell for Plotly, which reads a few HTML tags in labels."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


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
        hoverlabel={"font": {"family": FONT, "size": 14}},
        dragmode=False,
    )
    return go.Figure(traces, base).update_layout(**layout)
