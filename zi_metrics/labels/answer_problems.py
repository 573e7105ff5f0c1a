"""Sentences about an answer to a question of the worksheet; parts as in `problems`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from babel.numbers import format_decimal

from zi_metrics.labels.numbers import LOCALE, exact_percent, exact_points
from zi_metrics.labels.problems import Parts, quote
from zi_metrics.labels.sentences import either

RATIO = "%"
ANSWER, NUMERATOR, DENOMINATOR = (quote(name) for name in ("Jawaban", "Pembilang", "Penyebut"))
_BOTH = f"kolom {NUMERATOR} dan {DENOMINATOR}"
_PERCENT = "persentase dari 0% sampai 100% dengan tanda %"
_AS_COUNTS = f"Isi {_BOTH}, atau tulis {_PERCENT}, misalnya 97%."


@dataclass(frozen=True)
class AnswerCells:
    """The cells of an answer, and its question: options (none for a ratio) and most points."""

    answer: str | None
    numerator: float | None
    denominator: float | None
    options: Sequence[str]
    points: Fraction

    @property
    def kind(self) -> str:
        """The type of the question, as the tab names it."""
        return "/".join(self.options) or RATIO

    @property
    def is_counted(self) -> bool:
        """Whether one of the two numbers is there."""
        return self.numerator is not None or self.denominator is not None

    @property
    def numbers(self) -> str:
        """The names of the two numbers that are there."""
        there = {NUMERATOR: self.numerator, DENOMINATOR: self.denominator}
        return " dan ".join(name for name, number in there.items() if number is not None)

    @property
    def is_zero(self) -> str:
        """Why it matters that the answer has no score."""
        return f"Jawaban ini dihitung 0 dari paling banyak {exact_points(self.points)} poin LKE."


def not_an_option(cells: AnswerCells) -> Parts:
    return (
        f"Jawaban {quote(cells.answer)} tidak ada dalam pilihan {cells.kind}.",
        cells.is_zero,
        f"Pilih {either(cells.options)}.",
    )


def not_a_ratio(cells: AnswerCells) -> Parts:
    return (
        f"Jawaban {quote(cells.answer)} bukan persentase, padahal jenis jawabannya {RATIO}.",
        cells.is_zero,
        _AS_COUNTS,
    )


def over_one(cells: AnswerCells) -> Parts:
    if cells.is_counted:
        return (
            f"Kolom {NUMERATOR} berisi {_number(cells.numerator)}, lebih besar daripada "
            f"{DENOMINATOR}, {_number(cells.denominator)}.",
            cells.is_zero,
            "Periksa kedua bilangannya: yang dibagi paling banyak sama dengan pembaginya.",
        )
    return (
        f"Jawaban {quote(cells.answer)} lebih dari 100%, padahal jenis jawabannya {RATIO}.",
        cells.is_zero,
        _AS_COUNTS,
    )


def negative(cells: AnswerCells) -> Parts:
    if cells.is_counted:
        is_below = cells.denominator is not None and cells.denominator < 0
        wrong = (DENOMINATOR, cells.denominator) if is_below else (NUMERATOR, cells.numerator)
        return (
            f"Kolom {wrong[0]} berisi {_number(wrong[1])}, kurang dari 0.",
            cells.is_zero,
            "Isi bilangan 0 atau lebih.",
        )
    return f"Jawaban {quote(cells.answer)} kurang dari 0%.", cells.is_zero, _AS_COUNTS


def half(cells: AnswerCells) -> Parts:
    there, lacking, number = NUMERATOR, DENOMINATOR, cells.numerator
    if number is None:
        there, lacking, number = DENOMINATOR, NUMERATOR, cells.denominator
    return (
        f"Kolom {there} berisi {_number(number)}, tetapi kolom {lacking} kosong.",
        cells.is_zero,
        f"Isi {_BOTH}.",
    )


def zero_denominator(cells: AnswerCells) -> Parts:
    if cells.is_counted:
        read = f"Kolom {DENOMINATOR} berisi “0”, tetapi kolom {NUMERATOR} tidak."
    else:
        read = f"Jawaban {quote(cells.answer)} dibagi 0."
    remedy = f"Isi {_BOTH}: pembaginya seluruh yang dihitung, misalnya semua yang wajib melapor."
    return read, cells.is_zero, remedy


def not_scorable(cells: AnswerCells) -> Parts:
    read = f"Jawaban {quote(cells.answer)} membagi 0 dengan 0."
    if cells.is_counted:
        read = f"Kolom {NUMERATOR} dan {DENOMINATOR} keduanya berisi “0”."
    return (
        read,
        f"Persentasenya tidak dapat dinilai. {cells.is_zero}",
        "Bila memang tidak ada yang dihitung, biarkan 0 dan jelaskan di kolom “Catatan” agar "
        "dapat dibahas dengan penilai; bila ada, perbaiki bilangannya.",
    )


def inputs_disagree(cells: AnswerCells) -> Parts:
    counted = Fraction(repr(float(cells.numerator or 0))) / Fraction(
        repr(float(cells.denominator or 1))
    )
    return (
        f"Jawaban {quote(cells.answer)} tidak sama dengan {NUMERATOR} dibagi {DENOMINATOR}, "
        f"{_number(cells.numerator)} dari {_number(cells.denominator)} "
        f"({exact_percent(counted)}).",
        "Yang dihitung kedua bilangan itu; jawabannya tidak dipakai.",
        f"Kosongkan kolom {ANSWER}, atau perbaiki bilangannya.",
    )


def numbers_ignored(cells: AnswerCells) -> Parts:
    return (
        f"Kolom {cells.numbers} terisi, padahal jenis jawabannya {cells.kind}.",
        f"Yang dihitung jawaban {quote(cells.answer)}; bilangannya tidak dipakai.",
        f"Kosongkan kolom {cells.numbers}.",
    )


def numbers_alone(cells: AnswerCells) -> Parts:
    return (
        f"Kolom {cells.numbers} terisi, padahal jenis jawabannya {cells.kind} dan "
        "jawabannya kosong.",
        cells.is_zero,
        f"Pilih {either(cells.options)} di kolom {ANSWER}, dan kosongkan {cells.numbers}.",
    )


def _number(number: float | None) -> str:
    return quote(format_decimal(number or 0, format="#,##0.######", locale=LOCALE))
