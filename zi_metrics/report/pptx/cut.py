"""Texts cut to a length: the last resort where even the smallest type would leave the slide.

The deck keeps its texts short, so this is for what no one foresaw; notes and alternative texts
of the charts are never cut.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from zi_metrics.report.plain import shortened
from zi_metrics.report.slides import Bars, Block, Column, Line, Lines, Matrix, Shares, Table

LIMITS = (400, 200, 120, 80, 50, 30, 20)
"""Lengths in characters, tried one after the other."""


def cut(column: Column, limit: int) -> Column:
    """The column with no text longer than `limit`; its figures and titles stay."""
    return replace(column, blocks=tuple(_cut(block, limit) for block in column.blocks))


def _cut(block: Block, limit: int) -> Block:
    short = partial(shortened, limit=limit)
    match block:
        case Lines():
            lines = (Line(short(x.strong), short(x.text), short(x.detail)) for x in block.lines)
            return replace(block, lines=tuple(lines), empty=short(block.empty))
        case Table():
            rows = tuple(tuple(map(short, row)) for row in block.rows)
            return replace(block, rows=rows, empty=short(block.empty))
        case Matrix():
            return replace(block, rows=tuple((short(name), row) for name, row in block.rows))
        case Bars():
            named = (replace(x, name=short(x.name), summary=short(x.summary)) for x in block.bars)
            return replace(block, bars=tuple(named))
        case Shares():
            told = (replace(x, name=short(x.name), summary=short(x.summary)) for x in block.bars)
            return replace(block, bars=tuple(told))
    return block
