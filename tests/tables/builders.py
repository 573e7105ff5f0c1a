"""Small tables and snapshots: what a test does not name has a value that is right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd

from zi_metrics.lke import load_catalogue
from zi_metrics.tables.check import Checked, check
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RECOMMENDATIONS, RESULTS, SPIP_REPORTS
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.snapshot import Reading, Snapshot, assemble
from zi_metrics.tables.spec import TableSpec

CODE = "A.I.1.i.a"
RIGHT: dict[TableSpec, dict[str, Any]] = {
    INDICATORS: {"code": CODE},
    EVIDENCE: {"code": CODE, "title": "SK Tim", "status": "Tersedia"},
    RECOMMENDATIONS: {"recommendation": "Lengkapi SK", "status": "Dalam proses", "area_no": 1},
    SPIP_REPORTS: {"year": 2025, "quarter": 1, "area_no": 1, "submitted_on": date(2025, 4, 8)},
    RESULTS: {"component": "IPAK", "value": "3,6"},
}


def table(spec: TableSpec, *rows: Mapping[str, Any]) -> pd.DataFrame:
    """A table as a source reads it: all columns, cells of any type, what is not named is empty."""
    filled = [[(RIGHT[spec] | row).get(name) for name in spec.names] for row in rows]
    return pd.DataFrame(filled, columns=spec.names, dtype=object)


def identified(spec: TableSpec, *rows: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The same rows, each with an ID of its own where none is named, so that no row is repeated."""
    names = [name for name in spec.names if name.endswith("_id")]
    return [dict.fromkeys(names, f"baris-{number}") | row for number, row in enumerate(rows, 1)]


def checked(spec: TableSpec, *rows: Mapping[str, Any], **known: Any) -> Checked:
    """A small table after the door, its rows told apart by their IDs."""
    return check(table(spec, *identified(spec, *rows)), spec, load_catalogue(), **known)


def told(problems: list[Problem] | tuple[Problem, ...]) -> list[tuple[Severity, str, str]]:
    """What matters of problems in most tests: how bad, where, and what was read."""
    return [(problem.severity, problem.where, problem.read) for problem in problems]


def reading(as_of: date = date(2025, 6, 30), **known: Any) -> Reading:
    return Reading("uji", as_of, datetime(2025, 7, 1, 2, 30, tzinfo=UTC), **known)


def snapshot(
    frames: Mapping[str, pd.DataFrame] | None = None,
    settings: Mapping[str, str] | None = None,
    as_of: date = date(2025, 6, 30),
) -> Snapshot:
    """A snapshot; without tables of your own, one with some rows in each and two faults."""
    return assemble(small_frames() if frames is None else frames, settings or {}, reading(as_of))


def small_frames() -> dict[str, pd.DataFrame]:
    return {
        "indicators": table(
            INDICATORS,
            {"code": CODE, "answer": "Ya", "pic": "Sari"},
            {"code": "A.II.1.i.a", "answer_numerator": 3, "answer_denominator": 4.5},
        ),
        "evidence": table(
            EVIDENCE,
            {"evidence_id": "E1", "due_on": date(2025, 3, 31), "url": "https://contoh.test/1"},
            {"code": "A.I.2.i.b", "title": "POS", "status": "entah", "period": "2025"},
            {"code": "B.9.z", "title": "Laporan", "status": "Draft"},
        ),
        "recommendations": table(
            RECOMMENDATIONS,
            {"recommendation_id": "M1", "raised_on": date(2025, 1, 20)},
            {"area_no": None, "code": "A.I.5.ii.a", "status": "TDTL", "reason": "Bukan wewenang"},
        ),
        "spip_reports": table(
            SPIP_REPORTS,
            {"risk_count": 4, "rtp_planned_count": 3, "rtp_done_count": 2, "required": "Ya"},
            {"area_no": 0, "quarter": 2, "submitted_on": None, "required": "Tidak"},
        ),
        "results": table(RESULTS, {"year": 2025, "assessor": "survei mandiri"}),
    }
