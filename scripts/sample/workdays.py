"""Days on which a unit works: what happens in the sample happens then."""

from __future__ import annotations

import random
from datetime import date, timedelta

# National holidays and the days off around them (cuti bersama) that fall on weekdays.
_DAYS_OFF = {
    (2025, 1): (1, 27, 28, 29),
    (2025, 3): (28, 31),
    (2025, 4): (1, 2, 3, 4, 7, 18),
    (2025, 5): (1, 12, 13, 29, 30),
    (2025, 6): (6, 9, 27),
    (2025, 8): (18,),
    (2025, 9): (5,),
    (2025, 12): (25, 26),
    (2026, 1): (1, 16),
}


def is_workday(day: date) -> bool:
    """Whether the unit works on this day; 2026 is known until the end of January only."""
    return day.weekday() < 5 and day.day not in _DAYS_OFF.get((day.year, day.month), ())


def workday_from(day: date) -> date:
    """This day, or the next one on which the unit works."""
    while not is_workday(day):
        day += timedelta(days=1)
    return day


def workday_until(day: date) -> date:
    """This day, or the last one before it on which the unit works."""
    while not is_workday(day):
        day -= timedelta(days=1)
    return day


def any_workday(first: date, last: date, chance: random.Random) -> date:
    """One of the workdays from `first` to `last`, both included; `last` where there is none."""
    day = first + timedelta(days=chance.randrange((last - first).days + 1))
    return workday_until(last) if (found := workday_from(day)) > last else found
