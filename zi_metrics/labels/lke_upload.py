"""The part of Kesiapan where an LKE workbook is brought over."""

from __future__ import annotations

TITLE = "Impor LKE yang sudah terisi"
WHAT_IT_DOES = (
    "Pilih berkas LKE unit. Dasbor menghitung nilainya dari jawaban, membandingkannya dengan nilai "
    "di berkas itu, dan membuat buku kerja templat yang sudah terisi. Angka di halaman ini tidak "
    "berubah sampai isinya dipindahkan ke sheet bersama."
)
PRIVACY = "Berkas hanya dibaca selama halaman ini terbuka; tidak ada yang disimpan di server."
CHOOSE = "Berkas LKE (.xlsx), paling besar 20 MB"
CHOOSE_BUTTON = "Pilih berkas"
REFUSED = (
    "Berkas itu tidak dapat diunggah: mungkin lebih besar dari 20 MB, atau sambungan terputus. "
    "Hapus gambar dan tab yang tidak diperlukan, simpan ulang sebagai .xlsx, lalu pilih lagi."
)
TOO_MANY = (
    "Terlalu banyak berkas yang diunggah. Muat ulang halaman ini, tunggu beberapa menit, lalu "
    "pilih satu berkas lagi."
)
READING = "Membaca LKE …"
UNNAMED = "LKE.xlsx"
DOWNLOAD = "Unduh buku kerja templat"
ROW_HEADERS = ("Pertanyaan", "Sel nilai", "Dasbor", "LKE", "Selisih poin", "Sebab")
CELL_HEADERS = ("Sel", "Isinya", "Sebab")
ODD_HEADERS = ("Pertanyaan", "Sel", "Isinya", "Yang perlu dilakukan")
NOT_FOUND_HEADERS = ("Yang tidak ditemukan",)


def file_name(year: int) -> str:
    return f"buku-kerja-zi-{year}-dari-lke.xlsx"


def counted(title: str, number: int) -> str:
    return f"{title}: {number}"


def download_help(year: int) -> str:
    return (
        f"Buku kerja tahun penilaian {year} dengan jawaban, catatan, dan data dukung dari LKE ini; "
        "tahunnya dapat diganti di tab Pengaturan."
    )
