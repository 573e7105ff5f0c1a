"""When each document is due, and in which order an area works through its indicators."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from scripts.sample.story import SPIP_DUE_DAYS, YEAR, chance
from zi_metrics.periods import parse_period

_MONEV_WEEKS = {"Juni": date(YEAR, 6, 20), "Desember": date(YEAR, 12, 19)}
_FROM_EARLIER_YEARS = date(YEAR, 2, 28)
_OF_THE_YEAR = date(YEAR, 3, 27)
_AFTER_THE_YEAR = date(YEAR + 1, 1, 30)

# Before the monev rounds of June and December; area 6 leaves most of its work to the second half.
_EVEN = ("02-28", "03-27", "04-30", "05-28", "06-13", "08-29", "09-30", "10-31", "11-28", "12-12")
_EARLY = ("02-28", "03-27", "04-30", "05-28", "06-13", "06-13", "08-29", "09-30", "10-31", "11-28")
_LATE = ("03-27", "05-28", "06-13", "08-29", "09-30", "10-31", "10-31", "11-28", "12-12", "12-12")
_DEADLINES = {1: _EARLY, 2: _EVEN, 3: _EVEN, 4: _EARLY, 5: _EVEN, 6: _LATE}


def turn(code: str) -> float:
    """When in the year (0..1) an indicator is dealt with; those of a sub-area lie close."""
    sub_area = ".".join(code.split(".")[:4])
    near = chance(f"giliran/{sub_area}").random()
    own = chance(f"giliran/{code}").random()
    return 0.45 * near + 0.55 * own


def is_vague(title: str) -> bool:
    """Whether the title does not say which document is meant; nobody set a deadline for these."""
    return title.casefold() == "tambahan"


def is_afterwards(title: str) -> bool:
    """Whether the document follows up what the year has shown."""
    return title.casefold().replace(" ", "") == "tindaklanjut"


def due_on(row: Any) -> date | None:
    """The deadline of a document: code, title, period and area_no of its row decide."""
    if is_vague(row.title):
        return None
    if (by_period := _due_by_period(row.period)) is not None:
        return by_period
    if is_afterwards(row.title):
        return _AFTER_THE_YEAR
    deadlines = _DEADLINES[row.area_no]
    month_and_day = deadlines[min(int(turn(row.code) * len(deadlines)), len(deadlines) - 1)]
    return date.fromisoformat(f"{YEAR}-{month_and_day}")


def year_of(text: object) -> int | None:
    """The year of a document whose period is a whole year."""
    period = parse_period(text) if isinstance(text, str) else None
    return period.year if period and period.number is None else None


def _due_by_period(text: object) -> date | None:
    if (year := year_of(text)) is not None:
        return _FROM_EARLIER_YEARS if year < YEAR else _OF_THE_YEAR
    if text in _MONEV_WEEKS:
        return _MONEV_WEEKS[str(text)]
    end = _end_of(text)
    return end + timedelta(days=SPIP_DUE_DAYS) if end else None


def earliest_on(text: object) -> date:
    """The first day on which a document about this period can be there."""
    if text in _MONEV_WEEKS:
        return _MONEV_WEEKS[str(text)]
    end = _end_of(text)
    return end + timedelta(days=8) if end else date(YEAR, 1, 6)


def _end_of(text: object) -> date | None:
    """Last day of the half-year or quarter of the year that a document is about."""
    period = parse_period(text) if isinstance(text, str) else None
    if period is None or period.number is None:
        return None
    return replace(period, year=YEAR).ends_on
