from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_metrics.labels.lke import REQUIREMENTS
from zi_metrics.lke import load_catalogue
from zi_metrics.lke.entry import requirements
from zi_metrics.matching import name_key
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
    entry={"tlhp": "Ya", "sakip_unit": "BB", "maturitas_spip": "3"},
)
TLHP = "Syarat: Tindak lanjut hasil pemeriksaan APIP/BPK (TLHP) 100%"


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
        TLHP: "ya",
        "Syarat: Nilai SAKIP internal unit": "bb",
        "Syarat: Tingkat maturitas SPIP instansi": "3",
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
        entry=st.fixed_dictionaries(
            {},
            optional={
                "sptjm": st.sampled_from(["Ya", "Tidak"]),
                "indeks_rb": st.sampled_from(["D", "C", "CC", "B", "BB", "A", "AA"]),
            },
        ),
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


@pytest.mark.parametrize(
    ("key", "value", "entered"),
    [
        (TLHP, "100%", {"tlhp": "Ya"}),
        (TLHP, "Belum", {"tlhp": "Tidak"}),
        ("TLHP", "True", {"tlhp": "Ya"}),
        ("syarat: tlhp", "tidak", {"tlhp": "Tidak"}),
        ("Pelaporan LHKPN dan LHKASN 100%", "✓", {"lhkpn_lhkasn": "Ya"}),
        ("SPTJM", "sudah ditandatangani", {"sptjm": "Ya"}),
        ("Opini BPK", "WTP", {"opini_wtp": "Ya"}),
        ("Opini BPK", "WDP", {"opini_wtp": "Tidak"}),
        ("SAKIP unit", "Predikat bb", {"sakip_unit": "BB"}),
        ("Indeks RB", "CC", {"indeks_rb": "CC"}),
        ("Maturitas SPIP", "Level 3", {"maturitas_spip": "3"}),
    ],
)
def test_requirement_is_read_in_the_words_people_use(
    key: str, value: str, entered: dict[str, str]
) -> None:
    assert read_unit_settings({key: value}) == (UnitSettings(entry=entered), [])


@pytest.mark.parametrize(
    ("key", "value", "choices"),
    [
        (TLHP, "97%", "Ya atau Tidak"),
        ("SPTJM", "WTP", "Ya atau Tidak"),
        ("SAKIP instansi", "78,5", "D, C, CC, B, BB, A, atau AA"),
        ("Maturitas SPIP", "3,25", "1, 2, 3, 4, atau 5"),
        ("Maturitas SPIP", "Ya", "1, 2, 3, 4, atau 5"),
    ],
)
def test_requirement_outside_its_choices_is_reported_with_its_cell(
    key: str, value: str, choices: str
) -> None:
    settings, (problem,) = read_unit_settings({key: value}, {key: "Pengaturan!B12"})
    assert settings.entry == {}
    assert (problem.severity, problem.where) == (Severity.WARNING, "Pengaturan!B12")
    assert f"“{value}”" in problem.read
    assert problem.remedy == f"Isi dengan {choices}."


def test_every_requirement_has_its_key_and_its_choices() -> None:
    specs = {spec.name: spec for spec in SETTINGS if spec.name.startswith("entry.")}
    listed = requirements(load_catalogue())
    assert list(specs) == [f"entry.{each.key}" for each in listed]
    for each in listed:
        spec = specs[f"entry.{each.key}"]
        assert spec.key == f"Syarat: {REQUIREMENTS[each.key]}"
        assert spec.choices == each.choices
        assert [spec.read(choice) for choice in each.choices] == list(each.choices)


def test_no_two_settings_answer_to_one_key() -> None:
    keys = [key for spec in SETTINGS for key in {*map(name_key, (spec.key, *spec.aliases))}]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_settings_with_requirements_can_be_looked_up() -> None:
    assert len({UnitSettings(entry={"tlhp": "Ya"}), UnitSettings(entry={"tlhp": "Ya"})}) == 1
    assert len({UnitSettings(entry={"tlhp": "Ya"}), UnitSettings(entry={"tlhp": "Tidak"})}) == 2


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
