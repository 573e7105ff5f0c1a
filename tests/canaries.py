"""A workbook whose every closed cell holds a word of its own, by which a leak is known.

It is made from the declarations of the columns: a new one joins by itself, and is closed until it
is declared otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from zi_metrics.lke import load_catalogue
from zi_metrics.settings import SHEET_SOURCE
from zi_metrics.sources.grid import Grid, Value, Workbook
from zi_metrics.sources.reading import snapshot_of
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.columns import (
    EVIDENCE,
    INDICATORS,
    RECOMMENDATIONS,
    RESULTS,
    SPIP_REPORTS,
    TABLES,
)
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.spec import Column, Kind, TableSpec, Told
from zi_metrics.tables.unit_settings import SETTINGS

MARK = "kenari"
_KNOWN = re.compile(rf"{MARK}\d{{5}}")
DAYS = (datetime(2025, 6, 30, 3, tzinfo=UTC), datetime(2025, 9, 30, 3, tzinfo=UTC))
RIGHT: dict[str, dict[str, Value]] = {
    INDICATORS.name: {"answer": "Ya"},
    EVIDENCE.name: {
        "code": "A.I.1.i.a",
        "period": "2025",
        "status": "Disusun",
        "due_on": datetime(2025, 5, 1),  # noqa: DTZ001  moments in a sheet have no zone
    },
    RECOMMENDATIONS.name: {
        "area_no": "Area 2",
        "code": "A.I.2.i.a",
        "period": "Semester I 2025",
        "status": "Dalam proses",
        "raised_on": datetime(2025, 1, 10),  # noqa: DTZ001  as above
        "due_on": datetime(2025, 4, 1),  # noqa: DTZ001  as above
    },
    SPIP_REPORTS.name: {
        "year": 2025.0,
        "quarter": "TW I",
        "area_no": "Area 3",
        "submitted_on": datetime(2025, 4, 30),  # noqa: DTZ001  as above
        "risk_count": 4.0,
        "rtp_planned_count": 4.0,
        "rtp_done_count": 3.0,
    },
    RESULTS.name: {"component": "IPAK", "value": "3,6", "year": 2025.0},
}
"""Cells of a row that counts, of columns that visitors are told."""
CODES = list(load_catalogue().indicators["code"])
ENTRY = next(each.key for each in SETTINGS if each.is_entry)


class Canaries:
    """Hands out words that occur nowhere else."""

    def __init__(self, first: int = 0) -> None:
        self._numbers = count(first)

    def word(self) -> str:
        return f"{MARK}{next(self._numbers):05}"

    def cell(self, column: Column) -> str:
        """What a person might write in a column."""
        return (
            f"https://{self.word()}.test/x" if column.kind is Kind.LINK else f"Budi {self.word()}"
        )

    def rows(self, spec: TableSpec) -> Iterator[list[Value]]:
        """Rows that count, and for each column that is told one where it holds no such thing."""
        told = [None, None, *(column.name for column in spec.columns if _is_read(column))]
        for number, wrong in enumerate(told):
            right = dict(RIGHT[spec.name])
            if spec is INDICATORS:
                right["code"] = CODES[number]
            if spec is EVIDENCE and number == 1:
                right["status"] = "Terverifikasi"
            yield [
                right.get(column.name)
                if _is_read(column) and column.name != wrong
                else self.cell(column)
                for column in spec.columns
            ]

    def grid(self, spec: TableSpec, gid: int) -> Grid:
        """A tab, one more column that nobody reads, and a title that only begins as it should."""
        title = f"{spec.tab} {self.word()}" if spec.is_split else spec.tab
        header: list[Value] = [*(column.header for column in spec.columns), f"Budi {self.word()}"]
        rows = [[*row, f"Budi {self.word()}"] for row in self.rows(spec)]
        return Grid(title, [[f"Judul {self.word()}"], header, *rows], gid=gid)

    def settings(self) -> Grid:
        rows: list[list[Value]] = [
            ["Kunci", "Nilai"],
            ["Unit", "Balai Uji"],
            ["Tahun penilaian", 2025.0],
            ["Tanggal rapat lalu", datetime(2025, 7, 15)],  # noqa: DTZ001  as above
            ["Nama yang disamarkan", f"Budi {self.word()}; Sari {self.word()}"],
            [f"Kunci {self.word()}", "x"],
            ["SPIP jatuh tempo (hari)", f"Budi {self.word()}"],
            [ENTRY, f"Budi {self.word()}"],
        ]
        assert {"Unit", "Nama yang disamarkan"} <= {setting.key for setting in SETTINGS}
        return Grid("Pengaturan", rows, gid=90)

    def workbook(self) -> Workbook:
        grids = [self.grid(spec, gid) for gid, spec in enumerate(TABLES, start=1)]
        other = Grid(f"Coretan {self.word()}", [[f"Budi {self.word()}"]], gid=91)
        url = f"https://docs.google.test/spreadsheets/d/{self.word()}/edit"
        return Workbook(f"Buku {self.word()}", (*grids, self.settings(), other), url)


def _is_read(column: Column) -> bool:
    return column.told in {Told.AS_IS, Told.RECOGNISED}


def snapshots(source: str = SHEET_SOURCE) -> tuple[Snapshot, Snapshot]:
    """Two readings of such workbooks, no word of one in the other."""
    unit = f"{MARK}99999"
    one, other = (
        snapshot_of(Canaries(first).workbook(), source, day, unit_id=unit)
        for first, day in zip((0, 5000), DAYS, strict=True)
    )
    return one, other


def store(folder: Path) -> Path:
    """A store of both, in a folder with such a name."""
    root = folder / f"potret-{MARK}88888"
    kept = SnapshotStore(root)
    for each in snapshots(f"Buku {MARK}77777.xlsx"):
        kept.write(each)
    return root


def found_in(said: bytes | str) -> set[str]:
    """The words that occur in what was said, in whatever case."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return set(_KNOWN.findall(text.casefold()))
