"""Percentages and their parts to one place, where parts must be seen to add up."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import format_decimal

from zi_metrics.labels.numbers import LOCALE, NBSP, NO_FIGURE

_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")


def percent_tenths(share: float | None) -> str:
    """'57,3 %'; '–' when missing. Never rounded up to 100 nor down to 0."""
    if share is None:
        return NO_FIGURE
    return f"{_written(_tenths(share), '0.0')}{NBSP}%"


def part(share: float | None) -> str:
    """A part of a difference in percentage points.

    '+7,3', '−2,8'; '±0,0' where there is less than that, '0' for nothing, '–' when missing.
    """
    return _signed(share, _TENTH, "0.0", "0")


def small_part(share: float | None) -> str:
    """The part of one item, to two places: '+0,34'; '–' for nothing."""
    return _signed(share, _HUNDREDTH, "0.00", NO_FIGURE)


def adds_up(before: float, parts: Iterable[float], after: float) -> bool:
    """Whether what is shown of a percentage, its parts and the next one adds up as shown."""
    points = (_rounded(each, _TENTH) for each in parts)
    return sum(points, _tenths(before)) == _tenths(after)


def _signed(share: float | None, place: Decimal, pattern: str, nothing: str) -> str:
    if share is None or share != share:  # not a number
        return NO_FIGURE
    points = _rounded(share, place)
    if points == 0:
        return f"±{_written(points, pattern)}" if share else nothing
    return f"{'+' if points > 0 else '−'}{_written(abs(points), pattern)}"


def _tenths(share: float) -> Decimal:
    rounded = _rounded(share, _TENTH)
    if rounded == 100 and share < 1:
        return 100 - _TENTH
    return _TENTH if rounded == 0 and share > 0 else rounded


def _rounded(share: float, place: Decimal) -> Decimal:
    return (Decimal(repr(float(share))) * 100).quantize(place, rounding=ROUND_HALF_UP)


def _written(number: Decimal, pattern: str) -> str:
    return format_decimal(abs(number), format=pattern, locale=LOCALE)
