"""Words of the workbook: its sheets, what every column holds, how it is worked with."""

from __future__ import annotations

from collections.abc import Mapping

from zi_metrics.labels.numbers import count

SUMMARY, INDICATORS, EVIDENCE = "Ringkasan", "Indikator", "Data Dukung"
MONEV, SPIP, CHANGES = "Monev", "SPIP", "Perubahan"
OVERDUE, REFORM, NOTES = "Lewat Tenggat", "Reform", "Keterangan"

AUTHOR = "Dasbor Zona Integritas"
SUBJECT = "Bahan rapat monev: butir dan angka"
WHOLE_UNIT = "Unit"
FILTER = "Saringan"
FULL_DIGEST = "Sidik data lengkap"
YES, NO = "Ya", "Tidak"
CUT = " … (dipotong: sel tidak dapat memuat lebih)"
LINK_WITH_NAME = "tautan tidak ditampilkan karena memuat nama"
PAGE = "Halaman &P dari &N"
SAME, DIFFERENT = "sama", "berubah"
ALL_SAME = "Semua angka sama dengan layar."
SOME_DIFFERENT = " angka berubah karena isi berkas ini diubah."
CHECK = "Periksa isian"
ANY_DATE = "Isilah tanggal, misalnya 31/12/2025."
CHOOSE = "Pilihlah dari daftar."
CHECKED = "Pemeriksaan"

SUMMARY_HINT = (
    "Pembilang, penyebut, dan persen dihitung dengan rumus dari lembar Indikator, Monev, dan SPIP.",
    "Teks di layar ialah yang tampil pada dasbor saat berkas dibuat; kolom di kanannya menunjukkan "
    "apakah rumus masih memberi angka yang sama.",
)
REFORM_HINT = (
    "Aspek Reform dihitung tersendiri dengan rumus yang sama; laporan SPIP tidak terikat pada "
    "aspek.",
    "Tindak lanjut di sini hanya rekomendasi yang menyebut indikator Reform.",
)
ITEMS_HINT = (
    "Kolom berjudul biru boleh diubah; kolom berjudul kelabu menghitung ulang dengan rumus, begitu "
    "pula lembar Ringkasan.",
    "Perubahan di berkas ini tidak masuk ke lembar bersama.",
)
FORMULAS_HINT = (
    "Kolom berjudul kelabu dihitung dengan rumus dari lembar Data Dukung.",
    "Indikator tanpa data dukung tetap menjadi pembagi.",
)
OVERDUE_HINT = (
    "Daftar menurut keadaan saat berkas dibuat, yang paling lama di atas.",
    "Keterlambatan yang dihitung ulang ada di lembar Data Dukung, Monev, dan SPIP.",
)
CHANGES_HINT = (
    "Bagian ialah andil satu butir dalam selisih angka yang disebut di kirinya, dalam poin persen.",
)
NO_COMPARISON = "Belum ada potret sebelumnya, jadi perubahan belum dapat ditunjukkan."
NOTES_HINT = ("Arti status, tanda, kolom, dan angka dalam berkas ini.",)

NAMES_OF_SHEETS: Mapping[str, str] = {
    SUMMARY: "Semua angka unit dan area",
    INDICATORS: "Indikator dan kelengkapannya",
    EVIDENCE: "Data dukung",
    MONEV: "Rekomendasi monev dan tindak lanjutnya",
    SPIP: "Laporan SPIP triwulanan",
    CHANGES: "Perubahan sejak keadaan pembanding",
    OVERDUE: "Yang lewat tenggat",
    REFORM: "Angka aspek Reform",
    NOTES: "Keterangan",
}
"""The heading of each sheet."""


def heading(sheet: str, unit: str) -> str:
    return f"{NAMES_OF_SHEETS[sheet]} – {unit}"


def compared(before: str, after: str) -> str:
    """Both as long dates."""
    return f"Dari {before} sampai {after}."


def sum_of_parts(figure: str) -> str:
    return f"{figure}: jumlah bagian = selisih (poin persen)"


def uncounted(number: int) -> str:
    return f"{count(number)} baris tanpa indikator didaftar paling bawah dan tidak dihitung."


def only_of(sheet: str, words: str) -> str:
    """words: why there are no rows."""
    return f"{NAMES_OF_SHEETS[sheet]}: {words}."


