"""The tab Pengaturan of a sheet or file: keys and values, each with its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from zi_metrics.labels import sheet_problems as text
from zi_metrics.matching import name_key
from zi_metrics.sources.grid import Grid, Value
from zi_metrics.sources.header import ROWS_SEARCHED
from zi_metrics.tables.book import SETTINGS_TABLE, TabRead, letter
from zi_metrics.tables.cells import Unusable
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.unit_settings import TAB, setting_named

TAB_NAMES = frozenset(map(name_key, (TAB, "Setelan", "Setting", "Settings", "Konfigurasi")))
_KEYS = frozenset(map(name_key, ("Kunci", "Pengaturan", "Nama pengaturan", "Key")))
_VALUES = frozenset(map(name_key, ("Nilai", "Isi", "Value")))


@dataclass(frozen=True, eq=False)
class SettingsRead:
    """Keys and values as text, the cell of each value, and values that are an error (by key)."""

    pairs: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    unusable: Mapping[str, Unusable] = field(default_factory=dict)
    problems: Sequence[Problem] = ()
    tabs: Sequence[TabRead] = ()


def settings_tab(grids: Sequence[Grid]) -> Grid | None:
    """The tab that holds the settings: by its name, else by its header."""
    named = (grid for grid in grids if is_named_settings(grid))
    return next(named, None) or next((grid for grid in grids if _header(grid)), None)


def is_named_settings(grid: Grid) -> bool:
    """Whether a tab's name says that it holds the settings."""
    return name_key(grid.title) in TAB_NAMES


def read_settings(grid: Grid | None) -> SettingsRead:
    """The settings of a tab; without a header the first two columns are keys and values."""
    if grid is None:
        parts = text.tab_missing(TAB)
        return SettingsRead(problems=[Problem(Severity.ADVICE, TAB, f"Tab {TAB}", *parts)])
    first, key_at, value_at = _header(grid) or (0, 0, 1)
    pairs: dict[str, str] = {}
    cells: dict[str, str] = {}
    unusable: dict[str, Unusable] = {}
    problems: list[Problem] = []
    known: set[str] = set()
    for row, key, value in _filled(grid, first, key_at, value_at):
        where = f"{grid.title}!{letter(value_at)}{row + 1}"
        spec = setting_named(key)
        meant = spec.name if spec else name_key(key)
        if meant in known:
            parts = text.setting_repeated(key)
            problems.append(Problem(Severity.WARNING, TAB, where, *parts))
            continue
        known.add(meant)
        cells[key] = where
        if isinstance(value, Unusable):
            unusable[key] = value
            parts = text.setting_unusable(spec.key if spec else key, value.shown)
            problems.append(Problem(Severity.WARNING, TAB, where, *parts))
        else:
            pairs[key] = _as_text(value)
    tab = TabRead(grid.title, SETTINGS_TABLE, grid.gid, {"value": letter(value_at)}, len(known))
    return SettingsRead(pairs, cells, unusable, problems, [tab])


def _header(grid: Grid) -> tuple[int, int, int] | None:
    """First row below the header, column of keys, column of values."""
    for number, row in enumerate(grid.rows[:ROWS_SEARCHED]):
        names = [name_key(cell) if isinstance(cell, str) else "" for cell in row]
        keys = [i for i, name in enumerate(names) if name in _KEYS]
        values = [i for i, name in enumerate(names) if name in _VALUES]
        if keys and values:
            return number + 1, keys[0], values[0]
    return None


def _filled(grid: Grid, first: int, key_at: int, value_at: int) -> Iterator[tuple[int, str, Value]]:
    for number, row in enumerate(grid.rows[first:], start=first):
        key = row[key_at] if key_at < len(row) else None
        if isinstance(key, str) and key.strip():
            yield number, key.strip(), row[value_at] if value_at < len(row) else None


def _as_text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")
    return str(value)
