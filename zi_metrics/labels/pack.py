"""Words of the meeting pack: what each file is, what the command and the page say of it."""

from __future__ import annotations

from collections.abc import Iterable

from zi_metrics.labels.messages import Message
from zi_metrics.labels.numbers import count

TITLE = "Paket rapat monev Zona Integritas"
READ_FIRST = "BACA-DAHULU.txt"
MEMO_FOLDER = "memo"
SLIDES = "Presentasi: urutan dan angkanya sama dengan halaman Rapat; grafiknya dapat diubah."
PRINT = "Bahan cetak A4, terbaca juga tanpa warna, dengan daftar semua butirnya."
WORKBOOK = "Buku kerja: semua butir, dan angka dengan rumus yang dapat dihitung ulang."
MINUTES = "Kerangka notulen untuk diisi selama rapat."
MEMOS = "Pesan untuk WhatsApp atau memo: satu untuk unit, satu per area, dan satu per PIC."
SAME = (
    "Semua berkas dibuat dari keadaan yang sama; sumber, tanggal, dan sidik datanya tertulis di "
    "setiap berkas."
)
NAMES_HIDDEN = "Nama orang ditulis sebagai inisial."
NO_FOLDER = "itu bukan nama folder"
NAMES_SHOWN = "Paket ini memuat nama orang. Bagikan hanya kepada yang memerlukannya."


def heading(unit: str) -> str:
    return f"{TITLE} – {unit}"


def file_line(name: str, about: str) -> str:
    return f"- {name}: {about}"


def memos(number: int) -> str:
    return f"{MEMO_FOLDER}/ ({count(number)} berkas)"


def written(folder: str, names: Iterable[str], removed: int = 0) -> str:
    """removed: number of memos of an earlier pack that were taken away."""
    listed = [f"  {name}" for name in names]
    told = [f"Paket rapat ditulis ke {folder}: {count(len(listed))} berkas.", *listed]
    if removed:
        told.append(f"Dihapus: {count(removed)} memo lama yang bukan bagian dari paket ini.")
    return "\n".join(told)


def files_exist(folder: str, names: list[str]) -> Message:
    others = f" dan {count(len(names) - 1)} berkas lain" if len(names) > 1 else ""
    return Message(
        what=f"Sudah ada {names[0]}{others}.",
        where=folder,
        remedy="Pilih folder lain, atau tambahkan --timpa untuk menggantinya.",
    )


def not_written(folder: str, reason: str) -> Message:
    return Message(
        what=f"Paket rapat tidak dapat ditulis ({reason}).",
        where=folder,
        remedy="Pilih folder yang dapat ditulis, lalu jalankan lagi perintahnya.",
    )
