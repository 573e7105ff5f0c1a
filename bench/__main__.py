"""From cells and stored tables to figures and files: medians, each beside the plainest peer."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime

import pandas as pd

from bench import gap, pack
from bench.timing import RUNS, milliseconds, told
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

FEW_RUNS = 3


def main() -> None:
    stored()
    sheet(450, RUNS)
    sheet(50_000, FEW_RUNS)
    pack.sample()
    gap.ways()


def stored() -> None:
    """The sample, from its tables to figures."""
    store = sample_store()
    newest = store.newest()
    frames = {spec.name: newest.table(spec)[spec.names] for spec in TABLES}
    settings = write_unit_settings(newest.settings)
    reading = Reading("contoh", newest.as_of, newest.provenance.read_at)
    csv = {name: frame.to_csv(index=False) for name, frame in frames.items()}
    all_items = items_of(newest)
    fulfilment = all_items.of_aspect(Aspect.FULFILMENT)
    assert figures(fulfilment).completeness.required_count == 297

    plain = milliseconds(lambda: [pd.read_csv(io.StringIO(text)) for text in csv.values()])
    tasks: dict[str, Callable[[], object]] = {
        "tables checked and put together": lambda: assemble(frames, settings, reading),
        "snapshot read from its folder": store.newest,
        "items as of a date": lambda: items_of(newest),
        "figures of unit and areas": lambda: (figures(fulfilment), figures_by_area(fulfilment)),
        "course over five snapshots": lambda: [trend_point(newest) for _ in range(5)],
        "summary as JSON": lambda: summary_json(newest),
    }
    told("plain pandas.read_csv of the same tables", plain, plain)
    for name, task in tasks.items():
        told(name, milliseconds(task), plain)


def sheet(documents: int, runs: int) -> None:
    """A sheet with so many documents, from its cells to clean tables."""
    book = workbook(documents)
    tables = read_tables(book)
    snapshot = through_the_door(book)
    assert len(snapshot.evidence) == documents // TABS * TABS
    assert snapshot.evidence["link_state"].eq("ada").sum() == len(snapshot.evidence) // 2
    assert snapshot.evidence["due_on"].notna().all()
    assert snapshot.evidence["is_counted"].all()
    assert snapshot.problems == ()
    assert_kept(snapshot)

    plain = milliseconds(lambda: [pd.DataFrame(cells) for cells in even_rows(book)], runs)
    tasks: dict[str, Callable[[], object]] = {
        "tables found in it": lambda: read_tables(book),
        "and checked": lambda: taken_in(tables),
        "both": lambda: through_the_door(book),
        "contracts of its tables": lambda: assert_kept(snapshot),
    }
    print()
    told(f"plain pandas.DataFrame, {documents:,} documents", plain, plain)
    for name, task in tasks.items():
        told(name, milliseconds(task, runs), plain)


def even_rows(book: Workbook) -> list[list[list[Value]]]:
    """The rows of every tab, all of a tab equally long, as pandas wants them."""
    widths = [max(map(len, grid.rows)) for grid in book.grids]
    return [
        [row + [None] * (width - len(row)) for row in grid.rows]
        for grid, width in zip(book.grids, widths, strict=True)
    ]


def through_the_door(book: Workbook) -> Snapshot:
    return taken_in(read_tables(book))


def taken_in(tables: SheetTables) -> Snapshot:
    reading = Reading(
        "sheet",
        date(2025, 12, 31),
        datetime(2026, 1, 1, tzinfo=UTC),
        book=tables.book,
        setting_cells=tables.settings.cells,
    )
    return assemble(tables.frames, tables.settings.pairs, reading, found=tables.problems)


if __name__ == "__main__":
    main()
