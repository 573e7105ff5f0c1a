"""Kesiapan in a browser: a scenario moves every rule, stands in the address, and goes again."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.screen import (
    DRAWN_WITHIN_MS,
    Tab,
    cut_texts,
    fresh_tab,
    go_to,
    overflow,
    settled,
)
from zi_metrics.labels import reform
from zi_metrics.labels import what_if as text
from zi_metrics.labels.lke import STANDINGS
from zi_metrics.labels.numbers import exact_percent, exact_points
from zi_metrics.labels.results import FAULTS
from zi_metrics.lke import load_catalogue
from zi_metrics.lke.scenario import read_scenario
from zi_metrics.metrics.readiness import Readiness, readiness
from zi_metrics.sources.resolve import open_source

pytestmark = pytest.mark.browser

CODE, AREA = "A.II.5.i", "Pengawasan"
"""Of the sample answered D, which is a quarter of its 2,50 points."""
SMALLEST_TEXT = 13
"""Pixels; what is read beside a figure."""
WITH_ALL = f"{CODE}:A_A.II.5.ii:34/35_ipak:3.7_capaian-kinerja:A_ipkp:3.9"


@pytest.fixture(scope="module")
def tab(chromium: Browser, dashboard: str) -> Iterator[Tab]:
    """One tab for both tests: what a browser keeps need not be fetched twice."""
    with fresh_tab(chromium, dashboard) as opened:
        yield opened


def tried(asked: str) -> Readiness:
    return readiness(open_source("contoh").newest(), read_scenario(asked, load_catalogue()))


def rules(page: Page) -> list[tuple[str, list[str]]]:
    """Value and standings of the seven rules, as the page says them."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.zi-rules tbody tr')].map((row) => [
             row.querySelector('td strong').innerText,
             [...row.querySelectorAll('.zi-state')].map((state) => state.lastChild.data.trim())])"""
    )


def expected(told: Readiness) -> list[list[object]]:
    return [
        [
            (exact_percent if tests[0].rule.is_share else exact_points)(tests[0].value),
            [STANDINGS[test.standing] for test in tests],
        ]
        for tests in zip(*told.tests.values(), strict=True)
    ]


def assert_rules(page: Page, asked: str) -> None:
    """Every rule of the page is that of the scenario, and the section counts the same."""
    told = tried(asked)
    settled(page)
    assert rules(page) == expected(told)
    section = " ".join(page.locator(".zi-effect").inner_text().split())
    figures = {str(value) for value, _ in expected(told)}
    assert {figure for figure in figures if " ".join(figure.split()) not in section} == set()


def answer(page: Page, code: str, option: str) -> Locator:
    return page.get_by_role("radiogroup", name=re.compile(rf"^{re.escape(code)} ")).get_by_role(
        "radio", name=option, exact=True
    )


def place(page: Page, name: str) -> None:
    page.get_by_role("radiogroup", name=text.PLACE).get_by_role("radio", name=name).click()
    settled(page)


def test_scenario_moves_every_rule_until_it_is_cleared(tab: Tab) -> None:
    page = tab.open("kesiapan")
    assert_rules(page, "")
    assert page.locator(".st-key-skenario").count() == 0
    place(page, AREA)
    assert answer(page, CODE, "D").get_attribute("aria-checked") == "true"
    answer(page, CODE, "A").click()
    expect(page).to_have_url(re.compile(rf"coba={re.escape(CODE)}%3AA$"), timeout=DRAWN_WITHIN_MS)
    assert_rules(page, f"{CODE}:A")
    place(page, text.RESULTS)
    survey = page.get_by_role("textbox", name=re.compile("IPAK"))
    survey.fill("9")
    survey.press("Enter")
    why = text.not_taken("9", FAULTS["an index outside its scale"])
    expect(page.get_by_text(why)).to_be_visible(timeout=DRAWN_WITHIN_MS)
    survey.fill("3,7")
    survey.press("Enter")
    expect(page).to_have_url(re.compile(r"_ipak%3A3\.7$"), timeout=DRAWN_WITHIN_MS)
    expect(survey).to_have_value("3,70")
    assert_rules(page, f"{CODE}:A_ipak:3.7")
    banner = page.locator(".st-key-skenario")
    expect(banner).to_contain_text(f"{text.IS_SCENARIO}: 2 perubahan")
    go_to(page, reform.TITLE)
    expect(page.locator("h1")).to_have_text(reform.HEADING, timeout=DRAWN_WITHIN_MS)
    settled(page)
    assert "coba" not in page.url
    page.go_back()
    expect(banner).to_be_visible(timeout=DRAWN_WITHIN_MS)
    page.get_by_role("button", name=text.shortest("WBK")).first.click()
    reached = page.locator(".zi-about", has_text=text.met("WBK", 3, 7, 7))
    expect(reached).to_be_visible(timeout=DRAWN_WITHIN_MS)
    page.get_by_role("button", name=text.CLEAR).first.click()
    expect(banner).to_have_count(0, timeout=DRAWN_WITHIN_MS)
    assert "coba" not in page.url
    assert_rules(page, "")
    assert (tab.complaints, tab.failures, tab.dialogs) == ([], [], [])


def test_address_repeats_its_scenario_which_fits_the_screen_in_both_modes(tab: Tab) -> None:
    page = tab.open("kesiapan", coba=WITH_ALL)
    assert_rules(page, WITH_ALL)
    expect(page.locator(".st-key-skenario")).to_contain_text("5 perubahan")
    for name, scheme in ((AREA, "light"), (text.RESULTS, "dark")):
        page.emulate_media(color_scheme=scheme)
        place(page, name)
        assert overflow(page) == []
        assert cut_texts(page) == []
        assert clipped(page) == []
        assert small_texts(page) == []
    paper = page.get_by_test_id("stApp").evaluate("app => getComputedStyle(app).backgroundColor")
    assert paper == "rgb(17, 23, 29)"  # the dark one
    assert page.locator(".zi-alert:visible, [data-testid=stException]").all_inner_texts() == []


def clipped(page: Page) -> list[str]:
    """Buttons and tables whose text does not fit them, but for long lists of numbers."""
    return page.evaluate(
        """() => [...document.querySelectorAll(
              '.zi-scroll:not(:has(.zi-numbers)), [data-testid="stMain"] button')]
          .filter((box) => box.clientWidth > 0 && box.scrollWidth > box.clientWidth)
          .map((box) => box.innerText.slice(0, 60))"""
    )


def small_texts(page: Page) -> list[str]:
    """Texts that are seen, smaller than can be read, but for signs that stand beside a word."""
    return page.evaluate(
        """(least) => {
          const walker = document.createTreeWalker(
            document.querySelector('[data-testid="stMain"]'), NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            const box = walker.currentNode.parentElement;
            const shown = walker.currentNode.data.trim() && box.checkVisibility()
              && !box.closest('.zi-mark, style, script');
            const size = parseFloat(getComputedStyle(box).fontSize);  // 0: heard only
            if (shown && size > 0 && size < least)
              found.push(walker.currentNode.data.trim().slice(0, 60));
          }
          return found;
        }""",
        SMALLEST_TEXT,
    )
