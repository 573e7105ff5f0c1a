"""A meeting looks at pinned data while others go on editing the sheet; each sees its numbers."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.screen import Tab, fresh_tab, go_to, overflow, settled
from tests.browser.server import running
from tests.browser.test_live_sheet import ALL, CURRENT, FEWER, Followed, shown, shows
from tests.sources.sheets import EVIDENCE
from zi_metrics.labels import freeze as text
from zi_metrics.labels import screen
from zi_metrics.sources.store import SnapshotStore

pytestmark = pytest.mark.browser

BANNER = ".zi-frozen"
SAMPLE_ID, EARLIER_ID = "2026-01-20-f42f208b6c2f", "2025-09-30-55ee1e737bea"
IDENTIFIER = r"\d{4}-\d\d-\d\d-[0-9a-f]{12}"


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Followed]:
    """A sheet, and the dashboard that follows it."""
    with shown(Followed(tmp_path_factory.mktemp("sheet"))) as running_dashboard:
        yield running_dashboard


def status(page: Page) -> str:
    return page.locator(".zi-status").inner_text()


def headlines(page: Page) -> list[str]:
    """The headline figures."""
    return page.locator("[data-testid=stMetric]").all_inner_texts()


def pinned_by_button(page: Page) -> str:
    """Press the button of the meeting's host; the identifier of what is pinned then."""
    go_to(page, screen.PERSIAPAN_RAPAT)
    page.get_by_role("button", name=text.FREEZE).click()
    page.locator(BANNER).wait_for()
    settled(page)
    asked = re.search(rf"[?&]potret=({IDENTIFIER})(&|$)", page.url)
    assert asked, page.url
    return asked[1]


# --- One frozen, one live ---------------------------------------------------


def test_pinned_browser_keeps_its_numbers_while_the_live_one_follows_the_sheet(
    chromium: Browser, followed: Followed, tmp_path: Path
) -> None:
    followed.start_anew()
    with (
        fresh_tab(chromium, followed.address) as meeting,
        fresh_tab(chromium, followed.address) as desk,
    ):
        live, frozen = desk.open(""), meeting.open("")
        for page in (live, frozen):
            shows(page, CURRENT)
            shows(page, ALL)
        identifier = pinned_by_button(frozen)
        go_to(frozen, screen.RINGKASAN)
        expect(frozen.locator("h1")).to_have_text(screen.RINGKASAN)
        settled(frozen)
        before, link = headlines(frozen), frozen.url
        assert ALL in before[1]
        followed.type(EVIDENCE, "D2", "Disusun")
        shows(live, FEWER)
        assert live.locator(BANNER).count() == 0
        for look_again in (lambda: None, lambda: walked(frozen), frozen.reload):
            look_again()
            settled(frozen)
            assert headlines(frozen) == before
            assert f"Sidik data {identifier[-12:]}" in status(frozen)
            assert CURRENT not in status(frozen)
            assert "Perubahan di sheet tidak tampil." in frozen.locator(BANNER).inner_text()
        assert stamps_of_download(frozen, tmp_path) == {(identifier[:10], identifier[-12:])}
        assert_same_after_a_restart(chromium, followed, link, before, tmp_path)
        assert (meeting.complaints, desk.complaints) == ([], [])
        frozen.get_by_role("link", name=text.RELEASE).click()
        shows(frozen, CURRENT)
        settled(frozen)
        assert frozen.url.endswith(f"/perubahan?dari={identifier}")
        assert frozen.locator(BANNER).count() == 0
        expect(frozen.locator("[data-testid=stMain]")).to_contain_text("Dokumen 1")


def walked(page: Page) -> None:
    """To another page and back by the navigation."""
    go_to(page, screen.MONEV)
    expect(page.locator("h1")).to_have_text("Monev dan tindak lanjut")
    settled(page)
    assert page.locator(BANNER).is_visible()
    go_to(page, screen.RINGKASAN)
    expect(page.locator("h1")).to_have_text(screen.RINGKASAN)


