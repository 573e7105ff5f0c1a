"""Words of the page Hasil: two surveys, the unit's performance, and which row of them counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from zi_metrics.labels.numbers import long_date, out_of

TITLE = "Hasil"
HEADING = "Hasil"
INDEX, SCALE = "Indeks", "0 sampai 4"

ABOUT_SURVEYS = (
    "IPAK dan IPKP yang menentukan diambil dari survei Tim Penilai Nasional (TPN). Angka dari unit "
    "sendiri adalah survei mandiri: perkiraan yang belum tentu sama dengan hasil TPN."
)
ABOUT_ROWS = (
    "Bila satu bagian punya beberapa baris, yang dipakai baris tahun yang dinilai atau baris tanpa "
    "tahun; nilai TPN didahulukan dari nilai unit sendiri, lalu baris yang terakhir."
)
EMPTY = (
    "Belum ada nilai Hasil. Isi tab Hasil: indeks IPAK dan IPKP dari 0 sampai 4, dan huruf A "
    "sampai E untuk capaian kinerja."
)
UNREADABLE = (
    "Tabel Hasil tidak dapat dibaca, sehingga nilainya tidak diketahui. "
    "Lihat keterangan masalahnya di atas."
)
OWN_SURVEY, OWN_ASSESSMENT = "survei mandiri", "penilaian mandiri"
COUNTS, COUNTS_NOT = "dipakai", "tidak dipakai"

PARTS = "Bagian Hasil dan nilai yang diperlukan"
PART_HEADERS = (
    "Bagian",
    "Nilai",
    "Poin",
    "Perlu untuk WBK",
    "Perlu untuk WBBM",
    "Asal",
    "Tahun",
    "Letak",
)
ROWS = "Semua baris tab Hasil"
ROW_HEADERS = ("Bagian", "Nilai", "Asal", "Tahun", "Pemakaian", "Letak")

USES: Mapping[str, str] = {
    "counts": COUNTS,
    "names no part of Hasil": f"{COUNTS_NOT}: bukan nama bagian Hasil",
    "has no value": f"{COUNTS_NOT}: nilainya kosong",
    "its value cannot be scored": f"{COUNTS_NOT}: nilainya tidak dapat dibaca",
    "is of another year": f"{COUNTS_NOT}: bukan tahun yang dinilai",
    "the national team's counts before it": f"{COUNTS_NOT}: ada nilai dari TPN",
    "a later row counts": f"{COUNTS_NOT}: ada baris sesudahnya",
}
"""Whether a row counts and why not, by the value of its use."""


FAULTS: Mapping[str, str] = {
    "no number": "Nilainya bukan angka, jadi tidak dinilai. Isi indeks 0 sampai 4, misalnya 3,60.",
    "an index outside its scale": (
        "Nilainya di luar skala 0 sampai 4, jadi tidak dinilai. Isi misalnya 3,60."
    ),
    "not an option": "Nilainya di luar pilihan, jadi tidak dinilai. Pilih A sampai E.",
}
"""What is wrong with a value, by the value of its fault, and what to do."""


def today(day: date, points: str, weight: str, filled: tuple[int, int]) -> str:
    """The opening sentence; filled: how many of how many parts."""
    return (
        f"Per {long_date(day)}, komponen Hasil bernilai {points} dari {weight} poin; "
        f"terisi {out_of(*filled)} bagian."
    )


def own_figures(count: int) -> str:
    """How many of the values are the unit's own."""
    return f"Sebanyak {count} nilai berasal dari unit sendiri." if count else ""


def of_scale(index: str, highest: str) -> str:
    return f"{index} dari {highest}"


def not_said(own: str) -> str:
    """Of a value without a word on who found it."""
    return f"tidak ditulis, dianggap {own}"


def needed_of_both(wbk: str, wbbm: str) -> str:
    return f"Perlu paling sedikit {wbk} untuk WBK dan {wbbm} untuk WBBM"
