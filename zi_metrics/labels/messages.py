"""Sentences of faults that stop an answer: what is wrong, where, what to do.

Each function returns the keyword arguments of a `ReaderError`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypedDict

from zi_metrics.labels import disk
from zi_metrics.labels.numbers import count, long_date

FIRST_SNAPSHOT = "Simpan potret terlebih dahulu: python -m zi_metrics potret --sumber ..."
MOST_LISTED = 5
LONGEST_QUOTED = 40
LONGEST_PLACE = 300


class Message(TypedDict):
    """Keyword arguments of a `ReaderError`."""

    what: str
    where: str
    remedy: str


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "belum ada"


def newest_of(identifiers: Sequence[str]) -> str:
    """Some of many identifiers of snapshots, given oldest first, as a list in a sentence."""
    shown = _listed(reversed(identifiers[-MOST_LISTED:]))
    more = len(identifiers) - MOST_LISTED
    return f"{shown}, dan {count(more)} lagi" if more > 0 else shown


def cut(asked: str) -> str:
    """What somebody typed, short enough to be read in a sentence."""
    return asked if len(asked) <= LONGEST_QUOTED else f"{asked[:LONGEST_QUOTED]}…"


def file_damaged(folder: str, file_name: str) -> Message:
    return Message(
        what=f"Berkas “{file_name}” rusak, hilang, atau berubah sejak disimpan.",
        where=f"Potret {folder}",
        remedy="Pulihkan folder potret ini dari cadangan, atau pakai potret lain.",
    )


def schema_unknown(folder: str, version: object, known: int) -> Message:
    return Message(
        what=f"Versi susunan datanya {version}; program ini membaca versi {known}.",
        where=f"Potret {folder}",
        remedy="Pakai versi program yang sesuai, atau buat potret baru.",
    )


def regulation_unknown(folder: str, regulation: object, known: Iterable[str]) -> Message:
    return Message(
        what=f"Daftar indikator “{regulation}” tidak dikenal.",
        where=f"Potret {folder}",
        remedy=f"Peraturan yang tersedia: {_listed(known)}.",
    )


def not_stored(root: str, cause: OSError) -> Message:
    return Message(
        what=f"Potret tidak dapat disimpan ({disk.reason(cause)}).",
        where=f"Folder potret “{root}”",
        remedy="Periksa apakah folder itu ada, dapat ditulis, dan disknya tidak penuh.",
    )


def no_manifest(folder: str) -> Message:
    return Message(
        what="Folder ini bukan potret: manifest.json tidak ada.",
        where=folder,
        remedy="Periksa nama foldernya; sebuah potret berisi manifest.json dan berkas parquet.",
    )


def snapshot_not_found(identifier: str, known: Sequence[str]) -> Message:
    return Message(
        what=f"Potret “{cut(identifier)}” tidak ada.",
        where="Daftar potret",
        remedy=f"Potret yang tersedia: {newest_of(known)}.",
    )


def no_snapshot(root: str, not_after: date | None) -> Message:
    before = f" sampai {long_date(not_after)}" if not_after else ""
    return Message(
        what=f"Belum ada potret{before}.",
        where=f"Folder potret “{root}”",
        remedy="Pilih tanggal yang lebih baru." if not_after else FIRST_SNAPSHOT,
    )


def brief(place: str) -> str:
    """An address or a path, as far as anybody would read it."""
    return place if len(place) <= LONGEST_PLACE else f"{place[:LONGEST_PLACE]}…"


def source_unknown(name: str, known: Iterable[str]) -> Message:
    return Message(
        what=f"Sumber “{brief(name)}” tidak dikenal, dan bukan folder potret atau berkas .xlsx.",
        where="Sumber data",
        remedy=f"Pakai salah satu: {_listed(known)}, folder potret, atau berkas .xlsx.",
    )


def secrets_unreadable(path: str) -> Message:
    return Message(
        what="Berkas rahasia tidak dapat dibaca, atau bukan TOML yang benar.",
        where=path,
        remedy="Periksa izin berkas, tanda kutip, dan nama bagiannya.",
    )
