"""Stacked bars as a native chart: a series per state, the text at the end of a bar as a label."""

from __future__ import annotations

import math
from itertools import chain

from pptx.enum.chart import XL_CHART_TYPE
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt

from zi_metrics.charts.palette import FILL, INK, Mode, text_on
from zi_metrics.labels import pptx as words
from zi_metrics.labels.numbers import NBSP
from zi_metrics.labels.statuses import MARKS, marked
from zi_metrics.report.pptx import chart_xml as xml
from zi_metrics.report.pptx.measure import (
    LINE_HEIGHT,
    Box,
    line_count,
    text_height,
    text_width,
    widest_word,
)
from zi_metrics.report.pptx.sheet import Series, Sheet, WrittenChart
from zi_metrics.report.pptx.texts import (
    Style,
    add_box,
    describe,
    literal,
    paragraph,
    solid,
    told,
)
from zi_metrics.report.slides import Bars

_NAMES_AT_MOST, _WORDS_AT_MOST = 0.34, 0.45
"""Of the chart's width: names beyond the one are broken, words beyond the other too."""
_ENDS_AT_MOST = 0.6
"""Of the plot's width; so much may be left for the texts at the ends."""
_TICKS, _FEW = 5, 6
"""Ticks of an axis, about; up to this count every unit has one."""
_GAP_WIDTH = 45
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
    ends = max(text_width(bar.summary, size) for bar in bars.bars) + 12
    free = inner.width - min(ends, inner.width * _ENDS_AT_MOST)
    most = round(_longest(bars) * inner.width / free, 4)
    sheet = _sheet(bars, most)
    chart = WrittenChart(
        _written(bars, sheet, xml.layout(inner, outer), (most, inner.width / most, size)), sheet
    )
    frame = shapes.add_chart(
        XL_CHART_TYPE.BAR_STACKED,
        Pt(outer.left),
        Pt(outer.top),
        Pt(outer.width),
        Pt(outer.height),
        chart,
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


def _sheet(bars: Bars, most: float) -> Sheet:
    counts = [
        Series(marked(state), [bar.counts.get(state, 0) for bar in bars.bars])
        for state in bars.states
    ]
    ends = Series(words.BAR_ENDS, [round(most - bar.total, 4) for bar in bars.bars])
    return Sheet(
        corner=words.GROUP,
        names=[told(bar.name) for bar in bars.bars],
        series=[*counts, ends],
        notes=[words.BAR_END_TEXTS, *(told(bar.summary) for bar in bars.bars)],
    )


def _written(bars: Bars, sheet: Sheet, layout: str, scale: tuple[float, float, float]) -> str:
    """scale: the axis' end, points per item, font size."""
    most, points, size = scale
    looks = [*(_segment(state, points, size) for state in bars.states), _ends(bars, size)]
    groups = (
        f'<c:catAx><c:axId val="1"/>{xml.scaling(is_reversed=True)}<c:axPos val="l"/>'
        f"{xml.axis_parts('', '', Style(size))}"
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="50"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )
    # the names run from the top down; crossing at their end, the axis of numbers stands below
    numbers = (
        f'<c:valAx><c:axId val="2"/>{xml.scaling(0, most)}<c:axPos val="b"/>{xml.gridlines()}'
        f"{xml.axis_parts(words.amount(bars.unit), '#,##0', Style(size - 2))}"
        '<c:crossAx val="1"/><c:crosses val="max"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{_tick(_longest(bars))}"/></c:valAx>'
    )
    plot = (
        f'<c:plotArea>{layout}<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/>'
        f'<c:varyColors val="0"/>{xml.series(sheet, looks)}<c:gapWidth val="{_GAP_WIDTH}"/>'
        f'<c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>{groups}{numbers}'
        "</c:plotArea>"
    )
    return xml.chart_space(plot, size)


def _segment(state: str, points: float, size: float) -> xml.Drawn:
    """A segment says mark and number where both fit, the number where that fits."""
    with_mark = math.ceil((text_width("● 88", size) + 2) / points)
    number = max(1, math.ceil(text_width("88", size) / points))
    written = f'[>={max(with_mark, number)}]"{MARKS[state]} "#,##0;[>={number}]#,##0;""'
    fill = FILL[state]
    return xml.Drawn(
        xml.shape(solid(fill), solid(INK[Mode.LIGHT].page)) + _NOT_INVERTED,
        xml.labels([], Style(size, color=text_on(fill)), "ctr", written),
    )


def _ends(bars: Bars, size: float) -> xml.Drawn:
    """An unseen series that begins where a bar ends and carries the text there."""
    texts = [
        xml.label(point, bar.summary, Style(size), "inBase") for point, bar in enumerate(bars.bars)
    ]
    return xml.Drawn(
        xml.shape(xml.NO_FILL) + _NOT_INVERTED, xml.labels(texts, Style(size), "inBase")
    )


_NOT_INVERTED = '<c:invertIfNegative val="0"/>'


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
    longest = max(text_width(name, size) for name in names)
    word = max(widest_word(name, size) for name in names)
    return min(max(min(longest, width * _NAMES_AT_MOST), word), width * _WORDS_AT_MOST) + 12


def _row_height(bars: Bars, size: float, width: float) -> float:
    """From one bar to the next, so that no two names touch."""
    room = _names_width(bars, size, width) - 12
    lines = [line_count(bar.name, size, room) for bar in bars.bars]
    pairs = [sum(pair) / 2 for pair in zip(lines, lines[1:], strict=False)]
    return max(pairs, default=lines[0]) * size * LINE_HEIGHT + 5


def _axis_height(size: float) -> float:
    return 2 * (size - 2) * LINE_HEIGHT + 10


def _longest(bars: Bars) -> int:
    return max(1, *(bar.total for bar in bars.bars))


def _tick(longest: int) -> int:
    if longest <= _FEW:
        return 1
    rough = longest / _TICKS
    power = 10 ** math.floor(math.log10(rough))
    return int(max(1, next(step * power for step in (1, 2, 5, 10) if step * power >= rough)))
