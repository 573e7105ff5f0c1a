"""A workbook as one unit keeps it, of any size: every cell of a kind that people type."""

from __future__ import annotations

from datetime import datetime, timedelta

from zi_metrics.lke import load_catalogue
from zi_metrics.sources.grid import Grid, Span, Value, Workbook
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RECOMMENDATIONS, RESULTS, SPIP_REPORTS
from zi_metrics.tables.spec import TableSpec

TABS = 6
BLANK_ROWS = 50
NEW_YEAR = datetime(2025, 1, 1)  # noqa: DTZ001  moments in a sheet have no zone
CODES: list[str] = load_catalogue().indicators["code"].tolist()
STATUSES = ("Tersedia", "Terverifikasi", "Belum ada", "Disusun", "revisi", "sudah ada", None)
SETTINGS: list[list[Value]] = [
    ["Kunci", "Nilai"],
    ["Unit", "Balai Contoh"],
    ["Tahun penilaian", 2025.0],
    ["Target kelengkapan", 0.9],
    ["Tanggal rapat", NEW_YEAR + timedelta(days=194)],
]


def workbook(documents: int) -> Workbook:
    """All tabs of a unit that lists so many documents, over six tabs; 42 monev, 24 SPIP."""
    each = documents // TABS
    grids = [
        Grid("Pengaturan", SETTINGS, gid=1),
        Grid("Indikator", [_headers(INDICATORS), *map(_indicator, CODES)], gid=2),
        *(_evidence_tab(tab, range(each * tab, each * (tab + 1))) for tab in range(TABS)),
        Grid("Monev", [_headers(RECOMMENDATIONS), *map(_recommendation, range(42))], gid=3),
        Grid("SPIP", [_headers(SPIP_REPORTS), *map(_report, range(24))], gid=4),
        Grid("Hasil", [_headers(RESULTS), ["IPAK", "3,6", 2025.0, "survei mandiri"]], gid=5),
    ]
    return Workbook("ZI 2025", tuple(grids), "https://docs.google.com/spreadsheets/d/x/edit")


def _headers(spec: TableSpec) -> list[Value]:
    return [column.header for column in spec.columns]


def _evidence_tab(tab: int, numbers: range) -> Grid:
    """Two rows above the header, codes merged by twos, an address behind every other label."""
    width = len(EVIDENCE.columns)
    rows: list[list[Value]] = [["DATA DUKUNG"] + [None] * (width - 1), [None] * width]
    rows += [_headers(EVIDENCE), *map(_document, numbers)]
    merges = tuple(Span(row, 1, row + 2, 2) for row in range(3, len(rows) - 1, 2))
    for span in merges:
        rows[span.top + 1][1] = None
    rows += [[None] * width] * BLANK_ROWS
    labels = (row for row, cells in enumerate(rows) if cells[5] == "LIHAT EVIDENCE")
    links = {(row, 5): (f"https://drive.google.com/file/d/{tab}-{row}/view",) for row in labels}
    return Grid(f"Data Dukung {tab + 1}", rows, links, merges, gid=10 + tab)


def _document(number: int) -> list[Value]:
    return [
        f"E{number}",
        CODES[number // 2 % len(CODES)],
        f"Surat Keputusan Tim Kerja nomor {number}",
        "Semester I 2025",
        STATUSES[number % len(STATUSES)],
        "LIHAT EVIDENCE" if number % 2 else None,
        ("Sari", "Budi", "Tono")[number % 3],
        _day(number),
        _day(number + 20) if number % 2 else "1 Okt 2025",
        None,
        "Sudah diperiksa" if number % 5 == 0 else None,
    ]


def _indicator(code: str) -> list[Value]:
    options = load_catalogue().questions[code].options
    best: list[Value] = ["100%"] if options is None else list(options)[:1]
    return [code, *best, None, None, "Sari", None]


def _recommendation(number: int) -> list[Value]:
    return [
        f"M{number}",
        "Juni 2025",
        "Monev Juni",
        float(number % 6 + 1),
        None,
        "Belum lengkap",
        f"Lengkapi dokumen {number}",
        "Sudah dikirim",
        "Sari",
        _day(number),
        _day(number + 90),
        ("Selesai", "Proses", "Belum")[number % 3],
        _day(number + 60) if number % 3 == 0 else None,
        "https://contoh.test/bukti",
        None,
    ]


def _report(number: int) -> list[Value]:
    quarter, area = number % 4, float(number // 4 + 1)
    came_in = _day(90 * quarter + 95) if quarter < 2 else None
    return [2025.0, ("I", "II", "III", "IV")[quarter], area, "Ya", came_in, None, 4.0, 3.0, 2.0]


def _day(number: int) -> datetime:
    return NEW_YEAR + timedelta(days=number % 330)
