"""The headline figures of the readiness as texts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zi_metrics.labels import readiness as text
from zi_metrics.labels.numbers import NO_FIGURE, exact_points, out_of
from zi_metrics.lke import Aspect
from zi_metrics.lke.worksheet import Score, Worksheet
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.position_texts import Known, by_sheet, is_whole, known, of_weight, recorded


@dataclass(frozen=True)
class PointsText:
    """A headline figure: its name, its text, what belongs to it, and the same by the sheet.

    recorded: '' unless a scenario shows another text.
    """

    name: str
    shown: str
    about: str = ""
    recorded: str = ""


def headline_points(told: Readiness) -> list[PointsText]:
    """Four figures: total and its parts where everything is filled in, else what there is."""
    shown = _headlines(told, is_whole=is_whole(told))
    if told.scenario.is_empty:
        return shown
    own = _headlines(by_sheet(told), is_whole=is_whole(told))
    return [
        replace(one, recorded=recorded(one.shown, other.shown))
        for one, other in zip(shown, own, strict=True)
    ]


def _headlines(told: Readiness, *, is_whole: bool) -> list[PointsText]:
    sheet, has = told.sheet, known(told)
    levers = sheet.pengungkit
    fulfilment, reform = (sheet.score(aspect) for aspect in Aspect)
    rest = text.blank_answers(len(sheet.unanswered_codes))
    answered = PointsText(text.ANSWERED, out_of(levers.answered, levers.questions), rest)
    if not told.has_answers:
        answered = PointsText(text.ANSWERED, NO_FIGURE, text.UNREADABLE)
    results = _of_results(told, has)
    if not is_whole:
        parts = [_of_aspect(aspect, sheet.score(aspect), has) for aspect in Aspect]
        return [*parts, results, answered]
    total = of_weight(sheet.total, levers.weight + sheet.hasil_weight)
    about = text.aspects(exact_points(fulfilment.points), exact_points(reform.points))
    return [
        PointsText(text.TOTAL, total),
        PointsText(text.LEVERS, of_weight(levers.points, levers.weight), about),
        results,
        answered,
    ]


def _of_aspect(aspect: Aspect, score: Score, has: Known) -> PointsText:
    if not has.answers or not score.answered:
        return PointsText(aspect, NO_FIGURE, text.NOT_FILLED)
    about = text.answered(out_of(score.answered, score.questions))
    return PointsText(aspect, of_weight(score.points, score.weight), about)


def answered_only(told: Readiness) -> str:
    """What circulated workbooks make of each aspect; '' where that is the same."""
    shown, own = _answered_only(told.sheet), _answered_only(told.own)
    if not told.has_answers or not shown:
        return ""
    return text.answered_only(shown, own=own if own != shown else ())


def _answered_only(sheet: Worksheet) -> list[str]:
    scores = {aspect: sheet.score(aspect) for aspect in Aspect}
    begun = {aspect: score for aspect, score in scores.items() if score.answered}
    if all(one.answered_only == one.points for one in begun.values()):
        return []
    return [text.named_points(name, exact_points(one.answered_only)) for name, one in begun.items()]


def _of_results(told: Readiness, has: Known) -> PointsText:
    sheet = told.sheet
    if not has.results:
        why = text.NOT_FILLED if told.has_results else text.UNREADABLE
        return PointsText(text.RESULTS, NO_FIGURE, why)
    filled = [part.key for part in sheet.parts if sheet.results[part.key].is_filled]
    supposed = [key for key in filled if key in told.scenario.results]
    official = [key for key in filled if key not in supposed and told.entered[key].is_official]
    about = text.results_by(len(official), len(supposed), len(filled))
    return PointsText(text.RESULTS, of_weight(sheet.hasil, sheet.hasil_weight), about)
