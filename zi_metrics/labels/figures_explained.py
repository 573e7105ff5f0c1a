"""What every figure means, how it is computed, and a small example: words of the page Tentang.

The names are those of `figures`; tests compute each example with the functions of `metrics`.
"""

from __future__ import annotations

from dataclasses import dataclass

from zi_metrics.labels import figures as label
from zi_metrics.labels.lke import SCORE
from zi_metrics.labels.projection import NAME


@dataclass(frozen=True)
class FigureMeaning:
    """A figure: its name on screen, its meaning, its formula in words, and a worked example."""

    name: str
    meaning: str
    formula: str
    example: str


FIGURES = (
    FigureMeaning(
        label.WEIGHTED,
        "Bagian poin LKE yang sudah ditopang data dukung; inilah angka utama unit dan setiap area.",
        "Poin tiap indikator × bagian data dukungnya yang lengkap, dijumlahkan, lalu dibagi "
        "jumlah poin semua indikator yang relevan. Poin satu indikator = bobot sub-area ÷ banyak "
        "indikator di sub-area itu. Indikator tanpa data dukung menyumbang 0 dan tetap menjadi "
        "pembagi.",
        "Tiga indikator masing-masing 0,50 poin. Yang pertama lengkap, yang kedua lengkap 1 dari 2 "
        "data dukung, yang ketiga tanpa data dukung. Hasilnya 0,50 + 0,25 + 0 = "
        "0,75 dari 1,50 poin, yaitu 50\u00a0%.",
    ),
    FigureMeaning(
        label.INDICATORS_COMPLETE,
        "Banyaknya indikator yang semua data dukungnya sudah ada.",
        "Indikator berstatus lengkap ÷ semua indikator, kecuali yang tidak relevan. Indikator "
        "tanpa data dukung tetap menjadi pembagi.",
        "Dari 10 indikator, 5 lengkap, 2 sebagian, 1 kosong, 1 tanpa data dukung, dan 1 tidak "
        "relevan. Hasilnya 5 dari 9 · 56\u00a0%.",
    ),
    FigureMeaning(
        label.EVIDENCE_COMPLETE,
        "Banyaknya dokumen yang sudah ada di antara semua dokumen yang didaftar.",
        "Data dukung Tersedia atau Terverifikasi ÷ semua data dukung, kecuali yang Tidak relevan "
        "dengan alasan. Indikator yang tidak mendaftar apa pun tidak tampak di sini; karena itu, "
        "angka ini tidak pernah berdiri sendiri.",
        "Dari 11 data dukung, 2 Terverifikasi, 4 Tersedia, 3 Disusun, 1 Belum ada, dan 1 Tidak "
        "relevan dengan alasan. Hasilnya 6 dari 10 · 60\u00a0%.",
    ),
    FigureMeaning(
        label.VERIFICATION,
        "Banyaknya dokumen yang sudah diperiksa, bukan sekadar ada.",
        f"Data dukung Terverifikasi ÷ pembagi yang sama dengan {label.EVIDENCE_COMPLETE}.",
        "Dari 11 data dukung, 2 Terverifikasi, 4 Tersedia, 3 Disusun, 1 Belum ada, dan 1 Tidak "
        "relevan dengan alasan. Hasilnya 2 dari 10 · 20\u00a0%.",
    ),
    FigureMeaning(
        "Status indikator",
        "Keadaan satu indikator menurut semua data dukungnya.",
        "Lengkap bila semua data dukung yang relevan sudah ada; sebagian bila baru beberapa; "
        "kosong bila belum satu pun. Tanpa data dukung berarti belum ada yang didaftar. Tidak "
        "relevan berarti semua barisnya tidak relevan; hanya status ini yang keluar dari pembagi.",
        "Sebuah indikator mempunyai 2 data dukung, satu Tersedia dan satu Disusun. Statusnya "
        "sebagian.",
    ),
    FigureMeaning(
        "Celah terberat",
        "Indikator yang kekurangan data dukungnya paling besar dalam poin LKE; mulailah dari sini.",
        "Poin indikator dikurangi poin yang sudah ditopang data dukung, diurutkan dari yang "
        "terbesar. Indikator yang lengkap atau tidak relevan tidak masuk.",
        "Indikator 0,50 poin yang lengkap 2 dari 5 data dukung mempunyai celah 0,30 poin. "
        "Indikator 1,00 poin yang lengkap 3 dari 4 mempunyai celah 0,25 poin, jadi berada di "
        "bawahnya.",
    ),
    FigureMeaning(
        label.FOLLOW_UP,
        "Banyaknya rekomendasi monev yang sudah selesai dilaksanakan.",
        "Rekomendasi Selesai ÷ semua rekomendasi, kecuali yang Tidak dapat ditindaklanjuti dengan "
        "alasan.",
        "Dari 8 rekomendasi, 3 Selesai, 2 Dalam proses, 2 Belum ditindaklanjuti, dan 1 Tidak dapat "
        "ditindaklanjuti dengan alasan. Hasilnya 3 dari 7 · 43\u00a0%.",
    ),
    FigureMeaning(
        label.OVERDUE,
        "Yang terlambat pada tanggal keadaan: data dukung, tindak lanjut, atau laporan SPIP.",
        "Belum selesai dan tenggatnya sebelum tanggal keadaan. Pada hari tenggat sendiri belum "
        "terlambat; tanpa tenggat tidak pernah terlambat. Keterlambatan dihitung dari tanggal, "
        "tidak diketik.",
        "Tenggatnya 30 September 2025. Per 30 September 2025 belum terlambat; per 12 Oktober 2025 "
        "sudah lewat 12 hari.",
    ),
    FigureMeaning(
        label.REPEATED,
        "Rekomendasi yang sudah pernah diberikan pada periode sebelumnya.",
        "Area dan bunyi rekomendasinya sama, tanpa memandang huruf besar-kecil dan spasi, dengan "
        "rekomendasi pada periode yang lebih awal. Rekomendasi tanpa tahun tidak pernah dianggap "
        "berulang.",
        "Rekomendasi yang sama untuk satu area tercatat pada Semester I 2025 dan Semester II 2025. "
        "Yang Semester II dihitung berulang, jadi 1 berulang.",
    ),
    FigureMeaning(
        "Umur rekomendasi",
        "Lamanya sebuah rekomendasi berjalan, dalam hari.",
        "Dari tanggal rekomendasi sampai tanggal selesai, atau sampai tanggal keadaan bila belum "
        "selesai. Tanpa tanggal yang diperlukan, umurnya tidak diketahui.",
        "Rekomendasi 1 Juli 2025 yang selesai pada 31 Juli 2025 berumur 30 hari. Bila belum "
        "selesai per 12 Oktober 2025, umurnya 103 hari.",
    ),
    FigureMeaning(
        label.SPIP_SUBMITTED,
        "Banyaknya laporan SPIP triwulanan yang sudah masuk di antara yang seharusnya.",
        "Laporan yang masuk ÷ laporan wajib yang sudah lewat jatuh tempo atau sudah masuk, dalam "
        "tahun penilaian. Jatuh tempo = akhir triwulan + jumlah hari dalam Pengaturan (bawaan 10 "
        "hari). Area tanpa satu baris pun pada tahun itu tidak dihitung dan disebutkan.",
        "Per 12 Oktober 2025, tiga triwulan dari enam area sudah jatuh tempo: 18 laporan. Yang "
        "masuk 15, jadi 15 dari 18 · 83\u00a0%.",
    ),
    FigureMeaning(
        label.SPIP_ON_TIME,
        "Banyaknya laporan SPIP yang masuk paling lambat pada hari jatuh tempo.",
        f"Laporan tepat waktu ÷ pembagi yang sama dengan {label.SPIP_SUBMITTED}.",
        "Dari 18 laporan yang sudah jatuh tempo, 12 masuk tepat waktu, 3 masuk terlambat, dan 3 "
        "belum masuk. Hasilnya 12 dari 18 · 67\u00a0%.",
    ),
    FigureMeaning(
        label.RTP,
        "Kemajuan rencana tindak pengendalian (RTP) menurut laporan SPIP.",
        "RTP selesai ÷ RTP direncanakan, hanya dari laporan yang sudah masuk.",
        "Dua laporan sudah masuk: yang satu merencanakan 5 RTP dan menyelesaikan 4, yang lain "
        "merencanakan 3 dan menyelesaikan 2. Hasilnya 6 dari 8 · 75\u00a0%.",
    ),
    FigureMeaning(
        SCORE,
        "Nilai Lembar Kerja Evaluasi (LKE) menurut jawaban unit sendiri, seluruhnya 100: Pemenuhan "
        "30, Reform 30, dan Hasil 40. Ini simulasi; predikat diberikan Menteri PANRB.",
        "Nilai sub-area = bobotnya × rata-rata skor jawabannya. Skor Ya 1 dan Tidak 0; A 1, huruf "
        "terakhir 0, dan di antaranya merata (A/B/C/D: 0,67 dan 0,33); rasio = pembilang ÷ "
        "penyebut. Jawaban kosong dihitung 0. Nilai survei = bobotnya × indeks ÷ 4.",
        "Sub-area berbobot 1,00 dengan tiga pertanyaan: dijawab Ya, dijawab B dari A/B/C, dan "
        "kosong. Skornya 1, 0,5, dan 0, jadi nilainya 0,50. Bila yang kosong tidak dihitung, "
        "lembar yang beredar menunjukkan 0,75.",
    ),
    FigureMeaning(
        "Tanggal penilaian",
        "Hari yang dipakai untuk menghitung semua angka, tampak di layar sebagai “Keadaan per”. "
        "Pada potret, tanggal potretnya; pada data langsung, hari ini menurut waktu Jakarta.",
        "Yang terjadi sesudah tanggal itu dianggap belum terjadi: penyelesaian, laporan masuk, dan "
        "rekomendasi baru. Status data dukung tidak bertanggal; yang dipakai ialah isi tabel saat "
        "dibaca.",
        "Rekomendasi yang selesai pada 15 Oktober 2025 masih Dalam proses dalam angka per "
        "12 Oktober 2025.",
    ),
    FigureMeaning(
        "Perubahan",
        "Selisih angka sekarang dengan angka sebelumnya, dalam poin persen.",
        "Pembandingnya tanggal rapat lalu bila diisi dan sudah lewat; bila tidak, akhir triwulan "
        "sebelumnya. Yang dibandingkan potret terakhir sampai tanggal itu, dari tahun penilaian "
        "yang sama.",
        "Dulu 4 dari 8 · 50\u00a0%, kini 6 dari 10 · 60\u00a0%: naik +10,0\u00a0poin persen.",
    ),
    FigureMeaning(
        "Pengaruh",
        "Bagian satu butir dalam perubahan sebuah persentase, dalam poin persen.",
        "(Perubahan pembilangnya − persentase dulu × perubahan pembaginya) ÷ pembagi kini. "
        "Pengaruh semua butir berjumlah tepat perubahannya.",
        "Dulu 4 dari 8 · 50\u00a0%, kini 6 dari 10 · 60\u00a0%. Dua data dukung menjadi lengkap: "
        "masing-masing +10,0. Dua ditambahkan dan belum ada: masing-masing −5,0. Jumlahnya "
        "+10,0\u00a0poin persen.",
    ),
    FigureMeaning(
        NAME,
        "Rentang kelengkapan berbobot yang mungkin tercapai pada tanggal target, bila lajunya "
        "tetap seperti selama ini. Ini perkiraan, bukan janji.",
        "Laju paling lambat dan paling cepat antara dua potret yang berjarak sekurangnya 30 hari, "
        "dilebarkan karena potretnya masih sedikit, diteruskan dari potret terbaru; yang paling "
        "lambat makin melambat karena sisanya makin sedikit. Pelebarannya selisih kedua laju ÷ "
        "(banyak jarak antarpotret − 1). Perlu 3 potret dalam sekurangnya 60 hari.",
        "Kelengkapannya 23\u00a0% pada 1 April 2025, 35\u00a0% pada 30 Juni, dan 50\u00a0% pada "
        "28 September: lajunya 4 dan 5 poin persen per 30 hari, dilebarkan menjadi 3 dan 6. "
        "Perkiraan per 27 November 2025: 56–62\u00a0%.",
    ),
    FigureMeaning(
        "Pembulatan",
        "Cara angka dipendekkan di layar, agar yang hampir tidak tampak seperti yang sudah.",
        "Persentase dibulatkan ke bilangan bulat, tetapi tidak pernah naik menjadi 100 atau turun "
        "menjadi 0. Poin dipotong pada dua angka di belakang koma dan dibandingkan tanpa "
        "pembulatan. Bila tidak ada yang dapat dihitung, yang tampil keterangan, bukan 0.",
        "299 dari 300 · 99\u00a0%; 1 dari 300 · <1\u00a0%. Nilai 39,996 tampil 39,99 dan belum "
        "mencapai 40.",
    ),
)
