"""Follow-up of monev, as section 3 of the design defines it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest

from tests.metrics.builders import followed
from zi_metrics.metrics.follow_up import follow_up, open_by_age
from zi_metrics.metrics.ratio import Ratio

TODAY = date(2025, 6, 30)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
WHY = "Bukan wewenang unit"


def test_share_is_done_of_all_but_what_cannot_be_followed_up() -> None:
    group = follow_up(
        followed(
            {"status": "Selesai", "closed_on": YESTERDAY},
            {"status": "Dalam proses"},
            {"status": "Belum"},
            {"status": "TDTL", "reason": WHY},
            as_of=TODAY,
        )
    )
    assert (group.ratio, group.dropped_count) == (Ratio(1, 3), 1)


def test_impossible_without_a_reason_stays_in_the_denominator() -> None:
    group = follow_up(
        followed({"status": "Selesai"}, {"status": "Tidak dapat ditindaklanjuti"}, as_of=TODAY)
    )
    assert (group.ratio, group.dropped_count) == (Ratio(1, 2), 0)


def test_unrecognised_status_stays_in_the_denominator_and_is_never_done() -> None:
    group = follow_up(followed({"status": "x"}, {"status": None}, as_of=TODAY))
    assert (group.ratio, group.unrecognised_count) == (Ratio(0, 2), 1)


def test_empty_group_has_no_percentage() -> None:
    group = follow_up(followed(as_of=TODAY))
    assert group.ratio.share is None
    assert (group.required_count, group.overdue_count, group.repeated_count) == (0, 0, 0)


def test_group_of_impossible_recommendations_only_has_no_percentage() -> None:
    group = follow_up(followed({"status": "TDTL", "reason": WHY}, as_of=TODAY))
    assert (group.ratio.share, group.dropped_count) == (None, 1)


@pytest.mark.parametrize(
    ("row", "overdue"),
    [
        ({"due_on": YESTERDAY}, True),
        ({"due_on": TODAY}, False),
        ({"due_on": None}, False),
        ({"due_on": YESTERDAY, "status": "Selesai"}, False),
        ({"due_on": YESTERDAY, "status": "Selesai", "closed_on": TOMORROW}, True),
        ({"due_on": YESTERDAY, "status": "TDTL", "reason": WHY}, False),
        ({"due_on": YESTERDAY, "status": "TDTL"}, True),
        ({"due_on": YESTERDAY, "status": "x"}, True),
    ],
)
def test_overdue_is_not_done_and_due_before_the_as_of_date(
    row: dict[str, Any], overdue: bool
) -> None:
    rows = followed(row, as_of=TODAY)
    assert rows["is_overdue"].tolist() == [overdue]
    assert rows["days_late"].tolist() == ([1] if overdue else [pd.NA])


def test_later_closing_has_not_happened() -> None:
    row = {"status": "Selesai", "raised_on": date(2025, 6, 1), "closed_on": TOMORROW}
    before, after = followed(row, as_of=TODAY), followed(row, as_of=TOMORROW)
    assert before[["state", "is_done", "age_days"]].values.tolist() == [["Dalam proses", False, 29]]
    assert before["closed_on"].isna().all()
    assert after[["state", "is_done", "age_days"]].values.tolist() == [["Selesai", True, 30]]


def test_dropped_later_is_still_required() -> None:
    row = {"status": "TDTL", "reason": WHY, "closed_on": TOMORROW}
    assert followed(row, as_of=TODAY)["is_required"].tolist() == [True]
    assert followed(row, as_of=TOMORROW)["is_required"].tolist() == [False]


def test_unrecognised_status_stays_so_whatever_its_closing_date() -> None:
    rows = followed({"status": "x", "closed_on": TOMORROW}, as_of=TODAY)
    assert rows["state"].tolist() == ["Tidak dikenali"]


def test_later_recommendation_has_not_happened() -> None:
    rows = followed(
        {"recommendation": "A", "raised_on": YESTERDAY},
        {"recommendation": "B", "raised_on": TODAY},
        {"recommendation": "C", "raised_on": TOMORROW},
        {"recommendation": "D", "raised_on": None},
        as_of=TODAY,
    )
    assert rows["recommendation"].tolist() == ["A", "B", "D"]


def test_done_without_a_date_counts_and_has_no_age() -> None:
    rows = followed({"status": "Selesai", "raised_on": date(2025, 1, 1)}, as_of=TODAY)
    assert rows["is_done"].tolist() == [True]
    assert rows["age_days"].isna().tolist() == [True]


@pytest.mark.parametrize(
    ("row", "age"),
    [
        ({"raised_on": date(2025, 6, 1)}, 29),
        ({"raised_on": TODAY}, 0),
        ({"raised_on": date(2025, 6, 1), "closed_on": date(2025, 6, 11)}, 29),
        (
            {"raised_on": date(2025, 6, 1), "closed_on": date(2025, 6, 11), "status": "Selesai"},
            10,
        ),
        ({"raised_on": date(2025, 6, 11), "closed_on": TODAY, "status": "Tuntas"}, 19),
        ({"raised_on": None, "closed_on": TODAY, "status": "Selesai"}, None),
        ({"raised_on": None}, None),
        ({"raised_on": TODAY, "closed_on": YESTERDAY, "status": "Selesai"}, None),
    ],
)
def test_age_runs_from_raising_to_closing_or_to_the_as_of_date(
    row: dict[str, Any], age: int | None
) -> None:
    ages = followed(row, as_of=TODAY)["age_days"]
    assert [None if pd.isna(days) else days for days in ages] == [age]


def repeated(*rows: dict[str, Any]) -> list[bool]:
    return followed(*rows, as_of=TODAY)["is_repeated"].tolist()


def test_repeated_is_the_same_words_in_an_earlier_period() -> None:
    assert repeated(
        {"period": "Semester II 2024", "recommendation": "Lengkapi SK  Tim"},
        {"period": "Semester I 2025", "recommendation": "lengkapi sk tim"},
        {"period": "Semester I 2025", "recommendation": "Unggah SK Tim"},
    ) == [False, True, False]


def test_repeated_does_not_depend_on_the_order_of_rows() -> None:
    assert repeated({"period": "Semester I 2025"}, {"period": "Semester II 2024"}) == [True, False]


def test_other_area_makes_no_repetition() -> None:
    assert repeated(
        {"period": "2023", "area_no": 1}, {"period": "2024", "area_no": 2}, {"period": "2024"}
    ) == [False, False, True]


def test_recommendation_without_area_repeats_only_one_without_area() -> None:
    assert repeated(
        {"period": "2023", "area_no": 1},
        {"period": "2024", "area_no": None},
        {"period": "2025", "area_no": None},
    ) == [False, False, True]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (None, "2025"),
        ("Semester I", "Semester II"),
        ("entah", "2025"),
        ("2025", None),
        ("2025", "entah"),
        ("Juni 2025", "Semester I 2025"),
        ("Desember 2024", "Semester II 2024"),
        ("TW II 2025", "Semester I 2025"),
    ],
)
def test_undated_period_or_one_that_ends_the_same_day_is_not_earlier(
    earlier: str | None, later: str | None
) -> None:
    assert repeated({"period": earlier}, {"period": later}) == [False, False]


def test_june_is_the_first_half_year_and_december_the_second() -> None:
    assert repeated({"period": "Juni 2025"}, {"period": "Semester II 2025"}) == [False, True]
    assert repeated({"period": "Semester I 2025"}, {"period": "Desember 2025"}) == [False, True]
    assert repeated({"period": "Desember 2025"}, {"period": "Semester I 2025"}) == [True, False]


def test_recommendation_raised_later_makes_no_repetition() -> None:
    assert repeated(
        {"period": "Semester I 2025"}, {"period": "Semester II 2024", "raised_on": TOMORROW}
    ) == [False]


def test_blank_recommendations_repeat_nothing() -> None:
    blank = {"recommendation": None, "finding": "Temuan"}
    assert repeated({"period": "2023", **blank}, {"period": "2024", **blank}) == [False, False]


def test_open_ages_fall_into_bands_with_both_ends() -> None:
    ages = [0, 30, 31, 90, 91, 180, 181, 900]
    raised = [{"raised_on": TODAY - timedelta(days=age)} for age in ages]
    settled = {"raised_on": date(2025, 1, 1), "status": "Selesai", "closed_on": TODAY}
    dropped = {"raised_on": date(2025, 1, 1), "status": "TDTL", "reason": WHY}
    rows = followed(*raised, settled, dropped, {"raised_on": None}, as_of=TODAY)
    expected = {(0, 30): 2, (31, 60): 1, (61, 90): 1, (91, 180): 2, (181, None): 2}
    assert open_by_age(rows) == expected


def test_bands_of_no_open_recommendation_are_empty() -> None:
    assert set(open_by_age(followed(as_of=TODAY)).values()) == {0}


def test_oldest_band_is_empty_when_all_are_younger() -> None:
    rows = followed({"raised_on": YESTERDAY}, as_of=TODAY)
    assert list(open_by_age(rows).values()) == [1, 0, 0, 0, 0]
