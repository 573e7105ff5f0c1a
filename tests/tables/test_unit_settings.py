from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_metrics.settings import UnitSettings
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.unit_settings import SETTINGS, read_unit_settings, write_unit_settings

FULL = UnitSettings(
    unit="Balai Contoh",
    assessed_year=2025,
    target_predicate="WBBM",
    spip_due_days=0,
    meeting_on=date(2025, 10, 13),
    previous_meeting_on=date(2025, 7, 14),
    completeness_target=0.9,
    target_on=date(2025, 12, 31),
    hidden_names=("Sari Dewi", "Budi"),
)


def test_settings_are_read_from_the_tab() -> None:
    pairs = {
        "Unit": "Balai Contoh",
        "Tahun penilaian": "2025",
        " TARGET  predikat": "wbbm",
        "SPIP jatuh tempo (hari)": "0",
        "Tanggal rapat": "2025-10-13",
        "Tanggal rapat lalu": "2025-07-14",
        "Target kelengkapan": "90%",
        "Tanggal target": "2025-12-31",
        "Nama yang disamarkan": "Sari Dewi; Budi ;",
    }
    assert read_unit_settings(pairs) == (FULL, [])


def test_written_settings_are_read_back() -> None:
    for settings in (FULL, UnitSettings(), UnitSettings(completeness_target=0.005)):
        assert read_unit_settings(write_unit_settings(settings)) == (settings, [])


@given(
    st.builds(
        UnitSettings,
        unit=st.none() | st.text(min_size=1).map(str.strip).filter(bool),
        assessed_year=st.none() | st.integers(1990, 2100),
        spip_due_days=st.integers(0, 366),
        meeting_on=st.none() | st.dates(),
        completeness_target=st.none() | st.floats(0, 1),
    )
)
def test_any_settings_are_read_back(settings: UnitSettings) -> None:
    assert read_unit_settings(write_unit_settings(settings)) == (settings, [])


@pytest.mark.parametrize(
    ("value", "share"),
    [("90%", 0.9), ("90 %", 0.9), ("90", 0.9), ("0,9", 0.9), ("0.9", 0.9), ("1", 1), ("0%", 0)],
)
def test_target_is_read_as_percentage_or_share(value: str, share: float) -> None:
    assert read_unit_settings({"Target kelengkapan": value})[0].completeness_target == share


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("Tahun penilaian", "dua ribu", "tahun empat angka"),
        ("Tahun penilaian", "25", "tahun empat angka"),
        ("Target predikat", "WTP", "WBK atau WBBM"),
        ("SPIP jatuh tempo (hari)", "-1", "jumlah hari 0 sampai 366"),
        ("SPIP jatuh tempo (hari)", "367", "jumlah hari 0 sampai 366"),
        ("Tanggal rapat", "besok", "tanggal"),
        ("Target kelengkapan", "101%", "persentase, misalnya 90%"),
        ("Target kelengkapan", "nan", "persentase, misalnya 90%"),
    ],
)
def test_bad_value_keeps_the_default_and_is_reported(key: str, value: str, expected: str) -> None:
    settings, problems = read_unit_settings({key: value, "Unit": "Balai Contoh"})
    assert settings == UnitSettings(unit="Balai Contoh")
    assert [each.sentence for each in problems] == [
        f"Tabel Pengaturan: Pengaturan “{key}” berisi “{value}”."
        f" Nilai ini tidak dipakai; yang berlaku nilai bawaannya, bila ada. Isi dengan {expected}."
    ]


def test_unknown_key_is_reported() -> None:
    settings, (problem,) = read_unit_settings({"Warna": "biru"})
    assert settings == UnitSettings()
    assert problem.severity is Severity.WARNING
    assert problem.read == "Kunci pengaturan “Warna” tidak dikenal."


def test_empty_value_is_not_set() -> None:
    assert read_unit_settings({spec.key: " " for spec in SETTINGS}) == (UnitSettings(), [])


@given(st.dictionaries(st.sampled_from([spec.key for spec in SETTINGS]) | st.text(), st.text()))
def test_any_pairs_are_read_or_reported(pairs: dict[str, str]) -> None:
    settings, problems = read_unit_settings(pairs)
    assert len(problems) <= len(pairs)
    assert read_unit_settings(write_unit_settings(settings)) == (settings, [])
