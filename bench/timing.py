"""Times of a task in this process, beside those of the plainest one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from time import perf_counter

from bench.apps import OURS
from bench.record import PLAINEST, Measured

RUNS = 15
Task = Callable[[], object]


def times_ms(task: Task, runs: int = RUNS) -> list[float]:
    """Milliseconds of so many runs, after one that does not count."""
    task()
    return [once_ms(task) for _ in range(runs)]


def once_ms(task: Task) -> float:
    """Milliseconds of one run."""
    start = perf_counter()
    task()
    return round(1000 * (perf_counter() - start), 4)


@dataclass(frozen=True)
class Plainest:
    """What tasks of a part are held against: the least the same library could do."""

    part: str
    about: str
    task: Task
    runs: int = RUNS
    times: list[float] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "times", times_ms(self.task, self.runs))

    def beside(self, tasks: Mapping[str, Task], runs: int | None = None) -> Iterator[Measured]:
        """Each task as a measurement of its own."""
        for name, task in tasks.items():
            yield self.measured(name, times_ms(task, runs or self.runs))

    def measured(self, name: str, times: list[float]) -> Measured:
        """Times of a task, taken elsewhere, as a measurement."""
        values = {OURS: times, PLAINEST: self.times}
        return Measured(self.part, name, "ms", values, about=self.about)
