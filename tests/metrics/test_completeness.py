"""Completeness of evidence, as section 3 of the design defines it.

LKE points of the indicators used: TEAM_A and TEAM_B 0.5/2 = 0.25 each, SITE 2/4 = 0.5,
CONDUCT 0.75/1 = 0.75.
"""

from __future__ import annotations

import pytest

from tests.metrics.builders import completeness_of, document, measured
from zi_metrics.metrics.completeness import IndicatorState, heaviest_gaps
from zi_metrics.metrics.ratio import Ratio

TEAM_A, TEAM_B, SITE, CONDUCT = "A.I.1.i.a", "A.I.1.i.b", "A.I.2.ii.a", "A.I.3.v.a"
WHY = {"reason": "Bukan tugas unit"}


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ([("Tersedia", {}), ("Terverifikasi", {})], "lengkap"),
        ([("Tersedia", {}), ("Tidak relevan", WHY)], "lengkap"),
        ([("Tersedia", {}), ("Disusun", {})], "sebagian"),
        ([("Tersedia", {}), ("Tidak relevan", {})], "sebagian"),
        ([("Tersedia", {}), ("x", {})], "sebagian"),
        ([("Belum ada", {}), ("Perlu perbaikan", {}), ("Disusun", {})], "kosong"),
        ([(None, {})], "kosong"),
        ([("Tidak relevan", {})], "kosong"),
        ([("x", {})], "kosong"),
        ([("Belum ada", {}), ("Tidak relevan", WHY)], "kosong"),
        ([], "tanpa data dukung"),
        ([("Tidak relevan", WHY), ("N/A", WHY)], "tidak relevan"),
    ],
)
def test_indicator_state_is_what_its_rows_say_together(
    rows: list[tuple[str | None, dict[str, str]]], state: str
) -> None:
    documents = [document(TEAM_A, status, **rest) for status, rest in rows]
    assert measured(*documents, codes=[TEAM_A])["state"].tolist() == [state]


def test_group_counts_each_indicator_in_one_state() -> None:
    group = completeness_of(
        document(TEAM_A, "Tersedia"),
        document(TEAM_B, "Disusun"),
        document(SITE, "Tidak relevan", **WHY),
        codes=[TEAM_A, TEAM_B, SITE, CONDUCT],
    )
    assert group.states == {
        IndicatorState.COMPLETE: 1,
        IndicatorState.PARTIAL: 0,
        IndicatorState.EMPTY: 1,
        IndicatorState.WITHOUT_EVIDENCE: 1,
        IndicatorState.IRRELEVANT: 1,
    }
    assert group.indicators == Ratio(1, 3)


def test_evidence_ratio_is_available_or_verified_of_all_but_irrelevant() -> None:
    group = completeness_of(
        document(TEAM_A, "Tersedia"),
        document(TEAM_A, "Terverifikasi"),
        document(TEAM_A, "Perlu perbaikan"),
        document(TEAM_A, "Tidak relevan", **WHY),
        codes=[TEAM_A],
    )
    assert (group.evidence, group.verification) == (Ratio(2, 3), Ratio(1, 3))


def test_irrelevant_without_a_reason_stays_in_denominators() -> None:
    group = completeness_of(
        document(TEAM_A, "Tersedia"),
        document(TEAM_A, "Tidak relevan"),
        document(TEAM_B, "Tidak relevan", reason="  "),
        codes=[TEAM_A, TEAM_B],
    )
    assert group.evidence == Ratio(1, 3)
    assert group.indicators == Ratio(0, 2)
    assert group.weighted == Ratio(0.125, 0.5)


def test_unrecognised_status_stays_in_denominators_and_is_never_done() -> None:
    group = completeness_of(
        document(TEAM_A, "Tersedia"), document(TEAM_A, "x"), document(TEAM_A, "???"), codes=[TEAM_A]
    )
    assert (group.evidence, group.unrecognised_count) == (Ratio(1, 3), 2)


def test_row_with_an_unknown_code_counts_nowhere() -> None:
    group = completeness_of(
        document(TEAM_A, "Tersedia"),
        document("A.I.9.z.z", "Tersedia"),
        document("A.I.9.z.z", "x"),
        document(None, "Belum ada"),  # type: ignore[arg-type]  # an empty cell
        codes=[TEAM_A, TEAM_B],
    )
    assert group.evidence == Ratio(1, 1)
    assert group.unrecognised_count == 0
    assert sum(group.states.values()) == 2


