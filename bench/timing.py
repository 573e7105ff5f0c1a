"""Medians, and how they are told."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter

RUNS = 15


def milliseconds(task: Callable[[], object], runs: int = RUNS) -> float:
    """Median time of a task after one run that does not count."""
    task()
    times = []
    for _ in range(runs):
        start = perf_counter()
        task()
        times.append(perf_counter() - start)
    return 1000 * median(times)


def told(name: str, took: float, plain: float) -> None:
    """One line: what was measured, how long it took, and how many times the plain one."""
    print(f"{name:45}{took:8.1f} ms {took / plain:5.1f}")
