"""The official list of indicators, by regulation: a later one stands in a folder beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import pandas as pd

from zi_metrics.lke.answers import exact
from zi_metrics.matching import folded
from zi_metrics.settings import DATA_DIR

DEFAULT_REGULATION = "permenpanrb-90-2021"
AREA_NUMBERS = (1, 2, 3, 4, 5, 6)


class Aspect(StrEnum):
    """The two halves of Pengungkit; every area is scored in both."""

    FULFILMENT = "Pemenuhan"
    REFORM = "Reform"


@dataclass(frozen=True)
class Area:
    """One of the six areas of change; `weight` are its LKE points in both aspects together."""

    number: int
    name: str
    short_name: str
    slug: str
    weight: float


class Place(NamedTuple):
    """Where an indicator stands in the official list."""

    code: str
    area_no: int
    aspect: str
    question: str


@dataclass(frozen=True)
class Question:
    """A question as it is scored.

    points: what the best answer to it is worth. options: score (0..1) of each answer in official
    order, best first; None where a ratio is asked, and its own score. is_improvement: whether the
    ratio is the decline of something bad.
    """

    code: str
    aspect: Aspect
    area_no: int
    sub_area_no: str
    points: Fraction
    options: Mapping[str, Fraction] | None
    is_improvement: bool


@dataclass(frozen=True, eq=False)
class Catalogue:
    """What one regulation asks.

    indicators: one row per indicator in official order; columns code, aspect, area_no, sub_area_no,
    sub_area, sub_area_weight, question_no, question, answer_type and points (the LKE points of one
    indicator: its sub-area's weight / number of indicators in the sub-area). rules: components,
    answer scores, parts of Hasil and minima of the predicates, as the regulation names them.
    """

    regulation: str
    areas: tuple[Area, ...]
    indicators: pd.DataFrame
    rules: dict[str, Any]

    def area(self, number: int) -> Area:
        """The area with this number (1-6)."""
        return next(area for area in self.areas if area.number == number)

    @cached_property
    def codes(self) -> frozenset[str]:
        """Codes of all indicators."""
        return frozenset(self.indicators["code"])

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """All questions by code, in official order, with exact points."""
        scores = {
            kind: {option: exact(score) for option, score in options.items()}
            for kind, options in self.rules["answer_scores"].items()
        }
        improvements = self.rules["improvement_questions"]
        rows = self.indicators
        siblings = rows.groupby(["aspect", "area_no", "sub_area_no"])["code"].transform("size")
        places = rows[["code", "aspect", "area_no", "sub_area_no"]]
        return {
            code: Question(
                code=code,
                aspect=Aspect(aspect),
                area_no=area_no,
                sub_area_no=sub_area_no,
                points=exact(weight) / count,
                options=scores.get(kind),
                is_improvement=code in improvements,
            )
            for (code, aspect, area_no, sub_area_no), weight, count, kind in zip(
                places.itertuples(index=False),
                rows["sub_area_weight"].tolist(),
                siblings.tolist(),
                rows["answer_type"].tolist(),
                strict=True,
            )
        }

    @cached_property
    def by_folded_code(self) -> Mapping[str, Place]:
        """The place of every indicator, by its code as codes are matched."""
        listed = self.indicators[["code", "area_no", "aspect", "question"]]
        return {folded(row[0]): Place(*row) for row in listed.itertuples(index=False)}

    def place(self, code: str | None) -> Place | None:
        """The indicator a code names, whatever its case and spacing; None when it names none."""
        return None if code is None else self.by_folded_code.get(folded(code))


def known_regulations() -> tuple[str, ...]:
    """Names of the regulations whose lists ship with the program."""
    return tuple(sorted(folder.parent.name for folder in (DATA_DIR / "lke").glob("*/areas.csv")))


@lru_cache(maxsize=4)
def load_catalogue(regulation: str = DEFAULT_REGULATION) -> Catalogue:
    """Read a regulation's list from `data/lke/`, which ships with the program and is trusted."""
    home = DATA_DIR / "lke" / regulation
    indicators = pd.read_csv(home / "indicators.csv", keep_default_na=False)
    siblings = indicators.groupby(["aspect", "area_no", "sub_area_no"])["code"].transform("size")
    areas = pd.read_csv(home / "areas.csv")
    return Catalogue(
        regulation=regulation,
        areas=tuple(Area(*row) for row in areas.itertuples(index=False)),
        indicators=indicators.assign(points=indicators["sub_area_weight"] / siblings),
        rules=json.loads((home / "rules.json").read_text(encoding="utf-8")),
    )
