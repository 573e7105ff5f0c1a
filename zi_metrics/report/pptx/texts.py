"""Text on a slide: plain runs in Indonesian, never read as anything but text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.shapes.autoshape import Shape
from pptx.shapes.shapetree import SlideShapes
from pptx.text.text import Font, TextFrame, _Paragraph
from pptx.util import Pt

from zi_metrics.charts.palette import INK, Mode
from zi_metrics.labels.numbers import NBSP
from zi_metrics.report.plain import plain
from zi_metrics.report.pptx.measure import Box, text_height

TEXT = INK[Mode.LIGHT].text
QUIET = "#4A5661"


@dataclass(frozen=True)
class Style:
    """How a run looks; size in points."""

    size: float
    is_bold: bool = False
    color: str = TEXT

    def bold(self) -> Style:
        """The same in bold."""
        return replace(self, is_bold=True)

    def quiet(self, size: float | None = None) -> Style:
        """The same less loud."""
        return replace(self, size=size or self.size, is_bold=False, color=QUIET)


def told(text: str) -> str:
    """A text as XML can hold it; its non-breaking spaces stay."""
    return NBSP.join(map(plain, text.split(NBSP)))


def rgb(color: str) -> RGBColor:
    """A colour of the palette."""
    return RGBColor.from_string(color.removeprefix("#"))


def style_font(font: Font, style: Style) -> None:
    """Size, weight, colour and language of a run or of a chart's text."""
    font.size = Pt(style.size)
    font.bold = style.is_bold
    font.color.rgb = rgb(style.color)
    font.language_id = MSO_LANGUAGE_ID.INDONESIAN


def add_run(paragraph: _Paragraph, text: str, style: Style) -> None:
    """One stretch of text of one look at the end of a paragraph."""
    run = paragraph.add_run()
    run.text = told(text)
    style_font(run.font, style)


def text_box(shapes: SlideShapes, place: Box, name: str) -> Shape:
    """An empty text box without margins, which keeps its size; name: for the selection pane."""
    shape = shapes.add_textbox(Pt(place.left), Pt(place.top), Pt(place.width), Pt(place.height))
    shape.name = name
    set_frame(shape.text_frame, 0, MSO_ANCHOR.TOP)
    return shape


def set_frame(frame: TextFrame, margin: float, anchor: MSO_ANCHOR) -> None:
    """A frame that breaks lines and keeps its size; margin: on all sides, in points."""
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = Pt(margin)
    frame.margin_top = frame.margin_bottom = Pt(margin / 2)


def write_paragraphs(
    frame: TextFrame, lines: Sequence[tuple[str, Style]], align: PP_ALIGN | None = None
) -> None:
    """A paragraph per text, into an empty frame."""
    for position, (text, style) in enumerate(lines):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        if align is not None:
            paragraph.alignment = align
        add_run(paragraph, text, style)


def add_text(shapes: SlideShapes, place: Box, name: str, text: str, style: Style) -> None:
    """A text box with one paragraph."""
    write_paragraphs(text_box(shapes, place, name).text_frame, [(text, style)])


def describe(shape: object, text: str) -> None:
    """The text a screen reader says for a chart or table."""
    for properties in shape.element.xpath(".//p:cNvPr"):  # type: ignore[attr-defined]
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
