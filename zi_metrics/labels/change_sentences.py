"""Perubahan: the sentences that say what became different, and what cannot be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from zi_metrics.labels.change_numbers import part
from zi_metrics.labels.numbers import NBSP, clock, count, long_date, percent, percentage_points
from zi_metrics.labels.sentences import listed

_NOUNS: Mapping[str, str] = {"data dukung": "dokumen", "tindak lanjut": "rekomendasi"}
_IN = {("laporan SPIP", "baru selesai"): "baru masuk"}
_TOLD_AT_ONCE = (
    "baru lengkap", "mundur", "baru selesai", "baru terlambat", "ditambahkan", "dihapus",
)  # fmt: skip


def since(day: date) -> str:
    """'Sejak 30 September 2025'."""
    return f"Sejak {long_date(day)}"


def since_read(read_at: datetime, *, is_pinned: bool) -> str:
    """The same of one snapshot: it is known by when it was read, and whether it was pinned."""
    what = "keadaan terkunci" if is_pinned else "keadaan"
    return f"Sejak {what} yang dibaca {clock(read_at)}"


def moved(share: float | None, before: float | None) -> str:
    """What became of weighted completeness, to follow 'Sejak ...'."""
    if share is None or before is None:
        return "perubahan kelengkapan berbobot tidak dapat dihitung"
    difference = share - before
    if difference == 0:
        return f"kelengkapan berbobot tetap {percent(share)}"
    way = "naik" if difference > 0 else "turun"
    if abs(difference) < 0.0005:
        way = f"{way} sedikit sekali"
    else:
        way = f"{way} {percentage_points(difference).lstrip('+−')}"
    then, now = percent(before), percent(share)
    return f"kelengkapan berbobot {way}, " + (
        f"tetap terbaca {now}" if then == now else f"dari {then} menjadi {now}"
    )


def lead(when: str, what: str, counts: Mapping[tuple[str, str], int]) -> str:
    """The opening sentences; counts: of items by kind and sort, indicators too."""
    items = {key: number for key, number in counts.items() if key[1] != "indikator" and number}
    if not counts:
        return f"{when} tidak ada satu butir pun yang berubah; {what}."
    named = [
        f"{count(number)} {_NOUNS.get(item, item)} {_IN.get((item, kind), kind)}"
        for (kind, item), number in items.items()
        if kind in _TOLD_AT_ONCE
    ]
    rest = sum(number for (kind, _), number in items.items() if kind not in _TOLD_AT_ONCE)
    if rest:
        named.append(f"{count(rest)} perubahan lain" if named else f"{count(rest)} perubahan")
    told = f" Yang berubah: {listed(named)}." if named else ""
    return f"{when}, {what}.{told}"


def rounding(measures: Sequence[str]) -> str:
    """Said where rounded parts do not add up to the rounded difference; measures: their names."""
    return (
        f"Angka dibulatkan ke 0,1. Karena pembulatan, jumlah yang tampak pada {listed(measures)} "
        "berbeda sedikit dari selisihnya; angka penuhnya berjumlah tepat."
    )


def adds_up(total: float) -> str:
    return f"Semua bagian berjumlah {part(total)}{NBSP}poin persen."


def by_area(parts: Sequence[tuple[str, float]], total: float | None) -> str:
    """The sentence of the chart; parts: area and what it accounts for."""
    if total is None:
        return "Perubahan kelengkapan berbobot tidak dapat dihitung."
    up = sorted(((share, name) for name, share in parts if share > 0), reverse=True)
    down = sorted((share, name) for name, share in parts if share < 0)
    if not up and not down:
        return "Kelengkapan berbobot tidak berubah di area mana pun."
    most = f"Paling menaikkan: {up[0][1]} ({part(up[0][0])})" if up else "Tidak ada yang naik"
    least = (
        f"paling menurunkan: {down[0][1]} ({part(down[0][0])})" if down else "tidak ada yang turun"
    )
    return f"{most}; {least}. {adds_up(total)}"


def of_other_date(asked: date, read: date) -> str:
    return (
        f"Potret {long_date(asked)} tidak dapat dibaca; yang dibandingkan potret {long_date(read)}."
    )


def nearest(reference: date, read: date) -> str:
    return (
        f"Tidak ada potret sampai {long_date(reference)}, tanggal pembanding yang biasa; yang "
        f"dibandingkan potret {long_date(read)}."
    )


def not_compared(tabs: Sequence[str]) -> str:
    return (
        f"Tabel {listed(tabs)} tidak dapat dibaca pada salah satu dari kedua keadaan, jadi "
        "butirnya tidak dibandingkan; itu tidak berarti butirnya dihapus."
    )


def other_year(before: int, after: int) -> str:
    return (
        f"Tahun penilaiannya berbeda ({before} dan {after}): laporan SPIP setiap tahun adalah "
        "laporan tersendiri, jadi yang lama tampil sebagai dihapus dan yang baru sebagai "
        "ditambahkan."
    )


def not_found(asked: str) -> str:
    return (
        f"Tidak ada keadaan “{asked}” sebelum yang ditampilkan; yang dibandingkan keadaan yang "
        "biasa."
    )
