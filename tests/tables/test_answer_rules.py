"""What is typed for an answer: each fault at its cell, with the type of the question."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tables.builders import checked, table
from zi_metrics.lke import load_catalogue
from zi_metrics.lke.answers import AnswerFault
from zi_metrics.metrics.readiness import answers_of
from zi_metrics.tables.book import Book, TabRead
from zi_metrics.tables.check import check
from zi_metrics.tables.columns import INDICATORS
from zi_metrics.tables.problems import Problem, Severity

CATALOGUE = load_catalogue()
LETTERS = {"answer": "C", "answer_numerator": "D", "answer_denominator": "E"}
BOOK = Book("liar.xlsx", None, (TabRead("LKE", "indicators", None, LETTERS),))
YES_NO, ABC, RATIO, DECLINE = "A.I.1.i.a", "A.I.1.i.b", "A.II.5.ii", "A.II.3.iii.a"
# The first two share the 0.5 points of their sub-area; the others have 3 and 2 of their own.
ERROR, WARNING = Severity.ERROR, Severity.WARNING
ZERO = "Jawaban ini dihitung 0 dari paling banyak {} poin LKE."


def cells(answer: Any = None, numerator: Any = None, denominator: Any = None) -> dict[str, Any]:
    return {"answer": answer, "answer_numerator": numerator, "answer_denominator": denominator}


def problems(code: str, **row: Any) -> list[Problem]:
    """What is said of an answer in row 2, but for the advice that other indicators are missing."""
    frame = table(INDICATORS, {"code": code, **row}).assign(origin="LKE!A2")
    found = check(frame, INDICATORS, CATALOGUE, book=BOOK).problems
    return [each for each in found if each.severity is not Severity.ADVICE]


@pytest.mark.parametrize(
    ("code", "row", "severity", "where", "read"),
    [
        (YES_NO, cells("A"), ERROR, "C2", "Jawaban “A” tidak ada dalam pilihan Ya/Tidak."),
        (ABC, cells("D"), ERROR, "C2", "Jawaban “D” tidak ada dalam pilihan A/B/C."),
        (RATIO, cells("baik"), ERROR, "C2",
         "Jawaban “baik” bukan persentase, padahal jenis jawabannya %."),
        (RATIO, cells("97"), ERROR, "C2",
         "Jawaban “97” lebih dari 100%, padahal jenis jawabannya %."),
        (RATIO, cells("-5%"), ERROR, "C2", "Jawaban “-5%” kurang dari 0%."),
        (RATIO, cells("3/0"), ERROR, "C2", "Jawaban “3/0” dibagi 0."),
        (RATIO, cells(None, 36, 35), ERROR, "D2",
         "Kolom “Pembilang” berisi “36”, lebih besar daripada “Penyebut”, “35”."),
        (RATIO, cells(None, -1.5, 4), ERROR, "D2",
         "Kolom “Pembilang” berisi “-1,5”, kurang dari 0."),
        (RATIO, cells(None, 1, -4), ERROR, "E2", "Kolom “Penyebut” berisi “-4”, kurang dari 0."),
        (RATIO, cells(None, 12), ERROR, "E2",
         "Kolom “Pembilang” berisi “12”, tetapi kolom “Penyebut” kosong."),
        (RATIO, cells("50%", None, 12), ERROR, "D2",
         "Kolom “Penyebut” berisi “12”, tetapi kolom “Pembilang” kosong."),
        (RATIO, cells(None, 3, 0), ERROR, "E2",
         "Kolom “Penyebut” berisi “0”, tetapi kolom “Pembilang” tidak."),
        (DECLINE, cells(None, 3, 0), ERROR, "E2",
         "Kolom “Penyebut” berisi “0”, tetapi kolom “Pembilang” tidak."),
        (RATIO, cells(None, 0, 0), WARNING, "E2",
         "Kolom “Pembilang” dan “Penyebut” keduanya berisi “0”."),
        (RATIO, cells("0/0"), WARNING, "C2", "Jawaban “0/0” membagi 0 dengan 0."),
        # 33/35 = 94.285... %, cut
        (RATIO, cells("90%", 33, 35), WARNING, "C2",
         "Jawaban “90%” tidak sama dengan “Pembilang” dibagi “Penyebut”, “33” dari “35”"
         " (94,28\N{NO-BREAK SPACE}%)."),
        (ABC, cells("B", 1, 2), WARNING, "D2",
         "Kolom “Pembilang” dan “Penyebut” terisi, padahal jenis jawabannya A/B/C."),
        (YES_NO, cells("Ya", None, 2), WARNING, "E2",
         "Kolom “Penyebut” terisi, padahal jenis jawabannya Ya/Tidak."),
        (ABC, cells(None, 1), ERROR, "C2",
         "Kolom “Pembilang” terisi, padahal jenis jawabannya A/B/C dan jawabannya kosong."),
    ],
)  # fmt: skip
def test_each_fault_is_told_at_the_cell_to_mend(
    code: str, row: dict[str, Any], severity: Severity, where: str, read: str
) -> None:
    (found,) = problems(code, **row)
    assert (found.severity, found.where, found.read) == (severity, f"LKE!{where}", read)


@pytest.mark.parametrize(
    ("code", "row"),
    [
        (YES_NO, cells("ya")),
        (YES_NO, cells(True)),
        (ABC, cells("b.")),
        (ABC, cells("belum diisi")),
        (RATIO, cells(None, 33, 35)),
        (RATIO, cells("94,29%", 33, 35)),
        (RATIO, cells("33/35")),
        (RATIO, cells(0.97)),
        (DECLINE, cells(None, 0, 0)),
        (DECLINE, cells(None, -1, 2)),
        (DECLINE, cells()),
    ],
)
def test_answer_of_its_type_is_no_problem(code: str, row: dict[str, Any]) -> None:
    assert problems(code, **row) == []


def test_what_does_not_count_says_how_many_points_hang_on_it_and_what_may_be_typed() -> None:
    (letter,), (ratio,) = problems(ABC, answer="D"), problems(RATIO, answer="97")
    assert (letter.why, letter.remedy) == (ZERO.format("0,25"), "Pilih A, B, atau C.")
    assert ratio.why == ZERO.format("3,00")
    assert "“Pembilang” dan “Penyebut”" in ratio.remedy
    assert "97%" in ratio.remedy


def test_nothing_of_nothing_says_that_it_cannot_be_scored_and_what_the_unit_can_do() -> None:
    (found,) = problems(RATIO, **cells(None, 0, 0))
    assert found.why == f"Persentasenya tidak dapat dinilai. {ZERO.format('3,00')}"
    assert "biarkan 0 dan jelaskan di kolom “Catatan”" in found.remedy


def test_what_counts_in_spite_of_it_says_what_counts() -> None:
    (doubled,), (beside,) = problems(RATIO, **cells("1", 1, 2)), problems(ABC, **cells("B", 1))
    assert doubled.why == "Yang dihitung kedua bilangan itu; jawabannya tidak dipakai."
    assert beside.why == "Yang dihitung jawaban “B”; bilangannya tidak dipakai."


def test_number_nobody_can_read_is_told_once_with_what_it_means() -> None:
    (found,) = problems(RATIO, **cells(None, 12, "dua"))
    assert (found.severity, found.where) == (ERROR, "LKE!E2")
    assert found.read == "Kolom “Penyebut” berisi “dua”, bukan bilangan."
    assert found.why == ZERO.format("3,00")


def test_rows_that_are_not_used_say_nothing_of_their_answers() -> None:
    found = checked(
        INDICATORS,
        {"code": YES_NO, "answer": "Ya"},
        {"code": YES_NO, "answer": "Z"},
        {"code": "A.I.9.z", "answer": "Z"},
        {"code": None, "answer": "Z"},
    )
    assert [each.read for each in found.problems if "Jawaban" in each.read] == []
    assert len(found.problems) == 4  # again, unknown, missing, and what is not listed


@given(
    code=st.sampled_from([YES_NO, ABC, RATIO, DECLINE]),
    answer=st.none() | st.sampled_from(["Ya", "A", "97%", "1,2", "0/0", "-", "belum"]) | st.text(),
    numerator=st.none() | st.integers(-3, 9),
    denominator=st.none() | st.integers(-3, 9),
)
def test_answer_that_has_no_score_is_blank_or_told(
    code: str, answer: str | None, numerator: int | None, denominator: int | None
) -> None:
    row = {"code": code, **cells(answer, numerator, denominator)}
    found = checked(INDICATORS, row)
    read = answers_of(found.rows, CATALOGUE)[code]
    told = [each for each in found.problems if each.severity is not Severity.ADVICE]
    assert len(told) <= 1
    if read.fault is not None:
        expected = WARNING if read.fault.counts or read.is_filled else ERROR
        assert [each.severity for each in told] == [expected]
        assert (read.fault is AnswerFault.NOT_SCORABLE) == ("tidak dapat dinilai" in told[0].why)
    elif read.is_answered:
        assert told == []
