"""What the sheet of notes says of the workbook: how to work in it, what its columns hold."""

from __future__ import annotations

from collections.abc import Mapping

from zi_metrics.labels.xlsx import (
    ANSWERS,
    CHANGES,
    EVIDENCE,
    INDICATORS,
    MONEV,
    READINESS,
    SPIP,
    SUMMARY,
)

COLUMNS_TITLE, FIGURES_TITLE, USE_TITLE = "Lembar dan kolom", "Angka", "Cara memakai"
USE = (
    (
        "Mencoba",
        "Ubah Status, Alasan, Tenggat, atau tanggal pada lembar Data Dukung, Monev, atau SPIP "
        "untuk melihat akibatnya pada angka, atau Jawaban pada lembar LKE dan Isian pada lembar "
        "Kesiapan untuk melihat akibatnya pada nilai LKE. Yang diubah di sini tidak masuk ke "
        "sheet bersama dan tidak tampak pada dasbor.",
    ),
    (
        "Tanggal keadaan",
        "Keterlambatan dan laporan dihitung menurut sel “Keadaan per” pada lembar Ringkasan. Yang "
        "bertanggal sesudahnya dianggap belum terjadi. Daftar memuat butir sebagaimana keadaannya "
        "pada tanggal itu; yang terjadi sesudahnya tidak ada di sini.",
    ),
    (
        "Butir baru",
        "Tambahkan butir di sheet bersama, bukan di sini: baris baru tidak membawa rumus.",
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
        "share": "Rumus: pembilang ÷ pembagi; bila tidak ada yang dapat dihitung, keterangannya.",
        "shown": "Angka sebagaimana tampil pada dasbor saat berkas dibuat. Tidak dihitung ulang.",
        "check": "Rumus: “sama” bila rumus memberi angka seperti di layar, “berubah” bila isi "
        "berkas ini sudah diubah.",
        "share_before": "Persen pada keadaan yang dibandingkan; kosong bila tidak ada.",
        "difference": "Rumus: persen dikurangi persen pembanding, dalam poin persen.",
    },
    READINESS: {
        "entered": "Boleh diubah: indeks survei dari 0 sampai 4, jawaban capaian kinerja, dan "
        "syarat pengusulan.",
        "value": "Rumus: nilai dari kolom Hitungan penuh, dipotong ke bawah sampai dua angka.",
        "bound": "Bobot, nilai minimal, jawaban yang diperlukan, atau yang diminta.",
        "gap": "Rumus: nilai dikurangi minimal, dipotong ke bawah; di bawah nol berarti kurang.",
        "standing": "Rumus: dari nilai yang belum dipotong. Belum diisi bila yang mendasarinya "
        "kosong.",
        "shown": "Angka sebagaimana tampil pada dasbor saat berkas dibuat. Tidak dihitung ulang.",
        "check": "Rumus: “sama” bila rumus memberi angka seperti di layar, “berubah” bila isi "
        "berkas ini sudah diubah.",
        "note": "Asal nilai Hasil, area terendah (rumus), atau PIC dan data dukung.",
        "raw": "Rumus: angka sebelum dipotong, dijumlahkan dari lembar LKE.",
        "option_score": "Skor setiap pilihan menurut jenis jawabannya; dipakai rumus lembar LKE.",
    },
    ANSWERS: {
        "answer": "Boleh diubah: pilihan menurut jenisnya, atau rasio dari 0 sampai 100% bila "
        "Pembilang dan Penyebut kosong.",
        "answer_numerator": "Boleh diubah, hanya untuk jenis %. Lebih besar daripada Penyebut "
        "tidak dinilai.",
        "answer_denominator": "Boleh diubah, hanya untuk jenis %.",
        "score": "Rumus: skor pilihan pada lembar Kesiapan, atau Pembilang ÷ Penyebut; kosong bila "
        "tidak dapat dinilai.",
        "points": "Rumus: bobot sub-area ÷ banyaknya pertanyaan di sub-area itu.",
        "won": "Rumus: skor × poin, sehingga sub-area bernilai rata-rata skor × bobot; 0 bila "
        "tidak ada skor.",
        "claim": "Rumus: perlu dibuktikan bila jawaban terbaik belum didukung bukti lengkap, "
        "peluang bila bukti lengkap tetapi jawaban belum yang terbaik; 0 dari 0 bukan peluang.",
        "needed": "Jawaban pada jalan terpendek saat berkas dibuat. Tidak dicari ulang.",
        "gain": "Rumus: poin yang ditambahkan jawaban yang diperlukan.",
        "check": "Rumus: “sama” bila nilai masih seperti di layar.",
        "is_filled": "Rumus: ya bila ada skor, atau bila rasio berisi 0 dari 0.",
        "won_of_answered": "Rumus: nilai bila jawaban kosong tidak ikut dirata-rata, seperti "
        "lembar yang beredar.",
        "listed": "Rumus: banyaknya baris Data Dukung dengan kode itu.",
        "required": "Rumus: baris yang wajib.",
        "complete": "Rumus: baris wajib yang lengkap.",
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
        "written": "Status sebagaimana tertulis di sheet bersama, bila katanya lain.",
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
        "part": "Pengaruh butir pada angka: (perubahan pembilangnya − persen sebelumnya × "
        "perubahan pembaginya) ÷ pembagi sesudahnya. Pengaruh semua butir berjumlah selisihnya.",
        "item_before": "Judul pada keadaan yang dibandingkan, bila bunyinya berubah.",
    },
}
"""What the columns hold that do not speak for themselves, by sheet and name in the plan."""
