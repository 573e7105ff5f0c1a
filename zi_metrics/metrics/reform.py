"""Reform: what is told of its answers beside their score."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from zi_metrics.lke import Aspect
from zi_metrics.lke.worksheet import Score
from zi_metrics.metrics.readiness import Readiness


@dataclass(frozen=True)
class ReformAnswers:
    """The answers of Reform; items: their rows of `Readiness.items`.

    unscored: how many are filled in but cannot be scored, 0 of 0 among them.
    """

    items: pd.DataFrame
    score: Score
    unscored: int

    @property
    def is_begun(self) -> bool:
        """Whether anything was answered, be it something that cannot be scored."""
        return self.score.answered + self.unscored > 0

    @property
    def losing(self) -> pd.DataFrame:
        """The questions whose answers leave points, most points first."""
        lost = self.items[self.items["lost_points"] > 0]
        return lost.sort_values("lost_points", ascending=False, kind="stable")


def reform_answers(told: Readiness) -> ReformAnswers:
    """The answers of Reform, by the worksheet that is told."""
    items = told.items[told.items["aspect"] == Aspect.REFORM]
    answers = [told.sheet.answers[code] for code in items["code"]]
    return ReformAnswers(
        items=items,
        score=told.sheet.score(Aspect.REFORM),
        unscored=sum(not each.is_answered and each.fault is not None for each in answers),
    )


def weakest_area(told: Readiness) -> int:
    """The area with the least share of its points of Reform; the first one of equals."""
    areas = told.sheet.catalogue.areas
    return min(
        (area.number for area in areas),
        key=lambda number: told.sheet.score(Aspect.REFORM, number).share,
    )
