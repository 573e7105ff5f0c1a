"""Pinned data on screen: in the frame of every page, its banner, and the button that pins it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages import ENTRIES, PageEntry
from pages._frame import pinned
from tests.golden.wild import wild_workbook
from tests.pages.altered import damage, sample_folder
from tests.pages.shown import said
from zi_metrics.labels import freeze as text
from zi_metrics.labels.numbers import long_date
from zi_metrics.sources.resolve import open_source
from zi_metrics.sources.store import SnapshotStore

NEWEST = "2026-01-20-f42f208b6c2f"
EARLIER = "2025-09-30-55ee1e737bea"
SITUS = "2026-11-22-366ef4f950e2"
UNKNOWN = "2026-01-20-000000000000"
RUNS_WITHIN_SECONDS = 60


def in_frame(slug: str) -> None:
    """One page in its frame; Streamlit runs its source text, so it imports for itself."""
    from pages._frame import frame
    from tests.pages.conftest import draw
    from tests.pages.shown import BY_SLUG

    entry = BY_SLUG[slug]
    frame.around(entry, lambda: draw(entry.module, entry.area_no))


def button() -> None:
    import streamlit as st

    from pages._frame import data, freeze

    data.begin_run()
    freeze.control()
    frozen = data.frozen()
    st.text("bebas" if frozen is None else frozen.identifier)
    st.text(" ".join(pin.identifier for pin in data.pins()))


def page_of(slug: str = "ringkasan", **query: str) -> AppTest:
    script = AppTest.from_function(in_frame, args=(slug,), default_timeout=RUNS_WITHIN_SECONDS)
    for key, value in query.items():
        script.query_params[key] = value
    return script.run()


def in_address(page: AppTest) -> str:
    """What the address pins; it is a list where the test set it, and a text where the page did."""
    asked = page.query_params[pinned.KEY]
    return asked[0] if isinstance(asked, list) else asked


def links(page: AppTest) -> list[str]:
    """Pages of the dashboard that the page leads to, with their query."""
    bodies = "".join(each.proto.body for each in page.get("html"))
    return [unescape(part.split('"')[0]) for part in bodies.split('href="./')[1:]]


def control() -> AppTest:
    return AppTest.from_function(button, default_timeout=RUNS_WITHIN_SECONDS).run()


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store of a dashboard that no source is configured for."""
    monkeypatch.setenv("ZI_FOLDER_POTRET", str(tmp_path / "potret"))
    monkeypatch.delenv("ZI_SUMBER", raising=False)
    return tmp_path / "potret"


# --- Pages ------------------------------------------------------------------


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.slug for entry in ENTRIES])
def test_every_page_shows_the_pinned_snapshot_and_says_so(entry: PageEntry) -> None:
    page = page_of(entry.slug, potret=EARLIER)
    assert not page.exception
    told = said(page)
    assert "Dikunci : keadaan per 30 September 2025, dibaca 30 Sep 2025 17.00 WIB." in told
    assert f"Sidik data {EARLIER[-12:]}" in told
    assert not [each for each in page.selectbox if each.key in {"sumber", "per"}]
    assert (in_address(page), page.session_state[pinned.KEY]) == (EARLIER, EARLIER)


def test_page_that_is_not_pinned_says_nothing_of_it() -> None:
    page = page_of()
    assert text.LOCKED not in said(page)
    assert [each.key for each in page.selectbox] == ["sumber", "per"]
    assert pinned.KEY not in page.query_params


def test_pin_of_the_page_before_is_put_back_into_the_address() -> None:
    page = page_of("monev", potret=EARLIER)
    del page.query_params[pinned.KEY]
    assert f"Sidik data {EARLIER[-12:]}" in said(page.run())
    assert in_address(page) == EARLIER


def test_another_pin_in_the_address_goes_before_that_of_the_page_before() -> None:
    page = page_of(potret=EARLIER)
    page.query_params[pinned.KEY] = SITUS
    assert f"Sidik data {SITUS[-12:]}" in said(page.run())


def test_date_and_source_in_the_address_change_nothing_that_is_pinned() -> None:
    page = page_of(potret=EARLIER, per=long_date(open_source("contoh").dates[0]), sumber="situs")
    assert f"Sidik data {EARLIER[-12:]}" in said(page)


def test_date_chosen_before_is_not_mixed_with_the_pinned_data() -> None:
    page = page_of(per=long_date(open_source("contoh").dates[0]))
    assert "Keadaan per 31 Maret 2025" in said(page)
    page.query_params[pinned.KEY] = NEWEST
    assert f"Sidik data {NEWEST[-12:]}" in said(page.run())


