"""The rows of one tab below its header: merged cells, links, what is no item at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from zi_metrics.labels import sheet_problems as text
from zi_metrics.labels.problems import Parts
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
from zi_metrics.tables.columns import Column, Kind, TableSpec
from zi_metrics.tables.problems import Problem, Severity

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
        }
        hidden = len(grid.hidden_rows.intersection(rows))
        if hidden:
            self._note(ADVICE, f"{grid.title}!A{header.row + 1}", text.rows_hidden(hidden))
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
        if behind is None and cell is None:
            behind = self._grid.links.get((row, self._header.columns[self._spec.shown_by]))
        return "\n".join(behind) if behind else cell

    def _covered(self, filled: set[int]) -> dict[tuple[int, int], Value]:
        """What holds in the cells under a merged one, in rows that hold anything else."""
        held: dict[tuple[int, int], Value] = {}
        by_position = {position: name for name, position in self._header.columns.items()}
        for span in self._grid.merges:
            corner = self._cell(span.top, span.left)
            if corner is None or span.top <= self._header.row:
                continue
            for position in range(span.left, span.right):
                name = by_position.get(position)
                if name is None or self._is_heading(span):
                    continue
                goes_down = self._by_name[name].fills_down and position == span.left
                for row in range(span.top, span.bottom):
                    if (row, position) != (span.top, span.left) and row in filled:
                        held[row, position] = corner if goes_down else COVERED
        return held

    def _is_heading(self, span: Span) -> bool:
        """Whether a merge across columns is all that its only row holds: the title of a part."""
        row = self._grid.rows[span.top]
        rest = (cell for i, cell in enumerate(row) if not span.left <= i < span.right)
        return span.bottom - span.top == 1 and span.right - span.left > 1 and not any(rest)

    def _is_passed_over(self, row: int, covered: Mapping[tuple[int, int], Value]) -> bool:
        """Whether a row is no item: the title of a part, the header again, a remark beside."""
        cells = self._grid.rows[row]
        first = next(i for i, cell in enumerate(cells) if cell is not None and cell is not False)
        where = f"{self._grid.title}!{letter(first)}{row + 1}"
        spans = [s for s in self._grid.merges if s.top == row and s.left == first]
        if any(map(self._is_heading, spans)):
            return self._note(ADVICE, where, text.heading_row(cells[first]))
        positions = self._header.columns.values()
        held = [p for p in positions if p < len(cells) and cells[p] is not None]
        if not held and not any((row, position) in covered for position in positions):
            return self._note(ADVICE, where, text.only_unread_cells(cells[first]))
        if repeats_header(cells, held, self._spec):
            return self._note(ADVICE, where, text.header_again())
        return False

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

    def _note(self, severity: Severity, where: str, parts: Parts) -> bool:
        self._problems.append(Problem(severity, self._spec.tab, where, *parts))
        return True
