"""Picture of Reform: the points each area has won of those it could win."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from zi_metrics.charts.layout import (
    bars_height,
    end_texts,
    escaped,
    figure,
    group_axis,
    room_for,
)
from zi_metrics.charts.palette import INK, Mode
from zi_metrics.charts.picture import Picture
from zi_metrics.labels import reform as text
from zi_metrics.labels.numbers import exact_percent, exact_points, out_of
from zi_metrics.lke import Area, Aspect
from zi_metrics.lke.worksheet import Score, Worksheet


@dataclass(frozen=True)
class PointsBar:
    """One bar: group name, its points, the most there is, the text at its end."""

    name: str
    points: float
    weight: float
    summary: str


def reform_by_area(sheet: Worksheet, areas: Sequence[Area]) -> Picture:
    """Points of Reform of each area, against what there is to win."""
    scores = [(area, sheet.score(Aspect.REFORM, area.number)) for area in areas]
    bars = tuple(
        PointsBar(
            area.short_name,
            float(score.points),
            float(score.weight),
            text.bar_end(*_of(score), (score.answered, score.questions)),
        )
        for area, score in scores
    )
    table = pd.DataFrame(
        [
            {
                "Area": area.short_name,
                "Poin": exact_points(score.points),
                "Bobot": exact_points(score.weight),
                "Bagian": exact_percent(score.share),
                "Terjawab": out_of(score.answered, score.questions),
                "Poin bila hanya yang terjawab": exact_points(score.answered_only),
            }
            for area, score in scores
        ]
    )
    return Picture("poin-reform", text.CHART, _sentence(sheet, scores), points_bars, (bars,), table)


def _of(score: Score) -> tuple[str, str]:
    return exact_points(score.points), exact_points(score.weight)


def _sentence(sheet: Worksheet, scores: Sequence[tuple[Area, Score]]) -> str:
    by_share = sorted(scores, key=lambda each: each[1].share)
    (worst, low), (best, high) = by_share[0], by_share[-1]
    if low.share == high.share:
        return text.equal_bars(*_of(sheet.score(Aspect.REFORM)))
    return text.bars((best.short_name, *_of(high)), (worst.short_name, *_of(low)))


def points_bars(bars: Sequence[PointsBar], mode: Mode) -> go.Figure:
    """Bars in the order given, top first, each before a faint one as long as its weight."""
    ink, places = INK[mode], list(range(len(bars)))
    details = [[escaped(bar.name), bar.summary] for bar in bars]
    traces = [
        go.Bar(
            y=places,
            x=lengths,
            orientation="h",
            marker={"color": colour},
            customdata=details,
            hovertemplate="%{customdata[0]}: %{customdata[1]}<extra></extra>",
        )
        for lengths, colour in (
            ([bar.weight for bar in bars], ink.faint),
            ([bar.points for bar in bars], ink.accent),
        )
    ]
    summaries = [bar.summary for bar in bars]
    longest = max((bar.weight for bar in bars), default=1)
    return figure(
        [*traces, end_texts([bar.weight for bar in bars], summaries)],
        mode,
        barmode="overlay",
        bargap=0.4,
        height=bars_height([bar.name for bar in bars]),
        xaxis={
            "range": [0, longest * room_for(summaries)],
            "tickvals": list(range(0, int(longest) + 1, 2)),
            "title": {"text": text.AXIS},
        },
        yaxis=group_axis([bar.name for bar in bars]),
    )
