"""Words and marks that people type for an answer, beside the options themselves."""

from __future__ import annotations

from fractions import Fraction

import pytest

from zi_metrics.lke.answers import Answer, AnswerFault, Written, read_answer

YES_NO = {"Ya": Fraction(1), "Tidak": Fraction(0)}
LETTERS = {"A": Fraction(1), "B": Fraction(1, 2), "C": Fraction(0)}


@pytest.mark.parametrize("word", ["TRUE", "BENAR", "v", "Sudah", "✓", "☑️", "ya", " YA "])
def test_ticked_box_says_yes(word: str) -> None:
    assert read_answer(Written(word), YES_NO) == Answer("Ya", Fraction(1))


@pytest.mark.parametrize("word", ["FALSE", "SALAH", "tdk", "Tidak"])
def test_box_without_a_tick_says_no(word: str) -> None:
    assert read_answer(Written(word), YES_NO) == Answer("Tidak", Fraction(0))


@pytest.mark.parametrize("word", ["TRUE", "✓", "v"])
def test_tick_is_no_letter(word: str) -> None:
    assert read_answer(Written(word), LETTERS) == Answer(fault=AnswerFault.NOT_AN_OPTION)
