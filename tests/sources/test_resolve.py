"""From the name of a source to its snapshots."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.tables.builders import snapshot
from zi_metrics.errors import SnapshotNotFound
from zi_metrics.settings import SNAPSHOT_DIR_VARIABLE, SOURCE_VARIABLE, AppSettings
from zi_metrics.sources.resolve import open_source
from zi_metrics.sources.store import SnapshotStore

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
