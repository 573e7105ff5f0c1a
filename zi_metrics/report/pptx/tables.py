"""Small tables as native ones: a flagged header row, states as mark and word on their colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.shapetree import SlideShapes
from pptx.table import _Cell
from pptx.util import Pt

from zi_metrics.charts.palette import FILL, text_on
from zi_metrics.labels.statuses import marked
from zi_metrics.report.pptx.measure import LINE_HEIGHT, Box, line_count, text_width, widest_word
from zi_metrics.report.pptx.table_style import STYLE_ID
from zi_metrics.report.pptx.texts import Style, add_run, describe, rgb, told
from zi_metrics.report.slides import Matrix, Table

_SIDE, _ABOVE = 6.0, 3.0
"""Empty space in a cell."""


@dataclass(frozen=True)
class Grid:
    """Texts as they are laid out: the header first; states: of cells that stand for one."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int]
    states: tuple[tuple[str | None, ...], ...] = ()
    has_header: bool = True


def grid_of(block: Table | Matrix) -> Grid:
    """The texts of a block."""
    if isinstance(block, Table):
        return Grid(block.title, (block.headers, *block.rows), block.numbers)
    header = (block.corner, *block.columns)
    rows = tuple((name, *map(marked, states)) for name, states in block.rows)
    states = tuple((None, *states) for _, states in block.rows)
    return Grid(block.title, (header, *rows), frozenset(), ((None,) * len(header), *states))


def grid_height(grid: Grid, size: float, width: float) -> float:
    """The height of the whole table."""
    return sum(_heights(grid, size, _widths(grid, size, width)))


def add_grid(shapes: SlideShapes, grid: Grid, place: Box, size: float) -> None:
    """The table, as high as its rows need."""
    widths = _widths(grid, size, place.width)
    heights = _heights(grid, size, widths)
    frame = shapes.add_table(
        len(grid.rows), len(widths), Pt(place.left), Pt(place.top), Pt(place.width), Pt(sum(heights))
    )
    frame.name = told(grid.title)
    _set_look(frame, grid.has_header)
    for column, width in zip(frame.table.columns, widths, strict=True):
        column.width = Pt(width)
    for row, height in zip(frame.table.rows, heights, strict=True):
        row.height = Pt(height)
    for row_no, texts in enumerate(grid.rows):
        for column_no, text in enumerate(texts):
            cell = frame.table.cell(row_no, column_no)
            state = _state(grid, row_no, column_no)
            _fill(cell, text, _style(grid, row_no, column_no, size), column_no in grid.numbers)
            if state is not None:
                cell.fill.solid()
                cell.fill.fore_color.rgb = rgb(FILL[state])
    describe(frame, grid.title)


def _state(grid: Grid, row: int, column: int) -> str | None:
    return grid.states[row][column] if grid.states else None


def _is_head(grid: Grid, row: int, column: int) -> bool:
    return column == 0 or (row == 0 and grid.has_header)


def _style(grid: Grid, row: int, column: int, size: float) -> Style:
    state = _state(grid, row, column)
    if state is not None:
        return Style(size, color=text_on(FILL[state]))
    return Style(size, is_bold=_is_head(grid, row, column))


def _fill(cell: _Cell, text: str, style: Style, is_number: bool) -> None:
    cell.margin_left = cell.margin_right = Pt(_SIDE)
    cell.margin_top = cell.margin_bottom = Pt(_ABOVE)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    if is_number:
        paragraph.alignment = PP_ALIGN.RIGHT
    add_run(paragraph, text, style)


def _set_look(frame: GraphicFrame, has_header: bool) -> None:
    frame.table.first_row, frame.table.first_col = has_header, True
    frame.table.horz_banding = False
    for style in frame.element.xpath(".//a:tableStyleId"):
        style.text = STYLE_ID


def _widths(grid: Grid, size: float, width: float) -> list[float]:
    """Columns as wide as their texts, where there is room; else texts are broken, widest first."""
    columns = list(zip(*grid.rows, strict=True))
    natural = [_widest(column, size, position) for position, column in enumerate(columns)]
    if sum(natural) <= width:
        return _spread(natural, width - sum(natural))
    least = [
        min(whole, max(widest_word(text, size * 1.07) for text in column) + 2 * _SIDE)
        for whole, column in zip(natural, columns, strict=True)
    ]
    if sum(least) >= width:
        return [each * width / sum(least) for each in least]
    share = (width - sum(least)) / (sum(natural) - sum(least))
    return [low + (whole - low) * share for low, whole in zip(least, natural, strict=True)]


def _widest(column: Sequence[str], size: float, position: int) -> float:
    header, *cells = column
    texts = [text_width(cell, size, is_bold=position == 0) for cell in cells]
    return max([text_width(header, size, is_bold=True), *texts]) + 2 * _SIDE + 1


def _spread(natural: list[float], spare: float) -> list[float]:
    """What is left over, evenly: a table is as wide as its place."""
    return [each + spare / len(natural) for each in natural]


def _heights(grid: Grid, size: float, widths: Sequence[float]) -> list[float]:
    return [
        max(
            line_count(text, size, width - 2 * _SIDE, is_bold=_is_head(grid, row, column))
            for column, (text, width) in enumerate(zip(texts, widths, strict=True))
        )
        * size
        * LINE_HEIGHT
        + 2 * _ABOVE
        for row, texts in enumerate(grid.rows)
    ]
