"""What the template holds, whatever it is written as."""

from __future__ import annotations

import pytest

from zi_metrics.charts.palette import FILL, text_on
from zi_metrics.labels import statuses_explained
from zi_metrics.lke import load_catalogue
from zi_metrics.sources.situs import read_situs
from zi_metrics.tables.columns import INDICATORS, TABLES
from zi_metrics.tables.spec import Kind, TableSpec
from zi_metrics.tables.unit_settings import SETTINGS
from zi_metrics.template.layout import (
    AnyDate,
    Block,
    Format,
    NumberFrom,
    OneOf,
    TabPlan,
    a1,
    blocks,
)
from zi_metrics.template.plan import template
from zi_metrics.template.tints import HEADER, HEADER_OF_INFORMATION, STATE_COLOURS, TEXT, tint

TABS = {tab.title: tab for tab in template(2026)}
BLANK = {tab.title: tab for tab in template(2026, has_evidence=False)}
READABLE = 4.5


def column(tab: TabPlan, header: str) -> list[object]:
    at = [each.header for each in tab.columns].index(header)
    return [row[at] for row in tab.rows]


def test_tabs_stand_in_the_order_people_need_them() -> None:
    expected = ["Petunjuk", "Pengaturan", "Indikator", "Data Dukung", "Monev", "SPIP", "Hasil"]
    assert list(TABS) == list(BLANK) == expected


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_every_tab_has_every_declared_header_in_order(spec: TableSpec) -> None:
    declared = [each.header for each in spec.columns]
    assert [each.header for each in TABS[spec.tab].columns if each.is_read] == declared


def test_indicators_have_what_people_need_to_know_between_code_and_answer() -> None:
    headers = [each.header for each in TABS["Indikator"].columns]
    assert headers == [
        "Kode", "Aspek", "Area", "Sub-area", "Indikator", "Bobot sub-area", "Jenis jawaban",
        "Jawaban", "Pembilang", "Penyebut", "PIC", "Catatan",
    ]  # fmt: skip
    assert set(INDICATORS.ignored) == {
        each.header for each in TABS["Indikator"].columns if not each.is_read
    }


def test_all_110_indicators_are_listed_in_official_order() -> None:
    assert column(TABS["Indikator"], "Kode") == load_catalogue().indicators["code"].to_list()
    assert column(TABS["Indikator"], "Aspek").count("Pemenuhan") == 87
    assert column(TABS["Indikator"], "Aspek").count("Reform") == 23
    assert TABS["Indikator"].rows[0][:7] == (
        "A.I.1.i.a",
        "Pemenuhan",
        "1. Manajemen Perubahan",
        "i. Penyusunan Tim Kerja",
        "Unit kerja telah membentuk tim untuk melakukan pembangunan Zona Integritas",
        0.5,
        "Ya/Tidak",
    )


def test_all_303_documents_are_listed_as_the_site_has_them_and_none_is_there_yet() -> None:
    tab, site = TABS["Data Dukung"], read_situs().evidence
    for header, name in (
        ("ID", "evidence_id"),
        ("Kode indikator", "code"),
        ("Data dukung", "title"),
    ):
        assert column(tab, header) == site[name].to_list()
    assert len(tab.rows) == 303
    assert set(column(tab, "Status")) == {"Belum ada"}
    assert set(column(tab, "Tautan")) == {None}
    assert all(period is None or isinstance(period, str) for period in column(tab, "Periode"))


def test_names_in_the_units_list_are_set_to_be_hidden() -> None:
    settings = dict(row[:2] for row in TABS["Pengaturan"].rows)
    assert settings["Nama yang disamarkan"] == "; ".join(read_situs().settings.hidden_names)


def test_template_for_other_units_names_no_document_and_nobody() -> None:
    assert BLANK["Data Dukung"].rows == ()
    assert dict(row[:2] for row in BLANK["Pengaturan"].rows)["Nama yang disamarkan"] is None
    assert len(BLANK["Indikator"].rows) == 110
    assert len(BLANK["SPIP"].rows) == 24


def test_spip_asks_for_every_area_and_quarter_of_the_assessed_year() -> None:
    rows = [row[:5] for row in TABS["SPIP"].rows]
    assert rows == [(2026, q, area, "Ya", None) for q in (1, 2, 3, 4) for area in range(1, 7)]
    assert {row[0] for tab in template(2031) if tab.title == "SPIP" for row in tab.rows} == {2031}


def test_every_setting_has_its_key_and_its_meaning() -> None:
    tab = TABS["Pengaturan"]
    assert column(tab, "Kunci") == [spec.key for spec in SETTINGS]
    assert all(column(tab, "Keterangan"))
    assert column(tab, "Nilai")[:4] == [None, 2026, "WBK", 10]


