"""Short lists as text boxes with real bullets or numbers."""

from __future__ import annotations

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.shapes.shapetree import SlideShapes
from pptx.text.text import _Paragraph
from pptx.util import Pt

from zi_metrics.labels import pptx as words
from zi_metrics.report.pptx.measure import Box, text_height
from zi_metrics.report.pptx.texts import Style, add_run, text_box, told
from zi_metrics.report.slides import Line, Lines

_SMALLER = 2
"""Points by which details are smaller than the text."""
_INDENT, _NUMBER_INDENT = 1.0, 1.6
"""Of the font size."""
_GAP = 0.45
"""Between two lines, of the font size."""


def lines_height(block: Lines, size: float, width: float) -> float:
    """The height of the whole list."""
    if not block.lines:
        return text_height(block.empty, size, width)
    room = width - _indent(block, size)
    return sum(_line_height(line, size, room) + size * _GAP for line in block.lines)


def add_lines(shapes: SlideShapes, block: Lines, place: Box, size: float) -> None:
    """The list, or the sentence that there is nothing."""
    box = text_box(shapes, place, f"{words.LIST}: {told(block.title)}")
    frame = box.text_frame
    if not block.lines:
        add_run(frame.paragraphs[0], block.empty, Style(size))
        return
    for position, line in enumerate(block.lines):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(size * _GAP)
        _write(paragraph, line, size)
    for properties in box.element.xpath(".//a:p/a:pPr"):
        _set_bullet(properties, block, size)


def _write(paragraph: _Paragraph, line: Line, size: float) -> None:
    """Strong, text and detail in one paragraph, so that numbers go on counting."""
    if line.strong:
        add_run(paragraph, f"{line.strong}{'  ' if line.text else ''}", Style(size, is_bold=True))
    if line.text:
        add_run(paragraph, line.text, Style(size))
    if line.detail:
        if line.strong or line.text:
            paragraph.add_line_break()
        add_run(paragraph, line.detail, Style(size).quiet(size - _SMALLER))


def _set_bullet(properties: BaseOxmlElement, block: Lines, size: float) -> None:
    written = (
        f'<a:buAutoNum {nsdecls("a")} type="arabicPeriod"/>'
        if block.is_numbered
        else f'<a:buChar {nsdecls("a")} char="•"/>'
    )
    indent = Pt(_indent(block, size))
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    properties.append(parse_xml(written))


def _indent(block: Lines, size: float) -> float:
    return size * (_NUMBER_INDENT if block.is_numbered else _INDENT)


def _line_height(line: Line, size: float, room: float) -> float:
    first = "  ".join(filter(None, (line.strong, line.text)))
    detail = text_height(line.detail, size - _SMALLER, room) if line.detail else 0
    return (text_height(first, size, room * 0.98) if first else 0) + detail
