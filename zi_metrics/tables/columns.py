"""One declaration per table: the tab and headers people see, the canonical columns, their kinds.

The sheet reader, the snapshot store and the contracts all read these declarations.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd


class Kind(StrEnum):
    """What the cells of a column hold; decides the dtype and how a cell of another type is read."""

    TEXT = "teks"
    DATE = "tanggal"
    COUNT = "bilangan bulat"
    NUMBER = "bilangan"
    FLAG = "Ya/Tidak"

    @property
    def dtype(self) -> str:
        """The pandas dtype of a clean column; every one of them can say 'missing'."""
        return _DTYPES[self]


_DTYPES = {
    Kind.TEXT: "str",
    Kind.DATE: "datetime64[s]",
    Kind.COUNT: "Int64",
    Kind.NUMBER: "Float64",
    Kind.FLAG: "boolean",
}

ORIGIN = "origin"
"""Where a row was read, as a person finds it again; not part of a table's content."""


@dataclass(frozen=True)
class Column:
    """A column: canonical name, header in the sheet, kind, and whether its table needs it."""

    name: str
    header: str
    kind: Kind = Kind.TEXT
    required: bool = False


@dataclass(frozen=True)
class TableSpec:
    """A table: canonical name, tab in the sheet, its columns in order."""

    name: str
    tab: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """Canonical column names in order, without the origin."""
        return [column.name for column in self.columns]

    def empty(self) -> pd.DataFrame:
        """The table without rows, every column in its dtype, with its origin column."""
        columns = {column.name: pd.Series(dtype=column.kind.dtype) for column in self.columns}
        return pd.DataFrame(columns | {ORIGIN: pd.Series(dtype=Kind.TEXT.dtype)})


INDICATORS = TableSpec(
    "indicators",
    "Indikator",
    (
        Column("code", "Kode", required=True),
        Column("answer", "Jawaban"),
        Column("answer_numerator", "Pembilang", Kind.NUMBER),
        Column("answer_denominator", "Penyebut", Kind.NUMBER),
        Column("pic", "PIC"),
        Column("note", "Catatan"),
    ),
)
EVIDENCE = TableSpec(
    "evidence",
    "Data Dukung",
    (
        Column("evidence_id", "ID"),
        Column("code", "Kode indikator", required=True),
        Column("title", "Data dukung", required=True),
        Column("period", "Periode"),
        Column("status", "Status", required=True),
        Column("url", "Tautan"),
        Column("pic", "PIC"),
        Column("due_on", "Tenggat", Kind.DATE),
        Column("updated_on", "Diperbarui", Kind.DATE),
        Column("reason", "Alasan"),
        Column("note", "Catatan"),
    ),
)
RECOMMENDATIONS = TableSpec(
    "recommendations",
    "Monev",
    (
        Column("recommendation_id", "ID"),
        Column("period", "Periode"),
        Column("source", "Sumber"),
        Column("area_no", "Area", Kind.COUNT),
        Column("code", "Kode indikator"),
        Column("finding", "Temuan"),
        Column("recommendation", "Rekomendasi", required=True),
        Column("follow_up", "Tindak lanjut"),
        Column("pic", "PIC"),
        Column("raised_on", "Tanggal", Kind.DATE),
        Column("due_on", "Tenggat", Kind.DATE),
        Column("status", "Status", required=True),
        Column("closed_on", "Selesai", Kind.DATE),
        Column("url", "Tautan bukti"),
        Column("reason", "Alasan"),
    ),
)
SPIP_REPORTS = TableSpec(
    "spip_reports",
    "SPIP",
    (
        Column("year", "Tahun", Kind.COUNT, required=True),
        Column("quarter", "Triwulan", Kind.COUNT, required=True),
        Column("area_no", "Area", Kind.COUNT, required=True),
        Column("required", "Wajib", Kind.FLAG),
        Column("submitted_on", "Tanggal masuk", Kind.DATE, required=True),
        Column("url", "Tautan"),
        Column("risk_count", "Risiko", Kind.COUNT),
        Column("rtp_planned_count", "RTP direncanakan", Kind.COUNT),
        Column("rtp_done_count", "RTP selesai", Kind.COUNT),
        Column("note", "Catatan"),
    ),
)
RESULTS = TableSpec(
    "results",
    "Hasil",
    (
        Column("component", "Komponen", required=True),
        Column("value", "Nilai", required=True),
        Column("year", "Tahun", Kind.COUNT),
        Column("assessor", "Asal"),
    ),
)

TABLES = (INDICATORS, EVIDENCE, RECOMMENDATIONS, SPIP_REPORTS, RESULTS)
UNIT_AREA = 0
"""`area_no` of an SPIP row that reports for the whole unit."""
