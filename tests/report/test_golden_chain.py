"""One case through the whole chain; its arithmetic is written out in `tests/golden/chain.md`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.tables.builders import table
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.columns import EVIDENCE, RECOMMENDATIONS, SPIP_REPORTS
from zi_metrics.tables.snapshot import Reading, assemble

ROOT = Path(__file__).parents[2]
JULY = date(2025, 7, 31)
WHY = "Bukan tugas unit"
FRAMES = {
    "evidence": table(
        EVIDENCE,
        {"code": "A.I.1.i.a", "status": "Terverifikasi"},
        {"code": "A.I.1.i.a", "status": "Tersedia"},
        {"code": "A.I.1.i.a", "status": "Tidak relevan", "reason": WHY},
        {"code": "A.I.1.iv.a", "status": "Ada"},
        {"code": "A.I.1.iv.a", "status": "Disusun"},
        {"code": "A.I.1.iv.a", "status": "Tidak relevan"},
        {"code": "A.I.3.iii.a", "status": "OK"},
        {"code": "A.I.3.iv.a", "status": "x"},
        {"code": "A.I.3.v.a", "status": "N/A", "reason": WHY},
        {"code": "A.I.9.z", "status": "Tersedia"},
        {"code": "A.II.1.ii", "status": "Tersedia"},
    ),
    "recommendations": table(
        RECOMMENDATIONS,
        {
            "code": "A.II.1.ii",
            "area_no": None,
            "status": "Selesai",
            "due_on": date(2025, 2, 28),
            "closed_on": date(2025, 3, 1),
        },
        {"status": "Selesai", "due_on": date(2025, 6, 30), "closed_on": date(2025, 8, 10)},
        {"area_no": 3, "status": "TDTL", "reason": WHY},
        {"area_no": None, "status": "Dalam proses", "due_on": JULY},
        {"status": "Belum", "raised_on": date(2025, 8, 5)},
    ),
    "spip_reports": table(
        SPIP_REPORTS,
        {"area_no": 1, "quarter": 1, "submitted_on": date(2025, 4, 15)},
        {"area_no": 1, "quarter": 2, "submitted_on": date(2025, 7, 20)},
        {"area_no": 1, "quarter": 3, "submitted_on": date(2025, 10, 10)},
        {"area_no": 3, "quarter": 1, "submitted_on": None, "required": "Tidak"},
        {"area_no": 3, "quarter": 3, "submitted_on": date(2025, 7, 30)},
    ),
}
SETTINGS = {"Tahun penilaian": "2025", "SPIP jatuh tempo (hari)": "15"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = SnapshotStore(tmp_path_factory.mktemp("potret"))
    read_at = datetime(2025, 7, 31, 2, 30, tzinfo=UTC)
    return store.root / store.write(assemble(FRAMES, SETTINGS, Reading("uji", JULY, read_at)))


def answer(folder: Path, *arguments: str) -> dict[str, Any]:
    """What a real `python -m zi_metrics ringkas --json` prints."""
    run = subprocess.run(
        [sys.executable, "-m", "zi_metrics", "ringkas", "--sumber", folder, "--json", *arguments],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "en_US.UTF-8", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    told: dict[str, Any] = json.loads(run.stdout)
    return told


@pytest.fixture(scope="module")
def july(folder: Path) -> dict[str, Any]:
    return answer(folder)


def group(
    states: tuple[int, int, int, int, int],
    evidence: tuple[int, int, int, int],
    shares: tuple[float | None, float | None, float | None, float | None],
    follow_up: tuple[int, int, int, float | None] = (0, 0, 0, None),
    spip: tuple[int, int, int] = (0, 0, 0),
) -> dict[str, Any]:
    """One group of the answer from its bare numbers, in the order of the issue's keys."""
    return {
        "indikator": dict(
            zip(
                ("lengkap", "sebagian", "kosong", "tanpa_data_dukung", "tidak_relevan"),
                states,
                strict=True,
            )
        ),
        "data_dukung": dict(
            zip(("wajib", "lengkap", "terverifikasi", "tidak_dikenali"), evidence, strict=True)
        ),
        **{
            name: None if share is None else pytest.approx(share, abs=1e-12)
            for name, share in zip(
                ("kelengkapan", "verifikasi", "kelengkapan_berbobot", "indikator_lengkap"),
                shares,
                strict=True,
            )
        },
        "tindak_lanjut": dict(
            zip(("wajib", "selesai", "terlambat", "share"), follow_up, strict=True)
        ),
        "spip": dict(zip(("jatuh_tempo", "masuk", "tepat_waktu"), spip, strict=True)),
    }


