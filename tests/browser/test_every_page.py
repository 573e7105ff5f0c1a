"""Every page by its address, on both sources and both screens: whole, quiet, in its frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pages import ENTRIES, PageEntry
from tests.browser.screen import (
    LAPTOP,
    PROJECTOR,
    Tab,
    cut_texts,
    heading,
    overflow,
    settled,
    visitor,
)
from zi_metrics.labels import status
from zi_metrics.labels.sources import SAMPLE_BADGE, source_name
from zi_metrics.sources.resolve import SHIPPED_SOURCES, open_source

pytestmark = pytest.mark.browser

TABS = [entry.title for entry in ENTRIES if not entry.group]
GROUPS = list(dict.fromkeys(entry.group for entry in ENTRIES if entry.group))
IN_MENUS = [[entry.title for entry in ENTRIES if entry.group == group] for group in GROUPS]
IN_THE_DARK = ("pengawasan", "monev", "data-dukung", "mutu-data")
FIRST_SIZE = {"contoh": LAPTOP, "situs": PROJECTOR}
FRAMED = [entry for entry in ENTRIES if entry.slug != "rapat"]
"""All but the deck, which covers its frame: see `test_rapat_fits.py`."""
EVERYWHERE = [
    *((entry, source, "light") for entry in FRAMED for source in SHIPPED_SOURCES),
    *((entry, "contoh", "dark") for entry in ENTRIES if entry.slug in IN_THE_DARK),
]
AGAIN = [
    (entry, source, mode)
    for entry, source, mode in EVERYWHERE
    if (source == "situs" and entry.area_no and entry.area_no not in {1, 5})
    or (mode == "dark" and entry.slug in {"monev", "data-dukung"})
]
"""The areas share one module, and two of them with the other source will do every day."""

Screen = tuple[tuple[int, int], str]


@pytest.fixture(scope="module")
def visitors(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """One visitor for each size and colour mode: later pages find the program in his cache."""
    known: dict[Screen, BrowserContext] = {}

    def of(size: tuple[int, int], scheme: str) -> BrowserContext:
        if (size, scheme) not in known:
            known[size, scheme] = visitor(chromium, size, scheme)
        return known[size, scheme]

    yield of
    for context in known.values():
        context.close()


@pytest.mark.parametrize(
    ("entry", "source", "scheme"),
    [pytest.param(*each, marks=pytest.mark.slow if each in AGAIN else ()) for each in EVERYWHERE],
    ids=[f"{entry.slug}-{source}-{scheme}" for entry, source, scheme in EVERYWHERE],
)
def test_page_opens_by_its_address_and_fits_both_screens(
    dashboard: str,
    visitors: Callable[..., BrowserContext],
    entry: PageEntry,
    source: str,
    scheme: str,
) -> None:
    first = FIRST_SIZE[source]
    tab = Tab(visitors(first, scheme).new_page(), dashboard)
    page = tab.open("" if entry is ENTRIES[0] else entry.slug, sumber=source)
    for size in (first, LAPTOP if first is PROJECTOR else PROJECTOR):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        settled(page)
        assert_frame(page, entry, source)
        assert_whole(page)
    assert [menu(page, group) for group in GROUPS] == IN_MENUS
    assert_nothing_else_wanted(tab)
    page.close()


def assert_frame(page: Page, entry: PageEntry, source: str) -> None:
    assert heading(page) == entry.heading
    assert page.locator("[data-testid=stTopNavLink]").all_inner_texts() == TABS
    expect(page.locator("[data-testid=stTopNavLink]").last).to_be_in_viewport(ratio=1)
    bar = page.locator(".zi-status")
    expect(bar).to_be_in_viewport(ratio=1)
    snapshot = open_source(source).newest()
    for part in (
        status.source(source_name(source)),
        status.as_of(snapshot.as_of),
        status.digest(snapshot.provenance.digest),
    ):
        assert part in bar.inner_text()
    badges = bar.locator(".zi-badge").all_inner_texts()
    assert badges == ([SAMPLE_BADGE] if source == "contoh" else [])


def menu(page: Page, group: str) -> list[str]:
    page.locator("[data-testid=stTopNavSection]", has_text=group).click()
    listed = page.locator("[data-testid=stTopNavDropdownLink]")
    expect(listed.last).to_be_visible()
    titles = listed.all_inner_texts()
    page.keyboard.press("Escape")
    expect(listed).to_have_count(0)
    return titles


def assert_whole(page: Page) -> None:
    assert page.locator(".zi-alert:visible, [data-testid=stException]").all_inner_texts() == []
    assert page.get_by_role("dialog").all_inner_texts() == []
    assert overflow(page) == []
    assert cut_texts(page) == []


def assert_nothing_else_wanted(tab: Tab) -> None:
    assert tab.complaints == []
    assert tab.failures == []
    assert tab.foreign_requests == []


def test_address_in_the_pattern_of_the_others_opens_ringkasan(tab: Tab) -> None:
    page = tab.open(ENTRIES[0].slug)
    assert heading(page) == ENTRIES[0].heading
    assert page.get_by_role("dialog").all_inner_texts() == []
    assert tab.complaints == []
