"""Sentences about what people's sheets hold in odd places: tabs, headers, cells, links.

Each function returns the parts (read, why, remedy) of a problem.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from zi_metrics.labels.numbers import count, long_date
from zi_metrics.labels.problems import Parts, quote

READ_AS_MISSING = "Sel ini dibaca kosong."
READ_AS_UNRECOGNISED = "Baris ini tidak dihitung selesai dan tetap menjadi pembagi."


def header_not_found(tab: str, wanted: Iterable[str], rows: int) -> Parts:
    return (
        f"Baris judul kolom tidak ditemukan di {rows} baris pertama tab {quote(tab)}.",
        "Tab ini tidak dapat dibaca; angka yang bergantung padanya tidak ditampilkan.",
        f"Kembalikan baris judul yang memuat: {', '.join(wanted)}.",
    )


def required_column_missing(header: str) -> Parts:
    return (
        f"Kolom wajib {quote(header)} tidak ada di baris judul.",
        "Tab ini tidak dapat dibaca; angka yang bergantung padanya tidak ditampilkan.",
        f"Tambahkan kembali kolom {quote(header)}.",
    )


def required_tab_missing(tab: str, known: Iterable[str]) -> Parts:
    return (
        f"Tab {quote(tab)} tidak ada.",
        "Angka yang bergantung padanya tidak ditampilkan.",
        f"Kembalikan tab itu atau namanya. Tab yang ada: {', '.join(quote(k) for k in known)}.",
    )


def tab_missing(tab: str) -> Parts:
    return (
        f"Tab {quote(tab)} tidak ada.",
        "Isinya dianggap kosong; angka lain tetap dihitung.",
        f"Tambahkan tab {quote(tab)} bila datanya dipakai.",
    )


def tab_known_by_header(tab: str, read_as: str) -> Parts:
    return (
        f"Tab {quote(tab)} dikenali dari judul kolomnya.",
        f"Dibaca sebagai tab {quote(read_as)}.",
        f"Ganti nama tab ini menjadi {quote(read_as)}.",
    )


def tab_doubled(tab: str, used: str) -> Parts:
    return (
        f"Tab {quote(tab)} serupa dengan tab {quote(used)}.",
        f"Yang dibaca hanya tab {quote(used)}; baris di tab ini tidak dihitung.",
        "Gabungkan isinya, atau ganti nama tab yang tidak dipakai.",
    )


def tab_unfit(tab: str, wanted: Iterable[str]) -> Parts:
    return (
        f"Tab {quote(tab)} tidak memuat semua kolom wajib: {', '.join(wanted)}.",
        "Tab ini tidak dibaca; barisnya tidak dihitung.",
        "Lengkapi judul kolomnya, atau ganti nama tab ini bila bukan daftar.",
    )


def tab_hidden(tab: str) -> Parts:
    return (
        f"Tab {quote(tab)} disembunyikan.",
        "Isinya ikut dihitung.",
        "Hapus tab ini bila tidak dipakai lagi.",
    )


def rows_hidden(number: int) -> Parts:
    return (
        f"{count(number)} baris tersembunyi ikut dihitung.",
        "Baris yang disembunyikan atau tersaring tetap bagian dari datanya.",
        "Hapus barisnya bila memang tidak dipakai lagi.",
    )


def columns_ignored(headers: Iterable[str]) -> Parts:
    listed = ", ".join(quote(header) for header in headers)
    return (f"Kolom tambahan: {listed}.", "Kolom ini tidak dibaca.", "Tidak perlu tindakan.")


def column_doubled(header: str, first: str) -> Parts:
    return (
        f"Kolom {quote(header)} muncul lebih dari sekali; yang pertama di {first}.",
        f"Yang dibaca kolom di {first}; kolom di sel ini tidak dibaca.",
        "Hapus kolom yang berlebih, atau ganti judulnya.",
    )


def heading_row(written: object) -> Parts:
    return (
        f"Baris ini hanya berisi judul bagian {quote(written)}.",
        "Baris ini dilewati.",
        "Tidak perlu tindakan.",
    )


def header_again() -> Parts:
    return (
        "Baris ini mengulang judul kolom.",
        "Baris ini dilewati.",
        "Hapus barisnya agar daftar dapat diurutkan.",
    )


def only_unread_cells(written: object) -> Parts:
    return (
        f"Baris ini hanya berisi {quote(written)} di kolom yang tidak dibaca.",
        "Baris ini tidak dihitung.",
        "Pindahkan catatannya ke kolom Catatan suatu baris, atau biarkan.",
    )


def setting_unusable(key: str, shown: str) -> Parts:
    return (
        f"Pengaturan {quote(key)} berisi {quote(shown)}, bukan nilai.",
        "Yang dipakai nilai terakhir yang terbaca, atau nilai bawaan bila belum pernah.",
        "Perbaiki rumusnya, atau tulis nilainya.",
    )


def setting_repeated(key: object) -> Parts:
    return (
        f"Kunci pengaturan {quote(key)} muncul lebih dari sekali.",
        "Baris pertama yang dipakai.",
        "Hapus baris yang berlebih.",
    )


def number_ambiguous(header: str, value: object) -> Parts:
    return (
        f"Kolom {quote(header)} berisi {quote(value)}: ribuan atau pecahan tidak dapat dipastikan.",
        "Sel ini dibaca kosong.",
        "Tulis sebagai angka, misalnya 1250 atau 1,25.",
    )


def date_implausible(header: str, value: object) -> Parts:
    return (
        f"Kolom {quote(header)} berisi {quote(_day(value))}, jauh dari tahun penilaian.",
        "Sel ini dibaca kosong.",
        "Periksa tahunnya.",
    )


def date_month_only(header: str, value: object) -> Parts:
    return (
        f"Kolom {quote(header)} berisi {quote(value)}, tanpa hari.",
        "Dibaca sebagai hari terakhir bulan itu.",
        "Isi tanggal lengkap, misalnya 31/12/2025.",
    )


def _day(value: object) -> object:
    return long_date(value) if isinstance(value, date) else "kosong" if value is None else value


def cell_covered(header: str, _shown: str, lost: str) -> Parts:
    return (
        f"Kolom {quote(header)}: sel ini tertutup sel gabungan.",
        lost,
        "Pisahkan sel gabungan itu, lalu isi setiap baris.",
    )


def cell_not_computed(header: str, shown: str, lost: str) -> Parts:
    return (
        f"Kolom {quote(header)} berisi rumus yang belum ada hasilnya ({quote(shown)}).",
        lost,
        "Tunggu sampai hasilnya muncul, atau tulis nilainya.",
    )


def cell_error(header: str, shown: str, lost: str) -> Parts:
    return (
        f"Kolom {quote(header)} berisi galat rumus {quote(shown)}.",
        lost,
        "Perbaiki rumusnya, atau tulis nilainya.",
    )


def cell_carried(header: str, shown: str, kept: object) -> Parts:
    return (
        f"Kolom {quote(header)} berisi {quote(shown)}.",
        f"Sementara dipakai nilai terakhir yang terbaca, {quote(_day(kept))}.",
        "Perbaiki rumusnya, atau tulis nilainya.",
    )


def link_refused(written: object) -> Parts:
    return (
        f"Tautan {quote(written)} bukan alamat web.",
        "Tautan ini tidak dapat dibuka orang lain; angkanya tidak berubah.",
        "Unggah dokumennya dan salin alamat https://-nya.",
    )


def link_unreadable(written: object) -> Parts:
    return (
        f"Tautan berisi {quote(written)}, tanpa alamat di baliknya.",
        "Dokumennya tidak dapat dibuka dari dasbor; angkanya tidak berubah.",
        "Tempel alamat lengkapnya, diawali https://.",
    )
