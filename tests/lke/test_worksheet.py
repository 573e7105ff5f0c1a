"""Points by hand: a sub-area's weight is shared equally by its questions."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lke.builders import PARTS, QUESTIONS, best, blank, read
from zi_metrics.lke import AREA_NUMBERS, Aspect, predicates
from zi_metrics.lke.predicates import Predicate
from zi_metrics.lke.scenario import Scenario, applied
from zi_metrics.lke.worksheet import Score, Worksheet

PLANS = ("A.I.1.ii.a", "A.I.1.ii.b", "A.I.1.ii.c")
"""Rencana pembangunan: 1,00 for Ya/Tidak, A/B/C and A/B/C."""
RATIOS = ("", "0%", "25%", "1/3", "33/35", "100%")


def test_all_best_are_60_and_100_points() -> None:
    sheet = best()
    assert (sheet.pengungkit.points, sheet.hasil, sheet.total) == (60, 40, 100)
    assert sheet.pengungkit == Score(Fraction(60), Fraction(60), Fraction(60), 110, 110)
    assert sheet.is_filled


@pytest.mark.parametrize("aspect", Aspect)
def test_half_of_each_area_adds_up_to_its_weight(aspect: Aspect) -> None:
    halves = [best().score(aspect, area_no) for area_no in AREA_NUMBERS]
    expected = [4, Fraction("3.5"), 5, 5, Fraction("7.5"), 5]
    assert [half.points for half in halves] == expected
    assert [half.weight for half in halves] == expected
    assert best().score(aspect).points == 30


def test_area_has_both_halves() -> None:
    scores = [best().score(area_no=area_no) for area_no in AREA_NUMBERS]
    assert [score.points for score in scores] == [8, 7, 10, 10, 15, 10]
    assert [score.share for score in scores] == [1] * 6


def test_blank_worksheet_has_nothing() -> None:
    sheet = blank()
    assert sheet.pengungkit == Score(Fraction(0), Fraction(60), Fraction(0), 0, 110)
    assert (sheet.hasil, sheet.hasil_weight, sheet.total) == (0, 40, 0)
    assert not sheet.is_filled
    assert len(sheet.unanswered_codes) == 110
    assert [part.key for part in sheet.blank_parts] == ["ipak", "capaian_kinerja", "ipkp"]


def test_blank_counts_0_and_is_left_out_beside_it() -> None:
    sheet = blank({PLANS[0]: "Ya", PLANS[2]: "B"})
    plans = sheet.of(QUESTIONS[code] for code in PLANS)
    # (1 + 0 + 0.5) / 3 x 1.00 = 0.50; of the two answered (1 + 0.5) / 2 x 1.00 = 0.75
    assert plans == Score(Fraction(1, 2), Fraction(1), Fraction(3, 4), 2, 3)
    assert plans.share == Fraction(1, 2)


def test_sub_area_without_an_answer_has_0_beside_it_too() -> None:
    # plans as above; Tim Kerja, 0.50 for two questions, one of them A: 0.25, and 0.50 beside it
    sheet = blank({PLANS[0]: "Ya", PLANS[2]: "B", "A.I.1.i.b": "A"})
    half = sheet.score(Aspect.FULFILMENT, 1)
    assert (half.points, half.answered_only) == (Fraction("0.75"), Fraction("1.25"))
    assert (half.answered, half.questions) == (3, 12)


def test_two_thirds_and_one_third_of_the_list_make_one() -> None:
    # 0.67 + 0.33 is as good as A + D, to the last digit
    monitoring = "A.I.1.iii.a", "A.I.1.iii.b"
    ways = [dict(zip(monitoring, way, strict=True)) for way in (("B", "C"), ("A", "D"))]
    assert [blank(way).total for way in ways] == [Fraction(1, 3)] * 2


def test_ratio_wins_its_share_of_the_points() -> None:
    # handling of complaints: 3.00 points, 33 of 35
    assert blank({"A.II.5.ii": "33/35"}).total == Fraction(99, 35)


def test_both_wealth_reports_count_a_point_each() -> None:
    lhkpn, lhkasn = "A.II.5.iii.a", "A.II.5.iii.b"
    assert blank({lhkpn: "100%"}).total == 1
    assert blank({lhkasn: "100%"}).total == 1
    assert blank({lhkpn: "100%", lhkasn: "50%"}).score(Aspect.REFORM, 5).points == Fraction("1.5")


def test_answer_outside_its_type_counts_0_and_is_not_answered() -> None:
    sheet = best({"A.I.1.i.b": "D", "A.II.5.ii": "36/35"})
    # Tim Kerja loses one of two (0.50 / 2), complaints all of 3.00
    assert sheet.pengungkit.points == 60 - Fraction("0.25") - 3
    assert sheet.pengungkit.answered == 108
    assert (sheet.unanswered_codes, sheet.faulty_codes) == ((), ("A.I.1.i.b", "A.II.5.ii"))


def test_nothing_of_nothing_counts_0_but_is_no_gap() -> None:
    sheet = best({"A.II.5.ii": "0/0"})
    assert (sheet.total, sheet.pengungkit.answered) == (97, 109)
    assert sheet.is_filled


def test_hasil_by_hand() -> None:
    sheet = blank(ipak="3,47", capaian_kinerja="B", ipkp="3.55")
    # 3.47/4 x 17.5 = 15.18125; 0.75 x 5 = 3.75; 3.55/4 x 17.5 = 15.53125
    assert [sheet.result_points(part) for part in PARTS.values()] == [
        Fraction("15.18125"),
        Fraction("3.75"),
        Fraction("15.53125"),
    ]
    assert sheet.component_points("bersih_akuntabel") == Fraction("18.93125")
    assert sheet.component_points("pelayanan_prima") == Fraction("15.53125")
    assert sheet.hasil == sheet.total == Fraction("34.4625")


def test_value_out_of_scale_counts_0_and_is_a_gap() -> None:
    sheet = best(ipak="4,01")
    assert sheet.hasil == Fraction("22.5")
    assert [part.key for part in sheet.blank_parts] == ["ipak"]


ANSWERED = st.lists(st.integers(0, 5), min_size=110, max_size=110)
bounded = settings(max_examples=25, derandomize=True, database=None)


def answered(numbers: list[int]) -> Worksheet:
    """A worksheet whose answers are chosen by number; 0 is blank."""
    written = {}
    for (code, question), number in zip(QUESTIONS.items(), numbers, strict=True):
        words = RATIOS if question.options is None else ("", *question.options)
        written[code] = words[number % len(words)]
    return blank(written, ipak="3,5", ipkp="3,6")


@bounded
@given(ANSWERED)
def test_points_stay_within_their_weight_and_areas_add_up(numbers: list[int]) -> None:
    sheet = answered(numbers)
    scores = [sheet.score(aspect, area_no) for aspect in Aspect for area_no in AREA_NUMBERS]
    for score in scores:
        assert 0 <= score.points <= score.answered_only <= score.weight
        assert 0 <= score.share <= 1
        assert 0 <= score.answered <= score.questions
    whole = sheet.pengungkit
    areas = [sheet.score(area_no=area_no) for area_no in AREA_NUMBERS]
    for parts in (scores, areas, [sheet.score(aspect) for aspect in Aspect]):
        assert sum(part.points for part in parts) == whole.points
        assert sum(part.answered_only for part in parts) == whole.answered_only
        assert sum(part.answered for part in parts) == whole.answered
    assert sheet.total == whole.points + sheet.hasil


@bounded
@given(ANSWERED, st.sampled_from(sorted(QUESTIONS)), st.integers(1, 5))
def test_better_answer_lowers_nothing_and_misses_no_minimum(
    numbers: list[int], code: str, number: int
) -> None:
    before = answered(numbers)
    question = QUESTIONS[code]
    words = RATIOS[1:] if question.options is None else tuple(question.options)
    word = words[number % len(words)]
    if (read(code, word).score or 0) < (before.answers[code].score or 0):
        return
    after = applied(before, Scenario({code: word}))
    for area_no in (None, *AREA_NUMBERS):
        assert before.score(area_no=area_no).points <= after.score(area_no=area_no).points
    for predicate in Predicate:
        for old, new in zip(
            *(predicates.tested(each, predicate) for each in (before, after)), strict=True
        ):
            assert old.value <= new.value
            assert old.is_met <= new.is_met
