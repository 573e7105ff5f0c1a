"""Documents as they stood on the as-of date."""

from __future__ import annotations

from datetime import date

import pandas as pd


def evidence_as_of(evidence: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Documents with is_overdue and days_late (missing unless overdue).

    Overdue: counted, required, not complete, and due before `as_of`.
    """
    day = pd.Timestamp(as_of)
    open_rows = evidence["is_counted"] & ~evidence["is_irrelevant"] & ~evidence["is_complete"]
    is_overdue = open_rows & (evidence["due_on"] < day)
    days_late = (day - evidence["due_on"]).dt.days.astype("Int64")
    return evidence.assign(is_overdue=is_overdue, days_late=days_late.where(is_overdue))
