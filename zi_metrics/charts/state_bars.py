"""Stacked horizontal bars: how many items of each group stand in which state."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from zi_metrics.charts.layout import bars_height, count_axis, end_texts, escaped, figure, group_axis
from zi_metrics.charts.palette import FILL, INK, Mode, text_on
from zi_metrics.charts.series import StateBar, present_states
from zi_metrics.labels.statuses import MARKS, marked

NUMBERED, MARKED = 0.063, 0.028
"""A segment below this share of the longest bar has no room for its number, or for its mark."""


def state_bars(bars: Sequence[StateBar], states: Sequence[str], unit: str, mode: Mode) -> go.Figure:
    """Bars in the order given, top first; states in their fixed order, those nobody has left out.

    unit: what is counted, for axis and hover ('dokumen').
    """
    shown = present_states(bars, states)
    texts = [_behind(bar, shown, _longest(bars)) for bar in bars]
    traces = [_segment(bars, state, unit, INK[mode].page) for state in shown]
    return figure(
        [*traces, end_texts([bar.total for bar in bars], texts)],
        mode,
        barmode="stack",
        bargap=0.34,
        height=bars_height([bar.name for bar in bars]),
        xaxis=count_axis(_longest(bars), "<br>".join(texts).split("<br>"), unit),
        yaxis=group_axis([bar.name for bar in bars]),
    )


def _longest(bars: Sequence[StateBar]) -> int:
    return max((bar.total for bar in bars), default=0) or 1


def _behind(bar: StateBar, shown: Sequence[str], longest: int) -> str:
    """The text behind a bar, and below it the states without room inside for their number."""
    small = [
        f"{MARKS[state]}\u00a0{bar.counts[state]}"
        for state in shown
        if 0 < bar.counts.get(state, 0) / longest < NUMBERED
    ]
    return f"{bar.summary}<br>{'  '.join(small)}" if small else bar.summary


def _inside(state: str, count: int, longest: int) -> str:
    """Mark and number, the mark alone, or nothing; what is left out stands behind the bar."""
    if count / longest >= NUMBERED:
        return f"{MARKS[state]} {count}"
    return MARKS[state] if count / longest >= MARKED else ""


def _segment(bars: Sequence[StateBar], state: str, unit: str, page: str) -> go.Bar:
    counts = [bar.counts.get(state, 0) for bar in bars]
    longest = _longest(bars)
    return go.Bar(
        name=marked(state),
        y=list(range(len(bars))),
        x=counts,
        orientation="h",
        marker={"color": FILL[state], "line": {"width": 1, "color": page}},
        text=[_inside(state, count, longest) for count in counts],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": text_on(FILL[state]), "size": 13},
        constraintext="none",
        customdata=[[escaped(bar.name), bar.total] for bar in bars],
        hovertemplate=f"%{{customdata[0]}}<br>{marked(state)}: %{{x}} dari %{{customdata[1]}} "
        f"{unit}<extra></extra>",
    )
