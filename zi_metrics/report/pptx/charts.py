"""What all charts of a slide share: a frame, quiet axes, a legend on top, Indonesian text."""

from __future__ import annotations

from pptx.chart.axis import _BaseAxis
from pptx.chart.chart import Chart
from pptx.chart.datalabel import DataLabel
from pptx.dml.line import LineFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt

from zi_metrics.charts.palette import INK, Mode
from zi_metrics.report.pptx.measure import LINE_HEIGHT, Box, text_width
from zi_metrics.report.pptx.template import LANGUAGE
from zi_metrics.report.pptx.texts import Style, describe, rgb, style_font, told
from zi_metrics.report.pptx.workbook import ChartData

FAINT = INK[Mode.LIGHT].faint
_KEY = 30
"""Points beside each name of a legend: its key and the space to the next."""


def add_chart(
    shapes: SlideShapes, kind: XL_CHART_TYPE, data: ChartData, place: Box, name: str
) -> Chart:
    """A native chart with its workbook."""
    frame = shapes.add_chart(
        kind, Pt(place.left), Pt(place.top), Pt(place.width), Pt(place.height), data
    )
    frame.name = told(name)
    return frame.chart


def describe_chart(shapes: SlideShapes, text: str) -> None:
    """The words for the chart added last."""
    describe(shapes[-1], text)


def set_chart(chart: Chart, size: float) -> None:
    """Text size and language; no title of its own, which stands above it."""
    chart.has_title = False
    style_font(chart.font, Style(size))
    space = chart.element
    rounded = parse_xml(f'<c:roundedCorners {nsdecls("c")} val="0"/>')
    language = parse_xml(f'<c:lang {nsdecls("c")} val="{LANGUAGE}"/>')
    for existing in space.xpath("c:roundedCorners | c:lang"):
        space.remove(existing)
    space.xpath("c:date1904")[0].addnext(language)
    language.addnext(rounded)
    for text in space.xpath(".//a:endParaRPr"):
        text.set("lang", LANGUAGE)


def set_legend(chart: Chart, size: float) -> None:
    """A legend above the plot, not over it."""
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    style_font(chart.legend.font, Style(size))


def legend_height(names: list[str], size: float, width: float) -> float:
    """Room for a legend of these names on as many lines as they take."""
    needed = sum(text_width(name, size) + _KEY for name in names)
    return (int(needed / (width * 0.92)) + 1) * size * LINE_HEIGHT * 1.1 + 6


def set_axis(axis: _BaseAxis, size: float, *, has_gridlines: bool = False) -> None:
    """Labels without tick marks; faint lines where they help to read."""
    style_font(axis.tick_labels.font, Style(size))
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = has_gridlines
    if has_gridlines:
        draw(axis.major_gridlines.format.line, FAINT, 0.75)
    draw(axis.format.line, FAINT, 0.75)


def draw(line: LineFormat, color: str, width: float, dash: MSO_LINE | None = None) -> None:
    """Colour, width in points and dashes of a line."""
    line.color.rgb = rgb(color)
    line.width = Pt(width)
    if dash is not None:
        line.dash_style = dash


def label_point(label: DataLabel, text: str, style: Style) -> None:
    """A label of its own for one point."""
    paragraph = label.text_frame.paragraphs[0]
    label.text_frame.word_wrap = False
    run = paragraph.add_run()
    run.text = told(text)
    style_font(run.font, style)


def place_plot(chart: Chart, inner: Box, outer: Box) -> None:
    """Where axes and bars stand within the chart, without the labels; both in points."""
    layout = parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>'
        '<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{inner.left / outer.width:.4f}"/><c:y val="{inner.top / outer.height:.4f}"/>'
        f'<c:w val="{inner.width / outer.width:.4f}"/>'
        f'<c:h val="{inner.height / outer.height:.4f}"/></c:manualLayout></c:layout>'
    )
    area: BaseOxmlElement = chart.element.xpath(".//c:plotArea")[0]
    for existing in area.xpath("c:layout"):
        area.remove(existing)
    area.insert(0, layout)