def test_links_to_other_pages_keep_the_pin_alone() -> None:
    page = page_of(potret=NEWEST)
    onward = [link for link in links(page) if not link.startswith("perubahan?")]
    assert len(onward) > 3
    assert all(f"?{pinned.KEY}={NEWEST}" in link for link in onward)
    (way_out,) = (link for link in links(page) if link not in onward)
    assert way_out == f"perubahan?sumber=contoh&dari={NEWEST}"


def test_way_out_leads_to_the_changes_of_the_same_source() -> None:
    assert f"perubahan?sumber=situs&dari={SITUS}" in links(page_of(potret=SITUS))


def test_configured_source_needs_no_name_on_the_way_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ZI_SUMBER", "situs")
    assert f"perubahan?dari={SITUS}" in links(page_of(potret=SITUS))


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.slug for entry in ENTRIES])
def test_unknown_pin_is_a_sentence_with_a_way_to_the_data_of_now(entry: PageEntry) -> None:
    page = page_of(entry.slug, potret=UNKNOWN)
    assert not page.exception
    told = said(page)
    assert f"Tidak ada potret “{UNKNOWN}” dari sumber data ini." in told
    assert text.TO_CURRENT in told
    assert not re.search("Sidik data [0-9a-f]{12}", told)


@pytest.mark.parametrize("asked", ["<script>alert(1)</script>", "x" * 20_000, "../..", "\0"])
def test_odd_pin_does_no_harm(asked: str) -> None:
    page = page_of("data-dukung", potret=asked)
    assert not page.exception
    assert "<script>" not in "".join(each.proto.body for each in page.get("html"))
    assert len(said(page)) < 500
    assert "Tidak ada potret" in said(page)


def test_damaged_pin_is_named_and_nothing_else_is_shown(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = damage(sample_folder(root, newest=2), "evidence")
    monkeypatch.setenv("ZI_SUMBER", "potret")
    page = page_of(potret=NEWEST)
    assert not page.exception
    told = said(page)
    assert name in told
    assert text.TO_CURRENT in told
    assert "Sidik data" not in told


def test_pin_of_the_sample_is_not_shown_where_a_source_is_configured(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SnapshotStore(root).write(open_source("situs").newest())
    monkeypatch.setenv("ZI_SUMBER", "potret")
    told = said(page_of(potret=NEWEST))
    assert f"Tidak ada potret “{NEWEST}”" in told
    assert "Data contoh" not in told


# --- The button -------------------------------------------------------------


def test_button_pins_what_is_shown(root: Path) -> None:
    page = control()
    assert [each.value for each in page.text] == ["bebas", ""]
    assert "Yang dikunci: keadaan per 20 Januari 2026, dibaca 20 Jan 2026 17.00 WIB" in said(page)
    page.button[0].click().run()
    assert page.text[0].value == NEWEST
    assert in_address(page) == NEWEST
    assert (len(page.button), said(page)) == (0, text.ALREADY)
    assert not root.exists()


def test_button_pins_a_snapshot_of_the_own_store(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample_folder(root, newest=3)
    monkeypatch.setenv("ZI_SUMBER", "potret")
    page = control()
    page.button[0].click().run()
    assert [each.value for each in page.text] == [NEWEST, NEWEST]
    assert SnapshotStore(root).is_pinned(NEWEST)


def test_button_that_cannot_write_says_so_and_changes_nothing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wild_workbook().save(tmp_path / "zi.xlsx")
    monkeypatch.setenv("ZI_SUMBER", str(tmp_path / "zi.xlsx"))
    root.write_text("bukan folder", encoding="utf-8")
    page = control()
    page.button[0].click().run()
    assert page.text[0].value == "bebas"
    assert f"Folder potret “{root}” : Potret tidak dapat disimpan (" in said(page)
    assert "Errno" not in said(page)
    monkeypatch.setenv("ZI_SUMBER", "contoh")
    assert "tidak dapat disimpan" not in said(page.run())
    monkeypatch.setenv("ZI_SUMBER", str(tmp_path / "zi.xlsx"))
    assert "tidak dapat disimpan" in said(page.run())
    root.unlink()
    page.button[0].click().run()
    assert page.text[0].value == page.text[1].value != "bebas"
    assert "tidak dapat disimpan" not in said(page)
