"""The choices as whole numbers for a solver: what each of them adds, and how they are read back.

A question has one number: 1 when it is changed, and then to the best answer. Lower answers are
taken off that. Questions that differ only in their place in the list share the numbers for this, so
that the solver does not try every way to tell them apart: the last of them get the lower answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from zi_metrics.metrics.gap_choices import Choice

_NOTHING = Fraction(0)


class Number(NamedTuple):
    """A whole number to be chosen, 0..high, and what each unit of it adds.

    changed: to the number of questions that are changed.
    """

    high: int
    area_no: int
    rise: Fraction = _NOTHING
    gain: Fraction = _NOTHING
    changed: int = 0
    evidenced: int = 0
    position: int = 0


@dataclass(frozen=True)
class Alike:
    """Questions of one area, in official order, that win the same by the same rises.

    questions: the choices of each, best first.
    """

    questions: tuple[tuple[Choice, ...], ...]

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """One for each question, then those of the lower answers."""
        return (*map(_changed, self.questions), *self._lowered)

    @cached_property
    def most_lowered(self) -> int:
        """Up to how much the numbers of the lower answers sum up, for each question changed."""
        return len(self._drops) if self._is_even else 1

    def can_stand_for(self, other: Alike) -> bool:
        """Whether its questions win as much as the other's, in the same area, by each rise."""
        own, its = self.questions[0], other.questions[0]
        return (
            (own[0].area_no, own[0].has_evidence) == (its[0].area_no, its[0].has_evidence)
            and own[0].points >= its[0].points
            and self._rises >= other._rises
        )

    def chosen(self, values: Sequence[int]) -> Iterator[Choice]:
        """The choices that are meant by values of the numbers, the last question's first."""
        count = len(self.questions)
        changed = [each for each, value in zip(self.questions, values, strict=False) if value]
        lowered = self._levels(values[count:])
        for question in reversed(changed):
            yield question[next(lowered, 0)]

    def _levels(self, values: Sequence[int]) -> Iterator[int]:
        """How far below the best, the lowest answer first."""
        if self._is_even:
            most, left = len(self._drops), sum(values)
            while left > 0:
                yield min(most, left)
                left -= most
            return
        for level, value in reversed(list(enumerate(values, start=1))):
            yield from [level] * value

    @cached_property
    def _rises(self) -> frozenset[Fraction]:
        return frozenset(each.rise for each in self.questions[0])

    @cached_property
    def _drops(self) -> list[Fraction]:
        """How much less than the best the other answers rise."""
        best, *others = self.questions[0]
        return [best.rise - each.rise for each in others]

    @cached_property
    def _is_even(self) -> bool:
        """Whether each answer is equally far from the next: then only such steps are counted."""
        return len({after - before for before, after in pairwise([_NOTHING, *self._drops])}) == 1

    @cached_property
    def _lowered(self) -> tuple[Number, ...]:
        drops, best = self._drops, self.questions[0][0]
        high = len(self.questions) * self.most_lowered
        return tuple(
            Number(high, best.area_no, -drop, -drop * best.points)
            for drop in (drops[:1] if self._is_even else drops)
        )


def _changed(question: tuple[Choice, ...]) -> Number:
    best = question[0]
    return Number(
        high=1,
        area_no=best.area_no,
        rise=best.rise,
        gain=best.gain,
        changed=1,
        evidenced=int(best.has_evidence),
        position=best.position,
    )


def alike(offered: Iterable[Choice]) -> tuple[Alike, ...]:
    """The questions of these choices; offered: in official order, a question's best first."""
    questions: dict[str, list[Choice]] = {}
    for choice in offered:
        questions.setdefault(choice.code, []).append(choice)
    groups: dict[object, list[tuple[Choice, ...]]] = {}
    for question in questions.values():
        best = question[0]
        rises = tuple(each.rise for each in question)
        kind = best.area_no, best.points, best.has_evidence, rises
        groups.setdefault(kind, []).append(tuple(question))
    return tuple(Alike(tuple(group)) for group in groups.values())
