"""Text on a slide: plain runs in Indonesian, never read as anything but text.

Paragraphs are written as DrawingML and parsed once per frame: set through properties one by one,
the texts of a deck would take longer than all the rest of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt

from zi_metrics.charts.palette import INK, Mode
from zi_metrics.labels.numbers import NBSP
from zi_metrics.report.plain import plain
from zi_metrics.report.pptx.measure import Box, text_height

TEXT = INK[Mode.LIGHT].text
QUIET = "#4A5661"
LANGUAGE = "id-ID"
LINE_BREAK = "<a:br/>"


@dataclass(frozen=True)
class Style:
    """How a run looks; size in points; ground: the colour behind it, as of a marker."""

    size: float
    is_bold: bool = False
    color: str = TEXT
    ground: str | None = None

    def quiet(self, size: float | None = None) -> Style:
        """The same less loud."""
        return replace(self, size=size or self.size, is_bold=False, color=QUIET)


@dataclass(frozen=True)
class Frame:
    """How texts stand in their box; margins in points."""

    anchor: str = "t"
    side: float = 0
    above: float = 0
    ground: str | None = None


PLAIN_FRAME = Frame()


def told(text: str) -> str:
    """A text as XML can hold it; its non-breaking spaces stay."""
    return NBSP.join(map(plain, text.split(NBSP)))


def solid(color: str, declared: str = "") -> str:
    """A fill of one colour; declared: the names an element of its own has to declare."""
    return f'<a:solidFill {declared}><a:srgbClr val="{color[1:]}"/></a:solidFill>'


def look(style: Style) -> str:
    """What the properties of a run hold, from their first attribute to their last child."""
    ground = (
        f'<a:highlight><a:srgbClr val="{style.ground[1:]}"/></a:highlight>' if style.ground else ""
    )
    return (
        f'lang="{LANGUAGE}" sz="{round(style.size * 100)}" b="{int(style.is_bold)}">'
        f"{solid(style.color)}{ground}"
    )


def run(text: str, style: Style) -> str:
    """One stretch of text of one look."""
    return literal(told(text), style)


def literal(text: str, style: Style) -> str:
    """The same of a text of ours, whose spaces at the ends count."""
    return f"<a:r><a:rPr {look(style)}</a:rPr><a:t>{escape(text)}</a:t></a:r>"


def paragraph(runs: Iterable[str], properties: str = "<a:pPr/>") -> str:
    """A paragraph of runs; properties: its `a:pPr`."""
    return f"<a:p>{properties}{''.join(runs)}</a:p>"


def aligned(where: str) -> str:
    """Properties of a paragraph that stands `l`, `ctr` or `r`."""
    return f'<a:pPr algn="{where}"/>'


def write(shape: BaseShape, paragraphs: Iterable[str], frame: Frame = PLAIN_FRAME) -> None:
    """Puts paragraphs into a shape, which keeps its size and breaks lines."""
    margins = (
        f'lIns="{Pt(frame.side)}" rIns="{Pt(frame.side)}" tIns="{Pt(frame.above)}" '
        f'bIns="{Pt(frame.above)}"'
    )
    body = parse_xml(
        f'<p:txBody {nsdecls("p", "a")}><a:bodyPr wrap="square" {margins} '
        f'anchor="{frame.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{''.join(paragraphs)}</p:txBody>"
    )
    shape.element.replace(shape.element.get_or_add_txBody(), body)


def add_box(
    shapes: SlideShapes,
    place: Box,
    name: str,
    paragraphs: Sequence[str],
    frame: Frame = PLAIN_FRAME,
) -> Shape:
    """A text box; name: for the selection pane."""
    shape = shapes.add_textbox(Pt(place.left), Pt(place.top), Pt(place.width), Pt(place.height))
    shape.name = name
    write(shape, paragraphs, frame)
    if frame.ground is not None:
        for empty in shape.element.xpath("p:spPr/a:noFill"):
            empty.getparent().replace(empty, parse_xml(solid(frame.ground, nsdecls("a"))))
    return shape


def add_text(shapes: SlideShapes, place: Box, name: str, text: str, style: Style) -> None:
    """A text box with one paragraph."""
    add_box(shapes, place, name, [paragraph([run(text, style)])])


def describe(shape: BaseShape, text: str) -> None:
    """The text a screen reader says for a chart or table."""
    for properties in shape.element.xpath(".//p:cNvPr"):
        properties.set("descr", told(text))


def fitting(text: str, place: Box, sizes: Sequence[int], *, is_bold: bool = False) -> int:
    """The largest size with which a text stays in its place; else the smallest."""
    return next(
        (
            size
            for size in sizes
            if text_height(text, size, place.width, is_bold=is_bold) <= place.height
        ),
        sizes[-1],
    )
