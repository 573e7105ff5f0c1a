"""Words of the deck on screen: its buttons, its footer, what a screen reader hears of it."""

from __future__ import annotations

from datetime import date

from zi_metrics.labels.numbers import count, long_date, percent

PREVIOUS = "Sebelumnya"
NEXT = "Berikutnya"
LEAVE = "Selesai"
PAUSE = "Jeda"
GO_ON = "Putar lagi"
SHOW_NAMES = "Tampilkan nama"
HIDE_NAMES = "Samarkan nama"
KEYS = {
    "awal": "Slide pertama",
    "akhir": "Slide terakhir",
    "halaman-naik": "Slide sebelumnya",
    "halaman-turun": "Slide berikutnya",
}
GO_TO = "Pergi ke slide"
SAMPLE = "Semua isi presentasi ini karangan, hanya untuk mencoba dasbor."
FROZEN = "Dikunci"
NO_ROW = "Belum ada isinya."


def region(number: int, total: int, title: str) -> str:
    return f"Slide {number} dari {total}: {title}"


def place(number: int, total: int) -> str:
    """'3 dari 14'."""
    return f"{number} dari {total}"


def entry(number: int, title: str) -> str:
    """A slide in the list of all."""
    return f"{number}. {title}"


def rotating(seconds: int) -> str:
    return f"berputar tiap {seconds} detik"


def paused() -> str:
    return "putaran dijeda"


def read(age: str) -> str:
    """age: 'baru saja', '12 menit lalu'."""
    return f"dibaca {age}"


def errors(number: int) -> str:
    return f"{count(number)} galat data"


def target(share: float) -> str:
    return f"target {percent(share)}"


def target_on(share: float, day: date | None) -> str:
    return target(share) if day is None else f"{target(share)} per {long_date(day)}"


def bar(name: str, states: list[tuple[str, int]], unit: str, summary: str) -> str:
    """A bar in words: what its picture shows."""
    told = ", ".join(f"{count(number)} {state}" for state, number in states)
    return f"{name}: {told or f'tanpa {unit}'} ({summary})"


def more_groups(number: int) -> str:
    return f"dan {count(number)} lainnya"
