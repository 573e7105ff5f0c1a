"""Worksheets of a few questions, and the shortest way found by trying every one there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import reduce
from math import ceil, lcm
from random import Random
from typing import NamedTuple

import numpy as np

from zi_metrics.lke import Catalogue, load_catalogue
from zi_metrics.lke.answers import PERCENT, Answer, Written, read_answer
from zi_metrics.lke.catalogue import Question
from zi_metrics.lke.predicates import Predicate, Rule, minimum
from zi_metrics.lke.worksheet import Worksheet, worksheet

TYPES = ("Ya/Tidak", "A/B/C", "A/B/C/D", "A/B/C/D/E", PERCENT)
WEIGHTS = (0.25, 0.5, 0.5, 1.0, 1.0, 1.5, 2.0)
RATIOS = ("0/1", "1/2", "1/3", "2/5", "3/4", "95%", "0,98", "50/60")
SHIPPED = load_catalogue()
RESULTS = {"bersih_akuntabel": 0, "ipak": 0, "capaian_kinerja": 0, "pelayanan_prima": 0}


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
    return worksheet(catalogue, answers, {})


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


def with_minima(sheet: Worksheet, random: Random) -> Worksheet:
    """The same, by rules that some random way meets exactly, or nearly, in area and in all."""
    taken = {code: random.choice((Fraction(0), *rises(sheet, code))) for code in sheet.answers}
    gains = {code: sheet.catalogue.questions[code].points * rise for code, rise in taken.items()}
    shares = [
        (sheet.score(area_no=area_no).points + sum(
            gain for code, gain in gains.items()
            if sheet.catalogue.questions[code].area_no == area_no
        )) / sheet.score(area_no=area_no).weight
        for area_no in range(1, 7)
    ]
    points = sheet.pengungkit.points + sum(gains.values())
    total = points * random.choice([Fraction(1), Fraction(9, 10)])
    minima = {
        "each_area_share": float(min(shares) * random.choice([1, 1, Fraction(2, 3)])),
        "pengungkit": float(points * random.choice([1, 1, Fraction(4, 5)])),
        "total": float(total),
    }
    rules = sheet.catalogue.rules | {"predicates": {"WBK": RESULTS | minima}}
    return replace(sheet, catalogue=replace(sheet.catalogue, rules=rules))


def rises(sheet: Worksheet, code: str) -> list[Fraction]:
    """By how much an answer can rise: options, whole counts up to 100, whole percents."""
    question, answer = sheet.catalogue.questions[code], sheet.answers[code]
    present = answer.score or Fraction(0)
    if question.options is not None:
        scores = list(question.options.values())
    else:
        of = int(answer.denominator or 100)
        scores = [Fraction(each, of) for each in range(of + 1)]
    return [score - present for score in scores if score > present]


def least_cost(sheet: Worksheet, with_evidence: set[str]) -> Cost | None:
    """Of all ways there are, by whole numbers; None where none meets the minima."""
    every = [[Fraction(0), *rises(sheet, code)] for code in sheet.answers]
    questions = list(sheet.catalogue.questions.values())
    unit = lcm(
        *(
            (question.points * rise).denominator
            for question, some in zip(questions, every, strict=True)
            for rise in some
        ),
        *(rise.denominator for some in every for rise in some),
    )

    def summed(values: list[list[Fraction | int]]) -> np.ndarray:
        return reduce(np.add.outer, [np.array([int(each) for each in some]) for some in values])

    won = {
        area_no: summed([
            [rise * question.points * unit if question.area_no in {area_no, area_no or question.area_no} else 0 for rise in some]
            for question, some in zip(questions, every, strict=True)
        ])
        for area_no in range(7)
    }
    ...
