"""Used without a mouse: where the keys lead, how that shows, what they open and close."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.screen import LAPTOP, Tab, fresh_tab
from tests.charts.colour_vision import contrast, of_pixel
from zi_metrics.labels import screen

pytestmark = pytest.mark.browser

MOST_STOPS = 120
RING_CONTRAST = 3.0

_STOP = """() => {
  const box = document.activeElement, place = box.getBoundingClientRect();
  const brush = document.createElement('canvas').getContext('2d');
  const pixel = (colour) => {
    brush.fillStyle = colour; brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const ringed = (each) => {
    const style = getComputedStyle(each);
    return style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2 ? style : null;
  };
  let ring = null;
  for (let each = box; each && !ring; each = each.parentElement) ring = ringed(each);
  const bar = document.querySelector('[data-testid="stBottom"]').getBoundingClientRect();
  window.ziStops ??= [];
  const before = ziStops.indexOf(box);
  if (before < 0) ziStops.push(box);
  return {
    tag: box.tagName, name: (box.getAttribute('aria-label') || box.innerText || '').slice(0, 40),
    again: before >= 0 && before !== ziStops.length - 1, end: box === document.body,
    ring: ring && pixel(ring.outlineColor),
    page: pixel(getComputedStyle(document.querySelector('.stApp')).backgroundColor),
    hidden: !bar.height || place.height > innerHeight / 2 ? false
      : place.top >= bar.top - 1 || place.bottom <= 0,
    inOrder: ziStops.length < 2
      || !!(ziStops.at(-2).compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING)
      || before >= 0};
}"""
"""Where the focus is by now, and how it shows."""

_MISSED = """() => [...document.querySelectorAll(
    'a[href], button, input:not([type=file]), summary, .zi-scroll, [role=img][tabindex="0"]')]
  .filter((box) => box.checkVisibility({visibilityProperty: true}) && box.tabIndex >= 0
    && !box.disabled && !box.closest('[inert], [data-testid="stDataFrame"]'))
  .filter((box) => !ziStops.includes(box) && !ziStops.some(
    (stop) => box.role === 'radio' && stop.role === 'radio'
      && stop.closest('[role=radiogroup]') === box.closest('[role=radiogroup]')))
  .map((box) => box.getAttribute('aria-label') || box.innerText || box.outerHTML.slice(0, 80))"""
"""Controls of the page that the focus never came to; within a choice the arrow keys lead on."""


def stops(page: Page) -> Iterator[dict[str, object]]:
    """Where the Tab key leads, from the address bar on until it leaves the page."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        at = page.evaluate(_STOP)
        if at["end"]:
            return
        yield at
    raise AssertionError(f"the focus does not leave the page after {MOST_STOPS} steps")


@pytest.mark.parametrize(
    ("slug", "mode"),
    [
        ("monev", "light"),
        pytest.param("kesiapan", "dark", marks=pytest.mark.slow),
        pytest.param("data-dukung", "dark", marks=pytest.mark.slow),
        pytest.param("persiapan-rapat", "light", marks=pytest.mark.slow),
    ],
)
def test_tab_leads_to_every_control_in_order_with_a_ring_that_is_seen(
    chromium: Browser, dashboard: str, slug: str, mode: str
) -> None:
    with fresh_tab(chromium, dashboard, LAPTOP, mode) as tab:
        page = tab.open(slug)
        for at in stops(page):
            assert at["ring"], at
            assert contrast(of_pixel(at["ring"]), of_pixel(at["page"])) >= RING_CONTRAST, at
            assert not at["hidden"], at
            assert not at["again"], at
            assert at["inOrder"], at
        assert page.evaluate(_MISSED) == []


def test_what_opens_by_a_key_closes_by_a_key_and_gives_the_focus_back(tab: Tab) -> None:
    page = tab.open("monev")
    page.keyboard.press("Tab")
    skip = page.get_by_test_id("stSkipToContent")
    expect(skip).to_be_focused()
    shown = skip.evaluate("each => getComputedStyle(each, '::after').content")
    assert shown == f'"{screen.TO_CONTENT}"'
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    for opener, opened in (
        (page.get_by_test_id("stTopNavSection").first, page.get_by_test_id("stTopNavDropdownLink")),
        (page.get_by_test_id("stPopoverButton").first, page.get_by_test_id("stPopoverBody")),
        (page.get_by_role("combobox", name=screen.FILTER_AREA), page.get_by_role("option")),
    ):
        assert_opens_and_closes(page, opener, opened.first)
    first = page.locator("main summary").first
    first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("main details[open] table").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("main details[open]")).to_have_count(0)


def assert_opens_and_closes(page: Page, opener: Locator, opened: Locator) -> None:
    opener.focus()
    page.keyboard.press("ArrowDown" if opener.get_attribute("role") == "combobox" else "Enter")
    expect(opened).to_be_visible()
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    expect(opener).to_be_focused()
