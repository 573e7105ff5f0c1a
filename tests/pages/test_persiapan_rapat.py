"""Persiapan rapat: what is ready, what is handed out, and the way to the deck."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.metrics.builders import document, unit
from tests.pages.conftest import EMPTY, RUNS_WITHIN_SECONDS, UNREADABLE, Shown
from tests.pages.shown import BY_SLUG, said
from tests.report.meetings import shipped, small
from tests.report.worksheets import answered
from zi_metrics.labels import pack as pack_text
from zi_metrics.labels import preparation as text
from zi_metrics.names import Names
from zi_metrics.report.memo import memos
from zi_metrics.report.preparation import Reading, checks
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.columns import INDICATORS, RESULTS
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.setting_spec import ENTRY
from zi_metrics.tables.unit_settings import SETTINGS

PAGE = BY_SLUG["persiapan-rapat"]
NOW = Reading("30 Jun 2025 09.00 WIB", "baru saja", is_current=True)
NO_PROBLEMS = dict.fromkeys(Severity, 0)
ON_SAMPLE = pytest.mark.parametrize("source", ["contoh"], indirect=True)
ON_SITE = pytest.mark.parametrize("source", ["situs"], indirect=True)


def draw() -> None:
    from pages import persiapan_rapat

    persiapan_rapat.render()


def html(page: AppTest) -> str:
    return " ".join(each.proto.body for each in page.get("html"))


@ON_SAMPLE
def test_page_opens_with_the_day_and_what_is_ready(shown: Shown) -> None:
    page = shown(PAGE)
    assert not page.exception
    assert said(page).startswith("Rapat 22 Januari 2026: 7 dari 10 hal sudah siap.")
    assert "1 galat" in said(page)
    assert "./mutu-data?" in html(page)


@ON_SITE
def test_what_is_missing_is_asked_for_by_the_name_of_its_setting(shown: Shown) -> None:
    told = said(shown(PAGE))
    for setting in ("Unit", "Tanggal rapat", "Target kelengkapan"):
        assert f"Isi “{setting}” di tab Pengaturan." in told
    assert "5 didaftar di Pengaturan, 0 ditemukan pada PIC" in told


@ON_SAMPLE
def test_files_are_offered_with_the_names_of_the_pack(shown: Shown) -> None:
    buttons = {
        each.proto.id.rpartition("-")[2]: each.proto for each in shown(PAGE).get("download_button")
    }
    labels = [each.label for each in buttons.values()]
    assert labels == [text.DOWNLOAD_PACK, *text.KINDS.values(), text.DOWNLOAD_MINUTES]


@ON_SAMPLE
def test_memo_chosen_is_the_one_to_copy(shown: Shown) -> None:
    page = shown(PAGE)
    told = memos(shipped("contoh"))
    assert page.selectbox(key="memo").options == [memo.title for memo in told]
    assert page.code[0].value == told[0].text.strip()
    page.selectbox(key="memo").set_value(told[5].file_part).run()
    assert page.code[0].value == told[5].text.strip()
    assert page.code[0].language == "plaintext"


@ON_SAMPLE
def test_every_slide_has_a_link(shown: Shown) -> None:
    numbers = [int(found) for found in re.findall(r"rapat\?[^\"]*slide=(\d+)", html(shown(PAGE)))]
    assert numbers == list(range(1, 17))


@ON_SITE
def test_switch_puts_names_into_address_pack_and_links(source: str) -> None:
    page = AppTest.from_function(draw, default_timeout=RUNS_WITHIN_SECONDS).run()
    assert pack_text.NAMES_HIDDEN in said(page)
    page.toggle(key="tampilkan-nama").set_value(True).run()
    assert page.query_params["nama"] == "tampil"
    assert pack_text.NAMES_SHOWN in said(page)
    assert "nama tampil" in page.code[0].value
    assert "nama=tampil" in html(page)
    page.toggle(key="tampilkan-nama").set_value(False).run()
    assert "nama" not in page.query_params
    assert "nama disamarkan" in page.code[0].value
    assert "nama=" not in html(page)


def test_memo_of_a_name_that_is_hidden_again_gives_way_to_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = document("A.I.1.i.a", "Belum", pic="Rina Dewi")
    SnapshotStore(tmp_path).write(unit(documents=[row]))
    monkeypatch.setenv("ZI_SUMBER", str(tmp_path))
    page = AppTest.from_function(draw, default_timeout=RUNS_WITHIN_SECONDS)
    page.query_params["nama"] = "tampil"
    page.run()
    page.selectbox(key="memo").set_value("pic-rina-dewi").run()
    assert "PIC: Rina Dewi" in page.code[0].value
    page.toggle(key="tampilkan-nama").set_value(False).run()
    assert not page.exception
    assert "Rina" not in page.code[0].value
    assert "Rina" not in said(page)


@pytest.mark.parametrize("source", [EMPTY, UNREADABLE], indirect=True)
def test_page_runs_where_there_is_little_to_hand_out(shown: Shown) -> None:
    page = shown(PAGE)
    assert not page.exception
    assert text.DOWNLOAD_PACK in [each.proto.label for each in page.get("download_button")]


def test_ready_is_what_leaves_nothing_to_do() -> None:
    settings = {
        "Unit": "Balai Uji",
        "Tanggal rapat": "2025-07-02",
        "Tanggal rapat lalu": "2025-04-02",
        "Target kelengkapan": "90%",
        "Tanggal target": "2025-12-31",
    }
    entered = {spec.key: spec.choices[-1] for spec in SETTINGS if spec.name.startswith(ENTRY)}
    read = answered(settings=settings | entered)
    before = unit(as_of=date(2025, 3, 31))
    listed = checks(small(read, before), Names(), NO_PROBLEMS, NOW)
    assert [check.is_ready for check in listed] == [True] * len(listed)
    assert listed[1].found == "2 Juli 2025 (2 hari lagi dari keadaan data)"
    assert listed[2].found == "potret 31 Maret 2025 (rapat 2 April 2025)"
    assert listed[3].found == "90\u00a0% pada 31 Desember 2025, menuju WBK"


@pytest.mark.parametrize(
    ("settings", "place", "remedy"),
    [
        ({"Tanggal rapat": "2025-06-29"}, 1, "Isi tanggal rapat berikutnya di tab Pengaturan."),
        ({}, 2, text.keep_a_snapshot()),
        ({"Target kelengkapan": "90%"}, 3, "Isi “Tanggal target” di tab Pengaturan."),
    ],
)
def test_what_is_not_ready_says_what_to_do(
    settings: dict[str, str], place: int, remedy: str
) -> None:
    listed = checks(small(unit(settings=settings)), Names(), NO_PROBLEMS, NOW)
    assert listed[place].remedy == remedy


def test_faults_and_a_sheet_that_cannot_be_read_are_not_ready() -> None:
    faults = {Severity.ERROR: 2, Severity.WARNING: 1, Severity.ADVICE: 9}
    stale = Reading("30 Jun 2025 09.00 WIB", "2 jam lalu", is_current=False)
    told = {each.name: each for each in checks(small(unit()), Names(), faults, stale)}
    assert told[text.PROBLEMS].found == "2 galat dan 1 peringatan"
    assert not told[text.PROBLEMS].is_ready
    assert told[text.AGE].remedy == text.read_again()


def test_what_the_readiness_rests_on_is_checked() -> None:
    cells = {"A.I.1.i.a": {"answer": None}, "A.I.1.i.b": {"answer": "entah"}}
    results = {"IPAK": "3,6", "Capaian kinerja": "A"}
    read = answered(cells, results=results, settings={"SPTJM": "Ya", "TLHP": "Tidak"})
    told = {each.name: each for each in checks(small(read), Names(), NO_PROBLEMS, NOW)}
    assert told[text.ANSWERS].found == "108 dari 110 terjawab, 1 bermasalah"
    assert told[text.ANSWERS].remedy.startswith("Perbaiki jawabannya di tab Indikator")
    assert told[text.RESULTS].found == "2 dari 3 terisi"
    assert told[text.RESULTS].remedy == "Isi IPKP di tab Hasil."
    assert told[text.ENTRY].found == "2 dari 10 terisi"
    assert "tab Pengaturan" in told[text.ENTRY].remedy
    lost = frozenset({INDICATORS.name, RESULTS.name})
    told = {
        each.name: each
        for each in checks(small(replace(read, unreadable=lost)), Names(), NO_PROBLEMS, NOW)
    }
    for name, tab in ((text.ANSWERS, "Indikator"), (text.RESULTS, "Hasil")):
        assert (told[name].found, told[name].remedy) == (
            "tidak dapat dibaca",
            f"Pulihkan tab {tab}.",
        )
