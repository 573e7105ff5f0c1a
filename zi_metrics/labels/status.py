"""The status bar: where the data comes from, how old it is, how to recognise it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from zi_metrics.labels.numbers import JAKARTA, long_date


def source(name: str) -> str:
    return f"Sumber: {name}"


def as_of(day: date) -> str:
    return f"Keadaan per {long_date(day)}"


def read(moment: datetime, age: timedelta) -> str:
    return f"Dibaca {long_date(moment.astimezone(JAKARTA).date())} ({_ago(age)})"


def digest(full: str) -> str:
    return f"Sidik data {full[:12]}"


def _ago(age: timedelta) -> str:
    minutes = int(age.total_seconds() // 60)
    if minutes < 1:
        return "baru saja"
    if minutes < 60:
        return f"{minutes} menit lalu"
    if minutes < 60 * 24:
        return f"{minutes // 60} jam lalu"
    return f"{minutes // (60 * 24)} hari lalu"
