"""Our score of an LKE workbook beside its own: where they differ, by how much, and why."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.template.lke_books import CATALOGUE, ROW, Filled, Made, best, imported
from zi_metrics.labels import lke_import as text
from zi_metrics.lke.answers import AnswerFault
from zi_metrics.lke.results import ResultFault
from zi_metrics.template.lke_compared.report_words import totals_table
from zi_metrics.template.lke_compared.rows import RowWhy
from zi_metrics.template.lke_compared.totals import GROUPS, GroupWhy, forgotten

YES_NO, ABC, ABCD, RATIO = "A.I.1.i.a", "A.I.1.i.b", "A.I.2.i.a", "A.II.5.ii"
LHKASN = "A.II.5.iii.b"


@pytest.mark.parametrize(
    ("code", "filled", "why"),
    [
        (ABCD, Filled("B", score="0.6667"), RowWhy.ROUNDED),  # 0,67
        (ABC, Filled("B", score="1"), RowWhy.OTHER_ANSWER),  # that of A
        (ABC, Filled("B", score="0.8"), RowWhy.UNEXPLAINED),
        (ABC, Filled("B"), RowWhy.NOT_COMPUTED),
        (ABC, Filled(None, score="0.5"), RowWhy.NO_ANSWER),
        (ABC, Filled(None, score="0.5", is_unread=True), RowWhy.UNREAD),
        (ABC, Filled("X", score="1"), AnswerFault.NOT_AN_OPTION),
        (RATIO, Filled("lima", score="1"), AnswerFault.NOT_A_RATIO),
        (RATIO, Filled("12/10", score="1.2"), AnswerFault.OVER_ONE),
        (RATIO, Filled(None, (1, None), score="1"), AnswerFault.HALF),
        (RATIO, Filled(None, (0, 0), score="1"), AnswerFault.NOT_SCORABLE),
        (RATIO, Filled("50%", (9, 10), score="0.5"), AnswerFault.INPUTS_DISAGREE),
    ],
)
def test_every_known_reason_is_named(code: str, filled: Filled, why: object) -> None:
    (row,) = imported(Made({**best(), code: filled})).row_differences
    assert (row.code, row.cell, row.why) == (code, f"LKE!K{ROW[code]}", why)
    assert text.row_reason(row.why)


@pytest.mark.parametrize(
    "filled",
    [
        Filled("A", score="1"),
        Filled("B", score="0.5"),
        Filled(None),  # blank, and a text such as `Blm Diisi` for its score
        Filled(None, score="0"),
        Filled("X", score="0"),
        Filled("X"),
    ],
)
def test_rows_that_are_worth_the_same_do_not_differ(filled: Filled) -> None:
    assert imported(Made({**best(), ABC: filled})).row_differences == ()


def test_difference_of_a_row_is_in_points() -> None:
    # a sub-area of 0,5 with two questions: each is worth 0,25; (0,5 - 1) x 0,25
    (row,) = imported(Made({**best(), ABC: Filled("B", score="1")})).row_differences
    assert (row.ours, row.theirs, row.points) == (Fraction(1, 2), 1, Fraction(-1, 8))


def test_binary_fractions_of_formulas_are_no_difference() -> None:
    seventh = Filled(None, (1, 7), score="0.142857142857143")
    assert imported(Made({**best(), RATIO: seventh})).row_differences == ()


def test_workbook_without_stored_scores_is_not_compared() -> None:
    told = imported(Made({YES_NO: Filled("Ya"), ABC: Filled("A")}))
    assert (told.row_differences, told.totals, told.has_own_scores) == ((), (), False)


def test_scores_in_points_are_told_as_such() -> None:
    points = {
        code: Filled(each.answer, score=str(CATALOGUE.questions[code].points))
        for code, each in best().items()
    }
    assert imported(Made(points)).row_differences == ()
    stale = {**points, ABC: Filled("B", score="0.25")}
    (row,) = imported(Made(stale)).row_differences
    assert (row.ours, row.theirs, row.why) == (Fraction(1, 2), 1, RowWhy.OTHER_ANSWER)


@pytest.mark.parametrize("stored", ["0.9", "15.75"])
def test_score_of_a_survey_may_be_a_share_or_points(stored: str) -> None:
    # 3,6 / 4 = 0,9; 0,9 x 17,5 = 15,75
    told = imported(Made(best(), {"ipak": Filled("3,6", score=stored)}))
    assert told.row_differences == ()
    (row,) = imported(Made(best(), {"ipak": Filled("3,6", score="14")})).row_differences
    assert (row.theirs, row.points) == (Fraction(4, 5), Fraction(7, 4))
    (row,) = imported(Made(best(), {"ipak": Filled("-3", score="0.5")})).row_differences
    assert row.why is ResultFault.NOT_AN_INDEX
    assert "bukan angka" in text.row_reason(row.why, is_result=True)


def reasons(told: object) -> dict[str, tuple[str, ...]]:
    return {each.key: each.reasons for each in told.totals}  # type: ignore[attr-defined]


def test_totals_of_a_right_workbook_are_the_same() -> None:
    totals = {"pemenuhan": "30", "reform": "30", "pengungkit": "60", "hasil": "0", "total": "60"}
    areas = {"pemenuhan.1": "4", "reform.5": "7.5"}
    told = imported(Made(best(), totals={**totals, **areas}))
    assert all(each.is_same for each in told.totals)
    assert [each.key for each in told.totals] == ["pemenuhan.1", "reform.5", *totals]


def test_blank_rows_that_are_averaged_away_are_named() -> None:
    # the workbook gives the sub-area of 0,5 whole for one of two answers
    told = imported(Made({**best(), ABC: Filled()}, totals={"pemenuhan.1": "4", "total": "60"}))
    assert reasons(told) == {
        "pemenuhan.1": (GroupWhy.BLANKS,),
        "total": (GroupWhy.BLANKS,),
    }
    assert [each.points for each in told.totals] == [Fraction(-1, 4)] * 2


def test_questions_that_were_not_found_are_not_taken_for_blank_ones() -> None:
    totals = {"pemenuhan.1": "4", "pemenuhan.2": "3.5", "pemenuhan": "30"}
    blank = {**best(), "A.I.2.i.a": Filled()}
    told = imported(Made(blank, totals=totals, missing=(ABC,)))
    assert reasons(told) == {
        "pemenuhan.1": (GroupWhy.MISSING,),
        "pemenuhan.2": (GroupWhy.BLANKS,),
        "pemenuhan": (GroupWhy.BLANKS, GroupWhy.MISSING),
    }


def test_lhkasn_that_does_not_reach_the_total_is_named() -> None:
    totals = {"reform.5": "7.5", "reform": "29", "total": "59"}
    told = imported(Made(best(), totals=totals))
    assert reasons(told) == {
        "reform.5": (), "reform": (GroupWhy.LHKASN,), "total": (GroupWhy.LHKASN,)
    }  # fmt: skip
    assert forgotten(CATALOGUE) == {LHKASN}


def test_reasons_that_meet_are_named_together() -> None:
    # a blank row (0,25 given away), B scored as A (0,25 x 0,5 too much), LHKASN left out (1,0)
    stale = {YES_NO: Filled(), "A.I.1.ii.b": Filled("B", score="1")}
    told = imported(Made({**best(), **stale}, totals={"total": "59"}))
    assert reasons(told) == {"total": (GroupWhy.ROWS, GroupWhy.BLANKS, GroupWhy.LHKASN)}


def test_total_that_nothing_explains_says_so() -> None:
    assert reasons(imported(Made(best(), totals={"total": "71.3"}))) == {
        "total": (GroupWhy.UNEXPLAINED,)
    }
    missing = imported(Made(best(), missing=(ABC,), totals={"pemenuhan": "29.9", "reform": "28"}))
    assert reasons(missing) == {
        "pemenuhan": (GroupWhy.MISSING,), "reform": (GroupWhy.UNEXPLAINED,)
    }  # fmt: skip


def test_sum_that_differs_as_its_parts_do_says_so() -> None:
    told = imported(
        Made(best(), totals={"pemenuhan": "29.7", "reform": "28", "pengungkit": "57.7"})
    )
    assert reasons(told)["pengungkit"] == (GroupWhy.PARTS,)


def test_total_rounded_to_two_places_says_so() -> None:
    # 12 questions: one of four in a sub-area of 1,5 answered B of A/B/C/D: 0,375 x 0,33 less
    told = imported(
        Made({**best(), "A.I.1.iv.d": Filled("B", score="0.67")}, totals={"total": "59.88"})
    )
    assert reasons(told) == {"total": (GroupWhy.ROUNDED,)}  # 59,87625


def test_hasil_is_compared_by_its_own_rows() -> None:
    results = {"ipak": Filled("4", score="1"), "ipkp": Filled("2", score="1")}
    told = imported(Made(best(), results, totals={"hasil": "35"}))
    assert reasons(told) == {"hasil": (GroupWhy.ROWS,)}  # ours is 17,5 + 8,75


def test_difference_of_totals_is_that_of_the_figures_shown() -> None:
    # ours: 60 less 0,5 / 2 (one of two blank) = 59,75; 59,75 - 59,996 = -0,246, shown 59,75 - 59,99
    told = imported(Made({**best(), ABC: Filled()}, totals={"total": "59.996"}))
    assert totals_table(told)[1][0][1:4] == ("59,75", "59,99", "\u22120,24")
    dust = imported(Made(best(), totals={"total": "59.99999999999999"}))
    assert totals_table(dust)[1][0][1:4] == ("60,00", "60,00", "0,00")
    near = imported(Made(best(), totals={"total": "60.001"}))
    assert totals_table(near)[1][0][1:4] == ("60,00", "60,00", text.TINY)


def test_every_reason_has_its_words() -> None:
    assert {str(each) for each in GroupWhy} == set(text.GROUP_REASONS)
    odd = {*AnswerFault} - {AnswerFault.NOT_SCORABLE}
    assert {str(each) for each in (*odd, *ResultFault)} <= set(text.ODD_ANSWERS)
    named = {*RowWhy, *AnswerFault} - {AnswerFault.NUMBERS_IGNORED}
    assert all(text.row_reason(each) for each in named)
    assert all(text.row_reason(each, is_result=True) for each in ResultFault)
    areas = {area.number: area.name for area in CATALOGUE.areas}
    assert len({text.group_name(key, areas) for key in GROUPS}) == len(GROUPS)
