"""Years, half-years, quarters and months, as coordinators write them and as figures need them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from zi_metrics.matching import folded

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
FIRST_YEAR, LAST_YEAR = 1990, 2100
JAKARTA = ZoneInfo("Asia/Jakarta")
"""The unit's time, by which a day begins."""
ROMAN = ("I", "II", "III", "IV")

MONTH_NUMBER = {name.casefold(): number for number, name in enumerate(MONTHS, start=1)} | {
    "jan": 1, "feb": 2, "peb": 2, "pebruari": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "agu": 8, "ags": 8, "agt": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "nop": 11,
    "nopember": 11, "des": 12,
}  # fmt: skip
_ORDINAL = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_WORD = re.compile(r"\b(?:tahun|thn)\b")
_SEMESTER = re.compile(r"(?:semester|smt|sem|s)[\s.-]*(ii|i|1|2)")
_QUARTER = re.compile(r"(?:triwulan|tw|tri|q)[\s.-]*(iv|iii|ii|i|1|2|3|4)")
_MONTH_SPAN = re.compile(r"([a-z]+)\s*(?:-|s[./]?\s?d\.?|sampai(?: dengan)?)\s*([a-z]+)")
_BARE_ORDINAL = re.compile(r"(iv|iii|ii|i|[1-4])")


class PeriodKind(StrEnum):
    """How long a period is."""

    YEAR = "tahun"
    SEMESTER = "semester"
    QUARTER = "triwulan"
    MONTH = "bulan"


@dataclass(frozen=True)
class Period:
    """A stretch of the calendar; `year` is missing where the writer left it out.

    number: which semester (1-2), quarter (1-4) or month (1-12); missing for a whole year.
    """

    kind: PeriodKind
    number: int | None
    year: int | None

    @property
    def ends_on(self) -> date | None:
        """Its last day, by which periods are ordered; missing without a year."""
        if self.year is None:
            return None
        months_each = {PeriodKind.SEMESTER: 6, PeriodKind.QUARTER: 3, PeriodKind.MONTH: 1}
        month = months_each[self.kind] * self.number if self.number else 12
        return date(self.year, month, monthrange(self.year, month)[1])

    def is_before(self, other: Period) -> bool:
        """Whether it ends earlier; an undated period is never earlier nor later."""
        mine, theirs = self.ends_on, other.ends_on
        return mine is not None and theirs is not None and mine < theirs


def parse_period(text: str, *, monev: bool = False) -> Period | None:
    """The period a text names, or None where it names none.

    Reads 2025, Semester I 2025, 2025-S1, TW II 2025, Januari-Maret, Juni 2025. monev: in the monev
    tab Juni stands for Semester I and Desember for Semester II, the unit's two rounds a year.
    """
    words = folded(text)
    years = _YEAR.findall(words)
    if len(years) > 1:
        return None
    year = int(years[0]) if years else None
    named = _YEAR_WORD.sub(" ", _YEAR.sub(" ", words)).strip(" -/,.()")
    if not named:
        return Period(PeriodKind.YEAR, None, year) if year else None
    if found := _SEMESTER.fullmatch(named):
        return Period(PeriodKind.SEMESTER, _ORDINAL[found[1]], year)
    if found := _QUARTER.fullmatch(named):
        return Period(PeriodKind.QUARTER, _ORDINAL[found[1]], year)
    if found := _MONTH_SPAN.fullmatch(named):
        return _from_months(MONTH_NUMBER.get(found[1]), MONTH_NUMBER.get(found[2]), year)
    return _from_month(MONTH_NUMBER.get(named), year, monev=monev)


def parse_quarter(text: str) -> int | None:
    """The quarter (1-4) that 1, I, TW I, Triwulan I or Januari-Maret stands for, else None."""
    words = folded(text)
    if found := _BARE_ORDINAL.fullmatch(words):
        return _ORDINAL[found[1]]
    period = parse_period(words)
    return period.number if period and period.kind is PeriodKind.QUARTER else None


def quarter_end(year: int, quarter: int) -> date:
    """Last day of a quarter."""
    month = 3 * quarter
    return date(year, month, monthrange(year, month)[1])


def previous_quarter_end(day: date) -> date:
    """Last day of the newest quarter that ended before `day`."""
    quarter = (day.month - 1) // 3
    return quarter_end(day.year, quarter) if quarter else quarter_end(day.year - 1, 4)


def _from_month(month: int | None, year: int | None, *, monev: bool) -> Period | None:
    if month is None:
        return None
    if monev and month in (6, 12):
        return Period(PeriodKind.SEMESTER, month // 6, year)
    return Period(PeriodKind.MONTH, month, year)


def _from_months(first: int | None, last: int | None, year: int | None) -> Period | None:
    if first is None or last is None:
        return None
    if last - first == 2 and last % 3 == 0:
        return Period(PeriodKind.QUARTER, last // 3, year)
    if last - first == 5 and last % 6 == 0:
        return Period(PeriodKind.SEMESTER, last // 6, year)
    if (first, last) == (1, 12):
        return Period(PeriodKind.YEAR, None, year)
    return None
