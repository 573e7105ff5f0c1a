"""What is needed of Hasil for a predicate, and whether a value is enough."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from zi_metrics.lke import Catalogue
from zi_metrics.lke.predicates import Predicate, Standing
from zi_metrics.lke.results import ResultPart, ResultValue, read_result
from zi_metrics.lke.worksheet import worksheet
from zi_metrics.metrics.gap import needed_results


@lru_cache(maxsize=8)
def least_values(catalogue: Catalogue, predicate: Predicate) -> Mapping[str, str]:
    """The least that is enough of each part for a predicate, by key: `3,60`, or a letter."""
    nothing = worksheet(catalogue, {}, {})
    return {each.part.key: each.to for each in needed_results(nothing, predicate)}


def standing(value: ResultValue, part: ResultPart, least: str) -> Standing:
    """How a value of a part stands against the least that is enough."""
    enough = read_result(least, part).share
    if value.share is None or enough is None:
        return Standing.UNKNOWN
    return Standing.MET if value.share >= enough else Standing.UNMET
