"""A person in front of a browser: opens, reloads, chooses a date, changes the page - timed.

Every time is taken inside the page, from the start of the navigation or the press of the button to
the first frame in which all that is wanted is drawn, see `seen.js`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page
from playwright.sync_api import TimeoutError as TooLate

from bench.apps import App
from bench.peers import content
from bench.wanted import DAYS, Wanted
from tests.browser.screen import visitor
from zi_metrics.labels import screen

DRAWN_WITHIN_MS = 120_000
SEEN = Path(__file__).with_name("seen.js").read_text("utf-8")


class Reader:
    """A tab of somebody who was never here, on the newest date."""

    def __init__(self, page: Page, app: App, address: str) -> None:
        self._page, self._app, self._address = page, app, address
        self.day = DAYS[0]
        self.slug = content.RINGKASAN
        self._doing = ""

    def open(self) -> float:
        """Milliseconds to the last chart of the first visit."""
        self._page.goto(self._address, wait_until="commit")
        return self._took("first visit")

    def reload(self) -> float:
        """Milliseconds to the last chart of another visit."""
        self._page.reload(wait_until="commit")
        return self._took("reload")

    def choose(self, day: str) -> float:
        """Milliseconds from the press on another date to its content."""
        self.day = day
        self._list().click()
        option = self._page.get_by_role("option", name=day, exact=True)
        return self._press(option, f"date {day}")

    def turn_to(self, slug: str) -> float:
        """Milliseconds from the press on another page to its content."""
        self.slug, title = slug, content.TITLES[slug]
        link = self._page.get_by_role("link", name=title, exact=True)
        if slug != content.RINGKASAN and self._app.has_groups:
            self._page.get_by_role("button", name=screen.GROUP_MONITORING).click()
            link = self._page.get_by_role("menuitem", name=title, exact=True).or_(link)
        return self._press(link, f"page {title}")

    def _list(self) -> Locator:
        if self._app.is_streamlit:
            return self._page.get_by_role("combobox", name=screen.FILTER_DATE, exact=True)
        return self._page.locator("#per")

    def _press(self, button: Locator, doing: str) -> float:
        button.wait_for()
        self._page.evaluate("wanted => seen.await(wanted)", self._wanted)
        button.click()
        return self._took(doing)

    @property
    def _wanted(self) -> Wanted:
        return self._app.wanted[self.slug][self.day]

    def _took(self, doing: str) -> float:
        self._doing = doing
        self._until("() => window.seen?.took != null", "seen.missing()")
        took: float = self._page.evaluate("seen.took")
        self._assert_rest()
        return took

    def _until(self, holds: str, why_not: str) -> None:
        try:
            self._page.wait_for_function(holds, polling=50, timeout=DRAWN_WITHIN_MS)
        except TooLate as cause:
            missing = self._page.evaluate(why_not)
            raise AssertionError(f"{self._app.name}, {self._doing}: {missing}") from cause

    def _assert_rest(self) -> None:
        """The page says it in sight, has its tables too, and then still says it."""
        first = self._wanted["texts"][0]
        assert self._page.get_by_text(first).first.is_visible(), first
        self._page.wait_for_load_state("networkidle")
        self._until("() => seen.lacksOfTables().length === 0", "seen.lacksOfTables()")
        assert self._page.evaluate("seen.missing()") is None


@contextmanager
def reader(browser: Browser, app: App, address: str) -> Iterator[Reader]:
    """A fresh profile; closed in the end."""
    context = visitor(browser)
    try:
        one = Reader(context.new_page(), app, address)
        first = json.dumps(app.wanted[one.slug][one.day])
        context.add_init_script(f"{SEEN}({first});")
        yield one
    finally:
        context.close()
