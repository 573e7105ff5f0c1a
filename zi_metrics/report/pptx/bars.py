"""Stacked bars as a native chart: a series per state, the text at the end of a bar as a label."""

from __future__ import annotations

import math

from pptx.chart.chart import Chart
from pptx.chart.series import BarSeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt

from zi_metrics.charts.palette import FILL, INK, Mode, text_on
from zi_metrics.labels import pptx as words
from zi_metrics.labels.statuses import MARKS, marked
from zi_metrics.report.pptx.charts import (
    add_chart,
    describe_chart,
    draw,
    label_point,
    legend_height,
    place_plot,
    set_axis,
    set_chart,
    set_legend,
)
from zi_metrics.report.pptx.measure import LINE_HEIGHT, Box, line_count, text_width, widest_word
from zi_metrics.report.pptx.texts import Style, rgb, told
from zi_metrics.report.pptx.workbook import ChartData
from zi_metrics.report.slides import Bars

_NAMES_AT_MOST = 0.34
"""Of the chart's width; longer names are broken."""
_ENDS_AT_MOST = 0.6
"""Of the plot's width; so much may be left for the texts at the ends."""
_TICKS = 5
_FEW = 6
"""Up to this count an axis gets a tick for every unit."""
_THIN = 1.1
"""A bar needs so many lines of text from one to the next, at the least."""


def least_height(bars: Bars, size: float, width: float) -> float:
    """The height below which labels would touch."""
    return (
        len(bars.bars) * _row_height(bars, size, width)
        + legend_height(_legend(bars), size, width)
        + _axis_height(size)
    )


def best_height(bars: Bars, size: float, width: float) -> float:
    """The height beyond which bars only get thick."""
    return least_height(bars, size, width) + len(bars.bars) * size * LINE_HEIGHT * 1.4


def add_bars(shapes: SlideShapes, bars: Bars, place: Box, size: float) -> None:
    """The chart, its bars from the top; one of no bars draws nothing."""
    if not bars.bars:
        return
    plot = _plot(bars, place, size)
    longest = max(1, *(bar.total for bar in bars.bars))
    end = max(text_width(bar.summary, size) for bar in bars.bars) + 12
    end = min(end, plot.width * _ENDS_AT_MOST)
    most = longest * plot.width / (plot.width - end)
    chart = add_chart(shapes, XL_CHART_TYPE.BAR_STACKED, _data(bars, most), place, bars.title)
    set_chart(chart, size)
    set_legend(chart, size)
    place_plot(chart, plot, place)
    _set_axes(chart, bars, longest, most, size)
    *segments, ends = chart.plots[0].series
    for state, segment in zip(bars.states, segments, strict=True):
        _draw_segment(segment, state, plot.width / most, size)
    _draw_ends(chart, ends, bars, size)
    describe_chart(shapes, alternative(bars))


def alternative(bars: Bars) -> str:
    """All that the bars say, in words."""
    return f"{bars.title}. " + " ".join(
        f"{bar.name}: {_counted(bars, bar.counts)} ({bar.summary})." for bar in bars.bars
    )


def _counted(bars: Bars, counts: object) -> str:
    told_counts = [
        f"{state} {counts[state]}"  # type: ignore[index]
        for state in bars.states
        if counts.get(state)  # type: ignore[attr-defined]
    ]
    return ", ".join(told_counts) or f"0 {bars.unit}"


def _data(bars: Bars, most: float) -> ChartData:
    notes = (words.BAR_END_TEXTS, *(bar.summary for bar in bars.bars))
    data = ChartData(words.GROUP, notes)
    data.categories = [told(bar.name) for bar in bars.bars]
    for state in bars.states:
        data.add_series(marked(state), [bar.counts.get(state, 0) for bar in bars.bars])
    data.add_series(words.BAR_ENDS, [round(most - bar.total, 4) for bar in bars.bars])
    return data


