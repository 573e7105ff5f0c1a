"""Rapat without a browser: addresses, what a slide says, its keys, its footer."""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages._deck import show, slides
from pages._frame import deck_address, pinned
from tests.pages.altered import by_turns, rewrite, sample_folder
from tests.pages.conftest import EMPTY, FULL, RUNS_WITHIN_SECONDS, UNREADABLE, draw
from tests.pages.shown import BY_SLUG, said
from tests.pages.test_freeze import in_frame
from tests.report.decks import (
    HOSTILE,
    bars_of,
    course_of,
    deck_of,
    hostile_deck,
    shares_of,
    slide_of,
)
from zi_metrics.charts.palette import INK, TOO_LITTLE, Mode
from zi_metrics.charts.series import DatedShare
from zi_metrics.labels import deck as text
from zi_metrics.labels.sources import SAMPLE_BADGE
from zi_metrics.report.deck import deck
from zi_metrics.report.meeting import meeting
from zi_metrics.report.slides import Column, Course, Line, Lines, Matrix, Table
from zi_metrics.tables.snapshot import Snapshot

ON_SAMPLE = pytest.mark.parametrize("source", ["contoh"], indirect=True)
EVERY_SOURCE = pytest.mark.parametrize("source", [*FULL, EMPTY, UNREADABLE], indirect=True)
COUNT = 16
PINNED = "2025-09-30-55ee1e737bea"


def rapat(**address: str) -> AppTest:
    """The page as an address opens it."""
    page = AppTest.from_function(
        draw, args=(BY_SLUG["rapat"].module, None), default_timeout=RUNS_WITHIN_SECONDS
    )
    for key, value in address.items():
        page.query_params[key] = value
    return page.run()


def number_of(page: AppTest) -> int:
    """Which slide is shown."""
    found = re.search(r'aria-label="Slide (\d+) dari', html(page))
    assert found, said(page)
    return int(found[1])


def in_address(page: AppTest, key: str) -> str:
    """A part of the address, whether the test set it or the page."""
    value = page.query_params[key]
    return value if isinstance(value, str) else value[0]


def html(page: AppTest) -> str:
    return "".join(each.proto.body for each in page.get("html"))


# --- Which slide ------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("3", 3),
        ("16", 16),
        ("17", 16),
        ("999999", 16),
        ("0", 1),
        ("", 1),
        ("-3", 1),
        ("3.0", 1),
        ("1e2", 1),
        ("\u0663", 1),
        ("\u00b2", 1),
        (" 3", 1),
        ("<b>", 1),
        ("9" * 20_000, 1),
    ],
)
def test_address_names_a_slide_or_the_nearest(asked: str, number: int) -> None:
    assert show.within(asked, COUNT) == number


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [("30", 30), ("1", 5), ("5", 5), ("601", 600), ("0", None), ("", None), ("ya", None)],
)
def test_rotation_keeps_to_a_pace_that_can_be_followed(asked: str, seconds: int | None) -> None:
    assert show.rotation(asked) == seconds


@ON_SAMPLE
def test_slide_opens_by_its_address(source: str) -> None:
    for number in (3, COUNT):
        page = rapat(slide=str(number))
        assert [each.message for each in page.exception] == []
        assert number_of(page) == number


@pytest.mark.parametrize("source", ["folder/yang/tidak/ada"], indirect=True)
def test_source_that_cannot_be_read_shows_its_fault_instead(source: str) -> None:
    page = AppTest.from_function(in_frame, args=("rapat",), default_timeout=RUNS_WITHIN_SECONDS)
    page.run()
    assert "tidak dikenal" in said(page)
    assert "zi-deck" not in html(page)


@EVERY_SOURCE
def test_every_slide_is_drawn_under_its_own_title(snapshot: Snapshot) -> None:
    told = deck(meeting(snapshot, None, []))
    drawn = [slides.screen(told, number, Mode.DARK) for number in range(1, told.count + 1)]
    titles = [title for each in drawn for title in re.findall("<h1>(.*?)</h1>", each)]
    assert len(set(titles)) == len(drawn) == COUNT
    assert all(f'aria-label="Slide {i} dari {COUNT}' in each for i, each in enumerate(drawn, 1))


# --- Keys -------------------------------------------------------------------


