"""The shortest way: against every way there is on small worksheets, by hand, and on whole ones."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random
from subprocess import run
from sys import executable

import pytest

from tests.lke.builders import PARTS, QUESTIONS, best, blank, level, read
from tests.metrics import small_worksheets
from tests.metrics.small_worksheets import (
    Cost,
    least_cost,
    small_worksheet,
    with_minima,
    with_rules,
)
from zi_metrics.lke import predicates
from zi_metrics.lke.answers import Written, read_answer
from zi_metrics.lke.predicates import Predicate
from zi_metrics.lke.scenario import Scenario, applied
from zi_metrics.lke.worksheet import Worksheet
from zi_metrics.metrics import gap_program
from zi_metrics.metrics.gap import Plan, needed_results, plan
from zi_metrics.metrics.readiness import readiness
from zi_metrics.sources.contoh import sample_store

WBK, WBBM = Predicate
LEADERS, CONDUCT, COMPLAINTS = "A.II.1.i.a", "A.II.3.iii.a", "A.II.5.ii"
"""Ratios worth 1.00, 2.00 (the decline of something bad) and 3.00."""
FORTY = dict.fromkeys(
    [code for code in QUESTIONS if code.startswith(("A.II.3", "A.II.5", "A.II.6"))]
    + ["A.I.1.i.a", "A.I.1.i.b", "A.II.1.ii", "A.II.1.iii"],
    "",
)
"""Blank, these leave exactly 40 of 60 points: 17.50 are lost in Reform, 2.50 in area 1."""
ENOUGH = {"ipak": "3,60", "capaian_kinerja": "C", "ipkp": "3,20"}
"""What WBK asks of Hasil, 32.25 points: 42.75 of Pengungkit are then needed."""


def cost(found: Plan, sheet: Worksheet) -> Cost:
    positions = {code: position for position, code in enumerate(sheet.answers)}
    return Cost(
        len(found.steps),
        sum(not step.has_evidence for step in found.steps),
        sum((step.rise for step in found.steps), Fraction(0)),
        sum(positions[step.code] for step in found.steps),
    )


def is_enough(sheet: Worksheet, target: Predicate) -> bool:
    return all(test.is_met for test in predicates.tested(sheet, target))


def steps(found: Plan) -> dict[str, str]:
    return {step.code: step.to for step in found.steps}


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no fault of the code."""
    monkeypatch.setattr(gap_program, "STAGE_SECONDS", 60.0)


SLOW_BLOCKS = [pytest.param(block, marks=pytest.mark.slow) for block in range(4, 40)]


@pytest.mark.parametrize("block", [*range(4), *SLOW_BLOCKS])
def test_no_way_there_is_costs_less(block: int) -> None:
    for seed in range(25 * block, 25 * block + 25):
        random = Random(seed)
        sheet = with_minima(small_worksheet(random), random)
        evidence = {code for code in sheet.answers if random.random() < 0.5}
        found = plan(sheet, WBK, evidence)
        assert (cost(found, sheet), found.is_proved) == (least_cost(sheet, evidence), True), seed
        assert is_enough(found.after, WBK)


def test_fractions_too_fine_for_the_solver_are_still_compared_exactly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # common denominators of some 10**12: what the solver takes for enough may be a hair short
    monkeypatch.setattr(small_worksheets, "TYPES", ("%", "%", "%", "A/B/C/D", "A/B/C"))
    monkeypatch.setattr(
        small_worksheets, "RATIOS", ("95/97", "87/89", "80/83", "77/79", "69/71", "65/67", "60/61")
    )
    for seed in [*range(12), 28, 216]:
        random = Random(seed)
        sheet = with_minima(small_worksheet(random), random)
        found = plan(sheet, WBK, ())
        assert (cost(found, sheet), found.is_proved) == (least_cost(sheet, set()), True), seed


def whole_worksheet(seed: int) -> tuple[Worksheet, set[str]]:
    """All 110 questions anyhow answered, and codes with evidence."""
    random = Random(seed)
    words = ("", "10%", "1/3", "33/35", "0,98", "6/6")
    answers = {
        code: random.choice(words if asked.options is None else ("", *asked.options))
        for code, asked in QUESTIONS.items()
    }
    evidence = {code for code in QUESTIONS if random.random() < 0.4}
    return blank(answers, ipak="3,47", capaian_kinerja="D", ipkp="3,8"), evidence


