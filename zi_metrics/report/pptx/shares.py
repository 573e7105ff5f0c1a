"""Shares against a minimum on a slide: a native chart whose only grid line is the minimum.

An unseen series as long as the axis carries the texts, so that none of them crosses that line.
"""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from pptx.enum.chart import XL_CHART_TYPE
from pptx.shapes.shapetree import SlideShapes

from zi_metrics.charts.palette import ENOUGH, INK, TOO_LITTLE, Mode
from zi_metrics.labels import pptx as words
from zi_metrics.labels.numbers import NBSP
from zi_metrics.report.pptx import chart_xml as xml
from zi_metrics.report.pptx.measure import LINE_HEIGHT, Box, text_width
from zi_metrics.report.pptx.sheet import Series, Sheet, WrittenChart, add_chart
from zi_metrics.report.pptx.texts import Style, describe, solid, told
from zi_metrics.report.slides import ShareBar, Shares

_PERCENT = f"0.00{NBSP}%"
_GAP_WIDTH = 60
_NAMES_AT_MOST = 0.4
"""Of the chart's width."""
_PART, _LINE = " · ", "\n"
"""Between the parts of a text at a bar's end: as written, and as drawn."""


def least_height(block: Shares, size: float) -> float:
    """The height below which labels would touch."""
    return len(block.bars) * (2 * size * LINE_HEIGHT + 5) + _axis_height(size) if block.bars else 0


def best_height(block: Shares, size: float) -> float:
    """The height beyond which bars only get thick."""
    return least_height(block, size) + len(block.bars) * size * LINE_HEIGHT * 0.6


def add_shares(shapes: SlideShapes, block: Shares, place: Box, size: float) -> None:
    """The chart, its bars from the top; no bars draw nothing."""
    if not block.bars:
        return
    names = max(text_width(bar.name, size) for bar in block.bars)
    names = min(names, place.width * _NAMES_AT_MOST) + 12
    parts = [part for bar in block.bars for part in bar.summary.split(_PART)]
    ends = min(max(text_width(part, size) for part in parts), place.width * _NAMES_AT_MOST) + 16
    inner = Box(names, 4, place.width - names - ends, place.height - 4 - _axis_height(size))
    sheet = shares_sheet(block)
    chart = WrittenChart(shares_chart(block, sheet, xml.layout(inner, place), size), sheet)
    frame = add_chart(shapes, place, XL_CHART_TYPE.BAR_CLUSTERED, chart)
    frame.name = told(block.title)
    describe(frame, alternative(block))


def alternative(block: Shares) -> str:
    """All that the bars say, in words."""
    bars = "; ".join(f"{bar.name}: {bar.summary}" for bar in block.bars)
    return f"{block.title}, {block.said}. {bars}."


def shares_sheet(block: Shares) -> Sheet:
    """The share of each group, and the text at its end beside it."""
    return Sheet(
        corner=words.GROUP,
        names=[told(bar.name) for bar in block.bars],
        series=[
            Series(words.BAR_ENDS, [1.0] * len(block.bars)),
            Series(told(block.title), [_cut(bar.share) for bar in block.bars]),
        ],
        number_format=_PERCENT,
        notes=[words.BAR_END_TEXTS, *(told(bar.summary) for bar in block.bars)],
    )


def _cut(share: float) -> float:
    """As the text at its end: a cell would show 59,996 % as 60,00 %."""
    return float(Decimal(repr(share)).quantize(Decimal("0.0001"), rounding=ROUND_DOWN))


def shares_chart(block: Shares, sheet: Sheet, layout: str, size: float) -> str:
    """The whole chart; layout: where its plot stands."""
    plot = (
        f'<c:plotArea>{layout}<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{xml.series(sheet, [_ends(block, size), _shares(block)])}'
        f'<c:gapWidth val="{_GAP_WIDTH}"/><c:overlap val="100"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{xml.names_axis(size)}{_shares_axis(block, size)}</c:plotArea>"
    )
    return xml.chart_space(plot, size)


def _ends(block: Shares, size: float) -> xml.Drawn:
    """As long as the axis in every row, and the texts beyond."""
    style = Style(size)
    texts = [
        xml.label(point, told(bar.summary).replace(_PART, _LINE), style, "outEnd")
        for point, bar in enumerate(block.bars)
    ]
    outline = xml.shape(xml.NO_FILL, solid(xml.FAINT)) + xml.NOT_INVERTED
    return xml.Drawn(outline, xml.labels(texts, style, "outEnd"))


def _shares(block: Shares) -> xml.Drawn:
    points = "".join(
        f'<c:dPt><c:idx val="{point}"/>{xml.NOT_INVERTED}<c:bubble3D val="0"/>'
        f"{xml.shape(solid(_fill(bar)))}</c:dPt>"
        for point, bar in enumerate(block.bars)
    )
    return xml.Drawn(xml.shape(solid(ENOUGH)) + xml.NOT_INVERTED + points)


def _fill(bar: ShareBar) -> str:
    return ENOUGH if bar.is_enough else TOO_LITTLE


def _shares_axis(block: Shares, size: float) -> str:
    """From nothing to everything; its one step is the minimum, and so is its one grid line."""
    minimum = xml.shape("", solid(INK[Mode.LIGHT].text), 1.5, "dash")
    return (
        f'<c:valAx><c:axId val="2"/>{xml.scaling(0, 1)}<c:axPos val="b"/>'
        f"<c:majorGridlines>{minimum}</c:majorGridlines>"
        f"{xml.axis_parts(told(block.said), '0%', Style(size - 2))}"
        '<c:crossAx val="1"/><c:crosses val="max"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{block.minimum:g}"/></c:valAx>'
    )


def _axis_height(size: float) -> float:
    return 2 * (size - 2) * LINE_HEIGHT + 10
