"""What a predicate needs of Hasil, and which of several rows counts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tables.builders import snapshot, table
from zi_metrics.labels.results import USES
from zi_metrics.lke import load_catalogue
from zi_metrics.lke.predicates import Predicate
from zi_metrics.metrics.readiness import readiness
from zi_metrics.metrics.results_needed import Use, least_values, result_rows
from zi_metrics.tables.columns import RESULTS

TPN, OWN = "TPN", "survei mandiri"


def uses(*rows: dict[str, Any]) -> list[Use]:
    made = snapshot({"results": table(RESULTS, *rows)}, {"assessed_year": "2025"})
    found = result_rows(made.results, readiness(made), 2025)
    return [row.use for row in found]


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


def test_value_of_the_national_team_counts_before_later_own_ones() -> None:
    assert uses(
        {"value": "3,5", "assessor": TPN},
        {"value": "3,9", "assessor": OWN},
    ) == [Use.COUNTS, Use.BEHIND_OFFICIAL]


def test_last_of_equals_counts() -> None:
    assert uses({"value": "3,5"}, {"value": "3,6"}) == [Use.BEHIND_LATER, Use.COUNTS]


def test_row_of_another_year_does_not_count_whoever_found_it() -> None:
    assert uses(
        {"value": "3,9", "year": 2024, "assessor": TPN},
        {"value": "3,5", "year": 2025, "assessor": OWN},
    ) == [Use.OTHER_YEAR, Use.COUNTS]


def test_row_without_a_name_or_a_value_says_so() -> None:
    assert uses(
        {"component": "Kepuasan pegawai", "value": "3,5"},
        {"value": None},
        {"value": "bagus"},
        {"value": "4,5"},
    ) == [Use.UNKNOWN_PART, Use.BLANK, Use.UNREADABLE, Use.UNREADABLE]


def test_every_use_has_its_words() -> None:
    assert set(USES) == set(Use)
