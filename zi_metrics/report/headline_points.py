"""The headline figures of the readiness as texts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zi_metrics.labels import readiness as text
from zi_metrics.labels.lke import NOT_FILLED
from zi_metrics.labels.numbers import NO_FIGURE, exact_points, out_of
from zi_metrics.lke import Aspect
from zi_metrics.lke.worksheet import Score, Worksheet
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.position_texts import of_nothing, recorded, weight_text


@dataclass(frozen=True)
class PointsText:
    """A headline figure: its name, its text and of how much, what belongs to it, and by the sheet.

    of: 'dari 30', or '' without a figure. recorded: '' unless a scenario shows another text.
    """

    name: str
    value: str
    of: str = ""
    about: str = ""
    recorded: str = ""

    @property
    def shown(self) -> str:
        """'17,74 dari 30'."""
        return f"{self.value} {self.of}".rstrip()


def headline_points(told: Readiness) -> list[PointsText]:
    """Four figures: total and its parts where everything is filled in, else what there is."""
    shown = _headlines(told, is_whole=told.is_whole)
    if told.scenario.is_empty:
        return shown
    own = _headlines(told.by_sheet(), is_whole=told.is_whole)
    return [
        replace(one, recorded=recorded(one.shown, other.shown))
        for one, other in zip(shown, own, strict=True)
    ]


def _headlines(told: Readiness, *, is_whole: bool) -> list[PointsText]:
    if not is_whole:
        return [*(_of_aspect(each, told) for each in Aspect), _of_results(told), _answered(told)]
    sheet, levers = told.sheet, told.sheet.pengungkit
    fulfilment, reform = (exact_points(sheet.score(aspect).points) for aspect in Aspect)
    whole = weight_text(levers.weight + sheet.hasil_weight)
    return [
        PointsText(text.TOTAL, exact_points(sheet.total), text.of_whole(whole)),
        _points(text.LEVERS, levers, text.aspects(fulfilment, reform)),
        _of_results(told),
        _answered(told),
    ]


def _points(name: str, score: Score, about: str) -> PointsText:
    of = text.of_whole(weight_text(score.weight))
    return PointsText(name, exact_points(score.points), of, about)


def _answered(told: Readiness) -> PointsText:
    """How many questions are answered, and why the others are not."""
    if not told.has_answers:
        return PointsText(text.ANSWERED, NO_FIGURE, about=text.UNREADABLE)
    sheet, levers = told.sheet, told.sheet.pengungkit
    rest = text.unscored_answers(
        len(sheet.unanswered_codes), len(sheet.faulty_codes), of_nothing(sheet)
    )
    of = text.of_whole(str(levers.questions))
    return PointsText(text.ANSWERED, str(levers.answered), of, rest)


def _of_aspect(aspect: Aspect, told: Readiness) -> PointsText:
    score = told.sheet.score(aspect)
    if not told.has_answers:
        return PointsText(aspect, NO_FIGURE, about=text.UNREADABLE)
    if not score.answered:
        return PointsText(aspect, NO_FIGURE, about=NOT_FILLED)
    return _points(aspect, score, text.answered(out_of(score.answered, score.questions)))


def answered_only(told: Readiness) -> str:
    """What circulated workbooks make of each aspect; '' where that is the same."""
    shown, own = answered_only_points(told.sheet), answered_only_points(told.own)
    if not told.has_answers or not shown:
        return ""
    return text.answered_only(shown, own=own if own != shown else ())


def answered_only_points(sheet: Worksheet) -> list[str]:
    """'Pemenuhan 19,53' of each aspect; nothing where blanks make no difference."""
    scores = {aspect: sheet.score(aspect) for aspect in Aspect}
    begun = {aspect: score for aspect, score in scores.items() if score.answered}
    if all(one.answered_only == one.points for one in begun.values()):
        return []
    return [text.named_points(name, exact_points(one.answered_only)) for name, one in begun.items()]


def _of_results(told: Readiness) -> PointsText:
    sheet = told.sheet
    if not told.knows_results:
        why = NOT_FILLED if told.has_results else text.UNREADABLE
        return PointsText(text.RESULTS, NO_FIGURE, about=why)
    filled = [part.key for part in sheet.parts if sheet.results[part.key].is_filled]
    supposed = [key for key in filled if key in told.scenario.results]
    official = [key for key in filled if key not in supposed and told.entered[key].is_official]
    about = text.results_by(len(official), len(supposed), len(filled))
    of = text.of_whole(weight_text(sheet.hasil_weight))
    return PointsText(text.RESULTS, exact_points(sheet.hasil), of, about)
