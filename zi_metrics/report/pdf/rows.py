"""The items of a meeting row by row, read once for all lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from zi_metrics.metrics.follow_up import most_urgent_first
from zi_metrics.metrics.summary import Items
from zi_metrics.report.meeting import Meeting
from zi_metrics.tables.records import records

Row = Any
"""A record with the fields its table has; a missing cell is None."""

_INDICATOR = ["area_no", "code", "question", "state", "complete_count", "required_count", "pic"]
_DOCUMENT = ["area_no", "code", "title", "period", "state", "pic", "due_on"]
_LATE = ["area_no", "kind", "code", "title", "pic", "due_on", "days_late"]
_RECOMMENDATION = ["area_no", "recommendation", "period", "state", "pic", "due_on"]
_JUDGED = ["is_required", "is_done", "days_late"]


@dataclass(frozen=True)
class Rows:
    """Items as records.

    indicators: of Pemenuhan in official order; missing, missing_reform: documents that are required
    and not complete, in official order; late: longest late first; recommendations: most urgent
    first.
    """

    indicators: tuple[Row, ...]
    missing: tuple[Row, ...]
    missing_reform: tuple[Row, ...]
    late: tuple[Row, ...]
    recommendations: tuple[Row, ...]


def rows_of(meeting: Meeting) -> Rows:
    """The rows of all lists."""
    items = meeting.items
    urgent = most_urgent_first(items.follow_ups)
    return Rows(
        indicators=tuple(records(items.indicators[_INDICATOR])),
        missing=_missing(items),
        missing_reform=_missing(meeting.reform_items),
        late=tuple(records(meeting.late[_LATE])),
        recommendations=tuple(records(urgent[_RECOMMENDATION + _JUDGED])),
    )


def of_area(rows: Iterable[Row], area_no: int) -> list[Row]:
    """The rows of one area, in the same order."""
    return [row for row in rows if row.area_no == area_no]


def _missing(items: Items) -> tuple[Row, ...]:
    listed = items.evidence
    is_missing: pd.Series = ~listed["is_complete"] & ~listed["is_irrelevant"]
    place = {code: number for number, code in enumerate(items.indicators["code"])}
    found = records(listed.loc[is_missing, _DOCUMENT])
    return tuple(sorted(found, key=lambda row: place[row.code]))
