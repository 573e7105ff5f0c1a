"""Words of the section *Bagaimana jika* and of the scenario it makes."""

from __future__ import annotations

from collections.abc import Sequence

from zi_metrics.labels.problems import quote
from zi_metrics.labels.sentences import listed

TITLE = "Bagaimana jika"
HOW = (
    "Ubah jawaban atau nilai Hasil di bawah ini; semua batas minimal dihitung ulang seketika. "
    "Tidak ada yang ditulis ke sheet: percobaan ini hanya ada di alamat halaman, jadi tautannya "
    "dapat dibagikan."
)
IS_SCENARIO = "Yang tampak adalah skenario, bukan isi sheet"
UNREADABLE = (
    "Tabel Indikator tidak dapat dibaca, sehingga tidak ada jawaban yang dapat dicoba. "
    "Lihat keterangan masalahnya di atas."
)
PLACE = "Bagian yang dicoba"
RESULTS = "Hasil"
CLEAR = "Kosongkan"
CLEAR_HELP = "Hapus semua perubahan; yang tampak kembali isi sheet."
REMOVE = "Hapus perubahan ini"
CHANGED = "Yang diubah"
NUMERATOR, DENOMINATOR, PERCENT = "pembilang", "penyebut", "persen"
OF = "dari"
IN_PERCENT = "%"
MOST_REFUSED = 3

OWN, TRIED, MINIMUM = "Isi sheet", "Skenario", "Minimal"


def changes(answers: int, results: int) -> str:
    """'3 perubahan (2 jawaban dan 1 nilai Hasil)'."""
    parts = [f"{answers} jawaban"] * bool(answers) + [f"{results} nilai Hasil"] * bool(results)
    return f"{answers + results} perubahan ({listed(parts)})"


def total(own: str, tried: str) -> str:
    return f"Nilai LKE menurut skenario {tried}; menurut isi sheet {own}."


def rule(target: str) -> str:
    """Head of the column of rules."""
    return f"Batas minimal {target}"


def met(target: str, own: int, tried: int, rules: int) -> str:
    """How many minima are met, by the scenario and by the sheet."""
    return f"{tried} dari {rules} batas minimal {target} terpenuhi (isi sheet: {own} dari {rules})."


def met_by_sheet(target: str, own: int, rules: int) -> str:
    return f"Menurut isi sheet, {own} dari {rules} batas minimal {target} terpenuhi."


def shortest(target: str) -> str:
    return f"Terapkan jalan terpendek ke {target}"


def shortest_help(target: str) -> str:
    return (
        f"Isikan jawaban dan nilai Hasil paling sedikit yang membuat semua batas minimal {target} "
        "terpenuhi. Yang sudah Anda coba tetap berlaku."
    )


def nothing_missing(target: str) -> str:
    return f"Semua batas minimal {target} sudah terpenuhi."


def was(own: str) -> str:
    return f"semula {own}"


def weight(code: str, points: str) -> str:
    """Below a question: its code and what the best answer is worth."""
    return f"{code} · paling tinggi {points} poin"


def sub_area(aspect: str, number: str, name: str) -> str:
    return f"{aspect} {number}. {name}"


def refused(entries: Sequence[str]) -> str:
    """What of an address is no answer or value; entries: as written there."""
    shown = ", ".join(map(quote, entries[:MOST_REFUSED]))
    rest = len(entries) - MOST_REFUSED
    more = f" dan {rest} lainnya" if rest > 0 else ""
    return (
        f"Bagian alamat ini tidak dapat dibaca sebagai skenario dan diabaikan: {shown}{more}. "
        "Yang lain tetap berlaku. Pilih jawabannya di bagian Bagaimana jika."
    )


def gain(points: str, *, is_less: bool) -> str:
    """What a change is worth; points: without a sign."""
    return f"{'−' if is_less else '+'}{points} poin"
