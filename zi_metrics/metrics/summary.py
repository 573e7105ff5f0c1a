"""All headline figures of a snapshot, for the unit and each area: what every answer starts from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import pandas as pd

from zi_metrics.lke import AREA_NUMBERS, Aspect
from zi_metrics.metrics.completeness import Completeness, completeness, indicator_completeness
from zi_metrics.metrics.evidence import evidence_as_of
from zi_metrics.metrics.follow_up import FollowUp, follow_up, follow_ups
from zi_metrics.metrics.measures import Measure
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.metrics.spip import SpipFigures, spip, spip_quarters
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Items:
    """The items under the figures, as they stood on `as_of`.

    indicators: rows of `indicator_completeness` (none when the evidence could not be read: nothing
    is known then); evidence: rows of `evidence_as_of` that name an indicator; follow_ups: rows of
    `follow_ups`; spip: rows of `spip_quarters` for the assessed year. unreadable: names of tables
    that could not be read.
    """

    as_of: date
    year: int
    indicators: pd.DataFrame
    evidence: pd.DataFrame
    follow_ups: pd.DataFrame
    spip: pd.DataFrame
    unreadable: frozenset[str] = frozenset()

    def of_area(self, area_no: int | None) -> Items:
        """The items of one area; None: those without an area. Asked for again, the same ones."""
        if area_no not in self._areas:
            self._areas[area_no] = self._inside(area_no)
        return self._areas[area_no]

    @cached_property
    def _areas(self) -> dict[int | None, Items]:
        return {}

    def _inside(self, area_no: int | None) -> Items:
        def inside(rows: pd.DataFrame) -> pd.DataFrame:
            areas = rows["area_no"]
            wanted = areas.isna() if area_no is None else (areas == area_no).fillna(False)
            return rows[wanted.astype(bool)]

        return replace(
            self,
            indicators=inside(self.indicators),
            evidence=inside(self.evidence),
            follow_ups=inside(self.follow_ups),
            spip=inside(self.spip),
        )

    def of_aspect(self, aspect: Aspect) -> Items:
        """The items of one aspect.

        Pemenuhan, the headline, takes every recommendation and report. Reform takes the
        recommendations tied to a Reform indicator and no report: those belong to no indicator.
        """
        chosen = replace(
            self,
            indicators=self.indicators[self.indicators["aspect"] == aspect],
            evidence=self.evidence[self.evidence["aspect"] == aspect],
        )
        if aspect is Aspect.FULFILMENT:
            return chosen
        tied = self.follow_ups["aspect"] == aspect
        return replace(chosen, follow_ups=self.follow_ups[tied], spip=self.spip.iloc[:0])


@dataclass(frozen=True)
class Figures:
    """Headline figures of one group: the unit or an area, in one aspect."""

    completeness: Completeness
    follow_up: FollowUp
    spip: SpipFigures

    def ratio(self, measure: Measure) -> Ratio:
        """One of the percentages with what it is counted from."""
        return {
            Measure.WEIGHTED: self.completeness.weighted,
            Measure.INDICATORS: self.completeness.indicators,
            Measure.EVIDENCE: self.completeness.evidence,
            Measure.VERIFICATION: self.completeness.verification,
            Measure.FOLLOW_UP: self.follow_up.ratio,
            Measure.SPIP_SUBMITTED: self.spip.submitted,
            Measure.SPIP_ON_TIME: self.spip.on_time,
        }[measure]


def items_of(snapshot: Snapshot, as_of: date | None = None) -> Items:
    """The items of a snapshot on `as_of`, by default its own date."""
    day = as_of or snapshot.as_of
    year = snapshot.settings.assessed_year or day.year
    indicators = indicator_completeness(snapshot.indicators, snapshot.evidence)
    return Items(
        as_of=day,
        year=year,
        indicators=indicators.iloc[:0] if EVIDENCE.name in snapshot.unreadable else indicators,
        evidence=evidence_as_of(snapshot.evidence[snapshot.evidence["is_counted"]], day),
        follow_ups=follow_ups(snapshot.recommendations, day),
        spip=spip_quarters(snapshot.spip_reports, year, day, snapshot.settings.spip_due_days),
        unreadable=snapshot.unreadable,
    )


def figures(items: Items) -> Figures:
    """Figures of a group of items."""
    return Figures(completeness(items.indicators), follow_up(items.follow_ups), spip(items.spip))


def figures_by_area(items: Items) -> Mapping[int, Figures]:
    """Figures of each area, in official order; an area without items is there too."""
    return {area_no: figures(items.of_area(area_no)) for area_no in AREA_NUMBERS}
