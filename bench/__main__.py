"""From stored tables to figures: medians on the sample, each beside a plain pandas read of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from statistics import median
from time import perf_counter

import pandas as pd

from zi_metrics.lke import Aspect
from zi_metrics.metrics.summary import figures, figures_by_area, items_of
from zi_metrics.metrics.trend import trend_point
from zi_metrics.report.summary_json import summary_json
from zi_metrics.sources.contoh import sample_store
from zi_metrics.tables.columns import TABLES
from zi_metrics.tables.snapshot import Reading, assemble
from zi_metrics.tables.unit_settings import write_unit_settings

RUNS = 15


def milliseconds(task: Callable[[], object]) -> float:
    """Median time of a task after one run that does not count."""
    task()
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        task()
        times.append(perf_counter() - start)
    return 1000 * median(times)


def main() -> None:
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
    print(f"{'plain pandas.read_csv of the same tables':45}{plain:8.1f} ms   1.0")
    for name, task in tasks.items():
        took = milliseconds(task)
        print(f"{name:45}{took:8.1f} ms {took / plain:5.1f}")


if __name__ == "__main__":
    main()
