"""What each PIC has in hand: done so far, late, and still open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from zi_metrics.metrics.completeness import IndicatorState
from zi_metrics.metrics.overdue import OverdueKind
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.metrics.summary import Items
from zi_metrics.tables.records import records

Rows = Sequence[Any]
"""Records of a table."""


@dataclass(frozen=True)
class Work:
    """The items of one PIC, None for those of nobody; SPIP reports, which have no PIC, left out.

    evidence: complete documents of required ones; follow_up: done of required. late: records of
    `overdue_items`; documents and recommendations: records of those open and not late, the earliest
    due first and those without a due date last; bare: of indicators without any document.
    """

    pic: str | None
    evidence: Ratio
    follow_up: Ratio
    late: Rows
    documents: Rows
    recommendations: Rows
    bare: Rows

    @property
    def open_count(self) -> int:
        """Number of items that still ask for something."""
        return sum(map(len, (self.late, self.documents, self.recommendations, self.bare)))


def work_by_pic(items: Items, late: pd.DataFrame) -> list[Work]:
    """One per PIC of any item, in alphabetical order, that of nobody last where there is any.

    late: `overdue_items` of the same items. Who is written alike is one PIC: names that are hidden
    must be told apart before.
    """
    bare = items.indicators["state"] == IndicatorState.WITHOUT_EVIDENCE
    groups = [
        _by_pic(records(rows))
        for rows in (
            items.evidence[~items.evidence["is_irrelevant"]],
            items.follow_ups[items.follow_ups["is_required"]],
            late[late["kind"] != OverdueKind.SPIP_REPORT],
            items.indicators[bare],
        )
    ]
    pics = {pic for group in groups for pic in group}
    ordered = sorted(pics, key=lambda pic: (pic is None, (pic or "").casefold(), pic or ""))
    return [_work(pic, *(group.get(pic, []) for group in groups)) for pic in ordered]


def _by_pic(rows: Iterable[Any]) -> Mapping[str | None, list[Any]]:
    groups: dict[str | None, list[Any]] = {}
    for row in rows:
        groups.setdefault(row.pic, []).append(row)
    return groups


def _work(pic: str | None, evidence: Rows, follow_ups: Rows, late: Rows, bare: Rows) -> Work:
    done = [row for row in evidence if row.is_complete]
    settled = [row for row in follow_ups if row.is_done]
    return Work(
        pic=pic,
        evidence=Ratio(len(done), len(evidence)),
        follow_up=Ratio(len(settled), len(follow_ups)),
        late=late,
        documents=_waiting(row for row in evidence if not row.is_complete),
        recommendations=_waiting(row for row in follow_ups if not row.is_done),
        bare=bare,
    )


def _waiting(rows: Iterable[Any]) -> Rows:
    on_time = [row for row in rows if not row.is_overdue]
    return sorted(on_time, key=lambda row: (row.due_on is None, row.due_on or pd.Timestamp.min))
