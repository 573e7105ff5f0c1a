"""What is late on the as-of date: documents, recommendations and reports in one list."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import pandas as pd

from zi_metrics.metrics.spip import SpipState
from zi_metrics.metrics.summary import Items


class OverdueKind(StrEnum):
    """What sort of item is late."""

    EVIDENCE = "data dukung"
    RECOMMENDATION = "tindak lanjut"
    SPIP_REPORT = "laporan SPIP"


COLUMNS = ["kind", "area_no", "code", "title", "pic", "due_on", "days_late", "url", "origin"]


def overdue_evidence(evidence: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Required documents that are not complete and were due before `as_of`; adds days_late."""
    day = pd.Timestamp(as_of)
    late = evidence[
        evidence["is_counted"]
        & ~evidence["is_irrelevant"]
        & ~evidence["is_complete"]
        & (evidence["due_on"] < day)
    ]
    return late.assign(days_late=(day - late["due_on"]).dt.days.astype("Int64"))


def overdue_items(evidence: pd.DataFrame, items: Items) -> pd.DataFrame:
    """One row per late item, longest late first; columns COLUMNS.

    title: of an SPIP report the quarter as `2025-TW1`. area_no may be missing.
    """
    late_evidence = overdue_evidence(evidence, items.as_of)
    late_follow_ups = items.follow_ups[items.follow_ups["is_overdue"]]
    late_reports = items.spip[items.spip["state"] == SpipState.MISSING]
    parts = [
        late_evidence.assign(kind=OverdueKind.EVIDENCE),
        late_follow_ups.assign(
            kind=OverdueKind.RECOMMENDATION, title=late_follow_ups["recommendation"]
        ),
        late_reports.assign(
            kind=OverdueKind.SPIP_REPORT, title=quarter_keys(late_reports), code=pd.NA, pic=pd.NA
        ),
    ]
    shaped = [part[COLUMNS].astype(object) for part in parts]
    merged = pd.concat(shaped, ignore_index=True)
    return merged.sort_values("days_late", ascending=False, kind="stable", ignore_index=True)


def quarter_keys(rows: pd.DataFrame) -> pd.Series:
    """`2025-TW1` for each row with year and quarter."""
    return rows["year"].astype("str") + "-TW" + rows["quarter"].astype("str")
