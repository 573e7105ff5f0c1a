"""What Ringkasan says, from a snapshot and what led up to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from bench.peers.matrix import matrix
from bench.peers.said import Headline, Page, Table
from zi_metrics.charts.completeness import completeness_trend, evidence_by_area
from zi_metrics.labels import figures as label
from zi_metrics.labels import readiness as readiness_text
from zi_metrics.labels import screen, sentences
from zi_metrics.labels.numbers import percentage_points, score
from zi_metrics.lke import Aspect
from zi_metrics.metrics.completeness import Completeness, IndicatorState, heaviest_gaps
from zi_metrics.metrics.overdue import late_counts, overdue_items
from zi_metrics.metrics.ratio import Ratio, change
from zi_metrics.metrics.readiness import readiness
from zi_metrics.metrics.summary import Figures, Items, figures, figures_by_area
from zi_metrics.metrics.trend import History
from zi_metrics.report.figure_texts import figure_texts, nothing_late
from zi_metrics.report.listing import gaps_listing, overdue_listing
from zi_metrics.report.position_texts import position_so_far
from zi_metrics.tables.snapshot import Snapshot

SHORT_LIST, MOST_GAPS = 5, 10


def ringkasan(snapshot: Snapshot, items: Items, led_here: History) -> Page:
    """The page; items: of both aspects."""
    counted = items.of_aspect(Aspect.FULFILMENT)
    total, areas = figures(counted), snapshot.catalogue.areas
    course = completeness_trend(led_here.course, snapshot.settings)
    by_area = evidence_by_area(counted, figures_by_area(counted), areas)
    before = led_here.before
    return Page(
        screen.RINGKASAN,
        " ".join(filter(None, _lead(snapshot, total, before.as_of if before else None))),
        tuple(_headlines(total, counted, before.total if before else None)),
        (by_area, course) if len(led_here.course) > 1 else (by_area,),
        (_late(counted, snapshot), matrix(counted, snapshot), _gaps(counted, snapshot)),
        _reform(figures(items.of_aspect(Aspect.REFORM)).completeness),
    )


def _lead(snapshot: Snapshot, total: Figures, before_on: date | None) -> Iterator[str]:
    complete, meeting = total.completeness, snapshot.settings.previous_meeting_on
    yield sentences.unit_today(
        snapshot.as_of,
        complete.weighted.share,
        label.points(complete.weighted),
        label.ratio(complete.indicators, label.NO_INDICATORS),
    )
    yield sentences.without_evidence(complete.states[IndicatorState.WITHOUT_EVIDENCE])
    is_meeting = meeting is not None and meeting < snapshot.as_of
    yield sentences.compared_with(before_on, meeting if is_meeting else None)
    so_far = position_so_far(readiness(snapshot))
    yield readiness_text.on_summary(so_far) if so_far else ""


def _headlines(now: Figures, items: Items, before: Figures | None) -> Iterator[Headline]:
    texts = figure_texts(now, items)
    named: tuple[tuple[str, str, Callable[[Figures], Ratio]], ...] = (
        (label.WEIGHTED, texts.weighted, lambda group: group.completeness.weighted),
        (label.INDICATORS_COMPLETE, texts.indicators, lambda group: group.completeness.indicators),
        (label.FOLLOW_UP, texts.follow_up, lambda group: group.follow_up.ratio),
        (label.SPIP_SUBMITTED, texts.spip_submitted, lambda group: group.spip.submitted),
    )
    for name, text, ratio in named:
        moved = change(ratio(now), ratio(before)) if before else None
        yield Headline(name, text, None if moved is None else percentage_points(moved))


def _late(items: Items, snapshot: Snapshot) -> Table:
    late = overdue_items(items)
    listed = overdue_listing(late, snapshot.catalogue)
    remark = sentences.overdue_today(late_counts(late)) if len(late) else nothing_late(items)
    return Table("lewat-tenggat", screen.TO_ACT_ON, listed.head(SHORT_LIST), remark, listed)


def _gaps(items: Items, snapshot: Snapshot) -> Table:
    gaps = heaviest_gaps(items.indicators)
    hidden = gaps.iloc[MOST_GAPS:]
    listed = gaps_listing(gaps, snapshot.catalogue)
    remark = screen.more_gaps(len(hidden), score(hidden["gap_points"].sum())) if len(hidden) else ""
    return Table("celah", screen.HEAVIEST_GAPS, listed.head(MOST_GAPS), remark, listed)


def _reform(complete: Completeness) -> str:
    return sentences.reform_today(
        label.ratio(complete.indicators, label.NO_INDICATORS),
        complete.weighted.share,
        complete.states[IndicatorState.WITHOUT_EVIDENCE],
    )
