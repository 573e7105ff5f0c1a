"""Small tables as native ones: a flagged header row, states as mark and word on their colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt

from zi_metrics.charts.palette import FILL, INK, Mode, text_on
from zi_metrics.labels.statuses import marked
from zi_metrics.report.pptx.measure import LINE_HEIGHT, Box, line_count, text_width, widest_word
from zi_metrics.report.pptx.table_style import STYLE_ID
from zi_metrics.report.pptx.texts import Style, aligned, describe, paragraph, run, solid, told
from zi_metrics.report.slides import Matrix, Table

_SIDE, _ABOVE = 6.0, 3.0
"""Empty space in a cell."""
_GAP = Pt(1.5)
"""The white line between two states."""


@dataclass(frozen=True)
class Grid:
    """Texts row by row; numbers: columns aligned right; states: of cells that stand for one."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    states: tuple[tuple[str | None, ...], ...] = ()
    has_header: bool = True

    def state(self, row: int, column: int) -> str | None:
        """The state a cell stands for, if it does."""
        return self.states[row][column] if self.states else None

    def is_strong(self, row: int, column: int) -> bool:
        """Whether a cell heads its row or column."""
        return column == 0 or (row == 0 and self.has_header)


def grid_of(block: Table | Matrix) -> Grid:
    """The texts of a block, its header first."""
    if isinstance(block, Table):
        return Grid(block.title, (block.headers, *block.rows), block.numbers)
    header = (block.corner, *block.columns)
    rows = tuple((name, *map(marked, states)) for name, states in block.rows)
    states = tuple((None, *states) for _, states in block.rows)
    return Grid(block.title, (header, *rows), states=((None,) * len(header), *states))


def is_roomy(grid: Grid, size: float, width: float) -> bool:
    """Whether no text has to be broken."""
    return sum(_natural(grid, size)) <= width


def grid_height(grid: Grid, size: float, width: float) -> float:
    """The height of the whole table."""
    return sum(_heights(grid, size, _widths(grid, size, width)))


def best_height(grid: Grid, size: float, width: float) -> float:
    """The height beyond which rows stand too far apart."""
    return grid_height(grid, size, width) + len(grid.rows) * size * 0.5


def add_grid(shapes: SlideShapes, grid: Grid, place: Box, size: float) -> None:
    """The table over the whole place, its rows as high as their texts and equal room allow."""
    widths = _widths(grid, size, place.width)
    heights = _heights(grid, size, widths)
    more = max(0.0, place.height - sum(heights)) / len(heights)
    heights = [height + more for height in heights]
    frame = shapes.add_table(1, 1, Pt(place.left), Pt(place.top), Pt(place.width), Pt(sum(heights)))
    frame.name = told(grid.title)
    for empty in frame.element.xpath(".//a:tbl"):
        empty.getparent().replace(empty, parse_xml(_written(grid, widths, heights, size)))
    describe(frame, grid.title)


def _written(grid: Grid, widths: Sequence[float], heights: Sequence[float], size: float) -> str:
    columns = "".join(f'<a:gridCol w="{Pt(width)}"/>' for width in widths)
    rows = "".join(
        f'<a:tr h="{Pt(height)}">'
        + "".join(_cell(grid, row, column, size) for column in range(len(widths)))
        + "</a:tr>"
        for row, height in enumerate(heights)
    )
    return (
        f'<a:tbl {nsdecls("a")}><a:tblPr firstRow="{int(grid.has_header)}" firstCol="1">'
        f"<a:tableStyleId>{STYLE_ID}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>"
    )


def _cell(grid: Grid, row: int, column: int, size: float) -> str:
    state = grid.state(row, column)
    style = Style(size, is_bold=grid.is_strong(row, column))
    filled = ""
    if state is not None:
        style = Style(size, color=text_on(FILL[state]))
        filled = _gaps() + solid(FILL[state])
    where = aligned("r" if column in grid.numbers else "l")
    text = paragraph([run(grid.rows[row][column], style)], where)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>"
        f'<a:tcPr marL="{Pt(_SIDE)}" marR="{Pt(_SIDE)}" marT="{Pt(_ABOVE)}" marB="{Pt(_ABOVE)}" '
        f'anchor="ctr">{filled}</a:tcPr></a:tc>'
    )


def _gaps() -> str:
    white = solid(INK[Mode.LIGHT].page)
    return "".join(f'<a:ln{side} w="{_GAP}">{white}</a:ln{side}>' for side in "LRTB")


def _natural(grid: Grid, size: float) -> list[float]:
    """Widths with which no text is broken."""
    return [
        max(
            text_width(text, size, is_bold=grid.is_strong(row, column))
            for row, text in enumerate(texts)
        )
        + 2 * _SIDE
        + 1
        for column, texts in enumerate(zip(*grid.rows, strict=True))
    ]


def _widths(grid: Grid, size: float, width: float) -> list[float]:
    """Columns as wide as their texts where there is room; else texts are broken, longest first."""
    natural = _natural(grid, size)
    if sum(natural) <= width:
        return _spread(grid, natural, width)
    least = [
        min(whole, max(widest_word(text, size * 1.07) for text in texts) + 2 * _SIDE)
        for whole, texts in zip(natural, zip(*grid.rows, strict=True), strict=True)
    ]
    if sum(least) >= width:
        return [each * width / sum(least) for each in least]
    share = (width - sum(least)) / (sum(natural) - sum(least))
    return [low + (whole - low) * share for low, whole in zip(least, natural, strict=True)]


def _spread(grid: Grid, natural: Sequence[float], width: float) -> list[float]:
    """A table is as wide as its place; columns of states are all alike where that fits."""
    first, *others = natural
    even = (width - first) / max(1, len(others))
    if grid.states and others and max(others) <= even:
        return [first, *([even] * len(others))]
    spare = (width - sum(natural)) / len(natural)
    return [each + spare for each in natural]


def _heights(grid: Grid, size: float, widths: Sequence[float]) -> list[float]:
    return [
        max(
            line_count(text, size, width - 2 * _SIDE, is_bold=grid.is_strong(row, column))
            for column, (text, width) in enumerate(zip(texts, widths, strict=True))
        )
        * size
        * LINE_HEIGHT
        + 2 * _ABOVE
        for row, texts in enumerate(grid.rows)
    ]
