"""Words of the template: its tab Petunjuk, what to type into a cell, and what the program says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from zi_metrics.labels.messages import Message

GUIDE = "Petunjuk"
GUIDE_HEADERS = ("Petunjuk", "Penjelasan")
AUTHOR = "Dasbor Zona Integritas"
FILE_TITLE = "Templat Zona Integritas"
CHECK_ENTRY = "Periksa isian"
PROTECTED_HEADER = "Judul kolom: jangan diubah"
YES, NO = "Ya", "Tidak"
WHOLE_UNIT = "Unit"

ANY_DATE = "Isi tanggal sebagai hari/bulan/tahun, misalnya 31/12/2025."
ANY_CODE = "Pilih kode dari tab Indikator, misalnya A.I.1.i.a."
SHARE = "Isi persentase dari 0% sampai 100%, misalnya 90%."

RUN_AGAIN = (
    "Buka sheet-nya: bila sudah terisi, templat sudah ditulis; bila masih kosong, jalankan lagi "
    "perintah ini."
)

START = (
    "Mulai di sini",
    (
        (
            "Guna buku kerja ini",
            "Di sini unit mencatat data dukung, tindak lanjut monev, dan laporan SPIP. Dasbor "
            "membacanya lalu menghitung angkanya; dasbor tidak pernah mengubah isinya.",
        ),
        (
            "Di Google Sheets",
            "Bila ini masih berkas .xlsx, unggah ke Google Drive, buka, lalu pilih File > Simpan "
            "sebagai Google Spreadsheet, dan pakai berkas yang baru itu. Atur File > Setelan > "
            "Lokal: Indonesia, agar 05/12/2026 terbaca 5 Desember. Kuncian judul kolom dapat "
            "hilang saat diunggah: pasang lagi pada baris 1 lewat menu Data > Lindungi sheet dan "
            "rentang. Bagikan sheet-nya kepada para koordinator sebagai editor, dan kepada akun "
            "layanan dasbor sebagai pelihat.",
        ),
        (
            "Di Excel",
            "Simpan tetap sebagai .xlsx. Judul kolom dikunci tanpa sandi agar tidak terhapus; "
            "selebihnya dapat diisi, disisipi, dihapus, diurutkan, dan disaring.",
        ),
        (
            "Urutan mengisi",
            "Isi tab Pengaturan, lalu Data Dukung. Tab lain diisi bila datanya sudah ada. Bila "
            "daftar dokumennya sudah tersedia, statusnya semua Belum ada: ubah setelah dokumennya "
            "diperiksa.",
        ),
    ),
)

RULES = (
    "Aturan mengisi",
    (
        (
            "Nama tab dan judul kolom",
            "Jangan diubah. Kolom tambahan boleh dibuat di sebelah kanan; dasbor tidak membacanya.",
        ),
        (
            "Satu baris, satu dokumen",
            "Satu dokumen atau satu rekomendasi satu baris. Dokumen yang mendukung dua indikator "
            "ditulis dua kali, masing-masing dengan kodenya.",
        ),
        (
            "Baris baru",
            "Tulis di bawah baris terakhir, atau sisipkan di antara dua baris yang sudah terisi. "
            "Jangan menyisipkan baris tepat di bawah judul kolom: di Excel baris itu ikut "
            "terkunci.",
        ),
        (
            "Sel gabungan",
            "Jangan menggabungkan sel. Hanya sel kiri atas yang dapat dibaca.",
        ),
        ("Tanggal", "Tulis sebagai hari/bulan/tahun, misalnya 31/12/2025. Jangan hanya bulannya."),
        (
            "Daftar pilihan",
            "Pilih dari daftar. Bila muncul peringatan, isiannya di luar daftar; kata lain yang "
            "disebut di bawah tetap dipahami.",
        ),
        (
            "Tautan",
            "Tempelkan alamat dokumen, yang diawali https://, di kolom Tautan. Alamat berkas di "
            "komputer sendiri tidak dapat dibuka orang lain.",
        ),
        (
            "Alasan",
            "Tidak relevan dan Tidak dapat ditindaklanjuti memerlukan alasan di kolom Alasan. "
            "Sel Alasan berwarna sampai alasannya ditulis.",
        ),
        (
            "Jawaban persentase",
            "Untuk pertanyaan berjenis %, isi Pembilang dan Penyebut, bukan Jawaban: dasbor yang "
            "membaginya. Pembilang tidak boleh lebih besar daripada Penyebut. Bila keduanya 0, "
            "jawaban tidak dapat dinilai dan bernilai 0; jelaskan di kolom Catatan. Kecuali pada "
            "penurunan pelanggaran disiplin: 0 dan 0 berarti tidak ada pelanggaran, dan bernilai "
            "penuh.",
        ),
        (
            "Belum diketahui",
            "Kosongkan. Jangan mengisi tanggal atau bilangan dengan 0 atau tanda hubung.",
        ),
        ("Warna", "Warna hanya membantu mata; yang dibaca isi selnya."),
    ),
)

TABS = "Isi setiap tab"
SETTINGS_TAB = (
    "Keterangan unit, tanggal yang dipakai dasbor, dan syarat pengusulan, satu baris untuk setiap "
    "pengaturan."
)
EVIDENCE_TAB = (
    "Satu baris untuk setiap dokumen. Boleh dibagi menjadi beberapa tab, misalnya satu untuk "
    "setiap koordinator, asalkan nama setiap tab diawali Data Dukung dan judul kolomnya sama."
)
RECOMMENDATIONS_TAB = "Satu baris untuk setiap rekomendasi monev, beserta tindak lanjutnya."
SPIP_TAB = (
    "Satu baris untuk setiap area dan triwulan. Isi tanggal masuk setelah laporannya diterima. "
    "Bila unit membuat satu laporan untuk semua area, ganti keenam baris triwulan itu dengan satu "
    "baris berisi area Unit."
)
RESULTS_TAB = (
    "Nilai komponen Hasil, satu baris untuk setiap bagiannya. Bila nilai dari TPN sudah ada, "
    "tambahkan sebagai baris sendiri dengan asal TPN: nilai itu yang dipakai."
)
SETTINGS_KEYS = "Isi tab Pengaturan"
FAULTS = (
    "Bila ada yang keliru",
    "Yang terjadi",
    "Dasbor tidak berhenti karena satu sel. Setiap masalah disebut dengan tab, sel, isinya, "
    "akibatnya bagi angka, dan cara memperbaikinya. Perbaiki di buku kerja ini; pembacaan "
    "berikutnya memakai isi yang baru.",
)


def indicators_tab(fulfilment: int, reform: int) -> str:
    return (
        f"{fulfilment + reform} indikator resmi: {fulfilment} Pemenuhan dan {reform} Reform. Isi "
        "jawaban dan PIC-nya. Jangan menambah atau menghapus baris. Sel kelabu tidak perlu diisi."
    )


def columns_of(tab: str) -> str:
    return f"Kolom tab {tab}"


def required_column(sentence: str) -> str:
    return f"Kolom ini harus ada. {sentence}"


def same_words(meaning: str, words: Iterable[str]) -> str:
    listed = ", ".join(words)
    return f"{meaning} Dibaca sama: {listed}." if listed else meaning


def one_of(options: Iterable[str]) -> str:
    return f"Pilih dari daftar: {', '.join(options)}."


def number(least: float, most: float | None, *, is_whole: bool) -> str:
    kind = "bilangan bulat" if is_whole else "bilangan"
    limit = f"dari {least:g} sampai {most:g}" if most is not None else f"paling kecil {least:g}"
    return f"Isi {kind} {limit}."


NO_FILE_NAME = Message(
    what="Nama berkas tujuan belum ditulis.",
    where="Pilihan --keluar",
    remedy="Tulis misalnya --keluar buku-zi.xlsx.",
)
NOT_WRITTEN: Mapping[str, str] = {
    "ENOENT": "foldernya tidak ada",
    "ENOTDIR": "yang ditulis sebagai foldernya ternyata berkas",
    "EISDIR": "ada folder dengan nama itu",
    "EACCES": "tidak ada izin menulis di sana",
    "EPERM": "tidak ada izin menulis di sana",
    "EROFS": "foldernya hanya dapat dibaca",
    "ENOSPC": "tempat penyimpanannya penuh",
    "EDQUOT": "jatah tempat penyimpanannya habis",
    "ENAMETOOLONG": "namanya terlalu panjang",
}
"""Why a file is not written, by the name of the system's error."""


def not_xlsx(path: str) -> Message:
    return Message(
        what="Nama berkas tujuan harus diakhiri .xlsx.",
        where=f"Berkas “{path}”",
        remedy="Tulis misalnya --keluar buku-zi.xlsx.",
    )


def file_exists(path: str) -> Message:
    return Message(
        what="Berkas ini sudah ada; isinya tidak diubah.",
        where=f"Berkas “{path}”",
        remedy="Pakai nama lain, atau tambahkan --timpa bila berkas itu boleh diganti.",
    )


def file_not_written(path: str, code: str) -> Message:
    """code: of the system's error, as `errno` names it; empty where there is none."""
    reason = NOT_WRITTEN.get(code, f"kode galat {code}" if code else "namanya tidak sah")
    return Message(
        what=f"Berkas ini tidak dapat disimpan: {reason}.",
        where=f"Berkas “{path}”",
        remedy="Periksa apakah foldernya ada dan dapat ditulis, dan berkasnya tidak sedang dibuka.",
    )


def not_editable(account: str) -> Message:
    return Message(
        what="Akun layanan ini belum boleh mengubah sheet.",
        where="Google Sheet",
        remedy=f"Bagikan sheet kepada {account} sebagai Editor, lalu jalankan lagi.",
    )
