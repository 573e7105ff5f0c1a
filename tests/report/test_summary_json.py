"""The worksheet in the summary for other programs: uncut, and None where nothing is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.report.worksheets import answered, complete, worst
from zi_metrics.report.summary_json import summary_json
from zi_metrics.tables.columns import INDICATORS, RESULTS
from zi_metrics.tables.snapshot import Snapshot


def told(snapshot: Snapshot) -> dict[str, object]:
    found: dict[str, object] = summary_json(snapshot)["kesiapan"]
    return found


def test_points_are_not_cut() -> None:
    # A.II.5.ii is worth 3 points, of which 3 x 0.0004 = 0.0012 are lost
    counts = {"answer": None, "answer_numerator": 9996, "answer_denominator": 10_000}
    found = told(answered({"A.II.5.ii": counts}))
    assert found["nilai"] == {
        "total": pytest.approx(99.9988),
        "pengungkit": pytest.approx(59.9988),
        "pemenuhan": 30.0,
        "reform": pytest.approx(29.9988),
        "hasil": 40.0,
    }
    assert (found["terjawab"], found["pertanyaan"], found["simulasi"]) == (110, 110, "WBBM")


def test_minima_have_value_difference_and_standing() -> None:
    found = summary_json(answered(worst(["A.II.4.i"])))["kesiapan"]
    # area 4 has 8 of 10 points, and is the weakest
    assert found["syarat_nilai"]["WBBM"][2] == {
        "kunci": "each_area_share",
        "nilai": 0.8,
        "minimal": 0.75,
        "selisih": pytest.approx(0.05),
        "keadaan": "memenuhi",
    }


def test_predicate_is_none_while_anything_is_blank() -> None:
    found = told(answered(results={"IPAK": "4", "IPKP": "4"}))
    assert (found["terisi_semua"], found["simulasi"]) == (False, None)


def test_answers_beside_evidence_are_told_by_code() -> None:
    documents = [complete("A.I.1.i.a"), complete("A.I.1.i.b")]
    found = told(answered({"A.I.1.i.b": {"answer": "B"}}, documents=documents))
    assert found["peluang"] == ["A.I.1.i.b"]
    unproven = found["perlu_dibuktikan"]
    assert isinstance(unproven, list)
    assert len(unproven) == 108


def test_what_rests_on_an_unreadable_table_is_none() -> None:
    lost = told(replace(answered(), unreadable=frozenset({INDICATORS.name})))
    assert lost["nilai"] == {
        "total": None, "pengungkit": None, "pemenuhan": None, "reform": None, "hasil": 40.0,
    }  # fmt: skip
    assert (lost["area"], lost["terjawab"], lost["peluang"]) == (None, None, None)
    without = told(replace(answered(), unreadable=frozenset({RESULTS.name})))
    assert (without["hasil"], without["simulasi"]) == (None, None)
