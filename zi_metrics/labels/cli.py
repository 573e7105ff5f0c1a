"""Help texts and remarks of the command line."""

from __future__ import annotations

import gettext
from collections.abc import Iterable, MutableMapping
from datetime import date
from pathlib import Path

from zi_metrics.labels.numbers import long_date

CLICK_WORDS = "zi"
"""The catalogue of click's own words, below LOCALE_DIR."""
LOCALE_DIR = Path(__file__).parent / "locale"

PROGRAM = "Angka-angka Zona Integritas satu unit kerja, dari baris perintah."
RINGKAS = "Cetak ringkasan: kelengkapan, tindak lanjut monev, dan laporan SPIP per area."
POTRET = (
    "Simpan potret sebuah sumber di folder potret; yang disimpan begini tidak dihapus otomatis."
)
PERIKSA = (
    "Periksa data sebuah sumber: masalah menurut tab dan tingkatnya. Status keluar 0 bila bersih "
    "(saran boleh ada), 1 bila ada galat atau peringatan, 2 bila sumbernya tidak terbaca."
)
LAPORAN = (
    "Tulis paket rapat ke sebuah folder: presentasi, bahan cetak, buku kerja, kerangka notulen, "
    "dan memo."
)
FOLDER_LAPORAN = "Folder tujuan; dibuat bila belum ada."
POTRET_TERKUNCI = "Pakai potret yang dikunci, bukan data terkini; tidak dapat bersama --per."
DENGAN_NAMA = "Tulis nama orang apa adanya; bawaannya inisial."
TIMPA_LAPORAN = (
    "Ganti berkas yang sudah ada; memo lama dari sumber dan tanggal yang sama yang bukan bagian "
    "dari paket ini dihapus."
)
IMPOR_LKE = (
    "Pindahkan jawaban LKE yang sudah terisi ke buku kerja templat, dan bandingkan nilainya. "
    "Status keluar 0 bila semuanya cocok, 1 bila ada yang tidak cocok atau jawaban yang perlu "
    "diperiksa, 2 bila LKE tidak terbaca atau hasilnya tidak dapat ditulis."
)
KELUAR_LKE = "Tulis buku kerja templat yang sudah terisi sebagai berkas .xlsx baru."
LKE_VALUE = "LKE.xlsx"
ONE_DAY = "Pilih --per atau --potret, tidak keduanya."
SUMBER = "contoh, situs, potret, sheet, berkas .xlsx, atau folder potret."
TEMPLAT = "Buat buku kerja templat yang diisi para koordinator."
KELUAR = "Tulis templat sebagai berkas .xlsx baru."
KE_SHEET = "Isi Google Sheet yang masih kosong; perlu --kredensial-tulis."
KREDENSIAL_TULIS = (
    "Kunci JSON akun layanan yang menjadi editor sheet itu; hanya dipakai untuk mengisi templat."
)
TAHUN = "Tahun yang dinilai; bawaannya tahun ini."
KOSONG = "Tanpa daftar data dukung bawaan, untuk unit lain."
TIMPA = "Ganti berkas yang sudah ada."
ONE_PLACE = "Pilih satu tujuan: --keluar BERKAS.xlsx, atau --ke-sheet ALAMAT."
KEY_MISSING = "--ke-sheet memerlukan --kredensial-tulis BERKAS.json."
PER = "Tanggal keadaan angka; bawaannya tanggal potret itu sendiri."
JSON = "Cetak sebagai JSON."
OPTIONS = "[PILIHAN]"
COMMANDS = "PERINTAH [PILIHAN]"
SOURCE_VALUE = "SUMBER"
DATE_VALUE = "TTTT-BB-HH"
YEAR_VALUE = "TTTT"
XLSX_VALUE = "BERKAS.xlsx"
KEY_VALUE = "BERKAS.json"
ADDRESS_VALUE = "ALAMAT"
FOLDER_VALUE = "FOLDER"
SNAPSHOT_VALUE = "ID"


def speak_indonesian(environment: MutableMapping[str, str]) -> None:
    """Have click use our catalogue in this process, whatever language the system speaks.

    environment: that of the process; gettext reads the language there and nowhere else.
    """
    environment["LANGUAGE"] = "id"
    gettext.bindtextdomain(CLICK_WORDS, LOCALE_DIR)
    gettext.textdomain(CLICK_WORDS)


FOLDER_BLANK = "Nama folder kosong. Tulis nama folder, atau titik (.) untuk folder ini."


def not_a_date(value: str) -> str:
    return f"“{value}” bukan tanggal. Tulis sebagai {DATE_VALUE}, misalnya 2025-12-31."


def not_a_year(value: str, first: int, last: int) -> str:
    return f"“{value}” bukan tahun dari {first} sampai {last}."


def template_written(place: str, rows: Iterable[tuple[str, int]]) -> str:
    counts = ", ".join(f"{tab} {count}" for tab, count in rows)
    return f"Templat ditulis ke {place}. Banyaknya baris terisi: {counts}."


def dated_otherwise(snapshot_on: date, asked: date) -> str:
    return (
        f"Catatan: status data dukung menurut potret {long_date(snapshot_on)}; "
        f"angka dihitung per {long_date(asked)}."
    )


def stored(identifier: str, root: str) -> str:
    return f"Potret {identifier} disimpan di {root}."
