"""What comes to a visitor's browser, over any connection: not one closed word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from pages import ENTRIES
from tests.browser.screen import DRAWN_WITHIN_MS, settled
from tests.browser.signing_in import INTERNAL, VISITOR, Guarded, Guest, guarded, signed_in
from tests.browser.wire import ask
from tests.canaries import found_in, store
from zi_metrics.labels import visitor as text

pytestmark = pytest.mark.browser

EVERY_PAGE = [entry.slug for entry in ENTRIES]
SOME = ["perubahan", "rapat?nama=tampil&slide=12"]
FILE = ".st-key-unduh-data-dukung button"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    """A dashboard of snapshots that are full of names, with sign-in."""
    source = store(tmp_path_factory.mktemp("burung"))
    with guarded(tmp_path_factory.mktemp("rumah"), str(source)) as running_dashboard:
        yield running_dashboard


def handed_out(somebody: Guest, url: str) -> bytes:
    """What an address answers to the cookies of this browser."""
    cookies = "; ".join(f"{each['name']}={each['value']}" for each in somebody.context.cookies())
    answer = ask(somebody.address, url.removeprefix(somebody.address), headers={"Cookie": cookies})
    return answer.body


def go_through(somebody: Guest, paths: list[str]) -> list[bytes]:
    """What is handed out on the way, asked for once more."""
    asked: set[str] = set()
    somebody.page.on("request", lambda request: asked.add(request.url))
    for path in paths:
        somebody.open(path, ".zi-status, .zi-deck-foot, .zi-alert")
        settled(somebody.page)
    return [handed_out(somebody, url) for url in asked if url.startswith(somebody.address)]


def taken(somebody: Guest, path: str) -> bytes:
    """The file behind the button of a page."""
    page = somebody.open(path, FILE)
    with page.expect_request(lambda asked: "/media/" in asked.url and "csv" in asked.url) as it:
        page.locator(FILE).click(timeout=DRAWN_WITHIN_MS)
    return handed_out(somebody, it.value.url)


@pytest.mark.parametrize("paths", [SOME, pytest.param(EVERY_PAGE, marks=pytest.mark.slow)])
def test_nothing_that_comes_to_a_visitor_holds_a_closed_word(
    chromium: Browser, shown: Guarded, paths: list[str]
) -> None:
    with signed_in(chromium, shown, VISITOR) as somebody:
        assert somebody.page.get_by_text(text.ABOUT).is_visible()
        contents = go_through(somebody, paths)
        file = taken(somebody, "data-dukung")
        assert b"Dokumen 1 dari A.I.1.i.a" in file
        assert found_in(file) == set()
        assert len(contents) > len(paths)
        assert somebody.frames
        assert found_in(b"\n".join([*contents, *somebody.frames])) == set()
        assert found_in(somebody.page.content()) == set()


def test_closed_words_come_to_internal_viewers(chromium: Browser, shown: Guarded) -> None:
    with signed_in(chromium, shown, INTERNAL, "data-dukung") as somebody:
        assert found_in(taken(somebody, "data-dukung"))
        assert len(found_in(b"\n".join(somebody.frames))) > 20
        assert somebody.page.get_by_text(text.ABOUT).count() == 0
