"""What a predicate needs of Hasil, and whether a value is enough."""

from __future__ import annotations

import pytest

from zi_metrics.lke import load_catalogue
from zi_metrics.lke.predicates import Predicate, Standing
from zi_metrics.lke.results import read_result, result_parts
from zi_metrics.metrics.results_needed import least_values, standing


@pytest.mark.parametrize(
    ("predicate", "least"),
    [
        # 15,75 of 17,50 points x 4 = 3,60; 14,00 of 17,50 x 4 = 3,20; 2,50 of 5,00 is C
        (Predicate.WBK, {"ipak": "3,60", "capaian_kinerja": "C", "ipkp": "3,20"}),
        (Predicate.WBBM, {"ipak": "3,60", "capaian_kinerja": "B", "ipkp": "3,60"}),
    ],
)
def test_least_values_of_a_predicate(predicate: Predicate, least: dict[str, str]) -> None:
    assert least_values(load_catalogue(), predicate) == least


@pytest.mark.parametrize(
    ("value", "stands"),
    [
        ("3,60", Standing.MET),
        ("3,599", Standing.UNMET),
        ("0", Standing.UNMET),
        (None, Standing.UNKNOWN),
        ("4,5", Standing.UNKNOWN),
    ],
)
def test_value_of_a_survey_stands_against_the_least(value: str | None, stands: Standing) -> None:
    (ipak, *_) = result_parts(load_catalogue())
    assert standing(read_result(value, ipak), ipak, "3,60") == stands
