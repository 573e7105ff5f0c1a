"""Worksheets of a few questions, and the shortest way found by trying every one there is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import ceil, lcm
from random import Random
from typing import NamedTuple

import numpy as np

from zi_metrics.lke import AREA_NUMBERS, Catalogue, load_catalogue
from zi_metrics.lke.answers import PERCENT, Answer, Written, read_answer
from zi_metrics.lke.catalogue import Question
from zi_metrics.lke.predicates import Predicate, Rule, minimum
from zi_metrics.lke.results import read_result, result_parts
from zi_metrics.lke.worksheet import Worksheet, worksheet

TYPES = ("Ya/Tidak", "A/B/C", "A/B/C/D", "A/B/C/D/E", PERCENT)
WEIGHTS = (0.25, 0.5, 0.5, 1.0, 1.0, 1.5, 2.0)
RATIOS = ("0/1", "1/2", "1/3", "2/5", "3/4", "95%", "0,98", "50/60")
SHIPPED = load_catalogue()
RESULTS = {"ipak": "4", "capaian_kinerja": "A", "ipkp": "4"}
"""All 40 points of Hasil: no value of it is needed."""


class Cost(NamedTuple):
    """What is to be small, the most important first."""

    changed: int
    without_evidence: int
    rise: Fraction
    positions: int


def small_worksheet(random: Random) -> Worksheet:
    """Seven to nine questions, some in every area, of any type and weight and anyhow answered."""
    catalogue = _small_catalogue(random)
    answers = {
        question.code: _some_answer(question, random) for question in catalogue.questions.values()
    }
    results = {part.key: read_result(RESULTS[part.key], part) for part in result_parts(catalogue)}
    return worksheet(catalogue, answers, results)


def _small_catalogue(random: Random) -> Catalogue:
    rows = SHIPPED.indicators
    firsts = rows.drop_duplicates("area_no").index
    others = random.sample(sorted(set(rows.index) - set(firsts)), random.choice([1, 2, 3]))
    chosen = rows.loc[sorted([*firsts, *others])]
    places = list(zip(chosen["aspect"], chosen["area_no"], chosen["sub_area_no"], strict=True))
    weights = {place: random.choice(WEIGHTS) for place in places}
    return replace(
        SHIPPED,
        indicators=chosen.assign(
            sub_area_weight=[weights[place] for place in places],
            answer_type=random.choices(TYPES, k=len(chosen)),
        ),
    )


def _some_answer(question: Question, random: Random) -> Answer:
    words = RATIOS if question.options is None else (*question.options, None)
    return read_answer(Written(random.choice(words)), question.options)


def rises(sheet: Worksheet, code: str) -> list[Fraction]:
    """By how much an answer can rise: options, whole counts, whole percents."""
    question, answer = sheet.catalogue.questions[code], sheet.answers[code]
    present = answer.score or Fraction(0)
    of = int(answer.denominator or 100)
    ratios = [Fraction(each, of) for each in range(of + 1)]
    scores = ratios if question.options is None else list(question.options.values())
    return [score - present for score in scores if score > present]


def with_minima(sheet: Worksheet, random: Random) -> Worksheet:
    """The same by other rules: minima that some random way meets exactly, or as good as exactly."""
    taken = {code: random.choice([Fraction(0), *rises(sheet, code)]) for code in sheet.answers}
    gains = {code: sheet.catalogue.questions[code].points * rise for code, rise in taken.items()}
    shares = []
    for area_no in AREA_NUMBERS:
        score = sheet.score(area_no=area_no)
        own = (
            question for question in gains if sheet.catalogue.questions[question].area_no == area_no
        )
        shares.append((score.points + sum(map(gains.__getitem__, own))) / score.weight)
    points = sheet.pengungkit.points + sum(gains.values())
    minima = {
        "each_area_share": float(min(shares) * random.choice([1, 1, Fraction(2, 3)])),
        "pengungkit": float(points * random.choice([1, 1, Fraction(4, 5)])),
        "total": float(sheet.hasil + points * random.choice([1, Fraction(9, 10)])),
    }
    return with_rules(sheet, **minima)


def with_rules(sheet: Worksheet, **minima: float) -> Worksheet:
    """The same by other minima of WBK."""
    rules = sheet.catalogue.rules
    changed = {"predicates": {Predicate.WBK: rules["predicates"]["WBK"] | minima}}
    return replace(sheet, catalogue=replace(sheet.catalogue, rules=rules | changed))


def least_cost(sheet: Worksheet, with_evidence: set[str]) -> Cost | None:
    """Of all ways there are, in whole numbers; None where none meets the minima."""
    questions = list(sheet.catalogue.questions.values())
    every = [[Fraction(0), *rises(sheet, question.code)] for question in questions]
    fractions = [
        each
        for question, some in zip(questions, every, strict=True)
        for rise in some
        for each in (rise, rise * question.points)
    ]
    unit = lcm(*(each.denominator for each in fractions))
    taken = np.indices([len(some) for some in every]).reshape(len(questions), -1)
    won = {
        area_no: sum(
            _whole(some, unit * question.points)[row]
            for question, some, row in zip(questions, every, taken, strict=True)
            if question.area_no == area_no
        )
        for area_no in AREA_NUMBERS
    }
    is_enough = sum(won.values()) >= ceil(_missing(sheet) * unit)
    for area_no, gained in won.items():
        is_enough &= gained >= ceil(_missing(sheet, area_no) * unit)
    taken = taken[:, is_enough]
    if not taken.size:
        return None
    is_bare = np.array([int(question.code not in with_evidence) for question in questions])
    changed = taken > 0
    rise = sum(_whole(some, unit)[row] for some, row in zip(every, taken, strict=True))
    costs = (np.arange(len(questions)) @ changed, rise, is_bare @ changed, changed.sum(0))
    least = np.lexsort(costs)[0]
    positions, rise, bare, number = (int(cost[least]) for cost in costs)
    return Cost(number, bare, Fraction(rise, unit), positions)


def _whole(some: list[Fraction], unit: Fraction | int) -> np.ndarray:
    return np.array([int(each * unit) for each in some])


def _missing(sheet: Worksheet, area_no: int | None = None) -> Fraction:
    score = sheet.score(area_no=area_no)
    least = {rule: minimum(sheet.catalogue, Predicate.WBK, rule) for rule in Rule}
    if area_no is not None:
        return least[Rule.EACH_AREA] * score.weight - score.points
    return max(least[Rule.PENGUNGKIT], least[Rule.TOTAL] - sheet.hasil) - score.points
