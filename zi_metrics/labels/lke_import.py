"""Bringing over an LKE workbook: cells of the new workbook, what was found, and why scores differ.

Reasons are by the value of what `zi_metrics/lke` and `zi_metrics/template` call them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zi_metrics.labels.answers import FAULTS
from zi_metrics.labels.messages import Message
from zi_metrics.labels.numbers import count, out_of
from zi_metrics.labels.results import FAULTS as FAULTS_OF_RESULTS

NOTE_HEADER = "Catatan"
NOTE_OF_RESULTS = (
    "Catatan dan data dukung nilai ini menurut LKE yang diimpor; hanya keterangan, tidak dibaca."
)

TOTALS_TITLE = "Nilai menurut jawaban, dan menurut buku kerja LKE"
ROWS_TITLE = "Baris yang nilainya berbeda"
UNMATCHED_TITLE = "Baris yang tidak dapat dicocokkan"
REMARKS_TITLE = "Baris yang terbaca, tetapi sebaiknya dilihat lagi"
NOT_FOUND_TITLE = "Yang tidak ditemukan"
ODD_TITLE = "Jawaban yang perlu diperiksa"
OURS, THEIRS = "Dasbor", "LKE"
TOTAL_HEADERS = ("Nilai", OURS, THEIRS, "Selisih", "Sebab")
NO_OWN_SCORES = (
    "Buku kerja ini tidak menyimpan nilai hasil hitungan, jadi tidak ada yang dibandingkan."
)
NO_OWN_TOTALS = "Buku kerja ini tidak menyebut jumlah nilainya sendiri; yang dibandingkan barisnya."
NO_DIFFERENCE = "Setiap nilai baris di buku kerja sama dengan hitungan dasbor."
HOW_SCORED = (
    "Dasbor menghitung dari jawaban, tidak dari rumus buku kerja; yang belum diisi bernilai 0. "
    "Jawaban dibawa apa adanya."
)
TINY = "±0,00"
"""A difference that two places do not show."""
OWN_TOTALS: Mapping[str, str] = {
    "total": "Nilai total",
    "pengungkit": "Pengungkit",
    "pemenuhan": "Pemenuhan",
    "reform": "Reform",
    "hasil": "Hasil",
}
"""Totals a workbook states, by key, the widest first."""

ROW_REASONS: Mapping[str, str] = {
    "rounded": "Pembulatan: nilai di buku kerja dibulatkan berbeda.",
    "the score of another answer": (
        "Nilai itu milik jawaban lain: rumusnya belum dihitung ulang, atau nilainya diketik."
    ),
    "no number": "Kolom Nilai kosong atau berisi teks, padahal jawabannya terbaca.",
    "a score without an answer": (
        "Jawabannya belum diisi, tetapi kolom Nilai berisi angka: mungkin sisa jawaban lama."
    ),
    "an answer that was not read": (
        "Jawabannya tidak terbaca, tetapi kolom Nilai berisi angka; sebabnya ada di daftar baris "
        "yang tidak dapat dicocokkan."
    ),
    "unexplained": "Sebabnya tidak diketahui; periksa rumus di sel itu.",
    **FAULTS,
}
"""Why the stored score of a row is not ours."""

ODD_ANSWERS: Mapping[str, str] = {**FAULTS, **FAULTS_OF_RESULTS}
"""What is odd about an answer that was brought over, and what to do."""

GROUP_REASONS: Mapping[str, str] = {
    "rows": "nilai baris yang berbeda (lihat daftarnya)",
    "blanks": "baris yang belum diisi tidak ikut dirata-rata di buku kerja",
    "lhkasn": "LHKASN tidak masuk jumlah di buku kerja",
    "rounded": "pembulatan",
    "missing": "ada pertanyaan yang tidak ditemukan di sini",
    "parts": "sebesar selisih bagian-bagiannya",
    "unexplained": "tidak diketahui: mungkin nilai lama yang belum dihitung ulang, atau diketik",
}
"""Why a stated total is not ours."""


def untitled(cell: str) -> str:
    return f"Dokumen tanpa nama (sel {cell})"


def from_cell(cell: str, *, has_link: bool) -> str:
    if has_link:
        return f"Dari LKE, sel {cell}."
    return f"Dari LKE, sel {cell}, tanpa tautan. Periksa dokumennya, lalu ubah statusnya."


def group_name(key: str, areas: Mapping[int, str]) -> str:
    """'Reform, area 5 Penguatan Pengawasan'; areas: names by number."""
    name, _, number = key.partition(".")
    return f"{OWN_TOTALS[name]}, area {number} {areas[int(number)]}" if number else OWN_TOTALS[name]


def group_reasons(reasons: Sequence[str]) -> str:
    return "; ".join(GROUP_REASONS[each] for each in reasons)


def row_reason(why: str, *, is_result: bool = False) -> str:
    """is_result: an index that is no number has the same name as a score that is none."""
    return (FAULTS_OF_RESULTS if is_result else ROW_REASONS)[why]


def unmatched(why: str, code: str | None) -> str:
    """why: a clause; code: of the question it probably is."""
    sentence = f"{why[:1].upper()}{why[1:].removesuffix('.')}"
    return f"{sentence} (mungkin {code})." if code else f"{sentence}."


def not_found(name: str) -> str:
    return f"{name} tidak ditemukan di buku kerja; isinya dibiarkan kosong."


def found(questions: int, of: int, parts: int, of_parts: int) -> str:
    return (
        f"Ditemukan {out_of(questions, of)} pertanyaan dan {out_of(parts, of_parts)} nilai Hasil."
    )


def answered(number: int, of: int) -> str:
    return f"Terjawab {out_of(number, of)} pertanyaan."


def documents(available: int, named: int) -> str:
    if not available + named:
        return "Tidak ada data dukung di buku kerja ini."
    linked = f"{count(available)} bertautan, berstatus Tersedia"
    bare = f"{count(named)} hanya disebut namanya, berstatus Belum ada sampai diperiksa"
    told = [*([linked] if available else []), *([bare] if named else [])]
    return f"Data dukung: {'; '.join(told)}."


def read_from(name: str, tab: str) -> str:
    return f"LKE “{name}”, tab “{tab}”"


def other_tabs(tabs: Sequence[str]) -> str:
    return f"Tab lain tidak dibaca: {', '.join(f'“{tab}”' for tab in tabs)}."


def written_to(path: str, year: int) -> str:
    return f"Buku kerja tahun penilaian {year} ditulis ke {path}."


def same_file(path: str) -> Message:
    return Message(
        what="Hasil impor tidak boleh ditulis di atas LKE-nya sendiri.",
        where=f"Berkas “{path}”",
        remedy="Tulis nama berkas lain di --keluar.",
    )


def versus(ours: str, theirs: str, points: str) -> str:
    return f"{OURS} {ours}, {THEIRS} {theirs}, selisih {points} poin"
