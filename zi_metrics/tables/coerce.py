"""Cells of any type brought to the kind their column declares; what cannot be is reported."""

from __future__ import annotations

import math
import numbers
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from zi_metrics.labels.numbers import long_date
from zi_metrics.lke import load_catalogue
from zi_metrics.matching import folded, name_key
from zi_metrics.periods import MONTHS, parse_quarter
from zi_metrics.tables.cells import LAST_SERIAL, SERIAL_EPOCH, Unusable, as_unusable, legible
from zi_metrics.tables.columns import UNIT_AREA
from zi_metrics.tables.spec import Kind
from zi_metrics.tables.vocabularies import normalise
from zi_metrics.tables.written import is_ambiguous_number, parse_date, parse_number

LARGEST_COUNT = 10**9
MOST_YEARS_OFF = 2
_YES = frozenset({"ya", "true", "benar", "1", "v", "wajib"})
_NO = frozenset({"tidak", "false", "salah", "0"})
_WHOLE_UNIT = ("Unit", "Unit kerja", "Semua", "Semua area", "Seluruh area")
_AREA = re.compile(
    r"(?:area\s*(?:perubahan)?\s*)?([1-6]|(?:vi|iv|v|i{1,3})(?![a-z]))?(.*)", re.DOTALL
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}


class Oddity(Enum):
    """Why a cell is not simply the value it was read as."""

    UNREADABLE = auto()
    """No such value; read as missing."""
    AMBIGUOUS = auto()
    """A thousand or a fraction; read as missing."""
    IMPLAUSIBLE = auto()
    """A date far from the assessed year; read as missing."""
    MONTH_ONLY = auto()
    """A month in the place of a date; read as its last day."""
    UNUSABLE = auto()
    """A formula's error or a covered cell; read as missing, a status as what is shown."""


class Odd(NamedTuple):
    """What became of an odd cell."""

    why: Oddity
    value: Any = None


_NO_TEXT = Odd(Oddity.UNREADABLE)


@dataclass(frozen=True, eq=False)
class Coerced:
    """A column in its declared dtype, and the odd cells by position."""

    values: pd.Series
    odd: list[tuple[int, Oddity]]


def coerce(cells: pd.Series, kind: Kind, year: int | None = None) -> Coerced:
    """Read a column as `kind`; blank cells are missing. year: the one that dates must lie near."""
    read, odd = read_cells(cells.tolist(), kind, year)
    return Coerced(pd.Series(read, index=cells.index, dtype=kind.dtype), odd)


def read_cells(
    cells: Iterable[Any], kind: Kind, year: int | None = None
) -> tuple[list[Any], list[tuple[int, Oddity]]]:
    """The same cell by cell: their values, None where they are missing, and the odd ones."""
    reader = _READERS[kind]
    read: list[Any] = []
    odd: list[tuple[int, Oddity]] = []
    for position, cell in enumerate(cells):
        value = None if cell.__class__ is not str and _is_missing(cell) else reader(cell)
        if value.__class__ is Odd:
            odd.append((position, value.why))
            value = value.value
        read.append(value)
    if kind is Kind.DATE and year is not None and (far := _far(read, year)):
        read = [None if position in far else day for position, day in enumerate(read)]
        odd = [each for each in odd if each[0] not in far]  # what was odd before is lost with it
        odd += [(position, Oddity.IMPLAUSIBLE) for position in sorted(far)]
    return read, odd


def _is_missing(cell: object) -> bool:
    if cell is None or cell is pd.NA or cell is pd.NaT:
        return True
    return isinstance(cell, numbers.Number) and bool(cell != cell)  # NaN is not itself


def _far(days: list[date | None], year: int) -> set[int]:
    """Positions of the days that are not near a year."""
    return {
        position
        for position, day in enumerate(days)
        if day is not None and abs(day.year - year) > MOST_YEARS_OFF
    }


