"""Which of several rows of Hasil counts."""

from __future__ import annotations

from typing import Any

from tests.tables.builders import snapshot, table
from zi_metrics.labels.results import USES
from zi_metrics.metrics.readiness import Readiness, readiness
from zi_metrics.metrics.results_rows import Use, own_count, result_rows
from zi_metrics.tables.columns import RESULTS

TPN, OWN = "TPN", "survei mandiri"


def uses(*rows: dict[str, Any]) -> list[Use]:
    made = snapshot({"results": table(RESULTS, *rows)}, {"assessed_year": "2025"})
    found = result_rows(made.results, readiness(made), 2025)
    return [row.use for row in found]


def told(*rows: dict[str, Any]) -> Readiness:
    return readiness(snapshot({"results": table(RESULTS, *rows)}, {"assessed_year": "2025"}))


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


def test_own_values_are_those_that_count_and_are_not_of_the_national_team() -> None:
    rows = (
        {"value": "3,5", "assessor": OWN},
        {"component": "IPKP", "value": "3,4", "assessor": OWN},
        {"component": "Capaian kinerja", "value": "B"},
    )
    assert own_count(told(*rows)) == 3
    assert own_count(told(*rows, {"value": "3,6", "assessor": TPN})) == 2
    assert own_count(told()) == 0
