"""The headline figures of a slide, as boxes side by side."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt

from zi_metrics.labels import pptx as words
from zi_metrics.report.pptx.measure import Box, line_count, text_height
from zi_metrics.report.pptx.texts import Style, rgb, set_frame, told, write_paragraphs
from zi_metrics.report.slides import Headline

_GROUND = "#EEF1F4"
_GAP, _PADDING = 12.0, 10.0
_NAME, _SMALL = 14.0, 14.0
_VALUES = (30.0, 24.0, 20.0, 18.0, 16.0, 14.0)
"""Sizes of the figure, or of the words that stand for it: the first that takes one line."""


def headlines_height(headlines: Sequence[Headline], width: float) -> float:
    """The height of the boxes, all alike."""
    room = _box_width(len(headlines), width) - 2 * _PADDING
    return max(
        (
            sum(text_height(text, style.size, room, is_bold=style.is_bold) for text, style in each)
            for each in (_texts(headline, room) for headline in headlines)
        ),
        default=0,
    ) + (_PADDING if headlines else 0)


def add_headlines(shapes: SlideShapes, headlines: Sequence[Headline], place: Box) -> None:
    """A box per headline: name, figure, counted, change."""
    width = _box_width(len(headlines), place.width)
    for position, headline in enumerate(headlines):
        left = place.left + position * (width + _GAP)
        box = shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Pt(left), Pt(place.top), Pt(width), Pt(place.height)
        )
        box.name = f"{words.HEADLINE}: {told(headline.name)}"
        box.shadow.inherit = False
        box.fill.solid()
        box.fill.fore_color.rgb = rgb(_GROUND)
        box.line.fill.background()
        set_frame(box.text_frame, _PADDING, MSO_ANCHOR.TOP)
        texts = _texts(headline, width - 2 * _PADDING)
        write_paragraphs(box.text_frame, texts, PP_ALIGN.LEFT)


def _texts(headline: Headline, room: float) -> list[tuple[str, Style]]:
    size = next(
        (
            each
            for each in _VALUES
            if line_count(headline.value, each, room, is_bold=True) == 1
        ),
        _VALUES[-1],
    )
    texts = [
        (headline.name, Style(_NAME).quiet()),
        (headline.value, Style(size, is_bold=True)),
        (headline.counted, Style(_SMALL)),
        (headline.change, Style(_SMALL).quiet()),
    ]
    return [(text, style) for text, style in texts if text]


def _box_width(count: int, width: float) -> float:
    """At least as narrow as one of two, so that a lone figure is no banner."""
    boxes = max(count, 2)
    return (width - _GAP * (boxes - 1)) / boxes
