"""Answers and values in words, and the list of Reform as a file holds it."""

from __future__ import annotations

import pytest

from tests.tables.builders import snapshot, table
from zi_metrics.labels.answers import FAULTS
from zi_metrics.labels.reform import RATIO_PARTS
from zi_metrics.lke import Aspect, load_catalogue
from zi_metrics.lke.answers import AnswerFault, Written, read_answer
from zi_metrics.lke.results import read_result, result_parts
from zi_metrics.metrics.readiness import readiness
from zi_metrics.report.answer_texts import answer_text, fault_text, ratio_to_type, value_text
from zi_metrics.report.reform_listing import reform_listing
from zi_metrics.tables.columns import INDICATORS

CATALOGUE = load_catalogue()
COMPLAINTS, DISCIPLINE = "A.II.5.ii", "A.II.3.iii.a"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (Written(None, 33, 35), "33 dari 35 (94,28\u00a0%)"),  # 0,942857 is cut, not rounded
        (Written(None, 1.5, 3), "1,5 dari 3 (50,00\u00a0%)"),
        (Written("97%"), "97,00\u00a0%"),
        (Written(None), "belum diisi"),
        (Written(None, 0, 0), "0 dari 0"),
        (Written(None, 36, 35), "36 dari 35"),
        (Written("banyak"), "tidak dapat dinilai"),
    ],
)
def test_ratio_in_words(written: Written, shown: str) -> None:
    assert answer_text(read_answer(written, None)) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (Written(None, 33, 35), "33/35"),
        (Written("0,975"), "97,50%"),
        (Written(None, 1.5, 3), "50,00%"),
        (Written(None, 36, 35), ""),
        (Written(None), ""),
    ],
)
def test_ratio_is_typed_as_it_is_read(written: Written, shown: str) -> None:
    answer = read_answer(written, None)
    assert ratio_to_type(answer) == shown
    assert read_answer(Written(shown), None).score == answer.score


def test_rise_of_what_should_fall_keeps_its_sign() -> None:
    answer = read_answer(Written(None, -1, 3), None, is_improvement=True)
    assert answer_text(answer) == "\u22121 dari 3 (0,00\u00a0%)"


def test_option_is_written_as_the_list_writes_it() -> None:
    options = CATALOGUE.questions["A.I.1.i.a"].options
    assert answer_text(read_answer(Written("ya"), options)) == "Ya"
    assert "pilihan" in fault_text(read_answer(Written("Z"), options))
    assert fault_text(read_answer(Written("ya"), options)) == ""


def test_every_fault_has_its_sentence() -> None:
    assert set(FAULTS) == set(AnswerFault)


def test_every_ratio_says_what_is_counted() -> None:
    asked = [code for code, each in CATALOGUE.questions.items() if each.options is None]
    assert list(RATIO_PARTS) == asked


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("3,6", "3,60"),
        ("3.475", "3,475"),
        ("4", "4,00"),
        (None, "belum diisi"),
        ("5", "tidak dapat dinilai"),
    ],
)
def test_index_in_words(written: str | None, shown: str) -> None:
    (ipak, *_) = result_parts(CATALOGUE)
    assert value_text(read_result(written, ipak)) == shown


def test_list_of_reform_holds_answers_points_and_faults() -> None:
    made = snapshot(
        {
            "indicators": table(
                INDICATORS,
                {"code": COMPLAINTS, "answer_numerator": 33, "answer_denominator": 35},
                {"code": DISCIPLINE, "answer_numerator": 4, "answer_denominator": 3},
            )
        }
    )
    told = readiness(made)
    listed = reform_listing(told.items[told.items["aspect"] == Aspect.REFORM], told)
    by_code = listed.set_index("Kode")
    assert len(listed) == 23
    # 33/35 of 3,00 points is 2,8285...
    assert by_code.loc[COMPLAINTS, ["Jawaban", "Poin", "Bobot"]].tolist() == [
        "33 dari 35 (94,28\u00a0%)",
        "2,82",
        "3,00",
    ]
    assert by_code.loc[DISCIPLINE, "Poin"] == "0,00"
    assert "lebih besar" in by_code.loc[DISCIPLINE, "Masalah"]
    assert by_code.loc["A.II.1.ii", "Jawaban"] == "belum diisi"
