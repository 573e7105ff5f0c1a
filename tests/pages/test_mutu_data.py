"""Mutu Data: what is wrong, cell by cell, with what mending it would change."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import pages
from tests.golden.wild import wild_workbook
from tests.pages.altered import HOSTILE, folder_of, sample_folder, with_cell
from tests.pages.altered import rewrite as rewritten
from tests.pages.conftest import EMPTY, RUNS_WITHIN_SECONDS, UNREADABLE, Shown, drawn_on
from tests.pages.shown import BY_SLUG, said
from zi_metrics.labels import quality, screen
from zi_metrics.labels.numbers import NBSP
from zi_metrics.metrics.data_quality import findings
from zi_metrics.sources.resolve import open_source

PAGE = BY_SLUG["mutu-data"]
FRAME = Path(pages.__file__).parent / "_frame" / "main.py"

Read = Callable[..., AppTest]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    """Draws the page on a source of the test's own, with filters from the address."""

    def drawn(source: Path, **query: str) -> AppTest:
        return drawn_on(PAGE, source, monkeypatch, **query)

    return drawn


@pytest.fixture(scope="module")
def wild(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("liar") / "liar.xlsx"
    wild_workbook().save(path)
    return path


def tables(page: AppTest) -> list[str]:
    return [each.proto.body for each in page.get("html") if "<table" in each.proto.body]


def rows(html: str) -> int:
    return html.count("<tr>") - 1


def headings(page: AppTest) -> list[str]:
    return [each.value for each in page.header]


def boxes(page: AppTest) -> list[str]:
    return [each.label for each in page.get("expander")]


@pytest.mark.parametrize("source", ["contoh"], indirect=True)
def test_sample_says_its_one_galat_and_what_mending_it_would_change(shown: Shown) -> None:
    page = shown(PAGE)
    assert said(page).startswith("Per 20 Januari 2026 ada 1 galat. ")
    assert headings(page) == [quality.TABS_READ, "Galat (1)", "Saran (45)"]
    assert "Status “sudah ada tapi blm ttd” tidak dikenali." in said(page)
    assert f"56{NBSP}% → 56{NBSP}%" in tables(page)[1]
    assert "kelengkapan berbobot Manajemen SDM" in said(page)


@pytest.mark.parametrize("source", ["situs"], indirect=True)
def test_clean_data_says_so_and_its_advice_stays_closed(shown: Shown) -> None:
    page = shown(PAGE)
    assert said(page).startswith("Per 22 November 2026 datanya bersih: tidak ada galat dan")
    assert "Dokumen lengkap tanpa tautan (303)" in boxes(page)
    assert not any(each.proto.expanded for each in page.get("expander"))
    assert "Dan 283 lainnya; semuanya ada di berkas CSV" in said(page)


@pytest.mark.parametrize("source", [EMPTY], indirect=True)
def test_data_without_rows_is_not_called_clean(shown: Shown) -> None:
    told = said(shown(PAGE))
    assert "belum ada satu baris pun, jadi belum ada yang diperiksa." in told
    assert "bersih" not in told
    assert quality.NOTHING_FOUND in told


@pytest.mark.parametrize("source", [UNREADABLE], indirect=True)
def test_table_that_cannot_be_read_is_said_first(shown: Shown) -> None:
    page = shown(PAGE)
    assert "Tabel Data Dukung tidak dapat dibaca" in said(page)
    assert quality.NOT_READABLE in tables(page)[0]


def test_every_galat_and_warning_of_a_workbook_is_a_row(read: Read, wild: Path) -> None:
    page = read(wild)
    found = findings(open_source(str(wild)).newest())
    numbers = [sum(each.severity == name for each in found) for name in ("galat", "peringatan")]
    assert [rows(table) for table in tables(page)[1:]] == numbers
    assert headings(page)[1:3] == [f"Galat ({numbers[0]})", f"Peringatan ({numbers[1]})"]
    for each in found:
        if each.severity != "saran":
            assert " ".join(each.problem.read.split()) in said(page)


def test_filters_of_the_address_choose_tab_and_severity(read: Read, wild: Path) -> None:
    page = read(wild, tab="LKE", tingkat="Galat")
    assert headings(page) == [quality.TABS_READ, "Galat (1)"]
    assert "Kode indikator “A.I.9.z”" in tables(page)[1]
    assert [each.value for each in page.multiselect] == [["LKE"], ["Galat"]]


def test_numbers_of_a_tab_lead_to_its_findings(read: Read, wild: Path) -> None:
    links = re.findall(r'href="([^"]+)"[^>]*>(\d+)</a>', tables(read(wild))[0])
    assert ("./mutu-data?tab=LKE&amp;tingkat=Galat", "1") in links
    assert ("./mutu-data?tab=Data+Dukung+I-II&amp;tingkat=Galat", "8") in links


def test_filter_without_findings_says_so(read: Read, wild: Path) -> None:
    assert screen.EMPTY_FILTER in said(read(wild, tab="Hasil", tingkat="Galat"))


def test_no_more_than_two_hundred_rows_are_drawn_and_the_rest_is_said(
    read: Read, tmp_path: Path
) -> None:
    folder = sample_folder(tmp_path)
    cells = pd.read_parquet(next(folder.glob("evidence-*.parquet")))

    def wrong(table: object) -> object:
        for row in range(1, len(cells) + 1):
            table = with_cell("status", row, f"entah {row}")(table)  # type: ignore[arg-type]  # a table of any cells
        return with_cell("due_on", 1, "besok")(table)  # type: ignore[arg-type]  # a table of any cells

    rewritten(folder, "evidence", wrong)  # type: ignore[arg-type]  # a table of any cells
    page = read(folder)
    assert [rows(table) for table in tables(page)[1:]] == [200]
    errors = [each for each in findings(open_source(str(folder)).newest()) if each.effect]
    assert len(errors) >= len(cells)
    assert f"Galat ({len(errors)})" in headings(page)
    assert f"Dan {len(errors) - 200} lainnya; semuanya ada di berkas CSV" in said(page)
    assert "Peringatan (1)" in headings(page)
    assert "Tidak ditampilkan di sini; semuanya ada di berkas CSV" in said(page)


def test_hostile_cells_are_text(read: Read, tmp_path: Path) -> None:
    page = read(folder_of(tmp_path, HOSTILE))
    bodies = "".join(each.proto.body for each in page.get("html"))
    assert "<img" not in bodies
    assert "<script" not in bodies
    assert 'href="javascript' not in bodies
    assert "&lt;img src=x" in bodies


@pytest.mark.parametrize("source", ["contoh"], indirect=True)
def test_popover_of_every_page_leads_here(source: str) -> None:
    frame = AppTest.from_file(FRAME, default_timeout=RUNS_WITHIN_SECONDS).run()
    assert quality.SEE_ALL in said(frame)


def test_link_to_this_page_keeps_source_and_date() -> None:
    frame = AppTest.from_file(FRAME, default_timeout=RUNS_WITHIN_SECONDS)
    frame.query_params.update({"sumber": "contoh", "per": "20 Januari 2026"})
    frame.run()
    bodies = "".join(each.proto.body for each in frame.get("html"))
    assert './mutu-data?sumber=contoh&amp;per=20+Januari+2026"' in bodies
