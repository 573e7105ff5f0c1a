"""Words of the deck on screen: its buttons, its footer, what a screen reader hears of it."""

from __future__ import annotations

from zi_metrics.labels.numbers import count, percent

PREVIOUS = "Sebelumnya"
NEXT = "Berikutnya"
LEAVE = "Selesai"
PAUSE = "Jeda"
GO_ON = "Putar lagi"
SHOW_NAMES = "Tampilkan nama"
HIDE_NAMES = "Samarkan nama"
FIRST = "Slide pertama"
LAST = "Slide terakhir"
PAUSED = "putaran dijeda"
GO_TO = "Pergi ke slide"
SAMPLE = "Semua isi presentasi ini karangan, hanya untuk mencoba dasbor."
FROZEN = "Dikunci"


def region(number: int, total: int, title: str) -> str:
    return f"Slide {number} dari {total}: {title}"


def place(number: int, total: int) -> str:
    """'3 dari 14'."""
    return f"{number} dari {total}"


def entry(number: int, title: str) -> str:
    """A slide in the list of all."""
    return f"{number} · {title}"


def rotating(seconds: int) -> str:
    return f"berputar tiap {seconds} detik"


def read(age: str) -> str:
    """age: 'baru saja', '12 menit lalu'."""
    return f"dibaca {age}"


def errors(number: int) -> str:
    return f"{count(number)} galat data"


def target(share: float) -> str:
    return f"target {percent(share)}"


def parts(states: list[tuple[str, int]], unit: str) -> str:
    """A bar in words: '24 Terverifikasi, 1 Disusun'."""
    told = ", ".join(f"{count(number)} {state}" for state, number in states)
    return told or f"tanpa {unit}"
