"""Every page and every slide for those who cannot see them, in both modes: axe and structure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from pages import ENTRIES, PageEntry
from tests.browser.axe import EXEMPT, findings
from tests.browser.deck import open_deck, shows_slide, total
from tests.browser.screen import DRAWN_WITHIN_MS, LAPTOP, Tab, fresh_tab, go_to, settled
from tests.browser.structure import charts, ill_built, open_everything
from zi_metrics.labels import screen

pytestmark = pytest.mark.browser

MODES = ("light", "dark")
FRAMED = [entry for entry in ENTRIES if entry.slug != "rapat"]
CHARTS = {
    "ringkasan": 2,
    **{entry.slug: 1 for entry in ENTRIES if entry.area_no},
    "monev": 3,
    "spip": 1,
    "kesiapan": 1,
    "reform": 1,
    "perubahan": 1,
}
IN_BRIEF = (1, 2, 7, 11)
"""Slides of every sort: the cover, bars and headlines, a list, the matrix."""

Visit = Callable[[PageEntry, str], Page]


@pytest.fixture(scope="module")
def visit(chromium: Browser, dashboard: str) -> Iterator[Visit]:
    """Leads to a page in a mode: one visitor for each, who follows the navigation."""
    known: dict[str, tuple[Tab, Iterator[Tab]]] = {}

    def to(entry: PageEntry, mode: str) -> Page:
        if mode not in known:
            opened = fresh_tab(chromium, dashboard, LAPTOP, mode)
            known[mode] = (opened.__enter__(), opened)
            known[mode][0].open(entry.slug if entry is not ENTRIES[0] else "")
        page = known[mode][0].page
        go_to(page, entry.title)
        expect(page.locator("h1")).to_have_text(entry.heading, timeout=DRAWN_WITHIN_MS)
        settled(page)
        return page

    yield to
    for _, opened in known.values():
        opened.__exit__(None, None, None)


@pytest.mark.parametrize(
    ("entry", "mode"),
    [
        pytest.param(entry, mode, marks=pytest.mark.slow if mode == "dark" else ())
        for mode in MODES
        for entry in FRAMED
    ],
    ids=lambda each: each.slug if isinstance(each, PageEntry) else each,
)
def test_page_is_found_without_fault_with_everything_on_it_open(
    visit: Visit, entry: PageEntry, mode: str
) -> None:
    page = visit(entry, mode)
    assert page.title() == screen.page_title(entry.title)
    open_everything(page)
    assert findings(page, entry.slug) == []
    assert ill_built(page) == []
    drawn = charts(page)
    assert len(drawn) == CHARTS.get(entry.slug, 0)
    for chart in drawn:
        assert chart["name"] == chart["sentence"], chart["title"]
        assert chart["opener"] == chart["caption"] == f"{screen.SHOW_TABLE}: {chart['title']}"
        assert chart["table"]


@pytest.mark.parametrize(
    ("mode", "numbers"),
    [
        ("light", IN_BRIEF),
        pytest.param("light", None, marks=pytest.mark.slow),
        pytest.param("dark", None, marks=pytest.mark.slow),
    ],
)
def test_every_slide_is_found_without_fault(
    chromium: Browser, dashboard: str, mode: str, numbers: tuple[int, ...] | None
) -> None:
    with fresh_tab(chromium, dashboard, LAPTOP, mode) as tab:
        page = open_deck(tab)
        for number in range(1, total(page) + 1):
            shows_slide(page, number)
            if numbers is None or number in numbers:
                assert findings(page, "rapat") == [], f"slide {number}"
                assert page.locator("h1:visible").count() == 1
            page.keyboard.press("ArrowRight")


@pytest.mark.parametrize(
    "mode", [pytest.param("light", marks=pytest.mark.slow), "dark"]
)  # what is chosen in a list stands on the accent, which is light in the dark
def test_what_opens_on_a_page_is_found_without_fault(
    chromium: Browser, dashboard: str, mode: str
) -> None:
    with fresh_tab(chromium, dashboard, LAPTOP, mode) as tab:
        assert_all_that_opens(tab.open("monev", area="Tatalaksana"))


def assert_all_that_opens(page: Page) -> None:
    page.get_by_role("button", name=re.compile("masalah data")).click()
    expect(page.get_by_test_id("stPopoverBody")).to_be_visible()
    assert findings(page, "problems of the data") == []
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name=screen.FILTER_STATUS).click()
    expect(page.get_by_role("option").first).to_be_visible()
    assert findings(page, "a list") == []
    page.keyboard.press("Escape")
    page.locator("[data-testid=stTopNavSection]").first.click()
    expect(page.get_by_test_id("stTopNavDropdownLink").last).to_be_visible()
    assert findings(page, "a menu") == []


def test_exempted_findings_have_their_reason() -> None:
    met = {entry.slug for entry in ENTRIES} | {"a list", "a menu"}
    for each in EXEMPT:
        assert each.where, each
        assert each.where <= met, each
        assert len(each.reason) > 40, each
