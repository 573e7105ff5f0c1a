"""All figures of all pages, for one snapshot beside an earlier one: what a new reading costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zi_metrics.charts.changes import weighted_by_area
from zi_metrics.charts.completeness import (
    completeness_trend,
    evidence_by_area,
    evidence_by_sub_area,
)
from zi_metrics.charts.follow_up import (
    follow_up_by_area,
    follow_up_by_period,
    open_recommendations_by_age,
)
from zi_metrics.charts.palette import Mode
from zi_metrics.charts.picture import Picture
from zi_metrics.charts.readiness import area_bars
from zi_metrics.charts.reform import reform_by_area
from zi_metrics.charts.spip import rtp_by_area
from zi_metrics.lke import Aspect
from zi_metrics.lke.predicates import Predicate
from zi_metrics.metrics.changes import Measure, changes
from zi_metrics.metrics.completeness import heaviest_gaps
from zi_metrics.metrics.data_quality import findings
from zi_metrics.metrics.overdue import overdue_items
from zi_metrics.metrics.readiness import Readiness, entry_checks, readiness
from zi_metrics.metrics.reform import reform_answers
from zi_metrics.metrics.results_rows import result_rows
from zi_metrics.metrics.spip import spip_by_area
from zi_metrics.metrics.summary import Figures, Items, figures, items_of
from zi_metrics.metrics.trend import TrendPoint, trend_point
from zi_metrics.report.figure_texts import figure_texts
from zi_metrics.report.readiness_rules import rule_texts
from zi_metrics.tables.snapshot import Snapshot

ByArea = Mapping[int, Figures]


@dataclass(frozen=True)
class Earlier:
    """What a server has in memory of the snapshot before."""

    items: Items
    point: TrendPoint

    @staticmethod
    def of(snapshot: Snapshot) -> Earlier:
        """Of a snapshot."""
        return Earlier(items_of(snapshot).of_aspect(Aspect.FULFILMENT), trend_point(snapshot))


def pictures(snapshot: Snapshot, before: Earlier) -> list[Picture]:
    """Numbers, sentences and tables of every page; of those with a chart their pictures.

    The shortest way to a predicate is measured by itself.
    """
    items = items_of(snapshot)
    counted, told = items.of_aspect(Aspect.FULFILMENT), readiness(snapshot)
    point = trend_point(snapshot)
    figure_texts(point.total, counted)
    figures(items.of_aspect(Aspect.REFORM))
    overdue_items(counted)
    heaviest_gaps(counted.indicators)
    rule_texts(told)
    for target in Predicate:
        entry_checks(snapshot, target)
    reform_answers(told)
    result_rows(snapshot.results, told, snapshot.year)
    findings(snapshot)
    return [
        completeness_trend([before.point, point], snapshot.settings),
        *_of_pages(snapshot, counted, point.areas, told),
        _compared(snapshot, before, counted, point.areas),
    ]


def _of_pages(
    snapshot: Snapshot, counted: Items, by_area: ByArea, told: Readiness
) -> Iterator[Picture]:
    areas = snapshot.catalogue.areas
    yield evidence_by_area(counted, by_area, areas)
    for area in areas:
        yield evidence_by_sub_area(counted.of_area(area.number))
    yield follow_up_by_area(counted.follow_ups, areas)
    yield open_recommendations_by_age(counted.follow_ups)
    yield follow_up_by_period(counted.follow_ups)
    yield rtp_by_area(spip_by_area(counted.spip), areas)
    yield area_bars(told.sheet, areas)
    yield reform_by_area(told.sheet, areas)


def _compared(snapshot: Snapshot, before: Earlier, counted: Items, by_area: ByArea) -> Picture:
    found = changes(before.items, counted).reconciliations[Measure.WEIGHTED]
    return weighted_by_area(found, before.point.areas, by_area, snapshot.catalogue.areas)


def drawn(made: list[Picture]) -> list[object]:
    """Each as a chart."""
    return [picture.draw(Mode.LIGHT) for picture in made]
