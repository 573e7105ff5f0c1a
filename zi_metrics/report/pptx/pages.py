"""The cover and the slides of the deck: titles, sentences and figures above, columns below."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.shapetree import SlideShapes
from pptx.slide import Slide as Page

from zi_metrics.labels import pptx as words
from zi_metrics.report.pptx.blocks import SIZES, add_column, fitted
from zi_metrics.report.pptx.foot import add_badge, add_foot, badge_width
from zi_metrics.report.pptx.headlines import add_headlines, headlines_height
from zi_metrics.report.pptx.measure import Box, text_height
from zi_metrics.report.pptx.tables import Grid, add_grid, best_height, grid_height, is_roomy
from zi_metrics.report.pptx.template import (
    COVER_TITLE,
    COVER_UNIT,
    FOOTER,
    INNER,
    MARGIN,
    TITLE,
    move,
)
from zi_metrics.report.pptx.texts import Frame, Style, add_text, fitting, paragraph, run, write
from zi_metrics.report.slides import Column, Cover, Deck, Slide

_TITLES = (28, 26, 24, 22, 20, 18, 16, 14, 12, 10)
_COVER_TITLES = (40, 36, 32, *_TITLES)
_SENTENCES = (18, 16, 14, 12, 10)
_GAP = 26.0
"""Between two columns."""
_LONE, _BESIDE = 22, 18
"""The largest texts of a column that is alone, and of one beside others."""
_SENTENCE_HEIGHT, _FACTS_WIDTH = 46.0, 720.0


def add_cover(presentation: Presentation, deck: Deck) -> None:
    """The first page: title, unit, what is known of the data."""
    page = _new_page(presentation, 0)
    title, unit = list(page.placeholders)[:2]
    _write_title(title, deck.cover.title, COVER_TITLE, _COVER_TITLES)
    size = fitting(deck.cover.unit, COVER_UNIT, _TITLES[1:])
    write(unit, [paragraph([run(deck.cover.unit, Style(size).quiet())])])
    _add_facts(page.shapes, deck.cover)
    add_badge(page.shapes, deck.badge, is_large=True)
    add_foot(page, deck, 1)


def add_page(presentation: Presentation, slide: Slide, deck: Deck) -> Page:
    """One slide of the deck, the next one."""
    page = _new_page(presentation, 1)
    room = TITLE.width - badge_width(deck.badge)
    place = Box(TITLE.left, TITLE.top, room, TITLE.height)
    title = next(iter(page.placeholders))
    if deck.badge:
        move(title, place)
    _write_title(title, slide.title, place, _TITLES)
    _add_body(page.shapes, slide)
    add_badge(page.shapes, deck.badge)
    add_foot(page, deck, len(presentation.slides))
    return page


def _new_page(presentation: Presentation, layout: int) -> Page:
    page: Page = presentation.slides.add_slide(presentation.slide_layouts[layout])
    page.shapes.turbo_add_enabled = True  # else every new shape looks at the ids of all others
    return page


def _write_title(title: BaseShape, text: str, place: Box, sizes: Sequence[int]) -> None:
    style = Style(fitting(text, place, sizes, is_bold=True), is_bold=True)
    write(title, [paragraph([run(text, style)])], Frame("b"))


def _add_body(shapes: SlideShapes, slide: Slide) -> None:
    top = TITLE.bottom + 2
    if slide.sentence:
        most = Box(MARGIN, top, INNER, _SENTENCE_HEIGHT)
        size = fitting(slide.sentence, most, _SENTENCES)
        height = text_height(slide.sentence, size, INNER)
        place = Box(MARGIN, top, INNER, height)
        add_text(shapes, place, words.SENTENCE, slide.sentence, Style(size).quiet())
        top += height + 9
    if slide.headlines:
        height = headlines_height(slide.headlines, INNER)
        add_headlines(shapes, slide.headlines, Box(MARGIN, top, INNER, height))
        top += height + 11
    _add_columns(shapes, slide.columns, Box(MARGIN, top, INNER, FOOTER.top + 6 - top))


def _add_columns(shapes: SlideShapes, columns: Sequence[Column], place: Box) -> None:
    """Columns side by side; the space below their last block may touch the foot."""
    if not columns:
        return
    share = (place.width - _GAP * (len(columns) - 1)) / sum(column.share for column in columns)
    most = _LONE if len(columns) == 1 else _BESIDE
    left = place.left
    for column in columns:
        own = Box(left, place.top, share * column.share, place.height)
        told, size = fitted(column, own, most)
        add_column(shapes, told, own, size)
        left += own.width + _GAP


def _add_facts(shapes: SlideShapes, cover: Cover) -> None:
    if not cover.facts:
        return
    grid = Grid(words.FACTS, cover.facts, has_header=False)
    top = COVER_UNIT.bottom + 24
    most = Box(COVER_UNIT.left, top, _FACTS_WIDTH, FOOTER.top - 12 - top)
    size = next((each for each in SIZES[2:] if _fits(grid, each, most)), SIZES[-1])
    height = min(most.height, best_height(grid, size, most.width))
    add_grid(shapes, grid, Box(most.left, top, most.width, height), size)


def _fits(grid: Grid, size: int, place: Box) -> bool:
    return is_roomy(grid, size, place.width) and (
        grid_height(grid, size, place.width) <= place.height
    )
