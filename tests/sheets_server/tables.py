"""Where values:append finds the table to add to."""

from __future__ import annotations

from tests.sheets_server.a1 import Area
from tests.sheets_server.book import Position, Tab


def table_at(tab: Tab, anchor: Area) -> Area | None:
    """The lowest block of values that the anchor touches; None if it touches none.

    A block: cells with values that touch each other, corners included. So a gap in the last row
    starts a block of its own, and a bare tab as the anchor finds that one: anchor at A1.
    """
    blocks = [block for block in _blocks(tab) if block.touches(anchor)]
    return max(blocks, key=lambda block: (block.rows.stop, block.left), default=None)


def _blocks(tab: Tab) -> list[Area]:
    left_over = {position for position, cell in tab.cells.items() if cell.value is not None}
    blocks = []
    while left_over:
        blocks.append(_bounds(_connected(left_over.pop(), left_over)))
    return blocks


def _connected(first: Position, left_over: set[Position]) -> list[Position]:
    """All that hangs together with a cell; takes it out of `left_over`."""
    found, edge = [first], [first]
    while edge:
        row, column = edge.pop()
        near = {(row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1)}
        fresh = near & left_over
        left_over -= fresh
        found.extend(fresh)
        edge.extend(fresh)
    return found


def _bounds(positions: list[Position]) -> Area:
    rows, columns = zip(*positions, strict=True)
    return Area(min(rows), max(rows) + 1, min(columns), max(columns) + 1)
