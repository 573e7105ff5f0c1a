"""The sheet of documents: what counts as required, complete and late follows what is entered."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from zi_metrics.labels.figures import NOT_COUNTED
from zi_metrics.metrics.evidence import evidence_as_of
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.xlsx import cells
from zi_metrics.report.xlsx.plan import Column, Fact, Kind, Place, Sheet, quoted
from zi_metrics.report.xlsx.rules import AS_OF, any_of, mark_of, says_something
from zi_metrics.tables.vocabularies import COMPLETE_STATUSES, EvidenceStatus

COLUMNS = (
    Column("code", 11),
    Column("area", 17),
    Column("title", 44),
    Column("period", 10),
    Column("mark", 7, Kind.MARK),
    Column("status", 16, Kind.STATE, is_input=True, choices=tuple(map(str, EvidenceStatus))),
    Column("reason", 24, is_input=True),
    Column("pic", 24),
    Column("due_on", 11, Kind.DATE, is_input=True),
    Column("days_late", 10, Kind.COUNT),
    Column("required", 8, Kind.FLAG),
    Column("complete", 9, Kind.FLAG),
    Column("verified", 12, Kind.FLAG),
    Column("is_counted", 9, Kind.FLAG),
    Column("aspect", 11),
    Column("question", 44),
    Column("url", 34, Kind.LINK),
    Column("updated_on", 11, Kind.DATE),
    Column("note", 28),
    Column("written", 16),
    Column("origin", 24, Kind.LINK),
)


def documents(meeting: Meeting) -> pd.DataFrame:
    """Rows of `evidence_as_of`: those of both aspects, then those that name no indicator."""
    evidence = meeting.snapshot.evidence
    placeless = evidence[~evidence["is_counted"]]
    # their codes are no official words, and so may hold anything
    placeless = placeless.assign(code=placeless["code"].map(meeting.names.hide, na_action="ignore"))
    lost = evidence_as_of(meeting.names.in_rows(placeless), meeting.items.as_of)
    parts = [meeting.items.evidence, meeting.reform_items.evidence, lost]
    return pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)


def formulas(indicators: Place, notes: Place, punctuation: str) -> dict[str, str]:
    """Formulas of the columns that follow from what is entered."""
    irrelevant = quoted(EvidenceStatus.IRRELEVANT)
    reasoned = says_something("reason", punctuation)
    complete = any_of("status", tuple(sorted(COMPLETE_STATUSES)))
    return {
        "mark": mark_of("status", notes, EvidenceStatus.ABSENT),
        # not MATCH, which takes * and ? of a code for wildcards
        "is_counted": f"IF(SUMPRODUCT(--({indicators.range('code')}={{code}}))>0,1,0)",
        "required": f"IF({{is_counted}}=0,0,IF({{status}}={irrelevant},IF({reasoned},0,1),1))",
        "complete": f"IF({{is_counted}}=0,0,IF({complete},1,0))",
        "verified": f"IF({{is_counted}}=0,0,IF({{status}}={quoted(EvidenceStatus.VERIFIED)},1,0))",
        "days_late": f"IF(AND({{required}}=1,{{complete}}=0,ISNUMBER({{due_on}})),"
        f'IF({{due_on}}<{AS_OF},{AS_OF}-{{due_on}},""),"")',
    }


def evidence_sheet(
    meeting: Meeting,
    rows: pd.DataFrame,
    place: Place,
    facts: Sequence[Fact],
    formulas: dict[str, str],
) -> Sheet:
    """Documents as they stood on the as-of date; rows: of `documents`."""
    catalogue, book = meeting.snapshot.catalogue, meeting.snapshot.provenance.book
    is_counted = rows["is_counted"].astype(bool)
    listed = {
        "code": cells.values(rows["code"]),
        "area": cells.area_names(rows["area_no"], catalogue, NOT_COUNTED),
        "title": cells.values(rows["title"]),
        "period": cells.values(rows["period"]),
        "mark": cells.marks(rows["state"]),
        "status": cells.values(rows["state"]),
        "reason": cells.values(rows["reason"]),
        "pic": cells.values(rows["pic"]),
        "due_on": cells.values(rows["due_on"]),
        "days_late": cells.values(rows["days_late"]),
        "required": cells.flags(is_counted & ~rows["is_irrelevant"].astype(bool)),
        "complete": cells.flags(is_counted & rows["is_complete"].astype(bool)),
        "verified": cells.flags(is_counted & (rows["state"] == EvidenceStatus.VERIFIED)),
        "is_counted": cells.flags(is_counted),
        "aspect": cells.values(rows["aspect"]),
        "question": cells.values(rows["question"]),
        "url": cells.links(rows["url"], meeting.names),
        "updated_on": cells.values(rows["updated_on"]),
        "note": cells.values(rows["note"]),
        "written": cells.as_written(rows),
        "origin": cells.origins(rows["origin"], book),
    }
    return Sheet(
        place, facts, cells.rows_of(COLUMNS, listed), formulas, printed="is_counted", frozen=1
    )
