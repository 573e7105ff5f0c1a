"""From cells and stored tables to figures: medians, each beside the plainest peer."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pandas as pd

from bench import every_page
from bench.record import Measured
from bench.timing import RUNS, Plainest, Task
from bench.work import Work
from bench.workbook import TABS, workbook
from zi_metrics.lke import Aspect
from zi_metrics.metrics.summary import figures, figures_by_area, items_of
from zi_metrics.metrics.trend import trend_point
from zi_metrics.report.summary_json import summary_json
from zi_metrics.sources.contoh import sample_store
from zi_metrics.sources.grid import Value, Workbook
from zi_metrics.sources.sheet_tables import SheetTables, read_tables
from zi_metrics.tables.columns import TABLES
from zi_metrics.tables.contracts import assert_kept
from zi_metrics.tables.snapshot import Reading, Snapshot, assemble
from zi_metrics.tables.unit_settings import write_unit_settings

PART = "figures"
FEW_RUNS = 3
SMALL, LARGE, SMALL_REQUIRED = 450, 50_000, 358
"""Documents of one unit, of more than any unit has; those of one unit that Pemenuhan requires."""


def measured(_work: Work) -> list[Measured]:
    """The sample from its tables, and sheets of two sizes from their cells."""
    return [*_stored(), *_sheet(SMALL, RUNS), *_all_pages(), *_sheet(LARGE, FEW_RUNS)]


def _stored() -> Iterator[Measured]:
    """The sample, from its tables to figures."""
    store = sample_store()
    newest = store.newest()
    frames = {spec.name: newest.table(spec)[spec.names] for spec in TABLES}
    settings = write_unit_settings(newest.settings)
    reading = Reading("contoh", newest.as_of, newest.provenance.read_at)
    csv = {name: frame.to_csv(index=False) for name, frame in frames.items()}
    fulfilment = items_of(newest).of_aspect(Aspect.FULFILMENT)
    assert figures(fulfilment).completeness.required_count == 297

    plain = Plainest(
        PART,
        "plain pandas.read_csv of the same tables",
        lambda: [pd.read_csv(io.StringIO(text)) for text in csv.values()],
    )
    tasks: dict[str, Task] = {
        "tables checked and put together": lambda: assemble(frames, settings, reading),
        "snapshot read from its folder": store.newest,
        "items as of a date": lambda: items_of(newest),
        "figures of unit and areas": lambda: (figures(fulfilment), figures_by_area(fulfilment)),
        "course over five snapshots": lambda: [trend_point(newest) for _ in range(5)],
        "summary as JSON": lambda: summary_json(newest),
    }
    yield from plain.beside(tasks)


def _sheet(documents: int, runs: int) -> Iterator[Measured]:
    """A sheet with so many documents, from its cells to clean tables."""
    book = workbook(documents)
    tables = read_tables(book)
    snapshot = _through_the_door(book)
    assert len(snapshot.evidence) == documents // TABS * TABS
    assert snapshot.evidence["link_state"].eq("ada").sum() == len(snapshot.evidence) // 2
    assert snapshot.evidence["due_on"].notna().all()
    assert snapshot.evidence["is_counted"].all()
    assert snapshot.problems == ()
    assert_kept(snapshot)

    plain = _plain_frames(book, runs)
    tasks: dict[str, Task] = {
        "tables found": lambda: read_tables(book),
        "tables checked": lambda: _taken_in(tables),
        "found and checked": lambda: _through_the_door(book),
        "contracts of the tables": lambda: assert_kept(snapshot),
    }
    yield from plain.beside(
        {f"{name}, {documents:,} documents": task for name, task in tasks.items()}
    )


def _all_pages() -> Iterator[Measured]:
    """A sheet of one unit, from its cells to what every page shows."""
    book = workbook(SMALL)
    snapshot = _through_the_door(book)
    before = every_page.Earlier.of(sample_store().newest())
    made = every_page.pictures(snapshot, before)
    assert len(made) == 15
    assert all(picture.sentence and len(picture.table) for picture in made)

    def headlines() -> None:
        items = items_of(_through_the_door(book)).of_aspect(Aspect.FULFILMENT)
        assert figures(items).completeness.required_count == SMALL_REQUIRED
        figures_by_area(items)

    yield from _plain_frames(book, RUNS).beside(
        {
            "figures of all pages, from tables": lambda: every_page.pictures(snapshot, before),
            "cells to headline figures of unit and areas": headlines,
            "cells to figures of all pages": lambda: every_page.pictures(
                _through_the_door(book), before
            ),
            "charts of all pages, from their figures": lambda: every_page.drawn(made),
        }
    )


def _plain_frames(book: Workbook, runs: int) -> Plainest:
    return Plainest(
        PART,
        "plain pandas.DataFrame of the same cells",
        lambda: [pd.DataFrame(cells) for cells in _even_rows(book)],
        runs,
    )


def _even_rows(book: Workbook) -> list[list[list[Value]]]:
    """The rows of every tab, all of a tab equally long, as pandas wants them."""
    widths = [max(map(len, grid.rows)) for grid in book.grids]
    return [
        [row + [None] * (width - len(row)) for row in grid.rows]
        for grid, width in zip(book.grids, widths, strict=True)
    ]


def _through_the_door(book: Workbook) -> Snapshot:
    return _taken_in(read_tables(book))


def _taken_in(tables: SheetTables) -> Snapshot:
    reading = Reading(
        "sheet",
        date(2025, 12, 31),
        datetime(2026, 1, 1, tzinfo=UTC),
        book=tables.book,
        setting_cells=tables.settings.cells,
    )
    return assemble(tables.frames, tables.settings.pairs, reading, found=tables.problems)
