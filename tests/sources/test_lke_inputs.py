"""Rows of sums below a percentage question are its numerator and denominator."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from tests.sources.lke_files import (
    CATALOGUE,
    Cell,
    Filled,
    Formula,
    Oddities,
    Tab,
    best,
    book,
    lke_tab,
)
from zi_metrics.lke.answers import AnswerFault, Written, read_answer
from zi_metrics.sources.lke_workbook import LkeWorkbook, ReadQuestion, read_lke_grid

COUNTS = Oddities(counts=True, lhkpn_level=True)


def read(tab: Tab) -> LkeWorkbook:
    return read_lke_grid(book(tab), CATALOGUE)


def counted(code: str, counts: Sequence[float | None], answer: Cell = None) -> Tab:
    """A worksheet whose only entries are those of one percentage question."""
    return lke_tab(Filled({code: answer}, counts={code: counts}), COUNTS)


def pair(question: ReadQuestion) -> tuple[float | None, float | None]:
    return question.numerator, question.denominator


@pytest.mark.parametrize(
    ("code", "counts", "expected"),
    [
        ("A.II.1.i.a", (4, 3), (3, 4)),  # agents, changes made
        ("A.II.1.i.b", (3, 2), (2, 3)),  # changes made, part of the system
        ("A.II.4.i", (7, 6), (6, 7)),
        ("A.II.5.ii", (9, 1, 8), (8, 9)),  # to do, under way, done
        ("A.II.5.iii.a", (5, 5), (5, 5)),
        ("A.II.5.iii.b", (35, 5, 30, 34), (34, 35)),
        ("A.II.5.iii.b", (None, 5, 30, 34), (34, 35)),  # 5 + 30
        ("A.II.6.i.b", (6, 3), (3, 6)),
        ("A.II.3.iii.a", (4, 1, 1), (3, 4)),  # 4 before, 1 now: a decline of 3
        ("A.II.3.iii.a", (2, 3, 0), (-1, 2)),
        ("A.II.3.iii.a", (0, 0, 0), (0, 0)),
    ],
)
def test_official_rows_tell_part_and_whole(
    code: str, counts: Sequence[float | None], expected: tuple[float, float]
) -> None:
    tab = counted(code, counts)
    found = read(tab)
    assert pair(found.questions[code]) == expected
    assert found.questions[code].inputs[0] == tab.cell(f"{code}/0", "answer")
    assert len(found.questions[code].inputs) == len(counts)
    assert found.unmatched == found.remarks == ()


def test_no_decline_of_nothing_scores_as_the_best() -> None:
    found = read(counted("A.II.3.iii.a", (0, 0, 0), Formula("=1/0", "#DIV/0!")))
    question = found.questions["A.II.3.iii.a"]
    asked = Written(question.written, question.numerator, question.denominator)
    assert read_answer(asked, None, is_improvement=True).score == 1
    assert found.unmatched == ()  # the error of its formula does not matter beside the counts


def relabelled(tab: Tab, code: str, *labels: str) -> Tab:
    for number, label in enumerate(labels):
        key = f"{code}/{number}"
        tab.rows[tab.row_of[key]][tab.text_column(key)] = label
    return tab


def test_of_two_rows_without_known_words_the_first_is_the_whole() -> None:
    tab = relabelled(counted("A.II.6.i.b", (8, 2)), "A.II.6.i.b", "- Izin X", "- Izin Y")
    assert pair(read(tab).questions["A.II.6.i.b"]) == (2, 8)


def test_of_two_rows_without_known_words_the_answered_ratio_decides() -> None:
    tab = relabelled(counted("A.II.6.i.b", (2, 8), "25%"), "A.II.6.i.b", "- Izin X", "- Izin Y")
    assert pair(read(tab).questions["A.II.6.i.b"]) == (2, 8)


def test_words_go_before_the_answered_ratio() -> None:
    found = read(counted("A.II.4.i", (2, 8), "25%"))
    assert pair(found.questions["A.II.4.i"]) == (8, 2)


def test_rows_that_do_not_tell_leave_the_answered_ratio() -> None:
    tab = counted("A.II.5.iii.b", (5, 6, 7, 8), 0.5)
    relabelled(tab, "A.II.5.iii.b", "- satu", "- dua", "- tiga", "- empat")
    found = read(tab)
    assert pair(found.questions["A.II.5.iii.b"]) == (None, None)
    assert found.questions["A.II.5.iii.b"].written == "0,5"
    assert [each.why for each in found.remarks] == [
        "rincian jumlah di bawahnya tidak jelas mana pembilang dan mana penyebut; "
        "yang dipakai rasio di kolom jawaban"
    ]


@pytest.mark.parametrize("counts", [(7, None), (None, 6), (7, "banyak")])
def test_half_of_the_rows_leaves_the_answered_ratio(counts: Sequence[float | None]) -> None:
    found = read(counted("A.II.4.i", counts, "80%"))
    assert pair(found.questions["A.II.4.i"]) == (None, None)
    assert [each.why for each in found.remarks] == [
        "rincian jumlah di bawahnya belum lengkap; yang dipakai rasio di kolom jawaban"
    ]


@pytest.mark.parametrize(
    ("code", "counts", "expected"),
    [
        ("A.II.4.i", (7, None), (None, 7)),
        ("A.II.4.i", (None, 6), (6, None)),
        ("A.II.4.i", (7, "banyak"), (None, 7)),
        ("A.II.3.iii.a", (4, None, None), (None, 4)),  # a decline from 4 to something
    ],
)
def test_half_of_the_rows_is_kept_where_no_ratio_was_answered(
    code: str, counts: Sequence[float | None], expected: tuple[float | None, float | None]
) -> None:
    found = read(counted(code, counts))
    question = found.questions[code]
    assert pair(question) == expected
    assert found.remarks == found.unmatched == ()
    asked = Written(question.written, question.numerator, question.denominator)
    assert read_answer(asked, None).fault is AnswerFault.HALF


@pytest.mark.parametrize(
    ("code", "counts", "why"),
    [
        # what is left of something unknown is no decline
        ("A.II.3.iii.a", (None, 1, None), "rincian jumlah di bawahnya belum lengkap"),
        ("A.II.4.i", ("9 buah", "7 buah"), "rincian jumlah di bawahnya tidak berisi bilangan"),
    ],
)
def test_rows_that_give_nothing_are_named_as_not_read(
    code: str, counts: Sequence[float | None], why: str
) -> None:
    found = read(counted(code, counts))
    assert pair(found.questions[code]) == (None, None)
    assert found.questions[code].is_unread
    assert [each.why for each in found.unmatched] == [
        f"{why}, dan di kolom jawaban tidak ada rasio"
    ]
    beside_a_ratio = read(counted(code, counts, "80%"))
    assert beside_a_ratio.unmatched == ()
    assert not beside_a_ratio.questions[code].is_unread
    assert [each.why for each in beside_a_ratio.remarks] == [
        f"{why}; yang dipakai rasio di kolom jawaban"
    ]


def test_empty_rows_say_nothing() -> None:
    found = read(counted("A.II.4.i", (), 0.75))
    assert pair(found.questions["A.II.4.i"]) == (None, None)
    assert found.remarks == ()


def test_numbers_written_as_text_are_numbers() -> None:
    found = read(counted("A.II.4.i", ("10", " 7 ")))  # type: ignore[arg-type]
    assert pair(found.questions["A.II.4.i"]) == (7, 10)


def test_numbers_beyond_measure_are_none() -> None:
    found = read(counted("A.II.4.i", (1e300, 7), 0.5))
    assert pair(found.questions["A.II.4.i"]) == (None, None)


def test_rows_without_a_question_above_are_named() -> None:
    tab = counted("A.II.4.i", (7, 6))
    tab.rows[tab.row_of["A.II.4.i"]][tab.text_column("A.II.4.i")] = "hilang"
    found = read(tab)
    row = tab.row_of["A.II.4.i"] + 1
    assert [(int(each.cell.split("!")[1][1:]), each.why) for each in found.unmatched] == [
        (row, "teksnya tidak ada di daftar pertanyaan resmi"),
        (row + 1, "rincian jumlah tanpa pertanyaan persentase di atasnya"),
        (row + 2, "rincian jumlah tanpa pertanyaan persentase di atasnya"),
    ]


def test_rows_without_a_type_are_known_by_their_dash() -> None:
    tab = counted("A.II.4.i", (7, 6))
    for number in range(2):
        tab.put(f"A.II.4.i/{number}", "options", None)
    assert pair(read(tab).questions["A.II.4.i"]) == (6, 7)


def test_ratio_of_all_counts_at_once() -> None:
    filled = best()
    filled.counts = {"A.II.1.i.a": (4, 3), "A.II.1.i.b": (3, 3), "A.II.5.iii.a": (5, 4)}
    found = read(lke_tab(filled, COUNTS)).questions
    ratios = [
        Fraction(int(found[code].numerator or 0), int(found[code].denominator or 1))
        for code in filled.counts
    ]
    assert ratios == [Fraction(3, 4), 1, Fraction(4, 5)]
