"""Signing in: the page for it, the refusals, and what its settings lack."""

from __future__ import annotations

from collections.abc import Sequence

LONGEST_SHOWN = 254
TITLE = "Masuk"
WHAT_FOR = "Dasbor pemantauan Zona Integritas unit kerja. Masuklah dengan akun dinas Anda."
SIGN_IN = "Masuk"
SIGN_IN_AGAIN = "Masuk lagi"
SIGN_OUT = "Keluar"
EXPIRED = "Sesi Anda sudah berakhir. Silakan masuk lagi."
FAILED = (
    "Proses masuk tidak selesai: dibatalkan, ditolak penyedia akun, atau terlalu lama. Coba lagi. "
    "Jika tetap gagal, hubungi pengelola dasbor."
)
NOT_LISTED = "Akun ini belum diberi akses ke dasbor."
WHOM_TO_ASK = (
    "Minta pengelola dasbor di unit kerja Anda menambahkan alamat ini, atau masuk dengan akun lain."
)
NO_ADDRESS = "tanpa alamat email yang terverifikasi"
CLOSED = "Dasbor ditutup karena pengaturan aksesnya belum lengkap atau salah."
WHAT_TO_MEND = "Untuk pengelola server: perbaiki yang berikut; nilainya sengaja tidak ditampilkan."
INTERNAL_ONLY = (
    "Halaman ini hanya untuk akun internal unit kerja, karena memuat nama, tautan, atau catatan."
)
ACCOUNT = "Akun"
ROLE_NAMES = {"internal": "Internal", "pengunjung": "Pengunjung"}
ROLE_SEES = {
    "internal": "melihat semua isi dasbor, termasuk nama, tautan, dan catatan",
    "pengunjung": "melihat angka dan status saja",
}
REFUSED_FILE = "Ditolak: masuk ke dasbor dahulu, lalu unduh lagi dari halamannya.\n"
REFUSED_ADDRESS = "Ditolak: alamat ini memerlukan akun yang berhak.\n"
VANISHED = (
    "Pengaturan akses tidak ada lagi, padahal sebelumnya ada. Kembalikan; atau mulai ulang server, "
    "kalau dasbor memang boleh dibuka siapa saja."
)
ELSEWHERE = (
    "Streamlit membaca bagian [auth] dari berkas rahasia lain. Pindahkan ke "
    ".streamlit/secrets.toml di folder dasbor."
)
TRUSTED_HEADERS = (
    "server.trustedUserHeaders diisi: siapa pun dapat mengaku sebagai orang lain. Kosongkan."
)


def signed_in_as(address: str | None) -> str:
    return f"Anda masuk sebagai {address[:LONGEST_SHOWN] if address else NO_ADDRESS}."


def of(section: str, name: str) -> str:
    """A setting as the secrets file has it."""
    return f"[{section}] {name}"


def no_section(section: str) -> str:
    return f"Bagian [{section}] di .streamlit/secrets.toml belum ada atau tidak benar."


def lacks(setting: str) -> str:
    return f"{setting} belum diisi."


def short_secret(setting: str, shortest: int) -> str:
    return (
        f"{setting} belum diisi atau terlalu pendek: isi paling sedikit {shortest} karakter acak."
    )


def no_safe_address(setting: str) -> str:
    return f"{setting} belum diisi, atau bukan alamat https://."


def wrong_callback(setting: str, ending: str) -> str:
    return f"{setting} harus berakhir dengan {ending}."


def nobody_listed(variable: str) -> str:
    return (
        "Belum ada yang boleh masuk: isi internal atau pengunjung pada bagian [akses], atau "
        f"{variable}."
    )


def not_required(name: str, only: str) -> str:
    return f"{name} hanya boleh berisi “{only}”; hapus kalau tidak dipakai."


def not_text(name: str) -> str:
    return f"{name} harus berupa teks, dengan koma di antara alamat."


def unknown_variable(known: Sequence[str]) -> str:
    return f"Ada variabel akses yang tidak dikenal; yang dikenal: {', '.join(known)}."


def unknown_entry(section: str, known: Sequence[str]) -> str:
    return f"Bagian [{section}] berisi isian yang tidak dikenal; yang dikenal: {', '.join(known)}."


def no_list(setting: str) -> str:
    return f'{setting} harus berupa daftar, seperti ["nama@unit.go.id", "@unit.go.id"].'


def no_entry(setting: str, number: int) -> str:
    return f"{setting}, isian ke-{number}, bukan alamat email atau @domain."


def no_switch(setting: str) -> str:
    return f"{setting} harus true atau false."


def any_tenant(setting: str) -> str:
    return (
        f"{setting} tidak boleh true selama server_metadata_url menerima akun dari organisasi mana "
        "pun; pakai alamat milik organisasi sendiri."
    )
