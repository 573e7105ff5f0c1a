"""A real browser and the real dashboard."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.screen import Tab, fresh_tab
from tests.browser.server import serving

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Serve = Callable[[str | Path | None], str]


def browser_path() -> str:
    """The browser of CHROMIUM, else the one on PATH."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert path, "No browser: set CHROMIUM, or run the tests by `make test`."
    return path


# Not for the whole session: while it lives, asyncio cannot run in tests elsewhere.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium of CHROMIUM, else the one on PATH, with a profile nobody has used."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """Starts a dashboard on a source, once per source, and names its address."""
    addresses: dict[str | None, str] = {}
    with ExitStack() as running:

        def address_of(source: str | Path | None) -> str:
            key = None if source is None else str(source)
            if key not in addresses:
                log = tmp_path_factory.mktemp("server") / "log.txt"
                addresses[key] = running.enter_context(serving(key, log))
            return addresses[key]

        yield address_of


@pytest.fixture(scope="session")
def dashboard(serve: Serve, request: pytest.FixtureRequest) -> str:
    """Address of the dashboard; its ZI_SUMBER is the fixture's parameter, by default unset."""
    return serve(getattr(request, "param", None))


@pytest.fixture
def tab(chromium: Browser, dashboard: str) -> Iterator[Tab]:
    """A visitor's tab on the dashboard."""
    with fresh_tab(chromium, dashboard) as opened:
        yield opened
