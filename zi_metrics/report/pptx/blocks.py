"""A block of a slide: its title, what it shows, and how many are not shown; sized and drawn."""

from __future__ import annotations

from dataclasses import dataclass

from pptx.shapes.shapetree import SlideShapes

from zi_metrics.labels import pptx as words
from zi_metrics.report.pptx import bars, course, lists, tables
from zi_metrics.report.pptx.measure import Box, text_height
from zi_metrics.report.pptx.texts import Style, add_text, told
from zi_metrics.report.slides import Bars, Block, Column, Course, Lines, Matrix, Table

_TITLE_GAP, _REST_GAP = 4.0, 2.0
BETWEEN = 14.0
"""Between two blocks of a column."""


@dataclass(frozen=True)
class Need:
    """The height a block needs at a font size, and the height it can make good use of."""

    least: float
    best: float


def need_of(block: Block, size: float, width: float) -> Need:
    """Title and rest included."""
    around = _around(block, size, width)
    content = _content(block, size, width)
    return Need(content.least + around, content.best + around)


def least_height(column: Column, size: float, width: float) -> float:
    """The height all blocks of a column need."""
    needs = [need_of(block, size, width).least for block in column.blocks]
    return sum(needs) + BETWEEN * max(0, len(needs) - 1)


def add_column(shapes: SlideShapes, column: Column, place: Box, size: float) -> None:
    """The blocks from the top; what is left over goes to those that can use it."""
    needs = [need_of(block, size, place.width) for block in column.blocks]
    spare = max(0.0, place.height - least_height(column, size, place.width))
    top = place.top
    for block, need in zip(column.blocks, needs, strict=True):
        more = min(spare, need.best - need.least)
        spare -= more
        _add_block(shapes, block, Box(place.left, top, place.width, need.least + more), size)
        top += need.least + more + BETWEEN


def _add_block(shapes: SlideShapes, block: Block, place: Box, size: float) -> None:
    top, left, width = place.top, place.left, place.width
    if block.title:
        height = text_height(block.title, size, width, is_bold=True)
        name = f"{words.BLOCK_TITLE}: {told(block.title)}"
        title = Box(left, top, width, height)
        add_text(shapes, title, name, block.title, Style(size, is_bold=True))
        top += height + _TITLE_GAP
    rest = _rest_height(block, size, width)
    content = Box(left, top, width, place.bottom - top - rest)
    _add_content(shapes, block, content, size)
    if rest:
        below = Box(left, content.bottom + _REST_GAP, width, rest - _REST_GAP)
        add_text(shapes, below, words.REST, _more(block), Style(size - 2).quiet())


def _add_content(shapes: SlideShapes, block: Block, place: Box, size: float) -> None:
    match block:
        case Bars():
            bars.add_bars(shapes, block, place, size)
        case Course():
            course.add_course(shapes, block, place, size)
        case Lines():
            lists.add_lines(shapes, block, place, size)
        case Table() if not block.rows:
            add_text(shapes, place, told(block.title), block.empty, Style(size))
        case Table() | Matrix():
            tables.add_grid(shapes, tables.grid_of(block), place, size)


def _content(block: Block, size: float, width: float) -> Need:
    match block:
        case Bars():
            return Need(
                bars.least_height(block, size, width), bars.best_height(block, size, width)
            )
        case Course():
            return Need(course.LEAST_HEIGHT, 400)
        case Lines():
            height = lists.lines_height(block, size, width)
        case Table() if not block.rows:
            height = text_height(block.empty, size, width)
        case Table() | Matrix():
            height = tables.grid_height(tables.grid_of(block), size, width)
    return Need(height, height)


def _around(block: Block, size: float, width: float) -> float:
    title = text_height(block.title, size, width, is_bold=True) + _TITLE_GAP if block.title else 0
    return title + _rest_height(block, size, width)


def _rest_height(block: Block, size: float, width: float) -> float:
    more = _more(block)
    return text_height(more, size - 2, width) + _REST_GAP if more else 0


def _more(block: Block) -> str:
    return block.more if isinstance(block, Lines | Table) else ""
