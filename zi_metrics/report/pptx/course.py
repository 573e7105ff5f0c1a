"""A share over time as a native line chart on a date axis, with target and estimate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pptx.chart.chart import Chart
from pptx.chart.series import LineSeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.shapetree import SlideShapes

from zi_metrics.charts.palette import INK, Mode
from zi_metrics.labels import pptx as words
from zi_metrics.labels.numbers import NBSP, percent, short_date
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
from zi_metrics.report.pptx.measure import LINE_HEIGHT, Box, text_width
from zi_metrics.report.pptx.texts import Style, rgb
from zi_metrics.report.pptx.workbook import ChartData
from zi_metrics.report.slides import Course

LEAST_HEIGHT = 150.0
_INK = INK[Mode.LIGHT]
_AMBER = "#9A6700"
"""The estimate's lines: amber, dark enough for a line on white."""
_PERCENT = f"0{NBSP}%"
_MONTH = "[$-421]mmm yyyy"
_MOST_TICKS = 8
_NEAR = 0.12
"""A label stands below its point when the target's line runs so closely above it."""

Values = Sequence[float | None]


def add_course(shapes: SlideShapes, course: Course, place: Box, size: float) -> None:
    """The chart; one without any known share draws nothing."""
    lines = lines_of(course)
    days = days_of(course)
    if not any(point.share is not None for point in course.points):
        return
    data = ChartData(words.DAY, number_format=_PERCENT)
    data.categories = days
    for name, values in lines.items():
        data.add_series(name, values)
    chart = add_chart(shapes, XL_CHART_TYPE.LINE_MARKERS, data, place, course.title)
    set_chart(chart, size)
    set_legend(chart, size)
    top = legend_height(list(lines), size, place.width) + size * LINE_HEIGHT
    left = text_width("100 %", size) + 10
    below = size * LINE_HEIGHT + 14
    room = Box(left, top, place.width - left - 50, place.height - top - below)
    place_plot(chart, room, place)
    _set_axes(chart, days, size)
    _draw(chart, course, size)
    describe_chart(shapes, alternative(course))


def alternative(course: Course) -> str:
    """All that the lines say, in words."""
    points = "; ".join(
        f"{short_date(point.as_of)}: {percent(point.share)}" for point in course.points
    )
    return f"{course.title}. {course.sentence} {points}."


def days_of(course: Course) -> list[date]:
    """Every date of the chart, oldest first."""
    ends = [course.target_on if course.target is not None else None]
    ends += [course.estimate.on if course.estimate else None]
    days = {point.as_of for point in course.points} | {day for day in ends if day is not None}
    return sorted(days)


def lines_of(course: Course) -> dict[str, Values]:
    """Shares by date for each line, missing where a line has no point."""
    days = days_of(course)
    shares = {point.as_of: point.share for point in course.points}
    lines: dict[str, Values] = {course.title: [shares.get(day) for day in days]}
    if course.target is not None:
        lines[words.target(percent(course.target))] = [course.target] * len(days)
    known = [point for point in course.points if point.share is not None]
    if course.estimate is not None and known:
        start = known[-1]
        for name, share in (
            (words.LOWEST, course.estimate.low),
            (words.HIGHEST, course.estimate.high),
        ):
            ends = {start.as_of: start.share, course.estimate.on: share}
            lines[name] = [ends.get(day) for day in days]
    return lines


def _set_axes(chart: Chart, days: Sequence[date], size: float) -> None:
    dates, values = chart.category_axis, chart.value_axis
    set_axis(dates, size)
    dates.tick_labels.number_format = _MONTH
    dates.tick_labels.number_format_is_linked = False
    months = (days[-1].year - days[0].year) * 12 + days[-1].month - days[0].month
    unit = (
        f'<c:majorUnit {nsdecls("c")} val="{max(1, -(-months // _MOST_TICKS))}"/>',
        f'<c:majorTimeUnit {nsdecls("c")} val="months"/>',
    )
    base = chart.element.xpath(".//c:dateAx/c:baseTimeUnit")[0]
    for written in reversed(unit):
        base.addnext(parse_xml(written))
    set_axis(values, size, has_gridlines=True)
    values.minimum_scale, values.maximum_scale, values.major_unit = 0, 1, 0.25
    values.tick_labels.number_format = _PERCENT
    values.tick_labels.number_format_is_linked = False
    for blanks in chart.element.xpath(".//c:dispBlanksAs"):
        blanks.set("val", "span")  # a line runs on over dates that are not its own


def _draw(chart: Chart, course: Course, size: float) -> None:
    course_line, *others = chart.plots[0].series
    _draw_line(course_line, _INK.accent, 3, None)
    course_line.marker.style, course_line.marker.size = XL_MARKER_STYLE.CIRCLE, 9
    _label_course(course_line, course, size)
    named = dict(zip((each.name for each in others), others, strict=True))
    low, high = named.pop(words.LOWEST, None), named.pop(words.HIGHEST, None)
    for target in named.values():
        _draw_line(target, _INK.text, 1.5, MSO_LINE.DASH)
        target.marker.style = XL_MARKER_STYLE.NONE
    for line, position in ((low, XL_LABEL_POSITION.BELOW), (high, XL_LABEL_POSITION.ABOVE)):
        if line is not None and course.estimate is not None:
            _draw_line(line, _AMBER, 2, MSO_LINE.SQUARE_DOT)
            line.marker.style, line.marker.size = XL_MARKER_STYLE.DIAMOND, 8
            share = course.estimate.low if line is low else course.estimate.high
            end = line.points[days_of(course).index(course.estimate.on)].data_label
            label_point(end, percent(share), Style(size, is_bold=True, color=_AMBER))
            end.position = position
            line.data_labels.show_value = False


def _draw_line(line: LineSeries, color: str, width: float, dash: MSO_LINE | None) -> None:
    line.smooth = False
    draw(line.format.line, color, width, dash)
    line.marker.format.fill.solid()
    line.marker.format.fill.fore_color.rgb = rgb(color)
    line.marker.format.line.fill.background()


def _label_course(line: LineSeries, course: Course, size: float) -> None:
    """Percentages as the deck writes them: a number format would round 99,6 up to 100."""
    days = days_of(course)
    for point in course.points:
        if point.share is None:
            continue
        is_near = course.target is not None and 0 <= course.target - point.share < _NEAR
        label = line.points[days.index(point.as_of)].data_label
        label_point(label, percent(point.share), Style(size, is_bold=True))
        label.position = XL_LABEL_POSITION.BELOW if is_near else XL_LABEL_POSITION.ABOVE
    line.data_labels.show_value = False
