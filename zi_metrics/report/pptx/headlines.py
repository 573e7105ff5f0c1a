"""The headline figures of a slide, as boxes side by side."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.shapes.shapetree import SlideShapes

from zi_metrics.labels import pptx as words
from zi_metrics.report.pptx.measure import Box, line_count, text_height
from zi_metrics.report.pptx.texts import Frame, Style, add_box, paragraph, run, told
from zi_metrics.report.slides import Headline

_GAP, _SIDE, _ABOVE = 12.0, 10.0, 5.0
_FRAME = Frame(side=_SIDE, above=_ABOVE, ground="#EEF1F4")
_SMALL = 14.0
_FIGURE, _WORDS = 28.0, 16.0
"""Sizes of the figure, and of the words that stand for it where there is nothing to count."""


def headlines_height(headlines: Sequence[Headline], width: float) -> float:
    """The height of the boxes, all alike."""
    room = _box_width(len(headlines), width) - 2 * _SIDE
    heights = [
        sum(
            text_height(text, style.size, room, is_bold=style.is_bold)
            for text, style in _texts(headline, room)
        )
        for headline in headlines
    ]
    return max(heights) + 2 * _ABOVE + 2 if heights else 0


def add_headlines(shapes: SlideShapes, headlines: Sequence[Headline], place: Box) -> None:
    """A box per headline: name, figure, counted, change."""
    width = _box_width(len(headlines), place.width)
    for position, headline in enumerate(headlines):
        box = Box(place.left + position * (width + _GAP), place.top, width, place.height)
        texts = _texts(headline, width - 2 * _SIDE)
        name = f"{words.HEADLINE}: {told(headline.name)}"
        add_box(shapes, box, name, [paragraph([run(*each)]) for each in texts], _FRAME)


def _texts(headline: Headline, room: float) -> list[tuple[str, Style]]:
    fits = line_count(headline.value, _FIGURE, room, is_bold=True) == 1
    texts = [
        (headline.name, Style(_SMALL).quiet()),
        (headline.value, Style(_FIGURE if fits else _WORDS, is_bold=True)),
        (headline.counted, Style(_SMALL)),
        (headline.change, Style(_SMALL).quiet()),
    ]
    return [(text, style) for text, style in texts if text]


def _box_width(count: int, width: float) -> float:
    """At most as wide as one of two, so that a lone figure is no banner."""
    boxes = max(count, 2)
    return (width - _GAP * (boxes - 1)) / boxes
