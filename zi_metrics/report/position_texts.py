"""Where the unit stands, in words: at length on its page, and shorter in a meeting and in files.

What rests on a table that could not be read, or on nothing filled in, is never written as 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from zi_metrics.labels import readiness as text
from zi_metrics.labels.lke import NOT_FILLED
from zi_metrics.labels.numbers import NO_FIGURE, exact_points, out_of
from zi_metrics.lke import Aspect
from zi_metrics.lke.worksheet import Worksheet
from zi_metrics.metrics.readiness import Readiness


def not_told(told: Readiness) -> str:
    """Why no position can be told; '' where one can, be it of a part."""
    if not told.has_answers:
        return text.ANSWERS_UNREADABLE
    if not told.has_results:
        return text.RESULTS_UNREADABLE
    return "" if told.knows_answers or told.knows_results else text.FILL_IN


def position(told: Readiness) -> str:
    """What is true today: a simulated total where everything is filled in, else what is."""
    return _joined(_whole(told) if told.is_whole else _partly(told))


def position_short(told: Readiness) -> str:
    """The same figures in the same words, without how much of each is filled in."""
    return _joined(_whole_short(told) if told.is_whole else _partly_short(told))


def _joined(sentences: Iterator[str]) -> str:
    return " ".join(filter(None, sentences))


def _whole(told: Readiness) -> Iterator[str]:
    sheet = told.sheet
    levers = sheet.pengungkit
    yield text.simulated(
        exact_points(sheet.total),
        exact_points(levers.points),
        exact_points(sheet.hasil),
        out_of(levers.answered, levers.questions),
    )
    yield _minima_met(told)
    if told.reached is not None:
        yield text.reached(told.reached)
    yield _unscored(sheet)


def _whole_short(told: Readiness) -> Iterator[str]:
    yield text.total(exact_points(told.sheet.total))
    yield _minima_met(told)
    yield _unscored(told.sheet)


def _partly(told: Readiness) -> Iterator[str]:
    if _is_blank(told):
        levers = told.sheet.pengungkit
        yield text.nothing_filled(out_of(levers.answered, levers.questions))
        return
    yield from _unreadable(told)
    if not (told.has_answers and told.has_results):
        yield text.SEE_PROBLEMS
    yield _so_far(told, is_counted=True)
    yield from _gaps(told)
    yield text.NO_PREDICATE_YET


def _partly_short(told: Readiness) -> Iterator[str]:
    if _is_blank(told):
        yield text.FILL_IN
        return
    yield from _unreadable(told)
    yield _so_far(told, is_counted=False)
    yield from _gaps(told)
    yield text.NO_PREDICATE


def _is_blank(told: Readiness) -> bool:
    """Whether nothing was written: an answer that cannot be scored is something."""
    is_read = told.has_answers and told.has_results
    blank = len(told.sheet.unanswered_codes) == told.sheet.pengungkit.questions
    return is_read and blank and not told.knows_results


def _unreadable(told: Readiness) -> Iterator[str]:
    if not told.has_answers:
        yield text.ANSWERS_UNREADABLE
    if not told.has_results:
        yield text.RESULTS_UNREADABLE


def _minima_met(told: Readiness) -> str:
    return text.minima_met(
        [
            (predicate, sum(test.is_met for test in tests), len(tests))
            for predicate, tests in told.tests.items()
        ]
    )


def _so_far(told: Readiness, *, is_counted: bool) -> str:
    parts = [*_parts(told, is_counted=is_counted)]
    return text.so_far(parts) if parts else ""


def _parts(told: Readiness, *, is_counted: bool) -> Iterator[str]:
    """What is known of each aspect and of Hasil; one nobody has begun is among the gaps."""
    sheet = told.sheet
    for aspect in Aspect if told.knows_answers else ():
        score = sheet.score(aspect)
        if score.answered:
            counted = text.answered(out_of(score.answered, score.questions))
            points = of_weight(score.points, score.weight)
            yield text.part(aspect, points, counted if is_counted else "")
    if told.knows_results:
        counted = text.filled_parts(len(sheet.parts) - len(sheet.blank_parts), len(sheet.parts))
        points = of_weight(sheet.hasil, sheet.hasil_weight)
        yield text.part(text.RESULTS, points, counted if is_counted else "")


def position_so_far(told: Readiness) -> str:
    """The position in a few words; '' where a table could not be read."""
    sheet = told.sheet
    if not told.has_answers or not told.has_results:
        return ""
    if told.is_whole:
        weight = sheet.pengungkit.weight + sheet.hasil_weight
        return text.total_so_far(of_weight(sheet.total, weight))
    return "; ".join(_parts(told, is_counted=True)) or text.NO_ANSWERS_YET


def _gaps(told: Readiness) -> Iterator[str]:
    """Answers and values that are missing; of the answers also those that cannot be scored."""
    sheet, blank = told.sheet, dict[str, int]()
    questions = sheet.catalogue.questions
    for aspect in Aspect if told.has_answers else ():
        codes = [code for code in sheet.unanswered_codes if questions[code].aspect is aspect]
        blank[text.answers_of(aspect)] = len(codes)
    if told.has_results:
        blank[text.VALUES_OF_RESULTS] = len(sheet.blank_parts)
    yield text.missing(blank)
    if told.has_answers:
        yield _unscored(sheet)


def _unscored(sheet: Worksheet) -> str:
    """Answers that are written but cannot be scored; '' without any."""
    return text.not_scored(len(sheet.faulty_codes), of_nothing(sheet))


def of_nothing(sheet: Worksheet) -> int:
    """How many ratios are 0 of 0 and have no score."""
    return sum(answer.is_of_nothing for answer in sheet.answers.values())


def recorded(shown: str, own: str) -> str:
    """What the sheet says where a scenario shows something else; '' where it does not."""
    if shown == own:
        return ""
    return NOT_FILLED if own == NO_FIGURE else own


def weight_text(weight: Fraction) -> str:
    """'30', '17,50'."""
    return str(weight) if weight.denominator == 1 else exact_points(weight)


def of_weight(points: Fraction, weight: Fraction) -> str:
    """'17,74 dari 30'."""
    return text.of_weight(exact_points(points), weight_text(weight))