@ON_SAMPLE
def test_keys_lead_on_back_and_to_both_ends(source: str) -> None:
    page = rapat(slide="3")
    for key, number in (
        ("rapat-maju", 4),
        ("rapat-mundur", 3),
        ("rapat-PageDown", 4),
        ("rapat-PageUp", 3),
        ("rapat-End", 16),
        ("rapat-PageDown", 16),
        ("rapat-Home", 1),
        ("rapat-PageUp", 1),
    ):
        page.button(key=key).click().run()
        assert number_of(page) == number
    assert in_address(page, deck_address.SLIDE) == "1"


@ON_SAMPLE
def test_key_counts_from_the_slide_shown_though_the_browser_sends_the_address_of_before(
    source: str,
) -> None:
    page = rapat(slide="3")
    page.button(key="rapat-maju").click().run()
    page.query_params[deck_address.SLIDE] = "3"
    page.button(key="rapat-maju").click().run()
    assert number_of(page) == 5


@ON_SAMPLE
def test_address_of_history_is_followed(source: str) -> None:
    page = rapat(slide="3")
    page.button(key="rapat-maju").click().run()
    page.query_params[deck_address.SLIDE] = "3"
    assert number_of(page.run()) == 3


@ON_SAMPLE
def test_title_chosen_from_the_list_is_shown(source: str) -> None:
    page = rapat()
    page.selectbox(key="rapat-pilih-1").select(11).run()
    assert number_of(page) == 11
    assert page.selectbox(key="rapat-pilih-11").value == 11


@ON_SAMPLE
def test_rotating_slide_stands_in_the_session_until_a_key_is_pressed(source: str) -> None:
    page = rapat(slide="3", putar="30")
    page.session_state[show.TURNED] = ("3", 7)
    assert number_of(page.run()) == 7
    assert in_address(page, deck_address.SLIDE) == "3"
    page.button(key="rapat-maju").click().run()
    assert number_of(page) == 8
    assert in_address(page, deck_address.SLIDE) == "8"


@ON_SAMPLE
def test_rotation_says_that_it_runs_and_that_it_is_halted(source: str) -> None:
    page = rapat(putar="30")
    assert text.rotating(30) in said(page)
    page.button(key="rapat-putar").click().run()
    assert text.PAUSED in said(page)
    assert page.button(key="rapat-putar").label == text.GO_ON
    assert "rapat-putar" not in [each.key for each in rapat().button]


# --- The footer -------------------------------------------------------------


@pytest.mark.parametrize("source", FULL, indirect=True)
def test_footer_says_where_the_figures_are_from(source: str, snapshot: Snapshot) -> None:
    told = said(rapat(slide="6"))
    assert text.place(6, COUNT) in told
    assert snapshot.provenance.digest[:12] in told
    assert "dibaca " in told
    assert (f"{SAMPLE_BADGE} Sumber" in told) == snapshot.provenance.is_sample
    assert ("1 galat data" in told) == (source == "contoh")
    assert text.FROZEN not in told


@ON_SAMPLE
def test_footer_of_pinned_data_says_that_it_is(source: str) -> None:
    told = said(rapat(**{pinned.KEY: PINNED}))
    assert text.FROZEN in told
    assert "Keadaan per 30 September 2025" in told


@ON_SAMPLE
def test_names_are_hidden_until_the_address_or_the_button_shows_them(source: str) -> None:
    page = rapat()
    assert "nama disamarkan" in said(page)
    page.button(key="rapat-nama").click().run()
    assert "nama tampil" in said(page)
    assert in_address(page, deck_address.NAMES) == deck_address.NAMES_SHOWN
    page.button(key="rapat-nama").click().run()
    assert "nama disamarkan" in said(page)
    assert "nama tampil" in said(rapat(nama="tampil"))
    assert "nama disamarkan" in said(rapat(nama="<b>tampil"))


# --- Blocks -----------------------------------------------------------------


def drawn(*columns: Column) -> str:
    return slides.screen(deck_of(slide_of(*columns)), 2, Mode.LIGHT)


def test_hostile_texts_are_text() -> None:
    told = hostile_deck()
    for number in range(1, told.count + 1):
        written = slides.screen(told, number, Mode.LIGHT)
        assert "<script" not in written
        assert "<b>tebal" not in written
    assert any("<script>" in each for each in HOSTILE)


def test_bar_says_its_parts_in_words_and_keeps_its_whole_name() -> None:
    name = "iii. " + "Penegakan aturan " * 10
    written = drawn(Column((bars_of(name, "Dua", "Tiga", "Empat", "Lima"),)))
    assert 'role="img" aria-label="2 Terverifikasi, 1 Belum ada"' in written
    assert f'title="{name}"' in written
    assert f">{name}<" not in written


