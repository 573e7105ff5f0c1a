"""The tab Monev: recommendations of two semesters of the year, and what the one before it left."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from scripts.sample.story import SITE, chance
from zi_metrics.tables.columns import RECOMMENDATIONS
from zi_metrics.tables.vocabularies import FollowUpStatus


def recommendations(as_of: date) -> pd.DataFrame:
    """The recommendations raised by the end of a day, with what had been done about each by then.

    One that cannot be followed up has the day and reason of that decision, and no closing date.
    """
    raised = [row for row in _told().itertuples(index=False) if row.raised_on <= str(as_of)]
    rows = [row._asdict() | _state(row, str(as_of)) for row in raised]
    return pd.DataFrame(rows, columns=RECOMMENDATIONS.names)


@lru_cache
def _told() -> pd.DataFrame:
    path = Path(__file__).with_name("monev.csv")
    return pd.read_csv(path, dtype="str", keep_default_na=False)


def _state(row: Any, day: str) -> dict[str, str]:
    """Status, what was written about it, closing date, link and reason; dates are ISO texts."""
    blank = {"closed_on": "", "reason": "", "url": ""}
    if row.closed_on and row.closed_on <= day:
        if row.reason:
            kept = {"status": FollowUpStatus.IMPOSSIBLE, "follow_up": row.outcome}
            return blank | kept | {"reason": row.reason}
        done = {"status": FollowUpStatus.DONE, "follow_up": row.outcome}
        return blank | done | {"closed_on": row.closed_on, "url": _link(row.recommendation_id)}
    if row.started_on and row.started_on <= day:
        return blank | {"status": FollowUpStatus.IN_PROGRESS, "follow_up": row.progress}
    return blank | {"status": FollowUpStatus.NOT_STARTED, "follow_up": ""}


def _link(identifier: str) -> str:
    """Where the proof of a follow-up lies; one in eight has no link."""
    is_linked = chance(f"bukti/{identifier}").random() >= 1 / 8
    return f"{SITE}/monev/{identifier.lower()}" if is_linked else ""
