"""What is late on the as-of date: documents, recommendations and reports in one list."""

from __future__ import annotations

from enum import StrEnum

import pandas as pd

from zi_metrics.labels.numbers import quarter_name
from zi_metrics.metrics.spip import SpipState
from zi_metrics.metrics.summary import Items
from zi_metrics.tables.columns import EVIDENCE, RECOMMENDATIONS, SPIP_REPORTS

TABLES_WITH_DUE_DATES = (EVIDENCE, RECOMMENDATIONS, SPIP_REPORTS)


class OverdueKind(StrEnum):
    """What sort of item is late."""

    EVIDENCE = "data dukung"
    RECOMMENDATION = "tindak lanjut"
    SPIP_REPORT = "laporan SPIP"


COLUMNS = ["kind", "area_no", "code", "title", "pic", "due_on", "days_late", "url", "origin"]


def has_due_dates(items: Items) -> bool:
    """Whether anything has a due date, without which nothing can be late."""
    dated = (items.evidence, items.follow_ups, items.spip)
    return any(bool(rows["due_on"].notna().any()) for rows in dated)


def overdue_items(items: Items) -> pd.DataFrame:
    """One row per late item, longest late first; columns COLUMNS.

    title: of an SPIP report the name of its quarter. area_no may be missing.
    """
    evidence = items.evidence[items.evidence["is_overdue"]]
    follow_ups = items.follow_ups[items.follow_ups["is_overdue"]]
    reports = items.spip[items.spip["state"] == SpipState.MISSING]
    parts = [
        evidence.assign(kind=str(OverdueKind.EVIDENCE)),
        follow_ups.assign(kind=str(OverdueKind.RECOMMENDATION), title=follow_ups["recommendation"]),
        reports.assign(
            kind=str(OverdueKind.SPIP_REPORT), title=_quarter_names(reports), code=None, pic=None
        ),
    ]
    merged = pd.concat([part[COLUMNS].astype(object) for part in parts], ignore_index=True)
    return merged.sort_values("days_late", ascending=False, kind="stable", ignore_index=True)


def late_counts(late: pd.DataFrame) -> dict[str, int]:
    """Number of late items of each kind; late: rows of `overdue_items`."""
    counted = late["kind"].value_counts()
    return {str(kind): int(counted.get(kind, 0)) for kind in OverdueKind}


def late_by_pic(late: pd.DataFrame) -> pd.DataFrame:
    """One row per PIC with late items, most items first; late: rows of `overdue_items`.

    Who is written alike is one PIC: names that are hidden must be told apart before.
    Columns: pic (missing: items of nobody, SPIP reports among them), one count per kind, named like
    it, total_count and longest_days.
    """
    by_pic = late.groupby("pic", dropna=False, sort=False)
    counts = pd.DataFrame(
        {
            str(kind): (late["kind"] == kind).groupby(late["pic"], dropna=False, sort=False).sum()
            for kind in OverdueKind
        }
    )
    people = counts.assign(
        total_count=by_pic.size(), longest_days=by_pic["days_late"].max()
    ).reset_index()
    order = people.assign(_nobody=people["pic"].isna())
    ordered = order.sort_values(
        ["_nobody", "total_count", "longest_days"], ascending=[True, False, False], kind="stable"
    )
    return ordered.drop(columns="_nobody").reset_index(drop=True)


def _quarter_names(reports: pd.DataFrame) -> list[str]:
    pairs = zip(reports["year"], reports["quarter"], strict=True)
    return [quarter_name(int(year), int(quarter)) for year, quarter in pairs]
