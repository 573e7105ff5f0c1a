"""Filters stand in the address: they survive a change of page, and a link repeats the view."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.screen import (
    Tab,
    choose,
    expect_grid_rows,
    fresh_tab,
    go_to,
    grid_rows,
    heading,
    overflow,
    settled,
)
from zi_metrics.labels import figures as label
from zi_metrics.labels import screen
from zi_metrics.labels.numbers import long_date
from zi_metrics.lke import Aspect
from zi_metrics.metrics.summary import figures, items_of
from zi_metrics.sources.resolve import open_source

pytestmark = pytest.mark.browser

AREA_NO, AREA = 2, "Tatalaksana"


def documents_of_area() -> int:
    """Documents of the area in the newest sample, of both aspects."""
    evidence = items_of(open_source("contoh").newest()).evidence
    return int((evidence["area_no"] == AREA_NO).sum())


def chosen_areas(page: Page) -> list[str]:
    filters = page.locator("[data-testid=stMultiSelect]").first
    return filters.locator("[data-testid=stMultiSelectTagsContainer] [role=row]").all_inner_texts()


def weighted_on(day: date) -> str:
    """The unit's weighted completeness as every page writes it."""
    items = items_of(open_source("contoh").newest(day)).of_aspect(Aspect.FULFILMENT)
    return label.points(figures(items).completeness.weighted)


def test_area_chosen_on_monev_is_chosen_on_data_dukung_too(chromium: Browser, tab: Tab) -> None:
    page = tab.open("monev")
    choose(page, screen.FILTER_AREA, AREA)
    expect(page).to_have_url(re.compile(rf"/monev\?area={AREA}$"))
    go_to(page, screen.DATA_DUKUNG)
    expect_grid_rows(page, documents_of_area())
    expect(page).to_have_url(re.compile(rf"/data-dukung\?area={AREA}$"))
    assert AREA in page.locator("[data-testid=stMultiSelect]").first.inner_text()
    with fresh_tab(chromium, tab.address) as other:
        other.page.goto(page.url)
        settled(other.page)
        assert grid_rows(other.page) == documents_of_area()
        assert AREA in other.page.locator("[data-testid=stMultiSelect]").first.inner_text()


def test_filter_set_by_an_address_is_taken_to_the_next_page(tab: Tab) -> None:
    page = tab.open("monev", area=AREA)
    go_to(page, screen.DATA_DUKUNG)
    expect_grid_rows(page, documents_of_area())
    assert AREA in page.locator("[data-testid=stMultiSelect]").first.inner_text()
    go_to(page, screen.MONEV)
    expect(page).to_have_url(re.compile(rf"/monev\?area={AREA}$"))


def test_search_narrows_the_rows_and_stands_in_the_address(tab: Tab) -> None:
    page = tab.open("data-dukung")
    every = grid_rows(page)
    search = page.get_by_label(screen.FILTER_SEARCH, exact=True)
    search.fill("pos pengaduan")
    search.press("Enter")
    expect(page.locator(".zi-lead")).to_contain_text(f"dari {every} dokumen")
    settled(page)
    titles = page.locator("td[role=gridcell]").all_inner_texts()
    assert 0 < grid_rows(page) < every
    assert "pengaduan" in " ".join(titles).casefold()
    assert "cari=pos" in page.url


def test_filter_that_nothing_matches_says_so(tab: Tab) -> None:
    page = tab.open("data-dukung", cari="zzz-tidak-ada")
    assert page.locator(".zi-empty").inner_text() == screen.EMPTY_FILTER
    assert page.locator("[data-testid=stDataFrame], .zi-alert").count() == 0


@pytest.mark.parametrize("slug", ["", "manajemen-perubahan", "monev", "spip", "data-dukung"])
def test_hostile_address_does_no_harm(tab: Tab, slug: str) -> None:
    page = tab.open(
        slug,
        area="<script>alert(1)</script>",
        per="xx",
        sumber="../../etc",
        indikator="<img src=x onerror=alert(1)>",
        status="__proto__",
        periode="'; DROP TABLE",
        tahun="1e999",
        terlambat="mungkin",
        cari="a" * 20_000,
    )
    assert page.locator(".zi-alert, [data-testid=stException]").count() == 0
    assert "Data contoh" in page.locator(".zi-status").inner_text()
    assert page.locator("[data-testid=stMain] img").count() == 0
    assert (tab.dialogs, tab.complaints, tab.foreign_requests) == ([], [], [])
    assert overflow(page) == []


def test_address_with_options_of_another_day_falls_back_to_all(tab: Tab) -> None:
    page = tab.open("monev", periode_monev="Semester II 1999", area="Area 99")
    every = items_of(open_source("contoh").newest()).follow_ups
    assert grid_rows(page) == len(every)


def test_date_switches_the_figures(tab: Tab) -> None:
    dates = open_source("contoh").dates
    page = tab.open("", per=long_date(date(2025, 9, 30)))
    assert weighted_on(date(2025, 9, 30)) in page.locator(".zi-lead").first.inner_text()
    assert "Keadaan per 30 September 2025" in page.locator(".zi-status").inner_text()
    choose(page, screen.FILTER_DATE, long_date(dates[-1]))
    expect(page.locator(".zi-lead").first).to_contain_text(weighted_on(dates[-1]))
    assert weighted_on(dates[-1]) != weighted_on(date(2025, 9, 30))


def test_source_chosen_on_one_page_stays_on_the_next(tab: Tab) -> None:
    page = tab.open("tentang")
    choose(page, screen.FILTER_SOURCE, "situs")
    expect(page.locator(".zi-status")).to_contain_text("Daftar di situs unit")
    go_to(page, screen.MONEV)
    expect(page.locator("h1")).to_have_text("Monev dan tindak lanjut")
    settled(page)
    assert page.locator(".zi-empty").inner_text() == screen.EMPTY_MONEV
    assert page.url.endswith("sumber=situs")


def test_link_of_a_gap_opens_its_indicator_and_keeps_the_source(tab: Tab) -> None:
    page = tab.open("", sumber="situs")
    link = page.locator("table a").first
    code = link.inner_text().split()[0]
    link.click()
    expect(page.locator(".zi-asked")).to_be_visible(timeout=30_000)
    settled(page)
    assert heading(page) != screen.RINGKASAN
    assert f"indikator={code}" in page.url
    assert "sumber=situs" in page.url


def test_csv_of_data_dukung_holds_the_rows_shown(tab: Tab, tmp_path: Path) -> None:
    page = tab.open("data-dukung", area=AREA)
    with page.expect_download() as downloaded:
        page.get_by_role("button", name=screen.DOWNLOAD).click()
    path = tmp_path / downloaded.value.suggested_filename
    downloaded.value.save_as(path)
    assert path.name.startswith("zi-contoh-")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) == grid_rows(page) == documents_of_area()
    assert {row["Area"] for row in rows} == {f"{AREA_NO}. {AREA}"}
    assert all("Data contoh" in row["Sumber"] for row in rows)
    first = page.get_by_test_id("glide-cell-0-0").inner_text()
    assert rows[0]["Data dukung"] == first


def test_list_offers_no_download_without_its_stamp(tab: Tab) -> None:
    page = tab.open("data-dukung")
    page.locator("[data-testid=stDataFrame]").hover()
    expect(page.get_by_role("button", name="Download as CSV")).to_have_count(0)
