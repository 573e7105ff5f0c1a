"""Sentences of advice about documents that are read fine, but could be kept more tidily.

Each function returns the parts (read, why, remedy) of a problem.
"""

from __future__ import annotations

from collections.abc import Sequence

from zi_metrics.labels.problems import Parts, quote
from zi_metrics.matching import folded

MOST_PLACES = 5


def link_repeated(address: str, places: Sequence[str]) -> Parts:
    """places: cells of the other documents."""
    listed = ", ".join(places[:MOST_PLACES])
    more = len(places) - MOST_PLACES
    rest = f", dan {more} lainnya" if more > 0 else ""
    return (
        f"Tautan {quote(address)} dipakai {len(places) + 1} dokumen: sel ini, {listed}{rest}.",
        "Angkanya tidak berubah, tetapi dokumennya sulit dibedakan saat diperiksa.",
        "Beri setiap dokumen tautannya sendiri, bukan tautan foldernya.",
    )


def title_vague(title: str) -> Parts:
    return (
        f"Nama dokumen {quote(title)} terlalu umum.",
        "Baris ini tetap dihitung, tetapi isinya tidak dapat diketahui dari namanya.",
        "Tulis nama yang khas, misalnya SK Tim ZI 2025.",
    )


def title_similar(title: str, other: str, place: str) -> Parts:
    """other: the title of an earlier document; place: its cell."""
    how = "sama" if folded(title) == folded(other) else "hampir sama"
    return (
        f"Nama dokumen {quote(title)} {how} dengan {quote(other)} ({place}).",
        "Kedua baris dihitung, walaupun mungkin dokumennya sama.",
        "Hapus salah satunya bila sama; bila berbeda, bedakan nama atau periodenya.",
    )


def period_of_other_year(year: int, period: str) -> Parts:
    return (
        f"Periode {quote(period)} bukan tahun yang dinilai, {year}.",
        "Baris ini tetap dihitung.",
        "Pastikan dokumennya masih berlaku untuk tahun yang dinilai, atau perbaiki periodenya.",
    )


def link_absent(title: object, status: str) -> Parts:
    """title: None for a document without a name."""
    named = "Dokumen tanpa nama" if title is None else f"Dokumen {quote(title)}"
    return (
        f"{named} berstatus {status}, tetapi tanpa tautan.",
        "Baris ini tetap dihitung, tetapi dokumennya tidak dapat dibuka dari dasbor.",
        "Isi tautan dokumennya.",
    )
