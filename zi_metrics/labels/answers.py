"""Words of an answer to a question of the worksheet, wherever one is shown."""

from __future__ import annotations

from collections.abc import Mapping

from zi_metrics.labels.numbers import out_of

NOT_SCORED = "tidak dapat dinilai"

FAULTS: Mapping[str, str] = {
    "not an option of its type": (
        "Bukan salah satu pilihan jawabannya, jadi tidak dinilai. Ganti dengan yang ada di pilihan."
    ),
    "no ratio": (
        "Bukan rasio, jadi tidak dinilai. Isi pembilang dan penyebut, atau tulis misalnya 97%."
    ),
    "a ratio over 1": (
        "Pembilang lebih besar daripada penyebut (lebih dari 100%), jadi tidak dinilai. "
        "Periksa bilangannya."
    ),
    "a ratio under 0": "Bilangannya di bawah nol, jadi tidak dinilai. Periksa bilangannya.",
    "one of numerator and denominator is missing": (
        "Pembilang atau penyebutnya belum diisi, jadi tidak dinilai. Lengkapi keduanya."
    ),
    "something of nothing": (
        "Penyebutnya nol, jadi tidak dapat dinilai. Periksa kedua bilangannya."
    ),
    "nothing of nothing": "0 dari 0 tidak dapat dinilai; nilainya 0, tetapi dianggap terisi.",
    "the answer is not numerator / denominator": (
        "Jawaban yang tertulis bukan pembilang dibagi penyebut; yang dipakai kedua bilangan itu."
    ),
    "numbers beside an answer that is no ratio": (
        "Pembilang dan penyebutnya diabaikan: pertanyaan ini tidak dijawab dengan bilangan."
    ),
}
"""What is wrong with an answer, by the value of its fault, and what to do: the short form.

With cells and points it is told in `answer_problems`.
"""


def counts(numerator: str, denominator: str) -> str:
    """'33 dari 35'."""
    return f"{numerator} dari {denominator}"


def of_counts(numerator: str, denominator: str, share: str) -> str:
    """'33 dari 35 (94,28 %)'."""
    return f"{counts(numerator, denominator)} ({share})"


def points_of(won: str, weight: str) -> str:
    """'2,82 dari 3,00'."""
    return f"{won} dari {weight}"


def points(won: str, weight: str) -> str:
    """'2,82 dari 3,00 poin'."""
    return f"{points_of(won, weight)} poin"


def area_score(won: str, weight: str, answered: tuple[int, int]) -> str:
    """The score of an area in both aspects, on its own page."""
    return (
        f"Nilai LKE area ini {points(won, weight)} (terjawab {out_of(*answered)} "
        "pertanyaan Pemenuhan dan Reform)."
    )


def answer_line(answer: str, won: str, weight: str) -> str:
    """An indicator's answer on the page of its area."""
    return f"Jawaban: {answer} · nilai LKE {points_of(won, weight)}"
