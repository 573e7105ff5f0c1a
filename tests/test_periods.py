from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_metrics.periods import (
    MONTHS,
    ROMAN,
    Period,
    PeriodKind,
    parse_period,
    parse_quarter,
    previous_quarter_end,
    quarter_end,
)

YEAR, SEMESTER, QUARTER, MONTH = (
    PeriodKind.YEAR,
    PeriodKind.SEMESTER,
    PeriodKind.QUARTER,
    PeriodKind.MONTH,
)


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("2025", YEAR, None),
        ("Tahun 2025", YEAR, None),
        ("Januari-Desember 2025", YEAR, None),
        ("Semester I 2025", SEMESTER, 1),
        ("SEMESTER  II 2025", SEMESTER, 2),
        ("semester 2 2025", SEMESTER, 2),
        ("Semester I Tahun 2025", SEMESTER, 1),
        ("Sem. I 2025", SEMESTER, 1),
        ("Smt II/2025", SEMESTER, 2),
        ("2025-S1", SEMESTER, 1),
        ("2025 \u2013 S2", SEMESTER, 2),
        ("Januari\u2013Juni 2025", SEMESTER, 1),
        ("TW II 2025", QUARTER, 2),
        ("TW-II 2025", QUARTER, 2),
        ("Tw. II 2025", QUARTER, 2),
        ("TW\u00a02 2025", QUARTER, 2),
        ("Triwulan II 2025", QUARTER, 2),
        ("Triwulan II, 2025", QUARTER, 2),
        ("2025-Q2", QUARTER, 2),
        ("2025-TW2", QUARTER, 2),
        ("April-Juni 2025", QUARTER, 2),
        ("April \u2013 Juni 2025", QUARTER, 2),
        ("Apr-Jun 2025", QUARTER, 2),
        ("April s.d. Juni 2025", QUARTER, 2),
        ("April s/d Juni 2025", QUARTER, 2),
        ("April sampai Juni 2025", QUARTER, 2),
        ("April sampai dengan Juni 2025", QUARTER, 2),
        ("Juni 2025", MONTH, 6),
        ("juni, 2025", MONTH, 6),
        ("2025 Juni", MONTH, 6),
        ("Agt 2025", MONTH, 8),
        ("Nopember 2025", MONTH, 11),
    ],
)
def test_spelling_of_a_period_is_read(text: str, kind: PeriodKind, number: int | None) -> None:
    assert parse_period(text) == Period(kind, number, 2025)


@pytest.mark.parametrize(
    "text", ["", " ", "-", "rutin", "Semester III", "TW V", "Maret-Juni 2025", "2024 2025", "12025"]
)
def test_text_that_names_no_period_is_none(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Juni 2025", Period(SEMESTER, 1, 2025)),
        ("Juni", Period(SEMESTER, 1, None)),
        ("Desember 2025", Period(SEMESTER, 2, 2025)),
        ("Maret 2025", Period(MONTH, 3, 2025)),
        ("2025", Period(YEAR, None, 2025)),
    ],
)
def test_june_and_december_are_the_two_rounds_of_monev(text: str, expected: Period) -> None:
    assert parse_period(text, monev=True) == expected


@pytest.mark.parametrize("quarter", [1, 2, 3, 4])
def test_quarter_is_read_from_every_spelling(quarter: int) -> None:
    roman, first, last = ROMAN[quarter - 1], MONTHS[quarter * 3 - 3], MONTHS[quarter * 3 - 1]
    spellings = [
        f"{quarter}",
        roman,
        roman.lower(),
        f" TW {roman} ",
        f"TW{quarter}",
        f"Triwulan {roman}",
        f"triwulan {quarter}",
        f"{first}-{last}",
        f"{first} \u2013 {last}",
        f"{first} s.d. {last}",
        f"Triwulan {roman} 2025",
    ]
    assert {parse_quarter(text) for text in spellings} == {quarter}


@pytest.mark.parametrize("text", ["0", "5", "V", "", "Juni", "Semester I", "2025", "TW"])
def test_text_that_names_no_quarter_is_none(text: str) -> None:
    assert parse_quarter(text) is None


@pytest.mark.parametrize(
    ("text", "last_day"),
    [
        ("2025", date(2025, 12, 31)),
        ("Semester I 2025", date(2025, 6, 30)),
        ("2025-S2", date(2025, 12, 31)),
        ("TW I 2025", date(2025, 3, 31)),
        ("TW III 2025", date(2025, 9, 30)),
        ("Februari 2024", date(2024, 2, 29)),
        ("Februari 2025", date(2025, 2, 28)),
        ("TW IV", None),
    ],
)
def test_period_ends_on_its_last_day(text: str, last_day: date | None) -> None:
    period = parse_period(text)
    assert period is not None
    assert period.ends_on == last_day


def test_periods_are_ordered_by_their_last_day() -> None:
    half, quarter, year = (
        Period(SEMESTER, 1, 2025),
        Period(QUARTER, 3, 2025),
        Period(YEAR, None, 2025),
    )
    assert half.is_before(quarter)
    assert quarter.is_before(year)
    assert not year.is_before(half)
    assert not half.is_before(Period(QUARTER, 2, 2025))


def test_undated_period_is_never_earlier_nor_later() -> None:
    undated, dated = Period(QUARTER, 1, None), Period(QUARTER, 4, 2025)
    assert not undated.is_before(dated)
    assert not dated.is_before(undated)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_written_quarter_is_read_back(number: int) -> None:
    assert parse_period(f"Triwulan {ROMAN[number - 1]} 2024") == Period(QUARTER, number, 2024)


@pytest.mark.parametrize("number", range(1, 13))
def test_written_month_is_read_back(number: int) -> None:
    assert parse_period(f"{MONTHS[number - 1]} 2024") == Period(MONTH, number, 2024)


def test_quarters_end_in_march_june_september_december() -> None:
    assert [quarter_end(2025, quarter) for quarter in (1, 2, 3, 4)] == [
        date(2025, 3, 31),
        date(2025, 6, 30),
        date(2025, 9, 30),
        date(2025, 12, 31),
    ]


@pytest.mark.parametrize(
    ("day", "ended"),
    [
        (date(2025, 1, 1), date(2024, 12, 31)),
        (date(2025, 3, 31), date(2024, 12, 31)),
        (date(2025, 4, 1), date(2025, 3, 31)),
        (date(2025, 12, 31), date(2025, 9, 30)),
    ],
)
def test_previous_quarter_ended_before_the_day(day: date, ended: date) -> None:
    assert previous_quarter_end(day) == ended


WORDS = ["triwulan", "TW", "semester", "s", "I", "IV", "2", "2025", "1999", "Juni", "des", "-", "/"]
near_periods = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)


@given(st.text() | near_periods, st.booleans())
def test_any_text_is_a_period_ending_with_a_month_or_none(text: str, monev: bool) -> None:
    period = parse_period(text, monev=monev)
    if period is not None and period.ends_on is not None:
        assert (period.ends_on + timedelta(days=1)).day == 1


@given(st.text() | near_periods)
def test_any_text_is_one_of_four_quarters_or_none(text: str) -> None:
    assert parse_quarter(text) in {1, 2, 3, 4, None}


@given(st.dates(min_value=date(1900, 1, 1)))
def test_previous_quarter_is_less_than_93_days_ago(day: date) -> None:
    assert timedelta(0) < day - previous_quarter_end(day) <= timedelta(days=92)
