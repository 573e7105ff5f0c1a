"""SPIP reports, as section 3 of the design defines them; due ten days after the quarter's end."""

from __future__ import annotations

from datetime import date

import pytest

from tests.metrics.builders import quarters, reports
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.metrics.spip import spip, spip_quarters, spip_years

DUE = date(2025, 4, 10)
BEFORE, AFTER = date(2025, 4, 9), date(2025, 4, 11)
WHOLE_UNIT = 0
YEAR_END = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("row", "as_of", "state"),
    [
        ({"submitted_on": BEFORE}, BEFORE, "tepat waktu"),
        ({"submitted_on": DUE}, DUE, "tepat waktu"),
        ({"submitted_on": DUE}, AFTER, "tepat waktu"),
        ({"submitted_on": AFTER}, AFTER, "masuk terlambat"),
        ({"submitted_on": AFTER}, DUE, "belum jatuh tempo"),
        ({"submitted_on": date(2025, 5, 1)}, AFTER, "terlambat belum masuk"),
        ({"submitted_on": None}, DUE, "belum jatuh tempo"),
        ({"submitted_on": None}, AFTER, "terlambat belum masuk"),
        ({"submitted_on": None, "required": "Tidak"}, AFTER, "tidak wajib"),
        ({"submitted_on": BEFORE, "required": "Tidak"}, AFTER, "tidak wajib"),
        ({"submitted_on": None, "required": "Ya"}, AFTER, "terlambat belum masuk"),
        ({"submitted_on": None, "required": "entah"}, AFTER, "terlambat belum masuk"),
    ],
)
def test_state_of_a_report_on_a_day(row: dict[str, object], as_of: date, state: str) -> None:
    assert quarters(row, as_of=as_of)["state"].tolist()[0] == state


@pytest.mark.parametrize(
    ("submitted_on", "as_of", "late"),
    [(DUE, AFTER, None), (date(2025, 4, 15), YEAR_END, 5), (None, AFTER, 1), (None, DUE, None)],
)
def test_days_late_run_to_the_report_or_to_the_as_of_date(
    submitted_on: date | None, as_of: date, late: int | None
) -> None:
    first = quarters({"submitted_on": submitted_on}, as_of=as_of)["days_late"].iloc[:1]
    assert first.astype(object).where(first.notna(), None).tolist() == [late]


def test_due_date_is_the_quarter_end_and_the_setting() -> None:
    due_on = quarters({}, as_of=DUE, due_days=20)["due_on"].dt.strftime("%Y-%m-%d")
    assert due_on.tolist() == ["2025-04-20", "2025-07-20", "2025-10-20", "2026-01-20"]


def test_due_days_of_nought_fall_on_the_quarter_end_itself() -> None:
    states = [
        quarters({}, as_of=date(2025, 3, 31), due_days=0)["state"].tolist()[0],
        quarters({}, as_of=date(2025, 4, 1), due_days=0)["state"].tolist()[0],
    ]
    assert states == ["belum jatuh tempo", "terlambat belum masuk"]


def test_due_so_far_is_past_its_date_or_already_in() -> None:
    rows = quarters(
        {"quarter": 1},  # past its date, not in
        {"quarter": 2, "submitted_on": date(2025, 7, 20)},  # in, ten days late
        {"quarter": 3, "submitted_on": date(2025, 7, 21)},  # in, long before it is due
        {"quarter": 4},  # not due
        as_of=date(2025, 7, 31),
    )
    group = spip(rows)
    assert (group.submitted, group.on_time) == (Ratio(2, 3), Ratio(1, 3))


def test_report_that_is_not_required_is_in_no_count() -> None:
    rows = quarters(
        {"quarter": 1, "required": "Tidak", "submitted_on": DUE},
        {"quarter": 2, "required": "Tidak"},
        as_of=YEAR_END,
    )
    assert spip(rows).submitted == Ratio(0, 1)  # the third quarter, which has no row


def test_quarters_without_a_row_are_required() -> None:
    rows = quarters({"quarter": 2, "submitted_on": date(2025, 7, 10)}, as_of=YEAR_END)
    assert rows["state"].tolist() == [
        "terlambat belum masuk",
        "tepat waktu",
        "terlambat belum masuk",
        "belum jatuh tempo",
    ]


