"""The tab Pengaturan: which tab it is, its keys and values, and the cell of each."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from zi_metrics.settings import UnitSettings
from zi_metrics.sources.grid import Grid, Value
from zi_metrics.sources.sheet_settings import SettingsRead, read_settings, settings_tab
from zi_metrics.tables.book import TabRead
from zi_metrics.tables.cells import Unusable, Why
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.unit_settings import read_unit_settings

HEADER: list[Value] = ["Kunci", "Nilai"]


def tab(*rows: list[Value], title: str = "Pengaturan") -> Grid:
    return Grid(title, list(rows), gid=4)


def read(*rows: list[Value]) -> SettingsRead:
    return read_settings(tab(HEADER, *rows))


@pytest.mark.parametrize("title", ["Pengaturan", "PENGATURAN ", "Setelan", "Settings"])
def test_tab_is_known_by_its_name(title: str) -> None:
    grid = tab(title=title)
    assert settings_tab([tab(["Rapat"], title="Catatan"), grid]) is grid


def test_tab_is_known_by_its_header() -> None:
    grid = tab(["PENGATURAN UNIT"], [None, "Kunci", "Isi"], title="Lembar 1")
    assert settings_tab([tab(["Komponen", "Nilai"], title="Hasil"), grid]) is grid


def test_name_goes_before_header() -> None:
    named = tab(["Unit", "Balai"])
    assert settings_tab([tab(HEADER, title="Arsip"), named]) is named


def test_other_tabs_are_no_settings() -> None:
    assert settings_tab([tab(["Komponen", "Nilai"], title="Hasil")]) is None
    assert settings_tab([]) is None


def test_keys_and_values_are_read_as_text_each_with_its_cell() -> None:
    found = read(
        ["Unit", " Balai Contoh"],
        [],
        ["Tahun penilaian", 2025.0],
        ["Target kelengkapan", 0.9],
        ["Tanggal rapat", datetime.fromisoformat("2025-10-13T00:00")],
        ["Target predikat"],
        ["Wajib", True],
    )
    assert found.pairs == {
        "Unit": " Balai Contoh",
        "Tahun penilaian": "2025",
        "Target kelengkapan": "0,9",
        "Tanggal rapat": "2025-10-13",
        "Target predikat": "",
        "Wajib": "True",
    }
    assert found.cells["Unit"] == "Pengaturan!B2"
    assert found.cells["Tahun penilaian"] == "Pengaturan!B4"
    assert (found.problems, found.unusable) == ([], {})


def test_what_was_read_is_understood() -> None:
    found = read(
        ["Tahun penilaian", 2025.0],
        ["Target kelengkapan", 0.9],
        ["tanggal_rapat", datetime.fromisoformat("2025-10-13T00:00")],
        ["Tanggal rapat lalu", "14 Juli 2025"],
        ["SPIP jatuh tempo (hari)", "15"],
        ["Unit", None],
    )
    assert read_unit_settings(found.pairs, found.cells) == (
        UnitSettings(
            assessed_year=2025,
            completeness_target=0.9,
            meeting_on=date(2025, 10, 13),
            previous_meeting_on=date(2025, 7, 14),
            spip_due_days=15,
        ),
        [],
    )


def test_one_requirement_under_two_names_is_read_once() -> None:
    found = read(["TLHP", "Ya"], ["Syarat: TLHP", "Tidak"], ["Maturitas SPIP", 3.0])
    assert read_unit_settings(found.pairs, found.cells) == (
        UnitSettings(entry={"tlhp": "Ya", "maturitas_spip": "3"}),
        [],
    )
    assert [(each.where, each.read) for each in found.problems] == [
        ("Pengaturan!B3", "Kunci pengaturan “Syarat: TLHP” muncul lebih dari sekali.")
    ]


def test_value_nobody_can_read_is_reported_with_its_cell() -> None:
    found = read(["Unit", "Balai"], ["Target predikat", "WTP"], ["Warna", "biru"])
    _, problems = read_unit_settings(found.pairs, found.cells)
    assert [(each.where, each.read) for each in problems] == [
        ("Pengaturan!B3", "Pengaturan “Target predikat” berisi “WTP”."),
        ("Pengaturan!B4", "Kunci pengaturan “Warna” tidak dikenal."),
    ]


def test_header_may_stand_lower_and_elsewhere() -> None:
    found = read_settings(
        tab(["PENGATURAN"], [], [None, "Nilai", None, "Pengaturan"], [None, "Balai", "?", "Unit"])
    )
    assert found.pairs == {"Unit": "Balai"}
    assert found.cells == {"Unit": "Pengaturan!B4"}
    assert found.tabs == [TabRead("Pengaturan", "settings", 4, {"value": "B"}, 1)]


def test_without_a_header_the_first_two_columns_are_keys_and_values() -> None:
    found = read_settings(tab(["Unit", "Balai"], ["Tahun penilaian", "2025"]))
    assert found.pairs == {"Unit": "Balai", "Tahun penilaian": "2025"}
    assert found.cells == {"Unit": "Pengaturan!B1", "Tahun penilaian": "Pengaturan!B2"}


def test_first_of_repeated_keys_is_used_and_the_other_reported() -> None:
    found = read(["Unit", "Balai"], ["UNIT ", "Kantor"])
    (problem,) = found.problems
    assert found.pairs == {"Unit": "Balai"}
    assert (problem.severity, problem.tab, problem.where, problem.read) == (
        Severity.WARNING,
        "Pengaturan",
        "Pengaturan!B3",
        "Kunci pengaturan “UNIT” muncul lebih dari sekali.",
    )


def test_value_that_is_an_error_is_kept_apart_and_reported() -> None:
    broken = Unusable(Why.ERROR, "#REF!")
    found = read(["Unit", "Balai"], ["tahun penilaian", broken])
    (problem,) = found.problems
    assert found.pairs == {"Unit": "Balai"}
    assert found.unusable == {"tahun penilaian": broken}
    assert (problem.severity, problem.where, problem.read) == (
        Severity.WARNING,
        "Pengaturan!B3",
        "Pengaturan “Tahun penilaian” berisi “#REF!”, bukan nilai.",
    )


def test_row_without_a_key_is_no_setting() -> None:
    assert read([None, "Balai"], [" ", "x"], [5.0, "x"]).pairs == {}


def test_missing_tab_is_advice() -> None:
    found = read_settings(None)
    (problem,) = found.problems
    assert (found.pairs, found.tabs) == ({}, ())
    assert (problem.severity, problem.where) == (Severity.ADVICE, "Tab Pengaturan")