def _unless_blank(reader: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A reader for which a text without a word is no text at all."""

    def read(cell: Any) -> Any:
        if isinstance(cell, str) and not cell.strip():
            return None
        if isinstance(cell, Unusable):
            return Odd(Oddity.UNUSABLE)
        value = reader(cell)
        return Odd(Oddity.UNREADABLE) if value is None else value

    return read


def _text(cell: object) -> object:
    if isinstance(cell, str):
        return legible(cell).strip() or None
    if isinstance(cell, Unusable):
        return Odd(Oddity.UNUSABLE)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return long_date(cell)
    if isinstance(cell, bool | np.bool_):
        return str(cell).upper()  # as the sheet shows a ticked box
    return str(cell).replace(".", ",") if isinstance(cell, numbers.Number) else _NO_TEXT


def _status(cell: object) -> object:
    """A status nobody can read stays as it is shown: it is `Tidak dikenali`, not `Belum ada`."""
    unusable = as_unusable(cell)
    return Odd(Oddity.UNUSABLE, unusable.shown) if unusable else _text(cell)


def _period(cell: object) -> object:
    """A sheet turns `Juni 2025` into the first day of that month."""
    if isinstance(cell, date):
        return f"{MONTHS[cell.month - 1]} {cell.year}"
    return _text(cell)


def _date(cell: object) -> object:
    if isinstance(cell, str):
        written = parse_date(cell)
        if written is None:
            return None
        return Odd(Oddity.MONTH_ONLY, written.day) if written.is_month_only else written.day
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    number = _number(cell)
    if isinstance(number, float) and 1 <= number <= LAST_SERIAL:
        return (SERIAL_EPOCH + timedelta(days=number)).date()
    return None


def _count(cell: object) -> object:
    number = _number(cell)
    if not isinstance(number, float):
        return number
    return int(number) if 0 <= number <= LARGEST_COUNT and number.is_integer() else None


def _number(cell: object) -> object:
    if isinstance(cell, bool | np.bool_):
        return None
    if isinstance(cell, str):
        return Odd(Oddity.AMBIGUOUS) if is_ambiguous_number(cell) else parse_number(cell)
    if not isinstance(cell, numbers.Real):
        return None
    try:
        number = float(cell)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _flag(cell: object) -> bool | None:
    word = normalise(_text(cell)) if not isinstance(cell, date) else ""
    return True if word in _YES else False if word in _NO else None


def _quarter(cell: object) -> object:
    if isinstance(cell, str) and (quarter := parse_quarter(cell)):
        return quarter
    return _count(cell)


def _area(cell: object) -> object:
    """A number, or a name as people write it: `III`, `Area 3`, `Manajemen SDM`, `Unit`."""
    if isinstance(cell, str) and (area := _written_area(folded(cell))) is not None:
        return area
    return _count(cell)


def _written_area(words: str) -> int | None:
    """The one area that folded words name; several, as in `i, ii`, are none."""
    found = _AREA.fullmatch(words)
    if found is None:
        return None
    number = _ROMAN.get(found[1]) or int(found[1]) if found[1] else None
    if found[2] in {"", "."}:
        return number
    named = _areas().get(name_key(found[2]))
    return named if number in {None, named} else None


@lru_cache(maxsize=1)
def _areas() -> dict[str, int]:
    """The number of each area by its names, as they are matched."""
    names = {name_key(name): UNIT_AREA for name in _WHOLE_UNIT}
    for area in load_catalogue().areas:
        names |= {name_key(each): area.number for each in (area.name, area.short_name, area.slug)}
    return names


_READERS: dict[Kind, Callable[[Any], Any]] = {
    Kind.TEXT: _text,
    Kind.LINK: _text,
    Kind.STATUS: _status,
    Kind.PERIOD: _period,
    Kind.DATE: _unless_blank(_date),
    Kind.COUNT: _unless_blank(_count),
    Kind.NUMBER: _unless_blank(_number),
    Kind.FLAG: _unless_blank(_flag),
    Kind.QUARTER: _unless_blank(_quarter),
    Kind.AREA: _unless_blank(_area),
}
