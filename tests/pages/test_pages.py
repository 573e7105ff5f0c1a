"""Every page runs on every kind of data, and says what to do where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import pages
from pages import ENTRIES, PageEntry
from tests.pages.conftest import EMPTY, FULL, RUNS_WITHIN_SECONDS, UNREADABLE, Shown
from tests.pages.shown import BY_SLUG, charts, headings, said, tables_behind
from zi_metrics.labels import screen, status
from zi_metrics.labels.sources import SAMPLE_BADGE
from zi_metrics.tables.snapshot import Snapshot

FRAME = Path(pages.__file__).parent / "_frame" / "main.py"
EVERY_SOURCE = pytest.mark.parametrize("source", [*FULL, EMPTY, UNREADABLE], indirect=True)
ON_EMPTY = pytest.mark.parametrize("source", [EMPTY], indirect=True)
ON_UNREADABLE = pytest.mark.parametrize("source", [UNREADABLE], indirect=True)


@EVERY_SOURCE
@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.slug for entry in ENTRIES])
def test_page_runs(shown: Shown, entry: PageEntry) -> None:
    page = shown(entry)
    assert [each.message for each in page.exception] == []
    assert 'role="alert"' not in "".join(each.proto.body for each in page.get("html"))


@EVERY_SOURCE
@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.slug for entry in ENTRIES])
def test_every_chart_has_its_sentence_and_its_table(shown: Shown, entry: PageEntry) -> None:
    page = shown(entry)
    drawn, tables = charts(page), tables_behind(page)
    for chart in drawn:
        assert chart.alt.endswith(".")
        assert " ".join(chart.alt.split()) in said(page)
    titles = headings(page)
    for title in [label.split(": ", 1)[1] for label in tables]:
        assert title in titles
    assert len(tables) >= len(drawn)
    downloads = [each.proto.label for each in page.get("download_button")]
    assert downloads[: len(tables)] == [screen.DOWNLOAD] * len(tables)


@EVERY_SOURCE
def test_frame_names_the_data(source: str, snapshot: Snapshot) -> None:
    frame = AppTest.from_file(FRAME, default_timeout=RUNS_WITHIN_SECONDS).run()
    assert not frame.exception
    assert frame.title[0].value == ENTRIES[0].heading
    bar = said(frame)
    assert status.as_of(snapshot.as_of) in bar
    assert status.digest(snapshot.provenance.digest) in bar
    assert (f"{SAMPLE_BADGE} Sumber" in bar) == snapshot.provenance.is_sample


@pytest.mark.parametrize("source", ["folder/yang/tidak/ada"], indirect=True)
def test_frame_says_which_source_does_not_exist(source: str) -> None:
    frame = AppTest.from_file(FRAME, default_timeout=RUNS_WITHIN_SECONDS).run()
    assert not frame.exception
    assert f"Sumber “{source}” tidak dikenal" in said(frame)
    assert "Pakai salah satu" in said(frame)


@ON_UNREADABLE
def test_frame_tells_the_faults_of_the_data(source: str) -> None:
    frame = AppTest.from_file(FRAME, default_timeout=RUNS_WITHIN_SECONDS).run()
    assert "Tabel Data Dukung: Kolom wajib “Status” (status) tidak ada." in said(frame)
    assert "Tambahkan kembali kolom “Status”." in said(frame)


@ON_EMPTY
def test_empty_monev_says_what_to_fill_in(shown: Shown) -> None:
    assert said(shown(BY_SLUG["monev"])) == screen.EMPTY_MONEV
    assert said(shown(BY_SLUG["ringkasan"])).count("Isi tab") >= 1


@ON_EMPTY
def test_empty_spip_says_what_to_fill_in(shown: Shown) -> None:
    assert said(shown(BY_SLUG["spip"])) == screen.EMPTY_SPIP
    assert screen.EMPTY_SPIP in said(shown(BY_SLUG["ringkasan"]))
    assert screen.EMPTY_SPIP in said(shown(BY_SLUG["pengawasan"]))


@ON_EMPTY
def test_empty_evidence_says_what_to_fill_in_and_blames_no_filter(shown: Shown) -> None:
    told = said(shown(BY_SLUG["data-dukung"]))
    assert screen.EMPTY_FILTER not in told
    assert "Isi tab Data Dukung" in told


@ON_EMPTY
def test_nothing_to_count_has_no_percentage(shown: Shown) -> None:
    _, _, follow_up, spip = (each.value for each in shown(BY_SLUG["ringkasan"]).metric)
    assert follow_up == "belum ada data monev"
    assert spip == "belum ada data SPIP"


@pytest.mark.parametrize("source", ["situs"], indirect=True)
def test_site_has_no_monev_and_no_spip_rather_than_none_done(shown: Shown) -> None:
    _, _, follow_up, spip = (each.value for each in shown(BY_SLUG["ringkasan"]).metric)
    assert follow_up == "belum ada data monev"
    assert spip == "belum ada data SPIP"
    assert said(shown(BY_SLUG["monev"])) == screen.EMPTY_MONEV


@ON_UNREADABLE
@pytest.mark.parametrize("slug", ["ringkasan", "pengawasan"])
def test_unreadable_evidence_has_no_completeness(shown: Shown, slug: str) -> None:
    page = shown(BY_SLUG[slug])
    weighted, indicators, follow_up, spip = (each.value for each in page.metric)
    assert not any("%" in value for value in (weighted, indicators))
    assert all("%" in value for value in (follow_up, spip))
    assert screen.UNREADABLE_EVIDENCE in said(page)
    assert "0 indikator" not in said(page)


@ON_UNREADABLE
def test_unreadable_evidence_is_no_filter_without_matches(shown: Shown) -> None:
    assert said(shown(BY_SLUG["data-dukung"])) == screen.UNREADABLE_EVIDENCE
