"""Data pinned for a meeting: the banner, the button, and what is wrong with an address."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from zi_metrics.labels.messages import MOST_LISTED, Message, cut
from zi_metrics.labels.numbers import clock, long_date

LOCKED = "Dikunci"
FREEZE = "Kunci data untuk rapat"
FREEZE_HELP = "Semua halaman, unduhan, dan tautan tetap pada keadaan ini sampai kuncinya dilepas."
RELEASE = "Lepas kunci"
SHARE = "Tautan terkunci"
HOW_TO_SHARE = "Siapa pun yang membuka tautan ini melihat angka yang sama, juga sesudah rapat:"
TO_CURRENT = "Lihat data terkini"
ALREADY = "Data sudah dikunci untuk rapat; lepas kuncinya di bagian atas halaman."
WHY = (
    "Selama dikunci, angka di semua halaman, unduhan, dan tautan tidak berubah, sementara "
    "orang-orang tetap dapat mengisi sheet. Sesudah kunci dilepas, perubahannya didaftar."
)
_NOWHERE = "Tautan terkunci"


def banner(as_of: date, read_at: datetime, *, is_sheet: bool) -> str:
    """What is shown while the data is pinned, after the word *Dikunci*."""
    after = "Perubahan di sheet tidak tampil." if is_sheet else "Perubahan sesudahnya tidak tampil."
    return f"keadaan per {long_date(as_of)}, dibaca {clock(read_at)}. {after}"


def to_be_frozen(as_of: date, read_at: datetime, age: str) -> str:
    """What the button would pin. age: of the reading, as people say it."""
    return f"Yang dikunci: keadaan per {long_date(as_of)}, dibaca {clock(read_at)} ({age})."


def not_current() -> str:
    return "Ini bukan isi Google Sheet saat ini: yang dikunci adalah data terakhir yang baik."


def not_found(asked: str, known: Sequence[str]) -> Message:
    """known: identifiers of what is pinned, newest first."""
    listed = ", ".join(known[:MOST_LISTED])
    last = f"Yang terakhir dikunci: {listed}." if listed else "Belum ada data yang dikunci."
    return Message(
        what=f"Tidak ada potret “{cut(asked)}” dari sumber data ini.",
        where=_NOWHERE,
        remedy=f"Periksa apakah tautannya tersalin utuh. {last}",
    )


def not_as_pinned(identifier: str) -> Message:
    return Message(
        what="Isinya tidak lagi sama dengan sidik datanya, jadi tidak ditampilkan.",
        where=f"Potret {identifier}",
        remedy="Pulihkan folder potret ini dari cadangan, atau pakai potret lain.",
    )


def not_whole(as_of: date) -> Message:
    return Message(
        what=f"Data per {long_date(as_of)} hanya terbaca sebagian, jadi tidak dapat dikunci.",
        where="Kunci data",
        remedy="Pulihkan potretnya dari cadangan, atau kunci data tanggal lain.",
    )
