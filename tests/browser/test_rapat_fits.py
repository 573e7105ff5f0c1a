"""Every slide fits the screens it is projected on, and can be read from the last row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import pages
from pages._deck import slides
from tests.browser.conftest import Serve
from tests.browser.deck import open_deck, shows_slide, spilled, total, unreadable
from tests.browser.screen import LAPTOP, PROJECTOR, fresh_tab
from tests.pages.altered import HOSTILE, folder_of
from tests.report.decks import bars_of, deck_of, hostile_deck, shares_of, slide_of
from zi_metrics.charts.palette import Mode
from zi_metrics.metrics.spip import SpipState
from zi_metrics.report.deck_readiness import LONGEST_DETAIL
from zi_metrics.report.plain import shortened
from zi_metrics.report.slides import Column, Deck, Headline, Line, Lines, Matrix, Slide, Table

pytestmark = pytest.mark.browser

BEAMER = (1024, 768)
"""A projector of before, as wide on the wall: its letters may have fewer pixels."""
SIZES = ((LAPTOP, 24), (PROJECTOR, 24), (BEAMER, 19))
STYLE = Path(pages.__file__).parent / "_deck" / "deck.css"
LONG = "Kata" * 500


def resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})


def complaints(page: Page) -> list[str]:
    """What cannot be read of the slide shown, on any of the screens."""
    found = []
    for size, smallest in SIZES:
        resize(page, size)
        found += [f"{size[0]} px: {each}" for each in unreadable(page, smallest)]
    return found


@pytest.mark.parametrize(
    ("source", "scheme"),
    [
        ("contoh", "light"),
        ("contoh", "dark"),
        ("situs", "light"),
        pytest.param("situs", "dark", marks=pytest.mark.slow),
    ],
)
def test_every_slide_fits_and_can_be_read(
    chromium: Browser, dashboard: str, source: str, scheme: str
) -> None:
    with fresh_tab(chromium, dashboard, LAPTOP, scheme) as tab:
        page = open_deck(tab, sumber=source)
        for number in range(1, total(page) + 1):
            shows_slide(page, number)
            assert complaints(page) == [], f"slide {number}"
            page.keyboard.press("ArrowRight")
        assert (tab.complaints, tab.foreign_requests, tab.dialogs) == ([], [], [])


def test_deck_covers_everything_else_and_nothing_scrolls(chromium: Browser, dashboard: str) -> None:
    with fresh_tab(chromium, dashboard) as tab:
        page = open_deck(tab, slide="2")
        for place in ([5, 5], [640, 30], [1275, 5], [640, 360], [5, 715], [1275, 715]):
            assert page.evaluate(
                "([x, y]) => document.elementFromPoint(x, y).closest('.st-key-rapat') !== null",
                place,
            )
        page.mouse.wheel(0, 2000)
        assert page.evaluate("[scrollY, document.querySelector('.zi-deck').scrollTop]") == [0, 0]
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.st-key-rapat') !== null")


@pytest.mark.slow
def test_hostile_cells_break_no_slide(
    chromium: Browser, serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = folder_of(tmp_path_factory.mktemp("hostile"), HOSTILE, LONG)
    with fresh_tab(chromium, serve(folder)) as tab:
        page = open_deck(tab, nama="tampil")
        for number in range(1, total(page) + 1):
            shows_slide(page, number)
            assert spilled(page) == [], f"slide {number}"
            assert page.locator(".zi-deck img:not(.zi-deck-picture)").count() == 0
            assert page.locator(".zi-deck :is(script, iframe, a)").count() == 0
            page.keyboard.press("ArrowRight")
        assert (tab.dialogs, tab.foreign_requests) == ([], [])


# --- Decks made by hand, without a server -----------------------------------


def extreme() -> Iterator[Slide]:
    """More of everything than the builder ever puts on a slide."""
    yield slide_of(Column((bars_of(*(f"{i}. {LONG}" for i in range(40))),), 3), Column((many(9),)))
    yield slide_of(Column((many(30),)))
    rows = tuple((LONG, "999.999.999", "1") for _ in range(25))
    table = Table("Tabel", ("PIC", "Data dukung", "Jumlah"), rows, frozenset({1, 2}), more=LONG)
    yield slide_of(Column((table,), 3), Column((many(3),), 2))
    states = tuple((name, tuple([SpipState.MISSING] * 4)) for name in ("Manajemen SDM",) * 7)
    matrix = Matrix("SPIP", "Area", ("TW I", "TW II", "TW III", "TW IV"), states)
    figures = tuple(Headline("Kelengkapan berbobot " * 3, "100\u00a0%", "9 dari 9") for _ in "abcd")
    yield Slide("spip", LONG, LONG, figures, (Column((matrix,)),))
    yield Slide("kata", "Judul", "Kalimat", tuple(Headline(LONG, LONG) for _ in "abcd"), ())


def many(number: int) -> Lines:
    return Lines(LONG, tuple(Line("123 hari", LONG, LONG) for _ in range(number)), more="dan 1")


def laid_out(page: Page, deck: Deck, number: int) -> None:
    """A slide with its style sheet, and nothing of Streamlit's."""
    slide = slides.screen(deck, number, Mode.LIGHT)
    page.set_content(
        f"<style>{STYLE.read_text('utf-8')}</style><div class='st-key-rapat'>{slide}"
        "<div class='st-key-rapat-kaki'></div></div>"
    )


