"""A tab as rows of cells, the same whether it came from Google Sheets or from an .xlsx file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from zi_metrics.tables.cells import Unusable

Value = str | float | bool | datetime | Unusable | None
"""What a cell holds: text as written, a number, a checkbox, a moment without zone, nothing (None),
or something no value can be read from. Never an empty text."""


class Span(NamedTuple):
    """A merged range; rows and columns count from 0, the ends are exclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, eq=False)
class Grid:
    """One tab.

    rows: cells by row and column from A1 on, ragged; trailing empty cells and rows may be missing.
    links: web addresses and other targets behind a cell's text, by (row, column), in their order;
    only cells that have one. hidden_rows: rows hidden by hand or by a filter. gid: the tab's
    identifier in its Google Sheet. Rows and columns count from 0.
    """

    title: str
    rows: list[list[Value]]
    links: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    merges: tuple[Span, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    is_hidden: bool = False
    gid: int | None = None


@dataclass(frozen=True, eq=False)
class Workbook:
    """All tabs of one sheet or file, in their order, as they were at one moment.

    url: address of the Google Sheet, without a tab; None for a file.
    """

    name: str
    grids: tuple[Grid, ...]
    url: str | None = None
