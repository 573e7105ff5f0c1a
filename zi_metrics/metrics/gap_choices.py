"""What may be changed on the way to a predicate, and what has to be won by it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from zi_metrics.lke.answers import Answer, AnswerFault
from zi_metrics.lke.catalogue import Question
from zi_metrics.lke.worksheet import Worksheet

MOST_COUNTED = 100
"""Up to so many, a ratio is improved by whole numbers of what was counted; else by percents."""


@dataclass(frozen=True)
class Choice:
    """A better answer to a question, as people write it.

    position: of the question in the official list. rise: of the answer's score, over 0.
    """

    code: str
    area_no: int
    position: int
    to: str
    rise: Fraction
    points: Fraction
    has_evidence: bool

    @cached_property
    def gain(self) -> Fraction:
        """LKE points it adds."""
        return self.points * self.rise


@dataclass(frozen=True)
class Need:
    """Points that have to be won, over 0: in an area, or anywhere (None)."""

    area_no: int | None
    points: Fraction

    def is_helped_in(self, area_no: int) -> bool:
        """Whether what is won in an area counts for it."""
        return self.area_no in {None, area_no}

    def is_met_by(self, chosen: Iterable[Choice]) -> bool:
        """Whether these choices together win enough: exactly."""
        return sum(each.gain for each in chosen if self.is_helped_in(each.area_no)) >= self.points


def choices(
    sheet: Worksheet, with_evidence: Collection[str], *, even_of_nothing: bool = False
) -> tuple[Choice, ...]:
    """Every answer that is better than the present one, in official order, a question's best first.

    even_of_nothing: also for ratios that cannot be scored, because there was nothing to count: no
    work of the unit changes these.
    """
    complete = frozenset(with_evidence)
    return tuple(
        Choice(
            code=code,
            area_no=question.area_no,
            position=position,
            to=to,
            rise=score - (sheet.answers[code].score or 0),
            points=question.points,
            has_evidence=code in complete,
        )
        for position, (code, question) in enumerate(sheet.catalogue.questions.items())
        if even_of_nothing or sheet.answers[code].fault is not AnswerFault.NOT_SCORABLE
        for to, score in _answers(question, sheet.answers[code])
        if score > (sheet.answers[code].score or 0)
    )


def _answers(question: Question, present: Answer) -> Iterator[tuple[str, Fraction]]:
    """Answers to a question with their scores, best first."""
    if question.options is not None:
        yield from question.options.items()
        return
    counted = present.denominator
    if counted == 0 and question.is_improvement:
        yield "0/0", Fraction(1)  # none before: only none now is better than a rise
    elif counted and counted.denominator == 1 and counted <= MOST_COUNTED:
        whole = int(counted)
        yield from ((f"{each}/{whole}", Fraction(each, whole)) for each in range(whole, 0, -1))
    else:
        yield from ((f"{each}%", Fraction(each, 100)) for each in range(100, 0, -1))


def best_of(offered: Iterable[Choice]) -> tuple[Choice, ...]:
    """The best answer to each question; offered: a question's best first."""
    best: dict[str, Choice] = {}
    for choice in offered:
        best.setdefault(choice.code, choice)
    return tuple(best.values())
