"""Kesiapan: the shortest way to a predicate, as its list says it."""

from __future__ import annotations

from zi_metrics.labels.lke import at_least
from zi_metrics.labels.numbers import count

TARGET = "Sasaran"
NEEDS_ANSWERS = (
    "Jalan terpendek dihitung dari jawaban yang ada. Isi dulu jawaban pada tab Indikator."
)
ANSWERS_UNREADABLE = (
    "Tabel Indikator tidak dapat dibaca, jadi jalan terpendek tidak dapat dihitung."
)
RESULTS_UNREADABLE = "Tabel Hasil tidak dapat dibaca, jadi jalan terpendek tidak dapat dihitung."
NOT_PROVED = (
    "Belum terbukti sebagai yang terpendek: pencarian dihentikan sebelum selesai, mungkin ada "
    "jalan yang lebih pendek."
)
NO_ORDER = "Ubah jawaban hanya bila keadaannya memang sudah begitu dan ada buktinya."
EVERY_STEP = "Semua langkah"
NEEDED_FIRST = "Lebih dulu nilai Hasil, yang tidak dapat diganti indikator mana pun:"
OF_SCENARIO = "Dihitung dari skenario, bukan dari isi sheet bersama."
STEP_HEADERS = ("Indikator", "Area", "Jawaban", "Naik (poin)", "Data dukung", "PIC")


def title(predicate: str) -> str:
    return f"Jalan terpendek menuju {predicate}"


def all_met(predicate: str) -> str:
    return f"Semua syarat nilai {predicate} sudah dipenuhi; tidak ada yang harus dinaikkan."


def summary(steps: int, gain: str, total: str, predicate: str) -> str:
    """The steps suppose the needed values of Hasil, which are listed below it."""
    if not steps:
        return f"Dengan nilai Hasil di bawah, semua syarat nilai {predicate} dipenuhi."
    return (
        f"{count(steps)} indikator dinaikkan, +{gain} poin: nilai menjadi {total} dan semua syarat "
        f"nilai {predicate} dipenuhi."
    )


def needed(name: str, to: str) -> str:
    return f"{name}: {at_least(to)}"


def now(value: str) -> str:
    return f"kini {value}"


def more(rest: int) -> str:
    return f"dan {count(rest)} indikator lain, lihat {EVERY_STEP} di bawah"


def every_step(number: int, predicate: str) -> str:
    return f"{EVERY_STEP} menuju {predicate} ({count(number)})"
