"""Kesiapan: answers beside their evidence, and the checklist before a proposal."""

from __future__ import annotations

from collections.abc import Mapping

from zi_metrics.labels.numbers import count, out_of

UNPROVEN, CHANCES = "Perlu dibuktikan", "Peluang"
MEANINGS: Mapping[str, str] = {
    UNPROVEN: "Jawabannya sudah yang terbaik, tetapi data dukungnya belum lengkap: poin ini dapat "
    "hilang ketika diperiksa.",
    CHANCES: "Data dukungnya sudah lengkap, tetapi jawabannya kosong atau bukan yang terbaik: "
    "periksa apakah jawabannya dapat dinaikkan.",
}
NONE: Mapping[str, str] = {
    UNPROVEN: "Tidak ada: setiap jawaban terbaik sudah didukung bukti lengkap.",
    CHANCES: "Tidak ada: setiap indikator yang buktinya lengkap sudah dijawab terbaik.",
}
NO_BEST_ANSWERS = "Belum ada jawaban terbaik yang perlu dibuktikan."
NO_COMPLETE_EVIDENCE = "Belum ada indikator yang data dukungnya lengkap."
NO_ANSWERS_READ = (
    "Tabel Indikator tidak dapat dibaca, sehingga tidak ada jawaban yang dapat diperiksa."
)
NO_EVIDENCE_READ = (
    "Tabel Data Dukung tidak dapat dibaca, sehingga jawaban dan bukti tidak dapat disandingkan."
)
LIST_HEADERS = ("Indikator", "Area", "Jawaban", "Data dukung", "PIC", "Poin")

NO_EVIDENCE = "belum ada"
IRRELEVANT = "tidak relevan"
EVIDENCE_UNKNOWN = "tidak dapat dibaca"
"""What is said of the evidence of an indicator, to follow 'Data dukung'."""

ENTRY_HEADERS = ("Diminta", "Diisi", "Keadaan")
OF_UNIT, OF_AGENCY = "Syarat unit", "Syarat instansi"
OPEN_SETTINGS = "Buka tab Pengaturan"


def entry_today(predicate: str, met: int, blank: int, of: int) -> str:
    """The sentence of the checklist."""
    rest = f", {count(blank)} belum diisi" if blank else ""
    return (
        f"Syarat pengusulan ke {predicate}: {out_of(met, of)} dipenuhi{rest}. Diisi pada tab "
        "Pengaturan, satu baris untuk setiap syarat."
    )


def entry_title(predicate: str) -> str:
    return f"Syarat pengusulan ke {predicate}"


def evidence_missing(complete: int, required: int) -> str:
    """'kurang 2 dari 5 dokumen'."""
    if complete == required:
        return f"lengkap, {count(required)} dokumen"
    return f"kurang {out_of(required - complete, required)} dokumen"


def of_evidence(told: str) -> str:
    return f"data dukung {told}"


def not_drawn(rest: int, points: str) -> str:
    return f"Dan {count(rest)} indikator lain, bersama-sama {points} poin; semuanya ada di berkas."


def list_today(number: int, points: str) -> str:
    return f"{count(number)} indikator, bersama-sama {points} poin."
