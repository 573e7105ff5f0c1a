"""The status bar: where the data comes from, how old it is, how to recognise it."""

from __future__ import annotations

from datetime import date, datetime

from zi_metrics.labels.numbers import long_date, short_digest
from zi_metrics.periods import JAKARTA


def source(name: str) -> str:
    return f"Sumber: {name}"


def as_of(day: date) -> str:
    return f"Keadaan per {long_date(day)}"


def read(moment: datetime, age: str) -> str:
    return f"Dibaca {long_date(moment.astimezone(JAKARTA).date())} ({age})"


def live(is_current: bool) -> str:
    return "Terhubung" if is_current else "Tidak terkini"


def digest(full: str) -> str:
    return f"Sidik data {short_digest(full)}"
