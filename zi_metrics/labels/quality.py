"""Mutu Data, on screen and on the command line: how good the data is, and what to mend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from zi_metrics.labels.figures import NO_AREA, RatioLike
from zi_metrics.labels.numbers import count, long_date, percent, percentage_points

TABS_READ = "Yang dibaca dari setiap tab"
TAB_HEADERS = ("Tab", "Dibaca sebagai")
ROW_HEADERS = ("Baris", "Kosong, dilewati", "Tersembunyi, dihitung")
FINDING_HEADERS = ("Letak", "Yang terbaca", "Akibatnya", "Yang perlu dilakukan", "Pengaruhnya")
LISTING_HEADERS = (
    "Tingkat",
    "Tab",
    "Letak",
    "Yang terbaca",
    "Akibatnya",
    "Yang perlu dilakukan",
    "Pengaruhnya",
    "Tautan sel",
)
ABSENT = "tidak ada"
NOT_READ = "tidak dibaca"
NOT_READABLE = "tidak dapat dibaca"
NOTHING_LEFT = "tidak ada lagi yang dihitung"
SEE_ALL = "Lihat semua di Mutu Data"
NOTHING_FOUND = "Tidak ada galat, peringatan, maupun saran."
REST_IN_JSON = "Pakai --json untuk daftar lengkapnya."

MEANINGS: Mapping[str, str] = {
    "galat": "Ada yang tidak dihitung sampai ini diperbaiki.",
    "peringatan": "Tetap dihitung, tetapi meragukan.",
    "saran": "Kerapian saja; tidak mengubah angka.",
}
"""By severity."""
ADVICE_ON_FORM = "Susunan tab, baris, dan kolom"
ADVICE: Mapping[str, str] = {
    "nama serupa": "Nama dokumen yang serupa",
    "tautan berulang": "Satu tautan untuk beberapa dokumen",
    "nama terlalu umum": "Nama dokumen yang terlalu umum",
    "periode tahun lain": "Periode di luar tahun yang dinilai",
    "lengkap tanpa tautan": "Dokumen lengkap tanpa tautan",
}
"""By what a piece of advice is about."""

_MEASURES: Mapping[str, str] = {
    "kelengkapan_berbobot": "kelengkapan berbobot {area}",
    "kelengkapan_berbobot_reform": "kelengkapan berbobot {area} (Reform)",
    "tindak_lanjut": "tindak lanjut {area}",
}


def today(day: date, errors: int, warnings: int, *, has_rows: bool) -> str:
    """The opening sentence; has_rows: whether there was anything to check."""
    if not errors and not warnings and not has_rows:
        return f"Per {long_date(day)} belum ada satu baris pun, jadi belum ada yang diperiksa."
    if not errors and not warnings:
        return f"Per {long_date(day)} datanya bersih: tidak ada galat dan tidak ada peringatan."
    found = " dan ".join(
        f"{count(number)} {name}"
        for number, name in ((errors, "galat"), (warnings, "peringatan"))
        if number
    )
    consequence = (
        "Baris yang bergalat tidak dihitung sebagaimana mestinya sampai diperbaiki."
        if errors
        else "Semua baris dihitung, tetapi sebagian meragukan."
    )
    return f"Per {long_date(day)} ada {found}. {consequence}"


def and_advice(number: int) -> str:
    if not number:
        return ""
    return f"Ada {count(number)} saran kerapian yang tidak mengubah angka."


def counts(errors: int, warnings: int, advice: int) -> str:
    """The last line of a check."""
    return f"Jumlah: {count(errors)} galat, {count(warnings)} peringatan, {count(advice)} saran."


def unreadable(tabs: Sequence[str]) -> str:
    if not tabs:
        return ""
    *others, last = tabs
    listed = f"{', '.join(others)}, dan {last}" if len(tabs) > 2 else " dan ".join(tabs)
    return f"Tabel {listed} tidak dapat dibaca, jadi angkanya tidak ditampilkan."


def group_title(name: str, number: int) -> str:
    """'Galat (9)'."""
    return f"{name[0].upper()}{name[1:]} ({count(number)})"


def rows_read(rows: int, blank: int | None, hidden: int | None) -> str:
    """'312 baris dibaca, 2 baris kosong dilewati, 1 baris tersembunyi ikut dihitung'."""
    parts = [f"{count(rows)} baris dibaca"]
    if blank:
        parts.append(f"{count(blank)} baris kosong dilewati")
    if hidden:
        parts.append(f"{count(hidden)} baris tersembunyi ikut dihitung")
    return ", ".join(parts)


def not_drawn(number: int, drawn: int) -> str:
    """number: of all, of which some are drawn, or none."""
    left = f"Dan {count(number - drawn)} lainnya" if drawn else "Tidak ditampilkan di sini"
    return f"{left}; semuanya ada di berkas CSV di atas."


def not_printed(number: int) -> str:
    return f"dan {count(number)} saran serupa. {REST_IN_JSON}"


def mended(measure: str, how: str, area: str | None) -> str:
    """'Bila statusnya ternyata Tersedia: kelengkapan berbobot Tatalaksana'.

    measure and how: as `metrics.mending` names them; area: None for a row without one.
    """
    complete = "Selesai" if measure == "tindak_lanjut" else "Tersedia"
    is_reason = how == "reason"
    condition = "Bila alasannya ditulis" if is_reason else f"Bila statusnya ternyata {complete}"
    figure = _MEASURES[measure].format(area=f"kelompok {NO_AREA}" if area is None else area)
    return f"{condition}: {figure}"


def before_and_after(before: RatioLike, after: RatioLike) -> str:
    """'42 % → 44 %'."""
    now = NOTHING_LEFT if after.share is None else percent(after.share)
    return f"{percent(before.share)} → {now}"


def difference(before: RatioLike, after: RatioLike) -> str:
    """'(+1,9 poin persen)'; empty when nothing is left to count."""
    if after.share is None or before.share is None:
        return ""
    return f"({percentage_points(after.share - before.share)})"
