"""The rows of one tab below its header: merged cells, links, what is no item at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from zi_metrics.labels import sheet_problems as text
from zi_metrics.sources.grid import Grid, Span, Value
from zi_metrics.sources.header import (
    ROWS_SEARCHED,
    Header,
    blank_below,
    find_header,
    missing_columns,
    repeats_header,
)
from zi_metrics.tables.book import TabRead, letter
from zi_metrics.tables.cells import COVERED
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.spec import Column, Kind, TableSpec

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


@dataclass(frozen=True, eq=False)
class TabRows:
    """The rows of one tab: cells by canonical column, and where each row stands.

    lacking: what no figure can do without; the tab then has no rows here.
    """

    columns: dict[str, list[Value]]
    origins: list[str]
    read: TabRead
    problems: list[Problem] = field(default_factory=list)
    lacking: list[Problem] = field(default_factory=list)


def read_tab(grid: Grid, spec: TableSpec) -> TabRows:
    """The rows of a tab that holds a table, or what it lacks to be one."""
    header = find_header(grid, spec)
    if header is None:
        return _without_header(grid, spec)
    missing = missing_columns(header, spec)
    if missing:
        where = f"{grid.title}!{letter(0)}{header.row + 1}"
        lacking = [
            Problem(ERROR, spec.tab, where, *text.required_column_missing(column.header))
            for column in missing
        ]
        return TabRows({}, [], TabRead(grid.title, spec.name, grid.gid), lacking=lacking)
    return _Reader(grid, spec, header).read()


def _without_header(grid: Grid, spec: TableSpec) -> TabRows:
    """An emptied tab has no rows; one that holds something cannot be read."""
    tab = TabRead(grid.title, spec.name, grid.gid)
    if not any(map(any, grid.rows)):
        return TabRows({name: [] for name in spec.names}, [], tab)
    wanted = [column.header for column in spec.columns if column.required]
    parts = text.header_not_found(grid.title, wanted, ROWS_SEARCHED)
    return TabRows({}, [], tab, lacking=[Problem(ERROR, spec.tab, f"{grid.title}!A1", *parts)])


class _Reader:
    """Reads the rows below the header of one tab."""

    def __init__(self, grid: Grid, spec: TableSpec, header: Header) -> None:
        self._grid, self._spec, self._header = grid, spec, header
        self._by_name = {column.name: column for column in spec.columns}
        self._letters = {name: letter(column) for name, column in header.columns.items()}
        self._positions = tuple(header.columns.values())
        self._headings = {(s.top, s.left) for s in grid.merges if self._is_heading(s)}
        self._problems: list[Problem] = list(self._about_columns())

    def read(self) -> TabRows:
        header, grid = self._header, self._grid
        blank = list(blank_below(grid, header))
        filled = {row for row, is_blank in enumerate(blank, start=header.row + 1) if not is_blank}
        covered = self._covered(filled)
        rows = [row for row in sorted(filled) if not self._is_passed_over(row, covered)]
        columns = {
            name: self._column(self._by_name[name], position, rows, covered)
            for name, position in header.columns.items()
        } | self._links_of_names(rows)
        hidden = len(grid.hidden_rows.intersection(rows))
        if hidden:
            where = f"{grid.title}!A{header.row + 1}"
            self._problems.append(Problem(ADVICE, self._spec.tab, where, *text.rows_hidden(hidden)))
        read = TabRead(
            grid.title, self._spec.name, grid.gid, self._letters, len(rows), sum(blank), hidden
        )
        shown_at = self._letters[self._spec.shown_by]
        origins = [f"{grid.title}!{shown_at}{row + 1}" for row in rows]
        return TabRows(columns, origins, read, self._problems)

    def _column(
        self,
        column: Column,
        position: int,
        rows: Sequence[int],
        covered: Mapping[tuple[int, int], Value],
    ) -> list[Value]:
        grid_rows = self._grid.rows
        cells = [grid_rows[r][position] if position < len(grid_rows[r]) else None for r in rows]
        if covered:
            cells = [
                covered.get((row, position), cell) for row, cell in zip(rows, cells, strict=True)
            ]
        if column.kind is Kind.LINK and self._grid.links:
            cells = [self._link(row, position, c) for row, c in zip(rows, cells, strict=True)]
        return cells

    def _link(self, row: int, position: int, cell: Value) -> Value:
        """The addresses behind a cell's text; without a cell those behind the name of the item."""
        behind = self._grid.links.get((row, position))
        if behind:
            return "\n".join(behind)
        return self._link_of_name(row) if cell is None else cell

    def _link_of_name(self, row: int) -> str | None:
        behind = self._grid.links.get((row, self._header.columns[self._spec.shown_by]))
        return "\n".join(behind) if behind else None

    def _links_of_names(self, rows: Sequence[int]) -> dict[str, list[Value]]:
        """The column of links where the tab has none, but its items' names lead somewhere."""
        linked: list[Value] = [self._link_of_name(row) for row in rows]
        if not any(linked):
            return {}
        named = (column.name for column in self._spec.columns if column.kind is Kind.LINK)
        return {name: linked for name in named if name not in self._header.columns}

    def _covered(self, filled: set[int]) -> dict[tuple[int, int], Value]:
        """What holds in the cells under a merged one, in rows that hold anything else."""
        held: dict[tuple[int, int], Value] = {}
        by_position = {position: name for name, position in self._header.columns.items()}
        last = len(self._grid.rows)
        for span in self._grid.merges:
            at = span.top, span.left
            corner = self._cell(*at)
            if corner is None or span.top <= self._header.row or at in self._headings:
                continue
            for position in range(span.left, span.right):
                name = by_position.get(position)
                if name is None:
                    continue
                goes_down = self._by_name[name].fills_down and position == span.left
                for row in filled.intersection(range(span.top, min(span.bottom, last))):
                    if (row, position) != at:
                        held[row, position] = corner if goes_down else COVERED
        return held

    def _is_heading(self, span: Span) -> bool:
        """Whether a merge across columns is all that its only row holds: the title of a part."""
        is_across = span.bottom - span.top == 1 and span.right - span.left > 1
        if not is_across or self._cell(span.top, span.left) is None:
            return False
        row = self._grid.rows[span.top]
        return not any([*row[: span.left], *row[span.right :]])

    def _is_passed_over(self, row: int, covered: Mapping[tuple[int, int], Value]) -> bool:
        """Whether a row is no item: the title of a part, the header again, a remark beside."""
        cells = self._grid.rows[row]
        first = next(i for i, cell in enumerate(cells) if cell is not None and cell is not False)
        held = [p for p in self._positions if p < len(cells) and cells[p] is not None]
        if (row, first) in self._headings:
            parts = text.heading_row(cells[first])
        elif not held and not any((row, position) in covered for position in self._positions):
            parts = text.only_unread_cells(cells[first])
        elif repeats_header(cells, held, self._spec):
            parts = text.header_again()
        else:
            return False
        where = f"{self._grid.title}!{letter(first)}{row + 1}"
        self._problems.append(Problem(ADVICE, self._spec.tab, where, *parts))
        return True

    def _cell(self, row: int, position: int) -> Value:
        rows = self._grid.rows
        return rows[row][position] if row < len(rows) and position < len(rows[row]) else None

    def _about_columns(self) -> Iterator[Problem]:
        title, line = self._grid.title, self._header.row + 1
        for written, position, first in self._header.doubled:
            parts = text.column_doubled(written, f"{letter(first)}{line}")
            yield Problem(WARNING, self._spec.tab, f"{title}!{letter(position)}{line}", *parts)
        if self._header.extra:
            parts = text.columns_ignored(self._header.extra)
            yield Problem(ADVICE, self._spec.tab, f"{title}!A{line}", *parts)
