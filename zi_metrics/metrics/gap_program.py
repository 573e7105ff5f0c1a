"""The integer programme of the shortest way, solved by HiGHS and checked with exact fractions.

A solution which is enough by nothing but the rounding of its conditions (`gap_rows.py`) is
forbidden, and the solver asked again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from time import monotonic
from types import ModuleType

import numpy as np

from zi_metrics.metrics.gap_choices import Choice, Need, best_of
from zi_metrics.metrics.gap_model import Alike, Number, alike
from zi_metrics.metrics.gap_rows import Row, earlier, lowered, met, started, unit_of

STAGE_SECONDS = 10.0


def solver() -> ModuleType:
    """The solver's module: loading it takes a fifth of a second, and most commands never ask."""
    import scipy.optimize

    module: ModuleType = scipy.optimize
    return module


@dataclass(frozen=True)
class Way:
    """Choices that meet all needs, in official order, at most one of a question."""

    chosen: tuple[Choice, ...]
    is_proved: bool

    @property
    def evidenced(self) -> int:
        """How many of them have complete evidence."""
        return sum(each.has_evidence for each in self.chosen)

    @property
    def cost(self) -> tuple[int, int, Fraction, int]:
        """What is to be small, the most important first."""
        rise = sum((each.rise for each in self.chosen), Fraction(0))
        return len(self.chosen), -self.evidenced, rise, sum(each.position for each in self.chosen)

    def or_better(self, found: Way | None) -> Way:
        """The cheaper of two ways; proved when all that was searched for it is."""
        if found is None:
            return Way(self.chosen, is_proved=False)
        cheaper = min(self, found, key=lambda way: way.cost)
        return Way(cheaper.chosen, self.is_proved and found.is_proved)


def shortest(offered: Sequence[Choice], needs: Sequence[Need]) -> Way:
    """The way of least cost; all that is offered together must meet the needs.

    offered: in official order, a question's best first. Not proved when a search took longer than
    STAGE_SECONDS.
    """
    best = best_of(offered)
    if not needs:
        return Way((), is_proved=True)
    # what is improved at all may as well be the best for this, and there is far less to choose
    fewest = _program(best, needs)
    way = Way(best, is_proved=True).or_better(
        fewest.solved([(len(best) + 1) * each.changed - each.evidenced for each in fewest.numbers])
    )
    gentlest = _program(offered, needs)
    changed = {at: 1 for at, each in enumerate(gentlest.numbers) if each.changed}
    evidenced = {at: 1 for at, each in enumerate(gentlest.numbers) if each.evidenced}
    count = len(way.chosen)
    gentlest = gentlest.limited(
        Row(changed, count, count), Row(evidenced, way.evidenced), *earlier(gentlest.groups)
    )
    return way.or_better(gentlest.solved(_gentle_then_early(gentlest.numbers, count)))


def _gentle_then_early(numbers: Sequence[Number], changed: int) -> list[int]:
    """Costs where so many are changed: the rise first, the positions where it ties."""
    unit = unit_of([each.rise for each in numbers])
    positions = sorted(each.position for each in numbers if each.changed)
    widest = sum(positions[-changed:]) - sum(positions[:changed])
    return [round(each.rise * unit) * (widest + 1) + each.position for each in numbers]


def _program(offered: Sequence[Choice], needs: Sequence[Need]) -> _Program:
    groups = alike(offered)
    numbers = tuple(number for group in groups for number in group.numbers)
    rows = [row for need in needs for row in met(numbers, need)]
    return _Program(groups, tuple(needs), numbers, (*rows, *lowered(groups)))


@dataclass(frozen=True)
class _Program:
    groups: tuple[Alike, ...]
    needs: tuple[Need, ...]
    numbers: tuple[Number, ...]
    rows: tuple[Row, ...]

    def limited(self, *rows: Row, numbers: Sequence[Number] = ()) -> _Program:
        """The same with more rows, and more numbers that these are about."""
        more = (*self.numbers, *numbers)
        return _Program(self.groups, self.needs, more, (*self.rows, *rows))

    def solved(self, costs: Sequence[int]) -> Way | None:
        """The way with the smallest sum of costs; None where none was found in time."""
        program, until = self, monotonic() + STAGE_SECONDS
        while (seconds := until - monotonic()) > 0:
            values, is_proved = program._asked(costs, seconds)
            if values is None:
                return None
            chosen = program._chosen(values)
            if all(need.is_met_by(chosen) for need in self.needs):
                return Way(chosen, is_proved)
            program = program._without(values)
        return None

    def _asked(self, costs: Sequence[int], seconds: float) -> tuple[list[int] | None, bool]:
        """The values HiGHS chooses, and whether it proved that nothing costs less."""
        optimize, rows = solver(), [row for row in self.rows if row.coefficients]
        table = np.zeros((len(rows), len(self.numbers)))
        for line, row in zip(table, rows, strict=True):
            line[list(row.coefficients)] = list(row.coefficients.values())
        found = optimize.milp(
            np.array([*costs, *[0] * (len(self.numbers) - len(costs))], dtype=float),
            integrality=np.ones(len(self.numbers)),
            bounds=optimize.Bounds(0, [each.high for each in self.numbers]),
            constraints=optimize.LinearConstraint(
                table, [row.low for row in rows], [row.high for row in rows]
            ),
            options={"mip_rel_gap": 0.0, "time_limit": seconds},
        )
        return None if found.x is None else np.rint(found.x).astype(int).tolist(), found.status == 0

    def _chosen(self, values: Sequence[int]) -> tuple[Choice, ...]:
        """The choices that are meant by values of the numbers, in official order."""
        chosen = [
            choice
            for start, group in started(self.groups)
            for choice in group.chosen(values[start : start + len(group.numbers)])
        ]
        return tuple(sorted(chosen, key=lambda choice: choice.position))

    def _without(self, values: Sequence[int]) -> _Program:
        """Without a solution that is not enough, nor anything that wins less.

        Another question has to be changed, or something to be lowered less: of this a new number
        tells, for each that is lowered now.
        """
        others: dict[int, int] = {}
        less: list[Number] = []
        rows = []
        for at, (each, value) in enumerate(zip(self.numbers, values, strict=True)):
            if each.changed and not value:
                others[at] = 1
            elif each.gain < 0 and value:
                new = len(self.numbers) + len(less)
                less.append(Number(1, each.area_no))
                rows.append(Row({at: 1, new: each.high - value + 1}, high=each.high))
                others[new] = 1
        return self.limited(*rows, Row(others, low=1), numbers=less)