@pytest.mark.parametrize("target", Predicate)
@pytest.mark.parametrize("seed", range(2))
def test_every_step_of_a_whole_worksheet_is_needed_and_none_goes_further_than_it_must(
    seed: int, target: Predicate
) -> None:
    sheet, evidence = whole_worksheet(seed)
    found = plan(sheet, target, evidence)
    assert is_enough(found.after, target)
    assert found.is_proved
    results = {each.part.key: each.to for each in found.needed_results}
    for step in found.steps:
        assert step.rise == read(step.code, step.to).score - (sheet.answers[step.code].score or 0)
        assert step.answer == found.after.answers[step.code] == read(step.code, step.to)
        assert step.gain == step.rise * QUESTIONS[step.code].points > 0
        assert step.has_evidence == (step.code in evidence)
        for less in lower(sheet, step.code, step.to):
            without = Scenario({**steps(found), step.code: less}, results)
            assert not is_enough(applied(sheet, without), target)
    assert found.after.pengungkit.points == sheet.pengungkit.points + found.gain
    assert [step.code for step in found.steps] == [
        code for code in QUESTIONS if code in steps(found)
    ]


def lower(sheet: Worksheet, code: str, to: str) -> list[str]:
    """The answer as it is (worst where blank), and the next one below a step's."""
    asked, score = QUESTIONS[code], read(code, to).score or Fraction(0)
    present = sheet.answers[code].score or Fraction(0)
    if asked.options is not None:
        below = [option for option, each in asked.options.items() if present <= each < score]
        return [below[0], below[-1]]
    counted = sheet.answers[code].denominator or 100
    less = [Fraction(each, int(counted)) for each in range(int(counted))]
    below = [each for each in less if present < each < score]
    ratios = [present, *below[-1:]]
    return [f"{each.numerator}/{each.denominator}" for each in ratios]


@pytest.mark.parametrize(
    ("target", "number", "total"), [(WBK, 47, Fraction(75)), (WBBM, 67, Fraction(85))]
)
def test_blank_worksheet_needs_the_heaviest_questions(
    target: Predicate, number: int, total: Fraction
) -> None:
    found = plan(blank(), target, ())
    assert (len(found.steps), found.is_proved) == (number, True)
    assert found.after.total >= total
    assert is_enough(found.after, target)


def test_sample_needs_three_indicators_and_a_survey_for_wbk() -> None:
    told = readiness(sample_store().newest())
    found = plan(told.own, WBK, told.codes_with_evidence)
    # Area 3 has 5.12875 of 10: 0.75 by A.II.3.i.a, and 0.12125 short, 0.165 by A.I.3.iv.a (A, of
    # 2.00/4), which has evidence. 39.07 + 0.915 of Pengungkit are 0.014 short of 40: one more.
    assert len(found.steps) == 3
    assert [(each.part.key, each.to) for each in found.needed_results] == [("ipak", "3,60")]
    assert sum(step.has_evidence for step in found.steps) == 1
    assert is_enough(found.after, WBK)


def test_nothing_is_needed_where_every_minimum_is_met() -> None:
    sheet = best(None, **ENOUGH)
    found = plan(sheet, WBK, ())
    assert (found.steps, found.needed_results, found.gain, found.is_proved) == ((), (), 0, True)
    assert found.after.total == sheet.total


def test_worksheet_handed_in_stays_as_it_is() -> None:
    sheet = blank()
    plan(sheet, WBK, ())
    assert sheet.total == 0
    assert sheet.pengungkit.answered == 0


def forty(leaders: str, **results: str) -> Worksheet:
    return best({**FORTY, LEADERS: leaders}, **results)


def test_minimum_met_to_the_last_digit_needs_nothing() -> None:
    # areas 3, 5 and 6 have half of their points; without them only Pengungkit would be judged
    sheet = with_rules(forty("100%"), each_area_share=0.5, total=1)
    assert plan(sheet, WBK, ()).steps == ()


@pytest.mark.parametrize(("present", "to"), [("99%", "100%"), ("99/100", "100/100")])
def test_last_hundredth_of_a_point_is_won_where_it_is_missing(present: str, to: str) -> None:
    # 39.99 of 40.00; one step will do anywhere, and none is smaller than 0.01 of 1.00
    found = plan(with_rules(forty(present), each_area_share=0.5, total=1), WBK, ())
    assert steps(found) == {LEADERS: to}
    assert (found.gain, found.after.pengungkit.points) == (Fraction(1, 100), 40)


