"""The worksheet of a snapshot: answers beside evidence, values of Hasil, and what was entered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from tests.metrics.builders import document
from tests.tables.builders import snapshot, table
from zi_metrics.lke import Aspect, load_catalogue
from zi_metrics.lke.predicates import Predicate, Rule, Standing
from zi_metrics.lke.scenario import Scenario
from zi_metrics.metrics.readiness import Readiness, readiness
from zi_metrics.metrics.results_entered import Entered, entered_results
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RESULTS
from zi_metrics.tables.snapshot import Snapshot

# points: TEAM_A and TEAM_B 0.50/2, PLAN 1.00/3, AGENTS 2.00/2 (a ratio), CONDUCT 0.75
TEAM_A, TEAM_B, PLAN, AGENTS, CONDUCT = (
    *("A.I.1.i.a", "A.I.1.i.b", "A.I.1.ii.a"),
    *("A.II.1.i.a", "A.I.3.v.a"),
)
Row = dict[str, Any]


def unit(
    indicators: Iterable[Row] = (), documents: Iterable[Row] = (), results: Iterable[Row] = ()
) -> Snapshot:
    frames = {
        INDICATORS.name: table(INDICATORS, *indicators),
        EVIDENCE.name: table(EVIDENCE, *documents),
        RESULTS.name: table(RESULTS, *results),
    }
    return snapshot(frames, {"Tahun penilaian": "2025"})


def told(*indicators: Row, documents: Iterable[Row] = (), **answers: Any) -> Readiness:
    return readiness(unit(indicators, documents), **answers)


def answer(code: str, written: str | None = None, *counts: float) -> Row:
    numerator, denominator = counts or (None, None)
    return {
        "code": code,
        "answer": written,
        "answer_numerator": numerator,
        "answer_denominator": denominator,
    }


def chosen(*rows: Row) -> dict[str, Entered]:
    return entered_results(unit(results=rows).results, 2025, load_catalogue())


def test_answers_of_the_tab_are_scored_and_the_rest_is_blank() -> None:
    own = told(answer(TEAM_A, "ya"), answer(TEAM_B, "B."), answer(AGENTS, None, 3, 4)).own
    # 0.25 + 0.25 x 0.5 + 1.00 x 0.75
    assert own.total == Fraction("1.125")
    assert (own.pengungkit.answered, own.pengungkit.questions) == (3, 110)


def test_items_have_score_and_points_of_every_question() -> None:
    items = told(answer(TEAM_B, "B"), answer(AGENTS, "0/0"), answer(PLAN, "Tidak")).items
    rows = items.set_index("code")[["answer_score", "won_points", "lost_points"]]
    assert rows.loc[TEAM_B].tolist() == pytest.approx([0.5, 0.125, 0.125])
    assert rows.loc[PLAN].tolist() == pytest.approx([0, 0, 1 / 3])
    assert rows["answer_score"].isna().sum() == 108  # 0 of 0 among them
    assert rows.loc[AGENTS, "lost_points"] == 1
    assert len(rows) == 110
    assert rows["won_points"].sum() == pytest.approx(0.125)
    assert rows["lost_points"].sum() == pytest.approx(59.875)


def test_items_of_an_aspect_of_an_area_stand_in_official_order() -> None:
    items = told().items
    rows = items[(items["aspect"] == Aspect.REFORM) & (items["area_no"] == 1)]
    assert rows["code"].tolist() == ["A.II.1.i.a", "A.II.1.i.b", "A.II.1.ii", "A.II.1.iii"]


def test_best_answer_without_complete_evidence_is_to_be_proved_most_points_first() -> None:
    found = told(
        *(answer(TEAM_A, "Ya"), answer(TEAM_B, "A"), answer(PLAN, "Ya"), answer(CONDUCT, "A")),
        documents=[document(TEAM_B, "Disusun"), document(CONDUCT, "Tersedia")],
    )
    # PLAN 0.33; TEAM_A and TEAM_B 0.25 each, in official order
    assert found.unproven["code"].tolist() == [PLAN, TEAM_A, TEAM_B]


def test_nothing_has_to_be_proved_where_evidence_is_not_relevant() -> None:
    found = told(
        answer(TEAM_A, "Ya"),
        documents=[document(TEAM_A, "Tidak relevan", reason="Bukan tugas unit")],
    )
    assert found.unproven.empty
    assert found.codes_with_evidence == frozenset()


def test_answer_below_the_best_has_nothing_to_prove() -> None:
    assert told(answer(TEAM_B, "B"), answer(CONDUCT, "B")).unproven.empty


def test_complete_evidence_with_a_low_or_no_answer_is_a_chance_most_points_first() -> None:
    found = told(
        *(answer(TEAM_A, "Ya"), answer(TEAM_B, "C"), answer(CONDUCT, "B"), answer(PLAN, "x")),
        documents=[document(code, "Tersedia") for code in (TEAM_A, TEAM_B, CONDUCT, PLAN, AGENTS)],
    )
    # AGENTS, blank: 1.00; PLAN, unreadable: 0.33; TEAM_B: 0.25; CONDUCT, B: 0.33 x 0.75 = 0.2475
    assert found.chances["code"].tolist() == [AGENTS, PLAN, TEAM_B, CONDUCT]
    assert found.codes_with_evidence == {TEAM_A, TEAM_B, CONDUCT, PLAN, AGENTS}


def test_evidence_that_could_not_be_read_speaks_for_and_against_nothing() -> None:
    made = unit([answer(TEAM_A, "Ya")], [document(TEAM_B, "Tersedia")])
    found = readiness(replace(made, unreadable=frozenset({EVIDENCE.name})))
    assert (found.has_evidence, found.has_answers, found.has_results) == (False, True, True)
    assert found.unproven.empty
    assert found.chances.empty
    assert found.codes_with_evidence == frozenset()


def test_answers_that_could_not_be_read_are_no_chances() -> None:
    made = unit([answer(TEAM_A, "Tidak")], [document(TEAM_A, "Tersedia")])
    found = readiness(replace(made, unreadable=frozenset({INDICATORS.name})))
    assert found.chances.empty


def test_scenario_changes_the_sheet_but_not_the_units_own() -> None:
    found = told(answer(TEAM_A, "Tidak"), scenario=Scenario({TEAM_A: "Ya"}, {"ipkp": "3.6"}))
    # 0.25 and 3.6/4 x 17.5
    assert (found.own.total, found.sheet.total) == (0, Fraction(16))
    assert found.items.set_index("code").loc[TEAM_A, "answer_score"] == 1
    assert found.unproven["code"].tolist() == [TEAM_A]


def test_target_is_the_settings_and_only_what_it_misses_fails() -> None:
    rows = [
        answer(code, "100%" if asked.options is None else next(iter(asked.options)))
        for code, asked in load_catalogue().questions.items()
    ]
    hasil = [
        {"component": "IPAK", "value": "3,60"},
        {"component": "Capaian kinerja", "value": "C"},
        {"component": "IPKP", "value": "3,2"},
    ]
    made = unit(rows, results=hasil)
    found = readiness(made)
    assert (found.target, found.failing, found.reached) == (Predicate.WBK, (), Predicate.WBK)
    higher = replace(made.settings, target_predicate="WBBM")
    assert [test.rule for test in readiness(replace(made, settings=higher)).failing] == [
        Rule.BERSIH_AKUNTABEL,
        Rule.CAPAIAN_KINERJA,
        Rule.PELAYANAN_PRIMA,
    ]


def test_value_of_hasil_is_found_by_any_of_its_names() -> None:
    found = chosen(
        {"component": "survei persepsi anti korupsi", "value": "3,5"},
        {"component": "IKM", "value": "3.6"},
        {"component": "Capaian kinerja", "value": "b"},
        {"component": "Kepuasan", "value": "4"},
    )
    assert {key: each.value.share for key, each in found.items()} == {
        "ipak": Fraction(7, 8),
        "ipkp": Fraction(9, 10),
        "capaian_kinerja": Fraction(3, 4),
    }


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        ([{"value": "3,5"}, {"value": "3,6"}], "3,6"),
        ([{"value": "3,5", "year": 2025}, {"value": "3,6", "year": 2024}], "3,5"),
        ([{"value": "3,5", "assessor": "TPN"}, {"value": "3,6", "assessor": "mandiri"}], "3,5"),
        ([{"value": "3,5", "assessor": "mandiri"}, {"value": "3,4", "assessor": "tpn"}], "3,4"),
        ([{"value": "3,5"}, {"value": "bagus"}], "3,5"),
        ([{"value": "3,5"}, {"value": None}], "3,5"),
        (
            [{"value": "3,5", "assessor": "survei mandiri"}, {"value": "9", "assessor": "TPN"}],
            "3,5",
        ),
    ],
)
def test_of_several_values_the_years_the_national_teams_and_the_last_counts(
    rows: list[Row], value: str
) -> None:
    assert chosen(*rows)["ipak"].value.shown == value


def test_value_of_another_year_only_does_not_count() -> None:
    assert chosen({"value": "3,6", "year": 2024}) == {}


def test_national_teams_value_is_official_and_keeps_its_row() -> None:
    official = chosen({"value": "3,6", "year": 2025, "assessor": "Survei TPN"})["ipak"]
    own = chosen({"value": "3,6"})["ipak"]
    assert (official.is_official, official.year) == (True, 2025)
    assert (own.is_official, own.assessor, own.year) == (False, "", None)
    assert "1" in own.origin


def test_year_is_that_of_the_as_of_date_where_none_is_set() -> None:
    made = unit(results=[{"value": "3,6", "year": 2025}, {"value": "3,9", "year": 2026}])
    unset = replace(made, settings=replace(made.settings, assessed_year=None))
    assert made.as_of.year == 2025
    assert readiness(unset).entered["ipak"].value.shown == "3,6"


def test_requirements_of_the_target_are_checked_against_what_was_entered() -> None:
    made = unit()
    entered = {"tlhp": "Ya", "sptjm": "Tidak", "sakip_unit": "B", "sudah_wbk": "Ya"}
    settings = replace(made.settings, entry=entered)
    checks = {
        each.requirement.key: (each.entered, each.standing)
        for each in readiness(replace(made, settings=settings)).entry
    }
    assert checks["tlhp"] == ("Ya", Standing.MET)
    assert checks["sptjm"] == ("Tidak", Standing.UNMET)
    assert checks["sakip_unit"] == ("B", Standing.MET)
    assert checks["opini_wtp"] == (None, Standing.UNKNOWN)
    assert "sudah_wbk" not in checks
    higher = replace(settings, target_predicate="WBBM")
    for_wbbm = {
        each.requirement.key: each.standing
        for each in readiness(replace(made, settings=higher)).entry
    }
    assert (for_wbbm["sakip_unit"], for_wbbm["sudah_wbk"]) == (Standing.UNMET, Standing.MET)


def test_zero_of_zero_alone_is_no_answer_to_find_a_way_from() -> None:
    found = told(answer(AGENTS, "0/0"))
    assert (found.knows_answers, found.has_way, found.knows_results) == (False, False, False)
    begun = told(answer(AGENTS, "0/0"), answer(TEAM_A, "Ya"))
    assert (begun.knows_answers, begun.has_way, begun.is_whole) == (True, True, False)


@pytest.mark.parametrize("lost", ["has_answers", "has_results"])
def test_table_that_cannot_be_read_leaves_no_way(lost: str) -> None:
    found = replace(told(answer(TEAM_A, "Ya")), **{lost: False})
    assert not found.has_way
    assert found.knows_answers == (lost == "has_results")


def test_without_its_scenario_a_readiness_is_that_of_the_sheet_with_its_items() -> None:
    own = told(answer(TEAM_A, "Ya"), scenario=Scenario({PLAN: "Ya"}, {})).by_sheet()
    assert own.scenario.is_empty
    assert own.sheet is own.own
    assert own.items["won_points"].sum() == pytest.approx(0.25)
