"""The worksheet scored: answers in, exact points out, for any group of questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from zi_metrics.lke.answers import BLANK, Answer
from zi_metrics.lke.catalogue import AREA_NUMBERS, Aspect, Catalogue, Question
from zi_metrics.lke.results import NO_VALUE, ResultPart, ResultValue, result_parts


@dataclass(frozen=True)
class Score:
    """Points of a group of questions.

    points: blank answers count 0; answered_only: what the circulated workbook makes of it, where a
    sub-area's mean leaves blanks out (a sub-area without any answer has 0 there too). weight: the
    most there is. answered of questions have a score.
    """

    points: Fraction
    weight: Fraction
    answered_only: Fraction
    answered: int
    questions: int

    @property
    def share(self) -> Fraction:
        """Points of the most there is, 0..1."""
        return self.points / self.weight if self.weight else Fraction(0)


@dataclass(frozen=True, eq=False)
class Worksheet:
    """Answers to all questions and values of Hasil, with their points.

    answers: by code, one for every question of the catalogue; results: by key, one for every part.
    """

    catalogue: Catalogue
    answers: Mapping[str, Answer]
    results: Mapping[str, ResultValue]

    def score(self, aspect: Aspect | None = None, area_no: int | None = None) -> Score:
        """The score of an aspect, an area, or both; of everything in Pengungkit without either."""
        return self._scores[aspect, area_no]

    @cached_property
    def _scores(self) -> Mapping[tuple[Aspect | None, int | None], Score]:
        return {
            (aspect, area_no): self.of(
                question
                for question in self.catalogue.questions.values()
                if aspect in {None, question.aspect} and area_no in {None, question.area_no}
            )
            for aspect in (None, *Aspect)
            for area_no in (None, *AREA_NUMBERS)
        }

    def of(self, questions: Iterable[Question]) -> Score:
        """The score of some questions, whole sub-areas or parts of them."""
        asked = tuple(questions)
        answered = [question for question in asked if self.answers[question.code].is_answered]
        groups: dict[tuple[Aspect, int, str], list[Question]] = {}
        for question in asked:
            place = question.aspect, question.area_no, question.sub_area_no
            groups.setdefault(place, []).append(question)
        return Score(
            points=sum((self.points(question) for question in asked), Fraction(0)),
            weight=sum((question.points for question in asked), Fraction(0)),
            answered_only=sum(map(self._mean_of_answered, groups.values()), Fraction(0)),
            answered=len(answered),
            questions=len(asked),
        )

    def points(self, question: Question) -> Fraction:
        """What the answer to a question is worth; a blank one 0."""
        return question.points * (self.answers[question.code].score or 0)

    def _mean_of_answered(self, sub_area: list[Question]) -> Fraction:
        answered = [each for each in sub_area if self.answers[each.code].is_answered]
        if not answered:
            return Fraction(0)
        weight = sum((question.points for question in sub_area), Fraction(0))
        scores = sum((self.answers[each.code].score or 0 for each in answered), Fraction(0))
        return weight * scores / len(answered)

    @property
    def pengungkit(self) -> Score:
        """Pemenuhan and Reform together."""
        return self.score()

    @cached_property
    def parts(self) -> tuple[ResultPart, ...]:
        """The parts of Hasil in official order."""
        return result_parts(self.catalogue)

    def result_points(self, part: ResultPart) -> Fraction:
        """Points of a part of Hasil; without a value 0."""
        return part.points * (self.results[part.key].share or 0)

    def component_points(self, component: str) -> Fraction:
        """Points of a component of Hasil, by its key."""
        parts = (part for part in self.parts if part.component == component)
        return sum(map(self.result_points, parts), Fraction(0))

    @property
    def hasil(self) -> Fraction:
        """Points of Hasil."""
        return sum(map(self.result_points, self.parts), Fraction(0))

    @property
    def hasil_weight(self) -> Fraction:
        """The most there is of them."""
        return sum((part.points for part in self.parts), Fraction(0))

    @property
    def total(self) -> Fraction:
        """Nilai LKE: Pengungkit and Hasil, of 100."""
        return self.pengungkit.points + self.hasil

    @property
    def unanswered_codes(self) -> tuple[str, ...]:
        """Codes of the questions nothing was answered to, in official order."""
        return tuple(
            code
            for code, answer in self.answers.items()
            if answer.fault is None and not answer.is_answered
        )

    @property
    def faulty_codes(self) -> tuple[str, ...]:
        """Codes of the questions whose answer has to be mended to be scored, in official order."""
        return tuple(
            code
            for code, answer in self.answers.items()
            if answer.fault is not None and not answer.is_filled
        )

    @property
    def blank_parts(self) -> tuple[ResultPart, ...]:
        """Parts of Hasil without a value that can be scored."""
        return tuple(part for part in self.parts if not self.results[part.key].is_filled)

    @property
    def is_filled(self) -> bool:
        """Whether Pemenuhan, Reform and Hasil are all filled in."""
        return not (self.unanswered_codes or self.faulty_codes or self.blank_parts)


def worksheet(
    catalogue: Catalogue, answers: Mapping[str, Answer], results: Mapping[str, ResultValue]
) -> Worksheet:
    """A worksheet of these answers, by code, and values, by key; the others are blank."""
    return Worksheet(
        catalogue=catalogue,
        answers={code: answers.get(code, BLANK) for code in catalogue.questions},
        results={part.key: results.get(part.key, NO_VALUE) for part in result_parts(catalogue)},
    )
