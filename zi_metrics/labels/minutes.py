"""Words of the minutes that are written after the meeting from a skeleton."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date

from zi_metrics.labels.numbers import LOCALE, count
from zi_metrics.labels.sentences import listed

TITLE = "NOTULEN RAPAT MONEV ZONA INTEGRITAS"
ATTENDANCE = "HADIR"
WHOLE = "KESELURUHAN UNIT"
MONEV = "MONEV DAN TINDAK LANJUT"
SPIP = "LAPORAN TRIWULANAN SPIP"
AGENDA = "KEPUTUSAN YANG DIUSULKAN DARI DATA"
CLOSING = "PENUTUP"

POSITION = "Posisi"
LATE = "Lewat tenggat"
LATE_WITHOUT_AREA = "Lewat tenggat, tanpa area"
WORSE = "Perlu dijelaskan"
DECISIONS = "Keputusan"

NO_EARLIER = "Belum ada potret sebelum rapat ini, jadi belum ada pembanding."
NOTHING_CHANGED = "Tidak ada butir yang berubah."
NO_AGENDA = "Data tidak menunjukkan hal yang perlu diputuskan."
HEAD, SECRETARY = "Kepala unit", "Sekretaris"
BLANK = "." * 40
SHORT_BLANK = "." * 20
DISCUSSED = f"Pembahasan: {BLANK}"


def place_and_time(day: date | None) -> list[str]:
    on = SHORT_BLANK if day is None else format_date(day, "EEEE, d MMMM y", locale=LOCALE)
    return [
        f"Hari, tanggal: {on}",
        f"Pukul: {SHORT_BLANK} sampai {SHORT_BLANK}",
        f"Tempat: {BLANK}",
        f"Pemimpin rapat: {BLANK}",
        f"Notulis: {BLANK}",
    ]


def attendance(areas: Sequence[str]) -> list[str]:
    offices = [HEAD, *(f"Koordinator {area}" for area in areas), SECRETARY]
    known = [f"{number}. {office}: {BLANK}" for number, office in enumerate(offices, 1)]
    return [*known, f"{len(known) + 1}. {BLANK}", f"{len(known) + 2}. {BLANK}"]


def compared_with(since: str) -> str:
    """since: 'potret 30 September 2025'."""
    return f"Dibandingkan dengan: {since}"


def of_area(number: int, name: str) -> str:
    return f"AREA {number}. {name.upper()}"


def figure(name: str, words: str, change: str) -> str:
    """change: '+4,2 poin persen', or '' when not known."""
    return f"- {name}: {words}{f' ({change})' if change else ''}"


def counted(kind: str, counts: Sequence[tuple[str, int]]) -> str:
    """'Baru lengkap: 3 data dukung dan 1 indikator'; counts: sort of item and number."""
    told = listed([f"{count(number)} {sort}" for sort, number in counts])
    return f"- {kind.capitalize()}: {told}"


def heading(title: str, number: int) -> str:
    return f"{title} ({count(number)}):"


def subject(title: str) -> str:
    return f"{title}:"


def decision(number: int) -> list[str]:
    """A decision to fill in, with who and until when."""
    return [f"{number}. {BLANK}", f"   PIC: {SHORT_BLANK}  Tenggat: {SHORT_BLANK}"]


def proposed(number: int, sentence: str) -> list[str]:
    """A decision the data asks for, and what became of it."""
    return [
        f"{number}. {sentence}",
        f"   Diputuskan: {BLANK}",
        f"   PIC: {SHORT_BLANK}  Tenggat: {SHORT_BLANK}",
    ]


CLOSING_LINES = (
    f"Hal lain: {BLANK}",
    f"Rapat berikutnya: {SHORT_BLANK}",
    f"Rapat ditutup pukul: {SHORT_BLANK}",
    "",
    f"Pemimpin rapat: {BLANK}",
    f"Notulis: {BLANK}",
)
