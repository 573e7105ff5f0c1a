"""A picture: a chart, its sentence and its table, all made from the same numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from zi_metrics.charts.palette import Mode


@dataclass(frozen=True, eq=False)
class Picture:
    """What a page hands to the one door for figures.

    name: stable key, also of its file; chart: draws `numbers` (small, of plain values) in a mode;
    sentence: what the chart shows, in words; table: the same numbers with Indonesian headers;
    states: those told apart by fill and sign, in order, for the legend above the chart.
    """

    name: str
    title: str
    sentence: str
    chart: Callable[..., go.Figure]
    numbers: tuple[Any, ...]
    table: pd.DataFrame
    states: tuple[str, ...] = ()

    def draw(self, mode: Mode) -> go.Figure:
        """The chart in a colour mode."""
        return self.chart(*self.numbers, mode)