def test_weighted_completeness_is_points_covered_of_all_points() -> None:
    group = completeness_of(
        document(TEAM_A, "Tersedia"),  # 1 of 1: 0.25
        document(SITE, "Tersedia"),  # 1 of 4: 0.125
        document(SITE, "Disusun"),
        document(SITE, "Belum ada"),
        document(SITE, "x"),
        codes=[TEAM_A, SITE, CONDUCT],  # CONDUCT lists nothing: 0 of 0.75
    )
    assert group.weighted == Ratio(0.375, 1.5)
    assert group.weighted.share == 0.25


def test_irrelevant_indicator_is_out_of_both_weighted_sums() -> None:
    group = completeness_of(
        document(TEAM_A, "Tersedia"),
        document(CONDUCT, "Tidak relevan", **WHY),
        codes=[TEAM_A, TEAM_B, CONDUCT],
    )
    assert group.weighted == Ratio(0.25, 0.5)


def test_indicator_that_lists_nothing_is_a_gap_and_not_a_better_ratio() -> None:
    group = completeness_of(document(TEAM_A, "Tersedia"), codes=[TEAM_A, CONDUCT])
    assert group.evidence == Ratio(1, 1)
    assert group.indicators == Ratio(1, 2)
    assert group.weighted == Ratio(0.25, 1.0)


def test_group_is_a_ratio_of_sums_not_a_mean_of_ratios() -> None:
    group = completeness_of(
        document(TEAM_A, "Tersedia"),
        document(TEAM_B, "Tersedia"),
        document(TEAM_B, "Belum ada"),
        document(TEAM_B, "Belum ada"),
        codes=[TEAM_A, TEAM_B],
    )
    assert group.evidence.share == 0.5  # 2 of 4; the mean of 1/1 and 1/3 would be 2/3


def test_empty_group_has_no_percentage() -> None:
    group = completeness_of(codes=[])
    shares = [r.share for r in (group.evidence, group.verification, group.indicators)]
    assert [*shares, group.weighted.share] == [None, None, None, None]
    assert set(group.states.values()) == {0}


def test_group_of_irrelevant_indicators_only_has_no_percentage() -> None:
    group = completeness_of(document(TEAM_A, "Tidak relevan", **WHY), codes=[TEAM_A])
    assert (group.evidence.share, group.indicators.share) == (None, None)
    assert group.weighted.share is None


def test_group_without_evidence_has_nought_covered_but_no_evidence_ratio() -> None:
    group = completeness_of(codes=[TEAM_A, TEAM_B])
    assert (group.weighted.share, group.indicators.share) == (0.0, 0.0)
    assert group.evidence.share is None


def test_link_never_changes_a_figure() -> None:
    linked = completeness_of(document(TEAM_A, "Tersedia", url="https://a.test/1"), codes=[TEAM_A])
    unlinked = completeness_of(document(TEAM_A, "Tersedia"), codes=[TEAM_A])
    broken = completeness_of(document(TEAM_A, "Tersedia", url="javascript:1"), codes=[TEAM_A])
    assert linked == unlinked == broken


def test_every_row_of_a_repeated_id_counts() -> None:
    twice = [document(TEAM_A, status, evidence_id="E1") for status in ("Tersedia", "Belum ada")]
    assert completeness_of(*twice, codes=[TEAM_A]).evidence == Ratio(1, 2)


def test_points_of_an_indicator_are_those_of_all_in_its_sub_area() -> None:
    alone = measured(document(TEAM_A, "Tersedia"), codes=[TEAM_A])
    assert alone["points"].tolist() == [0.25]


def test_gaps_are_ordered_by_points_not_covered() -> None:
    gaps = heaviest_gaps(
        measured(
            document(TEAM_A, "Disusun"),  # 0 of 1 required: 0.25 open
            document(SITE, "Tersedia"),  # 1 of 4 required: 0.375 open
            *[document(SITE, "Belum ada")] * 3,
            codes=[TEAM_A, TEAM_B, SITE, CONDUCT],
        )
    )
    found = gaps[["code", "gap_points"]].values.tolist()
    assert found == [[CONDUCT, 0.75], [SITE, 0.375], [TEAM_A, 0.25], [TEAM_B, 0.25]]


def test_complete_and_irrelevant_indicators_are_no_gap() -> None:
    gaps = heaviest_gaps(
        measured(
            document(TEAM_A, "Terverifikasi"),
            document(CONDUCT, "Tidak relevan", **WHY),
            document(TEAM_B, "Tidak relevan"),
            codes=[TEAM_A, TEAM_B, CONDUCT],
        )
    )
    assert gaps["code"].tolist() == [TEAM_B]
