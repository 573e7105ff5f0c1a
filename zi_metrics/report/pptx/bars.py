"""Stacked bars on a slide: the legend, and a native chart whose place and scale are known."""

from __future__ import annotations

from itertools import chain, pairwise

from pptx.enum.chart import XL_CHART_TYPE
from pptx.shapes.shapetree import SlideShapes

from zi_metrics.charts.palette import FILL, text_on
from zi_metrics.labels import pptx as words
from zi_metrics.labels.numbers import NBSP
from zi_metrics.labels.statuses import MARKS
from zi_metrics.report.pptx.bars_xml import chart_of, scale_of, sheet_of
from zi_metrics.report.pptx.chart_xml import layout
from zi_metrics.report.pptx.measure import (
    LINE_HEIGHT,
    Box,
    line_count,
    text_height,
    text_width,
    widest_word,
)
from zi_metrics.report.pptx.sheet import WrittenChart, add_chart
from zi_metrics.report.pptx.texts import Style, add_box, describe, literal, paragraph, told
from zi_metrics.report.slides import Bars

_NAMES_AT_MOST, _WORDS_AT_MOST = 0.38, 0.45
"""Of the chart's width: names beyond the one are broken, words beyond the other too."""
_TIGHT = 0.92
"""Names are measured as Calibri sets them: beside a bar there is room for a line more."""
_BETWEEN = "    "


def least_height(bars: Bars, size: float, width: float) -> float:
    """The height below which labels would touch."""
    if not bars.bars:
        return 0
    legend = _legend_height(bars, size, width)
    return legend + len(bars.bars) * _row_height(bars, size, width) + _axis_height(size)


def best_height(bars: Bars, size: float, width: float) -> float:
    """The height beyond which bars only get thick."""
    return least_height(bars, size, width) + len(bars.bars) * size * LINE_HEIGHT * 1.4


def add_bars(shapes: SlideShapes, bars: Bars, place: Box, size: float) -> None:
    """Legend and chart, its bars from the top; no bars draw nothing."""
    if not bars.bars:
        return
    legend = _legend_height(bars, size, place.width)
    _add_legend(shapes, bars, Box(place.left, place.top, place.width, legend), size)
    outer = Box(place.left, place.top + legend, place.width, place.height - legend)
    names = _names_width(bars, size, place.width)
    inner = Box(names, 4, outer.width - names - 6, outer.height - 4 - _axis_height(size))
    scale = scale_of(bars, inner.width, size)
    sheet = sheet_of(bars, scale)
    frame = add_chart(
        shapes,
        outer,
        XL_CHART_TYPE.BAR_STACKED,
        WrittenChart(chart_of(bars, sheet, layout(inner, outer), scale), sheet),
    )
    frame.name = told(bars.title)
    describe(frame, alternative(bars))


def alternative(bars: Bars) -> str:
    """All that the bars say, in words."""
    told_bars = []
    for bar in bars.bars:
        counts = [f"{state} {bar.counts[state]}" for state in bars.states if bar.counts.get(state)]
        told_bars.append(f"{bar.name}: {', '.join(counts) or f'0 {bars.unit}'} ({bar.summary}).")
    return f"{bars.title}. {' '.join(told_bars)}"


def _add_legend(shapes: SlideShapes, bars: Bars, place: Box, size: float) -> None:
    """Each state's mark on its colour, as in the bars, and its name."""
    runs = chain.from_iterable(
        (
            literal(f"{NBSP}{MARKS[state]}{NBSP}", _on_fill(state, size)),
            literal(f"{NBSP}{_unbroken(state)}{_BETWEEN}", Style(size)),
        )
        for state in bars.states
    )
    add_box(shapes, place, f"{words.LEGEND}: {told(bars.title)}", [paragraph(runs)])


def _on_fill(state: str, size: float) -> Style:
    return Style(size, color=text_on(FILL[state]), ground=FILL[state])


def _unbroken(state: str) -> str:
    return state.replace(" ", NBSP)


def _legend_height(bars: Bars, size: float, width: float) -> float:
    written = _BETWEEN.join(
        f"{NBSP}{MARKS[state]}{NBSP * 2}{_unbroken(state)}" for state in bars.states
    )
    return text_height(written, size, width) + 6


def _names_width(bars: Bars, size: float, width: float) -> float:
    names = [bar.name for bar in bars.bars]
    longest = max(text_width(name, size * _TIGHT) for name in names)
    word = max(widest_word(name, size * _TIGHT) for name in names)
    return min(max(min(longest, width * _NAMES_AT_MOST), word), width * _WORDS_AT_MOST) + 12


def _row_height(bars: Bars, size: float, width: float) -> float:
    """From one bar to the next, so that no two names touch."""
    room = _names_width(bars, size, width) - 12
    lines = [line_count(bar.name, size * _TIGHT, room) for bar in bars.bars]
    pairs = [sum(pair) / 2 for pair in pairwise(lines)]
    return max(pairs, default=lines[0]) * size * LINE_HEIGHT + 5


def _axis_height(size: float) -> float:
    return 2 * (size - 2) * LINE_HEIGHT + 10
