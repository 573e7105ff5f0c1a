"""What a browser shows of the dashboard: open a page, wait until it is drawn, read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from pages import ENTRIES

DRAWN_WITHIN_MS = 30_000
LAPTOP, PROJECTOR = (1280, 720), (1920, 1080)
CHART = ".zi-board"
OWN_404S = ("/_stcore/health", "/_stcore/host-config")
"""What Streamlit asks for below a deep link, and does not find."""

_SETTLED = """() => {
  const all = (css) => [...document.querySelectorAll(css)];
  const app = document.querySelector('[data-testid="stApp"]');
  const drawn = app && app.dataset.testScriptState === 'notRunning'
    && all('.zi-status, .zi-alert, [data-testid="stException"]').length > 0
    && all('[data-testid="stSkeleton"], [data-stale="true"]').length === 0
    && all('[data-testid="stPlotlyChart"], [data-testid="stBidiComponentRegular"]').every(
         (chart) => chart.querySelector(
           '.main-svg .plot, .main-svg .layer-above, .zi-empty:not([hidden])'))
    && all('[data-testid="stDataFrame"]').every((list) => list.querySelector('canvas'))
    && document.fonts.status === 'loaded';
  const shown = drawn ? document.body.innerHTML : null;
  const now = performance.now();
  if (!drawn || shown !== window.ziShown) { window.ziShown = shown; window.ziSince = now; }
  return drawn && now - window.ziSince > 250;
}"""
"""The script has run, nothing waits to be drawn, and the page has kept still for a moment."""


@dataclass
class Tab:
    """A page of the browser, with everything it complained of and asked for."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)
        self.page.on("response", lambda r: self._answer(r.status, r.url))
        self.page.on("requestfailed", self._failed)

    def open(self, slug: str, **query: str) -> Page:
        """Open a page by its address and wait until it is drawn."""
        asked = f"?{urlencode(query)}" if query else ""
        self.page.goto(f"{self.address}/{slug}{asked}", wait_until="commit")
        settled(self.page)
        return self.page

    @property
    def foreign_requests(self) -> list[str]:
        """What was asked of anybody but this server."""
        own = urlsplit(self.address).netloc
        parts = [(urlsplit(url), url) for url in self.requests]
        web = [(part, url) for part, url in parts if part.scheme in {"http", "https", "ws", "wss"}]
        return [url for part, url in web if part.netloc != own]

    def _console(self, message: ConsoleMessage) -> None:
        where = urlsplit(message.location.get("url", "")).path
        if message.type == "error" and not where.endswith(OWN_404S):
            self.complaints.append(f"{message.text} ({where})")

    def _dialog(self, dialog: object) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _answer(self, status: int, url: str) -> None:
        if status >= 400 and not urlsplit(url).path.endswith(OWN_404S):
            self.failures.append(f"{status} {url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":
            self.failures.append(f"{request.failure} {request.url}")


@contextmanager
def fresh_tab(
    browser: Browser, address: str, size: tuple[int, int] = LAPTOP, scheme: str = "light"
) -> Iterator[Tab]:
    """A tab of somebody who was never here."""
    context = visitor(browser, size, scheme)
    try:
        yield Tab(context.new_page(), address)
    finally:
        context.close()


def visitor(
    browser: Browser, size: tuple[int, int] = LAPTOP, scheme: str = "light"
) -> BrowserContext:
    """A fresh profile on a screen of this size."""
    return browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, locale="id-ID"
    )


def settled(page: Page) -> None:
    """Wait until the page is drawn and keeps still."""
    page.wait_for_function(_SETTLED, polling=100, timeout=DRAWN_WITHIN_MS)


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def grid_rows(page: Page) -> int:
    """Number of rows in the list on the page, as screen readers hear it."""
    counted = page.locator("[data-testid=stDataFrame] table[role=grid]").get_attribute(
        "aria-rowcount", timeout=DRAWN_WITHIN_MS
    )
    return int(counted or 0) - 1


def expect_grid_rows(page: Page, count: int) -> None:
    """Wait until the list has this many rows."""
    grid = page.locator("[data-testid=stDataFrame] table[role=grid]")
    expect(grid).to_have_attribute("aria-rowcount", str(count + 1), timeout=DRAWN_WITHIN_MS)


def go_to(page: Page, title: str) -> None:
    """Follow an entry of the navigation, whether a tab or inside one of the menus."""
    whole = re.compile(rf"^\s*{re.escape(title)}\s*$")
    tab = page.locator("[data-testid=stTopNavLink]", has_text=whole)
    if not tab.count():
        group = next(entry.group for entry in ENTRIES if entry.title == title)
        page.locator("[data-testid=stTopNavSection]", has_text=group).click()
        tab = page.locator("[data-testid=stTopNavDropdownLink]", has_text=whole)
    tab.click()


def choose(page: Page, label: str, option: str) -> None:
    """Choose one option of a filter, and close its list."""
    page.get_by_role("combobox", name=label, exact=True).click()
    page.get_by_role("option", name=option, exact=True).click()
    page.keyboard.press("Escape")


def overflow(page: Page) -> list[str]:
    """Boxes that scroll sideways, of those that must not: the document and its main section."""
    return page.evaluate(
        """() => [document.documentElement, document.body,
                  ...document.querySelectorAll('[data-testid="stMain"], [data-testid="stBottom"]')]
          .filter((box) => box.scrollWidth > box.clientWidth)
          .map((box) => `${box.dataset.testid || box.tagName}: ${box.scrollWidth}`)"""
    )


def cut_texts(page: Page) -> list[str]:
    """Texts of headline figures that do not fit their box."""
    return page.evaluate(
        """() => [...document.querySelectorAll(
              '[data-testid="stMetricValue"], [data-testid="stMetricLabel"], '
              + '[data-testid="stMetricDelta"]')]
          .flatMap((box) => [box, ...box.querySelectorAll('*')])
          .filter((box) => box.clientWidth > 0 && box.scrollWidth > box.clientWidth)
          .map((box) => box.innerText)"""
    )
