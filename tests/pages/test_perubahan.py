"""Perubahan: what became different since another snapshot, said and reconciled."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages._frame.changes import SINCE
from tests.pages.altered import (
    HOSTILE,
    damage,
    everywhere,
    rewrite,
    sample_folder,
    without,
    without_rows,
)
from tests.pages.conftest import EMPTY, Shown, draw, drawn_on
from tests.pages.shown import BY_SLUG, charts, said
from zi_metrics.labels import changes as text
from zi_metrics.labels import screen
from zi_metrics.labels.change_numbers import part, percent_tenths
from zi_metrics.labels.numbers import NBSP, long_date
from zi_metrics.lke import Aspect
from zi_metrics.metrics.changes import Changes, changes
from zi_metrics.metrics.summary import items_of
from zi_metrics.sources.manifest import identifier_of
from zi_metrics.sources.resolve import open_source
from zi_metrics.sources.store import SnapshotStore

PAGE = BY_SLUG["perubahan"]
SAMPLE = open_source("contoh")
MARCH, JUNE, SEPTEMBER, DECEMBER, NEWEST = SAMPLE.dates

Read = Callable[..., AppTest]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    """Draws the page on a source of the test's own, with the address's filters."""

    def drawn(source: Path | str, **query: str) -> AppTest:
        return drawn_on(PAGE, source, monkeypatch, **query)

    return drawn


def identifier(store: Path) -> str:
    """Of the newest snapshot."""
    return max(each.name for each in store.iterdir())


def compared(aspect: Aspect = Aspect.FULFILMENT) -> Changes:
    """The usual comparison of the sample."""
    before, after = (items_of(SAMPLE.newest(day)) for day in (SEPTEMBER, NEWEST))
    return changes(before.of_aspect(aspect), after.of_aspect(aspect))


def alerts(page: AppTest) -> str:
    bodies = [each.proto.body for each in page.get("html")]
    return " ".join(body for body in bodies if 'role="alert"' in body)


def boxes(page: AppTest) -> list[str]:
    return [each.label for each in page.get("expander") if "(" in each.label]


def cells(page: AppTest, caption: str) -> list[list[str]]:
    """The rows of one table as texts."""
    (html,) = (
        each.proto.body
        for each in page.get("html")
        if f"<caption>{caption}</caption>" in each.proto.body
    )
    return [
        [
            " ".join(unescape(re.sub(r"<[^>]+>", " ", cell)).split())
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
        ]
        for row in html.split("<tr>")[1:]
    ]


@pytest.mark.parametrize("source", ["contoh"], indirect=True)
def test_sample_is_compared_with_the_last_snapshot_before_the_last_meeting(shown: Shown) -> None:
    page = shown(PAGE)
    assert said(page).startswith(
        "Sejak 30 September 2025, kelengkapan berbobot naik 16,8 poin persen, dari 45 % menjadi "
        "62 %. Yang berubah: 88 dokumen baru lengkap, 5 dokumen mundur, "
    )
    assert "potret 30 September 2025, yang terakhir sebelum rapat 15 Oktober 2025" in said(page)
    assert page.selectbox[0].value == "30 September 2025"
    assert page.selectbox[0].options == [long_date(day) for day in SAMPLE.dates[-2::-1]]
    assert page.metric[0].value == f"45{NBSP}% → 62{NBSP}%"
    assert page.metric[0].delta == f"+16,8{NBSP}poin persen"
    assert page.metric[0].proto.delta_description == "13,49 → 18,55 dari 30,00"


@pytest.mark.parametrize("source", ["contoh"], indirect=True)
def test_table_leads_from_each_percentage_to_the_next(shown: Shown) -> None:
    _, *rows = cells(shown(PAGE), text.RECONCILED)
    every = compared().reconciliations
    assert [row[0] for row in rows] == [text.MEASURES[measure] for measure in every]
    for row, one in zip(rows, every.values(), strict=True):
        before, after = percent_tenths(one.before.share), percent_tenths(one.after.share)
        assert row[1].startswith(before.replace(NBSP, " "))
        assert row[-2].startswith(after.replace(NBSP, " "))
        assert row[-1] == part(one.difference)
        told = [each for each in row[2:-2] if each != "0"]
        assert told == [part(share) for share in one.by_kind().values()]


@pytest.mark.parametrize("source", ["contoh"], indirect=True)
def test_chart_draws_what_each_area_accounts_for(shown: Shown) -> None:
    (chart,) = charts(shown(PAGE))
    (bars,) = chart.bars
    weighted = next(iter(compared().reconciliations.values()))
    assert bars["x"] == [100 * share for share in weighted.by_area().values()]
    assert bars["text"] == [part(share) for share in weighted.by_area().values()]
    assert {bar[0] for bar in bars["text"]} == {"+", "−"}


@pytest.mark.parametrize("source", ["contoh"], indirect=True)
def test_items_stand_in_a_box_for_each_kind(shown: Shown) -> None:
    page = shown(PAGE)
    counted = compared().items["kind"].value_counts()
    told = {label.rsplit(" (", 1)[0].lower(): label for label in boxes(page)}
    assert told == {kind: text.group_title(kind, n) for kind, n in counted.items()}
    assert f"dan {counted['baru lengkap'] - 100} lainnya; semuanya ada di berkas CSV" in said(page)


def test_address_names_what_is_compared_with(read: Read) -> None:
    page = read("contoh", dari=long_date(MARCH))
    assert said(page).startswith("Sejak 31 Maret 2025, kelengkapan berbobot naik 43,3")
    assert page.selectbox[0].value == "31 Maret 2025"
    assert alerts(page) == ""


def test_choice_goes_into_the_address(read: Read) -> None:
    page = read("contoh")
    page.selectbox[0].select(long_date(DECEMBER)).run()
    assert page.query_params[SINCE] == long_date(DECEMBER)
    assert said(page).startswith("Sejak 31 Desember 2025, ")
    assert page.selectbox[0].value == long_date(DECEMBER)


def test_address_may_name_a_snapshot_by_its_identifier(read: Read) -> None:
    digest = SAMPLE.newest(MARCH).provenance.digest
    page = read("contoh", dari=identifier_of(MARCH, digest))
    assert said(page).startswith("Sejak keadaan yang dibaca 31 Mar 2025 17.00 WIB, ")
    assert page.selectbox[0].value == "Keadaan yang dibaca 31 Mar 2025 17.00 WIB"
    assert "naik 43,3" in said(page)
    assert "kunci" not in said(page)
    assert alerts(page) == ""


def test_pinned_snapshot_of_the_same_day_can_be_compared_with(read: Read, tmp_path: Path) -> None:
    store = sample_folder(tmp_path, newest=2).parent
    SnapshotStore(store).pin(identifier(store))
    page = read(store, dari=identifier(store))
    assert page.selectbox[0].value == "Keadaan terkunci, dibaca 20 Jan 2026 17.00 WIB"
    assert said(page).startswith("Sejak keadaan terkunci yang dibaca 20 Jan 2026 17.00 WIB ")
    assert page.selectbox[0].options == [page.selectbox[0].value, long_date(DECEMBER)]
    assert "tidak ada satu butir pun yang berubah" in said(page)
    assert text.NOTHING_CHANGED_HERE in said(page)


@pytest.mark.parametrize(
    "asked", ["1 Januari 1999", "2025-01-01-abcdefabcdef", "<b>x</b>", "../.."]
)
def test_what_is_not_there_is_said_and_the_usual_is_compared_with(read: Read, asked: str) -> None:
    page = read("contoh", dari=asked)
    assert f"Tidak ada keadaan “{asked}” sebelum yang ditampilkan" in said(page)
    assert "<b>x" not in alerts(page)
    assert page.selectbox[0].value == "30 September 2025"


@pytest.mark.parametrize(("day", "is_compared"), [(DECEMBER, False), (MARCH, True)])
def test_other_sheet_is_compared_with_only_where_it_is_of_an_earlier_year(
    read: Read, tmp_path: Path, day: date, is_compared: bool
) -> None:
    def write(written: date, unit_id: str) -> str:
        snapshot = SAMPLE.newest(written)
        origin = replace(snapshot.provenance, source="sheet", unit_id=unit_id)
        return SnapshotStore(tmp_path).write(replace(snapshot, provenance=origin))

    for ours in (SEPTEMBER, NEWEST):
        write(ours, "ZI")
    page = read(tmp_path, dari=write(day, "sheet lain"))
    assert said(page).startswith("Sejak keadaan yang dibaca 31 Mar 2025 ") is is_compared
    assert ("Tidak ada keadaan" in alerts(page)) is not is_compared


def test_later_snapshot_is_not_compared_with(read: Read) -> None:
    later = identifier_of(NEWEST, SAMPLE.newest(NEWEST).provenance.digest)
    page = AppTest.from_function(draw, args=(PAGE.module, None), default_timeout=60)
    page.session_state["per"] = long_date(JUNE)
    page.query_params.update({"dari": later})
    page.run()
    assert "Tidak ada keadaan" in alerts(page)
    assert said(page).count("Sejak 31 Maret 2025") == 1


@pytest.mark.parametrize("source", ["situs", EMPTY], indirect=True)
def test_single_snapshot_says_what_to_do(shown: Shown) -> None:
    page = shown(PAGE)
    assert said(page) == text.NO_EARLIER
    assert not page.metric


def test_oldest_snapshot_says_to_choose_a_newer_one() -> None:
    page = AppTest.from_function(draw, args=(PAGE.module, None), default_timeout=60)
    page.session_state["per"] = long_date(MARCH)
    page.run()
    assert said(page) == text.NO_EARLIER_OF_DATE


def test_filters_of_the_address_choose_kinds_areas_and_items(read: Read) -> None:
    page = read("contoh", perubahan="Mundur", butir="Data dukung", area="Tatalaksana")
    assert boxes(page) == ["Mundur (5)"]
    assert "Saringan menampilkan 5 dari 233 butir." in said(page)
    assert screen.EMPTY_FILTER in said(read("contoh", perubahan="Mundur", area="Pengawasan"))


def test_row_tells_both_states_its_effect_and_what_else_became_of_it(read: Read) -> None:
    page = read("contoh", perubahan="Mundur", butir="Data dukung")
    rows = cells(page, "Mundur (5)")[1:]
    assert [
        "POS data dukung · Tatalaksana · A.I.2.i.a juga baru terlambat",
        "■ Terverifikasi → ▲ Perlu perbaikan",
        "−0,34 pada kelengkapan data dukung",
        "Pengelola POS",
        "30 Apr 2025 lewat 265 hari",
    ] in rows


def test_reform_has_figures_of_its_own(read: Read) -> None:
    page = read("contoh", aspek="Reform")
    assert [each.label for each in page.metric][2:] == ["Kelengkapan data dukung", "Verifikasi"]
    assert "tidak ada satu butir pun yang berubah" in said(page)
    assert charts(page) == []


@pytest.mark.parametrize("which", [0, 1])
def test_table_unreadable_on_one_side_is_said_and_nothing_called_removed(
    read: Read, tmp_path: Path, which: int
) -> None:
    store = sample_folder(tmp_path, newest=2).parent
    rewrite(sorted(store.iterdir())[which], "evidence", without("status"))
    page = read(store)
    assert "Tabel Data Dukung tidak dapat dibaca pada salah satu" in said(page)
    assert "dihapus" not in said(page).replace("itu tidak berarti butirnya dihapus", "")
    assert page.metric[0].value in {
        f"tidak dapat dibaca → 62{NBSP}%",
        f"57{NBSP}% → tidak dapat dibaca",
    }
    assert page.metric[2].delta == f"+9,8{NBSP}poin persen"


def test_other_date_than_asked_is_said(read: Read, tmp_path: Path) -> None:
    store = sample_folder(tmp_path, newest=4).parent
    _, september, *_ = sorted(store.iterdir())
    damage(september, "evidence")
    page = read(store, dari=long_date(SEPTEMBER))
    assert (
        "Potret 30 September 2025 tidak dapat dibaca; yang dibandingkan potret 30 Juni 2025."
        in said(page)
    )
    assert said(page).startswith("Sejak 30 Juni 2025, ")


def test_no_snapshot_as_early_as_usual_is_said(read: Read, tmp_path: Path) -> None:
    page = read(sample_folder(tmp_path, newest=2).parent)
    assert "Tidak ada potret sampai 15 Oktober 2025" in said(page)
    assert said(page).startswith("Sejak 31 Desember 2025, ")


def test_table_emptied_since_tells_every_row_as_removed(read: Read, tmp_path: Path) -> None:
    folder = sample_folder(tmp_path, newest=2)
    rewrite(folder, "recommendations", without_rows)
    page = read(folder.parent, perubahan="Dihapus")
    assert boxes(page) == ["Dihapus (42)"]
    assert page.metric[2].value == f"61{NBSP}% → belum ada data monev"
    assert not page.metric[2].delta


def test_hostile_cells_are_text(read: Read, tmp_path: Path) -> None:
    folder = sample_folder(tmp_path, newest=2)
    rewrite(folder, "evidence", everywhere("title", "pic", "period", texts=(HOSTILE,)))
    rewrite(folder, "recommendations", everywhere("recommendation", "pic", texts=(HOSTILE,)))
    page = read(folder.parent)
    bodies = "".join(each.proto.body for each in page.get("html"))
    assert "<img" not in bodies
    assert "<script" not in bodies
    assert "&lt;img src=x" in bodies
