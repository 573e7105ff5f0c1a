"""The live sheet: its state, what it has lost, what to do."""

from __future__ import annotations

from datetime import timedelta

from zi_metrics.labels.numbers import count

RELOAD = "Muat ulang"
RELOAD_HELP = "Baca Google Sheet sekarang juga"
ACCEPT = "Terima perubahan ini"
HELD_BACK = (
    "Isi Google Sheet berkurang banyak, jadi perubahan terakhir belum dipakai. "
    "Angka di bawah ini masih dari pembacaan sebelumnya."
)
HOW_TO_ACCEPT = (
    "Bila ini tidak disengaja, pulihkan di Google Sheet (File > Histori versi). "
    "Bila memang begitu, terima perubahannya."
)


def tab_shrunk(tab: str, before: int, after: int) -> str:
    return f"Tab “{tab}”: {count(before)} baris menjadi {count(after)}."


def area_gone(area: str, tab: str, before: int) -> str:
    return f"Area {area}: {count(before)} baris {tab} menjadi tidak ada."


def last_good(moment: str) -> str:
    """moment: when it was read, as a clock shows it."""
    return f"Yang ditampilkan: data terakhir yang baik, dibaca {moment}."


def checked(age: str) -> str:
    return f"diperiksa {age}"


def ago(age: timedelta) -> str:
    """How long ago, in the largest fitting unit: 'baru saja', '40 detik lalu', '3 jam lalu'."""
    seconds = int(age.total_seconds())
    if seconds < 10:
        return "baru saja"
    if seconds < 60:
        return f"{seconds} detik lalu"
    minutes = seconds // 60
    if minutes < 60:
        return f"{minutes} menit lalu"
    if minutes < 60 * 24:
        return f"{minutes // 60} jam lalu"
    return f"{minutes // (60 * 24)} hari lalu"
