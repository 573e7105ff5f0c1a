"""What every column of every tab and every setting is for: one sentence or two each.

The template's header notes and its tab Petunjuk take their words from here. Names are those of
`tables.columns` and `tables.unit_settings`, which stand above this layer; a test holds them
together.
"""

from __future__ import annotations

from collections.abc import Mapping

from zi_metrics.labels.entry_explained import ENTRY

_PIC = "Penanggung jawab: nama atau jabatan. Kosong berarti belum ada yang ditunjuk."
_NOTE = "Catatan bebas; tidak mengubah angka."

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "indicators": {
        "code": "Kode indikator menurut daftar resmi, misalnya A.I.1.i.a. Jangan diubah.",
        "answer": (
            "Jawaban unit: Ya atau Tidak, atau huruf pilihan, menurut kolom Jenis jawaban; untuk "
            "jenis %, isi Pembilang dan Penyebut. Kosong berarti belum dijawab dan bernilai 0."
        ),
        "answer_numerator": (
            "Hanya untuk jenis %: bilangan yang dibagi, misalnya pegawai yang sudah melapor. Untuk "
            "penurunan pelanggaran: banyaknya tahun lalu dikurangi tahun ini."
        ),
        "answer_denominator": (
            "Hanya untuk jenis %: bilangan pembagi, misalnya pegawai yang wajib melapor. Untuk "
            "penurunan pelanggaran: banyaknya tahun lalu. Tidak lebih kecil daripada Pembilang."
        ),
        "pic": _PIC,
        "note": _NOTE,
    },
    "evidence": {
        "evidence_id": (
            "Penanda dokumen, berbeda untuk setiap baris, misalnya A.I.1.i.a-01. Boleh kosong."
        ),
        "code": (
            "Kode indikator yang didukung dokumen ini, dipilih dari tab Indikator. Tanpa kode yang "
            "benar, baris ini tidak dihitung."
        ),
        "title": "Nama dokumen. Satu dokumen satu baris.",
        "period": (
            "Masa yang dicakup dokumen, misalnya 2025, Semester I 2025, atau TW II 2025. "
            "Boleh kosong."
        ),
        "status": "Keadaan dokumen, dipilih dari daftar. Kosong dibaca Belum ada.",
        "url": (
            "Alamat dokumen atau foldernya, misalnya di Google Drive. Tanpa tautan, angka tidak "
            "berubah, tetapi dokumennya tidak dapat dibuka dari dasbor."
        ),
        "pic": _PIC,
        "due_on": (
            "Tanggal paling lambat dokumen harus lengkap. Lewat dari tanggal ini, dokumen yang "
            "belum lengkap terhitung terlambat."
        ),
        "updated_on": "Tanggal baris ini terakhir diperiksa atau diubah.",
        "reason": "Alasan tertulis; harus diisi bila statusnya Tidak relevan.",
        "note": _NOTE,
    },
    "recommendations": {
        "recommendation_id": "Penanda rekomendasi, berbeda untuk setiap baris. Boleh kosong.",
        "period": (
            "Semester monev, misalnya Semester I 2025. Juni 2025 dibaca Semester I, Desember 2025 "
            "dibaca Semester II."
        ),
        "source": "Asal rekomendasi, misalnya Monev Juni.",
        "area_no": (
            "Nomor area 1 sampai 6. Bila kosong, dipakai area dari kode indikatornya; tanpa "
            "keduanya, rekomendasi masuk kelompok Tanpa area."
        ),
        "code": "Kode indikator yang dimaksud, dipilih dari tab Indikator. Boleh kosong.",
        "finding": "Hal yang ditemukan saat monev.",
        "recommendation": "Hal yang harus dikerjakan. Satu rekomendasi satu baris.",
        "follow_up": "Hal yang sudah dikerjakan untuk rekomendasi ini.",
        "pic": _PIC,
        "raised_on": "Tanggal rekomendasi diberikan; umurnya dihitung dari tanggal ini.",
        "due_on": (
            "Tanggal paling lambat rekomendasi harus selesai. Lewat dari tanggal ini, rekomendasi "
            "yang belum selesai terhitung terlambat."
        ),
        "status": (
            "Keadaan tindak lanjut, dipilih dari daftar. Kosong dibaca Belum ditindaklanjuti."
        ),
        "closed_on": (
            "Tanggal rekomendasi selesai. Isi hanya bila statusnya Selesai; tanpa tanggal, "
            "umurnya tidak diketahui."
        ),
        "url": "Alamat bukti tindak lanjut.",
        "reason": "Alasan tertulis; harus diisi bila statusnya Tidak dapat ditindaklanjuti.",
    },
    "spip_reports": {
        "year": "Tahun laporan, empat angka.",
        "quarter": "Triwulan laporan, 1 sampai 4.",
        "area_no": "Nomor area 1 sampai 6, atau Unit bila satu laporan berlaku untuk semua area.",
        "required": "Ya bila laporan ini wajib, Tidak bila tidak. Kosong dibaca Ya.",
        "submitted_on": "Tanggal laporan masuk. Kosong berarti belum masuk.",
        "url": "Alamat laporan.",
        "risk_count": "Banyaknya risiko dalam laporan.",
        "rtp_planned_count": (
            "Banyaknya rencana tindak pengendalian (RTP) yang direncanakan pada triwulan ini."
        ),
        "rtp_done_count": "Banyaknya RTP itu yang sudah selesai.",
        "note": _NOTE,
    },
    "results": {
        "component": "Bagian komponen Hasil menurut daftar resmi. Jangan diubah.",
        "value": "Indeks survei dari 0 sampai 4, atau huruf A sampai E untuk capaian kinerja.",
        "year": "Tahun nilai ini.",
        "assessor": "Asal nilai, misalnya survei mandiri, penilaian mandiri, atau TPN.",
    },
}
"""By name of the table and of the column."""

