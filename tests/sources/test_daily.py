"""The newest reading of each day is kept for a time; what is pinned or of a meeting stays."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from tests.sources.sheets import ID, OTHER_ID, kept_in
from tests.tables.builders import table
from zi_metrics.errors import SnapshotNotStored
from zi_metrics.sources.daily import DailySnapshots
from zi_metrics.sources.manifest import MANIFEST
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.snapshot import Reading, Snapshot, assemble

DAY = date(2026, 3, 10)
MARCH = [date(2026, 3, day) for day in range(1, 7)]


def reading(
    title: str,
    day: date = DAY,
    *,
    hour: int = 3,
    unit_id: str | None = ID,
    source: str = "sheet",
    settings: dict[str, str] | None = None,
) -> Snapshot:
    """A reading whose one document has this title."""
    return assemble(
        {"evidence": table(EVIDENCE, {"title": title})},
        settings or {},
        Reading(source, day, datetime.combine(day, time(hour), UTC), unit_id=unit_id),
    )


def keep(kept: DailySnapshots, snapshot: Snapshot) -> None:
    """Keep a reading, and remove what need not be kept any more."""
    kept.keep(snapshot)
    kept.tidy(snapshot)


def stored(root: Path) -> list[tuple[date, str]]:
    """Day and document of everything in the store, by whatever source."""
    store = SnapshotStore(root)
    read = (store.read(each.identifier) for each in store.list())
    return [(each.as_of, each.evidence["title"].iloc[0]) for each in read]


def test_last_reading_of_a_day_takes_the_place_of_the_others(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    for hour, title in ((1, "pagi"), (6, "siang"), (9, "sore")):
        keep(kept, reading(title, hour=hour))
    assert stored(tmp_path) == [(DAY, "sore")]


def test_content_that_comes_back_within_a_day_is_the_newest_again(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    for hour, title in ((1, "pagi"), (6, "siang"), (9, "pagi")):
        keep(kept, reading(title, hour=hour))
    assert stored(tmp_path) == [(DAY, "pagi")]


def test_each_day_keeps_one(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    for day in MARCH[:3]:
        for hour in (1, 9):
            keep(kept, reading(f"pukul {hour}", day, hour=hour))
    assert stored(tmp_path) == [(day, "pukul 9") for day in MARCH[:3]]


def test_days_older_than_the_retention_go(tmp_path: Path) -> None:
    kept = kept_in(tmp_path, keep_days=3)
    for day in MARCH:
        keep(kept, reading("x", day))
    assert [day for day, _ in stored(tmp_path)] == MARCH[-4:]


def test_pinned_day_stays_whatever_its_age(tmp_path: Path) -> None:
    kept = kept_in(tmp_path, keep_days=3)
    SnapshotStore(tmp_path).write(reading("sengaja", MARCH[0]), pinned=True)
    for day in MARCH[1:]:
        keep(kept, reading("x", day))
    assert [day for day, _ in stored(tmp_path)] == [MARCH[0], *MARCH[-4:]]


def test_reading_pinned_in_the_course_of_a_day_stays_beside_its_last(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    SnapshotStore(tmp_path).write(reading("saat rapat", hour=3), pinned=True)
    keep(kept, reading("sore", hour=9))
    assert stored(tmp_path) == [(DAY, "saat rapat"), (DAY, "sore")]


def test_days_of_the_meetings_stay(tmp_path: Path) -> None:
    kept = kept_in(tmp_path, keep_days=1)
    meetings = {"Tanggal rapat": "2026-03-03", "Tanggal rapat lalu": "2026-03-01"}
    for day in MARCH:
        keep(kept, reading("x", day, settings=meetings))
    assert [day.day for day, _ in stored(tmp_path)] == [1, 3, 5, 6]


@pytest.mark.parametrize(
    ("unit_id", "source"), [(OTHER_ID, "sheet"), (None, "contoh"), (ID, "potret")]
)
def test_snapshots_of_others_are_left_alone_and_never_stand_in(
    tmp_path: Path, unit_id: str | None, source: str
) -> None:
    old = DAY - timedelta(days=3000)
    SnapshotStore(tmp_path).write(reading("lain", old, unit_id=unit_id, source=source))
    kept = kept_in(tmp_path, keep_days=1)
    assert kept.last_good() is None
    keep(kept, reading("punya kita"))
    assert stored(tmp_path) == [(old, "lain"), (DAY, "punya kita")]
    last = kept.last_good()
    assert last is not None
    assert last.evidence["title"].tolist() == ["punya kita"]


def test_snapshot_of_another_sheet_on_the_same_day_does_not_stand_in(tmp_path: Path) -> None:
    keep(kept_in(tmp_path, OTHER_ID), reading("tahun lalu", hour=9, unit_id=OTHER_ID))
    keep(kept_in(tmp_path), reading("tahun ini", hour=1))
    last = kept_in(tmp_path).last_good()
    assert last is not None
    assert last.provenance.unit_id == ID


@pytest.mark.parametrize("damaged", ["evidence-*.parquet", MANIFEST])
def test_last_good_is_the_newest_that_is_whole(tmp_path: Path, damaged: str) -> None:
    kept = kept_in(tmp_path)
    for day in MARCH[:2]:
        keep(kept, reading(day.isoformat(), day))
    (file,) = tmp_path.glob(f"2026-03-02-*/{damaged}")
    file.write_bytes(file.read_bytes()[:-9])
    last = kept.last_good()
    assert last is not None
    assert last.as_of == MARCH[0]


def test_empty_store_has_no_last_good(tmp_path: Path) -> None:
    assert kept_in(tmp_path / "belum-ada").last_good() is None


def test_what_is_kept_replaces_nothing_until_it_is_tidied(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    for hour, title in ((1, "pagi"), (9, "sore")):
        kept.keep(reading(title, hour=hour))
    assert stored(tmp_path) == [(DAY, "pagi"), (DAY, "sore")]


def test_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    with pytest.raises(SnapshotNotStored, match="tidak dapat disimpan"):
        kept_in(tmp_path / "berkas").keep(reading("x"))