HEADERS: Mapping[str, str] = {
    "group": "Kelompok",
    "figure": "Angka",
    "numerator": "Pembilang",
    "denominator": "Penyebut",
    "share": "Persen",
    "shown": "Teks di layar",
    "check": "Sama dengan layar?",
    "share_before": "Persen pembanding",
    "difference": "Selisih (poin persen)",
    "code": "Kode",
    "aspect": "Aspek",
    "area": "Area",
    "sub_area": "Sub-area",
    "question": "Indikator",
    "pic": "PIC",
    "points": "Poin",
    "listed": "Terdaftar",
    "required": "Wajib",
    "complete": "Lengkap",
    "verified": "Terverifikasi",
    "mark": "Tanda",
    "state": "Keadaan",
    "counted_points": "Poin dihitung",
    "covered_points": "Poin tercakup",
    "note": "Catatan",
    "title": "Data dukung",
    "period": "Periode",
    "status": "Status",
    "reason": "Alasan",
    "due_on": "Tenggat",
    "days_late": "Terlambat (hari)",
    "is_counted": "Dihitung",
    "url": "Tautan",
    "updated_on": "Diperbarui",
    "written": "Tertulis",
    "origin": "Letak",
    "recommendation": "Rekomendasi",
    "raised_on": "Tanggal",
    "closed_on": "Selesai pada",
    "done": "Selesai",
    "age_days": "Umur (hari)",
    "is_repeated": "Berulang",
    "follow_up": "Tindak lanjut",
    "finding": "Temuan",
    "source": "Sumber rekomendasi",
    "year": "Tahun",
    "quarter": "Triwulan",
    "must": "Wajib lapor",
    "spip_due_on": "Jatuh tempo",
    "submitted_on": "Tanggal masuk",
    "due": "Sudah dihitung",
    "submitted": "Masuk",
    "on_time": "Tepat waktu",
    "risk_count": "Risiko",
    "rtp_planned_count": "RTP direncanakan",
    "rtp_done_count": "RTP selesai",
    "is_shared": "Laporan unit",
    "kind": "Jenis",
    "item": "Judul",
    "change": "Perubahan",
    "kinds": "Juga",
    "item_before": "Judul semula",
    "name": "Nama",
    "sign": "Tanda",
    "meaning": "Arti",
    "punctuation": "Bukan alasan",
    "state_before": "Keadaan dulu",
    "state_now": "Keadaan kini",
    "measure": "Angka",
    "part": "Bagian (poin persen)",
}
"""The header of each column, by its name in the plan of the sheets."""

