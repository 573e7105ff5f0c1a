"""What every status means and which words are read as it: words of the page Tentang.

The lists themselves stand above this layer (`tables.vocabularies`, `metrics`); tests hold every
name and word here against them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StatusMeaning:
    """A status as it shows, what it means for the figures, and other words read as it."""

    name: str
    meaning: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class StatusGroup:
    """The statuses of one kind of item, in the order of every chart and table."""

    title: str
    note: str
    statuses: tuple[StatusMeaning, ...]


EVIDENCE = StatusGroup(
    "Status data dukung",
    "Diisi di sheet bersama. Huruf besar-kecil dan spasi berlebih tidak berpengaruh.",
    (
        StatusMeaning(
            "Terverifikasi",
            "Dokumen ada dan sudah diperiksa. Dihitung lengkap.",
            ("Valid", "Sesuai", "Verifikasi", "Sudah verifikasi", "OK"),
        ),
        StatusMeaning(
            "Tersedia",
            "Dokumen ada, tetapi belum dicatat sebagai diperiksa. Dihitung lengkap. Tanda centang "
            "termasuk di sini.",
            ("Ada", "Sudah", "Sudah ada", "Ya", "v", "✓", "1", "TRUE", "BENAR"),
        ),
        StatusMeaning(
            "Perlu perbaikan",
            "Dokumen ada, tetapi isinya masih harus diperbaiki. Belum dihitung lengkap.",
            ("Revisi", "Perbaikan"),
        ),
        StatusMeaning(
            "Disusun",
            "Dokumen sedang dibuat. Belum dihitung lengkap.",
            ("Draft", "Draf", "Proses", "Dalam proses"),
        ),
        StatusMeaning(
            "Belum ada",
            "Dokumen diperlukan, tetapi belum ada. Sel kosong juga dibaca demikian.",
            ("Belum", "Tidak ada", "Tidak", "-", "0", "FALSE", "SALAH"),
        ),
        StatusMeaning(
            "Tidak relevan",
            "Dokumen tidak berlaku bagi unit. Dengan alasan tertulis, baris ini keluar dari "
            "pembagi; tanpa alasan, baris ini tetap menjadi pembagi sebagai belum lengkap.",
            ("N/A", "TR", "Tidak berlaku"),
        ),
        StatusMeaning(
            "Tidak dikenali",
            "Isi selnya tidak ada dalam daftar kata. Baris ini tetap menjadi pembagi, tidak "
            "dihitung lengkap, dan dilaporkan. Contohnya “x”: bagi sebagian orang berarti sudah, "
            "bagi yang lain belum.",
        ),
    ),
)

FOLLOW_UP = StatusGroup(
    "Status tindak lanjut",
    "Diisi di sheet bersama. Terlambat bukan status: itu dihitung dari tenggatnya.",
    (
        StatusMeaning(
            "Selesai",
            "Rekomendasi sudah dilaksanakan. Tanpa tanggal selesai tetap dihitung, tetapi umurnya "
            "tidak diketahui.",
            ("Sudah", "Sudah ditindaklanjuti", "Tuntas"),
        ),
        StatusMeaning(
            "Dalam proses",
            "Rekomendasi sedang dikerjakan. Belum dihitung selesai.",
            ("Proses", "Sedang diproses"),
        ),
        StatusMeaning(
            "Belum ditindaklanjuti",
            "Rekomendasi belum mulai dikerjakan. Sel kosong juga dibaca demikian.",
            ("Belum",),
        ),
        StatusMeaning(
            "Tidak dapat ditindaklanjuti",
            "Rekomendasi tidak mungkin dilaksanakan. Dengan alasan tertulis, baris ini keluar dari "
            "pembagi; tanpa alasan, baris ini tetap menjadi pembagi sebagai belum selesai.",
            ("TDTL",),
        ),
        StatusMeaning(
            "Tidak dikenali",
            "Isi selnya tidak ada dalam daftar kata. Baris ini tetap menjadi pembagi, tidak "
            "dihitung selesai, dan dilaporkan.",
        ),
    ),
)

SPIP = StatusGroup(
    "Status laporan SPIP",
    "Dihitung untuk setiap area dan triwulan dari tanggal masuk, jatuh tempo, dan tanggal "
    "penilaian.",
    (
        StatusMeaning("tepat waktu", "Laporan masuk paling lambat pada hari jatuh tempo."),
        StatusMeaning("masuk terlambat", "Laporan sudah masuk, tetapi sesudah jatuh tempo."),
        StatusMeaning(
            "terlambat belum masuk", "Jatuh temponya sudah lewat, tetapi laporannya belum masuk."
        ),
        StatusMeaning(
            "belum jatuh tempo",
            "Laporan belum masuk, dan jatuh temponya belum lewat. Belum menjadi pembagi.",
        ),
        StatusMeaning(
            "tidak wajib",
            "Kolom Wajib berisi Tidak. Laporan ini tidak pernah menjadi pembagi.",
        ),
    ),
)

INDICATOR = StatusGroup(
    "Status indikator",
    "Dihitung dari status semua data dukung indikator itu.",
    (
        StatusMeaning("lengkap", "Semua data dukung yang relevan Tersedia atau Terverifikasi."),
        StatusMeaning("sebagian", "Sudah ada yang lengkap, tetapi belum semuanya."),
        StatusMeaning("kosong", "Data dukungnya sudah didaftar, tetapi belum satu pun lengkap."),
        StatusMeaning(
            "tanpa data dukung",
            "Belum ada data dukung yang didaftar. Ini kekurangan, jadi tetap menjadi pembagi.",
        ),
        StatusMeaning(
            "tidak relevan",
            "Semua data dukungnya Tidak relevan dengan alasan. Indikator ini keluar dari pembagi.",
        ),
    ),
)

SEVERITY = StatusGroup(
    "Tingkat masalah data",
    "Setiap masalah menyebut tempatnya, akibatnya bagi angka, dan cara memperbaikinya.",
    (
        StatusMeaning("galat", "Ada yang tidak ikut dihitung. Perbaiki lebih dahulu."),
        StatusMeaning("peringatan", "Tetap dihitung, tetapi isinya meragukan. Periksa kembali."),
        StatusMeaning("saran", "Soal kerapian; angka tidak terpengaruh."),
    ),
)

STATUSES = (EVIDENCE, FOLLOW_UP, SPIP, INDICATOR, SEVERITY)
