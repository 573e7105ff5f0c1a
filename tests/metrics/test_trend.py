"""Figures over time, and the date they are compared with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from tests.metrics.builders import document, unit
from zi_metrics.metrics.ratio import Ratio, change
from zi_metrics.metrics.trend import TrendPoint, compared_with, course_of_year, trend_point
from zi_metrics.settings import UnitSettings
from zi_metrics.tables.snapshot import Snapshot

CODE = "A.I.1.i.a"
MARCH, JUNE = date(2025, 3, 31), date(2025, 6, 30)


def trend(snapshots: Iterable[Snapshot], year: int = 2025) -> list[TrendPoint]:
    return course_of_year(map(trend_point, snapshots), year)


def test_trend_has_one_point_per_date_oldest_first() -> None:
    points = trend(
        [
            unit(documents=[document(CODE, "Tersedia")], as_of=JUNE),
            unit(documents=[document(CODE, "Belum ada")], as_of=MARCH),
        ]
    )
    found = [(point.as_of, point.total.completeness.evidence) for point in points]
    assert found == [(MARCH, Ratio(0, 1)), (JUNE, Ratio(1, 1))]
    assert points[1].areas[1].completeness.evidence == Ratio(1, 1)
    assert points[1].areas[2].completeness.evidence.share is None


def test_last_given_of_several_snapshots_of_one_day_counts() -> None:
    points = trend(
        [
            unit(documents=[document(CODE, status)], as_of=MARCH)
            for status in ("Belum ada", "Tersedia")
        ]
    )
    assert [point.total.completeness.evidence for point in points] == [Ratio(1, 1)]


def test_each_point_tells_what_had_happened_by_its_own_date() -> None:
    row = {"status": "Selesai", "closed_on": date(2025, 5, 1)}
    points = trend([unit(recommendations=[row], as_of=day) for day in (MARCH, JUNE)])
    assert [point.total.follow_up.ratio for point in points] == [Ratio(0, 1), Ratio(1, 1)]


def test_trend_is_that_of_pemenuhan() -> None:
    (point,) = trend([unit(documents=[document("A.II.1.ii", "Tersedia")], as_of=MARCH)])
    assert point.total.completeness.evidence.share is None


def test_trend_of_no_snapshots_has_no_points() -> None:
    assert trend([]) == []


def test_snapshots_of_another_assessed_year_have_no_point() -> None:
    snapshots = [
        unit(settings={"Tahun penilaian": year}, as_of=day)
        for year, day in (("2024", MARCH), ("2025", JUNE))
    ]
    assert [point.as_of for point in trend(snapshots)] == [JUNE]


def test_year_of_a_snapshot_that_names_none_is_that_of_its_date() -> None:
    assert trend_point(unit(as_of=MARCH)).year == 2025


@pytest.mark.parametrize(
    ("meeting", "as_of", "compared"),
    [
        (date(2025, 5, 12), JUNE, date(2025, 5, 12)),
        (None, JUNE, MARCH),
        (None, date(2025, 7, 1), JUNE),
        (None, date(2025, 1, 1), date(2024, 12, 31)),
        (None, date(2025, 12, 31), date(2025, 9, 30)),
        (JUNE, JUNE, MARCH),
        (date(2025, 8, 1), JUNE, MARCH),
    ],
)
def test_comparison_is_with_the_last_meeting_else_the_previous_quarter_end(
    meeting: date | None, as_of: date, compared: date
) -> None:
    assert compared_with(UnitSettings(previous_meeting_on=meeting), as_of) == compared


@pytest.mark.parametrize(
    ("now", "before", "difference"),
    [
        (Ratio(3, 4), Ratio(1, 4), 0.5),
        (Ratio(0, 4), Ratio(1, 4), -0.25),
        (Ratio(0, 0), Ratio(1, 4), None),
        (Ratio(3, 4), Ratio(0, 0), None),
        (Ratio(3, 4), None, None),
    ],
)
def test_change_is_missing_where_either_share_is(
    now: Ratio, before: Ratio | None, difference: float | None
) -> None:
    assert change(now, before) == difference
