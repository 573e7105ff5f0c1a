"""The sheets that are lists without formulas: what is late, and what changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from zi_metrics.labels import figures as label
from zi_metrics.labels import meeting as words
from zi_metrics.labels import xlsx as text
from zi_metrics.labels.changes import MEASURES
from zi_metrics.labels.numbers import long_date
from zi_metrics.labels.statuses import marked
from zi_metrics.metrics.change_kinds import MEASURES_OF
from zi_metrics.metrics.changes import Changes, Reconciliation
from zi_metrics.report.listing import is_reworded
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.xlsx import cells
from zi_metrics.report.xlsx.plan import (
    Column,
    Fact,
    Formula,
    Kind,
    Place,
    Sheet,
    header_row,
    quoted,
)
from zi_metrics.tables.columns import TABLES

OVERDUE_COLUMNS = (
    Column("kind", 14),
    Column("area", 17),
    Column("code", 11),
    Column("item", 60),
    Column("pic", 22),
    Column("due_on", 11, Kind.DATE),
    Column("days_late", 10, Kind.COUNT),
    Column("url", 34, Kind.LINK),
    Column("origin", 24, Kind.LINK),
)
_ITEM = Column("item", 52)
CHANGE_COLUMNS = (
    Column("kind", 14),
    Column("change", 15),
    Column("area", 17),
    Column("code", 11),
    _ITEM,
    Column("period", 16),
    Column("pic", 20),
    Column("state_before", 24),
    Column("state_now", 24),
    Column("measure", 24),
    Column("part", 13, Kind.DIFFERENCE),
    Column("kinds", 24),
    Column("item_before", 40),
    Column("due_on", 11, Kind.DATE),
    Column("days_late", 10, Kind.COUNT),
    Column("url", 34, Kind.LINK),
    Column("origin", 24, Kind.LINK),
)
_FIRST = tuple(measures[0] for measures in MEASURES_OF.values())
"""The figures of which the list holds every part: the others stand behind the first of a sort."""


def overdue_sheet(meeting: Meeting, facts: Sequence[Fact]) -> Sheet:
    """What is late, longest late first."""
    rows = meeting.late
    listed = {
        **{name: cells.values(rows[name]) for name in ("kind", "code", "pic", "days_late")},
        "area": cells.area_names(rows["area_no"], meeting.snapshot.catalogue, label.NO_AREA),
        "item": cells.values(rows["title"]),
        "due_on": cells.values(pd.to_datetime(rows["due_on"])),
        "url": cells.links(rows["url"], meeting.names),
        "origin": cells.origins(rows["origin"], meeting.snapshot.provenance.book),
    }
    place = Place(text.OVERDUE, OVERDUE_COLUMNS, header_row(facts), len(rows))
    return Sheet(place, facts, cells.rows_of(OVERDUE_COLUMNS, listed), printed="days_late")


def changes_sheet(meeting: Meeting, stamp: Sequence[Fact]) -> Sheet:
    """What became different since the snapshot compared with, in the order it is told.

    Above the table the parts are summed for each figure, which gives the figure's difference.
    """
    found = meeting.changes
    if found is None:
        facts = [*stamp, Fact(text.NO_COMPARISON)]
        return Sheet(Place(text.CHANGES, CHANGE_COLUMNS, header_row(facts), 0), facts, [])
    days = Fact(text.compared(long_date(found.before_on), long_date(found.after_on)))
    lost = (spec.tab for spec in TABLES if spec.name in found.unreadable)
    told = [*stamp, days, *(Fact(words.unreadable(tab)) for tab in lost)]
    rows = _changed(meeting, found)
    sums = [each for each in _FIRST if found.reconciliations[each].difference is not None]
    place = Place(text.CHANGES, CHANGE_COLUMNS, header_row(told) + len(sums), len(rows))
    facts = [*told, *(_sum(found.reconciliations[each], place) for each in sums)]
    return Sheet(place, facts, rows, printed="part")


def _sum(found: Reconciliation, place: Place) -> Fact:
    name = MEASURES[found.measure]
    formula = f"SUMIFS({place.range('part')},{place.range('measure')},{quoted(name)})"
    difference = (found.difference or 0.0) * 100
    value = Formula(formula, difference, Kind.DIFFERENCE)
    return Fact(text.sum_of_parts(name), value, at=CHANGE_COLUMNS.index(_ITEM))


def _changed(meeting: Meeting, found: Changes) -> list[tuple[Any, ...]]:
    rows = found.items
    listed = {
        **{name: cells.values(rows[name]) for name in ("code", "period", "pic", "days_late")},
        "kind": cells.values(rows["item"]),
        "change": cells.values(rows["kind"]),
        "area": cells.area_names(rows["area_no"], meeting.snapshot.catalogue, label.NO_AREA),
        "item": cells.values(rows["title"]),
        "state_before": _marked(rows["state_before"]),
        "state_now": _marked(rows["state"]),
        "measure": [measure and MEASURES[measure] for measure in cells.values(rows["measure"])],
        "part": cells.values((rows["part"] * 100).where(rows["measure"].notna())),
        "kinds": list(map(_others, rows["kind"], rows["kinds"])),
        "item_before": cells.values(rows["title_before"].where(is_reworded(rows))),
        "due_on": cells.values(rows["due_on"]),
        "url": cells.links(rows["url"], meeting.names),
        "origin": cells.origins(rows["origin"], meeting.snapshot.provenance.book),
    }
    return cells.rows_of(CHANGE_COLUMNS, listed)


def _others(kind: str, kinds: tuple[str, ...]) -> str | None:
    return ", ".join(str(each) for each in kinds if each != kind) or None


def _marked(states: pd.Series) -> list[str | None]:
    return [None if state is None else marked(state) for state in cells.values(states)]
