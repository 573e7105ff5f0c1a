"""The conditions of the integer programme, in whole units because the solver computes with floats.

Half a unit is taken off every minimum: then rounding neither lets pass what is a unit short nor
refuses what is exactly enough. Only where fractions are too fine for units they are rounded up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from math import ceil, inf, lcm
from typing import NamedTuple

from zi_metrics.metrics.gap_choices import Need
from zi_metrics.metrics.gap_model import Alike, Number

FINEST = 10**8
"""Sums are put to the solver in units of a FINEST at the least."""


class Row(NamedTuple):
    """low <= sum of the numbers times their coefficients, by index <= high."""

    coefficients: Mapping[int, int]
    low: float = -inf
    high: float = inf


def unit_of(amounts: Sequence[Fraction]) -> int:
    """How many units make 1: all amounts are whole in them, or as many as can be in a FINEST."""
    unit, wanted = 1, sorted({amount.denominator for amount in amounts})
    for denominator in wanted:
        if (common := lcm(unit, denominator)) <= FINEST:
            unit = common
    return unit if lcm(*wanted) == unit else unit * (FINEST // unit)


def met(numbers: Sequence[Number], need: Need) -> Iterator[Row]:
    """The need is met, and by as many questions as this takes at least."""
    helping = {at: each for at, each in enumerate(numbers) if need.is_helped_in(each.area_no)}
    unit = unit_of([each.gain for each in helping.values()])
    gains = {at: ceil(each.gain * unit) for at, each in helping.items()}
    yield Row(gains, low=ceil(need.points * unit) - 0.5)
    changed = {at: each.gain for at, each in helping.items() if each.changed}
    sums = accumulate(sorted(changed.values(), reverse=True))
    yield Row(dict.fromkeys(changed, 1), low=1 + sum(won < need.points for won in sums))


def lowered(groups: Sequence[Alike]) -> Iterator[Row]:
    """Only what is changed can be lowered, and only so far as there are answers."""
    for start, group in started(groups):
        changed, end = start + len(group.questions), start + len(group.numbers)
        if changed < end:
            most = dict.fromkeys(range(start, changed), group.most_lowered)
            yield Row(most | dict.fromkeys(range(changed, end), -1), low=0)


def earlier(groups: Sequence[Alike]) -> Iterator[Row]:
    """No question is changed before an earlier one that wins as much by the same rise.

    Such a way would cost more by its positions alone; the rows spare the solver to find out.
    """
    placed = list(started(groups))
    for start, group in placed:
        better = [(at, other) for at, other in placed if other.can_stand_for(group)]
        for own, question in enumerate(group.questions, start):
            for at, other in better:
                before = sum(each[0].position < question[0].position for each in other.questions)
                if before:
                    yield Row({at + before - 1: 1, own: -1}, low=0)


def started(groups: Sequence[Alike]) -> Iterator[tuple[int, Alike]]:
    """The groups, each with the index of its first number."""
    start = 0
    for group in groups:
        yield start, group
        start += len(group.numbers)