@pytest.mark.parametrize("size", [size for size, _ in SIZES], ids=lambda size: str(size[0]))
def test_more_than_was_planned_becomes_small_rather_than_spill(
    chromium: Browser, size: tuple[int, int]
) -> None:
    page = chromium.new_page(viewport={"width": size[0], "height": size[1]})
    for deck in (deck_of(*extreme()), hostile_deck()):
        for number in range(1, deck.count + 1):
            laid_out(page, deck, number)
            assert spilled(page) == [], f"slide {number}"
    page.close()


def fullest() -> Iterator[Slide]:
    """As much as the builder puts on a slide of the readiness, and on that of the decisions."""
    areas = ("Man. Perubahan", "Tatalaksana", "Manajemen SDM", "Akuntabilitas", "Pengawasan")
    text = "Terdapat penetapan kinerja individu yang terkait dengan perjanjian kinerja unit, ya"
    detail = shortened("A.II.3.iii.a · 0 dari 10 → 5 dari 10 · Koordinator Area 3", LONGEST_DETAIL)
    step = Line("+1,25", text, detail)
    way = (
        Column((shares_of(*areas, "Layanan Publik"),), 2),
        Column((Lines("Yang perlu dinaikkan", (step,) * 4, more="dan 38 lainnya"),), 3),
    )
    yield Slide("jalan-terpendek", "Jalan terpendek menuju WBBM", "Simulasi. " * 18, (), way)
    decision = Line(
        "", "Tetapkan siapa menyelesaikan 40 data dukung yang lewat tenggat, dan kapan."
    )
    decisions = Lines("Keputusan", (decision,) * 12, is_numbered=True)
    yield Slide("keputusan", "Keputusan", "12 hal.", (), (Column((decisions,)),))


@pytest.mark.parametrize("size", [size for size, _ in SIZES], ids=lambda size: str(size[0]))
def test_fullest_way_and_decisions_are_read_in_full(
    chromium: Browser, size: tuple[int, int]
) -> None:
    page = chromium.new_page(viewport={"width": size[0], "height": size[1]})
    deck = deck_of(*fullest())
    for number in range(2, deck.count + 1):
        laid_out(page, deck, number)
        assert unreadable(page, dict(SIZES)[size]) == [], f"slide {number}"
    page.close()


@pytest.mark.parametrize("size", [size for size, _ in SIZES], ids=lambda size: str(size[0]))
def test_year_in_which_nothing_is_due_yet_is_read_in_full(
    chromium: Browser, size: tuple[int, int]
) -> None:
    page = chromium.new_page(viewport={"width": size[0], "height": size[1]})
    for state in SpipState:
        rows = tuple((name, (state,) * 4) for name in ("Manajemen SDM",) * 6)
        matrix = Matrix("SPIP", "Area", ("TW I", "TW II", "TW III", "TW IV"), rows)
        figures = tuple(Headline("SPIP", "95\u00a0%", "20 dari 21", "tetap") for _ in "abc")
        deck = deck_of(Slide("spip", "SPIP", "Satu kalimat.", figures, (Column((matrix,)),)))
        laid_out(page, deck, 2)
        assert unreadable(page, dict(SIZES)[size]) == [], state
    page.close()
