"""Words of the readiness in files: lists, the workbook, print and the command line."""

from __future__ import annotations

from collections.abc import Sequence

from zi_metrics.labels import lke
from zi_metrics.labels.numbers import out_of

RESULTS = "Hasil"
UNPROVEN, CHANCE = "perlu dibuktikan", "peluang"

ENTERED_RESULTS = "Hasil, diisi"
TOTALS = "Nilai LKE"
ANSWERED_ONLY = "Bila yang kosong tidak dihitung"
SHARE_BY_AREA = "Bagian dari bobot area"
CLAIMS = "Jawaban dan data dukung"
"""Groups of rows of the sheet."""

TOTAL = "Nilai total"
ANSWERED = "Pertanyaan terjawab"
FILLED = "Pertanyaan terisi (terjawab, atau 0 dari 0)"
MET = "Syarat nilai yang dipenuhi"
POINTS_OF_UNPROVEN = "Poin yang perlu dibuktikan"
POINTS_OF_CHANCES = "Poin yang dapat bertambah"
GAINED = "Jumlah kenaikan poin"
SIMULATED = "Simulasi"

HINT = (
    "Jawaban di lembar LKE dan isian berjudul biru di sini boleh diubah; nilai, selisih, dan "
    "keadaan menghitung ulang dengan rumus. Jalan terpendek tidak dicari ulang.",
    "Pembanding ialah bobot, nilai minimal, atau yang diminta. Nilai dipotong ke bawah sampai dua "
    "angka, tidak dibulatkan: 39,996 tampil 39,99 dan belum mencapai 40.",
)
ANSWERS_HINT = (
    "Jawaban, Pembilang, dan Penyebut boleh diubah; kolom berjudul kelabu menghitung ulang, begitu "
    "pula lembar Kesiapan. Perubahan di berkas ini tidak masuk ke sheet bersama.",
    "Jawaban yang belum diisi atau tidak dapat dinilai bernilai 0.",
)
NONE_REACHED = "Simulasi: belum semua syarat nilai WBK dipenuhi."


def by_area(aspect: str) -> str:
    return f"{aspect} per area"


def minima(predicate: str) -> str:
    return f"Syarat nilai {predicate}"


def reached(predicate: str) -> str:
    """What a worksheet that is filled in and meets every minimum gives."""
    return f"Simulasi: semua syarat nilai {predicate} dipenuhi."


def found_by(assessor: str, year: str) -> str:
    """Who found a value of Hasil, and of which year; either may be ''."""
    return " ".join(filter(None, (assessor, year)))


def step_note(pic: str, evidence: str) -> str:
    """Who answers for an indicator, and the state of its evidence; either may be ''."""
    return " · ".join(filter(None, (pic and f"PIC {pic}", evidence)))


def step(code: str, question: str) -> str:
    return f"{code} {question}"


# print


def rule_column(name: str, predicate: str) -> str:
    """A header of the table of minima: 'Minimal WBK'."""
    return f"{name} {predicate}"


def about(name: str, on: str) -> str:
    """A rule and what its value rests on."""
    return f"{name} ({on})" if on else name


def supposed(needed: Sequence[str]) -> str:
    """The end of a sentence: the values of Hasil that the steps suppose."""
    return f"{'; '.join(needed)}."


ANSWER, EVIDENCE, POINTS, GAIN = "Jawaban", "Data dukung", "Poin", "Naik (poin)"


# command line


def points_line(name: str, points: str, answered_text: str) -> str:
    return f"{name}: {points}, {answered_text}"


def answered(number: int, questions: int, only: str) -> str:
    """only: the points where blank answers are left out, or ''."""
    rest = f" ({only} bila yang kosong tidak dihitung)" if only else ""
    return f"{lke.answered(number, questions)}{rest}"


def area_score(number: int, name: str) -> str:
    return f"Nilai area {number}. {name}"


def area_line(name: str, points: str, share: str, halves: Sequence[str]) -> str:
    """halves: points of Pemenuhan and of Reform."""
    fulfilment, reform = halves
    return f"{name}: {points} · {share} (Pemenuhan {fulfilment}, Reform {reform})"


def met(predicate: str, number: int, rules: int) -> str:
    return f"{predicate} {out_of(number, rules)}"


def minima_met(counted: Sequence[str]) -> str:
    return f"{MET}: {', '.join(counted)}"
