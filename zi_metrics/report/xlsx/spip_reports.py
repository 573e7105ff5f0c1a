"""The sheet of SPIP reports: states follow due dates, dates of arrival and who must report."""

from __future__ import annotations

from collections.abc import Sequence

from zi_metrics.labels import xlsx as text
from zi_metrics.metrics.spip import SpipState
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.xlsx import cells
from zi_metrics.report.xlsx.plan import Column, Fact, Kind, Place, Sheet, quoted
from zi_metrics.report.xlsx.rules import AS_OF, mark_of

COLUMNS = (
    Column("area", 17),
    Column("year", 8),
    Column("quarter", 10, Kind.COUNT),
    Column("must", 10, is_input=True, choices=(text.YES, text.NO)),
    Column("spip_due_on", 12, Kind.DATE, is_input=True),
    Column("submitted_on", 12, Kind.DATE, is_input=True),
    Column("mark", 7, Kind.MARK),
    Column("state", 22, Kind.STATE, choices=tuple(map(str, SpipState))),
    Column("days_late", 10, Kind.COUNT),
    Column("due", 10, Kind.FLAG),
    Column("submitted", 8, Kind.FLAG),
    Column("on_time", 8, Kind.FLAG),
    Column("risk_count", 8, Kind.COUNT),
    Column("rtp_planned_count", 13, Kind.COUNT),
    Column("rtp_done_count", 9, Kind.COUNT),
    Column("is_shared", 10),
    Column("url", 34, Kind.LINK),
    Column("note", 28),
    Column("origin", 24, Kind.LINK),
)


def formulas(notes: Place) -> dict[str, str]:
    """Formulas of the columns that follow from what is entered."""
    exempt = f"{{must}}={quoted(text.NO)}"
    late, missing = quoted(SpipState.LATE), quoted(SpipState.MISSING)
    return {
        "submitted": f"IF(OR({exempt},NOT(ISNUMBER({{submitted_on}}))),0,"
        f"IF({{submitted_on}}<={AS_OF},1,0))",
        "due": f"IF({exempt},0,IF(OR({{submitted}}=1,{{spip_due_on}}<{AS_OF}),1,0))",
        "on_time": "IF({submitted}=1,IF({submitted_on}<={spip_due_on},1,0),0)",
        "state": f"IF({exempt},{quoted(SpipState.NOT_REQUIRED)},"
        f"IF({{on_time}}=1,{quoted(SpipState.ON_TIME)},IF({{submitted}}=1,{late},"
        f"IF({{due}}=1,{missing},{quoted(SpipState.NOT_DUE)}))))",
        "mark": mark_of("state", notes, SpipState.NOT_DUE),
        "days_late": f"IF({{state}}={late},{{submitted_on}}-{{spip_due_on}},"
        f'IF({{state}}={missing},{AS_OF}-{{spip_due_on}},""))',
    }


def spip_sheet(
    meeting: Meeting, place: Place, facts: Sequence[Fact], formulas: dict[str, str]
) -> Sheet:
    """One row per area and quarter of the assessed year."""
    rows = meeting.items.spip
    counts = ("quarter", "days_late", "risk_count", "rtp_planned_count", "rtp_done_count")
    is_exempt = rows["state"] == SpipState.NOT_REQUIRED
    listed = {
        **{name: cells.values(rows[name]) for name in (*counts, "submitted_on", "note")},
        "area": cells.area_names(rows["area_no"], meeting.snapshot.catalogue, ""),
        "year": [str(year) for year in rows["year"]],
        "must": [text.NO if exempt else text.YES for exempt in is_exempt],
        "spip_due_on": cells.values(rows["due_on"]),
        "mark": cells.marks(rows["state"]),
        "state": cells.values(rows["state"]),
        "due": cells.flags(rows["is_due"]),
        "submitted": cells.flags(rows["is_submitted"]),
        "on_time": cells.flags(rows["is_on_time"]),
        "is_shared": [text.YES if shared else None for shared in rows["is_shared"]],
        "url": cells.links(rows["url"], meeting.names),
        "origin": cells.origins(rows["origin"], meeting.snapshot.provenance.book),
    }
    return Sheet(place, facts, cells.rows_of(COLUMNS, listed), formulas, "rtp_done_count", frozen=1)
