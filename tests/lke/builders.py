"""Worksheets of the shipped list: what a test does not name has its best answer, or none."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from zi_metrics.lke import load_catalogue
from zi_metrics.lke.answers import Answer, Written, read_answer
from zi_metrics.lke.results import ResultValue, read_result, result_parts
from zi_metrics.lke.worksheet import Worksheet, worksheet

CATALOGUE = load_catalogue()
QUESTIONS = CATALOGUE.questions
PARTS = {part.key: part for part in result_parts(CATALOGUE)}
BEST_RESULTS = {"ipak": "4", "capaian_kinerja": "A", "ipkp": "4"}
"""All 40 points of Hasil."""


def read(code: str, written: str | None) -> Answer:
    """An answer to a question, as people write it."""
    question = QUESTIONS[code]
    return read_answer(Written(written), question.options, is_improvement=question.is_improvement)


def blank(answers: Mapping[str, str] | None = None, **results: str) -> Worksheet:
    """Only these answers, by code, and values of Hasil, by key."""
    return worksheet(
        CATALOGUE,
        {code: read(code, written) for code, written in (answers or {}).items()},
        {key: read_result(written, PARTS[key]) for key, written in results.items()},
    )


def best(changes: Mapping[str, str] | None = None, **results: str) -> Worksheet:
    """Every question at its best but for the changes (by code; '' is blank); Hasil as told."""
    answers = {
        code: "1" if question.options is None else next(iter(question.options))
        for code, question in QUESTIONS.items()
    }
    return blank(answers | dict(changes or {}), **(BEST_RESULTS | results))


def level(score: Fraction, **shares: Fraction) -> Worksheet:
    """Every question with the same score, and Hasil by shares of its parts' points; else all."""
    return worksheet(
        CATALOGUE,
        dict.fromkeys(QUESTIONS, Answer(score=score)),
        {key: ResultValue(key, shares.get(key, Fraction(1))) for key in PARTS},
    )
