"""Words of the section *Bagaimana jika* and of the scenario it makes."""

from __future__ import annotations

from collections.abc import Sequence

from zi_metrics.labels.problems import quote
from zi_metrics.labels.sentences import listed

TITLE = "Bagaimana jika"
HOW = (
    "Ubah jawaban atau nilai Hasil di bawah ini; nilai pada semua syarat dihitung ulang seketika. "
    "Tidak ada yang ditulis ke sheet bersama: percobaan ini hanya ada di alamat halaman, jadi "
    "tautannya dapat dibagikan."
)
IS_SCENARIO = "Yang tampak adalah skenario, bukan isi sheet bersama"
UNREADABLE = (
    "Tabel Indikator tidak dapat dibaca, sehingga tidak ada jawaban yang dapat dicoba. "
    "Lihat keterangan masalahnya di atas."
)
PLACE = "Bagian yang dicoba"
RESULTS = "Hasil"
CLEAR = "Kosongkan"
CLEAR_HELP = "Hapus semua perubahan; yang tampak kembali isi sheet bersama."
REMOVE = "Hapus perubahan ini"
CHANGED = "Yang diubah"
RATIO_EXAMPLE = "misalnya 34/35 atau 97%"
NO_WAY = (
    "Jalan terpendek baru dapat dihitung sesudah ada jawaban, dan bila tabel Indikator dan Hasil "
    "dapat dibaca."
)
MOST_REFUSED = 3

OWN, TRIED, MINIMUM = "Sheet bersama", "Skenario", "Minimal"


def changes(answers: int, results: int) -> str:
    """'3 perubahan (2 jawaban dan 1 nilai Hasil)'."""
    parts = [f"{answers} jawaban"] * bool(answers) + [f"{results} nilai Hasil"] * bool(results)
    return f"{answers + results} perubahan ({listed(parts)})"


def total(own: str | None, tried: str) -> str:
    """own: None where the sheet is not filled in, so that it has no total."""
    beside = f"; menurut sheet bersama {own}" if own else ""
    return f"Nilai LKE menurut skenario {tried}{beside}."


def rule(target: str) -> str:
    """Head of the column of rules."""
    return f"Syarat nilai {target}"


def met(target: str, own: int, tried: int, rules: int) -> str:
    """How many minima are met, by the scenario and by the sheet."""
    return (
        f"{tried} dari {rules} syarat nilai {target} dipenuhi (sheet bersama: {own} dari {rules})."
    )


def met_by_sheet(target: str, own: int, rules: int) -> str:
    return f"Menurut sheet bersama, {own} dari {rules} syarat nilai {target} dipenuhi."


def shortest(target: str) -> str:
    return f"Terapkan jalan terpendek ke {target}"


def shortest_help(target: str) -> str:
    return (
        f"Isikan sesedikit mungkin jawaban dan nilai Hasil hingga semua syarat nilai {target} "
        "dipenuhi. Yang sudah Anda coba tetap berlaku."
    )


def nothing_missing(target: str) -> str:
    return f"Semua syarat nilai {target} sudah dipenuhi."


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


def not_taken(typed: str, why: str) -> str:
    """Below an input; why: a sentence on what was typed."""
    return f"{quote(typed)} tidak dicoba. {why}"


def gain(points: str, *, is_less: bool) -> str:
    """What a change is worth; points: without a sign."""
    return f"{'−' if is_less else '+'}{points} poin"
