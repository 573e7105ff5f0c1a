"""The tab Pengaturan: keys and values typed by people, read into `UnitSettings`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from zi_metrics.labels import snapshot_problems as text
from zi_metrics.lke import load_catalogue
from zi_metrics.matching import name_key
from zi_metrics.periods import FIRST_YEAR, LAST_YEAR
from zi_metrics.settings import UnitSettings
from zi_metrics.tables.entry_settings import entry_settings, named
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.setting_spec import ENTRY, SettingSpec
from zi_metrics.tables.written import parse_date, parse_number

TAB = "Pengaturan"


def _year(value: str) -> int:
    return _whole(value, FIRST_YEAR, LAST_YEAR)


def _days(value: str) -> int:
    return _whole(value, 0, 366)


def _whole(value: str, least: int, most: int) -> int:
    number = parse_number(value)
    if number is None or not number.is_integer() or not least <= number <= most:
        raise ValueError(value)
    return int(number)


def _share(value: str) -> float:
    number = parse_number(value)
    if number is None:
        raise ValueError(value)
    share = number / 100 if number > 1 and not value.endswith("%") else number
    if not 0 <= share <= 1:
        raise ValueError(value)
    return share


def _day(value: str) -> date:
    written = parse_date(value)
    if written is None or written.is_month_only:
        raise ValueError(value)
    return written.day


def _predicate(value: str) -> str:
    predicate = value.upper()
    if predicate not in {"WBK", "WBBM"}:
        raise ValueError(value)
    return predicate


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(";") if name.strip())


SETTINGS = (
    SettingSpec("unit", "Unit", "nama unit kerja", str),
    SettingSpec("assessed_year", "Tahun penilaian", "tahun empat angka", _year),
    SettingSpec(
        "target_predicate",
        "Target predikat",
        "WBK atau WBBM",
        _predicate,
        choices=("WBK", "WBBM"),
    ),
    SettingSpec("spip_due_days", "SPIP jatuh tempo (hari)", "jumlah hari 0 sampai 366", _days),
    SettingSpec("meeting_on", "Tanggal rapat", "tanggal", _day),
    SettingSpec("previous_meeting_on", "Tanggal rapat lalu", "tanggal", _day),
    SettingSpec("completeness_target", "Target kelengkapan", "persentase, misalnya 90%", _share),
    SettingSpec("target_on", "Tanggal target", "tanggal", _day),
    SettingSpec(
        "hidden_names", "Nama yang disamarkan", "nama dipisahkan titik koma", _names, "; ".join
    ),
    *entry_settings(load_catalogue()),
)
_BY_KEY = named(SETTINGS)


def read_unit_settings(
    pairs: Mapping[str, str], origins: Mapping[str, str] | None = None
) -> tuple[UnitSettings, list[Problem]]:
    """Settings from keys and values as text; a value that cannot be read keeps its default.

    origins: the cell of each value, by key.
    """
    read: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in pairs.items():
        where = (origins or {}).get(key, f"Tabel {TAB}")
        spec = setting_named(key)
        if spec is None:
            parts = text.setting_unknown(key)
            problems.append(Problem(Severity.WARNING, TAB, where, *parts))
        elif value.strip():
            try:
                read[spec.name] = spec.read(value.strip())
            except ValueError:
                told = text.requirement_unreadable if spec.is_entry else text.setting_unreadable
                parts = told(spec.key, value, spec.expected)
                problems.append(Problem(Severity.WARNING, TAB, where, *parts))
    return UnitSettings(**_grouped(read)), problems


def _grouped(read: Mapping[str, Any]) -> dict[str, Any]:
    """Values by the fields of `UnitSettings`: all `entry.<key>` together as `entry`."""
    own = {name: value for name, value in read.items() if "." not in name}
    entered = {
        name.removeprefix(f"{ENTRY}."): value for name, value in read.items() if name not in own
    }
    return own | {ENTRY: entered}


def setting_named(key: str) -> SettingSpec | None:
    """The setting a key or one of its aliases stands for, whatever its case and punctuation."""
    return _BY_KEY.get(name_key(key))


def write_unit_settings(settings: UnitSettings) -> dict[str, str]:
    """The same settings as keys and values; what stands at its default `None` is left out."""
    values = {spec: spec.value_of(settings) for spec in SETTINGS}
    return {
        spec.key: spec.write(value) for spec, value in values.items() if value not in (None, ())
    }
