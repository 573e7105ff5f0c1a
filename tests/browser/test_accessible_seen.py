"""Enlarged, with less motion, and in the colours that are left to those who see fewer."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, expect

from pages import ENTRIES
from tests.browser.deck import open_deck
from tests.browser.screen import DRAWN_WITHIN_MS, LAPTOP, Tab, fresh_tab, overflow, settled, visitor
from tests.charts.colour_vision import DEFICIENCIES, distance, of_pixel, seen
from zi_metrics.labels import deck as deck_text
from zi_metrics.labels import screen

pytestmark = pytest.mark.browser

ENLARGED = (640, 360)
"""What is left of 1280x720 at 200 %."""
FOURFOLD = (320, 256)
"""What is left of 1280x1024 at 400 %."""
LARGE_LETTERS = "html { font-size: 200% !important; }"
TOLD_APART, GAP_SEEN = 7.0, 10.0
BY_DEFAULT = ("ringkasan", "monev")
SIZES = [
    pytest.param(entry.slug, marks=() if entry.slug in BY_DEFAULT else pytest.mark.slow)
    for entry in ENTRIES
    if entry.slug != "rapat"
]

_CUT = """() => [...document.querySelectorAll('main *, header *')].filter((box) => {
  const away = 'caption, .zi-hidden, .zi-scroll, [inert], [aria-hidden=true], canvas,'
    + ' [data-testid="stDataFrame"], [role=tablist], [data-testid="stSidebar"]';
  if (!box.checkVisibility({visibilityProperty: true, opacityProperty: true})) return false;
  if (box.closest(away) || !box.getClientRects().length) return false;
  if (![...box.childNodes].some((part) => part.nodeType === 3 && part.textContent.trim()))
    return false;
  const place = box.getBoundingClientRect();
  if (place.right > innerWidth + 1 || place.left < -1) return true;
  for (let each = box; !each.matches('main, header, body'); each = each.parentElement) {
    const style = getComputedStyle(each), cuts = (how) => how === 'hidden' || how === 'clip';
    if (cuts(style.overflowX) && each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1)
      return true;
    if (cuts(style.overflowY) && each.clientHeight > 1 && each.scrollHeight > each.clientHeight + 2)
      return true;
  }
  return false;
}).map((box) => `${box.tagName} “${box.textContent.slice(0, 40)}”`)"""
"""Texts that are cut off, or stand beside the screen."""

_MOVED = """(css) => {
  const box = document.querySelector(css), around = box.closest('details') || box;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  box.click();
  return frame().then(frame).then(() => {
    const soon = around.getBoundingClientRect().height;
    const running = document.getAnimations().filter(
      (each) => each instanceof CSSTransition || each instanceof CSSAnimation);
    const long = running.filter((each) => each.effect.getComputedTiming().endTime > 1).length;
    return Promise.all(document.getAnimations().map((each) => each.finished.catch(() => 0)))
      .then(frame).then(() => long || around.getBoundingClientRect().height !== soon);
  });
}"""
"""Whether what is clicked sets anything in motion: another style, or by a script another height."""


# --- Enlarged ---------------------------------------------------------------


@pytest.mark.parametrize("slug", SIZES)
def test_nothing_is_lost_at_twice_the_size(chromium: Browser, dashboard: str, slug: str) -> None:
    with fresh_tab(chromium, dashboard, ENLARGED) as tab:
        page = tab.open("" if slug == "ringkasan" else slug)
        assert (overflow(page), page.evaluate(_CUT)) == ([], [])
        page.get_by_test_id("stExpandSidebarButton").click()
        expect(page.get_by_role("link", name=screen.MONEV, exact=True)).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize("slug", SIZES)
def test_letters_of_twice_the_size_and_a_phone_need_no_scrolling_sideways(
    chromium: Browser, dashboard: str, slug: str
) -> None:
    with fresh_tab(chromium, dashboard) as tab:
        page = tab.open("" if slug == "ringkasan" else slug)
        page.add_style_tag(content=LARGE_LETTERS)
        settled(page)
        assert overflow(page) == []
    with fresh_tab(chromium, dashboard, FOURFOLD) as tab:
        page = tab.open("" if slug == "ringkasan" else slug)
        assert overflow(page) == []
        page.locator("main").evaluate("each => each.scrollTo(0, each.scrollHeight)")
        expect(page.locator(".zi-status")).to_be_in_viewport()


# --- Motion -----------------------------------------------------------------


@pytest.mark.parametrize("wanted", ["no-preference", "reduce"])
def test_nothing_moves_for_whom_asked_for_less_motion(
    chromium: Browser, dashboard: str, wanted: str
) -> None:
    with fresh_tab(chromium, dashboard) as tab:
        tab.page.emulate_media(reduced_motion=wanted)
        page = tab.open("monev")
        openers = ("[data-testid=stPopoverButton]", "main summary", "[data-testid=stTopNavSection]")
        moved = [bool(page.evaluate(_MOVED, opener)) for opener in openers]
        assert any(moved) == (wanted == "no-preference"), moved


def test_rotation_is_halted_by_a_control_that_is_always_seen(tab: Tab) -> None:
    page = open_deck(tab, putar="600")
    halt = page.locator(".st-key-rapat-henti button")
    expect(halt).to_be_in_viewport(ratio=1)
    assert halt.evaluate(
        "each => { for (let box = each; box; box = box.parentElement)"
        " if (getComputedStyle(box).opacity !== '1') return false; return true; }"
    )
    halt.click()
    expect(page.locator(".zi-deck-stamp")).to_contain_text(
        deck_text.PAUSED, timeout=DRAWN_WITHIN_MS
    )


# --- Colours ----------------------------------------------------------------

_SEGMENTS = """(chart) => {
  const edge = chart.getBoundingClientRect();
  return [...chart.querySelectorAll('.bars .point path')].map((path) => {
    const box = path.getBoundingClientRect();
    return [box.x - edge.x, box.y - edge.y, box.width, box.height];
  }).filter(([, , width]) => width >= 4);
}"""


@pytest.mark.parametrize("mode", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_neighbours_in_a_drawn_bar_are_told_apart_by_everybody(
    chromium: Browser, dashboard: str, mode: str
) -> None:
    context = visitor(chromium, LAPTOP, mode)
    page = context.new_page()
    page.goto(dashboard)
    settled(page)
    chart, browser = page.locator("main .js-plotly-plot").first, context.new_cdp_session(page)
    chart.scroll_into_view_if_needed()
    boxes = sorted(chart.evaluate(_SEGMENTS), key=lambda box: (round(box[1]), box[0]))
    pairs = [
        (left, right)
        for left, right in pairwise(boxes)
        if abs(left[1] - right[1]) < 1 and right[0] - left[0] - left[2] < 2
    ]
    assert len(pairs) >= 10
    plain = picture(chart)
    for deficiency in DEFICIENCIES:
        browser.send("Emulation.setEmulatedVisionDeficiency", {"type": deficiency})
        shown = picture(chart)
        for left, right in pairs:
            one, other = (shown.getpixel(inside(box)) for box in (left, right))
            expected = seen(of_pixel(plain.getpixel(inside(left))), deficiency)
            assert distance(of_pixel(one), expected) < 1, "the browser sees as our figures do"
            gap = shown.getpixel((round(right[0]), round(right[1] + 4)))
            apart = distance(of_pixel(one), of_pixel(other))
            parted = min(distance(of_pixel(gap), of_pixel(each)) for each in (one, other))
            assert apart >= TOLD_APART or parted >= GAP_SEEN, (deficiency, left, right)
    context.close()


def picture(chart: Locator) -> Image.Image:
    return Image.open(io.BytesIO(chart.screenshot())).convert("RGB")


def inside(box: list[float]) -> tuple[int, int]:
    """Near the upper edge of a segment, above its text."""
    x, y, width, _ = box
    return int(x + width / 2), int(y + 4)
