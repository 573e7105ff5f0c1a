"""Numbers and dates as Indonesians write them: `1.250,5`, `85,37%`, `31/12/2025`, `1 Okt 2025`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from zi_metrics.matching import folded
from zi_metrics.periods import MONTH_NUMBER

_PLAIN = re.compile(r"[+-]?\d+")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
_DECIMAL_DOT = re.compile(r"[+-]?\d+\.\d+(?:e[+-]?\d+)?|[+-]?\d+e[+-]?\d+", re.IGNORECASE)
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")

_ENGLISH_MONTHS = {
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8,
    "aug": 8, "october": 10, "oct": 10, "december": 12, "dec": 12,
}  # fmt: skip
_MONTHS = MONTH_NUMBER | _ENGLISH_MONTHS
_TIME = r"(?:[ t]+\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?)?"
_ISO = re.compile(rf"(\d{{4}})-(\d\d)-(\d\d){_TIME}")
_DAY_FIRST = re.compile(rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-](\d{{4}}|\d\d){_TIME}")
_WITH_MONTH = re.compile(r"(?:[a-z']+,? )?(\d{1,2})[ /.-]?([a-z]+)[ /.,-]*(\d{4}|\d\d)")
_MONTH_ONLY = re.compile(r"([a-z]+)[ /.,-]*(\d{4})|(\d{1,2})[/-](\d{4})")


def is_ambiguous_number(text: str) -> bool:
    """Whether a text may be a thousand or a fraction: `1.250`."""
    return _AMBIGUOUS.fullmatch(text.strip()) is not None


def parse_number(text: str) -> float | None:
    """The number a text names, by Indonesian rules; a percentage as a share (`85,37%` is 0.8537).

    None where it names none, or where nobody can tell which (`1.250`).
    """
    bare = "".join(text.split())
    if bare.endswith("%"):
        share = parse_number(bare[:-1])
        return None if share is None else round(share / 100, 12)
    if _PLAIN.fullmatch(bare):
        return float(bare)
    if is_ambiguous_number(bare):
        return None
    if _GROUPED.fullmatch(bare) and not bare.lstrip("+-").startswith("0"):
        return float(bare.replace(".", "").replace(",", "."))
    if _DECIMAL_COMMA.fullmatch(bare):
        return float(bare.replace(",", "."))
    return float(bare) if _DECIMAL_DOT.fullmatch(bare) else None


class WrittenDate(NamedTuple):
    """A day as written; of a month alone it is the last day."""

    day: date
    is_month_only: bool = False


def parse_date(text: str) -> WrittenDate | None:
    """The date a text names, day first; None where it names none or an impossible one."""
    words = folded(text)
    try:
        if found := _ISO.fullmatch(words):
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
