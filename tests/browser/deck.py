"""The deck in a browser: wait for a slide, measure whether everything on it can be read."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.screen import DRAWN_WITHIN_MS, Tab

SMALLEST_PX = 24
LEAST_CONTRAST = 4.5

_UNREADABLE = """([smallest, contrast]) => {
  const deck = document.querySelector('.zi-deck');
  const foot = document.querySelector('.st-key-rapat-kaki');
  const brush = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const named = (box) => `${box.className || box.tagName} “${box.textContent.slice(0, 40)}”`;
  const pixel = (colour) => {
    brush.clearRect(0, 0, 1, 1); brush.fillStyle = colour; brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  };
  const behind = (box) => {
    const layers = [];
    for (; box; box = box.parentElement) {
      const layer = pixel(getComputedStyle(box).backgroundColor);
      if (layer[3] > 0) layers.unshift(layer);
      if (layer[3] === 255) break;
    }
    return layers.reduce((below, layer) => below.map(
      (part, i) => (layer[i] * layer[3] + part * (255 - layer[3])) / 255), [0, 0, 0]);
  };
  const light = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const found = [];
  const boxes = [document.documentElement, document.body, deck, ...deck.querySelectorAll('*')];
  for (const box of boxes) {
    const style = getComputedStyle(box), place = box.getBoundingClientRect();
    if (['inline', 'none'].includes(style.display) || box.tagName === 'CAPTION') continue;
    const more = Math.max(
      box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight);
    if (style.overflow !== 'visible' && box.clientWidth > 0 && more > 1)
      found.push(`cut off: ${named(box)}`);
    if (place.right > innerWidth + 1 || place.left < -1 || place.top < -1
        || place.bottom > innerHeight + 1) found.push(`outside: ${named(box)}`);
  }
  const edge = foot.getBoundingClientRect().top;
  const range = document.createRange();
  for (const root of [deck, foot]) {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const box = walk.currentNode.parentElement;
      range.selectNodeContents(walk.currentNode);
      const place = range.getBoundingClientRect();
      const isButton = box.closest('.st-key-rapat-kendali, .st-key-rapat-tombol');
      if (!walk.currentNode.textContent.trim() || !place.width) continue;
      if (isButton || box.closest('caption')) continue;
      const style = getComputedStyle(box);
      const seen = ratio(light(pixel(style.color)), light(behind(box)));
      if (seen < contrast) found.push(`pale (${seen.toFixed(1)}): ${named(box)}`);
      if (root === foot) {
        if (place.bottom > innerHeight || place.right > innerWidth)
          found.push(`lost: ${named(box)}`);
        continue;
      }
      if (parseFloat(style.fontSize) < smallest)
        found.push(`small (${style.fontSize}): ${named(box)}`);
      if (place.bottom > edge + 2) found.push(`under the footer: ${named(box)}`);
    }
  }
  for (const picture of deck.querySelectorAll('img')) {
    if (!picture.alt.trim() || !picture.complete || !picture.naturalWidth)
      found.push('picture without text, or broken');
  }
  return found;
}"""
"""What of the slide shown cannot be read: cut off, outside, small, pale, under the footer."""

_SPILLED = """() => {
  const deck = document.querySelector('.zi-deck'), edge = deck.getBoundingClientRect();
  const parts = 'header, .zi-deck-headlines > div, .zi-deck-column, .zi-deck-block, .zi-deck-fit,'
    + ' li, tr, td, .zi-deck-more, .zi-deck-facts > div, .zi-deck-track, .zi-deck-summary';
  return [deck, ...deck.querySelectorAll(parts)].filter((box) => {
    const place = box.getBoundingClientRect();
    const around = box.parentElement.closest('.zi-deck-column');
    const right = around ? around.getBoundingClientRect().right : edge.right;
    return place.bottom > edge.bottom + 2 || place.right > right + 2 || place.left < edge.left - 2
      || place.top < edge.top - 2;
  }).map((box) => `${box.tagName} ${box.className} “${box.textContent.slice(0, 30)}” `
    + `${Math.round(box.getBoundingClientRect().right)} ${box.getBoundingClientRect().bottom}`);
}"""
"""Parts of the slide shown that leave the screen or their column."""


def open_deck(tab: Tab, **address: str) -> Page:
    """Rapat, with its slide and its keys drawn."""
    page = tab.open("rapat", **address)
    expect(page.locator(".zi-deck")).to_be_visible(timeout=DRAWN_WITHIN_MS)
    return page


def shows_slide(page: Page, number: int) -> None:
    """Wait until a slide is shown."""
    told = re.compile(rf"^Slide {number} dari ")
    expect(page.locator(".zi-deck")).to_have_attribute("aria-label", told, timeout=DRAWN_WITHIN_MS)
    expect(page.locator(".zi-deck-place")).to_have_text(
        re.compile(rf"^{number} dari "), timeout=DRAWN_WITHIN_MS
    )


def total(page: Page) -> int:
    """How many slides there are."""
    return int(page.locator(".zi-deck-place").inner_text().split()[-1])


def unreadable(page: Page, smallest_px: int = SMALLEST_PX) -> list[str]:
    """What of the slide shown cannot be read, each with the reason; see `_UNREADABLE`."""
    found: list[str] = page.evaluate(_UNREADABLE, [smallest_px, LEAST_CONTRAST])
    return found


def spilled(page: Page) -> list[str]:
    """What leaves its place on the slide shown; letters may be small, and texts end in dots."""
    found: list[str] = page.evaluate(_SPILLED)
    return found
