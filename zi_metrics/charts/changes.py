"""Pictures of a comparison: what moved a percentage up, and what down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from zi_metrics.charts.layout import bars_height, escaped, figure, group_axis
from zi_metrics.charts.palette import FILL, INK, Mode
from zi_metrics.charts.picture import Picture
from zi_metrics.labels import change_sentences as sentences
from zi_metrics.labels import changes as text
from zi_metrics.labels.change_numbers import part, percent_tenths
from zi_metrics.labels.figures import points_of
from zi_metrics.lke import Area
from zi_metrics.metrics.changes import Reconciliation
from zi_metrics.metrics.completeness import IndicatorState
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.metrics.summary import Figures

UP, DOWN = FILL[IndicatorState.COMPLETE], FILL[IndicatorState.EMPTY]
ROOM = 0.16
"""Beside the longest bar, for the number at its end: a share of the axis."""


@dataclass(frozen=True)
class PartBar:
    """One bar: group name, its part of a difference (a share, with its sign), text for hover."""

    name: str
    part: float
    detail: str


def weighted_by_area(
    found: Reconciliation,
    before: Mapping[int, Figures],
    after: Mapping[int, Figures],
    areas: Sequence[Area],
) -> Picture:
    """What each area accounts for in the difference of the unit's weighted completeness."""
    parts = found.by_area()
    then = {number: group.completeness.weighted for number, group in before.items()}
    now = {number: group.completeness.weighted for number, group in after.items()}
    bars = tuple(
        PartBar(
            area.short_name,
            parts.get(area.number, 0.0),
            f"{percent_tenths(then[area.number].share)} → {percent_tenths(now[area.number].share)}",
        )
        for area in areas
    )
    rows = [
        *((a.short_name, then[a.number], now[a.number], parts.get(a.number, 0.0)) for a in areas),
        (text.UNIT_ROW, found.before, found.after, found.difference),
    ]
    return Picture(
        "perubahan-per-area",
        text.WHAT_MOVED,
        sentences.by_area([(bar.name, bar.part) for bar in bars], found.difference),
        part_bars,
        (bars,),
        pd.DataFrame([_row(*row) for row in rows]),
    )


def _row(name: str, before: Ratio, after: Ratio, moved: float | None) -> dict[str, str]:
    """One group of the table behind the bars."""
    return {
        text.AREA: name,
        text.BEFORE: f"{points_of(before)} · {percent_tenths(before.share)}",
        text.AFTER: f"{points_of(after)} · {percent_tenths(after.share)}",
        f"{text.PART} ({text.PART_UNIT})": part(moved),
    }


def part_bars(bars: Sequence[PartBar], mode: Mode) -> go.Figure:
    """Bars to the right of zero for what rose, to the left for what fell, signed at their ends."""
    ink = INK[mode]
    points = [100 * bar.part for bar in bars]
    furthest = max([*map(abs, points), 0.1])
    least = min([*points, 0.0])
    trace = go.Bar(
        y=list(range(len(bars))),
        x=points,
        orientation="h",
        marker={
            "color": [UP if each >= 0 else DOWN for each in points],
            "line": {"width": 1, "color": ink.page},
        },
        text=[part(bar.part) for bar in bars],
        textposition="outside",
        textfont={"size": 14, "color": ink.text},
        cliponaxis=False,
        customdata=[[escaped(bar.name), bar.detail, part(bar.part)] for bar in bars],
        hovertemplate="%{customdata[0]}: %{customdata[2]} poin persen<br>%{customdata[1]}"
        "<extra></extra>",
    )
    room = ROOM * (furthest - least)
    return figure(
        [trace],
        mode,
        bargap=0.4,
        height=bars_height([bar.name for bar in bars]),
        xaxis={
            "range": [least - (room if least < 0 else 0), max([*points, 0.0]) + room],
            "title": {"text": text.PART_UNIT},
            "zeroline": True,
            "zerolinecolor": ink.text,
            "zerolinewidth": 1,
            "zerolinelayer": "above traces",
            "tickformat": ",.2~f",
        },
        yaxis=group_axis([bar.name for bar in bars]),
    )
