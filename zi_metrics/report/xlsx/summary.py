"""The sheets of figures: every one by formula, beside it the text as the screen shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zi_metrics.labels import figures as label
from zi_metrics.labels import xlsx as text
from zi_metrics.labels.numbers import NO_FIGURE, count
from zi_metrics.lke import Aspect
from zi_metrics.metrics.overdue import overdue_items
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.metrics.summary import Figures, figures
from zi_metrics.metrics.summary import Items as Rows
from zi_metrics.report.figure_texts import figure_texts
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.xlsx.cells import area_name
from zi_metrics.report.xlsx.plan import (
    Column,
    Fact,
    Formula,
    Kind,
    Place,
    Sheet,
    Value,
    header_row,
    quoted,
)
from zi_metrics.report.xlsx.sums import MEASURES, Group, Items, Measure

COLUMNS = (
    Column("group", 22),
    Column("figure", 27),
    Column("numerator", 12, Kind.COUNT),
    Column("denominator", 12, Kind.COUNT),
    Column("share", 22, Kind.SHARE),
    Column("shown", 30),
    Column("check", 12, Kind.STATE),
    Column("share_before", 12, Kind.SHARE),
    Column("difference", 13, Kind.DIFFERENCE),
)
_CLOSE = "0.000000001"
"""Two sums of points that differ by less are the same: the order of adding shows there."""


@dataclass(frozen=True)
class Told:
    """One group of the table: its name, rows and figures, and those compared with."""

    name: str
    rows: Rows
    now: Figures
    before: Figures | None
    is_unit: bool = False


def summary_place(facts: Sequence[Fact], count: int, sheet: str = text.SUMMARY) -> Place:
    """Where the figures stand."""
    return Place(sheet, COLUMNS, header_row(facts), count)


def groups(meeting: Meeting) -> list[Told]:
    """The unit, its areas, and what belongs to no area, where there is any."""
    found = [Told(text.WHOLE_UNIT, meeting.items, meeting.total, meeting.before_total, True)]
    for area in meeting.areas:
        name, number = area_name(area.number, meeting.snapshot.catalogue), area.number
        rows = meeting.items.of_area(number)
        before = meeting.before_area(number)
        found.append(Told(name, rows, meeting.by_area[number], before))
    placeless = meeting.items.of_area(None)
    if len(placeless.follow_ups):
        found.append(Told(label.NO_AREA, placeless, figures(placeless), None))
    return found


def reform_groups(meeting: Meeting) -> list[Told]:
    """The same of the aspect Reform, which is compared with nothing."""
    rows = meeting.reform_items
    found = [Told(text.WHOLE_UNIT, rows, meeting.reform, None, True)]
    for area in meeting.areas:
        of_area = rows.of_area(area.number)
        name = area_name(area.number, meeting.snapshot.catalogue)
        found.append(Told(name, of_area, figures(of_area), None))
    return found


def figure_sheet(
    place: Place, facts: Sequence[Fact], told: Sequence[Told], items: Items, aspect: Aspect
) -> Sheet:
    """One row per group and figure, the groups one below the other."""
    rows: list[tuple[Value, ...]] = []
    strong: set[int] = set()
    for each in told:
        strong.add(len(rows))
        for row in _rows_of(each, items, aspect, place.first_row + len(rows)):
            rows.append(row)
    return Sheet(place, facts, rows, _formulas(), frozen=0, strong=frozenset(strong))
