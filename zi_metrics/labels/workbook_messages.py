"""Sentences about an .xlsx file that cannot be read: what is wrong, where, what to do.

Each function returns the keyword arguments of a `WorkbookUnreadable`. name: of the file, without
its folder.
"""

from __future__ import annotations

from zi_metrics.labels.messages import Message

OLD_EXCEL = "buku kerja Excel lama (.xls)"
BINARY_EXCEL = "buku kerja Excel biner (.xlsb)"
OPEN_DOCUMENT = "dokumen OpenDocument (.ods)"
CSV = "berkas teks seperti CSV"
WEB_PAGE = "halaman web, mungkin halaman masuk Google"
OTHER_OFFICE = "dokumen Office lain (Word atau PowerPoint)"
OTHER = "berkas jenis lain"

_SAVE_AGAIN = "Buka dan simpan ulang di Excel atau LibreOffice, atau unduh lagi berkasnya."
_DO_NOT_USE = "Jangan pakai berkas ini; minta berkas asli kepada pembuatnya."


def _where(name: str, tab: str | None = None) -> str:
    return f"Berkas “{name}”, tab “{tab}”" if tab is not None else f"Berkas “{name}”"


def absent(name: str) -> Message:
    return Message(
        what="Berkas ini tidak ada, atau bukan berkas.",
        where=_where(name),
        remedy="Periksa nama berkas dan foldernya.",
    )


def not_opened(name: str, reason: str) -> Message:
    return Message(
        what=f"Berkas ini tidak dapat dibuka ({reason}).",
        where=_where(name),
        remedy="Tutup berkas di program lain, dan periksa izin membacanya.",
    )


def empty(name: str) -> Message:
    return Message(
        what="Berkas ini kosong (0 byte).",
        where=_where(name),
        remedy="Unduh atau salin lagi berkasnya.",
    )


def too_large(name: str, megabytes: int, most: int) -> Message:
    return Message(
        what=f"Berkas ini berukuran {megabytes} MB; batasnya {most} MB.",
        where=_where(name),
        remedy="Hapus gambar dan tab yang tidak diperlukan, lalu simpan ulang.",
    )


def encrypted(name: str) -> Message:
    return Message(
        what="Berkas ini dilindungi kata sandi.",
        where=_where(name),
        remedy="Simpan salinannya tanpa kata sandi, lalu pakai salinan itu.",
    )


def has_macros(name: str) -> Message:
    return Message(
        what="Berkas ini memuat makro.",
        where=_where(name),
        remedy="Simpan sebagai Excel Workbook (.xlsx), tanpa makro.",
    )


def other_format(name: str, kind: str) -> Message:
    return Message(
        what=f"Berkas ini {kind}, bukan buku kerja Excel (.xlsx).",
        where=_where(name),
        remedy="Simpan sebagai Excel Workbook (.xlsx), atau unduh lagi sebagai Microsoft Excel.",
    )


def swollen(name: str) -> Message:
    return Message(
        what="Isi berkas ini mengembang jauh melebihi ukuran yang wajar.",
        where=_where(name),
        remedy=_DO_NOT_USE,
    )


def has_doctype(name: str) -> Message:
    return Message(
        what="Berkas ini memuat deklarasi XML (DOCTYPE) yang tidak pernah ditulis Excel.",
        where=_where(name),
        remedy=_DO_NOT_USE,
    )


def damaged(name: str) -> Message:
    return Message(
        what="Berkas ini rusak atau tidak lengkap.",
        where=_where(name),
        remedy=_SAVE_AGAIN,
    )


def without_tabs(name: str) -> Message:
    return Message(
        what="Berkas ini tidak berisi satu tab pun.",
        where=_where(name),
        remedy=_SAVE_AGAIN,
    )


def too_many_cells(name: str, tab: str) -> Message:
    return Message(
        what="Tab ini memuat terlalu banyak sel.",
        where=_where(name, tab),
        remedy="Hapus isi yang jauh di luar tabel (Ctrl+End menunjukkannya), lalu simpan ulang.",
    )
