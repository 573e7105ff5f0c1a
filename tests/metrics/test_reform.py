"""What is told of the answers of Reform beside their score."""

from __future__ import annotations

from typing import Any

from tests.tables.builders import snapshot, table
from zi_metrics.lke import load_catalogue
from zi_metrics.metrics.readiness import Readiness, readiness
from zi_metrics.metrics.reform import reform_answers, weakest_area
from zi_metrics.tables.columns import INDICATORS

COMPLAINTS, LEADERS, LHKPN, TEAM = "A.II.5.ii", "A.II.1.ii", "A.II.5.iii.a", "A.I.1.i.a"


def told(*rows: dict[str, Any]) -> Readiness:
    return readiness(snapshot({"indicators": table(INDICATORS, *rows)}))


def test_answers_that_cannot_be_scored_are_counted_and_are_a_beginning() -> None:
    found = reform_answers(
        told(
            {"code": COMPLAINTS, "answer_numerator": 0, "answer_denominator": 0},
            {"code": LEADERS, "answer": "Z"},
            {"code": TEAM, "answer": "Z"},  # of Pemenuhan
        )
    )
    assert (found.unscored, found.score.answered, found.is_begun) == (2, 0, True)


def test_nothing_answered_is_no_beginning() -> None:
    found = reform_answers(told({"code": TEAM, "answer": "Ya"}))
    assert (found.unscored, found.is_begun, len(found.items)) == (0, False, 23)


def test_questions_that_leave_most_points_come_first() -> None:
    # 33/35 of 3,00 leaves 0,17; LHKPN with 1/1 leaves nothing; all others are blank
    rows = told(
        {"code": COMPLAINTS, "answer_numerator": 33, "answer_denominator": 35},
        {"code": LHKPN, "answer_numerator": 1, "answer_denominator": 1},
    )
    losing = reform_answers(rows).losing
    assert list(losing["lost_points"]) == sorted(losing["lost_points"], reverse=True)
    assert losing["code"].iloc[-1] == COMPLAINTS
    assert LHKPN not in set(losing["code"])


def test_weakest_area_is_the_one_with_the_least_share() -> None:
    questions = load_catalogue().questions
    best = [
        {"code": code, "answer": next(iter(each.options or {}), "100%")}
        for code, each in questions.items()
        if code.startswith("A.II.")
    ]
    assert weakest_area(told(*[row for row in best if row["code"] != COMPLAINTS])) == 5
    assert weakest_area(told(*best)) == 1
