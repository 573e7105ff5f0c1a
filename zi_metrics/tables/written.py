"""Numbers and dates as Indonesians write them: `1.250,5`, `85,37%`, `31/12/2025`, `1 Okt 2025`."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from zi_metrics.matching import folded
from zi_metrics.periods import MONTH_NUMBER

_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+", re.ASCII)
_DECIMAL_DOT = re.compile(r"[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?", re.ASCII)
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}(?: ?%)?", re.ASCII)

_ENGLISH_MONTHS = {
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8,
    "aug": 8, "october": 10, "oct": 10, "december": 12, "dec": 12,
}  # fmt: skip
_MONTHS = MONTH_NUMBER | _ENGLISH_MONTHS
_ZONE = r"(?: ?(?:wib|wita|wit|z|utc|[+-]\d\d:?\d\d))?"
_TIME = (
    r"(?:,?[ t]+(?:(?:pukul|jam|pkl?\.?) ?)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?"
    rf"{_ZONE})?"
)
_YEAR_FIRST = re.compile(rf"(\d{{4}})[/.-](\d{{1,2}})[/.-](\d{{1,2}}){_TIME}")
_DAY_FIRST = re.compile(rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-](\d{{4}}|\d\d){_TIME}")
_WITH_MONTH = re.compile(rf"(?:[a-z']+,? )?(\d{{1,2}})[ /.-]*([a-z]+)[ /.,-]*(\d{{4}}|\d\d){_TIME}")
_MONTH_ONLY = re.compile(r"([a-z]+)[ /.,-]*(\d{4})|(\d{1,2})[/-](\d{4})")


def is_ambiguous_number(text: str) -> bool:
    """Whether a text may be a thousand or a fraction: `1.250`."""
    return _AMBIGUOUS.fullmatch(folded(text)) is not None


def parse_number(text: str) -> float | None:
    """The number a text names, by Indonesian rules; a percentage as a share (`85,37%` is 0.8537).

    None where it names none, or where nobody can tell which (`1.250`).
    """
    bare = folded(text)
    if is_ambiguous_number(bare):
        return None
    number = _number(bare.removesuffix("%").rstrip())
    return round(number / 100, 12) if number is not None and bare.endswith("%") else number


def _number(bare: str) -> float | None:
    if _GROUPED.fullmatch(bare):
        bare = bare.replace(".", "").replace(",", ".")
    elif _DECIMAL_COMMA.fullmatch(bare):
        bare = bare.replace(",", ".")
    elif not _DECIMAL_DOT.fullmatch(bare):
        return None
    number = float(bare)
    return number if math.isfinite(number) else None


class WrittenDate(NamedTuple):
    """A day as written; of a month alone it is the last day."""

    day: date
    is_month_only: bool = False


def parse_date(text: str) -> WrittenDate | None:
    """The date a text names, day first; None where it names none or an impossible one.

    A time of day may follow and says nothing: the day is the written one in every time zone.
    """
    words = folded(text).removesuffix(".")
    try:
        if found := _YEAR_FIRST.fullmatch(words):
            return WrittenDate(date(int(found[1]), int(found[2]), int(found[3])))
        if found := _DAY_FIRST.fullmatch(words):
            return WrittenDate(date(_year(found[3]), int(found[2]), int(found[1])))
        if (found := _WITH_MONTH.fullmatch(words)) and (month := _MONTHS.get(found[2])):
            return WrittenDate(date(_year(found[3]), month, int(found[1])))
        if found := _MONTH_ONLY.fullmatch(words):
            return _last_day(found)
    except ValueError:  # the 31st of February
        return None
    return None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _last_day(found: re.Match[str]) -> WrittenDate | None:
    month = _MONTHS.get(found[1]) if found[1] else int(found[3])
    if month is None or not 1 <= month <= 12:
        return None
    year = int(found[2] or found[4])
    return WrittenDate(date(year, month, monthrange(year, month)[1]), is_month_only=True)
