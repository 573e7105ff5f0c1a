"""What stands on every page: the stamp, the page's number, the badge of the sample."""

from __future__ import annotations

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.shapetree import SlideShapes
from pptx.slide import Slide as Page

from zi_metrics.labels import pptx as words
from zi_metrics.report.pptx.measure import Box, text_width
from zi_metrics.report.pptx.template import FOOTER, FOOTER_SIZE, MARGIN, WIDTH
from zi_metrics.report.pptx.texts import (
    QUIET,
    Frame,
    Style,
    add_box,
    aligned,
    fitting,
    literal,
    look,
    paragraph,
    run,
    write,
)
from zi_metrics.report.slides import Deck

_GROUND, _ON_GROUND = "#E69F00", "#11171D"
_SMALL, _LARGE, _TOP = 14, 20, 26
_SIZES = (FOOTER_SIZE, 10, 9, 8, 7, 6)
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
    width = badge_width(badge, size) - size / 2
    place = Box(WIDTH - MARGIN - width, _TOP, width, size * 1.8)
    style = Style(size, is_bold=True, color=_ON_GROUND)
    text = paragraph([run(badge, style)], aligned("ctr"))
    add_box(shapes, place, words.BADGE, [text], Frame("ctr", ground=_GROUND))


def add_foot(page: Page, deck: Deck, number: int) -> None:
    """The stamp and 'n dari m', in the placeholders that PowerPoint knows them by."""
    for layout in list(page.slide_layout.placeholders):
        if layout.placeholder_format.type in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
            page.shapes.clone_placeholder(layout)
    stamp, position = list(page.placeholders)[-2:]
    style = Style(fitting(deck.stamp, FOOTER, _SIZES), color=QUIET)
    write(stamp, [paragraph([run(deck.stamp, style)])], Frame("ctr"))
    style = Style(FOOTER_SIZE, color=QUIET)
    field = (
        f'<a:fld id="{_NUMBER_ID}" type="slidenum"><a:rPr {look(style)}</a:rPr>'
        f"<a:t>{number}</a:t></a:fld>"
    )
    runs = [field, literal(words.number_of(deck.count), style)]
    write(position, [paragraph(runs, aligned("r"))], Frame("ctr"))
