"""Words of the workbook: its sheets, what every column holds, how it is worked with."""

from __future__ import annotations

from collections.abc import Mapping

from zi_metrics.labels.numbers import count
from zi_metrics.labels.readiness_files import GAIN

SUMMARY, INDICATORS, EVIDENCE = "Ringkasan", "Indikator", "Data Dukung"
MONEV, SPIP, CHANGES = "Monev", "SPIP", "Perubahan"
OVERDUE, REFORM, NOTES = "Lewat Tenggat", "Reform", "Keterangan"
READINESS, ANSWERS = "Kesiapan", "LKE"

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
    "Pembilang, pembagi, dan persen dihitung dengan rumus dari lembar Indikator, Monev, dan SPIP.",
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
    "Perubahan di berkas ini tidak masuk ke sheet bersama.",
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
    "Pengaruh satu butir ialah yang ditambahkan atau dikuranginya pada angka yang disebut di "
    "kirinya, dalam poin persen.",
)
NO_COMPARISON = "Belum ada potret sebelumnya, jadi perubahan belum dapat ditunjukkan."
NOTES_HINT = ("Arti status, tanda, kolom, dan angka dalam berkas ini.",)

NAMES_OF_SHEETS: Mapping[str, str] = {
    SUMMARY: "Semua angka unit dan area",
    READINESS: "Kesiapan menuju WBK dan WBBM",
    ANSWERS: "Jawaban Lembar Kerja Evaluasi (LKE)",
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


def up_to(highest: float) -> str:
    return f"Isilah bilangan dari 0 sampai {count(int(highest))}."


def compared(before: str, after: str) -> str:
    """Both as long dates."""
    return f"Dari {before} sampai {after}."


def sum_of_parts(figure: str) -> str:
    return f"{figure}: jumlah pengaruh = selisih (poin persen)"


def uncounted(number: int) -> str:
    return f"{count(number)} baris tanpa indikator didaftar paling bawah dan tidak dihitung."


def only_of(sheet: str, words: str) -> str:
    """words: why there are no rows."""
    return f"{NAMES_OF_SHEETS[sheet]}: {words}."


HEADERS: Mapping[str, str] = {
    "group": "Kelompok",
    "figure": "Angka",
    "numerator": "Pembilang",
    "denominator": "Pembagi",
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
    "entered": "Isian",
    "value": "Nilai",
    "bound": "Pembanding",
    "gap": "Selisih",
    "standing": "Keadaan",
    "raw": "Hitungan penuh",
    "option_type": "Jenis jawaban",
    "option": "Pilihan",
    "option_score": "Skor",
    "answer_type": "Jenis jawaban",
    "answer": "Jawaban",
    "answer_numerator": "Pembilang",
    "answer_denominator": "Penyebut",
    "score": "Skor",
    "won": "Nilai",
    "claim": "Jawaban dan bukti",
    "needed": "Jawaban yang diperlukan",
    "gain": GAIN,
    "sub_area_weight": "Bobot sub-area",
    "is_filled": "Terisi",
    "won_of_answered": "Nilai bila hanya yang terjawab",
    "state_before": "Keadaan dulu",
    "state_now": "Keadaan kini",
    "measure": "Angka",
    "part": "Pengaruh (poin persen)",
}
"""The header of each column, by its name in the plan of the sheets."""
