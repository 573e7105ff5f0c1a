"""Every text that hostile hands may write, on every page: nothing of it is made into anything."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from pages import ENTRIES, PageEntry
from pages._frame import deck_address
from tests.browser.conftest import Serve
from tests.browser.screen import Tab, fresh_tab, overflow, settled
from tests.browser.test_hostile_texts import open_everything
from tests.hostile import MARKDOWN, MARKUP, PAYLOADS, SIGNS, STEERING, URL, harmless, snapshot
from zi_metrics.sources.store import SnapshotStore

pytestmark = pytest.mark.browser

TEXTS = [*PAYLOADS.values()]
NEVER = (
    "img:not([src^='data:image/svg+xml;base64,']), script, iframe, object, embed, form, base, "
    "link, meta, video, audio, frame, applet"
)
"""What our pages hold nowhere inside their frame."""
MADE_BY_US = ("svg", "style", "input", "button", "canvas", "math")
"""What they do hold, as many whatever cells say."""
STEERS = r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
DAILY = {"hasil", "mutu-data"}


def stored(root: Path, texts: Sequence[str]) -> Path:
    SnapshotStore(root).write(snapshot(texts))
    return root


@pytest.fixture(scope="module")
def wild(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of a dashboard whose every cell is hostile."""
    return serve(stored(tmp_path_factory.mktemp("wild"), TEXTS))


@pytest.fixture(scope="module")
def calm(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the same with harmless texts."""
    return serve(stored(tmp_path_factory.mktemp("calm"), harmless(TEXTS)))


def slug_of(entry: PageEntry) -> str:
    return "" if entry is ENTRIES[0] else entry.slug


def opened(tab: Tab, entry: PageEntry) -> Page:
    page = tab.open(slug_of(entry))
    open_everything(page)
    settled(page)
    return page


def counted(page: Page, selector: str) -> int:
    return page.locator(f"[data-testid=stMain] :is({selector})").count()


def assert_is_inert(tab: Tab) -> None:
    """Nothing was run, fetched or made; nothing steers what stands beside it."""
    page = tab.page
    assert (tab.dialogs, tab.complaints, tab.foreign_requests) == ([], [], [])
    assert page.locator("[data-testid=stException]").count() == 0
    assert counted(page, NEVER) == 0
    assert counted(page, ".katex, mjx-container, code .token") == 0
    assert page.evaluate(f"/{STEERS}/u.exec(document.body.textContent)") is None
    assert overflow(page) == []
    own, sheet = urlsplit(tab.address).netloc, urlsplit(URL).netloc
    links = page.locator("[data-testid=stMain] a").evaluate_all("all => all.map((a) => a.href)")
    assert {(urlsplit(link).scheme, urlsplit(link).netloc) for link in links} <= {
        ("http", own), ("https", sheet),
    }  # fmt: skip
    handlers = "all => all.flatMap((each) => each.getAttributeNames().filter((n) => /^on/.test(n)))"
    assert page.locator("[data-testid=stMain] *").evaluate_all(handlers) == []


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(entry, marks=[] if entry.slug in DAILY else pytest.mark.slow)
        for entry in ENTRIES
    ],
    ids=lambda entry: entry.slug,
)
def test_nothing_on_a_page_is_made_from_a_cell(
    chromium: Browser, wild: str, entry: PageEntry
) -> None:
    with fresh_tab(chromium, wild) as tab:
        opened(tab, entry)
        assert_is_inert(tab)


@pytest.mark.slow
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.slug)
def test_page_holds_as_many_elements_whatever_cells_say(
    chromium: Browser, wild: str, calm: str, entry: PageEntry
) -> None:
    found = []
    for address in (wild, calm):
        with fresh_tab(chromium, address) as tab:
            page = opened(tab, entry)
            found.append({name: counted(page, name) for name in MADE_BY_US})
    assert found[0] == found[1]


@pytest.mark.slow
def test_nothing_on_a_slide_is_made_from_a_cell(chromium: Browser, wild: str) -> None:
    with fresh_tab(chromium, wild) as tab:
        page = tab.open("rapat")
        of = re.search(r"\b1 dari (\d+)", page.locator("body").inner_text())
        assert of
        for number in range(1, int(of[1]) + 1):
            tab.open("rapat", **{deck_address.SLIDE: str(number)})
            assert_is_inert(tab)


@pytest.mark.parametrize(
    ("slug", "keys"),
    [
        ("data-dukung", ("cari", "pic", "area", "status", "periode", "per", "sumber", "terlambat")),
        pytest.param("kesiapan", ("coba", "target", "indikator"), marks=pytest.mark.slow),
        pytest.param("rapat", ("slide", "nama", "area"), marks=pytest.mark.slow),
        ("monev", ("potret",)),
    ],
)
def test_nothing_is_made_from_an_address(
    chromium: Browser, wild: str, slug: str, keys: Sequence[str]
) -> None:
    texts = [*MARKUP.values(), *MARKDOWN.values(), *STEERING.values(), SIGNS["controls"]]
    said = "".join(texts).replace("\udc00", "").replace("\ud800", "")
    with fresh_tab(chromium, wild) as tab:
        tab.open(slug, **dict.fromkeys(keys, said[:1500]))
        assert_is_inert(tab)
