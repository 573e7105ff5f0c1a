"""Every page and every slide for those who cannot see them, in both modes: axe and structure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from pages import ENTRIES, PageEntry
from tests.browser.axe import EXEMPT, findings
from tests.browser.conftest import Serve
from tests.browser.deck import open_deck, shows_slide, total
from tests.browser.screen import DRAWN_WITHIN_MS, LAPTOP, Tab, fresh_tab, go_to, settled
from tests.browser.signing_in import STRANGER, VISITOR, Guarded, guarded, guest
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


@pytest.fixture(scope="module")
def with_sign_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    with guarded(tmp_path_factory.mktemp("rumah")) as shown:
        yield shown


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


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_pages_of_a_visitor_are_found_without_fault(
    chromium: Browser, with_sign_in: Guarded, mode: str
) -> None:
    entries = [entry for entry in FRAMED if not entry.internal_only]
    with guest(chromium, with_sign_in, VISITOR) as somebody:
        page = somebody.page
        page.emulate_media(color_scheme=mode)
        somebody.open()
        assert findings(page, "signing in") == []
        assert page.locator("html").get_attribute("lang") == "id"
        somebody.press_sign_in()
        page.locator(".zi-status").first.wait_for(timeout=DRAWN_WITHIN_MS)
        for entry in entries:
            go_to(page, entry.title)
            expect(page.locator("h1")).to_have_text(entry.heading, timeout=DRAWN_WITHIN_MS)
            settled(page)
            open_everything(page)
            assert findings(page, f"{entry.slug} of a visitor") == [], entry.slug
            assert ill_built(page) == [], entry.slug
        page.locator(".st-key-akun button").first.click()
        expect(page.locator(".st-key-tombol-keluar")).to_be_visible()
        assert findings(page, "the account") == []


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_refusal_and_fault_are_found_without_fault(
    chromium: Browser, with_sign_in: Guarded, serve: Serve, tmp_path: Path, mode: str
) -> None:
    with guest(chromium, with_sign_in, STRANGER) as somebody:
        somebody.page.emulate_media(color_scheme=mode)
        somebody.open()
        somebody.press_sign_in()
        expect(somebody.page.get_by_text(STRANGER).first).to_be_visible(timeout=DRAWN_WITHIN_MS)
        assert findings(somebody.page, "refusal") == []
    missing = tmp_path.parent / "tidak-ada.xlsx"  # the same for both modes: one server
    with fresh_tab(chromium, serve(missing), LAPTOP, mode) as tab:
        page = tab.open("monev")
        expect(page.locator(".zi-alert")).to_be_visible()
        assert findings(page, "a fault") == []
        assert ill_built(page) == []


def test_exempted_findings_have_their_reason() -> None:
    met = {entry.slug for entry in ENTRIES} | {"a list", "a menu"}
    for each in EXEMPT:
        assert each.where, each
        assert each.where <= met, each
        assert len(each.reason) > 40, each