def area(no: int, name: str, figures: dict[str, Any], quarters: str = "") -> dict[str, Any]:
    """An area of the answer; quarters: the four states, with a comma between."""
    states = quarters.split(", ") if quarters else []
    by_quarter = {f"2025-TW{number}": state for number, state in enumerate(states, start=1)}
    return {"no": no, "nama": name, **figures, "spip": figures["spip"] | {"triwulan": by_quarter}}


NAMES = (
    "Manajemen Perubahan",
    "Penataan Tatalaksana",
    "Penataan Sistem Manajemen SDM",
    "Penguatan Akuntabilitas",
    "Penguatan Pengawasan",
    "Peningkatan Kualitas Pelayanan Publik",
)


def nothing_listed(no: int, indicators: int) -> dict[str, Any]:
    figures = group((0, 0, 0, indicators, 0), (0, 0, 0, 0), (None, None, 0.0, 0.0))
    return area(no, NAMES[no - 1], figures)


# Pemenuhan. Shares: complete/required, verified/required, points covered/points in all,
# indicators lengkap/relevant.
TOTAL = group(
    (2, 1, 1, 82, 1),
    (7, 4, 2, 1),
    (4 / 7, 2 / 7, (7 / 12) / (117 / 4), 2 / 86),
    (3, 1, 1, 1 / 3),
    (4, 3, 2),
)
AREA_1 = area(
    1,
    NAMES[0],
    group(
        (1, 1, 0, 10, 0), (5, 3, 1, 0), (3 / 5, 1 / 5, 3 / 32, 1 / 12), (2, 1, 1, 0.5), (2, 2, 1)
    ),
    "tepat waktu, masuk terlambat, belum jatuh tempo, belum jatuh tempo",
)
AREA_3 = area(
    3,
    NAMES[2],
    group((1, 0, 1, 15, 1), (2, 1, 1, 1), (1 / 2, 1 / 2, 5 / 102, 1 / 17), spip=(2, 1, 1)),
    "tidak wajib, terlambat belum masuk, tepat waktu, belum jatuh tempo",
)
REFORM_TOTAL = group((1, 0, 0, 22, 0), (1, 1, 0, 0), (1.0, 0.0, 1 / 30, 1 / 23), (1, 1, 0, 1.0))
REFORM_1 = area(
    1, NAMES[0], group((1, 0, 0, 3, 0), (1, 1, 0, 0), (1.0, 0.0, 1 / 4, 1 / 4), (1, 1, 0, 1.0))
)


def test_every_number_of_the_answer_is_the_one_worked_out_by_hand(july: dict[str, Any]) -> None:
    assert (july["sumber"], july["per"]) == ("uji", "2025-07-31")
    assert july["total"] == TOTAL
    rest = [nothing_listed(no, indicators) for no, indicators in ((4, 11), (5, 18), (6, 19))]
    assert july["area"] == [AREA_1, nothing_listed(2, 9), AREA_3, *rest]


def test_reform_stands_beside_with_numbers_of_its_own(july: dict[str, Any]) -> None:
    reform = july["reform"]
    assert reform["total"] == REFORM_TOTAL
    counts = ((2, 6), (3, 3), (4, 3), (5, 4), (6, 3))
    assert reform["area"] == [REFORM_1, *(nothing_listed(no, count) for no, count in counts)]


def test_later_as_of_date_moves_only_what_has_a_date(folder: Path) -> None:
    told = answer(folder, "--per", "2025-10-16")
    assert told["per"] == "2025-10-16"
    total, first, third = told["total"], told["area"][0], told["area"][2]
    figures = {"wajib": 4, "selesai": 2, "terlambat": 1, "share": 0.5}
    assert total["tindak_lanjut"] == figures
    assert first["tindak_lanjut"]["share"] == pytest.approx(2 / 3)
    assert total["spip"] == {"jatuh_tempo": 5, "masuk": 4, "tepat_waktu": 3}
    assert first["spip"]["triwulan"]["2025-TW3"] == "tepat waktu"
    assert third["spip"] == AREA_3["spip"]
    assert total["data_dukung"] == TOTAL["data_dukung"]


def test_answer_carries_the_digest_of_the_stored_content(
    folder: Path, july: dict[str, Any]
) -> None:
    assert folder.name == f"2025-07-31-{july['digest'][:12]}"
