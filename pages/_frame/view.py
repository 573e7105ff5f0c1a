"""What pages show: one snapshot with its figures, and the key of all that is kept of it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from pages._frame import filters
from zi_metrics.access import Role
from zi_metrics.lke import Area
from zi_metrics.metrics.evidence import evidence_as_of
from zi_metrics.metrics.selection import written
from zi_metrics.metrics.summary import Figures, Items
from zi_metrics.metrics.trend import TrendPoint, compared_with
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.snapshot import Snapshot


class ViewKey(NamedTuple):
    """All that changes what there is to show, and so the key of everything that is kept of it.

    version: of the source for that day; role: of whom it is shown to.
    """

    source: str
    version: str
    day: date
    role: Role


@dataclass(frozen=True, eq=False)
class View:
    """One snapshot with its figures; everything of Pemenuhan unless named otherwise.

    before: figures of the snapshot compared with, dated before_on; both missing without one.
    course: one point per snapshot up to this one. kept: what was made of the view, see `kept.py`.
    Shared by all viewers: never change a table.
    """

    key: ViewKey = field(repr=False)
    snapshot: Snapshot
    items: Items
    total: Figures
    by_area: Mapping[int, Figures]
    reform_items: Items
    reform: Figures
    before: Figures | None
    before_on: date | None
    course: tuple[TrendPoint, ...]
    kept: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    @property
    def areas(self) -> tuple[Area, ...]:
        """The six areas in official order."""
        return self.snapshot.catalogue.areas

    @property
    def documents(self) -> pd.DataFrame:
        """All documents, those too that name no indicator and so count nowhere."""
        return evidence_as_of(self.snapshot.evidence, self.items.as_of)

    @property
    def shared_filters(self) -> filters.Shared:
        """Options of the filters that several pages have in common."""
        pics = pd.concat([self.documents["pic"], self.items.follow_ups["pic"]])
        return filters.Shared(self.areas, written(pics))

    @property
    def before_meeting(self) -> date | None:
        """The last meeting, where it is what the figures are compared with."""
        meeting = self.snapshot.settings.previous_meeting_on
        return (
            meeting if meeting == compared_with(self.snapshot.settings, self.items.as_of) else None
        )

    def area_before(self, area_no: int) -> Figures | None:
        """Figures of one area in the snapshot compared with."""
        earlier = [point for point in self.course if point.as_of == self.before_on]
        return earlier[0].areas[area_no] if earlier else None

    @property
    def has_readable_evidence(self) -> bool:
        """Whether completeness can be told at all."""
        return EVIDENCE.name not in self.snapshot.unreadable
