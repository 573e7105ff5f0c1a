"""Clean tables as the figures take them: small rows through the real door."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from tests.tables.builders import checked, snapshot, table
from zi_metrics.metrics.completeness import Completeness, completeness, indicator_completeness
from zi_metrics.metrics.follow_up import follow_ups
from zi_metrics.metrics.spip import spip_quarters
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RECOMMENDATIONS, SPIP_REPORTS
from zi_metrics.tables.snapshot import Snapshot

Row = dict[str, Any]
INDICATOR_ROWS = checked(INDICATORS).rows


def document(code: str, status: str | None, **rest: Any) -> Row:
    return {"code": code, "status": status, **rest}


def evidence(*rows: Row) -> pd.DataFrame:
    return checked(EVIDENCE, *rows).rows


def measured(*rows: Row, codes: Iterable[str]) -> pd.DataFrame:
    """Indicators `codes` with the counts of these documents."""
    chosen = INDICATOR_ROWS[INDICATOR_ROWS["code"].isin(list(codes))]
    return indicator_completeness(chosen, evidence(*rows))


def completeness_of(*rows: Row, codes: Iterable[str]) -> Completeness:
    return completeness(measured(*rows, codes=codes))


def followed(*rows: Row, as_of: date) -> pd.DataFrame:
    """Recommendations in area 1, `Dalam proses`, unless a row says otherwise."""
    return follow_ups(checked(RECOMMENDATIONS, *rows).rows, as_of)


def reports(*rows: Row) -> pd.DataFrame:
    """Reports of area 1 for the first quarter of 2025, not in, unless a row says otherwise."""
    return checked(SPIP_REPORTS, *({"submitted_on": None} | row for row in rows)).rows


def quarters(*rows: Row, as_of: date, year: int = 2025, due_days: int = 10) -> pd.DataFrame:
    return spip_quarters(reports(*rows), year, as_of, due_days)


def unit(
    *,
    documents: Iterable[Row] = (),
    recommendations: Iterable[Row] = (),
    spip: Iterable[Row] = (),
    settings: dict[str, str] | None = None,
    as_of: date = date(2025, 6, 30),
) -> Snapshot:
    """A snapshot of these rows only."""
    frames = {
        EVIDENCE.name: table(EVIDENCE, *documents),
        RECOMMENDATIONS.name: table(RECOMMENDATIONS, *recommendations),
        SPIP_REPORTS.name: table(SPIP_REPORTS, *({"submitted_on": None} | row for row in spip)),
    }
    return snapshot(frames, settings, as_of)
