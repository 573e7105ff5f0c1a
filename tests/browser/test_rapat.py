"""The deck in a meeting: keys, buttons, history, rotation, the way out; a sheet that changes."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from pages import ENTRIES
from tests.browser.deck import open_deck, shows_slide, total
from tests.browser.screen import DRAWN_WITHIN_MS, Tab, fresh_tab, heading, settled
from tests.browser.test_live_sheet import ALL, FEWER, PATIENCE, Followed, shown
from tests.sources.sheets import EVIDENCE
from zi_metrics.labels import deck as text
from zi_metrics.labels import status

pytestmark = pytest.mark.browser

FIRST, LAST = 1, 16
PACE_SECONDS = 5
"""The quickest rotation there is."""
PREPARATION = next(entry for entry in ENTRIES if entry.slug == "persiapan-rapat")


def steps_in_history(page: Page) -> int:
    length: int = page.evaluate("history.length")
    return length


def test_keys_walk_through_the_whole_deck_and_back(tab: Tab) -> None:
    page = open_deck(tab)
    assert total(page) == LAST
    for number in range(FIRST + 1, LAST + 1):
        page.keyboard.press("ArrowRight" if number % 2 else "PageDown")
        shows_slide(page, number)
    for number in range(LAST - 1, FIRST - 1, -1):
        page.keyboard.press("ArrowLeft" if number % 2 else "PageUp")
        shows_slide(page, number)
    page.keyboard.press("End")
    shows_slide(page, LAST)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Home")
    shows_slide(page, FIRST)
    assert (tab.complaints, tab.failures, tab.foreign_requests) == ([], [], [])


def test_slide_has_an_address_and_history_leads_back(tab: Tab) -> None:
    page = open_deck(tab, slide="6")
    shows_slide(page, 6)
    page.keyboard.press("ArrowRight")
    shows_slide(page, 7)
    expect(page).to_have_url(re.compile(r"slide=7"))
    page.keyboard.press("End")
    shows_slide(page, LAST)
    page.go_back()
    shows_slide(page, 7)
    page.go_back()
    shows_slide(page, 6)
    page.go_forward()
    shows_slide(page, 7)


def test_buttons_come_when_the_mouse_looks_for_them(tab: Tab) -> None:
    page = open_deck(tab, slide="3")
    buttons, stamp = page.locator(".st-key-rapat-kendali"), page.locator(".zi-deck-stamp")
    expect(buttons).to_have_css("opacity", "0")
    assert "Sidik data" in stamp.inner_text()
    page.locator(".zi-deck-place").hover()
    expect(buttons).to_have_css("opacity", "1")
    assert page.evaluate(
        """() => document.querySelector('.st-key-rapat-kendali').getBoundingClientRect().bottom
          <= document.querySelector('.zi-deck-stamp').getBoundingClientRect().top + 1"""
    )
    buttons.get_by_role("button", name=text.NEXT).click()
    shows_slide(page, 4)
    page.mouse.move(600, 200)
    expect(buttons).to_have_css("opacity", "0")
    page.keyboard.press("Tab")
    expect(buttons).to_have_css("opacity", "1")


def test_slide_is_chosen_by_its_title(tab: Tab) -> None:
    page = open_deck(tab)
    page.locator(".zi-deck-place").hover()
    page.get_by_role("combobox", name=text.GO_TO).click()
    page.get_by_role("option", name="Laporan triwulanan SPIP").click()
    shows_slide(page, 11)
    page.keyboard.press("ArrowLeft")
    shows_slide(page, 10)


@pytest.mark.parametrize("how", ["key", "button"])
def test_leaving_keeps_the_source_and_what_was_switched_on(tab: Tab, how: str) -> None:
    page = open_deck(tab, sumber="situs", nama="tampil", slide="2", putar="600")
    if how == "key":
        page.keyboard.press("Escape")
    else:
        page.locator(".zi-deck-place").hover()
        page.get_by_role("button", name=text.LEAVE).click()
    expect(page.locator(".st-key-rapat")).to_have_count(0, timeout=DRAWN_WITHIN_MS)
    settled(page)
    assert heading(page) == PREPARATION.heading
    expect(page).to_have_url(re.compile(rf"/{PREPARATION.slug}\?"))
    assert "sumber=situs" in page.url
    assert "nama=tampil" in page.url
    assert "slide" not in page.url
    assert "putar" not in page.url


def test_rotation_goes_on_by_itself_without_steps_in_history(tab: Tab) -> None:
    page = open_deck(tab, slide=str(LAST - 1), putar="1")
    before, began = steps_in_history(page), time.monotonic()
    shows_slide(page, LAST)
    shows_slide(page, FIRST)
    assert time.monotonic() - began > PACE_SECONDS
    assert steps_in_history(page) == before
    assert f"slide={LAST - 1}" in page.url
    assert text.rotating(PACE_SECONDS) in page.locator(".zi-deck-stamp").inner_text()
    page.keyboard.press("ArrowRight")
    shows_slide(page, FIRST + 1)
    shows_slide(page, FIRST + 2)


@pytest.mark.slow
def test_rotation_halts_by_a_key_and_goes_on(tab: Tab) -> None:
    page = open_deck(tab, putar=str(PACE_SECONDS))
    stamp = page.locator(".zi-deck-stamp")
    page.keyboard.press("Space")
    expect(stamp).to_contain_text(text.PAUSED)
    number = page.locator(".zi-deck-place").inner_text()
    page.wait_for_timeout((PACE_SECONDS + 1) * 1000)  # not for something: for nothing to come
    assert page.locator(".zi-deck-place").inner_text() == number
    page.keyboard.press("Space")
    expect(stamp).to_contain_text(text.rotating(PACE_SECONDS))
    expect(page.locator(".zi-deck-place")).not_to_have_text(number, timeout=DRAWN_WITHIN_MS)


@pytest.mark.slow
def test_slide_of_a_sheet_that_changes_is_drawn_again_by_itself(
    chromium: Browser, tmp_path: Path
) -> None:
    with shown(Followed(tmp_path)) as followed, fresh_tab(chromium, followed.address) as tab:
        tab.open("")
        page = open_deck(tab, slide="2")
        slide, foot = page.locator(".zi-deck"), page.locator(".zi-deck-stamp")
        expect(slide).to_contain_text(ALL, timeout=PATIENCE * 1000)
        expect(foot).to_contain_text(status.live(True))
        followed.type(EVIDENCE, "D2", "Disusun")
        expect(slide).to_contain_text(FEWER, timeout=PATIENCE * 1000)
        shows_slide(page, 2)
        followed.stop_server()
        expect(foot).to_contain_text(status.live(False), timeout=PATIENCE * 1000)
        expect(slide).to_contain_text(FEWER)