COLUMNS_TITLE, FIGURES_TITLE, USE_TITLE = "Lembar dan kolom", "Angka", "Cara memakai"
USE = (
    (
        "Mencoba",
        "Ubah Status, Alasan, Tenggat, atau tanggal pada lembar Data Dukung, Monev, atau SPIP "
        "untuk melihat akibatnya pada angka. Yang diubah di sini tidak masuk ke lembar bersama "
        "dan tidak tampak pada dasbor.",
    ),
    (
        "Tanggal keadaan",
        "Keterlambatan dan laporan dihitung menurut sel “Keadaan per” pada lembar Ringkasan. Yang "
        "bertanggal sesudahnya dianggap belum terjadi. Daftar memuat butir sebagaimana keadaannya "
        "pada tanggal itu; yang terjadi sesudahnya tidak ada di sini.",
    ),
    (
        "Butir baru",
        "Tambahkan butir di lembar bersama, bukan di sini: baris baru tidak membawa rumus.",
    ),
    (
        "Nama",
        "Bila saringan menyebut nama disamarkan, PIC dan nama orang tampil sebagai inisial, dan "
        "tautan yang memuat nama tidak ditampilkan.",
    ),
)
"""What a reader needs to know before working in the file: (name, text)."""
MEANINGS: Mapping[str, Mapping[str, str]] = {
    SUMMARY: {
        "numerator": "Rumus: menjumlahkan kolom lembar Indikator, Monev, atau SPIP untuk kelompok "
        "itu. Poin ditulis sampai empat angka di belakang koma, tanpa dibulatkan ke dua angka.",
        "denominator": "Rumus, seperti pembilang. Yang tidak relevan tidak ikut.",
        "share": "Rumus: pembilang ÷ penyebut; bila tidak ada yang dapat dihitung, keterangannya.",
        "shown": "Angka sebagaimana tampil pada dasbor saat berkas dibuat. Tidak dihitung ulang.",
        "check": "Rumus: “sama” bila rumus memberi angka seperti di layar, “berubah” bila isi "
        "berkas ini sudah diubah.",
        "share_before": "Persen pada keadaan yang dibandingkan; kosong bila tidak ada.",
        "difference": "Rumus: persen dikurangi persen pembanding, dalam poin persen.",
    },
    INDICATORS: {
        "listed": "Rumus: banyaknya baris Data Dukung dengan kode itu.",
        "required": "Rumus: baris yang wajib, yaitu semua kecuali yang tidak relevan dengan "
        "alasan.",
        "complete": "Rumus: baris wajib berstatus Tersedia atau Terverifikasi.",
        "verified": "Rumus: baris wajib berstatus Terverifikasi.",
        "state": "Rumus: lengkap, sebagian, kosong, tanpa data dukung, atau tidak relevan.",
        "points": "Bobot sub-area ÷ banyaknya indikator di sub-area itu.",
        "counted_points": "Rumus: poin bila indikator relevan, selain itu 0.",
        "covered_points": "Rumus: poin × lengkap ÷ wajib; 0 bila tidak ada yang wajib.",
    },
    EVIDENCE: {
        "status": "Boleh diubah. Sel kosong dihitung Belum ada; kata di luar daftar dihitung "
        "belum lengkap.",
        "reason": "Boleh diubah. Tidak relevan tanpa alasan tetap menjadi pembagi; tanda baca saja "
        "bukan alasan.",
        "due_on": "Boleh diubah.",
        "days_late": "Rumus: hari sejak tenggat sampai tanggal keadaan, bila wajib dan belum "
        "lengkap. Pada hari tenggat sendiri belum terlambat.",
        "required": "Rumus: ya, kecuali Tidak relevan dengan alasan atau tidak dihitung.",
        "complete": "Rumus: ya bila Tersedia atau Terverifikasi.",
        "verified": "Rumus: ya bila Terverifikasi.",
        "is_counted": "Rumus: ya bila kodenya ada pada lembar Indikator.",
        "written": "Status sebagaimana tertulis di lembar bersama, bila katanya lain.",
        "origin": "Tempat baris itu dibaca.",
    },
    MONEV: {
        "status": "Boleh diubah. Sel kosong dihitung Belum ditindaklanjuti.",
        "reason": "Boleh diubah. Tidak dapat ditindaklanjuti tanpa alasan tetap menjadi pembagi.",
        "raised_on": "Boleh diubah. Rekomendasi sesudah tanggal keadaan tidak dihitung.",
        "due_on": "Boleh diubah.",
        "closed_on": "Boleh diubah. Penyelesaian sesudah tanggal keadaan belum dihitung.",
        "days_late": "Rumus: hari sejak tenggat sampai tanggal keadaan, bila belum selesai.",
        "age_days": "Rumus: dari tanggal rekomendasi sampai selesai, atau sampai tanggal keadaan.",
        "required": "Rumus: ya, kecuali Tidak dapat ditindaklanjuti dengan alasan.",
        "done": "Rumus: ya bila Selesai pada tanggal keadaan.",
        "is_repeated": "Rekomendasi yang sama sudah ada pada periode sebelumnya.",
    },
    SPIP: {
        "must": "Boleh diubah: Ya atau Tidak.",
        "spip_due_on": "Boleh diubah. Akhir triwulan ditambah jumlah hari dalam Pengaturan.",
        "submitted_on": "Boleh diubah. Tanggal sesudah tanggal keadaan belum dihitung.",
        "state": "Rumus: dari wajib lapor, jatuh tempo, tanggal masuk, dan tanggal keadaan.",
        "days_late": "Rumus: sejak jatuh tempo sampai masuk, atau sampai tanggal keadaan.",
        "due": "Rumus: ya bila wajib dan sudah lewat jatuh tempo atau sudah masuk.",
        "submitted": "Rumus: ya bila wajib dan sudah masuk pada tanggal keadaan.",
        "on_time": "Rumus: ya bila masuk paling lambat pada hari jatuh tempo.",
        "is_shared": "Ya bila yang masuk satu laporan untuk seluruh unit.",
    },
    CHANGES: {
        "change": "Yang terjadi dengan butir itu sejak keadaan yang dibandingkan.",
        "kinds": "Perubahan lain pada butir yang sama.",
        "part": "Andil butir dalam selisih angka: (perubahan pembilang − persen dulu × perubahan "
        "penyebut) ÷ penyebut kini.",
        "item_before": "Judul pada keadaan yang dibandingkan, bila berbeda.",
    },
}
"""What the columns hold that do not speak for themselves, by sheet and name in the plan."""
