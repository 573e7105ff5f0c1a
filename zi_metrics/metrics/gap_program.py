"""The integer programme of the shortest way, solved by HiGHS and checked with exact fractions.

One variable for every choice: 1 when it is taken. HiGHS computes with floats, so sums are put to it
in whole units, and half a unit is taken off every minimum: then rounding neither lets pass what is
a unit short nor refuses what is exactly enough. Only where fractions are too fine for that they are
rounded up; a solution which is enough by nothing but this is forbidden, and the solver asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, inf, lcm
from time import monotonic
from types import ModuleType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from zi_metrics.metrics.gap_choices import Choice, Need, best_of

STAGE_SECONDS = 10.0
FINEST = 10**8
"""Sums are put to the solver in units of a FINEST at the least; rises are told apart by it."""

Numbers = npt.NDArray[np.float64]


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

    offered: in official order. Not proved when a search took longer than STAGE_SECONDS.
    """
    best = best_of(offered)
    if not needs:
        return Way((), is_proved=True)
    # what is improved at all may as well be the best for this, and there are far fewer of these
    fewest = _Program(best, tuple(needs), _rows(best, needs))
    way = Way(best, is_proved=True).or_better(
        fewest.solved([len(best) + 1 - each.has_evidence for each in best])
    )
    gentlest = (
        _Program(tuple(offered), tuple(needs), _rows(offered, needs))
        .limited(np.ones(len(offered)), len(way.chosen), len(way.chosen))
        .limited([each.has_evidence for each in offered], way.evidenced, inf)
    )
    return way.or_better(gentlest.solved(_gentle_then_early(offered, len(way.chosen))))


def _gentle_then_early(offered: Sequence[Choice], taken: int) -> list[int]:
    """Costs of choices, of which so many are taken: the rise first, the position where it ties."""
    rises, _ = _whole([each.rise for each in offered])
    positions = sorted({each.position for each in offered})
    widest = sum(positions[-taken:]) - sum(positions[:taken])
    return [rise * (widest + 1) + each.position for rise, each in zip(rises, offered, strict=True)]


class _Row(NamedTuple):
    """low <= sum of the coefficients of what is taken <= high."""

    coefficients: Numbers
    low: float
    high: float


@dataclass(frozen=True)
class _Program:
    offered: tuple[Choice, ...]
    needs: tuple[Need, ...]
    rows: tuple[_Row, ...]

    def limited(self, coefficients: Sequence[float] | Numbers, low: float, high: float) -> _Program:
        """The same with one more row."""
        row = _Row(np.asarray(coefficients, dtype=float), low, high)
        return _Program(self.offered, self.needs, (*self.rows, row))

    def solved(self, costs: Sequence[float]) -> Way | None:
        """The way with the smallest sum of costs; None where none was found in time."""
        program, until = self, monotonic() + STAGE_SECONDS
        while (seconds := until - monotonic()) > 0:
            taken, is_proved = program._asked(costs, seconds)
            if taken is None:
                return None
            chosen = tuple(
                each for each, is_taken in zip(self.offered, taken, strict=True) if is_taken
            )
            if all(need.is_met_by(chosen) for need in self.needs):
                return Way(chosen, is_proved)
            # nor is any part of it enough: something else has to be taken
            program = program.limited(1 - taken, 0.5, inf)
        return None

    def _asked(self, costs: Sequence[float], seconds: float) -> tuple[Numbers | None, bool]:
        """What HiGHS takes (1) and leaves (0), and whether it proved that nothing costs less."""
        optimize = solver()
        coefficients, low, high = zip(*self.rows, strict=True)
        found = optimize.milp(
            np.asarray(costs, dtype=float),
            integrality=np.ones(len(self.offered)),
            bounds=optimize.Bounds(0, 1),
            constraints=optimize.LinearConstraint(np.array(coefficients), low, high),
            options={"mip_rel_gap": 0.0, "time_limit": seconds},
        )
        return (None if found.x is None else np.round(found.x)), found.status == 0


def _rows(offered: Sequence[Choice], needs: Iterable[Need]) -> tuple[_Row, ...]:
    """Every need is met, and no question is changed twice."""
    codes = np.array([each.code for each in offered])
    once = (_Row((codes == code).astype(float), 0, 1) for code in dict.fromkeys(codes.tolist()))
    return (*(_met(offered, need) for need in needs), *once)


def _met(offered: Sequence[Choice], need: Need) -> _Row:
    zero = Fraction(0)
    gains = [each.gain if need.is_helped_by(each) else zero for each in offered]
    whole, unit = _whole(gains)
    return _Row(np.array(whole, dtype=float), ceil(need.points * unit) - 0.5, inf)


def _whole(numbers: Sequence[Fraction]) -> tuple[list[int], int]:
    """Numbers in whole units, and how many units make 1; rounded up where these are too fine."""
    unit = min(lcm(*{number.denominator for number in numbers}), FINEST)
    return [ceil(number * unit) for number in numbers], unit
