"""A block of a slide: its title, what it shows, and how many are not shown; sized and drawn."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from pptx.shapes.shapetree import SlideShapes

from zi_metrics.labels import pptx as words
from zi_metrics.report.pptx import bars, course, lists, shares, tables
from zi_metrics.report.pptx.cut import LIMITS, cut
from zi_metrics.report.pptx.measure import Box, text_height
from zi_metrics.report.pptx.texts import Style, add_text, told
from zi_metrics.report.slides import Bars, Block, Column, Course, Lines, Matrix, Shares, Table

_TITLE_GAP, _REST_GAP = 5.0, 2.0
_TITLE_SIZE = 16
BETWEEN = 14.0
"""Between two blocks of a column."""
SIZES = (22, 20, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6)
_CHART_SIZE, _READABLE = 16, 14
"""The largest text of charts; the smallest before texts of tables are broken instead."""


@dataclass(frozen=True)
class Need:
    """The height a block needs at a font size, and the height it can make good use of."""

    least: float
    best: float


def fitted(column: Column, place: Box, most: int) -> tuple[Column, int]:
    """The column and the size, `most` or less, with which all of it stays in its place."""
    size = _size_for(column, place, most)
    if _fits(column, size, place):
        return column, size
    shorter = (cut(column, limit) for limit in LIMITS)
    return next(
        (each for each in shorter if _fits(each, size, place)), cut(column, LIMITS[-1])
    ), size


def _size_for(column: Column, place: Box, most: int) -> int:
    """The largest size with which all blocks fit; else the smallest.

    A smaller one is taken, as long as it is readable, where no text of a table is broken then.
    """
    fits = (size for size in SIZES if size <= most and _fits(column, size, place))
    largest = next(fits, SIZES[-1])
    smaller = (size for size in chain([largest], fits) if size >= _READABLE)
    return next((size for size in smaller if _is_roomy(column, size, place.width)), largest)


def _fits(column: Column, size: int, place: Box) -> bool:
    return sum(need.least for need in _needs(column, size, place.width)) <= place.height


def _is_roomy(column: Column, size: int, width: float) -> bool:
    grids = [
        tables.grid_of(block)
        for block in column.blocks
        if isinstance(block, Matrix) or (isinstance(block, Table) and block.rows)
    ]
    return all(tables.is_roomy(grid, size, width) for grid in grids)


def add_column(shapes: SlideShapes, column: Column, place: Box, size: int) -> None:
    """The blocks from the top; what is left over goes to those that can use it."""
    needs = _needs(column, size, place.width)
    spare = max(0.0, place.height - sum(need.least for need in needs))
    top = place.top
    for block, need in zip(column.blocks, needs, strict=True):
        more = min(spare, need.best - need.least)
        spare -= more
        height = need.least + more
        _add_block(shapes, block, Box(place.left, top, place.width, height - BETWEEN), size)
        top += height


def _needs(column: Column, size: int, width: float) -> list[Need]:
    return [_need(block, size, width) for block in column.blocks]


def _need(block: Block, size: int, width: float) -> Need:
    """With the space below it."""
    around = _title_height(block, size, width) + _rest_height(block, size, width) + BETWEEN
    content = _content(block, size, width)
    return Need(content.least + around, content.best + around)


def _add_block(shapes: SlideShapes, block: Block, place: Box, size: int) -> None:
    left, width = place.left, place.width
    head, rest = _title_height(block, size, width), _rest_height(block, size, width)
    if head:
        name = f"{words.BLOCK_TITLE}: {told(block.title)}"
        title = Box(left, place.top, width, head - _TITLE_GAP)
        add_text(shapes, title, name, block.title, _title_style(size))
    content = Box(left, place.top + head, width, place.height - head - rest)
    _add_content(shapes, block, content, size)
    if rest:
        below = Box(left, content.bottom + _REST_GAP, width, rest - _REST_GAP)
        add_text(shapes, below, words.REST, _more(block), Style(size - 2).quiet())


def _add_content(shapes: SlideShapes, block: Block, place: Box, size: int) -> None:
    match block:
        case Bars():
            bars.add_bars(shapes, block, place, min(size, _CHART_SIZE))
        case Shares():
            shares.add_shares(shapes, block, place, min(size, _CHART_SIZE))
        case Course():
            course.add_course(shapes, block, place, min(size, _CHART_SIZE))
        case Lines():
            lists.add_lines(shapes, block, place, size)
        case Table() if not block.rows:
            add_text(shapes, place, told(block.title), block.empty, Style(size))
        case Table() | Matrix():
            tables.add_grid(shapes, tables.grid_of(block), place, size)


def _content(block: Block, size: int, width: float) -> Need:
    match block:
        case Bars():
            chart_size = min(size, _CHART_SIZE)
            return Need(
                bars.least_height(block, chart_size, width),
                bars.best_height(block, chart_size, width),
            )
        case Shares():
            chart_size = min(size, _CHART_SIZE)
            return Need(
                shares.least_height(block, chart_size), shares.best_height(block, chart_size)
            )
        case Course():
            return Need(course.LEAST_HEIGHT, course.BEST_HEIGHT)
        case Lines():
            height = lists.lines_height(block, size, width)
        case Table() if not block.rows:
            height = text_height(block.empty, size, width)
        case Table() | Matrix():
            grid = tables.grid_of(block)
            return Need(
                tables.grid_height(grid, size, width), tables.best_height(grid, size, width)
            )
    return Need(height, height)


def _title_style(size: int) -> Style:
    return Style(min(_TITLE_SIZE, size + 3), is_bold=True)


def _title_height(block: Block, size: int, width: float) -> float:
    if not block.title:
        return 0
    style = _title_style(size)
    return text_height(block.title, style.size, width, is_bold=True) + _TITLE_GAP


def _rest_height(block: Block, size: int, width: float) -> float:
    more = _more(block)
    return text_height(more, size - 2, width) + _REST_GAP if more else 0


def _more(block: Block) -> str:
    return block.more if isinstance(block, Table) else ""