INFORMATIVE: Mapping[str, str] = {
    "Aspek": "Pemenuhan atau Reform. Hanya keterangan; tidak dibaca.",
    "Area": "Area perubahan indikator ini. Hanya keterangan; tidak dibaca.",
    "Sub-area": "Bagian area menurut daftar resmi. Hanya keterangan; tidak dibaca.",
    "Indikator": "Bunyi pertanyaan menurut daftar resmi. Hanya keterangan; tidak dibaca.",
    "Bobot sub-area": "Poin LKE sub-area ini. Hanya keterangan; tidak dibaca.",
    "Jenis jawaban": "Pilihan jawaban menurut daftar resmi. Hanya keterangan; tidak dibaca.",
}
"""Headers of the tab Indikator that are there for people, by header."""

SETTINGS_COLUMNS: Mapping[str, str] = {
    "Kunci": "Nama pengaturan. Jangan diubah.",
    "Nilai": "Isi pengaturan. Kosong berarti nilai bawaan.",
    "Keterangan": "Arti pengaturan itu. Hanya keterangan; tidak dibaca.",
}
"""Headers of the tab Pengaturan, in order."""

SETTINGS: Mapping[str, str] = {
    "unit": "Nama unit kerja.",
    "assessed_year": (
        "Tahun yang dinilai, empat angka; angka utama SPIP memakai laporan tahun ini. Bawaannya "
        "tahun tanggal keadaan."
    ),
    "target_predicate": "Predikat yang dituju, WBK atau WBBM. Bawaannya WBK.",
    "spip_due_days": (
        "Jatuh tempo laporan SPIP: banyaknya hari sesudah akhir triwulan, 0 sampai 366. "
        "Bawaannya 10."
    ),
    "meeting_on": "Tanggal rapat monev berikutnya.",
    "previous_meeting_on": (
        "Tanggal rapat yang lalu; perubahan angka dihitung sejak hari itu. Bawaannya akhir "
        "triwulan sebelumnya."
    ),
    "completeness_target": "Bagian yang ingin dicapai, misalnya 90%.",
    "target_on": "Tanggal target kelengkapan itu harus tercapai.",
    "hidden_names": (
        "Nama orang yang disamarkan menjadi inisial bila terdapat dalam judul atau catatan, "
        "dipisahkan titik koma."
    ),
    **ENTRY,
}
"""By canonical name of the setting."""
