"""What stands on every page: the stamp, the page's number, the badge of the sample."""

from __future__ import annotations

from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.shapetree import SlideShapes
from pptx.slide import Slide as Page
from pptx.util import Pt

from zi_metrics.labels import pptx as words
from zi_metrics.report.pptx.measure import Box, text_width
from zi_metrics.report.pptx.template import FOOTER, FOOTER_SIZE, LANGUAGE, MARGIN, WIDTH
from zi_metrics.report.pptx.texts import (
    QUIET,
    Style,
    add_run,
    fitting,
    rgb,
    set_frame,
    told,
    write_paragraphs,
)
from zi_metrics.report.slides import Deck

_GROUND, _ON_GROUND = "#E69F00", "#11171D"
_SMALL, _LARGE = 14, 20
_NUMBER_ID = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"
"""PowerPoint knows a field by an id; this is the one of the layouts."""


def badge_width(badge: str, size: int = _SMALL) -> float:
    """The width of the badge and the space before it; 0 without one."""
    return text_width(badge, size, is_bold=True) + 2 * size if badge else 0


def add_badge(shapes: SlideShapes, badge: str, *, is_large: bool = False) -> None:
    """The word that everything is invented, in the upper right corner."""
    if not badge:
        return
    size = _LARGE if is_large else _SMALL
    width, height = badge_width(badge, size) - 12, size * 1.8
    shape = shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Pt(WIDTH - MARGIN - width), Pt(28), Pt(width), Pt(height)
    )
    shape.name = words.BADGE
    shape.shadow.inherit = False
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(_GROUND)
    shape.line.fill.background()
    set_frame(shape.text_frame, 0, MSO_ANCHOR.MIDDLE)
    style = Style(size, is_bold=True, color=_ON_GROUND)
    write_paragraphs(shape.text_frame, [(badge, style)], PP_ALIGN.CENTER)


def add_foot(page: Page, deck: Deck) -> None:
    """The stamp and 'n dari m', in the placeholders that PowerPoint knows them by."""
    for layout in page.slide_layout.placeholders:
        if layout.placeholder_format.type in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
            page.shapes.clone_placeholder(layout)
    stamp, number = list(page.placeholders)[-2:]
    place = Box(FOOTER.left, FOOTER.top, FOOTER.width, FOOTER.height)
    size = fitting(deck.stamp, place, (FOOTER_SIZE, 10, 9, 8, 7, 6))
    add_run(stamp.text_frame.paragraphs[0], deck.stamp, Style(size, color=QUIET))
    paragraph = number.text_frame.paragraphs[0]
    add_run(paragraph, words.number_of(deck.count), Style(FOOTER_SIZE, color=QUIET))
    run = number.element.xpath(".//a:r")[0]
    run.addprevious(
        parse_xml(
            f'<a:fld {nsdecls("a")} id="{_NUMBER_ID}" type="slidenum"><a:rPr lang="{LANGUAGE}" '
            f'sz="{FOOTER_SIZE * 100}"><a:solidFill><a:srgbClr val="{QUIET[1:]}"/></a:solidFill>'
            "</a:rPr><a:t></a:t></a:fld>"
        )
    )
