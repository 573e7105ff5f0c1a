"""Perubahan: what became different between two snapshots, on screen and in files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from zi_metrics.labels import figures as label
from zi_metrics.labels.numbers import clock, count, out_of
from zi_metrics.labels.sentences import listed

COMPARED_WITH = "Dibandingkan dengan"
ASPECT = "Aspek"
FILTER_CHANGE = "Perubahan"
FILTER_ITEM = "Butir"

MEASURES: Mapping[str, str] = {
    "kelengkapan_berbobot": label.WEIGHTED,
    "indikator_lengkap": label.INDICATORS_COMPLETE,
    "kelengkapan_data_dukung": label.EVIDENCE_COMPLETE,
    "verifikasi": label.VERIFICATION,
    "tindak_lanjut": label.FOLLOW_UP,
    "laporan_spip_masuk": label.SPIP_SUBMITTED,
    "laporan_spip_tepat_waktu": label.SPIP_ON_TIME,
}
"""Names of the percentages, as everywhere else."""
MEANINGS: Mapping[str, str] = {
    "baru lengkap": "Sekarang lengkap, sebelumnya belum.",
    "mundur": (
        "Kehilangan yang sudah dicapai: kelengkapan, verifikasi, penyelesaian, atau ketepatan "
        "waktu."
    ),
    "baru selesai": "Rekomendasi yang selesai dan laporan SPIP yang masuk sejak itu.",
    "baru terlambat": "Sekarang lewat tenggat, sebelumnya belum.",
    "ditambahkan": "Pada keadaan sebelumnya belum ada, atau belum berkode yang dikenali.",
    "dihapus": "Sekarang tidak ada lagi, atau kodenya tidak lagi dikenali.",
    "berpindah": "Butir yang sama, sekarang di area, indikator, atau periode lain.",
    "berubah bunyi": "Butir yang sama, judul atau bunyinya diubah.",
    "maju": "Terverifikasi, tepat waktu, atau bertambah dokumennya, tanpa menjadi baru lengkap.",
    "berubah status": (
        "Statusnya lain, tanpa menjadi lengkap atau mundur; termasuk yang keluar dari atau masuk "
        "ke pembagi."
    ),
}
"""What each kind of change means."""
WHAT_MOVED = "Yang menggerakkan kelengkapan berbobot"
TO_EXPLAIN = "Perlu dijelaskan"
NOTHING_TO_EXPLAIN = "Tidak ada yang mundur, dihapus, atau baru terlambat."
RECONCILED = "Dari persentase sebelumnya ke yang sekarang"
ITEMS = "Butir yang berubah"
AREA = "Area"
UNIT_ROW = "Seluruh unit"
MEASURE = "Angka"
BEFORE = "Sebelum"
AFTER = "Sesudah"
DIFFERENCE = "Selisih"
PART = "Pengaruh ke unit"
PART_UNIT = "poin persen"
ITEM_HEADERS = ("Butir", "Keadaan", "Pengaruh (poin persen)", "PIC", "Tenggat")
NOT_THERE = "tidak ada"
IN_POINTS = "Setiap bagian dalam poin persen."
HOW_PARTS = (
    "Pengaruh satu butir = (perubahan pembilangnya − persentase sebelumnya × perubahan "
    "pembaginya) ÷ pembagi sesudahnya. Karena itu, pengaruh semua butir berjumlah tepat selisihnya."
)
NOTHING_CHANGED_HERE = "Tidak ada butir yang berubah."
NO_EARLIER = (
    "Belum ada keadaan lain untuk dibandingkan. Simpan potret secara berkala, misalnya pada "
    "setiap hari rapat; sejak potret kedua, perubahannya tampil di sini."
)
NO_EARLIER_OF_DATE = (
    "Tidak ada potret sebelum tanggal ini. Pilih “Keadaan per” yang lebih baru agar ada "
    "yang dapat dibandingkan."
)


def read(read_at: datetime) -> str:
    """'Keadaan yang dibaca 20 Jan 2026 09.30 WIB', as the list and the address name it."""
    return f"Keadaan yang dibaca {clock(read_at)}"


def pinned(read_at: datetime) -> str:
    """The same for what was pinned: 'Keadaan terkunci, dibaca 20 Jan 2026 09.30 WIB'."""
    return f"Keadaan terkunci, dibaca {clock(read_at)}"


def pinned_apart(read_at: datetime, identifier: str) -> str:
    """The same for one of several that were read in that minute."""
    return f"{pinned(read_at)} · {identifier.rsplit('-', 1)[-1]}"


def headline(before: str, after: str) -> str:
    """'45 % → 57 %'; words that are the same on both sides once."""
    has_figure = "%" in before or "%" in after
    return f"{before} → {after}" if has_figure or before != after else after


def counted(before: label.RatioLike, after: label.RatioLike, *, in_points: bool) -> str:
    """'146 → 202 dari 297', or '18 dari 28 → 25 dari 41'."""
    then, now = (points_or_counts(each, in_points=in_points) for each in (before, after))
    if before.denominator == after.denominator:
        then = then.split(" dari ", maxsplit=1)[0]
    return f"{then} → {now}"


def points_or_counts(ratio: label.RatioLike, *, in_points: bool) -> str:
    """'13,49 dari 30,00' or '146 dari 297'."""
    if in_points:
        return label.points_of(ratio)
    return out_of(int(ratio.numerator), int(ratio.denominator))


def group_title(kind: str, number: int) -> str:
    """'Baru lengkap (61)'."""
    return f"{kind.capitalize()} ({count(number)})"


def shown_of(shown: int, every: int) -> str:
    if shown == every:
        return f"{count(every)} butir, dikelompokkan menurut perubahannya."
    return f"Saringan menampilkan {count(shown)} dari {count(every)} butir."


def not_drawn(number: int) -> str:
    return f"dan {count(number)} lainnya; semuanya ada di berkas CSV"


def others_below(number: int) -> str:
    return f"dan {count(number)} lainnya di daftar di bawah"


def was_titled(title: str) -> str:
    return f"semula: {title}"


def came_from(place: str) -> str:
    return f"semula di {place}"


def also(kinds: Sequence[str]) -> str:
    return f"juga {listed(kinds)}"


def left_denominator(is_required: bool) -> str:
    return "masuk pembagi" if is_required else "keluar dari pembagi"


def on(measure: str) -> str:
    """The percentage an effect is on, below the number."""
    return f"pada {measure[0].lower()}{measure[1:]}"
