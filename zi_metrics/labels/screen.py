"""Words of the screens that are no figure and no fault: titles, filters, buttons, empty states."""

from __future__ import annotations

APP = "Zona Integritas"
TO_CONTENT = "Langsung ke isi"

RINGKASAN = "Ringkasan"
MONEV = "Monev"
SPIP = "SPIP"
DATA_DUKUNG = "Data Dukung"
TENTANG = "Tentang"
MUTU_DATA = "Mutu Data"
KESIAPAN = "Kesiapan"
PERUBAHAN = "Perubahan"
RAPAT = "Rapat"
PERSIAPAN_RAPAT = "Persiapan rapat"
GROUP_MONITORING = "Pemantauan"
GROUP_READINESS = "Kesiapan"
GROUP_MEETING = "Rapat"

FILTER_SOURCE = "Sumber"
FILTER_DATE = "Keadaan per"
TODAY = "Hari ini"
FILTER_AREA = "Area"
FILTER_STATUS = "Status"
FILTER_PIC = "PIC"
FILTER_PERIOD = "Periode"
FILTER_YEAR = "Tahun"
FILTER_TAB = "Tab"
FILTER_SEVERITY = "Tingkat"
FILTER_SEARCH = "Cari"
FILTER_LATE = "Hanya yang lewat tenggat"
SEARCH_PLACEHOLDER = "Judul, indikator, kode, atau catatan"
ALL = "Semua"
WITHOUT_PIC = "Tanpa PIC"

TAB_FIGURES = "Arti angka"
TAB_BACKGROUND = "Zona Integritas"
TAB_STATUSES = "Status dan tanda"
TAB_GLOSSARY = "Glosarium"
TAB_ABOUT = "Dasbor ini"
FIGURE_HEADERS = ("Angka", "Artinya", "Cara menghitung", "Contoh")
STATUS_HEADERS = ("Status", "Artinya", "Kata lain yang dibaca sama")
TERM_HEADERS = ("Istilah", "Artinya", "Dalam bahasa Inggris")

SHOW_TABLE = "Tabel"
DOWNLOAD = "Unduh CSV"
OPEN_LINK = "Buka"
REPEATED = "berulang"
NO_LINK = "tanpa tautan"
NO_TITLE = "(tanpa judul)"

TO_ACT_ON = "Lewat tenggat"
NOTHING_OVERDUE = "Tidak ada yang lewat tenggat."
NO_DUE_DATES = "Belum ada tenggat yang diisi, jadi keterlambatan tidak dapat diketahui."
HEAVIEST_GAPS = "Celah terberat menurut poin LKE"
NO_GAPS = "Semua indikator lengkap: tidak ada celah."
SPIP_MATRIX = "Laporan SPIP per area dan triwulan"
INDICATORS = "Indikator dan data dukungnya"
RECOMMENDATIONS = "Rekomendasi"
REFORM = "Aspek Reform"

EMPTY_FILTER = "Tidak ada baris yang cocok dengan saringan. Longgarkan atau hapus saringannya."
EMPTY_EVIDENCE = (
    "Belum ada data dukung. Isi tab Data Dukung, satu baris untuk setiap dokumen, "
    "agar kelengkapannya terlihat di sini."
)
EMPTY_MONEV = (
    "Belum ada data monev. Isi tab Monev dengan rekomendasi dari monev Juni dan Desember "
    "agar tindak lanjutnya terlihat di sini."
)
EMPTY_MONEV_AREA = "Tidak ada rekomendasi monev untuk area ini."
EMPTY_SPIP = (
    "Belum ada data SPIP. Isi tab SPIP, satu baris untuk setiap area dan triwulan, "
    "agar laporan yang masuk terlihat di sini."
)

UNREADABLE_EVIDENCE = (
    "Tabel Data Dukung tidak dapat dibaca, sehingga kelengkapan tidak dihitung. "
    "Lihat keterangan masalahnya di atas."
)
OPEN_CELL = "Buka sel"
UNEXPECTED = (
    "Halaman ini gagal ditampilkan karena kesalahan program. Muat ulang halaman; bila berulang, "
    "sampaikan waktunya kepada pengelola dasbor: {moment}."
)


def doubtful_setting(least: int, most: int) -> str:
    """A setting of the program that is no whole number in its range."""
    return (
        "nilainya bukan bilangan yang diizinkan; yang dipakai nilai bawaannya. Isi dengan bilangan "
        f"bulat {least} sampai {most}, lalu jalankan ulang dasbor."
    )


def unreadable(tab: str) -> str:
    return f"Tabel {tab} tidak dapat dibaca. Lihat keterangannya di daftar masalah data di atas."


def problems_title(count: int) -> str:
    return f"{count} masalah data"


def page_title(title: str) -> str:
    """Of a page in the browser's tab, where many of the dashboard's may stand side by side."""
    return f"{title} · {APP}"


def opens(shown: str, title: str) -> str:
    return f"{shown}: {title}"


def late_by(days: int) -> str:
    return f"lewat {days} hari"


def came_in(day: str) -> str:
    return f"masuk {day}"


def due(day: str) -> str:
    return f"tenggat {day}"


def others(count: int, kind: str) -> str:
    return f"{count} {kind} lainnya"


def not_included(tabs: list[str]) -> str:
    return f"Tabel {' dan '.join(tabs)} tidak dapat dibaca, jadi tidak termasuk di sini."


def late(days: int) -> str:
    return f"terlambat {days} hari"


def more_rows(count: int) -> str:
    return f"dan {count} lainnya"


def rows_shown(shown: int, total: int) -> str:
    return f"{shown} dari {total} dokumen" if shown != total else f"{total} dokumen"


def area_title(number: int, name: str) -> str:
    return f"{number}. {name}"


def spip_of(year: int) -> str:
    return f"Laporan SPIP {year}"


def more_gaps(count: int, points: str) -> str:
    return f"Dan {count} indikator lain, bersama-sama {points} poin."


def sub_area_title(number: str, name: str, complete: str, share: str) -> str:
    return f"{number}. {name} – indikator lengkap {complete} – berbobot {share}"


def documents(counted: str) -> str:
    """'3 dari 4 dokumen'."""
    return f"{counted} dokumen"


def carried_values(headers: str) -> str:
    return f"nilai terakhir yang terbaca: {headers}"
