"""Faults of the data are told in Indonesian, with table, row or file and remedy; the rest shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Serve
from tests.browser.screen import CHART, fresh_tab, heading
from tests.pages.altered import damage, rewrite, sample_folder, with_cell, without
from zi_metrics.labels import screen

pytestmark = pytest.mark.browser


def missing_column(root: Path) -> tuple[Path, list[str]]:
    folder = sample_folder(root)
    rewrite(folder, "evidence", without("status"))
    return folder, [
        "Tabel Data Dukung: Kolom wajib “Status” (status) tidak ada.",
        "Tambahkan kembali kolom “Status”.",
    ]


def wrong_cells(root: Path) -> tuple[Path, list[str]]:
    folder = sample_folder(root)
    rewrite(folder, "evidence", with_cell("due_on", 5, "besok"))
    rewrite(folder, "evidence", with_cell("code", 7, "A.I.9.z"))
    return folder, [
        "Tabel Data Dukung, baris 5: Kolom “Tenggat” berisi “besok”, bukan tanggal.",
        "Isi dengan tanggal yang benar.",
        "Tabel Data Dukung, baris 7: Kode indikator “A.I.9.z” tidak ada dalam daftar resmi.",
        "Perbaiki kodenya menurut tab Indikator",
    ]


def damaged_file(root: Path) -> tuple[Path, list[str]]:
    folder = sample_folder(root)
    file = damage(folder, "evidence")
    return folder, [
        f"Potret {folder.name}, tabel Data Dukung: Berkas “{file}” rusak",
        "Pulihkan berkasnya dari cadangan, atau pakai potret lain.",
    ]


def damaged_newest(root: Path) -> tuple[Path, list[str]]:
    folder = sample_folder(root, newest=2)
    file = damage(folder, "evidence")
    return root, [
        f"Potret {folder.name}: Berkas “{file}” rusak",
        "Potret ini dilewati; yang dipakai potret utuh sebelumnya.",
        "Pulihkan dari cadangan, atau hapus foldernya.",
    ]


Alter = Callable[[Path], tuple[Path, list[str]]]
READABLE = {
    "wrong cells": (wrong_cells, True),
    "damaged newest": (damaged_newest, True),
    "missing column": (missing_column, False),
    "damaged file": (damaged_file, False),
}


def open_problems(page: Page) -> str:
    """What the list of problems says, in one line."""
    page.locator("[data-testid=stPopoverButton]", has_text="masalah data").click()
    return " ".join(page.locator("[data-testid=stPopoverBody] li").all_inner_texts())


@pytest.mark.parametrize(
    ("alter", "has_evidence"),
    [
        pytest.param(*each, id=name, marks=pytest.mark.slow if name.startswith("damaged") else ())
        for name, each in READABLE.items()
    ],
)
def test_fault_is_told_and_the_rest_still_shows(
    chromium: Browser, serve: Serve, tmp_path: Path, alter: Alter, has_evidence: bool
) -> None:
    source, sentences = alter(tmp_path)
    with fresh_tab(chromium, serve(source)) as tab:
        assert_summary(tab.open(""), has_evidence)
        told = open_problems(tab.page)
        assert [sentence for sentence in sentences if sentence not in told] == []
        assert_documents(tab.open("data-dukung"), has_evidence)
        page = tab.open("monev")
        assert page.locator(CHART).count() == 3
        page = tab.open("spip")
        assert page.locator(".zi-matrix tbody tr").count() == 6
        assert page.locator("[data-testid=stException]").count() == 0
        alerts = page.locator(".zi-alert").all_inner_texts()
        assert [alert for alert in alerts if "Potret ini dilewati" not in alert] == []
        assert len(alerts) == (alter is damaged_newest)
        assert tab.complaints == []


def assert_summary(page: Page, has_evidence: bool) -> None:
    weighted, indicators, follow_up, spip = page.locator(
        "[data-testid=stMetricValue]"
    ).all_inner_texts()
    assert "%" in follow_up
    assert "%" in spip
    assert ("%" in weighted, "%" in indicators) == (has_evidence, has_evidence)
    if not has_evidence:
        said = page.locator("[data-testid=stMain]").inner_text()
        assert screen.UNREADABLE_EVIDENCE in said
        # nothing is known: neither 0 % nor '0 indikator belum punya data dukung'
        assert "0 indikator" not in said
        assert "kelengkapan berbobot 0" not in said.casefold()
        assert "belum ada indikator" not in said


def assert_documents(page: Page, has_evidence: bool) -> None:
    if has_evidence:
        assert page.locator("[data-testid=stDataFrame]").count() == 1
    else:
        assert page.locator(".zi-empty").inner_text() == screen.UNREADABLE_EVIDENCE


def test_page_of_an_area_without_readable_evidence_shows_monev_and_spip(
    chromium: Browser, serve: Serve, tmp_path: Path
) -> None:
    source, _ = missing_column(tmp_path)
    with fresh_tab(chromium, serve(source)) as tab:
        page = tab.open("pengawasan")
        assert page.locator(".zi-empty").all_inner_texts() == [screen.UNREADABLE_EVIDENCE]
        assert page.locator(".zi-matrix tbody tr").count() == 1
        assert page.locator("table", has_text="Rekomendasi").count() == 1


def not_there(root: Path) -> tuple[Path, list[str]]:
    return root / "tidak-ada", [
        "Sumber data",
        f"“{root / 'tidak-ada'}” tidak dikenal",
        "contoh, situs, potret, sheet, folder potret, atau berkas .xlsx",
    ]


def empty_store(root: Path) -> tuple[Path, list[str]]:
    return root, ["Folder potret", "Belum ada potret.", "impan potret terlebih dahulu"]


def broken_manifest(root: Path) -> tuple[Path, list[str]]:
    folder = sample_folder(root)
    (folder / "manifest.json").write_text("{", "utf-8")
    return folder, [f"Potret {folder.name}", "“manifest.json” rusak", "Pulihkan"]


@pytest.mark.parametrize(
    "alter",
    [
        broken_manifest,
        pytest.param(not_there, marks=pytest.mark.slow),
        pytest.param(empty_store, marks=pytest.mark.slow),
    ],
)
def test_source_that_cannot_be_opened_says_why_on_every_page(
    chromium: Browser, serve: Serve, tmp_path: Path, alter: Alter
) -> None:
    source, sentences = alter(tmp_path)
    with fresh_tab(chromium, serve(source)) as tab:
        for slug, title in (("", "Ringkasan"), ("spip", "Laporan triwulanan SPIP")):
            page = tab.open(slug)
            assert heading(page) == title
            told = page.locator(".zi-alert").inner_text()
            assert [sentence for sentence in sentences if sentence not in told] == []
            assert page.locator("[data-testid=stTopNavLink]").count() > 1
            assert page.locator("[data-testid=stException], [data-testid=stMetric]").count() == 0
        assert tab.complaints == []


def test_tentang_shows_without_any_data(chromium: Browser, serve: Serve, tmp_path: Path) -> None:
    with fresh_tab(chromium, serve(tmp_path / "tidak-ada")) as tab:
        page = tab.open("tentang")
        assert page.get_by_role("tab").count() == 5
