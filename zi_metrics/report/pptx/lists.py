"""Short lists as text boxes with real bullets or numbers."""

from __future__ import annotations

from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt

from zi_metrics.labels import pptx as words
from zi_metrics.report.pptx.measure import Box, text_height
from zi_metrics.report.pptx.texts import (
    LINE_BREAK,
    Style,
    add_box,
    add_text,
    literal,
    paragraph,
    run,
    told,
)
from zi_metrics.report.slides import Line, Lines

_SMALLER = 2
"""Points by which details are smaller than the text."""
_INDENT, _NUMBER_INDENT = 1.0, 1.6
"""Of the font size."""
_GAP = 0.5
"""Between two lines, of the font size."""
_BETWEEN = "  "
"""Between what is strong and the text after it."""


def lines_height(block: Lines, size: float, width: float) -> float:
    """The height of the list, with how many are not shown."""
    if not block.lines:
        return text_height(block.empty, size, width)
    room = width - _indent(block, size)
    rest = text_height(block.more, size - _SMALLER, width) if block.more else 0
    return rest + sum(_line_height(line, size, room) + size * _GAP for line in block.lines)


def add_lines(shapes: SlideShapes, block: Lines, place: Box, size: float) -> None:
    """The list and how many are not shown, or the sentence that there is nothing."""
    name = f"{words.LIST}: {told(block.title)}"
    if not block.lines:
        add_text(shapes, place, name, block.empty, Style(size))
        return
    properties = _properties(block, size)
    paragraphs = [paragraph(_runs(line, size), properties) for line in block.lines]
    if block.more:
        paragraphs.append(paragraph([run(block.more, Style(size - _SMALLER).quiet())]))
    add_box(shapes, place, name, paragraphs)


def _runs(line: Line, size: float) -> list[str]:
    """Strong, text and detail in one paragraph, so that numbers go on counting."""
    runs = []
    if line.strong:
        runs.append(run(line.strong, Style(size, is_bold=True)))
    if line.strong and line.text:
        runs.append(literal(_BETWEEN, Style(size)))
    if line.text:
        runs.append(run(line.text, Style(size)))
    if line.detail:
        runs += [LINE_BREAK] if runs else []
        runs.append(run(line.detail, Style(size - _SMALLER).quiet()))
    return runs


def _properties(block: Lines, size: float) -> str:
    indent = Pt(_indent(block, size))
    mark = (
        '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
        if block.is_numbered
        else '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
    )
    return (
        f'<a:pPr marL="{indent}" indent="{-indent}"><a:spcAft><a:spcPts '
        f'val="{round(size * _GAP * 100)}"/></a:spcAft>{mark}</a:pPr>'
    )


def _indent(block: Lines, size: float) -> float:
    return size * (_NUMBER_INDENT if block.is_numbered else _INDENT)


def _line_height(line: Line, size: float, room: float) -> float:
    first = _BETWEEN.join(filter(None, (line.strong, line.text)))
    detail = text_height(line.detail, size - _SMALLER, room) if line.detail else 0
    return (text_height(first, size, room * 0.98) if first else 0) + detail
