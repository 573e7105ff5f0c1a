"""What if: the text of an address becomes answers and values, and nothing else does."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_metrics.lke import load_catalogue
from zi_metrics.lke.answers import Written, read_answer
from zi_metrics.lke.results import read_result, result_parts
from zi_metrics.lke.scenario import (
    LONGEST,
    NO_SCENARIO,
    Scenario,
    applied,
    differing,
    read_scenario,
)
from zi_metrics.lke.worksheet import Worksheet, worksheet

CATALOGUE = load_catalogue()
TEAM, PLAN, COMPLAINTS = "A.I.1.i.a", "A.I.1.ii.b", "A.II.5.ii"
"""Ya/Tidak; A/B/C; a ratio."""


def own(**results: str) -> Worksheet:
    """Ya, B and 33 of 35; values of Hasil by key."""
    questions = CATALOGUE.questions
    parts = {part.key: part for part in result_parts(CATALOGUE)}
    answers = {
        TEAM: read_answer(Written("Ya"), questions[TEAM].options),
        PLAN: read_answer(Written("B"), questions[PLAN].options),
        COMPLAINTS: read_answer(Written(None, 33, 35), None),
    }
    return worksheet(
        CATALOGUE, answers, {key: read_result(value, parts[key]) for key, value in results.items()}
    )


def test_text_names_answers_and_values_in_official_order() -> None:
    asked = read_scenario("capaian-kinerja:B_ipak:3.7_A.II.5.ii:34/35_a.i.1.i.a:tidak", CATALOGUE)
    assert asked.answers == {TEAM: "tidak", COMPLAINTS: "34/35"}
    assert asked.results == {"ipak": "3.7", "capaian_kinerja": "B"}
    assert asked.refused == ()
    assert asked.as_text == "A.I.1.i.a:tidak_A.II.5.ii:34/35_ipak:3.7_capaian-kinerja:B"


def test_decimal_comma_becomes_a_point() -> None:
    assert Scenario(results={"ipkp": "3,60"}).as_text == "ipkp:3.60"


@pytest.mark.parametrize(
    "entry",
    [
        "A.I.1.i.a:B",  # no option of Ya/Tidak
        "A.I.1.i.a:",
        "A.I.1.i.a",
        "A.II.5.ii:36/35",  # over 1
        "A.II.5.ii:0/0",  # cannot be scored
        "A.I.9.z:Ya",
        "ipak:4.01",
        "ipak:1e3",
        "capaian-kinerja:F",
        "<script>",
    ],
)
def test_entry_that_cannot_be_scored_is_told_and_the_rest_holds(entry: str) -> None:
    asked = read_scenario(f"{entry}_ipkp:3.6", CATALOGUE)
    assert (asked.answers, asked.results, asked.refused) == ({}, {"ipkp": "3.6"}, (entry,))


def test_text_longer_than_any_scenario_is_refused_whole() -> None:
    asked = read_scenario("ipak:3.6_" * LONGEST, CATALOGUE)
    assert asked.is_empty
    assert len(asked.refused) == 1
    assert len(asked.refused[0]) == 41


@given(st.text(alphabet="A.I1iab:_-/35ipk%", max_size=60))
def test_any_text_is_read_and_what_is_read_reads_the_same_again(text: str) -> None:
    asked = read_scenario(text, CATALOGUE)
    again = read_scenario(asked.as_text, CATALOGUE)
    assert (again.answers, again.results, again.refused) == (asked.answers, asked.results, ())


@given(st.text(max_size=80))
def test_no_text_of_an_address_breaks_anything(text: str) -> None:
    asked = read_scenario(text, CATALOGUE)
    assert all(entry in text for entry in asked.refused)
    assert 0 <= applied(own(), asked).total <= 100


ANSWERS = st.dictionaries(
    st.sampled_from(sorted(CATALOGUE.questions)), st.sampled_from(["Ya", "tdk", "b.", "C", "33/35"])
)
VALUES = st.fixed_dictionaries(
    {}, optional={"ipak": st.sampled_from(["3,6", "4"]), "capaian_kinerja": st.sampled_from("AE")}
)


@given(ANSWERS, VALUES)
def test_scenario_comes_back_from_its_own_text(
    answers: dict[str, str], results: dict[str, str]
) -> None:
    questions = CATALOGUE.questions
    can_be_scored = {
        code: answers[code]
        for code in questions
        if code in answers
        and read_answer(Written(answers[code]), questions[code].options).is_answered
    }
    wanted = Scenario(can_be_scored, results)
    again = read_scenario(wanted.as_text, CATALOGUE)
    assert again == Scenario(
        can_be_scored, {key: value.replace(",", ".") for key, value in results.items()}
    )
    assert list(again.answers) == list(can_be_scored)


def test_all_questions_and_values_fit_an_address() -> None:
    full = Scenario(
        {
            code: "100%" if each.options is None else next(iter(each.options))
            for code, each in CATALOGUE.questions.items()
        },
        {"ipak": "4", "capaian_kinerja": "A", "ipkp": "4"},
    )
    read = read_scenario(full.as_text, CATALOGUE)
    assert (len(read.answers), len(read.results), read.refused) == (110, 3, ())
    assert applied(own(), read).total == 100


def test_what_the_worksheet_says_already_is_no_change() -> None:
    sheet = own(ipak="3,47")
    same = {TEAM: "ya", COMPLAINTS: "33/35", PLAN: "A"}
    asked = differing(sheet, Scenario(same, {"ipak": "3.470", "ipkp": "3.6"}, ("zzz",)))
    assert asked == Scenario({PLAN: "A"}, {"ipkp": "3.6"}, ("zzz",))


def test_worst_answer_to_a_blank_question_is_a_change() -> None:
    asked = Scenario({"A.I.1.i.b": "C"})
    assert differing(own(), asked) == asked


def test_worksheet_handed_in_stays_as_it_is() -> None:
    sheet = own()
    # two questions share 1,00 points: A instead of B is half of 0,50 more
    after = applied(sheet, Scenario({PLAN: "A"}))
    assert after.total - sheet.total == Fraction(1, 2) * CATALOGUE.questions[PLAN].points
    assert sheet.answers[PLAN].option == "B"


def test_scenarios_join_and_lose_what_is_removed() -> None:
    first = Scenario({TEAM: "Tidak"}, {"ipak": "3"}, ("zzz",))
    both = first.joined(Scenario({PLAN: "A"}, {"ipak": "3.6"}))
    assert both == Scenario({TEAM: "Tidak", PLAN: "A"}, {"ipak": "3.6"})
    assert both.without(TEAM).without("ipak") == Scenario({PLAN: "A"})
    assert both.without("ipkp") == both
    assert NO_SCENARIO.as_text == ""