def test_areas_without_any_row_that_year_are_left_out() -> None:
    rows = quarters(
        {"area_no": 2}, {"area_no": 5}, {"area_no": 6, "year": 2024}, as_of=date(2025, 7, 31)
    )
    assert sorted(set(rows["area_no"])) == [2, 5]
    assert spip(rows).submitted == Ratio(0, 4)


def test_year_without_rows_has_no_figures() -> None:
    rows = quarters({"year": 2024, "submitted_on": DUE}, as_of=YEAR_END)
    assert len(rows) == 0
    assert (spip(rows).submitted.share, spip(rows).due_count) == (None, 0)


def test_row_of_the_unit_stands_in_for_all_areas() -> None:
    rows = quarters({"area_no": WHOLE_UNIT, "submitted_on": DUE}, as_of=AFTER)
    first = rows[rows["quarter"] == 1]
    assert first["area_no"].tolist() == [1, 2, 3, 4, 5, 6]
    assert set(first["state"]) == {"tepat waktu"}
    assert spip(rows).submitted == Ratio(6, 6)


def test_row_of_an_area_goes_before_that_of_the_unit() -> None:
    rows = quarters(
        {"area_no": 4, "submitted_on": None},
        {"area_no": WHOLE_UNIT, "submitted_on": DUE},
        {"area_no": 6, "required": "Tidak"},
        as_of=AFTER,
    )
    states = rows[rows["quarter"] == 1].set_index("area_no")["state"]
    assert states[[3, 4, 6]].tolist() == ["tepat waktu", "terlambat belum masuk", "tidak wajib"]


def test_unit_that_need_not_report_requires_it_of_no_area() -> None:
    rows = quarters({"area_no": WHOLE_UNIT, "required": "Tidak"}, as_of=AFTER)
    assert set(rows.loc[rows["quarter"] == 1, "state"]) == {"tidak wajib"}


def test_earliest_of_several_reports_counts() -> None:
    rows = quarters(
        {"submitted_on": date(2025, 5, 1)},
        {"submitted_on": DUE, "rtp_planned_count": 4, "rtp_done_count": 1},
        {"submitted_on": None},
        as_of=YEAR_END,
    )
    assert rows["state"].tolist()[0] == "tepat waktu"
    assert (len(rows), spip(rows).rtp) == (4, Ratio(1, 4))


def test_order_of_reports_of_one_day_does_not_matter() -> None:
    first = {"submitted_on": DUE, "rtp_planned_count": 4, "rtp_done_count": 1}
    second = {"submitted_on": DUE, "rtp_planned_count": 2, "rtp_done_count": 2}
    one_way = spip(quarters(first, second, as_of=YEAR_END))
    assert one_way == spip(quarters(second, first, as_of=YEAR_END))


def test_quarter_is_required_unless_every_row_says_it_is_not() -> None:
    both = quarters({"required": "Tidak"}, {"required": None}, as_of=AFTER)
    none = quarters({"required": "Tidak"}, {"required": "Tidak"}, as_of=AFTER)
    assert both["state"].tolist()[0] == "terlambat belum masuk"
    assert none["state"].tolist()[0] == "tidak wajib"


def test_row_without_a_place_counts_nowhere() -> None:
    rows = quarters({"quarter": 5}, {"area_no": 9}, {"area_no": None}, as_of=YEAR_END)
    assert len(rows) == 0


def test_rtp_is_counted_in_reports_that_came_in() -> None:
    rows = quarters(
        {"quarter": 1, "submitted_on": DUE, "rtp_planned_count": 3, "rtp_done_count": 2},
        {"quarter": 2, "submitted_on": YEAR_END, "rtp_planned_count": 5, "rtp_done_count": 5},
        {"quarter": 3, "rtp_planned_count": 7},
        as_of=date(2025, 11, 1),
    )
    assert spip(rows).rtp == Ratio(2, 3)


def test_report_without_rtp_has_no_rtp_percentage() -> None:
    assert spip(quarters({"submitted_on": DUE}, as_of=AFTER)).rtp.share is None


def test_years_with_rows_are_listed_oldest_first() -> None:
    rows = reports({"year": 2025}, {"year": 2023}, {"year": 2025}, {"year": 2024, "quarter": 7})
    assert spip_years(rows) == [2023, 2025]


def test_table_without_rows_has_no_quarters() -> None:
    assert len(spip_quarters(reports(), 2025, YEAR_END, 10)) == 0
    assert spip_years(reports()) == []