def test_share_is_a_bar_with_the_minimum_across_it() -> None:
    written = drawn(Column((shares_of("Pengawasan", "<b>Lain"),)))
    assert written.count('class="zi-deck-least" style="left:60.00%"') == 2
    assert f'style="width:50.00%;background:{TOO_LITTLE}"' in written
    assert 'role="img" aria-label="50,00\u00a0% · −10,00"' in written
    assert "minimal WBK 60,00\u00a0%" in written
    assert "<b>Lain" not in written


def test_list_alone_has_larger_letters_than_a_long_one() -> None:
    def high(number: int) -> float:
        lines = Lines("Keputusan", (Line("", "Tetapkan tenggat. " * 5),) * number)
        return float(re.findall(r"--high:([\d.]+)", drawn(Column((lines,))))[0])

    # 90 letters: two lines of 76, one of the smaller letters of a list of eleven
    assert [high(number) for number in (1, 6, 11)] == [2.9, 17.4, 22.5]


def test_very_many_bars_end_in_their_number() -> None:
    written = drawn(Column((bars_of(*(f"Sub-area {number}" for number in range(40))),)))
    assert written.count('class="zi-deck-bar"') == 7
    assert "dan 33 lainnya" in written


def test_course_is_a_picture_with_its_sentence_and_the_colours_of_the_mode() -> None:
    course = course_of(0.18, 0.32, 0.45, 0.62)
    for mode in Mode:
        written = slides.screen(deck_of(slide_of(Column((course,)))), 2, mode)
        (source,) = re.findall(r"base64,([^\"]+)\"", written)
        picture = b64decode(source).decode()
        assert f'alt="{course.sentence}"' in written
        assert INK[mode].accent in picture
        assert "<text" not in picture
        assert "perkiraan" in written
        assert "target 90\u00a0%" in written


def test_dates_of_a_course_do_not_cover_each_other() -> None:
    points = tuple(DatedShare(date(2026, 1, day), 0.5, "") for day in range(1, 29))
    written = drawn(Column((Course("Arah", points, None, None, None, "Tetap."),)))
    places = [float(each) for each in re.findall(r'zi-deck-day" style="left:([\d.]+)%', written)]
    assert places[-1] == 100
    assert min(b - a for a, b in pairwise(places)) >= 8.5
    assert written.count('class="zi-deck-point"') == 28


def test_course_of_one_date_and_of_none_are_told() -> None:
    one = Course("Arah", (DatedShare(date(2026, 1, 5), 0.5, ""),), None, None, None, "Satu.")
    assert 'class="zi-deck-point" style="left:50.00%' in drawn(Column((one,)))
    none = Course("Arah", (DatedShare(date(2026, 1, 5), None, ""),), None, None, None, "Belum.")
    assert '<p class="zi-deck-empty">Belum.</p>' in drawn(Column((none,)))


def test_tables_have_headers_for_rows_and_columns() -> None:
    table = Table("Menurut PIC", ("PIC", "Jumlah"), (("Analis", "3"),), frozenset({1}))
    matrix = Matrix("SPIP", "Area", ("TW I",), (("Pengawasan", ("tepat waktu",)),))
    written = drawn(Column((table, matrix)))
    for scope in ("row", "col"):
        assert written.count(f'<th scope="{scope}"') == {"row": 2, "col": 4}[scope]
    assert "●</span><span>tepat waktu</span>" in written


def test_decisions_are_a_numbered_list() -> None:
    lines = Lines("Keputusan", (Line("", "Tetapkan."),), is_numbered=True)
    assert re.search(r"<ol[^>]*><li>.*Tetapkan\.", drawn(Column((lines,))))


def test_what_is_said_because_there_is_nothing_is_said_once() -> None:
    lines = Lines("Monev", (), empty="Satu kalimat.")
    assert drawn(Column((lines,))).count("Satu kalimat.") == 1


def test_cells_that_the_frame_quotes_do_not_reach_the_browser_under_the_deck(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = sample_folder(tmp_path)
    rewrite(folder, "evidence", by_turns("status", "kata Budi Santoso"))
    monkeypatch.setenv("ZI_SUMBER", str(folder))

    def sent(slug: str) -> str:
        page = AppTest.from_function(in_frame, args=(slug,), default_timeout=RUNS_WITHIN_SECONDS)
        return " ".join(each.proto.body for each in page.run().get("html"))

    assert "Budi" in sent("ringkasan")
    assert "Budi" not in sent("rapat")
