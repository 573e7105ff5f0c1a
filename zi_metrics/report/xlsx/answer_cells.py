"""What stands in the cells of a question: what was entered, and the results of its formulas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from zi_metrics.labels import readiness_files as text
from zi_metrics.labels.numbers import exact_points
from zi_metrics.lke.answers import PERCENT, Answer, AnswerFault, Written
from zi_metrics.lke.worksheet import Score, Worksheet
from zi_metrics.metrics.completeness import IndicatorState
from zi_metrics.metrics.gap import Step
from zi_metrics.report.xlsx.answer_scores import Scales, gain, score
from zi_metrics.report.xlsx.plan import Formula, Kind, Number, Value
from zi_metrics.report.xlsx.rules import check, close

_PROVEN = (IndicatorState.COMPLETE, IndicatorState.IRRELEVANT)


@dataclass(frozen=True)
class Asked:
    """A question of a worksheet.

    row: of `Readiness.items`; step: what the shortest way asks of it; sub_area: its score;
    is_compared: whether both answers and documents could be read.
    """

    row: Any
    sheet: Worksheet
    sub_area: Score
    step: Step | None
    is_compared: bool

    @property
    def answer(self) -> Answer:
        """Its answer as it counts."""
        return self.sheet.answers[self.row.code]

    @property
    def is_ratio(self) -> bool:
        """Whether a ratio is asked."""
        return bool(self.row.answer_type == PERCENT)


def cells_of(asked: Asked, refs: dict[str, str], scales: Scales) -> dict[str, Value]:
    """By the names of their columns; refs: the cells of the row."""
    answer, question = asked.answer, asked.sheet.catalogue.questions[asked.row.code]
    won = asked.sheet.points(question)
    scored = score(question, asked.row.answer_type, scales).format_map(refs)
    gained = gain(asked.row.answer_type, scales).format_map(refs)
    return {
        **_entered(asked),
        "score": Formula(scored, "" if answer.score is None else float(answer.score)),
        "points": float(question.points),
        "won": float(won),
        "claim": claim(asked),
        "needed": None if asked.step is None else _needed(asked.step, is_ratio=asked.is_ratio),
        "gain": Formula(gained, "" if asked.step is None else float(asked.step.gain)),
        "shown": exact_points(won),
        "check": check(close(refs["won"], float(won))),
        "is_filled": int(answer.is_filled),
        "won_of_answered": _of_answered(asked),
    }


def _entered(asked: Asked) -> dict[str, Value]:
    """Answer and counts so that the formulas score them as they are scored on screen."""
    answer, row = asked.answer, asked.row
    counts = _counts(answer, Written(row.answer, row.answer_numerator, row.answer_denominator))
    return {
        "answer": _written(asked, has_counts=counts != (None, None)),
        "answer_numerator": counts[0],
        "answer_denominator": counts[1],
    }


def _counts(answer: Answer, written: Written) -> tuple[float | None, float | None]:
    """The counts of a ratio, also where both stand in the cell of the answer."""
    if answer.numerator is not None and answer.denominator is not None:
        return float(answer.numerator), float(answer.denominator)
    if answer.fault is AnswerFault.NOT_SCORABLE:
        return 0.0, 0.0
    return written.numerator, written.denominator


def _written(asked: Asked, *, has_counts: bool) -> Value:
    answer, row = asked.answer, asked.row
    if answer.option:
        return answer.option
    if asked.is_ratio and not has_counts and answer.score is not None:
        return Number(float(answer.score), Kind.SHARE)
    return None if Written(row.answer).is_blank else str(row.answer)


def claim(asked: Asked) -> str | None:
    """What an answer and the documents behind it say together; None where they agree."""
    if not asked.is_compared:
        return None
    if asked.answer.score == 1:
        return None if asked.row.state in _PROVEN else text.UNPROVEN
    is_open = asked.row.state == IndicatorState.COMPLETE and not asked.answer.is_of_nothing
    return text.CHANCE if is_open else None


def _needed(step: Step, *, is_ratio: bool) -> Value:
    """What a step asks for, as the formula of its gain reads it."""
    return Number(float(step.answer.score or 0), Kind.SHARE) if is_ratio else step.to


def _of_answered(asked: Asked) -> float:
    """Its part of the points where blank answers of its sub-area are left out."""
    if asked.answer.score is None:
        return 0.0
    return float(asked.answer.score * asked.sub_area.weight / asked.sub_area.answered)
