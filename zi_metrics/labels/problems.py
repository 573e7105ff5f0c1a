"""Sentences about what is wrong in a table: what was read, what it means, what to do.

Each function returns the parts (read, why, remedy) of a problem. Texts from cells are quoted and
shortened here, once, so that a very long cell cannot drown the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from zi_metrics.labels.numbers import long_date

LONGEST_QUOTE = 60

Parts = tuple[str, str, str]


def quote(text: object) -> str:
    """A cell's text in quotation marks, shortened; a ticked box as the sheet shows it."""
    if isinstance(text, bool):
        text = str(text).upper()
    if isinstance(text, float) and text.is_integer():
        text = int(text)
    shown = " ".join(str(text).split())
    return f"“{shown[:LONGEST_QUOTE]}…”" if len(shown) > LONGEST_QUOTE else f"“{shown}”"


def column_missing(header: str, name: str) -> Parts:
    return (
        f"Kolom wajib {quote(header)} ({name}) tidak ada.",
        "Tabel ini tidak dapat dipakai; angka yang bergantung padanya tidak ditampilkan.",
        f"Tambahkan kembali kolom {quote(header)}.",
    )


def indicators_lost(header: str, name: str) -> Parts:
    return (
        f"Kolom wajib {quote(header)} ({name}) tidak ada.",
        "Indikator tetap dihitung menurut daftar resmi, tanpa jawaban, PIC, dan catatan.",
        f"Tambahkan kembali kolom {quote(header)}.",
    )


def column_repeated(name: object) -> Parts:
    return (
        f"Kolom {quote(name)} muncul lebih dari sekali.",
        "Kolom pertama yang dibaca.",
        "Hapus kolom yang berlebih.",
    )


def later_than_as_of(header: str, day: date) -> Parts:
    return (
        f"Kolom {quote(header)} berisi {long_date(day)}, sesudah tanggal keadaan.",
        "Kejadian itu dianggap belum terjadi.",
        "Periksa tanggalnya.",
    )


def optional_column_missing(header: str) -> Parts:
    return (
        f"Kolom {quote(header)} tidak ada.",
        "Isinya dianggap kosong; angka lain tetap dihitung.",
        f"Tambahkan kolom {quote(header)} bila datanya dipakai.",
    )


def column_ignored(names: Iterable[str]) -> Parts:
    listed = ", ".join(quote(name) for name in names)
    return (f"Kolom tambahan: {listed}.", "Kolom ini tidak dibaca.", "Tidak perlu tindakan.")


def cell_unreadable(header: str, value: object, kind: str) -> Parts:
    return (
        f"Kolom {quote(header)} berisi {quote(value)}, bukan {kind}.",
        "Sel ini dibaca kosong.",
        "Isi dengan Ya atau Tidak." if kind == "Ya/Tidak" else f"Isi dengan {kind} yang benar.",
    )


def evidence_repeated(title: object) -> Parts:
    return (
        f"Data dukung {quote(title)} tercatat lebih dari sekali pada indikator dan periode ini.",
        "Setiap baris tetap dihitung.",
        "Hapus baris yang berlebih, atau beri ID sendiri untuk setiap baris.",
    )


def row_unplaceable(header: str, value: object, expected: str) -> Parts:
    return (
        f"Kolom {quote(header)} berisi {quote(value)}.",
        "Baris ini tidak dihitung.",
        f"Isi dengan {expected}.",
    )


def cell_empty(header: str, expected: str) -> Parts:
    return (
        f"Kolom {quote(header)} kosong atau tidak terbaca.",
        "Baris ini tidak dihitung.",
        f"Isi dengan {expected}.",
    )


def code_unknown(code: object) -> Parts:
    return (
        f"Kode indikator {quote(code)} tidak ada dalam daftar resmi.",
        "Baris ini tidak dihitung di area mana pun.",
        "Perbaiki kodenya menurut tab Indikator, misalnya A.I.1.i.a.",
    )


def code_missing() -> Parts:
    return (
        "Kode indikator kosong.",
        "Baris ini tidak dihitung di area mana pun.",
        "Isi kode indikator menurut tab Indikator, misalnya A.I.1.i.a.",
    )


def code_doubtful(code: object) -> Parts:
    return (
        f"Kode indikator {quote(code)} tidak ada dalam daftar resmi.",
        "Baris ini tetap dihitung menurut areanya.",
        "Perbaiki atau kosongkan kodenya.",
    )


def indicator_repeated(code: object) -> Parts:
    return (
        f"Kode indikator {quote(code)} muncul lebih dari sekali.",
        "Baris pertama yang dipakai.",
        "Hapus baris yang berlebih.",
    )


def indicators_unlisted(codes: list[str]) -> Parts:
    shown = ", ".join(codes[:3]) + (" …" if len(codes) > 3 else "")
    return (
        f"{len(codes)} indikator resmi tidak tercantum ({shown}).",
        "Indikator itu tetap dihitung menurut daftar resmi, tanpa jawaban dan PIC.",
        "Tambahkan barisnya bila jawaban atau PIC-nya akan diisi.",
    )


def title_missing() -> Parts:
    return (
        "Nama data dukung kosong.",
        "Baris ini tetap dihitung.",
        "Isi nama dokumen agar dapat dikenali.",
    )


def status_unrecognised(text: object, known: Iterable[str]) -> Parts:
    return (
        f"Status {quote(text)} tidak dikenali.",
        "Baris ini tidak dihitung selesai dan tetap menjadi pembagi.",
        f"Pilih salah satu: {', '.join(known)}.",
    )


def reason_missing(status: str) -> Parts:
    return (
        f"Status {quote(status)} tanpa alasan.",
        "Baris ini tetap menjadi pembagi, sebagai belum selesai.",
        "Tulis alasannya di kolom “Alasan”.",
    )


def identifier_repeated(identifier: object) -> Parts:
    return (
        f"ID {quote(identifier)} dipakai lebih dari sekali.",
        "Setiap baris tetap dihitung.",
        "Beri ID sendiri untuk setiap baris.",
    )


def spip_repeated(quarter: object, year: object) -> Parts:
    return (
        f"Laporan triwulan {quarter} {year} tercatat lebih dari sekali untuk area yang sama.",
        "Tanggal masuk yang paling awal yang dipakai.",
        "Sisakan satu baris untuk setiap area dan triwulan.",
    )


def rtp_exceeds_plan(done: object, planned: object) -> Parts:
    return (
        f"RTP selesai ({done}) lebih banyak daripada RTP direncanakan ({planned}).",
        "Angka ini dipakai apa adanya.",
        "Periksa kedua angkanya.",
    )
