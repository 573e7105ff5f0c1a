"""What happens in the sample: its dates, how far each area has come by when, and who does what."""

from __future__ import annotations

import random
from datetime import date

from zi_metrics.lke import AREA_NUMBERS

YEAR = 2025
UNIT = "Unit Kerja Contoh"
SITE = f"https://contoh.example/zi/{YEAR}"
SPIP_DUE_DAYS = 20

AS_OF_DATES = (
    date(2025, 3, 31),
    date(2025, 6, 30),
    date(2025, 9, 30),
    date(2025, 12, 31),
    date(2026, 1, 20),
)
_MEETINGS = tuple(
    map(
        date.fromisoformat,
        ("2025-01-15", "2025-04-15", "2025-07-15", "2025-10-15", "2026-01-22"),
    )
)

# Rows of the area's evidence that are complete by each as-of date.
COMPLETE_ROWS = {
    1: (11, 17, 21, 24, 24),
    2: (4, 7, 11, 7, 9),
    3: (9, 16, 25, 36, 42),
    4: (15, 23, 31, 37, 38),
    5: (5, 9, 16, 22, 25),
    6: (18, 26, 42, 76, 93),
}
assert tuple(COMPLETE_ROWS) == AREA_NUMBERS

# The share of what exists that the internal team passes in each of its rounds.
VERIFIED_SHARE = {1: 0.8, 2: 0.7, 3: 0.45, 4: 0.85, 5: 0.4, 6: 0.4}

VERIFICATION_ROUNDS = tuple(
    map(
        date.fromisoformat,
        ("2025-03-19", "2025-06-11", "2025-09-24", "2025-12-10", "2026-01-14"),
    )
)

ROLES = {
    "A.I.1.i": "Sekretaris Tim ZI",
    "A.I.1.ii": "Koordinator Area 1",
    "A.I.1.iii": "Sekretaris Tim ZI",
    "A.I.1.iv": "Koordinator Agen Perubahan",
    "A.I.2.i": "Pengelola POS",
    "A.I.2.ii": "Pranata Komputer",
    "A.I.2.iii": "Petugas PPID",
    "A.I.3.i": "Analis SDM",
    "A.I.3.ii": "Analis SDM",
    "A.I.3.iii": "Pengelola Pengembangan Kompetensi",
    "A.I.3.iv": "Pengelola Kinerja Pegawai",
    "A.I.3.v": "Pengelola Disiplin Pegawai",
    "A.I.3.vi": "Pengelola Data Kepegawaian",
    "A.I.4.i": "Koordinator Area 4",
    "A.I.4.ii": "Perencana",
    "A.I.5.i": "Ketua UPG",
    "A.I.5.ii": "Sekretaris Tim SPIP",
    "A.I.5.iii": "Pengelola Pengaduan",
    "A.I.5.iv": "Pengelola WBS",
    "A.I.5.v": "Koordinator Area 5",
    "A.I.6.i": "Pengelola Layanan",
    "A.I.6.ii": "Koordinator ULT",
    "A.I.6.iii": "Pengelola Pengaduan",
    "A.I.6.iv": "Pengelola Survei Layanan",
    "A.I.6.v": "Pranata Komputer",
}


def role_of(code: str) -> str:
    """Who keeps an indicator: the sub-area's role, for Reform the area's coordinator."""
    sub_area = ".".join(code.split(".")[:4])
    return ROLES.get(sub_area, f"Koordinator Area {code.split('.')[2]}")


def unit_settings(as_of: date) -> dict[str, str]:
    """The tab Pengaturan on a day: the next meeting and the one before it.

    A proposal reaches the national team by 31 May and rests on the December before, so that day
    is the target of the assessed year.
    """
    coming = next(number for number, day in enumerate(_MEETINGS) if day > as_of)
    return {
        "Unit": UNIT,
        "Tahun penilaian": str(YEAR),
        "Target predikat": "WBK",
        "SPIP jatuh tempo (hari)": str(SPIP_DUE_DAYS),
        "Tanggal rapat": _MEETINGS[coming].isoformat(),
        "Tanggal rapat lalu": _MEETINGS[coming - 1].isoformat(),
        "Target kelengkapan": "90%",
        "Tanggal target": "2026-05-31",
    }


def chance(topic: str) -> random.Random:
    """The topic's own source of chance, so that a change in one moves nothing in another."""
    return random.Random(f"zi-contoh-{YEAR}/{topic}")