def _legend(bars: Bars) -> list[str]:
    return [marked(state) for state in bars.states]


def _names_width(bars: Bars, size: float, width: float) -> float:
    names = [bar.name for bar in bars.bars]
    longest = max((text_width(name, size) for name in names), default=0)
    word = max((widest_word(name, size) for name in names), default=0)
    return min(max(min(longest, width * _NAMES_AT_MOST), word), width * 0.45) + 12


def _row_height(bars: Bars, size: float, width: float) -> float:
    room = _names_width(bars, size, width) - 12
    lines = max((line_count(bar.name, size, room) for bar in bars.bars), default=1)
    return max(lines * size * LINE_HEIGHT + 4, size * LINE_HEIGHT * _THIN + 4)


def _axis_height(size: float) -> float:
    return 2 * (size - 2) * LINE_HEIGHT + 12


def _plot(bars: Bars, place: Box, size: float) -> Box:
    names = _names_width(bars, size, place.width)
    top = legend_height(_legend(bars), size, place.width)
    return Box(names, top, place.width - names - 6, place.height - top - _axis_height(size))


def _set_axes(chart: Chart, bars: Bars, longest: int, most: float, size: float) -> None:
    groups, values = chart.category_axis, chart.value_axis
    set_axis(groups, size)
    groups.reverse_order = True
    set_axis(values, size - 2, has_gridlines=True)
    values.minimum_scale, values.maximum_scale = 0, round(most, 4)
    values.major_unit = _tick(longest)
    values.tick_labels.number_format = "#,##0"
    values.tick_labels.number_format_is_linked = False
    values.has_title = True
    label = values.axis_title.text_frame.paragraphs[0]
    run = label.add_run()
    run.text = told(words.amount(bars.unit))
    run.font.size, run.font.bold = chart.font.size, False
    for crossing in chart.element.xpath(".//c:valAx/c:crosses"):
        crossing.set("val", "max")  # from the top down, the axis still stands below
    chart.plots[0].gap_width, chart.plots[0].overlap = 45, 100


def _tick(longest: int) -> int:
    if longest <= _FEW:
        return 1
    rough = longest / _TICKS
    power = 10 ** math.floor(math.log10(rough))
    return int(max(1, next(step * power for step in (1, 2, 5, 10) if step * power >= rough)))


def _draw_segment(segment: BarSeries, state: str, scale: float, size: float) -> None:
    """scale: points per item, which decides from which count on a label fits."""
    fill = FILL[state]
    segment.format.fill.solid()
    segment.format.fill.fore_color.rgb = rgb(fill)
    draw(segment.format.line, INK[Mode.LIGHT].page, 0.75)
    labels = segment.data_labels
    with_mark = math.ceil((text_width("● 88", size) + 2) / scale)
    number = max(1, math.ceil(text_width("88", size) / scale))
    labels.number_format = (
        f'[>={max(with_mark, number)}]"{MARKS[state]} "#,##0;[>={number}]#,##0;""'
    )
    labels.show_value = True
    labels.position = XL_LABEL_POSITION.CENTER
    labels.font.size = Pt(size)
    labels.font.color.rgb = rgb(text_on(fill))


def _draw_ends(chart: Chart, ends: BarSeries, bars: Bars, size: float) -> None:
    """An unseen series that begins where a bar ends and carries the text there."""
    ends.format.fill.background()
    ends.format.line.fill.background()
    for point, bar in enumerate(bars.bars):
        label = ends.points[point].data_label
        label_point(label, bar.summary, Style(size))
        label.position = XL_LABEL_POSITION.INSIDE_BASE
    hidden = parse_xml(
        f'<c:legendEntry {nsdecls("c")}><c:idx val="{len(bars.states)}"/>'
        '<c:delete val="1"/></c:legendEntry>'
    )
    chart.element.xpath(".//c:legend/c:legendPos")[0].addnext(hidden)
