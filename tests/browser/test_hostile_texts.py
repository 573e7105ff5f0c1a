"""What people write in cells is text wherever it appears: no markup, no link, no code."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from pages import ENTRIES
from tests.browser.conftest import Serve
from tests.browser.screen import CHART, Tab, choose, cut_texts, fresh_tab, overflow
from tests.pages.altered import HOSTILE, LONG, REVERSED, folder_of
from zi_metrics.labels import screen

pytestmark = pytest.mark.browser

WRITTEN_ON = [entry.slug for entry in ENTRIES[:2]] + ["monev", "data-dukung", "spip"]


@pytest.fixture(scope="module")
def hostile(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of a dashboard on data that attacks it."""
    return serve(folder_of(tmp_path_factory.mktemp("hostile"), HOSTILE, LONG))


@pytest.fixture(scope="module")
def reversing(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of a dashboard on data that turns the direction of writing."""
    return serve(folder_of(tmp_path_factory.mktemp("reversing"), REVERSED))


def squeezed(text: str) -> str:
    return "".join(text.split())


def open_everything(page: Page) -> None:
    closed = page.locator("[data-testid=stExpander] details:not([open]) > summary")
    for left in reversed(range(closed.count())):
        closed.first.click()
        expect(closed).to_have_count(left)


@pytest.mark.parametrize("slug", WRITTEN_ON)
def test_hostile_cells_are_plain_text(chromium: Browser, hostile: str, slug: str) -> None:
    with fresh_tab(chromium, hostile) as tab:
        page = tab.open("" if slug == ENTRIES[0].slug else slug)
        open_everything(page)
        assert page.locator("[data-testid=stMain] img").count() == 0
        assert page.locator("[data-testid=stMain] :is(script, iframe, .katex)").count() == 0
        assert page.locator("a[href^='javascript:' i], use[href^='javascript:' i]").count() == 0
        assert overflow(page) == []
        assert cut_texts(page) == []
        if slug != "spip":
            assert squeezed(HOSTILE) in squeezed(page.locator("body").text_content() or "")
        assert (tab.dialogs, tab.complaints, tab.foreign_requests) == ([], [], [])


def last_chart(tab: Tab) -> tuple[Page, list[str]]:
    """Monev with its chart by period, whose groups are as written; and the labels of the groups."""
    page = tab.open("monev")
    chart = page.locator(CHART).last
    chart.scroll_into_view_if_needed()
    return page, [squeezed(label) for label in chart.locator(".ytick text").all_text_contents()]


def test_labels_of_a_chart_show_what_was_written(chromium: Browser, hostile: str) -> None:
    with fresh_tab(chromium, hostile) as tab:
        _, labels = last_chart(tab)
        assert len(labels) == 2
        # long ones may be shortened, but no sign of an escape may show
        assert not any("&gt;" in label or "&amp;" in label for label in labels)
        assert any(label.startswith(squeezed(HOSTILE)[:20]) for label in labels)


def test_labels_of_a_chart_do_not_cover_each_other(chromium: Browser, hostile: str) -> None:
    with fresh_tab(chromium, hostile) as tab:
        page, _ = last_chart(tab)
        ticks = page.locator(CHART).last.locator(".ytick text").all()
        boxes = sorted((tick.bounding_box() or {} for tick in ticks), key=lambda box: box["y"])
        assert len(boxes) == 2
        assert all(upper["y"] + upper["height"] <= lower["y"] for upper, lower in pairwise(boxes))


def test_hover_of_a_chart_shows_what_was_written(chromium: Browser, hostile: str) -> None:
    with fresh_tab(chromium, hostile) as tab:
        page, _ = last_chart(tab)
        chart = page.locator(CHART).last
        chart.locator(".bars .point path").first.hover(force=True)
        hover = chart.locator(".hoverlayer .hovertext")
        expect(hover.first).to_be_visible()
        shown = squeezed(hover.first.text_content() or "")
        assert squeezed(HOSTILE)[:40] in shown or LONG[:40] in shown
        assert tab.dialogs == []


def test_hostile_words_are_plain_options_of_a_filter(chromium: Browser, hostile: str) -> None:
    with fresh_tab(chromium, hostile) as tab:
        page = tab.open("monev")
        choose(page, screen.FILTER_PERIOD, HOSTILE)
        expect(page.locator(CHART).last.locator(".ytick text")).to_have_count(1)
        assert page.locator("[data-testid=stMain] img").count() == 0
        assert overflow(page) == []
        assert tab.dialogs == []


def test_script_in_a_link_column_opens_nothing(chromium: Browser, hostile: str) -> None:
    with fresh_tab(chromium, hostile, (2600, 1000)) as tab:
        page = tab.open("data-dukung")
        opened: list[str] = []
        page.context.on("page", lambda new: opened.append(new.url))
        page.context.on("dialog", lambda dialog: opened.append(dialog.message))
        box = page.locator("[data-testid=stDataFrame] canvas").first.bounding_box()
        assert box
        for x in range(int(box["x"]) + 5, int(box["x"] + box["width"]), 25):
            page.mouse.click(x, box["y"] + 35 + 17)
        assert opened == []


@pytest.mark.parametrize("slug", ["manajemen-perubahan", "monev"])
def test_sign_of_direction_in_a_cell_does_not_turn_our_words(
    chromium: Browser, reversing: str, slug: str
) -> None:
    with fresh_tab(chromium, reversing) as tab:
        page = tab.open(slug)
        turned = page.evaluate(
            """() => [...document.querySelectorAll('.zi-about p, .zi-list li, td, th')]
              .filter((box) => box.textContent.includes('\\u202e'))
              .map((box) => box.textContent)"""
        )
        assert turned == []
