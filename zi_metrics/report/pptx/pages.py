"""The cover and the slides of the deck: titles, sentences and figures above, columns below."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.text import MSO_ANCHOR
from pptx.presentation import Presentation
from pptx.shapes.shapetree import SlideShapes
from pptx.slide import Slide as Page
from pptx.text.text import TextFrame

from zi_metrics.labels import pptx as words
from zi_metrics.report.pptx.blocks import add_column, least_height
from zi_metrics.report.pptx.foot import add_badge, add_foot, badge_width
from zi_metrics.report.pptx.headlines import add_headlines, headlines_height
from zi_metrics.report.pptx.measure import Box, text_height
from zi_metrics.report.pptx.tables import Grid, add_grid, grid_height
from zi_metrics.report.pptx.template import (
    COVER_TITLE,
    COVER_UNIT,
    FOOTER,
    INNER,
    MARGIN,
    TITLE,
    move,
)
from zi_metrics.report.pptx.texts import Style, add_run, add_text, fitting, set_frame
from zi_metrics.report.slides import Column, Cover, Deck, Slide

_SIZES = (18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6)
"""Font sizes of the body: the largest with which everything fits is taken."""
_TITLES = (28, 26, 24, 22, 20, 18, 16, 14, 12, 10)
_COVER_TITLES = (40, 36, 32, *_TITLES)
_SENTENCES = (18, 16, 14, 12, 10)
_GAP = 26.0
"""Between two columns."""


def add_cover(presentation: Presentation, deck: Deck) -> Page:
    """The first page: title, unit, what is known of the data."""
    page = presentation.slides.add_slide(presentation.slide_layouts[0])
    title, unit = page.shapes.title, page.placeholders[1]
    _write(title.text_frame, deck.cover.title, COVER_TITLE, _COVER_TITLES, is_bold=True)
    _write(unit.text_frame, deck.cover.unit, COVER_UNIT, _TITLES[1:], is_bold=False)
    _add_facts(page.shapes, deck.cover)
    add_badge(page.shapes, deck.badge, is_large=True)
    add_foot(page, deck)
    return page


def add_page(presentation: Presentation, slide: Slide, deck: Deck) -> Page:
    """One slide of the deck."""
    page = presentation.slides.add_slide(presentation.slide_layouts[1])
    room = TITLE.width - badge_width(deck.badge)
    place = Box(TITLE.left, TITLE.top, room, TITLE.height)
    title = page.shapes.title
    if deck.badge:
        move(title, place)
    _write(title.text_frame, slide.title, place, _TITLES, is_bold=True)
    _add_body(page.shapes, slide)
    add_badge(page.shapes, deck.badge)
    add_foot(page, deck)
    return page


def _add_body(shapes: SlideShapes, slide: Slide) -> None:
    top = TITLE.bottom + 2
    if slide.sentence:
        most = Box(MARGIN, top, INNER, 46)
        size = fitting(slide.sentence, most, _SENTENCES)
        height = text_height(slide.sentence, size, INNER)
        place = Box(MARGIN, top, INNER, height)
        add_text(shapes, place, words.SENTENCE, slide.sentence, Style(size).quiet())
        top += height + 12
    if slide.headlines:
        height = headlines_height(slide.headlines, INNER)
        add_headlines(shapes, slide.headlines, Box(MARGIN, top, INNER, height))
        top += height + 14
    _add_columns(shapes, slide.columns, Box(MARGIN, top, INNER, FOOTER.top - 8 - top))


def _add_columns(shapes: SlideShapes, columns: Sequence[Column], place: Box) -> None:
    if not columns:
        return
    unit = (place.width - _GAP * (len(columns) - 1)) / sum(column.share for column in columns)
    widths = [unit * column.share for column in columns]
    sized = list(zip(columns, widths, strict=True))
    size = next(
        (
            size
            for size in _SIZES
            if all(least_height(column, size, width) <= place.height for column, width in sized)
        ),
        _SIZES[-1],
    )
    left = place.left
    for column, width in sized:
        add_column(shapes, column, Box(left, place.top, width, place.height), size)
        left += width + _GAP


def _add_facts(shapes: SlideShapes, cover: Cover) -> None:
    grid = Grid(words.FACTS, cover.facts, frozenset(), has_header=False)
    top, width = COVER_UNIT.bottom + 24, 620.0
    height = FOOTER.top - 12 - top
    size = next((each for each in _SIZES if grid_height(grid, each, width) <= height), _SIZES[-1])
    if cover.facts:
        add_grid(shapes, grid, Box(COVER_UNIT.left, top, width, height), size)


def _write(frame: TextFrame, text: str, place: Box, style: Sequence[int], is_bold: bool) -> None:
    """A placeholder's text, as large as fits."""
    size = fitting(text, place, style, is_bold=is_bold)
    anchor = MSO_ANCHOR.BOTTOM if is_bold else MSO_ANCHOR.TOP
    set_frame(frame, 0, anchor)
    add_run(frame.paragraphs[0], text, Style(size, is_bold) if is_bold else Style(size).quiet())