def stamps_of_download(page: Page, folder: Path) -> set[tuple[str, str]]:
    """As-of dates and digests in the list of documents as a file."""
    go_to(page, screen.DATA_DUKUNG)
    page.locator("[data-testid=stDataFrame]").wait_for()
    settled(page)
    with page.expect_download() as downloaded:
        page.get_by_role("button", name=screen.DOWNLOAD).click()
    path = folder / downloaded.value.suggested_filename
    downloaded.value.save_as(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert {row["Status"].split()[-1] for row in rows} == {"Tersedia"}
    return {(row["Keadaan per"], row["Sidik data"]) for row in rows}


def assert_same_after_a_restart(
    chromium: Browser, followed: Followed, link: str, before: list[str], folder: Path
) -> None:
    """A new server, for which the sheet is out of reach."""
    parts = urlsplit(link)
    environment = followed.environment | {"SHEETS_EMULATOR_HOST": "127.0.0.1:9"}
    with (
        running(None, folder / "log.txt", environment) as (_, address),
        fresh_tab(chromium, address) as tab,
    ):
        page = tab.open(f"{parts.path.lstrip('/')}?{parts.query}")
        assert headlines(page) == before
        assert page.locator(BANNER).is_visible()
        assert page.locator(".zi-alert").count() == 0
        assert tab.complaints == []


# --- Addresses --------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "scheme"),
    [
        ((1280, 720), "light"),
        ((1920, 1080), "dark"),
        pytest.param((1280, 720), "dark", marks=pytest.mark.slow),
        pytest.param((1920, 1080), "light", marks=pytest.mark.slow),
    ],
)
def test_banner_fits_and_its_words_can_be_read(
    chromium: Browser, dashboard: str, size: tuple[int, int], scheme: str
) -> None:
    with fresh_tab(chromium, dashboard, size=size, scheme=scheme) as tab:
        page = tab.open("", potret=SAMPLE_ID)
        assert page.locator(BANNER).bounding_box()["height"] < 60
        assert overflow(page) == []
        assert least_contrast(page) >= 4.5
        page.locator(f"{BANNER} summary").click()
        assert page.locator(".zi-copied").inner_text() == f"{dashboard}/?potret={SAMPLE_ID}"
        assert overflow(page) == []


def least_contrast(page: Page) -> float:
    """Of the words of the banner to their ground, computed as the browser paints them."""
    contrast: float = page.evaluate(
        """css => {
          const painted = (...colours) => {
            const canvas = document.createElement('canvas').getContext('2d');
            for (const each of colours) {canvas.fillStyle = each; canvas.fillRect(0, 0, 1, 1);}
            return [...canvas.getImageData(0, 0, 1, 1).data];
          };
          const light = (c) => c.slice(0, 3).map((v) => v / 255)
            .map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const box = document.querySelector(css);
          const page = getComputedStyle(document.querySelector('[data-testid=stApp]'));
          const below = getComputedStyle(box).backgroundColor;
          const ground = light(painted(page.backgroundColor, below));
          return Math.min(...[...box.querySelectorAll('p, strong, span, summary')].map((each) => {
            const ink = light(painted(getComputedStyle(each).color));
            return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
          }));
        }""",
        BANNER,
    )
    return contrast


def test_pin_filter_and_back_button_work_together(tab: Tab) -> None:
    page = tab.open("monev", potret=EARLIER_ID, area="Tatalaksana")
    go_to(page, screen.SPIP)
    expect(page.locator("h1")).to_have_text("Laporan triwulanan SPIP")
    expect(page).to_have_url(re.compile(rf"/spip\?potret={EARLIER_ID}$"))
    settled(page)
    go_to(page, screen.MONEV)
    expect(page.locator("h1")).to_have_text("Monev dan tindak lanjut")
    expect(page).to_have_url(re.compile(rf"potret={EARLIER_ID}"))
    settled(page)
    assert "Tatalaksana" in page.locator("[data-testid=stMultiSelect]").first.inner_text()
    assert "Keadaan per 30 September 2025" in status(page)
    assert tab.complaints == []


def test_link_of_a_gap_opens_its_indicator_in_the_pinned_data(tab: Tab) -> None:
    page = tab.open("", potret=EARLIER_ID)
    page.locator("table a").first.click()
    expect(page.locator(".zi-asked")).to_be_visible(timeout=30_000)
    settled(page)
    assert f"potret={EARLIER_ID}" in page.url
    assert page.locator(BANNER).is_visible()
    assert f"Sidik data {EARLIER_ID[-12:]}" in status(page)


@pytest.mark.parametrize(
    "asked",
    [
        "x" * 20_000,
        "<b>tebal</b>",
        pytest.param("entah", marks=pytest.mark.slow),
        pytest.param("../../data/contoh", marks=pytest.mark.slow),
    ],
)
def test_bad_pin_says_so_and_leads_to_the_data_of_now(tab: Tab, asked: str) -> None:
    page = tab.open("monev", potret=asked)
    assert "Tidak ada potret “" in page.locator(".zi-alert").inner_text()
    assert page.locator(f"{BANNER}, .zi-status, [data-testid=stException]").count() == 0
    assert (overflow(page), tab.dialogs, tab.complaints) == ([], [], [])
    page.get_by_role("link", name=text.TO_CURRENT).click()
    page.locator(".zi-status").wait_for()
    settled(page)
    assert f"Sidik data {SAMPLE_ID[-12:]}" in status(page)
    assert "potret" not in page.url
    assert page.locator(".zi-alert").count() == 0


def test_kept_snapshot_that_nobody_pinned_can_be_asked_for(
    chromium: Browser, followed: Followed
) -> None:
    followed.start_anew()
    with fresh_tab(chromium, followed.address) as tab:
        shows(tab.open(""), ALL)
        newest = SnapshotStore(followed.folder / "potret").list()[-1].identifier
        page = tab.open("", potret=newest)
        assert f"Sidik data {newest[-12:]}" in status(page)
