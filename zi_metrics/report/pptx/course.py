"""A share over time as a native line chart on a date axis, with target and estimate."""

from __future__ import annotations

from datetime import date, timedelta

from pptx.enum.chart import XL_CHART_TYPE
from pptx.shapes.shapetree import SlideShapes

from zi_metrics.charts.palette import INK, Mode
from zi_metrics.labels import pptx as words
from zi_metrics.labels.numbers import NBSP, percent, short_date
from zi_metrics.report.pptx import chart_xml as xml
from zi_metrics.report.pptx.measure import LINE_HEIGHT, Box, text_width
from zi_metrics.report.pptx.sheet import Series, Sheet, WrittenChart, add_chart
from zi_metrics.report.pptx.texts import Style, describe, solid, told
from zi_metrics.report.slides import Course
from zi_metrics.tables.cells import serial_of

LEAST_HEIGHT, BEST_HEIGHT = 150.0, 420.0
_INK = INK[Mode.LIGHT]
_AMBER = "#8A5A00"
"""The estimate's lines and labels: dark enough for a text on white."""
_PERCENT = f"0{NBSP}%"
_MONTH = "[$-421]mmm yyyy"
_MOST_TICKS = 8
_NEAR = 0.12
"""A label stands below its point when the target's line runs so closely above it."""
_APART = 0.07
"""Ends of an estimate closer than this are labelled away from each other."""


def add_course(shapes: SlideShapes, course: Course, place: Box, size: float) -> None:
    """The chart; a course without any known share draws nothing."""
    if not course.known:
        return
    left = text_width("100 %", size) + 10
    top, below = 2.6 * size * LINE_HEIGHT + 6, size * LINE_HEIGHT + 14
    right = text_width("100 %", size, is_bold=True) + 16
    inner = Box(left, top, place.width - left - right, place.height - top - below)
    sheet = course_sheet(course)
    chart = WrittenChart(course_chart(course, sheet, xml.layout(inner, place), size), sheet)
    frame = add_chart(shapes, place, XL_CHART_TYPE.LINE_MARKERS, chart)
    frame.name = told(course.title)
    describe(frame, alternative(course))


def alternative(course: Course) -> str:
    """All that the lines say, in words."""
    points = "; ".join(
        f"{short_date(point.as_of)}: {percent(point.share)}" for point in course.points
    )
    return f"{course.title}. {course.sentence} {points}."


def course_sheet(course: Course) -> Sheet:
    """Shares by date for each line, missing where a line has no point."""
    days = _days(course)
    shares = {point.as_of: point.share for point in course.points}
    lines = [Series(told(course.title), [shares.get(day) for day in days])]
    if course.target is not None:
        name = words.target(percent(course.target))
        lines.append(Series(name, [course.target] * len(days)))
    if course.estimate is not None:
        start, share = course.known[-1]
        for name, end in (
            (words.LOWEST, course.estimate.low),
            (words.HIGHEST, course.estimate.high),
        ):
            ends = {start: share, course.estimate.on: end}
            lines.append(Series(name, [ends.get(day) for day in days]))
    return Sheet(words.DAY, days, lines, number_format=_PERCENT)


def _days(course: Course) -> list[date]:
    """Every date of the chart, oldest first."""
    days = {point.as_of for point in course.points} | {course.last}
    return sorted(days | ({course.estimate.on} if course.estimate else set()))


def course_chart(course: Course, sheet: Sheet, layout: str, size: float) -> str:
    """The whole chart; layout: where its plot stands."""
    looks = [_line(_INK.accent, 3, "solid", _course_labels(course, size), "circle")]
    if course.target is not None:
        looks.append(_line(_INK.text, 1.5, "dash", xml.labels([], Style(size), "t"), "none"))
    if course.estimate is not None:
        looks += [
            _line(_AMBER, 2, "sysDash", label, "diamond") for label in _end_labels(course, size)
        ]
    plot = (
        f'<c:plotArea>{layout}<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{xml.series(sheet, looks)}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/>'
        f"</c:lineChart>{_dates(course, size)}{_shares(size)}</c:plotArea>"
    )
    return xml.chart_space(plot, size, legend=xml.legend(Style(size)), blanks="span")


def _dates(course: Course, size: float) -> str:
    """From the first of a month to the first of a month, a tick on the first of every few."""
    first = (course.first - timedelta(days=10)).replace(day=1)
    last = (course.last + timedelta(days=31)).replace(day=1)
    months = (last.year - first.year) * 12 + last.month - first.month
    return (
        f'<c:dateAx><c:axId val="1"/>{xml.scaling(serial_of(first), serial_of(last))}'
        f'<c:axPos val="b"/>{xml.axis_parts("", _MONTH, Style(size))}'
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/>'
        f'<c:baseTimeUnit val="days"/><c:majorUnit val="{max(1, -(-months // _MOST_TICKS))}"/>'
        '<c:majorTimeUnit val="months"/></c:dateAx>'
    )


def _shares(size: float) -> str:
    return (
        f'<c:valAx><c:axId val="2"/>{xml.scaling(0, 1)}<c:axPos val="l"/>{xml.gridlines()}'
        f"{xml.axis_parts('', _PERCENT, Style(size))}"
        '<c:crossAx val="1"/><c:crosses val="min"/><c:crossBetween val="midCat"/>'
        '<c:majorUnit val="0.25"/></c:valAx>'
    )


def _line(color: str, width: float, dash: str, label: str, symbol: str) -> xml.Drawn:
    line = solid(color)
    size = "" if symbol == "none" else f'<c:size val="9"/>{xml.shape(line)}'
    marker = f'<c:marker><c:symbol val="{symbol}"/>{size}</c:marker>'
    return xml.Drawn(xml.shape("", line, width, dash), label, marker)


def _course_labels(course: Course, size: float) -> str:
    """Percentages as the deck writes them: a number format would round 99,6 up to 100."""
    days, style = _days(course), Style(size, is_bold=True)
    own = []
    for day, share in course.known:
        is_near = course.target is not None and 0 <= course.target - share < _NEAR
        own.append(xml.label(days.index(day), percent(share), style, "b" if is_near else "t"))
    return xml.labels(own, style, "t")


def _end_labels(course: Course, size: float) -> list[str]:
    """Labels of the lower and the upper end of the estimate."""
    if course.estimate is None:
        return []
    is_close = course.estimate.high - course.estimate.low < _APART
    style = Style(size, is_bold=True, color=_AMBER)
    end = _days(course).index(course.estimate.on)
    return [
        xml.labels([xml.label(end, percent(share), style, away if is_close else "r")], style, "r")
        for share, away in ((course.estimate.low, "b"), (course.estimate.high, "t"))
    ]
