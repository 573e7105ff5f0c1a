"""One declaration per table: the tab and headers people see, the canonical columns, their kinds.

The sheet reader, the snapshot store and the contracts all read these declarations.
"""

from __future__ import annotations

from zi_metrics.tables.spec import Column, Kind, TableSpec, Told

AS_IS, RECOGNISED, PLACE = Told.AS_IS, Told.RECOGNISED, Told.PLACE
"""What visitors are told of a column; of one that does not say, nothing."""

INDICATORS = TableSpec(
    "indicators",
    "Indikator",
    (
        Column(
            "code",
            "Kode",
            required=True,
            aliases="Kode indikator | No indikator",
            fills_down=True,
            told=AS_IS,
        ),
        Column("answer", "Jawaban", aliases="Jawaban unit | Nilai jawaban", told=RECOGNISED),
        Column("answer_numerator", "Pembilang", Kind.NUMBER, told=AS_IS),
        Column("answer_denominator", "Penyebut", Kind.NUMBER, told=AS_IS),
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
            "code",
            "Kode indikator",
            required=True,
            aliases="Kode | No indikator",
            fills_down=True,
            told=RECOGNISED,
        ),
        Column(
            "title",
            "Data dukung",
            required=True,
            aliases="Nama data dukung | Dokumen | Nama dokumen | Judul | Judul dokumen"
            " | Evidence | Eviden | Bukti dukung",
            told=PLACE,
        ),
        Column("period", "Periode", Kind.PERIOD, aliases="Tahun | Masa", told=RECOGNISED),
        Column(
            "status",
            "Status",
            Kind.STATUS,
            required=True,
            aliases="Status data dukung | Keadaan | Ketersediaan",
            told=RECOGNISED,
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
            told=AS_IS,
        ),
        Column(
            "updated_on",
            "Diperbarui",
            Kind.DATE,
            aliases="Tanggal update | Terakhir diubah | Tanggal diperbarui",
            told=AS_IS,
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
        Column(
            "period",
            "Periode",
            Kind.PERIOD,
            aliases="Periode monev",
            fills_down=True,
            told=RECOGNISED,
        ),
        Column("source", "Sumber", aliases="Asal | Sumber rekomendasi"),
        Column("area_no", "Area", Kind.AREA, aliases="Area perubahan", fills_down=True, told=AS_IS),
        Column("code", "Kode indikator", aliases="Kode", fills_down=True, told=RECOGNISED),
        Column("finding", "Temuan", aliases="Catatan monev | Hasil monev"),
        Column(
            "recommendation", "Rekomendasi", required=True, aliases="Saran perbaikan", told=PLACE
        ),
        Column("follow_up", "Tindak lanjut", aliases="Rencana tindak lanjut | RTL"),
        Column("pic", "PIC", aliases="Penanggung jawab | Koordinator"),
        Column(
            "raised_on",
            "Tanggal",
            Kind.DATE,
            aliases="Tanggal rekomendasi | Tanggal monev",
            told=AS_IS,
        ),
        Column(
            "due_on",
            "Tenggat",
            Kind.DATE,
            aliases="Batas waktu | Deadline | Jatuh tempo | Target selesai",
            told=AS_IS,
        ),
        Column(
            "status",
            "Status",
            Kind.STATUS,
            required=True,
            aliases="Status tindak lanjut | Keadaan",
            told=RECOGNISED,
        ),
        Column("closed_on", "Selesai", Kind.DATE, aliases="Tanggal selesai", told=AS_IS),
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
        Column("year", "Tahun", Kind.COUNT, required=True, fills_down=True, told=AS_IS),
        Column(
            "quarter",
            "Triwulan",
            Kind.QUARTER,
            required=True,
            aliases="TW | Periode",
            fills_down=True,
            told=AS_IS,
        ),
        Column(
            "area_no",
            "Area",
            Kind.AREA,
            required=True,
            aliases="Area perubahan",
            fills_down=True,
            told=AS_IS,
        ),
        Column("required", "Wajib", Kind.FLAG, aliases="Wajib lapor", told=AS_IS),
        Column(
            "submitted_on",
            "Tanggal masuk",
            Kind.DATE,
            required=True,
            aliases="Tanggal lapor | Tanggal laporan | Tanggal kirim",
            told=AS_IS,
        ),
        Column("url", "Tautan", Kind.LINK, aliases="Link | URL | Tautan laporan | Link laporan"),
        Column("risk_count", "Risiko", Kind.COUNT, aliases="Jumlah risiko", told=AS_IS),
        Column(
            "rtp_planned_count", "RTP direncanakan", Kind.COUNT, aliases="RTP rencana", told=AS_IS
        ),
        Column("rtp_done_count", "RTP selesai", Kind.COUNT, aliases="RTP terlaksana", told=AS_IS),
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
        Column("component", "Komponen", required=True, told=RECOGNISED),
        Column("value", "Nilai", required=True, told=RECOGNISED),
        Column("year", "Tahun", Kind.COUNT, told=AS_IS),
        Column("assessor", "Asal", aliases="Sumber", told=RECOGNISED),
    ),
    shown_by="component",
    aliases="Komponen hasil",
    informative="Catatan | Keterangan | No",
)

TABLES = (INDICATORS, EVIDENCE, RECOMMENDATIONS, SPIP_REPORTS, RESULTS)
UNIT_AREA = 0
"""`area_no` of an SPIP row that reports for the whole unit."""
