"""What each PIC has in hand: done so far, late, and still open."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import pandas as pd

from zi_metrics.metrics.completeness import IndicatorState
from zi_metrics.metrics.overdue import OverdueKind, overdue_items
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.metrics.summary import Items


@dataclass(frozen=True, eq=False)
class Work:
    """The items of one PIC; None: those of nobody, SPIP reports left out.

    evidence: complete documents of required ones; follow_up: done of required. late: rows of
    `overdue_items`; documents and recommendations: open and not late, the earliest due first, those
    without a due date last; bare: indicators without any document.
    """

    pic: str | None
    evidence: Ratio
    follow_up: Ratio
    late: pd.DataFrame
    documents: pd.DataFrame
    recommendations: pd.DataFrame
    bare: pd.DataFrame

    @property
    def open_count(self) -> int:
        """Number of items that still ask for something."""
        lists = (self.late, self.documents, self.recommendations, self.bare)
        return sum(map(len, lists))


def work_by_pic(items: Items) -> list[Work]:
    """One per PIC of any item, in alphabetical order, that of nobody last where there is any."""
    late = overdue_items(items)
    tables = (
        items.evidence,
        items.follow_ups,
        late[late["kind"] != OverdueKind.SPIP_REPORT],
        items.indicators[items.indicators["state"] == IndicatorState.WITHOUT_EVIDENCE],
    )
    by_pic = [_by_pic(table) for table in tables]
    pics = dict.fromkeys(pic for groups in by_pic for pic in groups)
    ordered = sorted(pics, key=lambda pic: (pic is None, (pic or "").casefold(), pic or ""))
    return [
        _work(pic, *(g.get(pic, t.iloc[:0]) for g, t in zip(by_pic, tables, strict=True)))
        for pic in ordered
    ]


def _by_pic(rows: pd.DataFrame) -> dict[str | None, pd.DataFrame]:
    groups = rows.groupby("pic", dropna=False, sort=False)
    return {_name(pic): group for pic, group in groups}


def _name(pic: Hashable) -> str | None:
    return pic if isinstance(pic, str) else None


def _work(
    pic: str | None,
    evidence: pd.DataFrame,
    follow_ups: pd.DataFrame,
    late: pd.DataFrame,
    bare: pd.DataFrame,
) -> Work:
    required = evidence[~evidence["is_irrelevant"]]
    wanted = follow_ups[follow_ups["is_required"]]
    return Work(
        pic=pic,
        evidence=Ratio(int(required["is_complete"].sum()), len(required)),
        follow_up=Ratio(int(wanted["is_done"].sum()), len(wanted)),
        late=late,
        documents=_open(required, required["is_complete"]),
        recommendations=_open(wanted, wanted["is_done"]),
        bare=bare,
    )


def _open(rows: pd.DataFrame, is_done: pd.Series) -> pd.DataFrame:
    waiting = rows[~is_done & ~rows["is_overdue"]]
    return waiting.sort_values("due_on", kind="stable", na_position="last")
