"""Marks of the states: the same sign in tables, charts, slides and print; none is colour alone."""

from __future__ import annotations

from collections.abc import Mapping

MARKS: Mapping[str, str] = {
    "Terverifikasi": "■",
    "Tersedia": "●",
    "Perlu perbaikan": "▲",
    "Disusun": "◐",
    "Belum ada": "○",
    "Tidak relevan": "–",
    "Tidak dikenali": "?",
    "Selesai": "●",
    "Dalam proses": "◐",
    "Belum ditindaklanjuti": "○",
    "Tidak dapat ditindaklanjuti": "–",
    "lengkap": "●",
    "sebagian": "◐",
    "kosong": "○",
    "tanpa data dukung": "□",
    "tidak relevan": "–",
    "tepat waktu": "●",
    "masuk terlambat": "◆",
    "terlambat belum masuk": "▲",
    "belum jatuh tempo": "○",
    "tidak wajib": "–",
    "galat": "×",
    "peringatan": "!",
    "saran": "i",
    "memenuhi": "●",
    "belum memenuhi": "○",
    "belum diisi": "□",
    "tidak dapat dibaca": "?",
    "Pemenuhan": "P",
    "Reform": "R",
}

LINK_STATES: Mapping[str, str] = {
    "ada": "ada",
    "tanpa tautan": "tanpa tautan",
    "tidak terbaca": "tautan tidak terbaca",
    "ditolak": "tautan ditolak",
}
"""States of a link as a person reads them."""


def marked(state: str) -> str:
    """A state with its mark before it: '● Tersedia'."""
    return f"{MARKS[state]}\u00a0{state}"
