"""One real browser among the viewers: its page is never blank, whatever happens to the server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from playwright.async_api import Page, async_playwright

from tests.browser.conftest import ARGUMENTS, browser_path
from tests.soak.ledger import Ledger

LOOKS_EVERY_SECONDS = 1
SHOWN = """() => [
  document.querySelector('h1')?.innerText ?? '',
  document.querySelector('[data-testid="stMain"]')?.innerText ?? '',
]"""


@asynccontextmanager
async def open_tab(address: str, ledger: Ledger) -> AsyncIterator[None]:
    """A tab on the dashboard, which is looked at every second as long as the block lasts."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        page = await browser.new_page()
        page.on("pageerror", lambda error: ledger.blank.append(f"error in the browser: {error}"))
        await page.goto(address)
        await page.get_by_text(" dari 87").first.wait_for()
        looks = asyncio.create_task(_look_again_and_again(page, ledger))
        try:
            yield
        finally:
            looks.cancel()
            with suppress(asyncio.CancelledError):
                await looks
            await browser.close()


async def _look_again_and_again(page: Page, ledger: Ledger) -> None:
    while True:
        await asyncio.sleep(LOOKS_EVERY_SECONDS)
        heading, body = await page.evaluate(SHOWN)
        ledger.looks += 1
        if not heading or len(body) < len("0 dari 87"):
            ledger.blank.append(f"the browser showed {heading!r} and {body[:80]!r}")
