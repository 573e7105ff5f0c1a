from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_metrics.labels import numbers, problems

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0, f"0{NBSP}%"),
        (0.003, f"<1{NBSP}%"),
        (0.0099, f"<1{NBSP}%"),
        (0.01, f"1{NBSP}%"),
        (173 / 303, f"57{NBSP}%"),
        (0.575, f"58{NBSP}%"),
        (0.994, f"99{NBSP}%"),
        (0.996, f"99{NBSP}%"),
        (1 - 1e-12, f"99{NBSP}%"),
        (1, f"100{NBSP}%"),
        (None, "\u2013"),
    ],
)
def test_percent_is_whole_and_never_rounds_up_to_100_or_down_to_0(
    share: float | None, shown: str
) -> None:
    assert numbers.percent(share) == shown


@given(st.floats(min_value=0, max_value=1))
def test_percent_says_0_and_100_only_when_exact(share: float) -> None:
    shown = numbers.percent(share)
    assert (shown == f"0{NBSP}%") == (share == 0)
    assert (shown == f"100{NBSP}%") == (share == 1)


def test_figures_computed_by_pandas_are_shown_like_any_other() -> None:
    assert numbers.percent(np.float64(0.5)) == f"50{NBSP}%"
    assert numbers.percentage_points(np.float64(0.05)) == f"+5,0{NBSP}poin persen"
    assert numbers.score(np.float64(39.996)) == "39,99"
    assert numbers.out_of(np.int64(173), np.int64(303)) == "173 dari 303"


@pytest.mark.parametrize(
    ("difference", "shown"),
    [
        (0.042, f"+4,2{NBSP}poin persen"),
        (-0.042, f"\u22124,2{NBSP}poin persen"),
        (1, f"+100,0{NBSP}poin persen"),
        (0.00001, f"±0,0{NBSP}poin persen"),
        (0, "tetap"),
        (None, "\u2013"),
    ],
)
def test_difference_of_shares_is_in_points_with_its_sign(
    difference: float | None, shown: str
) -> None:
    assert numbers.percentage_points(difference) == shown


@pytest.mark.parametrize(
    ("points", "shown"),
    [(39.996, "39,99"), (40, "40,00"), (0.29 * 100, "29,00"), (0, "0,00"), (74.999, "74,99")],
)
def test_score_is_cut_to_two_places_not_rounded(points: float, shown: str) -> None:
    assert numbers.score(points) == shown


@pytest.mark.parametrize(
    ("points", "shown"),
    [
        ("40", "40,00"),
        ("39.9999999999", "39,99"),
        ("39.99", "39,99"),
        ("39.98999", "39,98"),
        ("0.009", "0,00"),
        ("0", "0,00"),
        ("2735/70", "39,07"),  # 39.0714...
    ],
)
def test_exact_points_are_cut_to_two_places(points: str, shown: str) -> None:
    assert numbers.exact_points(Fraction(points)) == shown


@pytest.mark.parametrize(
    ("difference", "shown"),
    [
        ("-0.01", "\u22120,01"),
        ("-0.0000001", "\u22120,01"),
        ("-0.011", "\u22120,02"),
        ("0", "+0,00"),
        ("0.009", "+0,00"),
        ("1.239", "+1,23"),
        ("-14.25", "\u221214,25"),
    ],
)
def test_difference_of_points_is_cut_towards_what_is_missing(difference: str, shown: str) -> None:
    assert numbers.points_difference(Fraction(difference)) == shown


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        ("0.6", f"60,00{NBSP}%"),
        ("0.5999999999", f"59,99{NBSP}%"),
        ("2/3", f"66,66{NBSP}%"),
        ("1", f"100,00{NBSP}%"),
        ("0.999999", f"99,99{NBSP}%"),
        ("0", f"0,00{NBSP}%"),
    ],
)
def test_exact_share_is_cut_to_two_places_of_a_percent(share: str, shown: str) -> None:
    assert numbers.exact_percent(Fraction(share)) == shown


@given(st.fractions(0, 100), st.sampled_from(["18.25", "40", "75"]))
def test_minimum_looks_reached_only_when_it_is(points: Fraction, minimum: str) -> None:
    least = Fraction(minimum)
    shown = Fraction(numbers.exact_points(points).replace(",", "."))
    assert (shown >= least) == (points >= least)
    difference = numbers.points_difference(points - least)
    assert difference.startswith("+") == (points >= least)
    # value, minimum and difference agree as they are shown
    signed = Fraction(difference.replace("\u2212", "-").replace(",", "."))
    assert shown - least == signed


def test_counts_have_dots_for_thousands() -> None:
    assert numbers.count(1234567) == "1.234.567"
    assert numbers.out_of(173, 303) == "173 dari 303"
    assert numbers.out_of(1730, 12345) == "1.730 dari 12.345"


def test_long_dates_have_indonesian_months() -> None:
    months = [numbers.long_date(date(2025, month, 12)).split()[1] for month in range(1, 13)]
    assert numbers.long_date(date(2025, 10, 12)) == "12 Oktober 2025"
    assert months == [
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ]


def test_short_dates_have_indonesian_months() -> None:
    assert numbers.short_date(date(2025, 10, 12)) == "12 Okt 2025"
    assert numbers.short_date(date(2025, 8, 1)) == "1 Agu 2025"
    assert numbers.short_date(date(2025, 5, 31)) == "31 Mei 2025"


def test_missing_date_is_a_dash() -> None:
    assert numbers.long_date(None) == numbers.short_date(None) == "\u2013"


def test_moment_is_told_in_jakarta_time() -> None:
    assert numbers.clock(datetime(2025, 10, 12, 2, 30, tzinfo=UTC)) == "12 Okt 2025 09.30 WIB"


def test_quoted_cell_is_shortened_to_one_short_line() -> None:
    assert problems.quote("a\n  b") == "“a b”"
    assert problems.quote("x" * 60) == f"“{'x' * 60}”"
    assert problems.quote("x" * 50_000) == f"“{'x' * 60}…”"


def test_digest_is_known_by_its_first_twelve_characters() -> None:
    assert numbers.short_digest("0123456789abcdef") == "0123456789ab"
