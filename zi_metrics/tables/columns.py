"""One declaration per table: the tab and headers people see, the canonical columns, their kinds.

The sheet reader, the snapshot store and the contracts all read these declarations.
"""

from __future__ import annotations

from zi_metrics.tables.spec import Column, Kind, TableSpec

INDICATORS = TableSpec(
    "indicators",
    "Indikator",
    (
        Column(
            "code", "Kode", required=True, aliases="Kode indikator | No indikator", fills_down=True
        ),
        Column("answer", "Jawaban", aliases="Jawaban unit | Nilai jawaban"),
        Column("answer_numerator", "Pembilang", Kind.NUMBER),
        Column("answer_denominator", "Penyebut", Kind.NUMBER),
        Column("pic", "PIC", aliases="Penanggung jawab | Koordinator"),
        Column("note", "Catatan", aliases="Keterangan | Ket"),
    ),
    shown_by="code",
    aliases="Daftar indikator | Indikator ZI | LKE",
    informative="Aspek | Area | Sub-area | Indikator | Bobot sub-area | Jenis jawaban",
)
EVIDENCE = TableSpec(
    "evidence",
    "Data Dukung",
    (
        Column("evidence_id", "ID", aliases="ID data dukung | ID dokumen"),
        Column(
            "code", "Kode indikator", required=True, aliases="Kode | No indikator", fills_down=True
        ),
        Column(
            "title",
            "Data dukung",
            required=True,
            aliases="Nama data dukung | Dokumen | Nama dokumen | Judul | Judul dokumen"
            " | Evidence | Eviden | Bukti dukung",
        ),
        Column("period", "Periode", Kind.PERIOD, aliases="Tahun | Masa"),
        Column(
            "status",
            "Status",
            Kind.STATUS,
            required=True,
            aliases="Status data dukung | Keadaan | Ketersediaan",
        ),
        Column(
            "url",
            "Tautan",
            Kind.LINK,
            aliases="Link | URL | Tautan dokumen | Link evidence | Link data dukung",
        ),
        Column("pic", "PIC", aliases="Penanggung jawab | Koordinator"),
        Column(
            "due_on",
            "Tenggat",
            Kind.DATE,
            aliases="Batas waktu | Deadline | Jatuh tempo | Target selesai",
        ),
        Column(
            "updated_on",
            "Diperbarui",
            Kind.DATE,
            aliases="Tanggal update | Terakhir diubah | Tanggal diperbarui",
        ),
        Column("reason", "Alasan"),
        Column("note", "Catatan", aliases="Keterangan | Ket"),
    ),
    shown_by="title",
    aliases="Evidence | Eviden | Bukti dukung | Daftar data dukung",
    is_split=True,
    informative="Aspek | Area | Sub-area | Indikator | No",
)
RECOMMENDATIONS = TableSpec(
    "recommendations",
    "Monev",
    (
        Column("recommendation_id", "ID", aliases="ID rekomendasi"),
        Column("period", "Periode", Kind.PERIOD, aliases="Periode monev", fills_down=True),
        Column("source", "Sumber", aliases="Asal | Sumber rekomendasi"),
        Column("area_no", "Area", Kind.AREA, aliases="Area perubahan", fills_down=True),
        Column("code", "Kode indikator", aliases="Kode", fills_down=True),
        Column("finding", "Temuan", aliases="Catatan monev | Hasil monev"),
        Column("recommendation", "Rekomendasi", required=True, aliases="Saran perbaikan"),
        Column("follow_up", "Tindak lanjut", aliases="Rencana tindak lanjut | RTL"),
        Column("pic", "PIC", aliases="Penanggung jawab | Koordinator"),
        Column("raised_on", "Tanggal", Kind.DATE, aliases="Tanggal rekomendasi | Tanggal monev"),
        Column(
            "due_on",
            "Tenggat",
            Kind.DATE,
            aliases="Batas waktu | Deadline | Jatuh tempo | Target selesai",
        ),
        Column(
            "status", "Status", Kind.STATUS, required=True, aliases="Status tindak lanjut | Keadaan"
        ),
        Column("closed_on", "Selesai", Kind.DATE, aliases="Tanggal selesai"),
        Column("url", "Tautan bukti", Kind.LINK, aliases="Tautan | Link | Link bukti | URL"),
        Column("reason", "Alasan"),
    ),
    shown_by="recommendation",
    aliases="Monitoring dan evaluasi | Rekomendasi monev | Tindak lanjut monev",
    informative="No | Catatan | Keterangan",
)
SPIP_REPORTS = TableSpec(
    "spip_reports",
    "SPIP",
    (
        Column("year", "Tahun", Kind.COUNT, required=True, fills_down=True),
        Column(
            "quarter",
            "Triwulan",
            Kind.QUARTER,
            required=True,
            aliases="TW | Periode",
            fills_down=True,
        ),
        Column(
            "area_no", "Area", Kind.AREA, required=True, aliases="Area perubahan", fills_down=True
        ),
        Column("required", "Wajib", Kind.FLAG, aliases="Wajib lapor"),
        Column(
            "submitted_on",
            "Tanggal masuk",
            Kind.DATE,
            required=True,
            aliases="Tanggal lapor | Tanggal laporan | Tanggal kirim",
        ),
        Column("url", "Tautan", Kind.LINK, aliases="Link | URL | Tautan laporan | Link laporan"),
        Column("risk_count", "Risiko", Kind.COUNT, aliases="Jumlah risiko"),
        Column("rtp_planned_count", "RTP direncanakan", Kind.COUNT, aliases="RTP rencana"),
        Column("rtp_done_count", "RTP selesai", Kind.COUNT, aliases="RTP terlaksana"),
        Column("note", "Catatan", aliases="Keterangan | Ket"),
    ),
    shown_by="submitted_on",
    aliases="Laporan SPIP | SPIP triwulanan",
    informative="No",
)
RESULTS = TableSpec(
    "results",
    "Hasil",
    (
        Column("component", "Komponen", required=True),
        Column("value", "Nilai", required=True),
        Column("year", "Tahun", Kind.COUNT),
        Column("assessor", "Asal", aliases="Sumber"),
    ),
    shown_by="component",
    aliases="Komponen hasil",
    informative="Catatan | Keterangan | No",
)

TABLES = (INDICATORS, EVIDENCE, RECOMMENDATIONS, SPIP_REPORTS, RESULTS)
UNIT_AREA = 0
"""`area_no` of an SPIP row that reports for the whole unit."""
