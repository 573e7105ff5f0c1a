"""From the name of a source to its snapshots."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from tests.sheets_server import SheetsServer
from tests.sources.sheets import ID, OTHER_ID
from tests.tables.builders import snapshot, table
from zi_metrics.errors import SnapshotNotFound
from zi_metrics.settings import (
    EMULATOR_VARIABLE,
    KEY_FILE_VARIABLE,
    SHEET_URL_VARIABLE,
    SNAPSHOT_DIR_VARIABLE,
    SOURCE_VARIABLE,
    AppSettings,
)
from zi_metrics.sources.follow import live_sheet
from zi_metrics.sources.resolve import open_source
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.book import Book, TabRead
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.snapshot import Reading, assemble

MARCH, JUNE = date(2025, 3, 31), date(2025, 6, 30)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    store = SnapshotStore(tmp_path)
    for day in (MARCH, JUNE):
        store.write(snapshot(as_of=day))
    return tmp_path


def test_potret_is_the_store_that_the_settings_name(root: Path) -> None:
    settings = AppSettings.from_environment(
        {SOURCE_VARIABLE: "potret", SNAPSHOT_DIR_VARIABLE: str(root)}
    )
    assert settings.source == "potret"
    assert open_source("potret", settings).dates == (MARCH, JUNE)


def test_potret_without_any_snapshot_says_so(tmp_path: Path) -> None:
    with pytest.raises(SnapshotNotFound, match=r"Belum ada potret\. Simpan potret"):
        open_source("potret", AppSettings(snapshot_dir=tmp_path / "belum-ada"))


def test_newest_snapshot_up_to_a_date_is_read(root: Path) -> None:
    source = open_source(str(root))
    assert source.newest(date(2025, 6, 29)).as_of == MARCH
    assert source.newest().as_of == JUNE


def test_oldest_snapshot_is_read_when_all_are_later(root: Path) -> None:
    assert open_source(str(root)).newest(date(2024, 1, 1)).as_of == MARCH


def test_version_of_a_day_changes_with_its_snapshots_and_earlier_ones(root: Path) -> None:
    before = open_source(str(root))
    SnapshotStore(root).write(snapshot(as_of=JUNE, settings={"Unit": "Balai"}))
    after = open_source(str(root))
    assert after.version(JUNE) != before.version(JUNE)
    assert after.version(MARCH) == before.version(MARCH)


def test_version_of_one_folder_changes_when_a_file_does(root: Path) -> None:
    folder = root / SnapshotStore(root).list()[-1].identifier
    before = open_source(str(folder)).version(JUNE)
    next(folder.glob("evidence-*.parquet")).write_bytes(b"")
    assert open_source(str(folder)).version(JUNE) != before


# --- A sheet and its past days -----------------------------------------------


@pytest.fixture
def sheet(server: SheetsServer, tmp_path: Path) -> AppSettings:
    """Settings that name a sheet on the loopback, which has been read once."""
    key = tmp_path / "kunci.json"
    key.write_text(json.dumps(server.credentials()), encoding="utf-8")
    settings = AppSettings.from_environment(
        {
            SHEET_URL_VARIABLE: server.url(ID),
            KEY_FILE_VARIABLE: str(key),
            EMULATOR_VARIABLE: server.host,
            SNAPSHOT_DIR_VARIABLE: str(tmp_path / "potret"),
        }
    )
    assert live_sheet(settings).refresh().is_current
    return settings


def kept(settings: AppSettings, title: str, day: date, unit_id: str = ID) -> None:
    """Leave a snapshot of a sheet whose one document has this title."""
    book = Book("ZI", f"https://sheet.test/{unit_id}", (TabRead("Data Dukung", "evidence", 7),))
    read_at = datetime.combine(day, time(3), UTC)
    where = Reading("sheet", day, read_at, unit_id=unit_id, book=book)
    rows = table(EVIDENCE, {"title": title}).assign(origin="Data Dukung!C2")
    SnapshotStore(settings.snapshot_dir).write(assemble({"evidence": rows}, {}, where))


def test_cells_of_today_have_links_and_those_of_past_days_none(sheet: AppSettings) -> None:
    kept(sheet, "POS", MARCH)
    source = open_source("sheet", sheet)
    books = [source.newest(day).provenance.book for day in (MARCH, source.dates[-1])]
    assert [book.link("Data Dukung!C2") is not None for book in books] == [False, True]
    assert [book.name for book in books] == ["ZI", "ZI 2026"]


def test_past_days_are_those_of_this_sheet_and_of_earlier_years_sheets(sheet: AppSettings) -> None:
    kept(sheet, "tahun lalu", MARCH, OTHER_ID)
    kept(sheet, "punya kita", JUNE)
    kept(sheet, "sheet coba-coba", JUNE, OTHER_ID)
    kept(sheet, "sheet coba-coba", date(2025, 7, 1), OTHER_ID)
    source = open_source("sheet", sheet)
    past = [(day, source.newest(day).evidence["title"].tolist()) for day in source.dates[:-1]]
    assert past == [(MARCH, ["tahun lalu"]), (JUNE, ["punya kita"])]
