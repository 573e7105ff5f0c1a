"""What Ringkasan and SPIP say, as plain values made by the same functions as the dashboard's.

Cached for the process: no peer computes anything twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

import pandas as pd

from zi_metrics.charts.completeness import completeness_trend, evidence_by_area
from zi_metrics.charts.picture import Picture
from zi_metrics.charts.spip import rtp_by_area
from zi_metrics.labels import figures as label
from zi_metrics.labels import readiness as readiness_text
from zi_metrics.labels import screen, sentences
from zi_metrics.labels.numbers import long_date, percentage_points, score, short_date
from zi_metrics.labels.statuses import MARKS
from zi_metrics.lke import Aspect
from zi_metrics.metrics.completeness import Completeness, IndicatorState, heaviest_gaps
from zi_metrics.metrics.overdue import late_counts, overdue_items
from zi_metrics.metrics.ratio import change
from zi_metrics.metrics.readiness import readiness
from zi_metrics.metrics.spip import QUARTERS, areas_left_out, spip, spip_by_area
from zi_metrics.metrics.summary import Figures, Items, figures, figures_by_area, items_of
from zi_metrics.metrics.trend import History, history, trend_point
from zi_metrics.periods import ROMAN
from zi_metrics.report.figure_texts import figure_texts, nothing_late
from zi_metrics.report.listing import gaps_listing, overdue_listing, spip_listing
from zi_metrics.report.position_texts import position_so_far
from zi_metrics.sources.resolve import SHIPPED_SOURCES, Source, open_source
from zi_metrics.tables.records import records
from zi_metrics.tables.snapshot import SAMPLE_SOURCE, Snapshot

SOURCES, DEFAULT_SOURCE = SHIPPED_SOURCES, SAMPLE_SOURCE
RINGKASAN, SPIP = "", "spip"
"""The two pages, by their addresses."""
TITLES = {RINGKASAN: screen.RINGKASAN, SPIP: screen.SPIP}
HEADINGS = {RINGKASAN: screen.RINGKASAN, SPIP: "Laporan triwulanan SPIP"}
SHORT_LIST, MOST_GAPS = 5, 10


@dataclass(frozen=True)
class Table:
    """A table under its heading.

    remark: what stands below it; file: all its rows, to download; is_folded: closed until asked for.
    """

    name: str
    title: str
    rows: pd.DataFrame
    remark: str = ""
    file: pd.DataFrame | None = None
    is_folded: bool = False


@dataclass(frozen=True)
class Headline:
    """A figure, its text, and its difference in percentage points, if known."""

    name: str
    text: str
    difference: str | None = None


@dataclass(frozen=True)
class Page:
    """One page for one date: sentences, headline figures, charts, tables, last sentences."""

    heading: str
    lead: str
    headlines: tuple[Headline, ...]
    charts: tuple[Picture, ...]
    tables: tuple[Table, ...]
    closing: str = ""


@cache
def source_named(name: str) -> Source:
    """One of the shipped sources."""
    return open_source(name)


def dates(name: str) -> list[str]:
    """The dates of a source as its filter lists them, newest first."""
    return [long_date(day) for day in reversed(source_named(name).dates)]


@lru_cache(maxsize=64)
def page(slug: str, name: str, day: str) -> Page:
    """A page of a source as of a date of `dates`; of any other date as of the newest."""
    source = source_named(name)
    chosen = {long_date(each): each for each in source.dates}.get(day, source.dates[-1])
    snapshot = source.newest(chosen)
    items = items_of(snapshot)
    if slug == SPIP:
        return _spip(snapshot, items.of_aspect(Aspect.FULFILMENT))
    past = [each for each in source.dates if each <= chosen]
    led_here = history(snapshot, past, lambda each: trend_point(source.newest(each)))
    return _ringkasan(snapshot, items, led_here)


def _ringkasan(snapshot: Snapshot, items: Items, led_here: History) -> Page:
    counted = items.of_aspect(Aspect.FULFILMENT)
    total, areas = figures(counted), snapshot.catalogue.areas
    course = completeness_trend(led_here.course, snapshot.settings)
    by_area = evidence_by_area(counted, figures_by_area(counted), areas)
    before = led_here.before
    return Page(
        HEADINGS[RINGKASAN],
        " ".join(filter(None, _lead(snapshot, total, before.as_of if before else None))),
        tuple(_headlines(total, counted, before.total if before else None)),
        (by_area, course) if len(led_here.course) > 1 else (by_area,),
        (_late(counted, snapshot), _matrix(counted, snapshot), _gaps(counted, snapshot)),
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
    for name, text, ratio in (
        (label.WEIGHTED, texts.weighted, lambda group: group.completeness.weighted),
        (label.INDICATORS_COMPLETE, texts.indicators, lambda group: group.completeness.indicators),
        (label.FOLLOW_UP, texts.follow_up, lambda group: group.follow_up.ratio),
        (label.SPIP_SUBMITTED, texts.spip_submitted, lambda group: group.spip.submitted),
    ):
        moved = change(ratio(now), ratio(before)) if before else None
        yield Headline(name, text, None if moved is None else percentage_points(moved))


def _late(items: Items, snapshot: Snapshot) -> Table:
    late = overdue_items(items)
    listed = overdue_listing(late, snapshot.catalogue)
    remark = sentences.overdue_today(late_counts(late)) if len(late) else nothing_late(items)
    return Table("lewat-tenggat", screen.TO_ACT_ON, listed.head(SHORT_LIST), remark, listed)


def _matrix(items: Items, snapshot: Snapshot) -> Table:
    """Areas by quarters, each state by sign and word."""
    reports = {(each.area_no, each.quarter): each for each in records(items.spip)}
    rows = [
        {"Area": area.short_name}
        | {f"TW {ROMAN[q - 1]}": _state(reports[area.number, q].state) for q in QUARTERS}
        for area in snapshot.catalogue.areas
        if (area.number, QUARTERS[0]) in reports
    ]
    remark = _left_out(items, snapshot)
    return Table("matriks", screen.spip_of(items.year), pd.DataFrame(rows), remark)


def _state(name: str) -> str:
    return f"{MARKS[name]} {name}"


def _left_out(items: Items, snapshot: Snapshot) -> str:
    missing = areas_left_out(items.spip)
    names = [area.short_name for area in snapshot.catalogue.areas if area.number in missing]
    return sentences.spip_left_out(names, items.year) if names and len(items.spip) else ""


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


def _spip(snapshot: Snapshot, items: Items) -> Page:
    now = spip(items.spip)
    submitted, on_time = (label.ratio(each, label.NONE_DUE) for each in (now.submitted, now.on_time))
    lead = sentences.spip_today(items.as_of, items.year, submitted, on_time, now.due_count)
    picture = rtp_by_area(spip_by_area(items.spip), snapshot.catalogue.areas)
    listed = spip_listing(items.spip, snapshot.catalogue)
    return Page(
        HEADINGS[SPIP],
        f"{lead} {_left_out(items, snapshot)}",
        (),
        (picture,) if now.rtp_planned_count else (),
        (_dated_matrix(items, snapshot), Table("laporan-spip", screen.SPIP_MATRIX, listed, is_folded=True)),
    )


def _dated_matrix(items: Items, snapshot: Snapshot) -> Table:
    """The matrix with the day each report came in."""
    plain = _matrix(items, snapshot)
    came_in = {
        (area.short_name, f"TW {ROMAN[each.quarter - 1]}"): each.submitted_on
        for each in records(items.spip)
        for area in snapshot.catalogue.areas
        if area.number == each.area_no
    }
    rows = plain.rows.astype(object)
    for number, row in enumerate(records(plain.rows)):
        for quarter in plain.rows.columns[1:]:
            day = came_in.get((row.Area, quarter))
            if day is not None:
                told = f"{rows.loc[number, quarter]}, {screen.came_in(short_date(day))}"
                rows.loc[number, quarter] = told
    return Table("matriks-spip", screen.SPIP_MATRIX, rows)
