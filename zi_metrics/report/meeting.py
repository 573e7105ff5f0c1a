"""Everything a meeting is told: one snapshot, what changed since the last meeting, what is late.

Slides, print, workbook and memos are all made from this, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from zi_metrics.labels import meeting as text
from zi_metrics.labels.sources import SAMPLE_BADGE, source_name
from zi_metrics.lke import Area, Aspect
from zi_metrics.metrics.changes import Changes, changes
from zi_metrics.metrics.gap import Plan, plan
from zi_metrics.metrics.overdue import overdue_items
from zi_metrics.metrics.projection import Estimate, NoEstimate, estimate_of
from zi_metrics.metrics.readiness import Readiness, readiness
from zi_metrics.metrics.summary import Figures, Items, figures, items_of
from zi_metrics.metrics.trend import TrendPoint, compared_with
from zi_metrics.names import SHOW_ALL, Names
from zi_metrics.report.meeting_names import (
    hidden_changes,
    hidden_items,
    hidden_readiness,
    names_in,
)
from zi_metrics.tables.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Meeting:
    """One snapshot as a meeting sees it.

    items, reform_items: of the two aspects, names hidden in every text unless shows_names, and no
    two PICs alike, so that what is grouped by PIC is the same either way. The tables of `snapshot`
    itself are as read: take no text from them. compared: the items compared with and these, as read
    too, for two names may have the same initials; course: one point per snapshot up to this one,
    oldest first; before: the point compared with; found: the comparison where it was made already.
    Shared: never change a table.
    """

    snapshot: Snapshot
    items: Items
    reform_items: Items
    compared: tuple[Items, Items] | None
    course: tuple[TrendPoint, ...]
    before: TrendPoint | None
    names: Names
    found: Changes | None = None

    @property
    def shows_names(self) -> bool:
        """Whether names of people stand in it."""
        return self.names is SHOW_ALL

    @property
    def areas(self) -> tuple[Area, ...]:
        """The six areas in official order."""
        return self.snapshot.catalogue.areas

    @property
    def before_on(self) -> date | None:
        """The date compared with."""
        return None if self.before is None else self.before.as_of

    @property
    def before_total(self) -> Figures | None:
        """Figures of the unit on that date."""
        return None if self.before is None else self.before.total

    def before_area(self, area_no: int) -> Figures | None:
        """Figures of one area on that date."""
        return None if self.before is None else self.before.areas[area_no]

    @property
    def since(self) -> str:
        """Since when changes are told, in words; '' without anything to compare with."""
        return "" if self.before is None else text.since_when(self.before.as_of, self.last_meeting)

    @property
    def last_meeting(self) -> date | None:
        """The last meeting's day, where it is why the figures are compared with that date."""
        settings = self.snapshot.settings
        day = settings.previous_meeting_on
        return day if day == compared_with(settings, self.items.as_of) else None

    @cached_property
    def total(self) -> Figures:
        """Figures of the unit."""
        return figures(self.items)

    @cached_property
    def items_by_area(self) -> Mapping[int, Items]:
        """The items of each area, in official order."""
        return {area.number: self.items.of_area(area.number) for area in self.areas}

    @cached_property
    def by_area(self) -> Mapping[int, Figures]:
        """Figures of each area."""
        return {area_no: figures(items) for area_no, items in self.items_by_area.items()}

    @cached_property
    def reform(self) -> Figures:
        """Figures of the aspect Reform."""
        return figures(self.reform_items)

    @cached_property
    def late(self) -> pd.DataFrame:
        """Late items, longest late first: rows of `overdue_items`."""
        return overdue_items(self.items)

    @cached_property
    def late_by_area(self) -> Mapping[int, pd.DataFrame]:
        """The same of each area, in official order."""
        areas = self.late["area_no"].astype("Int64")
        return {
            area.number: self.late[areas.eq(area.number).fillna(value=False).astype(bool)]
            for area in self.areas
        }

    @cached_property
    def changes(self) -> Changes | None:
        """What changed since the snapshot compared with; None without one."""
        if self.compared is None:
            return None
        return hidden_changes(self.found or changes(*self.compared), self.names)

    @cached_property
    def estimate(self) -> Estimate | NoEstimate:
        """Where the course leads to by the target date."""
        return estimate_of(self.course, self.snapshot.settings)

    @cached_property
    def readiness(self) -> Readiness:
        """How far the unit is from its target, by the sheet's answers."""
        return hidden_readiness(readiness(self.snapshot), self.names)

    @cached_property
    def plan(self) -> Plan:
        """The shortest way to the target; solved when first asked for."""
        told = self.readiness
        return plan(told.sheet, told.target, told.codes_with_evidence)

    @property
    def unit(self) -> str:
        """The unit's name, else that of the source."""
        return self.snapshot.settings.unit or self.source

    @property
    def source(self) -> str:
        """The source as people call it; a file may be named after somebody."""
        return self.names.hide(source_name(self.snapshot.provenance.source))

    @property
    def badge(self) -> str:
        """The word that everything is invented, or ''."""
        return SAMPLE_BADGE if self.snapshot.provenance.is_sample else ""

    @property
    def stamp(self) -> str:
        """Source, as-of date, filter and digest in one line; of the sample that it is one."""
        provenance = self.snapshot.provenance
        return text.stamp(self.source, provenance.as_of, provenance.digest, self.shows_names)


def meeting(
    snapshot: Snapshot,
    earlier: Snapshot | None,
    course: Sequence[TrendPoint],
    *,
    shows_names: bool = False,
    found: Changes | None = None,
) -> Meeting:
    """A snapshot and the one it is compared with, as a meeting sees them.

    course: the points up to this snapshot, that of `earlier` among them; found: the comparison of
    the two where it was made already.
    """
    names = SHOW_ALL if shows_names else names_in(snapshot, earlier)
    before = [point for point in course if earlier is not None and point.as_of == earlier.as_of]
    items = items_of(snapshot)
    now = items.of_aspect(Aspect.FULFILMENT)
    return Meeting(
        snapshot=snapshot,
        items=hidden_items(now, names),
        reform_items=hidden_items(items.of_aspect(Aspect.REFORM), names),
        compared=None if earlier is None else (items_of(earlier).of_aspect(Aspect.FULFILMENT), now),
        course=tuple(course),
        before=before[-1] if before else None,
        names=names,
        found=found,
    )
