"""What mending one row would change: by hand, and proven against computing everything again.

LKE points of the indicators used: TEAM_A and TEAM_B 0.5/2 = 0.25 each; the others of area 1 hold
the rest of its 4 points. REFORM is the one indicator of its sub-area.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.metrics.builders import Row, document, unit
from tests.metrics.test_properties import CODES, MAYBE_DAY, REASON, Rows, bounded, rows_of
from tests.tables.builders import CODE, told
from zi_metrics.lke import Aspect
from zi_metrics.metrics.mending import Effect, Measure, Mended, effects
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.metrics.summary import figures, items_of
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.snapshot import Snapshot

TEAM_A, TEAM_B, REFORM = CODE, "A.I.1.i.b", "A.II.1.ii"
AREA_ONE = 4.0
MAR, JUN, SEP = date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30)
WHY = "Bukan tugas unit"


def documents_row(number: int) -> tuple[str, str]:
    return ("Data Dukung", f"Tabel Data Dukung, baris {number}")


def monev_row(number: int) -> tuple[str, str]:
    return ("Monev", f"Tabel Monev, baris {number}")


def of_documents(*rows: Row) -> dict[tuple[str, str], Effect]:
    return dict(effects(unit(documents=rows)))


def of_monev(*rows: Row, as_of: date = JUN) -> dict[tuple[str, str], Effect]:
    return dict(effects(unit(recommendations=rows, as_of=as_of)))


def parts(effect: Effect) -> list[float]:
    ratios = (effect.before, effect.after)
    return [part for ratio in ratios for part in (ratio.numerator, ratio.denominator)]


def test_unrecognised_status_may_turn_out_to_be_complete() -> None:
    found = of_documents(
        document(TEAM_A, "Tersedia"), document(TEAM_A, "x"), document(TEAM_A, "Belum")
    )
    assert list(found) == [documents_row(2)]
    effect = found[documents_row(2)]
    assert (effect.area_no, effect.measure, effect.mended) == (1, Measure.WEIGHTED, Mended.STATUS)
    assert parts(effect) == pytest.approx([0.25 / 3, AREA_ONE, 0.25 * 2 / 3, AREA_ONE])
    assert effect.change == pytest.approx(0.25 / 3 / AREA_ONE)


def test_written_reason_takes_the_row_out_of_its_indicator() -> None:
    effect = of_documents(document(TEAM_A, "Tersedia"), document(TEAM_A, "N/A"))[documents_row(2)]
    assert effect.mended is Mended.REASON
    assert parts(effect) == pytest.approx([0.125, AREA_ONE, 0.25, AREA_ONE])


def test_reason_of_the_only_row_takes_the_indicator_out_of_the_area() -> None:
    rows = (document(TEAM_A, "N/A"), document(TEAM_B, "Tersedia"))
    effect = of_documents(*rows)[documents_row(1)]
    assert parts(effect) == pytest.approx([0.25, AREA_ONE, 0.25, AREA_ONE - 0.25])


def test_reform_has_its_own_percentage() -> None:
    effect = of_documents(document(REFORM, "x"))[documents_row(1)]
    assert (effect.area_no, effect.measure) == (1, Measure.WEIGHTED_REFORM)
    assert effect.before.numerator == 0
    assert effect.after.numerator > 0


def test_row_without_a_valid_code_has_no_effect_that_could_be_told() -> None:
    snapshot = unit(documents=[document("A.I.1.i.z", "x"), document(None, "N/A")])  # type: ignore[arg-type]  # an empty cell
    assert effects(snapshot) == {}
    assert {severity for severity, *_ in told(snapshot.problems)} >= {Severity.ERROR}


def test_row_that_is_read_has_none() -> None:
    rows = (document(TEAM_A, "Belum"), document(TEAM_A, "N/A", reason=WHY), document(TEAM_B, "OK"))
    assert of_documents(*rows) == {}


def test_unrecognised_follow_up_may_turn_out_to_be_done() -> None:
    rows = ({"status": "x"}, {"status": "Selesai"}, {"status": "x", "area_no": 3})
    found = of_monev(*rows)
    assert found[monev_row(1)] == Effect(
        1, Measure.FOLLOW_UP, Mended.STATUS, Ratio(1, 2), Ratio(2, 2)
    )
    assert found[monev_row(3)].after == Ratio(1, 1)


def test_written_reason_leaves_the_denominator_of_follow_up() -> None:
    found = of_monev({"status": "TDTL"}, {"status": "Selesai"}, {"status": "TDTL", "reason": WHY})
    assert list(found) == [monev_row(1)]
    assert found[monev_row(1)].after == Ratio(1, 1)


def test_last_recommendation_of_an_area_leaves_nothing_to_count() -> None:
    effect = of_monev({"status": "TDTL"})[monev_row(1)]
    assert (effect.before, effect.after) == (Ratio(0, 1), Ratio(0, 0))
    assert effect.change == 0


def test_recommendation_without_an_area_changes_the_group_without_one() -> None:
    effect = of_monev({"status": "x", "area_no": None})[monev_row(1)]
    assert (effect.area_no, effect.after) == (None, Ratio(1, 1))


@pytest.mark.parametrize(
    "row",
    [
        {"status": "x", "raised_on": SEP},  # not raised yet
        {"status": "x", "closed_on": SEP},  # would be closed later
        {"status": "TDTL", "closed_on": SEP},
    ],
)
def test_what_has_not_happened_yet_changes_nothing(row: Row) -> None:
    assert of_monev(row) == {}
    assert list(of_monev(row, as_of=SEP)) == [monev_row(1)]


def test_place_that_two_rows_share_has_no_effect() -> None:
    rows = [document(TEAM_A, "x"), document(TEAM_B, "x")]
    snapshot = unit(documents=rows)
    origins = ["Data Dukung!C2"] * 2
    shared = Snapshot(
        **{**vars(snapshot), "evidence": snapshot.evidence.assign(origin=origins)},
    )
    assert len(effects(snapshot)) == 2
    assert effects(shared) == {}


DOCUMENTS = rows_of(
    6,
    code=CODES,
    status=st.sampled_from(["Tersedia", "x", "entah", "Belum", "N/A", "N/A", "#REF!"]),
    reason=REASON,
)
FOLLOW_UPS = rows_of(
    6,
    area_no=st.sampled_from([None, 1, 1, 2, 9]),
    code=st.sampled_from([None, TEAM_A, REFORM]),
    status=st.sampled_from(["Selesai", "x", "TDTL", "TDTL", None]),
    reason=REASON,
    raised_on=MAYBE_DAY,
    closed_on=MAYBE_DAY,
)


def share_of(snapshot: Snapshot, effect: Effect) -> Ratio:
    """The figure of an effect, computed like every other."""
    is_reform = effect.measure is Measure.WEIGHTED_REFORM
    items = items_of(snapshot).of_aspect(Aspect.REFORM if is_reform else Aspect.FULFILMENT)
    group = figures(items.of_area(effect.area_no))
    is_monev = effect.measure is Measure.FOLLOW_UP
    return group.follow_up.ratio if is_monev else group.completeness.weighted


def mended_in(rows: Rows, number: int, effect: Effect, complete: str) -> Rows:
    cells: dict[Mended, dict[str, Any]] = {
        Mended.STATUS: {"status": complete},
        Mended.REASON: {"reason": WHY},
    }
    return [row | cells[effect.mended] if i == number else row for i, row in enumerate(rows, 1)]


@bounded
@given(DOCUMENTS, FOLLOW_UPS, st.sampled_from([MAR, JUN, SEP]))
def test_effect_is_what_all_figures_become_when_the_row_is_mended(
    documents: Rows, recommendations: Rows, as_of: date
) -> None:
    before = unit(documents=documents, recommendations=recommendations, as_of=as_of)
    found = effects(before)
    for (tab, where), effect in found.items():
        number = int(where.rpartition(" ")[2])
        is_document = tab == "Data Dukung"
        after = unit(
            documents=mended_in(documents, number, effect, "Tersedia")
            if is_document
            else documents,
            recommendations=recommendations
            if is_document
            else mended_in(recommendations, number, effect, "Selesai"),
            as_of=as_of,
        )
        assert (effect.before, effect.after) == (share_of(before, effect), share_of(after, effect))
        assert effect.change >= 0


@bounded
@given(DOCUMENTS)
def test_every_document_that_does_not_count_for_its_status_has_an_effect(documents: Rows) -> None:
    snapshot = unit(documents=documents)
    counted = snapshot.evidence[snapshot.evidence["is_counted"]]
    lost = counted["state"].isin(["Tidak dikenali"]) | (
        (counted["state"] == "Tidak relevan") & ~counted["is_irrelevant"]
    )
    galat = {each.where for each in snapshot.problems if each.severity is Severity.ERROR}
    places = {where for _, where in effects(snapshot)}
    assert places == set(counted.loc[lost, "origin"])
    assert places <= galat
