"""Plain bars: one number per group, written at the end of its bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from zi_metrics.charts.layout import bars_height, count_axis, end_texts, escaped, figure, group_axis
from zi_metrics.charts.palette import INK, Mode


@dataclass(frozen=True)
class CountBar:
    """One bar: group name, its number, the text at its end, and the whole behind it, if any."""

    name: str
    count: int
    summary: str
    whole: int | None = None


def count_bars(bars: Sequence[CountBar], unit: str, mode: Mode) -> go.Figure:
    """Bars in the order given, top first; `whole` is drawn as a faint bar behind."""
    ink = INK[mode]
    places = list(range(len(bars)))
    longest = max((max(bar.count, bar.whole or 0) for bar in bars), default=0) or 1
    hover = "%{customdata[0]}: %{customdata[1]}<extra></extra>"
    details = [[escaped(bar.name), bar.summary] for bar in bars]
    behind = go.Bar(
        y=places,
        x=[bar.whole or 0 for bar in bars],
        orientation="h",
        marker={"color": ink.faint},
        customdata=details,
        hovertemplate=hover,
    )
    front = go.Bar(
        y=places,
        x=[bar.count for bar in bars],
        orientation="h",
        marker={"color": ink.accent},
        customdata=details,
        hovertemplate=hover,
    )
    ends = [max(bar.count, bar.whole or 0) for bar in bars]
    texts = end_texts(ends, [bar.summary for bar in bars])
    return figure(
        [behind, front, texts],
        mode,
        barmode="overlay",
        bargap=0.4,
        height=bars_height([bar.name for bar in bars]),
        xaxis=count_axis(longest, [bar.summary for bar in bars], unit),
        yaxis=group_axis([bar.name for bar in bars]),
    )
