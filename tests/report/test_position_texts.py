"""Where the unit stands in words: nothing unknown is 0, and no predicate before its time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tables.builders import snapshot, table
from zi_metrics.labels import readiness as text
from zi_metrics.labels.lke import NOT_FILLED
from zi_metrics.labels.numbers import NO_FIGURE
from zi_metrics.lke import Aspect, load_catalogue
from zi_metrics.lke.predicates import Predicate, Rule
from zi_metrics.lke.scenario import read_scenario
from zi_metrics.metrics.readiness import Readiness, readiness
from zi_metrics.report.headline_points import answered_only, headline_points
from zi_metrics.report.position_texts import position, position_short, position_so_far
from zi_metrics.report.readiness_rules import RuleTexts, rule_texts
from zi_metrics.tables.columns import INDICATORS, RESULTS

CATALOGUE = load_catalogue()
ALL_RESULTS = ({"component": "IPAK", "value": "3,6"}, {"component": "IPKP", "value": "3,2"},
               {"component": "Capaian kinerja", "value": "C"})  # fmt: skip


def told(answers: dict[str, str], *results: dict[str, str], scenario: str = "") -> Readiness:
    """The readiness of a sheet that holds nothing but these."""
    rows = [{"code": code, "answer": answer} for code, answer in answers.items()]
    frames = {
        INDICATORS.name: table(INDICATORS, *rows),
        RESULTS.name: table(RESULTS, *results),
    }
    return readiness(snapshot(frames), read_scenario(scenario, CATALOGUE))


def best(aspect: Aspect | None = None) -> dict[str, str]:
    """The best answer to every question, of one aspect or all."""
    return {
        code: "100%" if question.options is None else next(iter(question.options))
        for code, question in CATALOGUE.questions.items()
        if aspect in {None, question.aspect}
    }


def rule(found: Readiness, which: Rule) -> RuleTexts:
    return dict(zip(Rule, rule_texts(found), strict=True))[which]


def test_position_of_nothing_is_no_figure() -> None:
    assert position(told({})) == text.nothing_filled("0 dari 110")
    assert position_so_far(told({})) == text.NO_ANSWERS_YET


def test_position_with_pemenuhan_only_is_of_30() -> None:
    # A.I.1.ii weighs 1,00 and has three questions: Ya 1/3, B 1/2 of 1/3, one blank
    found = told({"A.I.1.ii.a": "Ya", "A.I.1.ii.b": "B"})
    assert position(found) == (
        "Pemenuhan 0,50 dari 30, terjawab 2 dari 87. Belum diisi: 85 jawaban Pemenuhan, 23 "
        f"jawaban Reform, dan 3 nilai Hasil. {text.NO_PREDICATE_YET}"
    )
    assert answered_only(found).endswith("beredar: Pemenuhan 0,75.")
    assert [each.shown for each in headline_points(found)] == [
        "0,50 dari 30", NO_FIGURE, NO_FIGURE, "2 dari 110",
    ]  # fmt: skip


def test_position_of_a_filled_sheet_is_a_simulation_of_100() -> None:
    found = told(best(), *ALL_RESULTS)
    # 60 + 3,6 / 4 x 17,5 + 3,2 / 4 x 17,5 + 0,5 x 5 = 60 + 15,75 + 14 + 2,5
    assert position(found) == (
        "Nilai simulasi 92,25 dari 100: Pengungkit 60,00 dari 60 dan Hasil 32,25 dari 40; terjawab "
        "110 dari 110. Sebanyak 7 dari 7 syarat nilai WBK dipenuhi; WBBM: 4 dari 7. "
        f"{text.reached('WBK')}"
    )
    assert answered_only(found) == ""
    assert position_so_far(found) == "simulasi 92,25 dari 100"


def test_one_blank_answer_is_enough_to_simulate_no_predicate() -> None:
    answers = best()
    del answers["A.I.1.i.a"]
    said = position(told(answers, *ALL_RESULTS))
    assert "Belum diisi: 1 jawaban Pemenuhan." in said
    assert "syarat nilai" not in said


def test_ratio_of_nothing_is_filled_but_said() -> None:
    answers = best() | {"A.II.5.ii": "0/0"}
    said = position(told(answers, *ALL_RESULTS))
    assert said.startswith("Nilai simulasi ")
    assert "terjawab 109 dari 110" in said
    assert said.endswith("1 rasio berisi 0 dari 0, jadi tidak dapat dinilai.")


def test_answers_that_cannot_be_read_are_counted_and_lead_to_the_problems() -> None:
    said = position(told({"A.I.1.i.a": "Mungkin", "A.I.1.i.b": "A"}))
    assert "1 jawaban terisi tetapi tidak dapat dinilai; lihat Mutu Data." in said
    assert "85 jawaban Pemenuhan" in said


@pytest.mark.parametrize(
    ("lost", "sentence", "kept"),
    [
        ("has_answers", text.ANSWERS_UNREADABLE, "Hasil 32,25 dari 40"),
        ("has_results", text.RESULTS_UNREADABLE, "Pemenuhan 30,00 dari 30"),
    ],
)
def test_unreadable_table_takes_the_total_but_not_the_rest(
    lost: str, sentence: str, kept: str
) -> None:
    found = replace(told(best(), *ALL_RESULTS), **{lost: False})
    assert position(found).startswith(sentence)
    assert kept in position(found)
    assert "dari 100" not in position(found)
    assert rule(found, Rule.TOTAL).value == NO_FIGURE
    assert rule(found, Rule.TOTAL).minima[Predicate.WBK].standing == text.UNREADABLE
    assert position_so_far(found) == ""


def test_value_of_hasil_is_told_with_who_found_it_and_when() -> None:
    official = {"component": "IPAK", "value": "3,7", "year": 2025, "assessor": "Survei TPN"}
    own = {"component": "IPKP", "value": "3,2"}
    found = told({}, official, own)
    assert rule(found, Rule.IPAK).about == "indeks 3,70 · TPN · 2025"
    assert rule(found, Rule.PELAYANAN_PRIMA).about == "indeks 3,20 · survei mandiri"
    assert headline_points(found)[2].about == "1 dari TPN dan 1 dari unit sendiri"


def test_least_value_of_a_part_is_told_as_it_is_entered() -> None:
    found = told({}, *ALL_RESULTS)
    # 15,75 / 17,5 x 4 = 3,60; 3,75 of 5 is three quarters, so B
    assert rule(found, Rule.IPAK).minima[Predicate.WBK].about == "indeks 3,60"
    assert rule(found, Rule.CAPAIAN_KINERJA).minima[Predicate.WBBM].about == "jawaban B"


@pytest.mark.parametrize(
    ("index", "standing", "difference"),
    [("3,59", "belum memenuhi", "−0,05"), ("3,60", "memenuhi", "+0,00")],
)
def test_difference_never_hides_what_is_missing(index: str, standing: str, difference: str) -> None:
    # 3,59 / 4 x 17,5 = 15,70625, which is 0,04375 short: shown as 0,05
    tested = rule(told({}, {"component": "IPAK", "value": index}), Rule.IPAK).minima[Predicate.WBK]
    assert (tested.standing, tested.difference) == (standing, difference)


def test_scenario_tells_the_sheet_beside_what_it_changes_only() -> None:
    found = told(best(), *ALL_RESULTS, scenario="ipak:4")
    # 4 / 4 x 17,5 = 17,50 instead of 15,75
    assert (rule(found, Rule.IPAK).value, rule(found, Rule.IPAK).recorded) == ("17,50", "15,75")
    assert rule(found, Rule.PENGUNGKIT).recorded == ""
    assert {each.name: each.recorded for each in headline_points(found)} == {
        text.TOTAL: "92,25 dari 100",
        text.LEVERS: "",
        text.RESULTS: "32,25 dari 40",
        text.ANSWERED: "",
    }


def test_scenario_of_something_blank_says_that_the_sheet_is_blank() -> None:
    found = told({}, scenario="ipak:4")
    assert rule(found, Rule.IPAK).recorded == NOT_FILLED
    assert headline_points(found)[2].recorded == NOT_FILLED


SHORT = {
    "gaps": (
        {"A.I.1.ii.a": "Ya", "A.I.1.ii.b": "B"},
        "Pemenuhan 0,50 dari 30. Belum diisi: 85 jawaban Pemenuhan, 23 jawaban Reform, dan 3 nilai "
        f"Hasil. {text.NO_PREDICATE}",
    ),
    # one cannot be read, one is 0 of 0: neither is among those that are not filled in
    "faults": (
        {"A.I.1.i.a": "Mungkin", "A.I.1.i.b": "A", "A.II.5.ii": "0/0"},
        "Pemenuhan 0,25 dari 30. Belum diisi: 85 jawaban Pemenuhan, 22 jawaban Reform, dan 3 nilai "
        "Hasil. 1 jawaban terisi tetapi tidak dapat dinilai; lihat Mutu Data. 1 rasio berisi 0 "
        f"dari 0, jadi tidak dapat dinilai. {text.NO_PREDICATE}",
    ),
}


@pytest.mark.parametrize(("answers", "said"), SHORT.values(), ids=SHORT)
def test_short_position_has_the_figures_of_the_long_one(answers: dict[str, str], said: str) -> None:
    found = told(answers)
    assert position_short(found) == said
    counted = (
        position(found).replace(", terjawab 2 dari 87", "").replace(", terjawab 1 dari 87", "")
    )
    assert counted.replace(text.NO_PREDICATE_YET, text.NO_PREDICATE) == said


def test_short_position_of_a_filled_sheet_has_total_and_minima() -> None:
    # 60 + 15,75 + 14 + 2,5, and of WBBM all but the three of Hasil that are above WBK's
    assert position_short(told(best(), *ALL_RESULTS)) == (
        "Nilai simulasi 92,25 dari 100. Sebanyak 7 dari 7 syarat nilai WBK dipenuhi; WBBM: 4 dari "
        "7."
    )


def test_no_total_is_told_before_all_is_filled() -> None:
    answers = best()
    del answers["A.I.1.i.a"]
    found = told(answers, *ALL_RESULTS)
    for said in (position(found), position_short(found), position_so_far(found)):
        assert "dari 100" not in said
    assert text.TOTAL not in [each.name for each in headline_points(found)]


def test_answers_without_a_score_are_told_apart_beside_how_many_have_one() -> None:
    found = told({"A.I.1.i.a": "Mungkin", "A.I.1.i.b": "A", "A.II.5.ii": "0/0"})
    shown = headline_points(found)[3]
    assert (shown.shown, shown.about) == (
        "1 dari 110",
        "107 belum diisi, 1 tidak dapat dinilai, dan 1 berisi 0 dari 0",
    )


def test_answers_that_are_all_unreadable_are_not_called_blank() -> None:
    found = told({"A.I.1.i.a": "Mungkin"})
    assert "1 jawaban terisi tetapi tidak dapat dinilai" in position(found)
    assert text.nothing_filled("0 dari 110") not in position(found)
