"""The sheets of figures: every one by formula, beside it the text as the screen shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from zi_metrics.labels import figures as label
from zi_metrics.labels import xlsx as text
from zi_metrics.labels.changes import MEASURES
from zi_metrics.labels.numbers import NO_FIGURE, count
from zi_metrics.lke import Aspect
from zi_metrics.metrics.change_kinds import MEASURES_OF, ItemKind
from zi_metrics.metrics.completeness import Completeness, IndicatorState
from zi_metrics.metrics.follow_up import FollowUp
from zi_metrics.metrics.measures import Measure
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.metrics.spip import SpipFigures
from zi_metrics.metrics.summary import Figures, figures
from zi_metrics.metrics.summary import Items as Rows
from zi_metrics.report.figure_texts import FigureTexts, figure_texts
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.xlsx.cells import area_name, values
from zi_metrics.report.xlsx.plan import (
    Column,
    Fact,
    Formula,
    Kind,
    Place,
    Sheet,
    Value,
    quoted,
)
from zi_metrics.report.xlsx.rules import check, close
from zi_metrics.report.xlsx.sums import SUMS, Group, Items

COLUMNS = (
    Column("group", 22),
    Column("figure", 27),
    Column("numerator", 12, Kind.COUNT),
    Column("denominator", 12, Kind.COUNT),
    Column("share", 26, Kind.SHARE),
    Column("shown", 30),
    Column("check", 12, Kind.STATE, choices=(text.SAME, text.DIFFERENT)),
    Column("share_before", 12, Kind.SHARE),
    Column("difference", 13, Kind.DIFFERENCE),
)


@dataclass(frozen=True)
class Told:
    """One group of the table: its name, rows and figures, those compared with, how many are late.

    is_unit: whether it is the whole unit.
    """

    name: str
    rows: Rows
    now: Figures
    before: Figures | None = None
    late_count: int = 0
    is_unit: bool = False

    @cached_property
    def texts(self) -> FigureTexts:
        """Its figures as the screen shows them."""
        return figure_texts(self.now, self.rows)

    @cached_property
    def without(self) -> FigureTexts:
        """What the screen shows where there is nothing to count."""
        return figure_texts(_NOTHING, self.rows)


def groups(meeting: Meeting) -> list[Told]:
    """The unit, its areas, and what belongs to no area, where there is any."""
    late_in = Counter(values(meeting.late["area_no"]))
    before, late = meeting.before_total, late_in.total()
    found = [Told(text.WHOLE_UNIT, meeting.items, meeting.total, before, late, is_unit=True)]
    for area in meeting.areas:
        name, number = area_name(area.number, meeting.snapshot.catalogue), area.number
        rows, now = meeting.items.of_area(number), meeting.by_area[number]
        found.append(Told(name, rows, now, meeting.before_area(number), late_in[number]))
    placeless = meeting.items.of_area(None)
    if len(placeless.follow_ups):
        now = figures(placeless)
        found.append(Told(label.NO_AREA, placeless, now, late_count=late_in[None]))
    return found


def reform_groups(meeting: Meeting) -> list[Told]:
    """The same of the aspect Reform, which is compared with nothing."""
    rows = meeting.reform_items
    found = [Told(text.WHOLE_UNIT, rows, meeting.reform, is_unit=True)]
    for area in meeting.areas:
        of_area = rows.of_area(area.number)
        name = area_name(area.number, meeting.snapshot.catalogue)
        found.append(Told(name, of_area, figures(of_area)))
    return found


def figure_sheet(
    place: Place, facts: Sequence[Fact], told: Sequence[Told], items: Items, aspect: Aspect
) -> Sheet:
    """One row per group and figure, group by group; the first row of each stands out."""
    rows: list[tuple[Value, ...]] = []
    strong: list[int] = []
    for each in told:
        strong.append(len(rows))
        area = None if each.is_unit else "$A{}"
        for measure in _measures(each, aspect):
            row = place.first_row + len(rows)
            group = Group(items, aspect, area and area.format(row))
            rows.append(_row(each, measure, group, place.refs(row)))
        if aspect is Aspect.FULFILMENT:
            row = place.first_row + len(rows)
            group = Group(items, aspect, area and area.format(row))
            rows.append(_late_row(each, group, place.refs(row)))
    formulas = {"difference": _DIFFERENCE}
    return Sheet(place, facts, rows, formulas, strong=frozenset(strong))


def row_count(told: Sequence[Told], aspect: Aspect) -> int:
    """How many rows the table will have."""
    is_late_told = aspect is Aspect.FULFILMENT
    return sum(len(_measures(each, aspect)) + is_late_told for each in told)


def _measures(told: Told, aspect: Aspect) -> list[Measure]:
    """The figures of a group; without an area there are recommendations only."""
    if told.name == label.NO_AREA:
        return [Measure.FOLLOW_UP]
    left_out = () if aspect is Aspect.FULFILMENT else MEASURES_OF[ItemKind.SPIP_REPORT]
    return [measure for measure in Measure if measure not in left_out]


def _row(told: Told, measure: Measure, group: Group, refs: dict[str, str]) -> tuple[Value, ...]:
    ratio, sums = told.now.ratio(measure), SUMS[measure]
    before = told.before.ratio(measure).share if told.before else None
    words = told.without.of(measure)
    numerator, denominator = refs["numerator"], refs["denominator"]
    share = f"IF({denominator}=0,{quoted(words)},{numerator}/{denominator})"
    same = f"AND({close(numerator, ratio.numerator)},{close(denominator, ratio.denominator)})"
    return (
        told.name,
        MEASURES[measure],
        Formula(sums.numerator(group), ratio.numerator, sums.kind),
        Formula(sums.denominator(group), ratio.denominator, sums.kind),
        Formula(share, words if ratio.share is None else ratio.share),
        told.texts.of(measure),
        check(same),
        before,
        _moved(ratio, before),
    )


def _late_row(told: Told, group: Group, refs: dict[str, str]) -> tuple[Value, ...]:
    late = told.late_count
    return (
        told.name,
        label.OVERDUE,
        Formula(group.late(), late),
        None,
        None,
        count(late),
        check(close(refs["numerator"], late)),
        None,
        NO_FIGURE,
    )


def _moved(now: Ratio, before: float | None) -> str | float:
    return NO_FIGURE if now.share is None or before is None else (now.share - before) * 100


_DIFFERENCE = (
    "IF(AND(ISNUMBER({share}),ISNUMBER({share_before})),({share}-{share_before})*100,"
    f"{quoted(NO_FIGURE)})"
)
_NOTHING = Figures(
    Completeness(dict.fromkeys(IndicatorState, 0), 0, 0, 0, 0, Ratio(0, 0)),
    FollowUp(0, 0, 0, 0, 0, 0),
    SpipFigures(0, 0, 0, 0, 0),
)
"""Figures of nothing: their texts are the words for why there is no figure."""
