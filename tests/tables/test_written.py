"""Numbers and dates as people type them into a sheet."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_metrics.periods import MONTHS
from zi_metrics.tables.written import is_ambiguous_number, parse_date, parse_number

DAY = date(2025, 10, 1)
SHORT_MONTHS = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("4", 4.0),
        (" 4 ", 4.0),
        ("+4", 4.0),
        ("-4", -4.0),
        ("−4", -4.0),
        ("01", 1.0),
        ("1250", 1250.0),
        ("87,5", 87.5),
        ("-0,5", -0.5),
        ("1,250", 1.25),
        ("87.5", 87.5),
        ("0.250", 0.25),
        ("1250.5", 1250.5),
        ("1e3", 1000.0),
        ("1.5E-2", 0.015),
        ("1.250,5", 1250.5),
        ("12.345.678", 12345678.0),
        ("-1.250.000,25", -1250000.25),
        ("85,37%", 0.8537),
        ("85,37 %", 0.8537),
        ("90%", 0.9),
        ("0%", 0.0),
        ("1.250,5%", 12.505),
        ("８７，５", 87.5),
    ],
)
def test_number_is_read_by_indonesian_rules(written: str, number: float) -> None:
    assert parse_number(written) == number
    assert not is_ambiguous_number(written)


@pytest.mark.parametrize("written", ["1.250", "12.500", "999.999", "-1.250", " 1.250 ", "1.250 %"])
def test_thousand_or_fraction_is_ambiguous(written: str) -> None:
    assert is_ambiguous_number(written)
    assert parse_number(written) is None


@pytest.mark.parametrize(
    "written",
    [
        *("", " ", "%", "-", "dua", "4 buah", "Rp1.250.000", "1,250.5", "1,250,000", "1.25.000"),
        *("2 3", "1 250", "5%%", "4/5", "1_000", "0x10", ".5", "5,", "nan", "inf", "1e999"),
        *("٤", "1" * 400, "1." + ".".join(["000"] * 200)),
    ],
)
def test_what_names_no_number_is_none(written: str) -> None:
    assert parse_number(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "2025-10-01",
        "2025-10-1",
        "2025/10/01",
        "2025-10-01 08:30",
        "2025-10-01T08:30:59.123",
        "01/10/2025",
        "1/10/2025",
        "1-10-2025",
        "1.10.2025",
        "1/10/25",
        "01/10/2025 08.30",
        "1 Oktober 2025",
        "01 OKTOBER 2025",
        "1 Okt 2025",
        "1 Okt. 2025",
        "1. Oktober 2025",
        "1-Okt-2025",
        "1-Okt-25",
        "1/Okt/2025",
        "1Okt2025",
        "1 October 2025",
        "1 Oct 2025",
        "Rabu, 1 Oktober 2025",
        "Rabu 1 Okt 2025",
        "1 Oktober 2025 08:30",
        "  1  Oktober\u00a02025 ",
        "01/10/2025 10:30 WIB",
        "1/10/2025 pukul 10.00",
        "1 Oktober 2025, pukul 10.00 WITA.",
        "2025-10-01T10:00:00Z",
        "2025-10-01T10:00:00.000+07:00",
        "1 Oktober 2025.",
        "1/10/2025.",
        "1–10–2025",
    ],
)
def test_date_is_read_day_first(written: str) -> None:
    assert parse_date(written) == (DAY, False)


@pytest.mark.parametrize(
    ("written", "month"),
    [
        *(("Peb", 2), ("Pebruari", 2), ("Maret", 3), ("Mei", 5), ("May", 5), ("Agt", 8)),
        *(("Ags", 8), ("Aug", 8), ("Sept", 9), ("Nop", 11), ("Nopember", 11), ("Dec", 12)),
    ],
)
def test_month_has_many_spellings(written: str, month: int) -> None:
    assert parse_date(f"17 {written} 2025") == (date(2025, month, 17), False)


def test_day_of_the_week_may_have_an_apostrophe() -> None:
    assert parse_date("Jum’at, 3 Oktober 2025") == (date(2025, 10, 3), False)


@pytest.mark.parametrize(
    "written", ["Oktober 2025", "OKT 2025", "Okt. 2025", "Okt-2025", "October 2025", "10/2025"]
)
def test_month_alone_is_its_last_day(written: str) -> None:
    assert parse_date(written) == (date(2025, 10, 31), True)


def test_february_alone_ends_as_its_year_has_it() -> None:
    assert [parse_date(f"Februari {year}") for year in (2024, 2025)] == [
        (date(2024, 2, 29), True),
        (date(2025, 2, 28), True),
    ]


@pytest.mark.parametrize(
    "written",
    [
        *("", "besok", "2025", "45931", "Oktober", "1 Oktober", "TW IV 2025", "Oktober 25"),
        *("31/02/2025", "31 Feb 2025", "29/2/2025", "0/1/2025", "1/0/2025", "10/31/2025"),
        *("2025-13-01", "2025-02-30", "13/2025", "0/2025", "1/1/0000", "Januari 0000"),
        *("1/10/202", "1/10/20255", "1 Bulan 2025", "1/10/2025 atau 2", "2025-10-01Z"),
    ],
)
def test_what_names_no_possible_date_is_none(written: str) -> None:
    assert parse_date(written) is None


DATE_FORMS: tuple[Callable[[date], str], ...] = (
    lambda day: day.isoformat(),
    lambda day: f"{day.year:04}/{day.month}/{day.day}",
    lambda day: f"{day.day:02}/{day.month:02}/{day.year:04}",
    lambda day: f"{day.day}-{day.month}-{day.year:04}",
    lambda day: f"{day.day}.{day.month}.{day.year:04} 23:59",
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year:04}",
    lambda day: f"{day.day:02}-{SHORT_MONTHS[day.month - 1]}-{day.year:04}",
    lambda day: f"Senin, {day.day} {MONTHS[day.month - 1].upper()} {day.year:04}",
)


@given(st.dates(), st.sampled_from(DATE_FORMS))
def test_date_written_in_any_form_is_read_back(day: date, form: Callable[[date], str]) -> None:
    assert parse_date(form(day)) == (day, False)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_year_of_two_digits_is_of_this_century(day: date) -> None:
    assert parse_date(f"{day.day}/{day.month}/{day.year - 2000:02}") == (day, False)


@given(st.dates())
def test_month_written_alone_is_read_as_its_last_day(day: date) -> None:
    last = day.replace(day=monthrange(day.year, day.month)[1])
    assert parse_date(f"{MONTHS[day.month - 1]} {day.year:04}") == (last, True)


@given(st.integers(-(10**9), 10**9), st.integers(0, 99))
def test_number_written_with_dots_and_comma_is_read_back(whole: int, hundredths: int) -> None:
    grouped = f"{whole:,}".replace(",", ".")
    assert parse_number(f"{grouped},{hundredths:02}") == float(f"{whole}.{hundredths:02}")
    assert parse_number(str(whole)) == whole


def sheet_texts() -> st.SearchStrategy[str]:
    """Any text, and texts made of the marks that numbers and dates are made of."""
    return st.text() | st.text("0123456789.,/-+% eokttjanuri'’", max_size=24)


@given(sheet_texts())
def test_no_text_ever_raises(text: str) -> None:
    number, written = parse_number(text), parse_date(text)
    assert number is None or abs(number) < float("inf")
    assert written is None or isinstance(written.day, date)
    assert number is None or not is_ambiguous_number(text)
