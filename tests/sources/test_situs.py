"""The unit's own list as a snapshot; that it says what the site says is in `test_situs_list`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from zi_metrics.errors import SnapshotDamaged
from zi_metrics.sources.situs import read_situs
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.snapshot import Snapshot


@pytest.fixture(scope="module")
def situs() -> Snapshot:
    return read_situs()


def test_situs_lists_303_documents_all_available_and_none_with_a_link(situs: Snapshot) -> None:
    assert len(situs.evidence) == 303
    assert set(situs.evidence["state"]) == {"Tersedia"}
    assert situs.evidence["is_complete"].all()
    assert situs.evidence["is_counted"].all()
    assert situs.evidence["url"].isna().all()


def test_situs_documents_per_area_are_those_of_the_site(situs: Snapshot) -> None:
    per_area = situs.evidence["area_no"].value_counts().sort_index()
    assert per_area.to_dict() == {1: 26, 2: 13, 3: 70, 4: 42, 5: 43, 6: 109}
    assert set(situs.evidence["aspect"]) == {"Pemenuhan"}


def test_situs_documents_have_ids_of_their_own(situs: Snapshot) -> None:
    assert situs.evidence["evidence_id"].is_unique
    assert situs.evidence.loc[0, ["evidence_id", "title", "period"]].tolist() == [
        "A.I.1.i.a-01",
        "SK Tim ZIWBK",
        "2023",
    ]


def test_situs_was_taken_over_in_november_2026_for_2025(situs: Snapshot) -> None:
    assert situs.as_of == date(2026, 11, 22)
    assert situs.settings.assessed_year == 2025
    assert situs.provenance.source == situs.provenance.unit_id == "situs"
    assert not situs.provenance.is_sample


def test_situs_hides_four_names_and_the_other_spelling_of_one(situs: Snapshot) -> None:
    assert situs.settings.hidden_names == (
        "Mefrida Harahap",
        "Aprilda",
        "Mahmun Zulkifli",
        "Julian Henry Sembiring",
        "Kabag Mefrida Harahap",
    )
    titles = " ".join(situs.evidence["title"])
    assert all(name in titles for name in situs.settings.hidden_names)


def test_two_indicators_absent_from_the_site_are_there_with_a_note(situs: Snapshot) -> None:
    notes = situs.indicators.set_index("code")["note"]
    absent = notes[notes.str.contains("tidak ada di situs", na=False)]
    assert absent.index.tolist() == ["A.I.2.iii.a", "A.I.2.iii.b"]
    assert not situs.evidence["code"].isin(absent.index).any()


def test_three_indicators_under_another_heading_say_so(situs: Snapshot) -> None:
    notes = situs.indicators.set_index("code")["note"]
    moved = ["A.I.6.iii.a", "A.I.6.iii.b", "A.I.6.iii.c"]
    assert notes[moved].str.contains("Budaya Pelayanan Prima").all()
    assert notes.str.contains("Budaya Pelayanan Prima", na=False).sum() == 3


def test_situs_has_no_monev_spip_nor_hasil(situs: Snapshot) -> None:
    assert [len(t) for t in (situs.recommendations, situs.spip_reports, situs.results)] == [0, 0, 0]
    assert situs.unreadable == frozenset()


def test_situs_has_nothing_that_does_not_count(situs: Snapshot) -> None:
    assert [each.sentence for each in situs.problems if each.severity is not Severity.ADVICE] == []


def test_situs_document_is_traced_to_its_line(situs: Snapshot) -> None:
    assert situs.evidence.loc[0, "origin"] == (
        "situs, judul “Penyusunan Tim Kerja”, butir 1, dokumen 1"
    )


def test_situs_reads_the_same_every_time(situs: Snapshot) -> None:
    assert read_situs().provenance == situs.provenance


def test_lost_settings_never_uncover_the_hidden_names(situs: Snapshot, tmp_path: Path) -> None:
    store = SnapshotStore(tmp_path)
    next((tmp_path / store.write(situs)).glob("settings-*.parquet")).write_bytes(b"")
    with pytest.raises(SnapshotDamaged, match="settings-"):
        store.newest()
