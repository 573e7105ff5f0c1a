"""Rows of Hasil: which part each is of, and which value of a part counts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tables.builders import checked
from zi_metrics.lke import load_catalogue
from zi_metrics.metrics.results_entered import entered_results
from zi_metrics.tables.check import Checked
from zi_metrics.tables.columns import RESULTS
from zi_metrics.tables.problems import Severity

CATALOGUE = load_catalogue()
ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
NAMES = (
    "“Survei Persepsi Anti Korupsi (IPAK)”, “Capaian kinerja lebih baik”, atau"
    " “Survei Persepsi Kualitas Pelayanan (IPKP)”"
)


def of(*rows: dict[str, Any], year: int | None = 2025) -> Checked:
    return checked(RESULTS, *rows, year=year)


def told(*rows: dict[str, Any], year: int | None = 2025) -> list[tuple[Severity, int, str]]:
    """How bad, which row, and what was read."""
    found = of(*rows, year=year).problems
    return [(each.severity, int(each.where.split()[-1]), each.read) for each in found]


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ({"component": "Inovasi"}, "Komponen “Inovasi” tidak dikenal."),
        ({"component": None}, "Kolom “Komponen” kosong."),
        ({"value": "baik"}, "Nilai “baik” bukan indeks survei."),
        ({"value": "4,01"}, "Nilai “4,01” di luar skala 0 sampai 4."),
        ({"value": "82.5"}, "Nilai “82.5” di luar skala 0 sampai 4."),
        ({"component": "Capaian kinerja", "value": "F"},
         "Nilai “F” tidak ada dalam pilihan A/B/C/D/E."),
    ],
)  # fmt: skip
def test_row_that_does_not_count_is_told(row: dict[str, Any], read: str) -> None:
    assert told(row) == [(ERROR, 1, read)]


def test_unknown_component_is_told_the_three_there_are() -> None:
    (found,) = of({"component": "Inovasi"}).problems
    assert (found.why, found.remedy) == ("Baris ini tidak dihitung.", f"Isi dengan {NAMES}.")


@pytest.mark.parametrize(
    "row",
    [
        {"value": None},
        {"value": "4", "year": 2025},
        {"component": "IKM", "value": 3.6},
        {"component": "Capaian kinerja", "value": "b"},
        {"component": None, "value": None, "year": 2025},
    ],
)
def test_row_that_counts_or_says_nothing_is_no_problem(row: dict[str, Any]) -> None:
    assert told(row) == []


def test_value_of_another_year_is_advice_where_the_assessed_year_has_one() -> None:
    earlier = "Nilai ini dari tahun 2024, sedangkan yang dinilai tahun 2025."
    assert told({"year": 2024}, {"year": 2025}) == [(ADVICE, 1, earlier)]
    assert told({"year": 2024}) == [(WARNING, 1, earlier)]
    assert told({"year": 2024, "value": "baik"}, {"year": 2024, "value": None}) == []


def test_second_value_of_a_part_is_doubtful_and_the_last_counts() -> None:
    assert told({"value": "3,1"}, {"component": "Survei Persepsi Korupsi", "value": "3,4"}) == [
        (WARNING, 1, "Komponen “IPAK” mempunyai lebih dari satu nilai.")
    ]


def test_own_value_beside_that_of_the_national_team_is_no_slip() -> None:
    team, own = {"assessor": "TPN"}, {"assessor": "survei mandiri"}
    told_of = "Komponen “IPAK” sudah mempunyai nilai dari TPN."
    assert told(team, own) == [(ADVICE, 2, told_of)]
    assert told(own, team) == [(ADVICE, 1, told_of)]
    assert told(team, team)[0][:2] == (WARNING, 1)


def test_without_an_assessed_year_no_row_is_of_another_one() -> None:
    assert told({"year": 2024}, year=None) == []


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "component": st.sampled_from(["IPAK", "IPKP", "Capaian kinerja", "lain", None]),
            "value": st.sampled_from(["3,1", "3,9", "5", "A", "E", None]),
            "year": st.sampled_from([2024, 2025, None]),
            "assessor": st.sampled_from(["TPN", "survei mandiri", None]),
        }
    ),
    max_size=6,
)


@given(ROWS)
def test_row_with_a_value_counts_or_is_told_and_never_both(rows: list[dict[str, Any]]) -> None:
    found = of(*rows)
    counting = {each.origin for each in entered_results(found.rows, 2025, CATALOGUE).values()}
    said = [each.where for each in found.problems]
    filled = set(found.rows.loc[found.rows["value"].notna(), "origin"])
    of_other_years = set(found.rows.loc[found.rows["year"].eq(2024), "origin"])
    assert len(said) == len(set(said))
    assert not counting & set(said)
    assert filled - of_other_years <= counting | set(said)
