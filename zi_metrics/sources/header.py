"""Which tab is which table, and which column holds what, under whatever names people gave them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from zi_metrics.matching import name_key
from zi_metrics.sources.grid import Grid, Value
from zi_metrics.tables.spec import Column, TableSpec

ROWS_SEARCHED = 15
FEWEST_COLUMNS = 2
LONGEST_NUMBERING = 5


@dataclass(frozen=True)
class Header:
    """The header row of a tab.

    row: its number from 0. columns: canonical name -> number of its column. doubled: header text,
    column and first column of each further one. extra: headers of columns that are not read.
    """

    row: int
    columns: Mapping[str, int]
    doubled: Sequence[tuple[str, int, int]] = ()
    extra: Sequence[str] = ()
    informative: frozenset[int] = field(default_factory=frozenset)


def find_header(grid: Grid, spec: TableSpec) -> Header | None:
    """The row among the first fifteen that names most columns of the table; None without one."""
    best: Header | None = None
    for number, row in enumerate(grid.rows[:ROWS_SEARCHED]):
        header = read_header(number, row, spec)
        if len(header.columns) > (len(best.columns) if best else FEWEST_COLUMNS - 1):
            best = header
    return best


def has_all_required(header: Header | None, spec: TableSpec) -> bool:
    """Whether a header names everything its table cannot do without."""
    return header is not None and not missing_columns(header, spec)


def missing_columns(header: Header, spec: TableSpec) -> list[Column]:
    """The required columns that a header does not name."""
    return [c for c in spec.columns if c.required and c.name not in header.columns]


def read_header(number: int, row: Sequence[Value], spec: TableSpec) -> Header:
    """What a row names as a header.

    A column's own name goes before its other names, then the first before those after it.
    """
    written = {i: cell for i, cell in enumerate(row) if isinstance(cell, str) and cell.strip()}
    columns: dict[str, int] = {}
    doubled: list[tuple[str, int, int]] = []
    taken: set[int] = set()
    for names in (spec.own_headers, spec.other_headers):
        found_now: set[str] = set()
        for position, cell in written.items():
            name = _named(cell, names)
            if position in taken or name is None:
                continue
            if name not in columns:
                columns[name] = position
                found_now.add(name)
            elif name in found_now:
                doubled.append((cell, position, columns[name]))
            else:
                continue  # another name of a column that stands there under its own
            taken.add(position)
    known = {i for i, cell in written.items() if _named(cell, spec.unread_headers)}
    extra = [cell for i, cell in written.items() if i not in taken | known]
    return Header(number, columns, doubled, extra, frozenset(known - taken))


def _named(written: str, names: Mapping[str, str]) -> str | None:
    """What a header means; remarks in parentheses and stars do not matter."""
    name = names.get(name_key(written))
    return names.get(name_key(written.split("(")[0])) if name is None and "(" in written else name


@dataclass(frozen=True, eq=False)
class Found:
    """The tabs of one table, and how they were recognised.

    by_header: those whose name says nothing. ignored: those left out because another was taken.
    unfit: those whose name begins like the table's, but whose header is not that of its list.
    """

    spec: TableSpec
    grids: Sequence[Grid]
    by_header: Sequence[Grid] = ()
    ignored: Sequence[Grid] = ()
    unfit: Sequence[Grid] = ()


def assign_tabs(grids: Sequence[Grid], specs: Sequence[TableSpec]) -> list[Found]:
    """Which tabs hold which table: by exact name, by a name that begins so, else by the header."""
    exact = {id(grid): spec for grid in grids if (spec := _named_exactly(grid, specs))}
    found = [_by_name(grids, spec, specs, exact) for spec in specs]
    taken = {id(grid) for each in found for grid in (*each.grids, *each.ignored)}
    left = [grid for grid in grids if id(grid) not in taken]
    lost = {each.spec.name for each in found if not each.grids}
    best = [(grid, _best_fit(grid, specs)) for grid in left] if lost else []
    found = [
        _by_header(each, [grid for grid, fit in best if fit is each.spec])
        if each.spec.name in lost
        else each
        for each in found
    ]
    taken |= {id(grid) for each in found for grid in (*each.grids, *each.ignored)}
    return [
        replace(each, unfit=[grid for grid in each.unfit if id(grid) not in taken])
        for each in found
    ]


def _named_exactly(grid: Grid, specs: Sequence[TableSpec]) -> TableSpec | None:
    key = name_key(grid.title)
    return next((spec for spec in specs if key in map(name_key, spec.tabs)), None)


def _by_name(
    grids: Sequence[Grid],
    spec: TableSpec,
    specs: Sequence[TableSpec],
    exact: Mapping[int, TableSpec],
) -> Found:
    keys = tuple(map(name_key, spec.tabs))
    others = [grid for grid in grids if id(grid) not in exact]
    begun = [grid for grid in others if name_key(grid.title).startswith(keys)]
    ours = [grid for grid in begun if _may_be(grid, spec, specs)]
    unfit = [grid for grid in begun if grid not in ours]
    named = [grid for grid in grids if exact.get(id(grid)) is spec]
    if spec.is_split:
        return Found(spec, [grid for grid in grids if grid in named or grid in ours], unfit=unfit)
    chosen = [*named, *ours]
    return Found(spec, chosen[:1], ignored=chosen[1:], unfit=unfit)


def _may_be(grid: Grid, spec: TableSpec, specs: Sequence[TableSpec]) -> bool:
    """Whether a tab whose name begins so holds such a list, though it may lack a column.

    One that was emptied does; one that names other things, a recapitulation say, does not, nor one
    that names more columns of another table.
    """
    if not any(map(any, grid.rows)):
        return True
    header, best = find_header(grid, spec), _best_fit(grid, specs)
    if best is spec:
        return True
    if header is None or spec.shown_by not in header.columns:
        return False
    other = find_header(grid, best) if best else None
    return other is None or len(header.columns) >= len(other.columns)


def _best_fit(grid: Grid, specs: Sequence[TableSpec]) -> TableSpec | None:
    """The table whose columns the header of a tab names best; None where it is none of them."""
    best, most = None, 0
    for spec in specs:
        header = find_header(grid, spec)
        if header and has_all_required(header, spec) and len(header.columns) > most:
            best, most = spec, len(header.columns)
    return best


def _by_header(found: Found, fitting: Sequence[Grid]) -> Found:
    chosen = fitting if found.spec.is_split else fitting[:1]
    return replace(found, grids=chosen, by_header=chosen, ignored=fitting[len(chosen) :])


def blank_below(grid: Grid, header: Header) -> Iterator[bool]:
    """For each row below the header, whether it holds nothing but unticked boxes and numbering.

    A row over whose columns a merged cell goes is no numbering, but the title of a part.
    """
    titled = {span.top for span in grid.merges if span.right - span.left > 1}
    for number, row in enumerate(grid.rows[header.row + 1 :], start=header.row + 1):
        passed_over = frozenset[int]() if number in titled else header.informative
        yield row.count(None) == len(row) or not any(
            cell is not None
            and cell is not False
            and (position not in passed_over or _says_something(cell))
            for position, cell in enumerate(row)
        )


def _says_something(cell: Value) -> bool:
    """Whether a cell beside the table is more than a running number or letter."""
    return isinstance(cell, str) and len(cell.strip()) > LONGEST_NUMBERING


def repeats_header(row: Sequence[Value], held: Sequence[int], spec: TableSpec) -> bool:
    """Whether a row names columns again; held: the columns of the table that it fills."""
    if len(held) < FEWEST_COLUMNS or not all(_is_a_name(row[position], spec) for position in held):
        return False
    return set(held) <= {*read_header(0, row, spec).columns.values()}


def _is_a_name(cell: Value, spec: TableSpec) -> bool:
    return isinstance(cell, str) and any(
        _named(cell, names) for names in (spec.own_headers, spec.other_headers)
    )
