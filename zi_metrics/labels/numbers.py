"""Figures and dates as an Indonesian reader expects them: decimal comma, '12 Oktober 2025'."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from math import floor

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from zi_metrics.periods import JAKARTA, ROMAN

LOCALE = "id_ID"
NBSP = "\u00a0"
NO_FIGURE = "\u2013"
_MINUS = "\u2212"
_DIGEST_SHOWN = 12
_KEPT = 4096
"""Numbers and dates come back again and again, and are slow to write."""


def short_digest(full: str) -> str:
    """The part of a digest by which people, files and folders tell data apart."""
    return full[:_DIGEST_SHOWN]


def percent(share: float | None) -> str:
    """A share (0..1) in whole percent; never rounded up to 100 nor down to 0; '–' when missing."""
    if share is None:
        return NO_FIGURE
    if 0 < share < 0.01:
        return f"<1{NBSP}%"
    whole = (Decimal(repr(float(share))) * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    if share < 1:
        whole = min(whole, Decimal(99))
    return f"{whole}{NBSP}%"


def percentage_points(difference: float | None) -> str:
    """A difference of two shares with its sign, in percentage points: '+4,2 poin persen'."""
    if difference is None:
        return NO_FIGURE
    points = (Decimal(repr(float(difference))) * 100).quantize(
        Decimal("0.1"), rounding=ROUND_HALF_UP
    )
    if points == 0:
        return "tetap" if difference == 0 else f"±0,0{NBSP}poin persen"
    sign = "+" if points > 0 else _MINUS
    return f"{sign}{format_decimal(abs(points), format='0.0', locale=LOCALE)}{NBSP}poin persen"


def score(points: float) -> str:
    """LKE points cut, not rounded, to two places: 39.996 is '39,99'."""
    # repr first: the shortest decimal that names the float, so that 0.29 * 100 is not cut to 28,99
    cut = Decimal(repr(round(float(points), 9))).quantize(Decimal("0.01"), rounding=ROUND_DOWN)
    return format_decimal(cut, format="0.00", locale=LOCALE)


def exact_points(points: Fraction) -> str:
    """LKE points known exactly, cut to two places: 39.9999 is '39,99'."""
    return format_decimal(_cut(points), format="0.00", locale=LOCALE)


def points_difference(difference: Fraction) -> str:
    """A difference of LKE points with its sign, cut so that what misses never looks reached."""
    cut = _cut(difference)
    shown = format_decimal(abs(cut), format="0.00", locale=LOCALE)
    return f"{_MINUS if cut < 0 else '+'}{shown}"


def exact_percent(share: Fraction) -> str:
    """A share (0..1) known exactly in percent, cut to two places: 0.59999 is '59,99 %'."""
    return f"{exact_points(share * 100)}{NBSP}%"


def _cut(points: Fraction) -> Decimal:
    """Two places, downwards: 39.996 is 39.99, and what it misses 40 by is 0.01, not 0."""
    return Decimal(floor(points * 100)) / 100


@lru_cache(maxsize=_KEPT)
def count(number: int) -> str:
    """A whole number with dots for thousands."""
    return format_decimal(number, locale=LOCALE)


def out_of(numerator: int, denominator: int) -> str:
    """'173 dari 303'."""
    return f"{count(numerator)} dari {count(denominator)}"


@lru_cache(maxsize=_KEPT)
def long_date(day: date | None) -> str:
    """'12 Oktober 2025'; '–' when missing."""
    return NO_FIGURE if day is None else format_date(day, "d MMMM y", locale=LOCALE)


@lru_cache(maxsize=_KEPT)
def short_date(day: date | None) -> str:
    """'12 Okt 2025'; '–' when missing."""
    return NO_FIGURE if day is None else format_date(day, "d MMM y", locale=LOCALE)


def quarter_name(year: int, quarter: int) -> str:
    """'Triwulan III 2025'."""
    return f"Triwulan {ROMAN[quarter - 1]} {year}"


def clock(moment: datetime) -> str:
    """An aware moment in Jakarta's time: '12 Okt 2025 09.30 WIB'."""
    return format_datetime(moment, "d MMM y HH.mm 'WIB'", tzinfo=JAKARTA, locale=LOCALE)
