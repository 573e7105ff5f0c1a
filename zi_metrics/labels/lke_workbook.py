"""Sentences about an existing worksheet: why a file is none, why a row is not read as it stands.

Clauses begin in lower case and follow the cell they are about.
"""

from __future__ import annotations

from zi_metrics.labels.messages import Message

LINK_ONLY = "Tautan data dukung"
"""Title of a document of which only the link is known."""

UNKNOWN_TEXT = "teksnya tidak ada di daftar pertanyaan resmi"
AMBIGUOUS_TEXT = "teksnya mirip dengan lebih dari satu pertanyaan resmi"
ANSWERED_HEADING = "baris ini judul, tetapi berisi jawaban"
INPUT_WITHOUT_QUESTION = "rincian jumlah tanpa pertanyaan persentase di atasnya"
INPUTS_UNCLEAR = "rincian jumlah di bawahnya tidak jelas mana pembilang dan mana penyebut"
INPUTS_INCOMPLETE = "rincian jumlah di bawahnya belum lengkap"
INPUTS_NO_NUMBERS = "rincian jumlah di bawahnya tidak berisi bilangan"
ANSWER_IS_DATE = (
    "jawabannya terbaca sebagai tanggal; Excel mungkin mengubah pecahan seperti 1/7 menjadi tanggal"
)
ANSWER_NOT_COMPUTED = "jawabannya rumus yang belum dihitung; buka dan simpan berkasnya di Excel"
EVIDENCE_NOT_COMPUTED = (
    "data dukung di sel ini rumus yang belum dihitung, jadi tidak diambil; buka dan simpan "
    "berkasnya di Excel"
)
DOCUMENTS_OF_HEADING = "data dukung di baris judul tidak diambil"

_WRONG_FILE = (
    "Pilih buku kerja LKE (Lampiran III PermenPAN-RB Nomor 90 Tahun 2021) yang sudah diisi unit."
)


def inputs_unused(why: str, *, has_ratio: bool) -> str:
    """why: what is wrong with the rows of sums; has_ratio: beside them a ratio was answered."""
    if has_ratio:
        return f"{why}; yang dipakai rasio di kolom jawaban"
    return f"{why}, dan di kolom jawaban tidak ada rasio"


def evidence_is_error(shown: str) -> str:
    return f"data dukung di sel ini galat rumus ({shown}), jadi tidak diambil"


def without_text(letter: str) -> str:
    return f"teks pertanyaan huruf {letter} kosong" if letter else "teks pertanyaannya kosong"


def text_of_another_place(code: str) -> str:
    return f"teksnya pertanyaan {code}, tetapi barisnya di sub-area lain"


def already_read(code: str, row: int) -> str:
    return f"pertanyaan {code} sudah dibaca dari baris {row}"


def result_already_read(row: int) -> str:
    return f"bagian Hasil ini sudah dibaca dari baris {row}"


def read_by_text(code: str, letter: str) -> str:
    return f"hurufnya {letter}, tetapi teksnya pertanyaan {code}; dibaca menurut teksnya"


def heading_lost(code: str, sub_area: str) -> str:
    return f"judul sub-area “{sub_area}” tidak ditemukan; dibaca sebagai {code} menurut teksnya"


def answer_is_error(shown: str) -> str:
    return f"jawabannya galat rumus ({shown})"


def answer_covered(cell: str) -> str:
    return f"jawabannya tertutup sel gabungan dari {cell}"


def too_many_rows(most: int) -> str:
    return f"baris ini dan semua di bawahnya tidak dibaca, karena isinya lebih dari {most} baris"


def no_header(name: str) -> Message:
    return Message(
        what=(
            "Berkas ini bukan LKE: tidak ada tab dengan judul kolom seperti "
            "Penilaian, Bobot, Pilihan Jawaban, Jawaban, dan Nilai."
        ),
        where=f"Berkas “{name}”",
        remedy=_WRONG_FILE,
    )


def no_question(name: str, tab: str) -> Message:
    return Message(
        what="Judul kolom tab ini seperti LKE, tetapi tidak satu pun pertanyaannya dikenali.",
        where=f"Berkas “{name}”, tab “{tab}”",
        remedy=_WRONG_FILE,
    )


def our_template(name: str) -> Message:
    return Message(
        what="Berkas ini sudah memakai templat dasbor, bukan LKE, jadi tidak perlu diimpor.",
        where=f"Berkas “{name}”",
        remedy="Pakai langsung sebagai sumber data dasbor, atau pilih berkas LKE aslinya.",
    )
