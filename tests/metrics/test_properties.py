"""What holds of the figures whatever people write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.metrics.builders import INDICATOR_ROWS, evidence, reports
from tests.tables.builders import checked
from zi_metrics.metrics.completeness import Completeness, completeness, indicator_completeness
from zi_metrics.metrics.follow_up import FollowUp, follow_up, follow_ups, open_by_age
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.metrics.spip import SpipFigures, SpipState, spip, spip_quarters
from zi_metrics.tables.columns import RECOMMENDATIONS

bounded = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
Rows = list[dict[str, Any]]
# few days, on both sides of due dates, so that rows meet
DAYS = st.sampled_from(
    [date(2025, *day) for day in ((1, 2), (4, 9), (4, 10), (4, 11), (7, 10), (7, 11), (12, 31))]
)
MAYBE_DAY = st.none() | DAYS
CODES = st.sampled_from(["A.I.1.i.a", "A.I.1.i.b", "A.I.4.ii.c", "A.I.6.v.a", "A.II.1.ii", "Z"])
REASON = st.sampled_from([None, "Bukan tugas unit"])


def rows_of(most: int = 10, **cells: st.SearchStrategy[Any]) -> st.SearchStrategy[Rows]:
    return st.lists(st.fixed_dictionaries(cells), max_size=most)


DOCUMENTS = rows_of(
    code=CODES,
    status=st.sampled_from(["Tersedia", "OK", "Disusun", "x", None, "N/A", "N/A", "Revisi"]),
    reason=REASON,
)
FOLLOW_UPS = rows_of(
    area_no=st.none() | st.integers(0, 7),
    period=st.sampled_from([None, "Juni 2025", "Semester I 2025", "2024", "Semester II"]),
    recommendation=st.sampled_from(["Lengkapi SK", "lengkapi  sk", "Unggah notula"]),
    status=st.sampled_from(["Selesai", "Belum", "TDTL", "x", None]),
    reason=REASON,
    raised_on=MAYBE_DAY,
    due_on=MAYBE_DAY,
    closed_on=MAYBE_DAY,
)
COUNT = st.none() | st.integers(0, 4)
REPORTS = rows_of(
    year=st.sampled_from([2025, 2025, 2025, 2024]),
    quarter=st.sampled_from([1, 1, 2, 4, 5]),
    area_no=st.sampled_from([0, 1, 1, 6, 7]),
    required=st.sampled_from([None, "Ya", "Tidak"]),
    submitted_on=MAYBE_DAY,
    rtp_planned_count=COUNT,
    rtp_done_count=COUNT,
)


def measured(rows: Rows) -> pd.DataFrame:
    return indicator_completeness(INDICATOR_ROWS, evidence(*rows))


def followed(rows: Rows, as_of: date) -> pd.DataFrame:
    return follow_ups(checked(RECOMMENDATIONS, *rows).rows, as_of)


def judged(rows: Rows, as_of: date) -> pd.DataFrame:
    return spip_quarters(reports(*rows), 2025, as_of, 10)


def ratios(*groups: Completeness | FollowUp | SpipFigures) -> Iterator[Ratio]:
    """Every ratio but that of RTP, whose counts people write as they like."""
    for group in groups:
        match group:
            case Completeness():
                yield from (group.evidence, group.verification, group.indicators, group.weighted)
            case FollowUp():
                yield group.ratio
            case SpipFigures():
                yield from (group.submitted, group.on_time)


@bounded
@given(DOCUMENTS, FOLLOW_UPS, REPORTS, DAYS)
def test_shares_are_between_nought_and_one_or_missing(
    documents: Rows, recommendations: Rows, spip_rows: Rows, as_of: date
) -> None:
    groups = (
        completeness(measured(documents)),
        follow_up(followed(recommendations, as_of)),
        spip(judged(spip_rows, as_of)),
    )
    for ratio in ratios(*groups):
        assert 0 <= ratio.numerator <= ratio.denominator
        assert (ratio.share is None) == (ratio.denominator == 0)
        assert ratio.share is None or 0 <= ratio.share <= 1


@bounded
@given(DOCUMENTS)
def test_verified_is_part_of_complete_and_complete_of_required(documents: Rows) -> None:
    items = measured(documents)
    assert (items["verified_count"] <= items["complete_count"]).all()
    assert (items["complete_count"] + items["unrecognised_count"] <= items["required_count"]).all()
    assert (items["required_count"] <= items["listed_count"]).all()
    assert items["covered_points"].between(0, items["points"]).all()


@bounded
@given(DOCUMENTS)
def test_indicator_states_sum_to_the_number_of_indicators(documents: Rows) -> None:
    items = measured(documents)
    assert sum(completeness(items).states.values()) == len(items) == len(INDICATOR_ROWS)


@bounded
@given(FOLLOW_UPS, DAYS)
def test_parts_of_follow_up_sum_to_the_whole(recommendations: Rows, as_of: date) -> None:
    rows = followed(recommendations, as_of)
    group = follow_up(rows)
    assert group.required_count + group.dropped_count == len(rows)
    assert group.done_count + group.overdue_count <= group.required_count
    assert sum(open_by_age(rows).values()) <= group.required_count - group.done_count
    assert group.repeated_count <= len(rows)


@bounded
@given(REPORTS, DAYS)
def test_states_of_reports_sum_to_four_quarters_of_each_area(spip_rows: Rows, as_of: date) -> None:
    rows = judged(spip_rows, as_of)
    counted = rows["state"].value_counts()
    of = {state: int(counted.get(state, 0)) for state in SpipState}
    group = spip(rows)
    assert sum(of.values()) == len(rows) == 4 * rows["area_no"].nunique()
    assert group.on_time_count == of[SpipState.ON_TIME]
    assert group.submitted_count == of[SpipState.ON_TIME] + of[SpipState.LATE]
    assert group.due_count == group.submitted_count + of[SpipState.MISSING]


@bounded
@given(DOCUMENTS)
def test_area_completeness_adds_up_to_the_units(documents: Rows) -> None:
    items = measured(documents)
    whole = completeness(items)
    areas = [completeness(rows) for _, rows in items.groupby("area_no")]
    for count in ("required_count", "complete_count", "verified_count", "unrecognised_count"):
        assert sum(getattr(area, count) for area in areas) == getattr(whole, count)
    for state in whole.states:
        assert sum(area.states[state] for area in areas) == whole.states[state]
    for part in ("numerator", "denominator"):
        total = sum(getattr(area.weighted, part) for area in areas)
        assert total == pytest.approx(getattr(whole.weighted, part), abs=1e-9)


@bounded
@given(FOLLOW_UPS, REPORTS, DAYS)
def test_area_follow_up_and_reports_add_up_to_the_units(
    recommendations: Rows, spip_rows: Rows, as_of: date
) -> None:
    rows = followed(recommendations, as_of)
    areas = [follow_up(part) for _, part in rows.groupby("area_no", dropna=False)]
    whole = follow_up(rows)
    for count in ("required_count", "done_count", "overdue_count", "repeated_count"):
        assert sum(getattr(area, count) for area in areas) == getattr(whole, count)
    grid = judged(spip_rows, as_of)
    by_area = [spip(part) for _, part in grid.groupby("area_no")]
    for count in ("due_count", "submitted_count", "on_time_count"):
        assert sum(getattr(area, count) for area in by_area) == getattr(spip(grid), count)


@bounded
@given(DOCUMENTS, FOLLOW_UPS, REPORTS, DAYS, st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(
    documents: Rows, recommendations: Rows, spip_rows: Rows, as_of: date, chance: Any
) -> None:
    mixed = [list(rows) for rows in (documents, recommendations, spip_rows)]
    for rows in mixed:
        chance.shuffle(rows)
    assert completeness(measured(mixed[0])) == completeness(measured(documents))
    assert follow_up(followed(mixed[1], as_of)) == follow_up(followed(recommendations, as_of))
    assert spip(judged(mixed[2], as_of)) == spip(judged(spip_rows, as_of))


@bounded
@given(DOCUMENTS)
def test_order_of_indicators_does_not_matter(documents: Rows) -> None:
    items = measured(documents)
    assert completeness(items.iloc[::-1]) == completeness(items)


@bounded
@given(REPORTS, DAYS, st.integers(0, 200))
def test_later_as_of_date_never_has_fewer_reports_due(
    spip_rows: Rows, as_of: date, days: int
) -> None:
    earlier, later = (spip(judged(spip_rows, day)) for day in (as_of, as_of + timedelta(days=days)))
    assert earlier.due_count <= later.due_count
    assert earlier.submitted_count <= later.submitted_count
    assert earlier.on_time_count <= later.on_time_count


@bounded
@given(FOLLOW_UPS, DAYS, st.integers(0, 200))
def test_later_as_of_date_never_has_fewer_recommendations_done(
    recommendations: Rows, as_of: date, days: int
) -> None:
    earlier = follow_up(followed(recommendations, as_of))
    later = follow_up(followed(recommendations, as_of + timedelta(days=days)))
    assert earlier.done_count <= later.done_count
