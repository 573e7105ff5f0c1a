"""Every minimum of both predicates, met exactly and missed by next to nothing."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.lke.builders import BEST_RESULTS, QUESTIONS, best, blank, level
from zi_metrics.labels.numbers import exact_percent, exact_points
from zi_metrics.lke import predicates
from zi_metrics.lke.predicates import Predicate, Rule, Standing, area_shares, reached
from zi_metrics.lke.worksheet import Worksheet

WBK, WBBM = Predicate
LITTLE = Fraction(1, 10**12)
FORTY = {
    # 7.50 + 5.00 + 5.00 of Reform in areas 5, 6 and 3, 1.00 + 1.00 in area 1, 0.25 + 0.25 before
    **dict.fromkeys([code for code in QUESTIONS if code.startswith(("A.II.5", "A.II.6"))], ""),
    **dict.fromkeys([code for code in QUESTIONS if code.startswith("A.II.3")], ""),
    **dict.fromkeys(["A.II.1.ii", "A.II.1.iii", "A.I.1.i.a", "A.I.1.i.b"], ""),
}
"""Answers to blank so that of 60 points 40 are left."""
SIXTY = {
    # area 1, 8.00 points: 1.00 + 1.00 + 1.00 lost here, 0.20 more with a ratio of 80 %
    **dict.fromkeys(["A.II.1.i.b", "A.II.1.ii", "A.II.1.iii"], ""),
}
LEADERS = "A.II.1.i.a"
"""A ratio worth 1.00 in area 1."""


def judged(sheet: Worksheet, predicate: Predicate, rule: Rule) -> predicates.Tested:
    return next(each for each in predicates.tested(sheet, predicate) if each.rule is rule)


def met(sheet: Worksheet, predicate: Predicate) -> set[Rule]:
    return {each.rule for each in predicates.tested(sheet, predicate) if each.is_met}


@pytest.mark.parametrize(
    ("predicate", "minima"),
    [
        (WBK, ["75", "40", "0.6", "18.25", "15.75", "2.5", "14"]),
        (WBBM, ["85", "48", "0.75", "19.5", "15.75", "3.75", "15.75"]),
    ],
)
def test_minima_stand_in_their_order(predicate: Predicate, minima: list[str]) -> None:
    tests = predicates.tested(best(), predicate)
    assert [test.rule for test in tests] == list(Rule)
    assert [test.minimum for test in tests] == [Fraction(each) for each in minima]
    assert all(test.is_met for test in tests)


@pytest.mark.parametrize(
    ("rule", "predicate", "score"),
    [
        # 60 x 35/60 + 40 = 75; 60 x 45/60 + 40 = 85
        (Rule.TOTAL, WBK, Fraction(35, 60)),
        (Rule.TOTAL, WBBM, Fraction(45, 60)),
        (Rule.PENGUNGKIT, WBK, Fraction(40, 60)),
        (Rule.PENGUNGKIT, WBBM, Fraction(48, 60)),
        (Rule.EACH_AREA, WBK, Fraction(60, 100)),
        (Rule.EACH_AREA, WBBM, Fraction(75, 100)),
    ],
)
def test_minimum_of_pengungkit_is_met_exactly_and_missed_by_the_least(
    rule: Rule, predicate: Predicate, score: Fraction
) -> None:
    exactly = judged(level(score), predicate, rule)
    assert (exactly.standing, exactly.difference) == (Standing.MET, 0)
    missed = judged(level(score - LITTLE), predicate, rule)
    assert (missed.standing, missed.difference < 0) == (Standing.UNMET, True)


@pytest.mark.parametrize(
    ("rule", "predicate", "shares"),
    [
        # 0.95 x 17.5 + 0.325 x 5 = 18.25; + 0.575 x 5 = 19.50
        (Rule.BERSIH_AKUNTABEL, WBK, {"ipak": "0.95", "capaian_kinerja": "0.325"}),
        (Rule.BERSIH_AKUNTABEL, WBBM, {"ipak": "0.95", "capaian_kinerja": "0.575"}),
        (Rule.IPAK, WBK, {"ipak": "0.9"}),
        (Rule.IPAK, WBBM, {"ipak": "0.9"}),
        (Rule.CAPAIAN_KINERJA, WBK, {"capaian_kinerja": "0.5"}),
        (Rule.CAPAIAN_KINERJA, WBBM, {"capaian_kinerja": "0.75"}),
        (Rule.PELAYANAN_PRIMA, WBK, {"ipkp": "0.8"}),
        (Rule.PELAYANAN_PRIMA, WBBM, {"ipkp": "0.9"}),
    ],
)
def test_minimum_of_hasil_is_met_exactly_and_missed_by_the_least(
    rule: Rule, predicate: Predicate, shares: dict[str, str]
) -> None:
    exact = {key: Fraction(share) for key, share in shares.items()}
    exactly = judged(level(Fraction(1), **exact), predicate, rule)
    assert (exactly.standing, exactly.difference) == (Standing.MET, 0)
    less = {key: share - LITTLE for key, share in exact.items()}
    missed = judged(level(Fraction(1), **less), predicate, rule)
    assert (missed.standing, missed.difference < 0) == (Standing.UNMET, True)


@pytest.mark.parametrize(
    ("predicate", "rule", "enough", "short"),
    [
        (WBK, Rule.IPAK, {"ipak": "3,60"}, {"ipak": "3,59"}),
        (WBBM, Rule.IPAK, {"ipak": "3,60"}, {"ipak": "3,599"}),
        (WBK, Rule.CAPAIAN_KINERJA, {"capaian_kinerja": "C"}, {"capaian_kinerja": "D"}),
        (WBBM, Rule.CAPAIAN_KINERJA, {"capaian_kinerja": "B"}, {"capaian_kinerja": "C"}),
        (WBK, Rule.PELAYANAN_PRIMA, {"ipkp": "3,20"}, {"ipkp": "3,19"}),
        (WBBM, Rule.PELAYANAN_PRIMA, {"ipkp": "3,60"}, {"ipkp": "3,59"}),
        # 15.75 + 2.50 = 18.25 and 15.75 + 3.75 = 19.50: no less of either will do
        (
            WBK,
            Rule.BERSIH_AKUNTABEL,
            {"ipak": "3,60", "capaian_kinerja": "C"},
            {"ipak": "3,59", "capaian_kinerja": "C"},
        ),
        (
            WBBM,
            Rule.BERSIH_AKUNTABEL,
            {"ipak": "3,60", "capaian_kinerja": "B"},
            {"ipak": "3,60", "capaian_kinerja": "C"},
        ),
    ],
)
def test_least_values_of_hasil_that_are_enough(
    predicate: Predicate, rule: Rule, enough: dict[str, str], short: dict[str, str]
) -> None:
    assert judged(best(None, **enough), predicate, rule).standing is Standing.MET
    assert judged(best(None, **short), predicate, rule).standing is Standing.UNMET


@pytest.mark.parametrize(
    ("ratio", "points", "shown", "standing"),
    [
        ("100%", "40", "40,00", Standing.MET),
        ("99,999%", "39.99999", "39,99", Standing.UNMET),
        ("99%", "39.99", "39,99", Standing.UNMET),
    ],
)
def test_39_99_is_not_40(ratio: str, points: str, shown: str, standing: Standing) -> None:
    test = judged(best({**FORTY, LEADERS: ratio}), WBK, Rule.PENGUNGKIT)
    assert (test.value, test.standing) == (Fraction(points), standing)
    assert exact_points(test.value) == shown


@pytest.mark.parametrize(
    ("ratio", "shown", "standing"),
    [
        ("80%", "60,00\u00a0%", Standing.MET),  # 4.80 of 8.00
        ("79,999%", "59,99\u00a0%", Standing.UNMET),
        ("79,92%", "59,99\u00a0%", Standing.UNMET),  # 4.7992 of 8.00 is 59.99 %
    ],
)
def test_59_99_percent_of_an_area_is_not_60(ratio: str, shown: str, standing: Standing) -> None:
    test = judged(best({**SIXTY, LEADERS: ratio}), WBK, Rule.EACH_AREA)
    assert (test.area_no, test.standing) == (1, standing)
    assert exact_percent(test.value) == shown


def test_one_area_below_its_minimum_is_named_whatever_the_others_have() -> None:
    # area 4: 10 points, Reform (5.00) blank, 0.50
    blanks = dict.fromkeys([code for code in QUESTIONS if code.startswith("A.II.4")], "")
    test = judged(best(blanks), WBBM, Rule.EACH_AREA)
    assert (test.area_no, test.value, test.standing) == (4, Fraction(1, 2), Standing.UNMET)
    assert area_shares(best(blanks)) == {1: 1, 2: 1, 3: 1, 4: Fraction(1, 2), 5: 1, 6: 1}


def test_minimum_missed_for_want_of_a_value_is_not_called_unmet() -> None:
    sheet = best(None, **dict.fromkeys(BEST_RESULTS, ""))
    standings = {test.rule: test.standing for test in predicates.tested(sheet, WBK)}
    assert standings == {
        Rule.TOTAL: Standing.UNKNOWN,
        Rule.PENGUNGKIT: Standing.MET,
        Rule.EACH_AREA: Standing.MET,
        Rule.BERSIH_AKUNTABEL: Standing.UNKNOWN,
        Rule.IPAK: Standing.UNKNOWN,
        Rule.CAPAIAN_KINERJA: Standing.UNKNOWN,
        Rule.PELAYANAN_PRIMA: Standing.UNKNOWN,
    }


def test_what_is_filled_in_is_judged_beside_what_is_not() -> None:
    sheet = best(None, ipak="3,5", capaian_kinerja="", ipkp="3,2")
    assert judged(sheet, WBK, Rule.IPAK).standing is Standing.UNMET
    assert judged(sheet, WBK, Rule.CAPAIAN_KINERJA).standing is Standing.UNKNOWN
    assert judged(sheet, WBK, Rule.PELAYANAN_PRIMA).standing is Standing.MET


def test_minimum_met_without_a_blank_value_is_met() -> None:
    # 60 + 17.5 + 5 + 0 = 82.5
    assert judged(best(None, ipkp=""), WBK, Rule.TOTAL).standing is Standing.MET
    assert judged(best(None, ipkp=""), WBBM, Rule.TOTAL).standing is Standing.UNKNOWN


def test_predicate_is_the_highest_whose_minima_are_all_met() -> None:
    assert reached(best()) is WBBM
    # 0.75 x 60 = 45 < 48 of Pengungkit for WBBM, but more than 40
    assert reached(level(Fraction(3, 4))) is WBK
    assert reached(best(None, ipak="3,59")) is None


def test_exactly_the_minima_of_hasil_and_all_answers_reach_the_predicate() -> None:
    assert reached(best(None, ipak="3,60", capaian_kinerja="C", ipkp="3,20")) is WBK
    assert reached(best(None, ipak="3,60", capaian_kinerja="B", ipkp="3,60")) is WBBM


@pytest.mark.parametrize("gap", [{"A.I.1.i.a": ""}, {"A.II.6.ii": "Z"}])
def test_worksheet_with_a_gap_reaches_nothing_however_high(gap: dict[str, str]) -> None:
    sheet = best(gap)
    assert met(sheet, WBBM) == set(Rule)
    assert reached(sheet) is None


def test_worksheet_without_a_part_of_hasil_reaches_nothing() -> None:
    assert reached(best(None, ipkp="")) is None
    assert reached(blank()) is None


def test_ratio_of_nothing_does_not_keep_from_a_predicate() -> None:
    # 57 of Pengungkit, area 5 12 of 15
    assert reached(best({"A.II.5.ii": "0/0"})) is WBBM
