"""Columns of any type brought to the type their declaration names; what cannot be is reported."""

from __future__ import annotations

import math
import numbers
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import pandas as pd

from zi_metrics.tables.columns import Kind
from zi_metrics.tables.vocabularies import normalise

LARGEST_COUNT = 10**9
# They would turn the words around a cell as well, and no Indonesian text needs them.
_DIRECTION_MARKS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_YES = frozenset({"ya", "true", "benar", "1", "v", "wajib"})
_NO = frozenset({"tidak", "false", "salah", "0"})


@dataclass(frozen=True, eq=False)
class Coerced:
    """A column in its declared dtype, and which cells held something that is no such value."""

    values: pd.Series
    unreadable: pd.Series


def coerce(cells: pd.Series, kind: Kind) -> Coerced:
    """Read a column as `kind`; blank cells are missing, unreadable ones are missing and marked."""
    if kind is Kind.DATE and pd.api.types.is_datetime64_any_dtype(cells.dtype):
        values = _as_days(cells)
    else:
        reader = _READERS[kind]
        read = [None if _is_blank(cell) else reader(cell) for cell in cells]
        values = pd.Series(read, index=cells.index, dtype=kind.dtype)
    blank = cells.map(_is_blank).astype(bool)
    return Coerced(values, values.isna() & ~blank)


def _is_blank(cell: object) -> bool:
    return (
        cell is None
        or (isinstance(cell, str) and not cell.strip())
        or cell is pd.NaT
        or _is_nan(cell)
    )


def _is_nan(cell: object) -> bool:
    return cell is pd.NA or (isinstance(cell, float) and cell != cell)


def _as_days(cells: pd.Series) -> pd.Series:
    local: pd.Series = cells.dt.tz_localize(None) if cells.dt.tz is not None else cells
    days: pd.Series = local.dt.normalize().astype(Kind.DATE.dtype)
    return days


def _text(cell: object) -> str | None:
    if isinstance(cell, str):
        shown = cell.translate(_DIRECTION_MARKS).strip()
        return shown.encode(errors="replace").decode()  # half a surrogate pair is no text
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell) if isinstance(cell, bool | np.bool_ | numbers.Number | date) else None


def _date(cell: object) -> pd.Timestamp | None:
    if isinstance(cell, str):
        try:
            cell = datetime.fromisoformat(cell.strip())
        except ValueError:
            return None
    return pd.Timestamp(cell).tz_localize(None).normalize() if isinstance(cell, date) else None


def _count(cell: object) -> int | None:
    number = _number(cell)
    if number is None or not 0 <= number <= LARGEST_COUNT or not number.is_integer():
        return None
    return int(number)


def _number(cell: object) -> float | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, str):
        try:
            cell = float(cell.replace("_", "?"))  # Python would read 1_000 as a thousand
        except ValueError:
            return None
    if not isinstance(cell, numbers.Real):
        return None
    try:
        number = float(cell)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _flag(cell: object) -> bool | None:
    word = normalise(_text(cell))
    return True if word in _YES else False if word in _NO else None


_READERS = {
    Kind.TEXT: _text,
    Kind.DATE: _date,
    Kind.COUNT: _count,
    Kind.NUMBER: _number,
    Kind.FLAG: _flag,
}
