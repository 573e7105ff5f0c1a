"""Figures and dates as an Indonesian reader expects them: decimal comma, '12 Oktober 2025'."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from zi_metrics.periods import JAKARTA, ROMAN

LOCALE = "id_ID"
NBSP = "\u00a0"
NO_FIGURE = "\u2013"
_DIGEST_SHOWN = 12


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
    sign = "+" if points > 0 else "\u2212"
    return f"{sign}{format_decimal(abs(points), format='0.0', locale=LOCALE)}{NBSP}poin persen"


def score(points: float) -> str:
    """LKE points cut, not rounded, to two places: 39.996 is '39,99'."""
    # repr first: the shortest decimal that names the float, so that 0.29 * 100 is not cut to 28,99
    cut = Decimal(repr(round(float(points), 9))).quantize(Decimal("0.01"), rounding=ROUND_DOWN)
    return format_decimal(cut, format="0.00", locale=LOCALE)


def count(number: int) -> str:
    """A whole number with dots for thousands."""
    return format_decimal(number, locale=LOCALE)


def out_of(numerator: int, denominator: int) -> str:
    """'173 dari 303'."""
    return f"{count(numerator)} dari {count(denominator)}"


def long_date(day: date | None) -> str:
    """'12 Oktober 2025'; '–' when missing."""
    return NO_FIGURE if day is None else format_date(day, "d MMMM y", locale=LOCALE)


def short_date(day: date | None) -> str:
    """'12 Okt 2025'; '–' when missing."""
    return NO_FIGURE if day is None else format_date(day, "d MMM y", locale=LOCALE)


def quarter_name(year: int, quarter: int) -> str:
    """'Triwulan III 2025'."""
    return f"Triwulan {ROMAN[quarter - 1]} {year}"


def clock(moment: datetime) -> str:
    """An aware moment in Jakarta's time: '12 Okt 2025 09.30 WIB'."""
    return format_datetime(moment, "d MMM y HH.mm 'WIB'", tzinfo=JAKARTA, locale=LOCALE)
