"""Stacked horizontal bars: how many items of each group stand in which state."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from zi_metrics.charts.layout import bars_height, count_axis, end_texts, escaped, figure, group_axis
from zi_metrics.charts.palette import FILL, INK, Mode, text_on
from zi_metrics.charts.series import StateBar, present_states
from zi_metrics.labels.statuses import MARKS, marked

NARROWEST_LABELLED = 0.045
"""A segment below this share of the longest bar has no room for its number; hover still tells."""


def state_bars(bars: Sequence[StateBar], states: Sequence[str], unit: str, mode: Mode) -> go.Figure:
    """Bars in the order given, top first; states in their fixed order, those nobody has left out.

    unit: what is counted, for axis and hover ('dokumen').
    """
    shown = present_states(bars, states)
    traces = [_segment(bars, state, unit, INK[mode].page) for state in shown]
    return figure(
        [*traces, end_texts([bar.total for bar in bars], [bar.summary for bar in bars])],
        mode,
        barmode="stack",
        bargap=0.34,
        height=bars_height([bar.name for bar in bars]),
        xaxis=count_axis(_longest(bars), [bar.summary for bar in bars], unit),
        yaxis=group_axis([bar.name for bar in bars]),
    )


def _longest(bars: Sequence[StateBar]) -> int:
    return max((bar.total for bar in bars), default=0) or 1


def _segment(bars: Sequence[StateBar], state: str, unit: str, page: str) -> go.Bar:
    counts = [bar.counts.get(state, 0) for bar in bars]
    longest = _longest(bars)
    labels = [
        f"{MARKS[state]} {count}"
        if count / longest >= NARROWEST_LABELLED * 1.4
        else str(count)
        if count / longest >= NARROWEST_LABELLED / 2
        else ""
        for count in counts
    ]
    return go.Bar(
        name=marked(state),
        y=list(range(len(bars))),
        x=counts,
        orientation="h",
        marker={"color": FILL[state], "line": {"width": 1, "color": page}},
        text=labels,
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": text_on(FILL[state]), "size": 13},
        constraintext="none",
        customdata=[[escaped(bar.name), bar.total] for bar in bars],
        hovertemplate=f"%{{customdata[0]}}<br>{marked(state)}: %{{x}} dari %{{customdata[1]}} "
        f"{unit}<extra></extra>",
    )
