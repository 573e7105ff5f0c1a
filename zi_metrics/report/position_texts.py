"""Where the unit stands, in the words of its page.

What rests on a table that could not be read, or on nothing filled in, is never written as 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from zi_metrics.labels import readiness as text
from zi_metrics.labels.numbers import NO_FIGURE, exact_points, out_of
from zi_metrics.lke import Aspect
from zi_metrics.lke.answers import AnswerFault
from zi_metrics.lke.scenario import NO_SCENARIO
from zi_metrics.lke.worksheet import Worksheet
from zi_metrics.metrics.readiness import Readiness


@dataclass(frozen=True)
class Known:
    """Of which halves of a worksheet anything can be scored; of an unreadable table nothing."""

    answers: bool
    results: bool

    @property
    def anything(self) -> bool:
        """Whether there is any figure at all."""
        return self.answers or self.results


def known(told: Readiness) -> Known:
    """What the figures of a readiness rest on."""
    sheet = told.sheet
    return Known(
        answers=told.has_answers and sheet.pengungkit.answered > 0,
        results=told.has_results and len(sheet.blank_parts) < len(sheet.parts),
    )


def by_sheet(told: Readiness) -> Readiness:
    """The same without its scenario."""
    return replace(told, sheet=told.own, scenario=NO_SCENARIO)


def recorded(shown: str, own: str) -> str:
    """What the sheet says where a scenario shows something else; '' where it does not."""
    if shown == own:
        return ""
    return text.NOT_FILLED if own == NO_FIGURE else own


def is_whole(told: Readiness) -> bool:
    """Whether a total, and so a predicate in simulation, may be told."""
    return told.has_answers and told.has_results and told.sheet.is_filled


def position(told: Readiness) -> str:
    """What is true today: a simulated total where everything is filled in, else what is."""
    return " ".join(filter(None, _whole(told) if is_whole(told) else _partly(told)))


def _whole(told: Readiness) -> Iterator[str]:
    sheet = told.sheet
    levers = sheet.pengungkit
    yield text.simulated(
        exact_points(sheet.total),
        exact_points(levers.points),
        exact_points(sheet.hasil),
        out_of(levers.answered, levers.questions),
    )
    yield text.minima_met(
        [
            (predicate, sum(test.is_met for test in tests), len(tests))
            for predicate, tests in told.tests.items()
        ]
    )
    if told.reached is not None:
        yield text.reached(told.reached)
    yield _unscored(sheet)


def _partly(told: Readiness) -> Iterator[str]:
    has, readable = known(told), (told.has_answers, told.has_results)
    if not has.anything and all(readable):
        levers = told.sheet.pengungkit
        yield text.nothing_filled(out_of(levers.answered, levers.questions))
        return
    if not told.has_answers:
        yield text.ANSWERS_UNREADABLE
    if not told.has_results:
        yield text.RESULTS_UNREADABLE
    if not all(readable):
        yield text.SEE_PROBLEMS
    if has.anything:
        yield text.so_far([*_aspects(told.sheet, has), *_results(told.sheet, has)])
    yield text.missing(_blank(told))
    if told.has_answers:
        yield _unscored(told.sheet)
    yield text.NO_PREDICATE_YET


def _aspects(sheet: Worksheet, has: Known) -> Iterator[str]:
    """What is known of each aspect; one nobody has begun is among what is missing."""
    for aspect in Aspect if has.answers else ():
        score = sheet.score(aspect)
        if score.answered:
            answered = out_of(score.answered, score.questions)
            yield text.part(aspect, of_weight(score.points, score.weight), answered)


def _results(sheet: Worksheet, has: Known) -> Iterator[str]:
    if has.results:
        filled = len(sheet.parts) - len(sheet.blank_parts)
        yield text.results_part(
            of_weight(sheet.hasil, sheet.hasil_weight), filled, len(sheet.parts)
        )


def position_so_far(told: Readiness) -> str:
    """The position in a few words; '' where a table could not be read."""
    sheet, has = told.sheet, known(told)
    if not told.has_answers or not told.has_results:
        return ""
    if is_whole(told):
        weight = sheet.pengungkit.weight + sheet.hasil_weight
        return text.total_so_far(of_weight(sheet.total, weight))
    return "; ".join([*_aspects(sheet, has), *_results(sheet, has)]) or text.NO_ANSWERS_YET


def _blank(told: Readiness) -> dict[str, int]:
    """How many answers and values are missing, by name."""
    sheet, found = told.sheet, dict[str, int]()
    questions = sheet.catalogue.questions
    for aspect in Aspect if told.has_answers else ():
        codes = [code for code in sheet.unanswered_codes if questions[code].aspect is aspect]
        found[text.answers_of(aspect)] = len(codes)
    if told.has_results:
        found[text.VALUES_OF_RESULTS] = len(sheet.blank_parts)
    return found


def _unscored(sheet: Worksheet) -> str:
    """Answers that are written but cannot be scored; '' without any."""
    faults = [each.fault for each in sheet.answers.values() if each.fault and not each.is_answered]
    of_nothing = faults.count(AnswerFault.NOT_SCORABLE)
    return text.not_scored(len(faults) - of_nothing, of_nothing)


def of_weight(points: Fraction, weight: Fraction) -> str:
    """'17,74 dari 30'."""
    whole = weight.denominator == 1
    return text.of_weight(exact_points(points), str(weight) if whole else exact_points(weight))
