"""Pictures of completeness: documents by status per group, and the course over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from zi_metrics.charts.picture import Picture
from zi_metrics.charts.series import Aim, DatedShare, StateBar, present_states
from zi_metrics.charts.state_bars import state_bars
from zi_metrics.charts.trend_lines import trend_lines
from zi_metrics.labels import figures as label
from zi_metrics.labels import projection, sentences
from zi_metrics.labels.numbers import long_date, percent
from zi_metrics.lke import Area
from zi_metrics.metrics.completeness import (
    Completeness,
    IndicatorState,
    completeness,
    evidence_states,
    sub_areas,
)
from zi_metrics.metrics.projection import Estimate, estimate_of
from zi_metrics.metrics.summary import Figures, Items
from zi_metrics.metrics.trend import TrendPoint
from zi_metrics.settings import UnitSettings
from zi_metrics.tables.vocabularies import EvidenceStatus

DOCUMENTS = "dokumen"


def evidence_by_area(
    items: Items, by_area: Mapping[int, Figures], areas: Sequence[Area]
) -> Picture:
    """Documents of each area by status; at the bar's end the area's weighted completeness."""
    groups = [
        (area.short_name, by_area[area.number].completeness, items.of_area(area.number).evidence)
        for area in areas
    ]
    return _evidence_bars("data-dukung-per-area", "Data dukung per area", "Area", groups)


def evidence_by_sub_area(items: Items) -> Picture:
    """Documents of each sub-area of one area by status."""
    groups = []
    for number, name in sub_areas(items.indicators):
        inside = items.indicators[items.indicators["sub_area_no"] == number]
        documents = items.evidence[items.evidence["code"].isin(inside["code"])]
        groups.append((f"{number}. {name}", completeness(inside), documents))
    return _evidence_bars(
        "data-dukung-per-sub-area", "Data dukung per sub-area", "Sub-area", groups
    )


def _evidence_bars(
    name: str, title: str, group: str, groups: Sequence[tuple[str, Completeness, pd.DataFrame]]
) -> Picture:
    bars = tuple(
        StateBar(
            title,
            evidence_states(documents),
            sentences.bar_end(
                figures.complete_count, figures.required_count, figures.weighted.share
            ),
        )
        for title, figures, documents in groups
    )
    shown = present_states(bars, tuple(EvidenceStatus))
    table = pd.DataFrame(
        [
            {
                group: bar.name,
                label.WEIGHTED: percent(figures.weighted.share),
                label.INDICATORS_COMPLETE: label.ratio(figures.indicators, label.NO_INDICATORS),
                label.EVIDENCE_COMPLETE: label.ratio(figures.evidence, label.NO_EVIDENCE),
                label.VERIFICATION: label.ratio(figures.verification, label.NO_EVIDENCE),
                **{state: bar.counts[state] for state in shown},
                "Indikator tanpa data dukung": figures.states[IndicatorState.WITHOUT_EVIDENCE],
            }
            for bar, (_, figures, _) in zip(bars, groups, strict=True)
        ]
    )
    return Picture(
        name,
        title,
        sentences.evidence_bars(
            [(title, figures.weighted.share) for title, figures, _ in groups],
            sum(figures.states[IndicatorState.WITHOUT_EVIDENCE] for _, figures, _ in groups),
        ),
        state_bars,
        (bars, tuple(EvidenceStatus), DOCUMENTS),
        table,
        shown,
    )


def completeness_trend(points: Sequence[TrendPoint], settings: UnitSettings) -> Picture:
    """Weighted completeness of the unit over the snapshots, and where that may lead."""
    dated = tuple(
        DatedShare(
            point.as_of,
            point.total.completeness.weighted.share,
            label.points(point.total.completeness.weighted),
        )
        for point in points
    )
    shares = [(point.as_of, point.share) for point in dated]
    told, target = estimate_of(points, settings), settings.completeness_target
    ahead = told if isinstance(told, Estimate) else None
    course = sentences.trend(shares, None if ahead else target)
    return Picture(
        "perkembangan",
        "Perkembangan kelengkapan berbobot",
        f"{course} {projection.sentence(told, shares, target)}",
        trend_lines,
        (dated, Aim(target, settings.target_on, ahead)),
        _course_table(points, ahead),
    )


def _course_table(points: Sequence[TrendPoint], ahead: Estimate | None) -> pd.DataFrame:
    """One row per snapshot, and one for the estimate, which counts no points."""
    rows = [
        {
            "Tanggal": long_date(point.as_of),
            label.WEIGHTED: percent(point.total.completeness.weighted.share),
            "Poin LKE": label.points(point.total.completeness.weighted),
            label.INDICATORS_COMPLETE: label.ratio(
                point.total.completeness.indicators, label.NO_INDICATORS
            ),
        }
        for point in points
    ]
    if ahead is not None:
        rows.append(
            {
                "Tanggal": f"{long_date(ahead.on)} ({projection.NAME.lower()})",
                label.WEIGHTED: projection.span(ahead.low, ahead.high),
                "Poin LKE": "",
                label.INDICATORS_COMPLETE: "",
            }
        )
    return pd.DataFrame(rows)
