"""A chart in the words of DrawingML: its parts in the order the format asks for.

Written whole, because a chart set up through python-pptx's properties takes ten times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from zi_metrics.charts.palette import INK, Mode
from zi_metrics.report.pptx.measure import Box
from zi_metrics.report.pptx.sheet import Sheet
from zi_metrics.report.pptx.texts import LANGUAGE, Style, look, paragraph, run, solid
from zi_metrics.tables.cells import serial_of

FAINT = INK[Mode.LIGHT].faint
NO_FILL = "<a:noFill/>"
NOT_INVERTED = '<c:invertIfNegative val="0"/>'
_STRAIGHT = '<c:smooth val="0"/>'
_SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")


@dataclass(frozen=True)
class Drawn:
    """How a series looks: its fill and lines, the marks of its points, its labels."""

    shape: str
    labels: str = ""
    marker: str = ""


def chart_space(plot: str, size: float, *, legend: str = "", blanks: str = "gap") -> str:
    """The whole chart; plot: the plot area."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace {nsdecls("c", "a", "r")}><c:date1904 val="0"/><c:lang val="{LANGUAGE}"/>'
        f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>{plot}{legend}'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="{blanks}"/></c:chart>'
        f"{text_look(Style(size))}</c:chartSpace>"
    )


def series(sheet: Sheet, looks: Sequence[Drawn]) -> str:
    """The series of a sheet, each with its references, its cached values and its look."""
    written = []
    for position, (each, drawn) in enumerate(zip(sheet.series, looks, strict=True)):
        written.append(
            f'<c:ser><c:idx val="{position}"/><c:order val="{position}"/><c:tx>'
            f"{_texts(sheet.head(position), [each.name])}</c:tx>{drawn.shape}{drawn.marker}"
            f"{drawn.labels}<c:cat>{_names(sheet)}</c:cat><c:val>"
            f"{_numbers(sheet.values(position), each.values, sheet.number_format)}</c:val>"
            f"{_STRAIGHT if drawn.marker else ''}</c:ser>"
        )
    return "".join(written)


def shape(fill: str, line: str = NO_FILL, width: float = 0.75, dash: str = "") -> str:
    """Fill and line; width in points."""
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<c:spPr>{fill}<a:ln w="{Pt(width)}">{line}{dashed}</a:ln></c:spPr>'


def labels(own: Iterable[str], style: Style, position: str, number_format: str = "") -> str:
    """Labels of a series: those of single points, then how all others show their value."""
    others = (
        f"{_number_format(number_format)}{_no_shape()}{text_look(style)}"
        f'<c:dLblPos val="{position}"/>{_shown(True)}'
        if number_format
        else _shown(False)
    )
    return f"<c:dLbls>{''.join(own)}{others}</c:dLbls>"


def label(point: int, text: str, style: Style, position: str) -> str:
    """A text of its own beside a point, in as many lines as it has."""
    lines = "".join(paragraph([run(line, style)]) for line in text.split("\n"))
    return (
        f'<c:dLbl><c:idx val="{point}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>'
        f"{lines}</c:rich></c:tx>{_no_shape()}"
        f'<c:dLblPos val="{position}"/>{_shown(True)}</c:dLbl>'
    )


def axis_parts(title: str, number_format: str, style: Style, line: str = FAINT) -> str:
    """Title, numbers, no tick marks, labels: what every axis has between grid and crossing."""
    head = (
        '<c:title><c:tx><c:rich><a:bodyPr rot="0"/><a:lstStyle/>'
        f'{paragraph([run(title, style)])}</c:rich></c:tx><c:overlay val="0"/></c:title>'
        if title
        else ""
    )
    return (
        f"{head}{_number_format(number_format)}"
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"{shape('', solid(line))}{text_look(style)}"
    )


def names_axis(size: float) -> str:
    """The names of horizontal bars from the top down, none left out."""
    return (
        f'<c:catAx><c:axId val="1"/>{scaling(is_reversed=True)}<c:axPos val="l"/>'
        f"{axis_parts('', '', Style(size))}"
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="50"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def gridlines() -> str:
    """Faint lines across the plot."""
    return f"<c:majorGridlines>{shape('', solid(FAINT))}</c:majorGridlines>"


def scaling(
    low: float | None = None, high: float | None = None, *, is_reversed: bool = False
) -> str:
    """Ends and direction of an axis."""
    most = "" if high is None else f'<c:max val="{high:g}"/>'
    least = "" if low is None else f'<c:min val="{low:g}"/>'
    direction = "maxMin" if is_reversed else "minMax"
    return (
        f'<c:scaling><c:orientation val="{direction}"/>{most}{least}</c:scaling><c:delete val="0"/>'
    )


def layout(inner: Box, outer: Box) -> str:
    """Where axes and marks stand within the chart, without their labels."""
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
        '<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{inner.left / outer.width:.4f}"/><c:y val="{inner.top / outer.height:.4f}"/>'
        f'<c:w val="{inner.width / outer.width:.4f}"/>'
        f'<c:h val="{inner.height / outer.height:.4f}"/></c:manualLayout></c:layout>'
    )


def legend(style: Style) -> str:
    """A legend above the plot."""
    return f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{text_look(style)}</c:legend>'


def text_look(style: Style) -> str:
    """How texts of a part of a chart look."""
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr {look(style)}</a:defRPr></a:pPr>"
        f'<a:endParaRPr lang="{LANGUAGE}"/></a:p></c:txPr>'
    )


def _names(sheet: Sheet) -> str:
    days = [name for name in sheet.names if isinstance(name, date)]
    if days:
        return _numbers(sheet.names_range, [serial_of(day) for day in days], sheet.day_format)
    return _texts(sheet.names_range, [str(name) for name in sheet.names])


def _texts(where: str, texts: Sequence[str]) -> str:
    points = "".join(
        f'<c:pt idx="{point}"><c:v>{escape(text)}</c:v></c:pt>' for point, text in enumerate(texts)
    )
    return (
        f'<c:strRef><c:f>{where}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{points}'
        "</c:strCache></c:strRef>"
    )


def _numbers(where: str, numbers: Sequence[float | None], number_format: str) -> str:
    points = "".join(
        f'<c:pt idx="{point}"><c:v>{number!r}</c:v></c:pt>'
        for point, number in enumerate(numbers)
        if number is not None
    )
    return (
        f"<c:numRef><c:f>{where}</c:f><c:numCache><c:formatCode>{escape(number_format)}"
        f'</c:formatCode><c:ptCount val="{len(numbers)}"/>{points}</c:numCache></c:numRef>'
    )


def _number_format(written: str) -> str:
    return f'<c:numFmt formatCode={quoteattr(written)} sourceLinked="0"/>' if written else ""


def _no_shape() -> str:
    return f"<c:spPr>{NO_FILL}<a:ln>{NO_FILL}</a:ln></c:spPr>"


def _shown(is_value: bool) -> str:
    shown = {"Val"} if is_value else set()
    return "".join(f'<c:show{part} val="{int(part in shown)}"/>' for part in _SHOWN)
