"""Words of the page Reform."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from zi_metrics.labels.numbers import long_date, out_of
from zi_metrics.labels.problems import quote

TITLE = "Reform"
HEADING = "Reform"

RATIO_PARTS: Mapping[str, tuple[str, str]] = {
    "A.II.1.i.a": (
        "agen perubahan yang membuat perubahan konkret dalam setahun",
        "semua agen perubahan",
    ),
    "A.II.1.i.b": (
        "perubahan yang sudah menyatu dengan sistem manajemen",
        "semua perubahan yang dibuat agen perubahan",
    ),
    "A.II.3.iii.a": (
        "pelanggaran disiplin tahun lalu dikurangi tahun ini",
        "pelanggaran disiplin tahun lalu",
    ),
    "A.II.4.i": (
        "sasaran kinerja dengan capaian 100% atau lebih",
        "semua sasaran kinerja",
    ),
    "A.II.5.ii": (
        "pengaduan masyarakat yang sudah ditangani",
        "semua pengaduan masyarakat yang masuk",
    ),
    "A.II.5.iii.a": (
        "pejabat yang sudah menyampaikan LHKPN",
        "pejabat yang wajib menyampaikan LHKPN",
    ),
    "A.II.5.iii.b": (
        "pegawai yang sudah menyampaikan LHKASN",
        "pegawai yang wajib menyampaikan LHKASN",
    ),
    "A.II.6.i.b": (
        "perizinan atau pelayanan yang sudah dipermudah",
        "semua perizinan atau pelayanan",
    ),
}
"""What is counted above and below the line of a ratio, by code of the question."""

RATIOS = "Pertanyaan yang dijawab dengan rasio"
RATIOS_EXPLAINED = (
    "Nilainya pembilang dibagi penyebut, paling tinggi 1. Pembilang yang lebih besar daripada "
    "penyebut tidak dipangkas, tetapi dilaporkan sebagai masalah.",
    "LHKPN dan LHKASN dinilai sendiri-sendiri, masing-masing 1,00 poin dari sub-area 2,00 poin.",
    "Pelanggaran disiplin: bila tahun lalu dan tahun ini sama-sama tidak ada (0 dari 0), nilainya "
    "penuh; bila bertambah, nilainya 0. Pada pertanyaan lain 0 dari 0 tidak dapat dinilai.",
)
RATIO_HEADERS = ("Pertanyaan", "Pembilang", "Penyebut", "Jawaban", "Poin")

MOST_LOST = "Poin terbanyak yang belum diraih"
NOTHING_LOST = "Semua jawaban Reform sudah yang terbaik."
QUESTIONS = "Pertanyaan Reform per area"
HEADERS = ("Pertanyaan", "Jawaban", "Poin", "Data dukung", "PIC", "Catatan")
NO_EVIDENCE = "tidak dapat dibaca"
UNREADABLE = (
    "Tabel Indikator tidak dapat dibaca, sehingga jawaban Reform tidak diketahui. "
    "Lihat keterangan masalahnya di atas."
)
EMPTY = (
    "Belum ada jawaban Reform. Isi kolom Jawaban pada tab Indikator (untuk pertanyaan berjenis %, "
    "isi Pembilang dan Penyebut) agar nilainya terlihat di sini."
)
CHART = "Poin Reform per area"
AXIS = "Poin LKE"


def today(day: date, points: str, weight: str, answered: tuple[int, int]) -> str:
    """The opening sentence; answered: how many of how many."""
    return (
        f"Per {long_date(day)}, aspek Reform bernilai {points} dari {weight} poin; "
        f"terjawab {out_of(*answered)} pertanyaan."
    )


def answered_only(points: str) -> str:
    return f"Yang belum diisi bernilai 0; bila hanya yang terjawab dirata-rata, nilainya {points}."


def not_scored(count: int) -> str:
    return f"Sebanyak {count} jawaban tidak dapat dinilai." if count else ""


def bar_end(points: str, weight: str, answered: tuple[int, int]) -> str:
    return f"{points} dari {weight} · terjawab {out_of(*answered)}"


def area_title(name: str, points: str, weight: str, answered: tuple[int, int]) -> str:
    return f"{name} – {points} dari {weight} poin – terjawab {out_of(*answered)}"


def sub_area(number: str, name: str, weight: str) -> str:
    return f"{number}. {name} (bobot {weight} poin)"


def documents(complete: int, required: int) -> str:
    return f"{out_of(complete, required)} lengkap"


def ratio(above: str, below: str) -> str:
    """What is counted above and below its line."""
    return f"{above} / {below}"


def of_written(answer: str, fault: str) -> str:
    """What is wrong with an answer, after what was written."""
    return f"{quote(answer)}: {fault}"


def lost(points: str) -> str:
    return f"{points} poin"


def bars(best: tuple[str, str, str], worst: tuple[str, str, str]) -> str:
    """What the chart shows; of the best and the worst area name, points and weight."""
    (first, most, most_weight), (last, least, least_weight) = best, worst
    return (
        f"Bagian poin yang diraih terbesar di {first} ({most} dari {most_weight}), "
        f"terkecil di {last} ({least} dari {least_weight})."
    )


def equal_bars(points: str, weight: str) -> str:
    return f"Setiap area meraih bagian poin yang sama; seluruhnya {points} dari {weight}."