def test_evidence_goes_before_the_smaller_rise() -> None:
    sheet = with_rules(forty("99%"), each_area_share=0.5, total=1)
    # A.I.1.i.b, A/B/C and blank: B wins 0.125
    assert steps(plan(sheet, WBK, {"A.I.1.i.b"})) == {"A.I.1.i.b": "B"}


def test_fewest_indicators_go_before_evidence() -> None:
    # 0.50 short: two with evidence win 0.25 each, Complaints alone wins 0.51 with 17 %
    sheet = with_rules(best({**FORTY, LEADERS: "50%"}), each_area_share=0.5, total=1)
    found = plan(sheet, WBK, {"A.I.1.i.a", "A.I.1.i.b"})
    assert len(found.steps) == 1
    assert not found.steps[0].has_evidence


def test_earliest_of_equals_is_taken() -> None:
    # 41.75 and 1.00 short of 42.75: one of LHKPN and LHKASN, whole
    lhkpn, lhkasn = "A.II.5.iii.a", "A.II.5.iii.b"
    sheet = level(Fraction(1), ipak=Fraction(9, 10), capaian_kinerja=Fraction(1, 2))
    answers = sheet.answers | {lhkpn: read(lhkpn, ""), lhkasn: read(lhkasn, "")}
    short = with_rules(replace(sheet, answers=answers), pengungkit=59, total=1)
    assert steps(plan(short, WBK, ())) == {lhkpn: "100%"}
    assert steps(plan(short, WBK, {lhkasn})) == {lhkasn: "100%"}


def test_area_below_its_share_is_raised_in_that_area() -> None:
    # area 1 has 4.00 of 8.00: 0.80 short of 60 %, of four blanks only one of 1.00 is needed
    reform = ["A.II.1.i.a", "A.II.1.i.b", "A.II.1.ii", "A.II.1.iii"]
    found = plan(best(dict.fromkeys(reform, "")), WBK, ())
    assert steps(found) == {"A.II.1.i.a": "80%"}
    assert found.after.score(area_no=1).share == Fraction(6, 10)


@pytest.mark.parametrize(
    ("present", "to"),
    [
        ("2/6", "5/6"),  # 0.80 x 6 = 4.8
        ("20/150", "80%"),  # too many to count
        ("0,142857", "80%"),
        ("0/1", "1/1"),
        ("7/6", "5/6"),  # over 1 counts 0
        ("Ya", "80%"),
    ],
)
def test_ratio_is_raised_by_whole_counts_where_they_are_known(present: str, to: str) -> None:
    # area 1 has all of its 8.00 points but this one: 7.80 are asked for
    asked = QUESTIONS[LEADERS]
    sheet = level(Fraction(1))
    answers = sheet.answers | {LEADERS: read_answer(Written(present), asked.options)}
    short = with_rules(replace(sheet, answers=answers), each_area_share=0.975, total=1)
    assert steps(plan(short, WBK, ())) == {LEADERS: to}


@pytest.mark.parametrize(
    ("present", "to"),
    [("", "60%"), ("-25%", "60%"), ("0/5", "3/5")],
)
def test_decline_of_something_bad_is_raised_like_a_ratio(present: str, to: str) -> None:
    # area 3 at 60 % of 2.00 for it, the rest of the area whole: 8.00 + 1.20 of 10.00
    sheet = with_rules(best({CONDUCT: present}), each_area_share=0.92, total=1)
    assert steps(plan(sheet, WBK, ())) == {CONDUCT: to}


def test_rise_from_nothing_can_only_become_nothing_again() -> None:
    rise = read_answer(Written(None, -2, 0), None, is_improvement=True)
    sheet = best()
    sheet = replace(sheet, answers=sheet.answers | {CONDUCT: rise})
    found = plan(with_rules(sheet, each_area_share=0.81, total=1), WBK, ())
    assert steps(found) == {CONDUCT: "0/0"}
    assert found.after.pengungkit.points == 60


def test_ratio_of_nothing_is_left_alone_where_there_is_another_way() -> None:
    # area 5 has 9.00 of 15.00 without Complaints (3.00) and WBS (3.00): 11.25 for WBBM
    sheet = best({COMPLAINTS: "0/0", "A.II.5.i": "E", "A.II.5.iii.a": "50%"})
    assert COMPLAINTS not in steps(plan(sheet, WBBM, ()))
    # without the ratio 11.00 is all there is
    short = best({COMPLAINTS: "0/0", "A.II.5.iii.a": "0/0"})
    assert steps(plan(short, WBBM, ())) == {COMPLAINTS: "9%"}


