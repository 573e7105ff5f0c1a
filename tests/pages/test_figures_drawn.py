"""The numbers a chart draws are the figures of the same snapshot; its table says them too."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from pages import ENTRIES, PageEntry
from tests.pages.conftest import EMPTY, FULL, YEARS, Shown
from tests.pages.shown import BY_SLUG, charts, said, tables_behind
from zi_metrics.labels.numbers import percent
from zi_metrics.labels.projection import mark
from zi_metrics.lke import Aspect
from zi_metrics.metrics.completeness import evidence_states
from zi_metrics.metrics.follow_up import follow_up_states, open_by_age, periods
from zi_metrics.metrics.projection import Estimate, estimate_of
from zi_metrics.metrics.spip import spip_by_area
from zi_metrics.metrics.summary import Items, figures, items_of
from zi_metrics.metrics.trend import course_of_year, trend_point
from zi_metrics.sources.resolve import open_source
from zi_metrics.tables.snapshot import Snapshot

AREAS = [entry for entry in ENTRIES if entry.area_no is not None]
ON_SAMPLE = pytest.mark.parametrize("source", ["contoh"], indirect=True)
WITH_EVIDENCE = pytest.mark.parametrize("source", [*FULL, EMPTY], indirect=True)


@pytest.fixture
def items(snapshot: Snapshot) -> Items:
    """Items of Pemenuhan, which all charts show."""
    return items_of(snapshot).of_aspect(Aspect.FULFILMENT)


def of_states(counted: list[dict]) -> dict[str, list[int]]:
    """State -> its number in every group, without the states nobody has."""
    states = {str(state): [int(each[state]) for each in counted] for state in counted[0]}
    return {state: numbers for state, numbers in states.items() if any(numbers)}


@WITH_EVIDENCE
def test_evidence_by_area_is_drawn_by_status(shown: Shown, items: Items) -> None:
    chart = charts(shown(BY_SLUG["ringkasan"]))[0]
    by_area = [evidence_states(items.of_area(each.area_no).evidence) for each in AREAS]
    assert chart.counts == of_states(by_area)


@WITH_EVIDENCE
@pytest.mark.parametrize("entry", AREAS, ids=[entry.slug for entry in AREAS])
def test_sub_areas_of_an_area_add_up_to_its_evidence(
    shown: Shown, items: Items, entry: PageEntry
) -> None:
    page = shown(entry)
    (chart,) = charts(page)
    inside = items.of_area(entry.area_no)
    total = {str(state): n for state, n in evidence_states(inside.evidence).items() if n}
    assert {state: sum(numbers) for state, numbers in chart.counts.items()} == total
    assert list(tables_behind(page).values()) == [inside.indicators["sub_area_no"].nunique()]


@ON_SAMPLE
def test_course_of_completeness_is_drawn_on_its_dates(shown: Shown, source: str) -> None:
    opened = open_source(source)
    points = course_of_year((trend_point(opened.newest(day)) for day in opened.dates), 2025)
    line = charts(shown(BY_SLUG["ringkasan"]))[1].spec["data"][0]
    shares = [point.total.completeness.weighted.share for point in points]
    assert line["y"] == pytest.approx(shares)
    assert [date.fromisoformat(day[:10]) for day in line["x"]] == [p.as_of for p in points]
    assert line["text"] == [percent(share) for share in shares]


@ON_SAMPLE
def test_estimate_on_screen_is_that_of_the_course(shown: Shown, source: str) -> None:
    opened = open_source(source)
    points = course_of_year((trend_point(opened.newest(day)) for day in opened.dates), 2025)
    found = estimate_of(points, opened.newest().settings)
    assert isinstance(found, Estimate)
    page = shown(BY_SLUG["ringkasan"])
    _, area, bar = charts(page)[1].spec["data"]
    assert bar["y"] == [found.low, found.high]
    assert [date.fromisoformat(day[:10]) for day in bar["x"]] == [found.on, found.on]
    assert sorted(area["y"])[1:] == [found.low, found.high]
    told = mark(found.low, found.high).removeprefix("perkiraan ")
    assert f"Perkiraan per 31 Mei 2026: {told}, bila" in charts(page)[1].alt
    behind = [each.proto.body for each in page.get("html") if "<table" in each.proto.body]
    (row,) = [body for body in behind if "31 Mei 2026 (perkiraan)" in body]
    assert told in row


@pytest.mark.parametrize("source", [EMPTY], indirect=True)
def test_without_enough_snapshots_the_page_says_so(shown: Shown) -> None:
    assert "perlu 3 potret dalam sekurangnya 60 hari" in said(shown(BY_SLUG["ringkasan"]))


@ON_SAMPLE
def test_recommendations_are_drawn_by_area_age_and_period(shown: Shown, items: Items) -> None:
    by_area, by_age, by_period = charts(shown(BY_SLUG["monev"]))
    rows = items.follow_ups
    areas = [rows[(rows["area_no"] == each.area_no).fillna(False)] for each in AREAS]
    groups = [*areas, rows[rows["area_no"].isna()]]
    assert by_area.counts == of_states([follow_up_states(group) for group in groups if len(group)])
    assert by_age.bars[-1]["x"] == list(open_by_age(rows).values())
    dated = [rows[rows["period"] == period] for period in periods(rows)]
    assert by_period.counts == of_states([follow_up_states(group) for group in dated])


@ON_SAMPLE
def test_control_actions_are_drawn_done_before_planned(shown: Shown, items: Items) -> None:
    (chart,) = charts(shown(BY_SLUG["spip"]))
    planned, done = (trace["x"] for trace in chart.bars)
    by_area = spip_by_area(items.spip)
    assert done == [by_area[each.area_no].rtp_done_count for each in AREAS]
    assert planned == [by_area[each.area_no].rtp_planned_count for each in AREAS]


@WITH_EVIDENCE
def test_headline_is_the_weighted_completeness(shown: Shown, items: Items) -> None:
    share = figures(items).completeness.weighted.share
    assert shown(BY_SLUG["ringkasan"]).metric[0].value.endswith(f" · {percent(share)}")


@ON_SAMPLE
def test_nothing_is_measured_after_the_day_of_the_snapshot(
    shown: Shown, snapshot: Snapshot
) -> None:
    line = charts(shown(BY_SLUG["ringkasan"]))[1].spec["data"][0]
    last = datetime.fromisoformat(line["x"][-1]).date()
    assert last < snapshot.as_of + timedelta(days=1)


@pytest.mark.parametrize("source", [YEARS], indirect=True)
def test_groups_named_by_a_year_are_groups_and_no_numbers(shown: Shown) -> None:
    by_period = charts(shown(BY_SLUG["monev"]))[2]
    axis = by_period.spec["layout"]["yaxis"]
    named = by_period.bars[0]["y"] if axis.get("type") == "category" else axis.get("ticktext")
    assert named == ["2024", "2025"]
