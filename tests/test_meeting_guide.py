"""The guide for meetings says what the program does: buttons, slides, addresses, files, limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

import pytest

from pages._deck.show import LONGEST_SECONDS, SHORTEST_SECONDS
from pages._frame import deck_address, pinned
from tests.test_docs import BLOCK, GUIDE, MEETING_PATH, commands, pattern
from zi_metrics import labels
from zi_metrics.labels import deck as deck_text
from zi_metrics.labels import freeze, preparation
from zi_metrics.labels import pack as pack_text
from zi_metrics.metrics.projection import LEAST_DAYS, LEAST_SNAPSHOTS
from zi_metrics.metrics.trend import compared_with, course_of_year, trend_point
from zi_metrics.report.deck import deck
from zi_metrics.report.meeting import Meeting, meeting
from zi_metrics.report.pack import pack_of
from zi_metrics.sources.resolve import open_source
from zi_metrics.tables.unit_settings import SETTINGS

TEXT = MEETING_PATH.read_text(encoding="utf-8")
PROSE = BLOCK.sub("", TEXT)
FLOWING = " ".join(PROSE.split())


def headings(prose: str) -> list[str]:
    return re.findall(r"^#+ (.+)$", prose, re.MULTILINE)


def below(title: str) -> str:
    parts = re.split(r"^#+ .+$", PROSE, flags=re.MULTILINE)[1:]
    (found,) = [text for each, text in zip(headings(PROSE), parts, strict=True) if each == title]
    return found


def tables(title: str) -> list[list[list[str]]]:
    """The rows of each table below a heading, without their headers."""
    found = []
    for block in re.findall(r"(?:^ *\|.*\n)+", below(title), re.MULTILINE):
        lines = block.splitlines()[2:]
        found.append([[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in lines])
    return found


@pytest.fixture(scope="module")
def of_sample() -> Meeting:
    source = open_source("contoh")
    newest = source.newest()
    course = course_of_year((trend_point(source.newest(day)) for day in source.dates), 2025)
    earlier = source.newest(compared_with(newest.settings, newest.as_of))
    return meeting(newest, earlier, course)


# --- Words on screen --------------------------------------------------------


def constants() -> Iterator[object]:
    """Every fixed text of the screens."""
    for module in iter_modules(labels.__path__):
        for value in vars(import_module(f"{labels.__name__}.{module.name}")).values():
            yield from value.values() if isinstance(value, dict) else (value,)


def bold() -> list[str]:
    return [words for words in re.findall(r"\*\*(.+?)\*\*", FLOWING) if words != "tebal"]


def test_words_in_bold_are_words_on_screen() -> None:
    on_screen = {each for each in constants() if isinstance(each, str)}
    assert len(set(bold())) > 8
    assert sorted(set(bold()) - on_screen) == []


def test_way_into_and_out_of_a_frozen_meeting_is_told() -> None:
    assert {
        freeze.FREEZE,
        freeze.LOCKED,
        freeze.SHARE,
        freeze.RELEASE,
        freeze.TO_CURRENT,
    } <= set(bold())


def test_what_the_host_downloads_and_starts_is_told() -> None:
    downloads = {preparation.DOWNLOAD_PACK, preparation.DOWNLOAD_MINUTES, preparation.CHOOSE_MEMO}
    downloads |= {*preparation.KINDS.values()}
    assert {preparation.CHECKLIST, preparation.OPEN_DECK, *downloads} <= set(bold())


def test_buttons_of_the_deck_are_told() -> None:
    (rows,) = tables("Tombol")
    told = [words for row in rows for words in re.findall(r"\*\*(.+?)\*\*", row[1])]
    assert told == [
        deck_text.NEXT,
        deck_text.PREVIOUS,
        deck_text.PAUSE,
        deck_text.GO_ON,
        deck_text.SHOW_NAMES,
        deck_text.HIDE_NAMES,
        deck_text.LEAVE,
    ]


def test_faults_of_a_frozen_link_are_told_in_the_programs_words() -> None:
    told = [row[0].strip("*") for row in tables("5. Bila ada masalah")[0]]
    for message in (freeze.not_found("§asked§", []), freeze.not_as_pinned("§identifier§")):
        assert any(map(pattern(message["what"]).fullmatch, told)), message["what"]


# --- Settings, slides, addresses --------------------------------------------


def test_settings_to_look_at_are_those_of_a_meeting() -> None:
    (rows,) = tables("Sehari sebelumnya")
    of_meetings = {"meeting_on", "previous_meeting_on", "completeness_target", "target_on"}
    of_meetings.add("hidden_names")
    assert [row[0] for row in rows] == [spec.key for spec in SETTINGS if spec.name in of_meetings]


def test_every_slide_is_told_in_its_order(of_sample: Meeting) -> None:
    (rows,) = tables("Isi setiap slide")
    drawn = deck(of_sample)
    titles = [drawn.cover.title, *(slide.title for slide in drawn.slides)]
    assert [(row[0], row[1]) for row in rows] == [
        (str(number), title) for number, title in enumerate(titles, start=1)
    ]


def test_title_without_a_last_meeting_is_told(of_sample: Meeting) -> None:
    (rows,) = tables("Isi setiap slide")
    slides = {slide.key: place for place, slide in enumerate(deck(of_sample).slides, start=1)}
    key = next(spec.key for spec in SETTINGS if spec.name == "previous_meeting_on")
    assert f"Tanpa *{key}*, judulnya menyebut tanggal" in rows[slides["perubahan"]][2]
    settings = replace(of_sample.snapshot.settings, previous_meeting_on=None)
    without = replace(of_sample, snapshot=replace(of_sample.snapshot, settings=settings))
    titles = [slide.title for slide in deck(without).slides]
    assert titles[slides["perubahan"] - 1] == "Perubahan sejak 30 September 2025"


def test_parts_of_the_address_are_those_that_are_read() -> None:
    (rows,) = tables("Alamat slide")
    parts = [re.findall(r"[?&](\w+)=", row[0]) for row in rows]
    assert parts == [
        [deck_address.SLIDE],
        [deck_address.ROTATION],
        [deck_address.NAMES],
        [pinned.KEY],
    ]
    assert f"dari {SHORTEST_SECONDS} sampai {LONGEST_SECONDS} detik" in rows[1][1]
    assert f"{deck_address.NAMES}={deck_address.NAMES_SHOWN}" in rows[2][0]


def test_needs_of_the_estimate_are_told() -> None:
    needed = f"sekurangnya {LEAST_SNAPSHOTS} potret dalam {LEAST_DAYS} hari"
    assert needed in " ".join(below("Arti perkiraan").split())


# --- The pack ---------------------------------------------------------------


def test_every_option_of_the_pack_is_told() -> None:
    options, _ = tables("Berkas rapat")
    told = [row[0].strip("`") for row in options]
    assert sorted(told) == sorted(
        name for param in commands()["laporan"].params for name in param.opts
    )


def test_every_file_of_the_pack_is_told(of_sample: Meeting) -> None:
    _, files = tables("Berkas rapat")
    told = [row[0].strip("`") for row in files]
    pack = pack_of(of_sample)
    names = [pack_text.READ_FIRST, *(file.name for file in pack.main_files)]
    names += [pack.memo_name(memo) for memo in pack.memos]
    for name in names:
        fitting = [each for each in told if re.fullmatch(re.escape(each).replace("…", ".+"), name)]
        assert len(fitting) == 1, name
    assert len(told) == len(pack.main_files) + 2


# --- Links ------------------------------------------------------------------


def anchors(prose: str) -> set[str]:
    return {
        re.sub(r"[^\w\- ]", "", title.casefold()).replace(" ", "-") for title in headings(prose)
    }


def test_links_lead_to_headings() -> None:
    of = {"": anchors(PROSE), "panduan-koordinator.md": anchors(BLOCK.sub("", GUIDE))}
    wanted = re.findall(r"\]\(([^)\s#]*)#([^)\s]+)\)", TEXT)
    assert {page for page, _ in wanted} == set(of)
    assert [link for link in wanted if link[1] not in of[link[0]]] == []
