"""Charts on their board: drawn by our own Plotly, kept in their place, and open to everybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.screen import CHART, Tab, fresh_tab, settled
from tests.browser.server import running
from zi_metrics.labels import board as words
from zi_metrics.labels import screen

pytestmark = pytest.mark.browser

LIBRARY = "plotly-basic"
DARK_TEXT, LIGHT_TEXT = "rgb(232, 237, 242)", "rgb(27, 35, 43)"
_DRAWN = """(chart) => ({
  texts: [...chart.querySelectorAll('.main-svg text')].map((each) => each.textContent),
  shapes: [...chart.querySelectorAll('.cartesianlayer path, .shapelayer path')].map(
    (each) => [each.getAttribute('d'), each.style.fill.replace(/#.*/, ''), each.style.stroke]),
  size: ["clientWidth", "clientHeight"].map((of) => chart.querySelector(".main-svg")[of]),
})"""
"""What is drawn, but for names that Plotly makes up."""


def boards(page: Page) -> Locator:
    return page.locator(CHART)


def picture(board: Locator) -> Locator:
    return board.locator("[role=img]")


def drawn(chart: Locator) -> dict[str, Any]:
    return chart.evaluate(_DRAWN)


def colour_of_texts(page: Page) -> str:
    return (
        boards(page)
        .first.locator(".ytick text")
        .first.evaluate("(text) => getComputedStyle(text).fill")
    )


@pytest.fixture
def wide(chromium: Browser, dashboard: str) -> Iterator[Tab]:
    """A tab as high as the page, so that all of it is drawn and reached."""
    with fresh_tab(chromium, dashboard, (1280, 2600)) as tab:
        yield tab


def test_chart_is_an_image_with_its_sentence_on_a_place_kept_free(wide: Tab) -> None:
    page = wide.open("")
    assert boards(page).count() == 2
    for board in boards(page).all():
        sentence = picture(board).get_attribute("aria-label")
        assert sentence in page.locator(".zi-about p").all_inner_texts()
        assert board.get_attribute("lang") == "id"
        height = board.locator(".main-svg").first.get_attribute("height")
        assert board.evaluate("(board) => String(board.clientHeight)") == height
    assert wide.complaints == []
    asked = [url for url in wide.requests if url.endswith(".js") or ".js?" in url]
    assert len([url for url in asked if LIBRARY in url]) == 1
    assert [url for url in asked if "PlotlyChart" in url] == []


def test_chart_stays_in_its_place_when_its_numbers_change(wide: Tab) -> None:
    page = wide.open("")
    before = drawn(boards(page).first)
    boards(page).first.evaluate("(board) => { board.wasHere = true; }")
    page.evaluate(
        """() => { window.blank = 0; (function look() {
          if (!document.querySelector('.zi-board .cartesianlayer path')) window.blank += 1;
          requestAnimationFrame(look);
        })(); }"""
    )
    page.get_by_role("combobox", name=screen.FILTER_DATE).click()
    page.get_by_role("option", name="30 September 2025").click()
    expect(boards(page).first).to_contain_text("dari", timeout=20_000)
    page.wait_for_function(
        "(texts) => JSON.stringify([...document.querySelector('.zi-board')"
        ".querySelectorAll('.main-svg text')].map((each) => each.textContent)) !== texts",
        arg=str(before["texts"]),
    )
    settled(page)
    assert drawn(boards(page).first)["texts"] != before["texts"]
    assert boards(page).first.evaluate("(board) => board.wasHere") is True
    assert page.evaluate("() => window.blank") == 0
    sentence = picture(boards(page).first).get_attribute("aria-label")
    assert sentence in page.locator(".zi-about p").all_inner_texts()


def test_chart_follows_colour_mode_width_and_paper(wide: Tab) -> None:
    page = wide.open("")
    assert colour_of_texts(page) == LIGHT_TEXT
    page.emulate_media(color_scheme="dark")
    text = boards(page).first.locator(".ytick text").first
    expect(text).to_have_css("fill", DARK_TEXT)
    board = boards(page).first
    widths = [drawn(board)["size"][0]]
    page.set_viewport_size({"width": 900, "height": 2600})
    page.wait_for_function(
        "(before) => document.querySelector('.zi-board .main-svg').clientWidth < before",
        arg=widths[0],
    )
    assert drawn(board)["size"][0] == board.evaluate("(board) => board.clientWidth")
    page.set_viewport_size({"width": 1920, "height": 2600})
    page.wait_for_function(
        "(before) => document.querySelector('.zi-board .main-svg').clientWidth > before",
        arg=widths[0],
    )
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    assert drawn(board)["size"][0] == 660
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    assert drawn(board)["size"][0] == board.evaluate("(board) => board.clientWidth")


def test_full_screen_by_keyboard_there_and_back(wide: Tab) -> None:
    page = wide.open("")
    board = boards(page).first
    title = "Data dukung per area"
    height = drawn(board)["size"][1]
    picture(board).focus()
    page.keyboard.press("Tab")
    button = board.get_by_role("button", name=f"{words.FULL_SCREEN}: {title}")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    leave = board.get_by_role("button", name=f"{words.LEAVE_FULL_SCREEN}: {title}")
    expect(leave).to_be_visible()
    page.wait_for_function(
        "(before) => document.querySelector('.zi-board .main-svg').clientHeight > before",
        arg=height,
    )
    page.keyboard.press("Escape")
    expect(button).to_be_attached()
    page.wait_for_function(
        "(before) => document.querySelector('.zi-board .main-svg').clientHeight === before",
        arg=height,
    )
    assert page.evaluate("() => document.fullscreenElement") is None


def test_arrow_keys_go_through_the_numbers_and_say_them(wide: Tab) -> None:
    page = wide.open("")
    board = boards(page).first
    picture(board).focus()
    said = board.locator("[aria-live]")
    page.keyboard.press("ArrowRight")
    expect(said).to_contain_text("Man. Perubahan")
    first = said.inner_text()
    expect(board.locator(".hoverlayer .hovertext")).to_have_count(1)
    page.keyboard.press("ArrowRight")
    expect(said).not_to_have_text(first)
    page.keyboard.press("ArrowLeft")
    expect(said).to_have_text(first)
    page.keyboard.press("Tab")
    expect(said).to_have_text("")
    expect(board.locator(".hoverlayer .hovertext")).to_have_count(0)


@pytest.mark.parametrize(
    "missing",
    [f"**/{LIBRARY}*", pytest.param("**/app/static/board.js*", marks=pytest.mark.slow)],
)
def test_without_its_program_a_chart_says_so_above_its_table(
    chromium: Browser, dashboard: str, missing: str
) -> None:
    with fresh_tab(chromium, dashboard) as tab:
        tab.page.route(missing, lambda route: route.abort())
        page = tab.open("")
        places = page.locator("[data-testid=stBidiComponentRegular]")
        expect(places.first.get_by_text(words.NOT_DRAWN)).to_be_visible()
        page.locator("summary", has_text="Data dukung per area").click()
        expect(page.locator("td", has_text="24").first).to_be_visible()


@pytest.mark.slow
def test_board_and_streamlits_own_element_draw_the_same(
    chromium: Browser, dashboard: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    log = tmp_path_factory.mktemp("own") / "log.txt"
    with (
        running(None, log, {"ZI_GRAFIK": "streamlit"}) as (_, native),
        fresh_tab(chromium, dashboard, (1280, 2600)) as ours,
        fresh_tab(chromium, native, (1280, 2600)) as theirs,
    ):
        ours.open("")
        theirs.open("")
        charts = theirs.page.locator("[data-testid=stPlotlyChart]")
        assert boards(theirs.page).count() == 0
        assert charts.count() == boards(ours.page).count() == 2
        assert len(drawn(boards(ours.page).first)["shapes"]) > 20
        for at in range(2):
            assert drawn(boards(ours.page).nth(at)) == drawn(charts.nth(at))