def test_every_part_of_hasil_has_its_row() -> None:
    assert column(TABS["Hasil"], "Komponen") == [
        "Survei Persepsi Anti Korupsi (IPAK)",
        "Capaian kinerja lebih baik",
        "Survei Persepsi Kualitas Pelayanan (IPKP)",
    ]
    assert set(column(TABS["Hasil"], "Nilai")) == {None}


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_cells_of_dates_take_dates_and_cells_of_text_keep_what_is_typed(spec: TableSpec) -> None:
    tab = TABS[spec.tab]
    dated = {b.column for v in tab.validations if v.condition == AnyDate() for b in v.blocks}
    for at, each in enumerate(tab.columns):
        kinds = [known.kind for known in spec.columns if known.header == each.header]
        assert (at in dated) == (kinds == [Kind.DATE])
        assert (each.format is Format.DATE) == (kinds == [Kind.DATE])
    assert all(each.format is Format.TEXT for each in tab.columns if each.header.startswith("Kode"))


def offered_in(tab: TabPlan, at: int) -> dict[int, tuple[str, ...]]:
    """The list that each row of a column offers."""
    return {
        row: each.condition.options
        for each in tab.validations
        for block in each.blocks
        for row in range(block.first, block.last + 1)
        if block.column == at and isinstance(each.condition, OneOf)
    }


def test_answers_are_offered_by_the_type_of_each_question() -> None:
    tab = TABS["Indikator"]
    kinds, offered = column(tab, "Jenis jawaban"), offered_in(tab, 7)
    for row, kind in enumerate(kinds, start=2):
        assert offered.get(row, ()) == (() if kind == "%" else tuple(str(kind).split("/")))


def test_requirements_are_chosen_from_a_list() -> None:
    tab = TABS["Pengaturan"]
    chosen = {column(tab, "Kunci")[row - 2]: options for row, options in offered_in(tab, 1).items()}
    assert chosen == {spec.key: spec.choices for spec in SETTINGS if spec.choices}
    assert chosen["Syarat: SPTJM ditandatangani pimpinan unit"] == ("Ya", "Tidak")
    assert chosen["Syarat: Tingkat maturitas SPIP instansi"] == ("1", "2", "3", "4", "5")


def test_only_the_decline_of_something_bad_may_be_below_nothing() -> None:
    tab = TABS["Indikator"]
    from_zero = {
        row
        for each in tab.validations
        for block in each.blocks
        for row in range(block.first, block.last + 1)
        if block.column == 8 and each.condition == NumberFrom(0, is_whole=False)
    }
    codes = column(tab, "Kode")
    assert [codes[row - 2] for row in set(range(2, 112)) - from_zero] == ["A.II.3.iii.a"]


def test_cells_that_make_no_sense_are_muted() -> None:
    tab = TABS["Indikator"]
    muted = {(row, b.column) for b in tab.muted for row in range(b.first, b.last + 1)}
    for row, kind in enumerate(column(tab, "Jenis jawaban"), start=2):
        assert {at for at in (7, 8, 9) if (row, at) in muted} == ({7} if kind == "%" else {8, 9})


@pytest.mark.parametrize(
    ("title", "group"),
    [("Data Dukung", statuses_explained.EVIDENCE), ("Monev", statuses_explained.FOLLOW_UP)],
)
def test_statuses_are_offered_and_coloured_but_not_the_unrecognised(
    title: str, group: statuses_explained.StatusGroup
) -> None:
    tab = TABS[title]
    known = [each.name for each in group.statuses if each.name != "Tidak dikenali"]
    at = [each.header for each in tab.columns].index("Status")
    offered = [v.condition for v in tab.validations if v.blocks[0].column == at]
    assert offered == [OneOf(tuple(known))]
    assert [each.text for each in tab.tints if each.block.column == at] == known


def test_colours_are_those_of_the_screen() -> None:
    assert {state: FILL[state] for state in STATE_COLOURS} == dict(STATE_COLOURS)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_text_reads_on_every_colour() -> None:
    for colour in STATE_COLOURS.values():
        assert contrast(tint(colour), TEXT) > 2 * READABLE
    for fill in (HEADER, HEADER_OF_INFORMATION):
        assert contrast(fill, text_on(fill)) > READABLE


def test_tints_of_statuses_differ() -> None:
    for tab in TABS.values():
        shown = [each.fill for each in tab.tints]
        assert len(set(shown)) == len(shown)


def test_neighbouring_rows_make_one_block() -> None:
    assert blocks(3, [5, 2, 3, 9]) == (Block(3, 2, 3), Block(3, 5, 5), Block(3, 9, 9))
    assert blocks(3, []) == ()


def test_block_beyond_the_26th_column_has_two_letters() -> None:
    assert a1(Block(26, 2, 111)) == "AA2:AA111"
    assert a1(Block(1, 2, 111), is_absolute=True) == "$B$2:$B$111"
