"""From the grids of a sheet or file to tables with canonical columns, and what was odd on the way.

Cells stay as they are here; `tables.check` reads them as what their column holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import pandas as pd

from zi_metrics.labels import sheet_problems as text
from zi_metrics.sources.grid import Grid, Value, Workbook
from zi_metrics.sources.header import Found, assign_tabs
from zi_metrics.sources.sheet_rows import ADVICE, ERROR, WARNING, TabRows, read_tab
from zi_metrics.sources.sheet_settings import (
    SettingsRead,
    is_named_settings,
    read_settings,
    settings_tab,
)
from zi_metrics.tables.book import Book, TabRead
from zi_metrics.tables.columns import EVIDENCE, TABLES
from zi_metrics.tables.problems import Problem
from zi_metrics.tables.spec import ORIGIN, TableSpec
from zi_metrics.tables.unit_settings import TAB as SETTINGS_TAB


@dataclass(frozen=True, eq=False)
class SheetTables:
    """What a workbook holds.

    frames: table name -> rows with canonical columns of raw cells and their `origin`; a table that
    is not there has no frame. lacking: sentences about what no figure can do without; unreadable:
    the tables concerned. unfit: by title, what tabs lack whose name says they hold a list.
    """

    frames: Mapping[str, pd.DataFrame]
    settings: SettingsRead
    problems: Sequence[Problem]
    lacking: Sequence[Problem]
    unreadable: frozenset[str]
    unfit: Mapping[str, Problem]
    book: Book


def read_tables(workbook: Workbook) -> SheetTables:
    """Find the tables in a workbook and take their rows, whatever tabs and columns are called."""
    setting_grid = settings_tab(workbook.grids)
    others = [grid for grid in workbook.grids if grid is not setting_grid]
    found = assign_tabs(others, TABLES)
    frames: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    lacking: list[Problem] = []
    tabs: list[TabRead] = []
    for each in found:
        problems += _about_tabs(each)
        read = [read_tab(grid, each.spec) for grid in each.grids]
        problems += chain.from_iterable(tab.problems for tab in read)
        lacking += chain.from_iterable(tab.lacking for tab in read)
        tabs += [tab.read for tab in read]
        if read and not any(tab.lacking for tab in read):
            frames[each.spec.name] = _joined(read, each.spec)
    lacking += _absent(found, workbook)
    settings = read_settings(setting_grid)
    problems += [
        Problem(WARNING, SETTINGS_TAB, f"{grid.title}!A1", *text.tab_doubled(grid.title, used))
        for used in (setting_grid.title if setting_grid else "",)
        for grid in others
        if is_named_settings(grid)
    ]
    tabs += settings.tabs
    known = {tab.title for tab in tabs}
    tabs += [TabRead(grid.title, None, grid.gid) for grid in others if grid.title not in known]
    order = [grid.title for grid in workbook.grids]
    return SheetTables(
        frames=frames,
        settings=settings,
        problems=[*problems, *settings.problems],
        lacking=lacking,
        unreadable=frozenset(_table_of(problem) for problem in lacking),
        unfit={grid.title: _unfit(grid, each.spec) for each in found for grid in each.unfit},
        book=Book(
            workbook.name, workbook.url, tuple(sorted(tabs, key=lambda tab: order.index(tab.title)))
        ),
    )


def _table_of(problem: Problem) -> str:
    return next(spec.name for spec in TABLES if spec.tab == problem.tab)


def _absent(found: Iterable[Found], workbook: Workbook) -> Iterator[Problem]:
    """Without evidence nothing can be told; any other tab may be missing."""
    titles = [grid.title for grid in workbook.grids]
    for each in found:
        if each.spec is EVIDENCE and not each.grids:
            parts = text.required_tab_missing(each.spec.tab, titles)
            yield Problem(ERROR, each.spec.tab, f"Tab {each.spec.tab}", *parts)


def _about_tabs(found: Found) -> Iterator[Problem]:
    tab = found.spec.tab
    if not found.grids and found.spec is not EVIDENCE:
        yield Problem(ADVICE, tab, f"Tab {tab}", *text.tab_missing(tab))
    for grid in found.by_header:
        parts = text.tab_known_by_header(grid.title, tab)
        yield Problem(ADVICE, tab, f"{grid.title}!A1", *parts)
    for grid in found.ignored:
        parts = text.tab_doubled(grid.title, found.grids[0].title)
        yield Problem(ERROR, tab, f"{grid.title}!A1", *parts)
    for grid in found.unfit:
        yield _unfit(grid, found.spec)
    for grid in found.grids:
        if grid.is_hidden:
            yield Problem(ADVICE, tab, f"{grid.title}!A1", *text.tab_hidden(grid.title))


def _unfit(grid: Grid, spec: TableSpec) -> Problem:
    wanted = [column.header for column in spec.columns if column.required]
    return Problem(WARNING, spec.tab, f"{grid.title}!A1", *text.tab_unfit(grid.title, wanted))


def _joined(tabs: Sequence[TabRows], spec: TableSpec) -> pd.DataFrame:
    """The rows of all tabs of a table, one after the other; a column that none has is left out."""
    names = [name for name in spec.names if any(name in tab.columns for tab in tabs)]
    cells: dict[str, list[Value]] = {
        name: list(
            chain.from_iterable(tab.columns.get(name, [None] * len(tab.origins)) for tab in tabs)
        )
        for name in names
    }
    cells[ORIGIN] = list(chain.from_iterable(tab.origins for tab in tabs))
    return pd.DataFrame(cells, dtype=object)
