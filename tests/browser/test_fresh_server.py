"""The very first visitor sees the page that was asked for, in its frame."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from pages import ENTRIES, PageEntry
from tests.browser.screen import Tab, fresh_tab, go_to, heading, settled
from tests.browser.server import serving

pytestmark = pytest.mark.browser

ON_A_NEW_SERVER = ("", "pengawasan", "data-dukung")
ELSEWHERE = (*ON_A_NEW_SERVER, "rapat")
"""The deck covers its frame: see `test_rapat.py`."""
EVERY_DAY = ("manajemen-perubahan", "kesiapan", "tentang")


def address_of(entry: PageEntry) -> str:
    return "" if entry is ENTRIES[0] else entry.slug


def assert_in_its_frame(tab: Tab, entry: PageEntry) -> None:
    page = tab.page
    assert heading(page) == entry.heading
    assert page.url.split("?")[0] == f"{tab.address}/{address_of(entry)}"
    expect(page.locator("[data-testid=stTopNav]")).to_be_visible()
    expect(page.locator(".zi-status")).to_be_visible()
    assert page.locator(".zi-alert:visible, [data-testid=stException]").count() == 0
    assert tab.complaints == []


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(entry, marks=pytest.mark.slow if entry.slug == "data-dukung" else ())
        for entry in ENTRIES
        if address_of(entry) in ON_A_NEW_SERVER
    ],
)
def test_first_visit_to_a_new_server_shows_the_page(
    chromium: Browser, tmp_path: Path, entry: PageEntry
) -> None:
    with (
        serving(None, tmp_path / "log.txt") as address,
        fresh_tab(chromium, address) as tab,
    ):
        tab.open(address_of(entry))
        assert_in_its_frame(tab, entry)


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(entry, marks=() if entry.slug in EVERY_DAY else pytest.mark.slow)
        for entry in ENTRIES
        if address_of(entry) not in ELSEWHERE
    ],
)
def test_first_visit_of_a_new_visitor_shows_the_page(tab: Tab, entry: PageEntry) -> None:
    tab.open(address_of(entry))
    assert_in_its_frame(tab, entry)


@pytest.mark.parametrize("slug", ["salah", "%3Cimg%20src=x%20onerror=alert(1)%3E"])
def test_unknown_address_still_shows_a_usable_page(tab: Tab, slug: str) -> None:
    page = tab.open(slug)
    assert heading(page) == ENTRIES[0].heading
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    go_to(page, "Monev")
    expect(page.locator("h1")).to_have_text("Monev dan tindak lanjut")
    settled(page)
    assert page.locator(".zi-alert, [data-testid=stException]").count() == 0
    assert tab.dialogs == []
