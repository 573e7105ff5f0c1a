"""The chart of stacked bars: a series per state, and an unseen one that carries the texts."""

from __future__ import annotations

import math
from dataclasses import dataclass

from zi_metrics.charts.palette import FILL, INK, Mode, text_on
from zi_metrics.charts.series import StateBar
from zi_metrics.labels import pptx as words
from zi_metrics.labels.statuses import MARKS, marked
from zi_metrics.report.plain import shortened
from zi_metrics.report.pptx import chart_xml as xml
from zi_metrics.report.pptx.measure import text_width
from zi_metrics.report.pptx.sheet import Series, Sheet
from zi_metrics.report.pptx.texts import Style, solid, told
from zi_metrics.report.slides import Bars

_ENDS_AT_MOST = 0.72
"""Of the plot's width: no text at the end of a bar leaves less than the rest for the longest."""
_END_GAP = 12
_TICKS, _FEW = 5, 6
"""Ticks of an axis, about; up to this count every unit has one."""
_GAP_WIDTH = 45


@dataclass(frozen=True)
class Scale:
    """The end of the axis, the width of the plot in points, and the font size."""

    most: float
    width: float
    size: float

    @property
    def points(self) -> float:
        """Of one item."""
        return self.width / self.most


def scale_of(bars: Bars, width: float, size: float) -> Scale:
    """An axis as long as it takes for every bar and the text at its end."""
    longest = max(1, *(bar.total for bar in bars.bars))
    most = longest / (1 - _ENDS_AT_MOST)
    needed = [float(longest)]
    for bar in bars.bars:
        left = width - text_width(bar.summary, size) - _END_GAP
        needed.append(min(most, bar.total * width / left) if left > 0 else most)
    return Scale(round(max(needed), 4), width, size)


def sheet_of(bars: Bars, scale: Scale) -> Sheet:
    """Counts by name and state, the rest of the axis, the texts beside."""
    counts = [
        Series(marked(state), [bar.counts.get(state, 0) for bar in bars.bars])
        for state in bars.states
    ]
    rest = [round(scale.most - bar.total, 4) for bar in bars.bars]
    return Sheet(
        corner=words.GROUP,
        names=[told(bar.name) for bar in bars.bars],
        series=[*counts, Series(words.BAR_ENDS, rest)],
        notes=[words.BAR_END_TEXTS, *(told(bar.summary) for bar in bars.bars)],
    )


def chart_of(bars: Bars, sheet: Sheet, layout: str, scale: Scale) -> str:
    """The whole chart; layout: where its plot stands."""
    looks = [*(_segment(state, scale) for state in bars.states), _ends(bars, scale)]
    plot = (
        f'<c:plotArea>{layout}<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/>'
        f'<c:varyColors val="0"/>{xml.series(sheet, looks)}<c:gapWidth val="{_GAP_WIDTH}"/>'
        '<c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{xml.names_axis(scale.size)}{_counts_axis(bars, scale)}</c:plotArea>"
    )
    return xml.chart_space(plot, scale.size)


def _counts_axis(bars: Bars, scale: Scale) -> str:
    """Crossing the names at their end, which is below: they run from the top down."""
    head = xml.axis_parts(words.amount(bars.unit), "#,##0", Style(scale.size - 2))
    return (
        f'<c:valAx><c:axId val="2"/>{xml.scaling(0, scale.most)}<c:axPos val="b"/>'
        f'{xml.gridlines()}{head}<c:crossAx val="1"/><c:crosses val="max"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{_tick(scale.most)}"/></c:valAx>'
    )


def _segment(state: str, scale: Scale) -> xml.Drawn:
    """A segment says mark and number where both fit, the number where that fits."""
    with_mark = math.ceil((text_width("● 88", scale.size) + 2) / scale.points)
    number = max(1, math.ceil(text_width("88", scale.size) / scale.points))
    written = f'[>={max(with_mark, number)}]"{MARKS[state]} "#,##0;[>={number}]#,##0;""'
    fill = FILL[state]
    return xml.Drawn(
        xml.shape(solid(fill), solid(INK[Mode.LIGHT].page)) + xml.NOT_INVERTED,
        xml.labels([], Style(scale.size, color=text_on(fill)), "ctr", written),
    )


def _ends(bars: Bars, scale: Scale) -> xml.Drawn:
    """Begins where a bar ends, and carries the text there."""
    style = Style(scale.size)
    texts = [
        xml.label(point, _end(bar, scale), style, "inBase")
        for point, bar in enumerate(bars.bars)
        if bar.summary
    ]
    labels = xml.labels(texts, style, "inBase")
    return xml.Drawn(xml.shape(xml.NO_FILL) + xml.NOT_INVERTED, labels)


def _end(bar: StateBar, scale: Scale) -> str:
    """The text at the end of a bar, cut where it would leave the plot."""
    room = scale.width - bar.total * scale.points - _END_GAP / 2
    limits = range(len(bar.summary), 0, -1)
    texts = (shortened(bar.summary, limit) for limit in limits)
    return next((text for text in texts if text_width(text, scale.size) <= room), "")


def _tick(most: float) -> int:
    if most <= _FEW:
        return 1
    rough = most / _TICKS
    power = 10 ** math.floor(math.log10(rough))
    return int(max(1, next(step * power for step in (1, 2, 5, 10) if step * power >= rough)))
