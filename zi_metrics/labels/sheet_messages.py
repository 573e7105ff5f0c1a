"""Sentences about a Google Sheet that cannot be read: what is wrong, where, what to do.

Each function returns the keyword arguments of a `SheetUnavailable`.
"""

from __future__ import annotations

from zi_metrics.labels.messages import Message, brief

SHEET = "Google Sheet"
CREDENTIALS = "Kredensial akun layanan"
_SELF_MENDING = "Dicoba lagi otomatis; tidak perlu tindakan."


def no_address() -> Message:
    return Message(
        what="Alamat Google Sheet belum diatur.",
        where=SHEET,
        remedy="Isi ZI_SHEET_URL, atau url pada bagian [sheet] di .streamlit/secrets.toml.",
    )


def address_wrong(address: str) -> Message:
    return Message(
        what=f"“{brief(address)}” bukan alamat Google Sheet.",
        where=SHEET,
        remedy=(
            "Salin alamat dari peramban, misalnya https://docs.google.com/spreadsheets/d/.../edit."
        ),
    )


def no_credentials() -> Message:
    return Message(
        what="Kredensial akun layanan belum diatur.",
        where=CREDENTIALS,
        remedy=(
            "Isi bagian [gcp_service_account] di .streamlit/secrets.toml, "
            "atau GOOGLE_APPLICATION_CREDENTIALS dengan letak berkas kuncinya."
        ),
    )


def credentials_unreadable(place: str) -> Message:
    return Message(
        what="Kunci akun layanan tidak dapat dibaca atau tidak lengkap.",
        where=place,
        remedy="Unduh lagi kunci JSON akun layanan dari Google Cloud, lalu pasang berkas itu utuh.",
    )


def token_address_wrong(place: str) -> Message:
    return Message(
        what="Alamat token (token_uri) di kunci akun layanan bukan milik Google.",
        where=place,
        remedy="Unduh lagi kunci JSON akun layanan dari Google Cloud, lalu pasang berkas itu utuh.",
    )


def emulator_refused(address: str) -> Message:
    return Message(
        what=f"“{brief(address)}” bukan alamat di komputer ini.",
        where="SHEETS_EMULATOR_HOST",
        remedy="Pakai http://127.0.0.1:PORT, atau kosongkan agar Google yang dibaca.",
    )


def not_shared(account: str) -> Message:
    return Message(
        what="Sheet ini belum dibagikan kepada akun layanan dasbor.",
        where=SHEET,
        remedy=f"Bagikan sheet kepada {account} sebagai Pelihat (Viewer).",
    )


def not_found() -> Message:
    return Message(
        what="Sheet dengan alamat ini tidak ada, atau sudah dihapus.",
        where=SHEET,
        remedy="Periksa alamatnya; salin lagi dari peramban yang sedang membuka sheet itu.",
    )


def office_file() -> Message:
    return Message(
        what="Berkas ini buku kerja Excel (.xlsx) di Drive, bukan Google Sheet.",
        where=SHEET,
        remedy=(
            "Buka berkasnya, pilih File > Simpan sebagai Google Spreadsheet, lalu pakai alamat "
            "yang baru; atau unduh dan baca sebagai berkas .xlsx."
        ),
    )


def api_disabled() -> Message:
    return Message(
        what="Google Sheets API belum diaktifkan di proyek akun layanan.",
        where=CREDENTIALS,
        remedy="Aktifkan Google Sheets API di Google Cloud Console, lalu tunggu beberapa menit.",
    )


def scope_missing() -> Message:
    return Message(
        what="Izin akun layanan tidak mencakup Google Sheets.",
        where=CREDENTIALS,
        remedy="Buat kunci JSON baru untuk akun layanan itu dan pasang di pengaturan.",
    )


def key_refused() -> Message:
    return Message(
        what="Google menolak kunci akun layanan: kunci dihapus, diganti, atau akunnya tidak ada.",
        where=CREDENTIALS,
        remedy=(
            "Buat kunci baru untuk akun layanan itu, pasang di pengaturan, lalu mulai ulang dasbor."
        ),
    )


def clock_wrong(minutes: int | None) -> Message:
    differs = f" (selisih sekitar {minutes} menit)" if minutes else ""
    return Message(
        what=f"Jam komputer ini berbeda dari jam Google{differs}, sehingga izinnya ditolak.",
        where="Jam komputer",
        remedy="Setel jam komputer secara otomatis (NTP).",
    )


def quota_spent() -> Message:
    return Message(
        what="Jatah pembacaan Google Sheets menit ini habis.",
        where=SHEET,
        remedy=_SELF_MENDING,
    )


def server_trouble(status: int | None) -> Message:
    code = f" (kode {status})" if status else ""
    return Message(
        what=f"Layanan Google Sheets sedang bermasalah{code}.",
        where=SHEET,
        remedy=_SELF_MENDING,
    )


def refused_request(status: int, reason: str = "") -> Message:
    code = f"kode {status}, {reason}" if reason else f"kode {status}"
    return Message(
        what=f"Google Sheets menolak permintaan ini ({code}).",
        where=SHEET,
        remedy="Periksa alamat sheet dan kunci akun layanannya.",
    )


def unreachable() -> Message:
    return Message(
        what="Google Sheets tidak dapat dihubungi.",
        where="Jaringan",
        remedy="Periksa sambungan internet; pembacaan dicoba lagi otomatis.",
    )


def too_slow() -> Message:
    return Message(
        what="Google Sheets tidak menjawab dalam batas waktu.",
        where="Jaringan",
        remedy=_SELF_MENDING,
    )


def too_large(megabytes: int) -> Message:
    return Message(
        what=f"Isi sheet ini terlalu besar: lebih dari {megabytes} MB.",
        where=SHEET,
        remedy="Hapus tab dan baris yang tidak dipakai, lalu muat ulang.",
    )


def not_empty(tab: str) -> Message:
    return Message(
        what=f"Sheet ini sudah berisi (tab “{tab}”).",
        where=SHEET,
        remedy="Buat Google Sheet baru yang kosong, lalu jalankan lagi; tidak ada yang diubah.",
    )


def program_fault() -> Message:
    return Message(
        what="Pembacaan terakhir gagal karena kesalahan program.",
        where=SHEET,
        remedy="Sampaikan waktunya kepada pengelola dasbor; rinciannya ada di catatan server.",
    )


def never_read() -> Message:
    return Message(
        what="Google Sheet sedang dibaca untuk pertama kali.",
        where=SHEET,
        remedy="Halaman ini terisi sendiri begitu selesai.",
    )
