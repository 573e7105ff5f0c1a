"""The sheet of recommendations: what is done, late and how old follows what is entered."""

from __future__ import annotations

from collections.abc import Sequence

from zi_metrics.labels import xlsx as text
from zi_metrics.labels.figures import NO_AREA
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.xlsx import cells
from zi_metrics.report.xlsx.plan import Column, Fact, Kind, Place, Sheet, quoted
from zi_metrics.report.xlsx.rules import AS_OF, mark_of, says_something
from zi_metrics.tables.vocabularies import FollowUpStatus

COLUMNS = (
    Column("code", 11),
    Column("area", 17),
    Column("recommendation", 44),
    Column("period", 16),
    Column("mark", 7, Kind.MARK),
    Column("status", 22, Kind.STATE, is_input=True, choices=tuple(map(str, FollowUpStatus))),
    Column("reason", 24, is_input=True),
    Column("pic", 24),
    Column("raised_on", 11, Kind.DATE, is_input=True),
    Column("due_on", 11, Kind.DATE, is_input=True),
    Column("closed_on", 11, Kind.DATE, is_input=True),
    Column("days_late", 10, Kind.COUNT),
    Column("age_days", 8, Kind.COUNT),
    Column("required", 8, Kind.FLAG),
    Column("done", 8, Kind.FLAG),
    Column("is_repeated", 9),
    Column("follow_up", 40),
    Column("finding", 40),
    Column("source", 18),
    Column("url", 34, Kind.LINK),
    Column("aspect", 11),
    Column("written", 16),
    Column("origin", 24, Kind.LINK),
)


def formulas(notes: Place, punctuation: str) -> dict[str, str]:
    """Formulas of the columns that follow from what is entered.

    What is dated after the as-of date has not happened: a closing, or the recommendation itself.
    """
    impossible = quoted(FollowUpStatus.IMPOSSIBLE)
    later = f"AND(ISNUMBER({{closed_on}}),{{closed_on}}>{AS_OF})"
    raised = f"OR(NOT(ISNUMBER({{raised_on}})),{{raised_on}}<={AS_OF})"
    dropped = f"IF({later},1,IF({says_something('reason', punctuation)},0,1))"
    settled = "OR({done}=1,{required}=0)"
    closed_after = f'IF(ISNUMBER({{closed_on}}),{_days("{raised_on}", "{closed_on}")},"")'
    age = f"IF({settled},{closed_after},{_days('{raised_on}', AS_OF)})"
    return {
        "mark": mark_of("status", notes, FollowUpStatus.NOT_STARTED),
        "required": f"IF({raised},IF({{status}}={impossible},{dropped},1),0)",
        "done": f"IF(AND({{required}}=1,{{status}}={quoted(FollowUpStatus.DONE)}),"
        f"IF({later},0,1),0)",
        "days_late": "IF(AND({required}=1,{done}=0,ISNUMBER({due_on})),"
        f'IF({{due_on}}<{AS_OF},{AS_OF}-{{due_on}},""),"")',
        "age_days": f'IF(ISNUMBER({{raised_on}}),{age},"")',
    }


def _days(since: str, until: str) -> str:
    """Days between two cells; nothing where they run backwards."""
    return f'IF({until}<{since},"",{until}-{since})'


def follow_up_sheet(
    meeting: Meeting, place: Place, facts: Sequence[Fact], formulas: dict[str, str]
) -> Sheet:
    """Recommendations as they stood on the as-of date."""
    rows = meeting.items.follow_ups
    names = {"follow_up", "finding", "source", "recommendation", "reason", "pic", "period", "code"}
    listed = {
        **{name: cells.values(rows[name]) for name in names},
        **{name: cells.values(rows[name]) for name in ("raised_on", "due_on", "closed_on")},
        "area": cells.area_names(rows["area_no"], meeting.snapshot.catalogue, NO_AREA),
        "mark": cells.marks(rows["state"]),
        "status": cells.values(rows["state"]),
        "days_late": cells.values(rows["days_late"]),
        "age_days": cells.values(rows["age_days"]),
        "required": cells.flags(rows["is_required"]),
        "done": cells.flags(rows["is_done"]),
        "is_repeated": [text.YES if again else None for again in rows["is_repeated"]],
        "url": cells.links(rows["url"], meeting.names),
        "aspect": cells.values(rows["aspect"]),
        "written": cells.as_written(rows),
        "origin": cells.origins(rows["origin"], meeting.snapshot.provenance.book),
    }
    return Sheet(place, facts, cells.rows_of(COLUMNS, listed), formulas, "done", frozen=1)