@pytest.mark.parametrize(
    ("target", "present", "needed"),
    [
        (WBK, ("", "", ""), ("3,60", "C", "3,20")),
        (WBBM, ("", "", ""), ("3,60", "B", "3,60")),
        (WBK, ("3,599", "C", "3,2"), ("3,60", "", "")),
        (WBK, ("3,601", "D", "4"), ("", "C", "")),
        (WBK, ("x", "A", "4,01"), ("3,60", "", "3,20")),
        (WBBM, ("4", "C", "3,59"), ("", "B", "3,60")),
        (WBBM, ("3,6", "B", "3,6"), ("", "", "")),
    ],
)
def test_least_values_of_hasil_are_needed_and_what_is_enough_is_kept(
    target: Predicate, present: tuple[str, ...], needed: tuple[str, ...]
) -> None:
    sheet = best(None, **dict(zip(PARTS, present, strict=True)))
    found = plan(sheet, target, ())
    asked = {each.part.key: each.to for each in found.needed_results}
    assert tuple(asked.get(key, "") for key in PARTS) == needed
    for each in found.needed_results:
        assert each.share == found.after.results[each.part.key].share
    hasil = [test for test in predicates.tested(found.after, target) if test.rule in PARTS]
    assert all(test.is_met for test in hasil)
    assert found.steps == ()


@pytest.mark.parametrize(
    ("ipak", "least", "needed"),
    [
        # 3,00 and D have 13.125 + 1.25 = 14.375
        ("3", 14.375, {}),
        # 1.125 / 4.375 = 0.26 of the index, 6.5 % of its scale; D to C were 25 %
        ("3", 15.5, {"ipak": "3,26"}),
        # an index of 4 and D have 18.75; 3,90 and C 19.5625
        ("3,9", 18.9, {"capaian_kinerja": "C"}),
        # neither is enough alone; (19 - 13.125 - 2.5) / 4.375 = 0.7715
        ("3", 19.0, {"ipak": "3,78", "capaian_kinerja": "C"}),
    ],
)
def test_component_that_needs_more_than_its_parts_changes_the_fewest_and_rises_least(
    ipak: str, least: float, needed: dict[str, str]
) -> None:
    sheet = blank(ipak=ipak, capaian_kinerja="D", ipkp="4")
    short = with_rules(sheet, ipak=0, capaian_kinerja=0, bersih_akuntabel=least, total=1)
    assert {each.part.key: each.to for each in needed_results(short, WBK)} == needed


def test_steps_suppose_the_needed_values_of_hasil() -> None:
    # 3.20 more of IPKP lift the total from 71 to 85, so that no indicator is needed
    sheet = level(Fraction(45, 60), ipkp=Fraction(0), ipak=Fraction(1))
    found = plan(sheet, WBK, ())
    assert [each.to for each in found.needed_results] == ["3,20"]
    assert found.steps == ()


def test_surplus_of_hasil_lowers_what_indicators_have_to_win() -> None:
    # 35.00 + 40 of Hasil = 75, but Pengungkit itself needs 40.00
    found = plan(level(Fraction(35, 60)), WBK, ())
    assert found.after.pengungkit.points >= 40
    low = plan(level(Fraction(41, 60), ipak=Fraction(9, 10), ipkp=Fraction(8, 10)), WBK, ())
    # 41 + 15.75 + 5 + 14 = 75.75: enough
    assert low.steps == ()


def test_way_that_the_solver_had_no_time_for_is_not_called_proved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gap_program, "STAGE_SECONDS", 0.0)
    found = plan(blank(), WBK, ())
    assert not found.is_proved
    assert is_enough(found.after, WBK)


def test_same_worksheet_has_the_same_way_every_time() -> None:
    sheet, evidence = whole_worksheet(7)
    first = plan(sheet, WBBM, evidence)
    again = plan(sheet, WBBM, sorted(evidence, reverse=True))
    assert (first.steps, first.needed_results) == (again.steps, again.needed_results)


def test_solver_is_loaded_only_when_it_is_asked() -> None:
    code = "import sys, zi_metrics.metrics.gap; sys.exit('scipy' in sys.modules)"
    assert run([executable, "-c", code], check=False).returncode == 0
