"""Lists of the readiness as files hold them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pandas as pd

from tests.report.worksheets import answered, complete, worst
from zi_metrics.labels import readiness_files, shortest_way, xlsx
from zi_metrics.lke import load_catalogue
from zi_metrics.lke.answers import Written, read_answer
from zi_metrics.lke.scenario import read_scenario
from zi_metrics.metrics.gap import NeededResult, Plan, Step
from zi_metrics.metrics.readiness import Readiness, readiness
from zi_metrics.report.readiness_listing import (
    chances_listing,
    evidence_text,
    plan_listing,
    unproven_listing,
)
from zi_metrics.tables.records import records

CATALOGUE = load_catalogue()
# points: TEAM 0.50/2, COMPLAINTS 3.00 (a ratio)
TEAM, COMPLAINTS = "A.I.1.i.a", "A.II.5.ii"
PLANS = "A.II.1.i.a"


def row_of(listed: pd.DataFrame, code: str) -> dict[str, object]:
    (row,) = listed[listed["Kode"] == code].to_dict("records")
    return row


def way(told: Readiness, *steps: Step, needed: str = "") -> Plan:
    results = (NeededResult(told.sheet.parts[0], needed, Fraction(9, 10)),) if needed else ()
    return Plan(told.target, steps, results, told.sheet, is_proved=True)


def step(code: str, to: str, gain: Fraction) -> Step:
    answer = read_answer(Written(to), CATALOGUE.questions[code].options)
    return Step(code, to, answer, answer.score or Fraction(0), gain, has_evidence=False)


def test_best_answers_are_to_be_proved_with_cut_points_and_all_that_is_known_of_them() -> None:
    told = readiness(answered({TEAM: {"pic": "Sekretaris"}}))
    listed = unproven_listing(told)
    assert len(listed) == 110
    assert row_of(listed, TEAM) | {"Letak": None} == {
        "Kode": TEAM,
        "Indikator": CATALOGUE.indicators["question"][0],
        "Area": "1. Man. Perubahan",
        "Aspek": "Pemenuhan",
        "Jawaban": "Ya",
        "Poin yang perlu dibuktikan": "0,25",
        "Keadaan data dukung": "□\u00a0tanpa data dukung",
        "Dokumen lengkap": 0,
        "Dokumen wajib": 0,
        "PIC": "Sekretaris",
        "Letak": None,
    }
    # a third of a point: 1.00/3
    assert row_of(listed, "A.I.1.ii.b")["Poin yang perlu dibuktikan"] == "0,33"


def test_chances_tell_what_a_better_answer_is_worth_and_blank_ones_as_blank() -> None:
    changes = {TEAM: {"answer": None}, "A.I.1.i.b": {"answer": "B"}}
    told = readiness(answered(changes, documents=[complete(TEAM), complete("A.I.1.i.b")]))
    listed = chances_listing(told)
    named = ["Kode", "Jawaban", "Poin yang dapat bertambah", "Dokumen lengkap"]
    assert listed[named].to_numpy().tolist() == [
        [TEAM, "belum diisi", "0,25", 1],
        ["A.I.1.i.b", "B", "0,12", 1],
    ]


def test_way_lists_steps_then_values_of_results_and_writes_ratios_in_words() -> None:
    told = readiness(answered(worst([COMPLAINTS])))
    found = way(told, step(COMPLAINTS, "9/10", Fraction(27, 10)), needed="3,60")
    listed = plan_listing(found, told)
    named = ["Kode", "Aspek", "Jawaban", "Jawaban yang diperlukan", "Naik (poin)"]
    first, second = listed[named].to_numpy().tolist()
    assert first == [COMPLAINTS, "Reform", "0 dari 10 (0,00\u00a0%)", "9 dari 10", "2,70"]
    assert second[1:4:2] == ["Hasil", "3,60"]
    assert listed["Indikator"].tolist()[1] == "Survei Persepsi Anti Korupsi (IPAK)"
    assert listed["Dokumen wajib"].dtype == "Int64"


def test_way_without_readable_evidence_tells_none() -> None:
    told = replace(readiness(answered(worst([TEAM]))), has_evidence=False)
    listed = plan_listing(way(told, step(TEAM, "Ya", Fraction(1, 4))), told)
    assert [name for name in listed if "okumen" in name or "dukung" in name] == []
    assert listed["Jawaban yang diperlukan"].tolist() == ["Ya"]


def test_answers_of_a_scenario_are_shown_instead_of_those_of_the_sheet() -> None:
    scenario = read_scenario(f"A.I.1.i.b:B_{COMPLAINTS}:34/35_{PLANS}:97%", CATALOGUE)
    documents = [complete(code) for code in (TEAM, "A.I.1.i.b", COMPLAINTS, PLANS)]
    changes = {TEAM: {"answer": "entah"}}
    told = readiness(answered(changes, documents=documents), scenario)
    listed = chances_listing(told)
    assert dict(zip(listed["Kode"], listed["Jawaban"], strict=True)) == {
        TEAM: "tidak dapat dinilai",
        "A.I.1.i.b": "B",
        COMPLAINTS: "34 dari 35 (97,14\u00a0%)",
        PLANS: "97,00\u00a0%",
    }


def test_points_of_a_step_stand_under_the_same_header_in_files_and_on_screen() -> None:
    assert readiness_files.GAIN in shortest_way.STEP_HEADERS
    assert xlsx.HEADERS["gain"] == readiness_files.GAIN


def test_evidence_of_an_indicator_is_told_by_what_it_lacks() -> None:
    documents = [complete(TEAM), {"code": TEAM, "status": "Belum ada"}]
    (item,) = records(readiness(answered(documents=documents)).items[:1])
    assert "kurang 1 dari 2" in evidence_text(item, has_evidence=True)
    assert "tidak dapat dibaca" in evidence_text(item, has_evidence=False)
