"""The sheet of indicators: it counts their documents on the sheet of documents."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from zi_metrics.metrics.completeness import IndicatorState
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.xlsx import cells
from zi_metrics.report.xlsx.plan import Column, Fact, Kind, Place, Sheet, quoted
from zi_metrics.report.xlsx.rules import mark_of

COLUMNS = (
    Column("code", 11),
    Column("aspect", 11),
    Column("area", 17),
    Column("sub_area", 26),
    Column("question", 56),
    Column("pic", 24),
    Column("mark", 7, Kind.MARK),
    Column("state", 18, Kind.STATE, choices=tuple(map(str, IndicatorState))),
    Column("listed", 10, Kind.COUNT),
    Column("required", 8, Kind.COUNT),
    Column("complete", 9, Kind.COUNT),
    Column("verified", 12, Kind.COUNT),
    Column("points", 9, Kind.POINTS),
    Column("counted_points", 9, Kind.POINTS),
    Column("covered_points", 9, Kind.POINTS),
    Column("note", 28),
    Column("origin", 24, Kind.LINK),
)


def indicators(meeting: Meeting) -> pd.DataFrame:
    """Rows of `indicator_completeness`; those of Reform too once they have a document."""
    parts = [meeting.items.indicators]
    if has_reform(meeting):
        parts.append(meeting.reform_items.indicators)
    return pd.concat(parts, ignore_index=True)


def has_reform(meeting: Meeting) -> bool:
    """Whether any document belongs to the aspect Reform."""
    return len(meeting.reform_items.evidence) > 0


def formulas(evidence: Place, notes: Place) -> dict[str, str]:
    """Formulas of what is counted, and of what follows from the counts."""

    def counted(name: str) -> str:
        return f"SUMIFS({evidence.range(name)},{evidence.range('code')},{{code}})"

    complete, empty = quoted(IndicatorState.COMPLETE), quoted(IndicatorState.EMPTY)
    some = (
        f"IF({{complete}}={{required}},{complete},"
        f"IF({{complete}}=0,{empty},{quoted(IndicatorState.PARTIAL)}))"
    )
    irrelevant = quoted(IndicatorState.IRRELEVANT)
    return {
        "listed": f"COUNTIFS({evidence.range('code')},{{code}})",
        "required": counted("required"),
        "complete": counted("complete"),
        "verified": counted("verified"),
        "state": f"IF({{listed}}=0,{quoted(IndicatorState.WITHOUT_EVIDENCE)},"
        f"IF({{required}}=0,{irrelevant},{some}))",
        "mark": mark_of("state", notes, IndicatorState.WITHOUT_EVIDENCE),
        "counted_points": f"IF({{state}}={irrelevant},0,{{points}})",
        "covered_points": "IF({required}=0,0,{points}*({complete}/{required}))",
    }


def indicator_sheet(
    meeting: Meeting,
    rows: pd.DataFrame,
    place: Place,
    facts: Sequence[Fact],
    formulas: dict[str, str],
) -> Sheet:
    """Indicators in official order; rows: of `indicators`."""
    is_relevant = rows["state"] != IndicatorState.IRRELEVANT
    same = ("code", "aspect", "sub_area", "question", "pic", "state", "points")
    listed = {
        **{name: cells.values(rows[name]) for name in (*same, "covered_points", "note")},
        "area": cells.area_names(rows["area_no"], meeting.snapshot.catalogue, ""),
        "mark": cells.marks(rows["state"]),
        "listed": cells.values(rows["listed_count"]),
        "required": cells.values(rows["required_count"]),
        "complete": cells.values(rows["complete_count"]),
        "verified": cells.values(rows["verified_count"]),
        "counted_points": cells.values(rows["points"].where(is_relevant, 0.0)),
        "origin": cells.origins(rows["origin"], meeting.snapshot.provenance.book),
    }
    return Sheet(place, facts, cells.rows_of(COLUMNS, listed), formulas, "covered_points", frozen=1)
