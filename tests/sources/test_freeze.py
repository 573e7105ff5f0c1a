"""Data pinned for a meeting stays what it was, whatever is read, stored or lost since."""

from __future__ import annotations

import itertools
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import settings as run_settings
from hypothesis import strategies as st

from tests.golden.wild import wild_workbook
from tests.pages.altered import damage, rewrite, sample_folder, without_rows
from tests.sheets_server import SheetsServer
from tests.sources.sheets import EVIDENCE, ID, OTHER_ID, kept_in
from tests.tables.builders import table
from zi_metrics.errors import SnapshotDamaged, SnapshotNotFound, SnapshotNotStored
from zi_metrics.settings import (
    EMULATOR_VARIABLE,
    KEY_FILE_VARIABLE,
    SHEET_URL_VARIABLE,
    SNAPSHOT_DIR_VARIABLE,
    AppSettings,
)
from zi_metrics.sources import follow
from zi_metrics.sources.daily import DailySnapshots
from zi_metrics.sources.freeze import freeze, frozen_source, pins
from zi_metrics.sources.manifest import MANIFEST, PINNED, identifier_of
from zi_metrics.sources.resolve import Source, open_source
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables import columns
from zi_metrics.tables.book import Book as BookRead
from zi_metrics.tables.book import TabRead
from zi_metrics.tables.snapshot import Reading, Snapshot, assemble

DAY = date(2026, 3, 10)
YESTERDAY = DAY - timedelta(days=1)
SAMPLE_ID = "2026-01-20-f42f208b6c2f"
EARLIER_ID = "2025-09-30-55ee1e737bea"
SITUS_ID = "2026-11-22-366ef4f950e2"
CONTENTS = 12
NO_IDENTIFIERS = (
    "",
    "entah",
    "../../etc/passwd",
    f"../contoh/{SAMPLE_ID}",
    f"{SAMPLE_ID}/",
    SAMPLE_ID.upper(),
    "2026-01-20-f42f208b6c2e",
    "٢٠٢٦-01-20-f42f208b6c2f",
    "2026-01-20-f42f208b6c2f\n",
    "\0",
    "x" * 20_000,
    "<img src=x onerror=alert(1)>",
)


def reading(
    title: str,
    day: date = DAY,
    *,
    hour: int = 3,
    unit_id: str | None = ID,
    source: str = "sheet",
    cell: str = "Data Dukung!C2",
) -> Snapshot:
    """A reading of a sheet whose one document has this title and stands in this cell."""
    rows = table(columns.EVIDENCE, {"title": title}).assign(origin=cell)
    book = BookRead("ZI", f"https://sheet.test/{unit_id}", (TabRead("Data Dukung", "evidence", 7),))
    read_at = datetime.combine(day, time(hour), UTC)
    return assemble(
        {"evidence": rows}, {}, Reading(source, day, read_at, unit_id=unit_id, book=book)
    )


def pinned(root: Path, snapshot: Snapshot) -> str:
    return SnapshotStore(root).write(snapshot, pinned=True)


def title(snapshot: Snapshot) -> str:
    return str(snapshot.evidence["title"].iloc[0])


def identity(snapshot: Snapshot) -> str:
    return identifier_of(snapshot.as_of, snapshot.provenance.digest)


def stored(root: Path) -> list[str]:
    return [path.name for path in root.glob("*")]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "potret"


@pytest.fixture
def settings(root: Path) -> AppSettings:
    return AppSettings(snapshot_dir=root)


# --- What ships, and stores that stay ---------------------------------------


@pytest.mark.parametrize(
    ("name", "identifier"), [("contoh", SAMPLE_ID), ("situs", SITUS_ID), (None, SAMPLE_ID)]
)
def test_what_ships_is_pinned_without_being_copied(
    name: str | None, identifier: str, settings: AppSettings, root: Path
) -> None:
    source = open_source(name or "contoh")
    assert freeze(source, source.newest(), settings) == identifier
    frozen = frozen_source(identifier, name, settings)
    assert identity(frozen.newest()) == identifier
    assert frozen.newest().provenance == source.newest().provenance
    assert (frozen.name, frozen.live) == (source.name, None)
    assert not root.exists()


def test_earlier_sample_has_the_days_before_it_and_none_after(settings: AppSettings) -> None:
    frozen = frozen_source(EARLIER_ID, "contoh", settings)
    assert frozen.dates == (date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30))
    for day in frozen.dates:
        assert frozen.newest(day).provenance.digest == (
            open_source("contoh").newest(day).provenance.digest
        )
    assert identity(frozen.newest(date(2026, 12, 31))) == EARLIER_ID


def test_both_sources_that_ship_are_found_where_none_is_configured(settings: AppSettings) -> None:
    found = [frozen_source(each, None, settings).name for each in (SAMPLE_ID, SITUS_ID)]
    assert found == ["contoh", "situs"]


def test_snapshot_of_the_own_store_is_pinned_where_it_stands(
    settings: AppSettings, root: Path
) -> None:
    identifier = SnapshotStore(root).write(reading("POS"))
    before = (root / identifier / MANIFEST).read_bytes()
    source = open_source("potret", settings)
    assert freeze(source, source.newest(), settings) == identifier
    assert SnapshotStore(root).is_pinned(identifier)
    assert (root / identifier / MANIFEST).read_bytes() == before
    assert stored(root) == [identifier]


def test_store_named_by_its_path_is_not_written_to_unless_it_is_the_own(
    settings: AppSettings, root: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "lain"
    identifier = SnapshotStore(elsewhere).write(reading("POS"))
    SnapshotStore(root).write(reading("POS"))
    for place, is_pinned in ((elsewhere, False), (root, True)):
        source = open_source(str(place), settings)
        assert freeze(source, source.newest(), settings) == identifier
        assert SnapshotStore(place).is_pinned(identifier) is is_pinned


def test_folder_of_one_snapshot_is_found_whatever_its_name(
    settings: AppSettings, root: Path, tmp_path: Path
) -> None:
    folder = sample_folder(tmp_path).rename(tmp_path / "rapat")
    source = open_source(str(folder), settings)
    assert freeze(source, source.newest(), settings) == SAMPLE_ID
    assert identity(frozen_source(SAMPLE_ID, str(folder), settings).newest()) == SAMPLE_ID
    with pytest.raises(SnapshotNotFound):
        frozen_source(EARLIER_ID, str(folder), settings)
    assert not root.exists()


def test_what_can_only_partly_be_read_is_not_pinned(settings: AppSettings, root: Path) -> None:
    identifier = SnapshotStore(root).write(reading("POS"))
    damage(root / identifier, "evidence")
    source = open_source("potret", settings)
    salvaged = source.newest()
    with pytest.raises(SnapshotDamaged, match="hanya terbaca sebagian, jadi tidak dapat dikunci"):
        freeze(source, salvaged, settings)
    assert not SnapshotStore(root).is_pinned(identifier)


# --- A workbook -------------------------------------------------------------


def test_workbook_is_stored_and_found_when_the_file_is_gone(
    settings: AppSettings, tmp_path: Path
) -> None:
    path = tmp_path / "zi.xlsx"
    wild_workbook().save(path)
    source = open_source(str(path), settings)
    shown = source.newest()
    identifier = freeze(source, shown, settings)
    path.unlink()
    frozen = frozen_source(identifier, str(path), settings)
    assert frozen.newest().provenance == shown.provenance
    assert frozen.dates == (shown.as_of,)
    assert [each.identifier for each in pins(str(path), settings)] == [identifier]
    with pytest.raises(SnapshotNotFound):
        frozen_source(identifier, str(tmp_path / "lain.xlsx"), settings)


# --- A sheet that goes on ---------------------------------------------------


@pytest.fixture
def sheet(settings: AppSettings, server: SheetsServer, tmp_path: Path) -> AppSettings:
    """Settings that name a sheet on the loopback, which has been read once."""
    key = tmp_path / "kunci.json"
    key.write_text(json.dumps(server.credentials()), encoding="utf-8")
    told = AppSettings.from_environment(
        {
            SHEET_URL_VARIABLE: server.url(ID),
            KEY_FILE_VARIABLE: str(key),
            EMULATOR_VARIABLE: server.host,
            SNAPSHOT_DIR_VARIABLE: str(settings.snapshot_dir),
        }
    )
    read_again(told)
    return told


def read_again(settings: AppSettings) -> Source:
    state = follow.live_sheet(settings).refresh()
    assert state.fault is None, state.fault
    return open_source("sheet", settings)


def test_sheet_that_changes_leaves_the_pinned_reading_alone(
    sheet: AppSettings, server: SheetsServer
) -> None:
    source = read_again(sheet)
    shown = source.newest()
    identifier = freeze(source, shown, sheet)
    assert identifier == identity(shown)
    with server.editing(ID) as book:
        book.type(EVIDENCE, "D2", "Disusun")
    assert identity(read_again(sheet).newest()) != identifier
    frozen = frozen_source(identifier, "sheet", sheet)
    assert identity(frozen.newest()) == identifier
    assert frozen.newest().evidence["state"].tolist() == shown.evidence["state"].tolist()
    assert frozen.newest().problems == shown.problems
    assert frozen.dates == (shown.as_of,)


def test_pinned_reading_is_there_without_google_key_and_address(
    sheet: AppSettings, server: SheetsServer
) -> None:
    source = read_again(sheet)
    identifier = freeze(source, source.newest(), sheet)
    server.stop()
    assert sheet.sheet is not None
    assert sheet.sheet.key_file is not None
    sheet.sheet.key_file.unlink()
    for name, told in (
        ("sheet", sheet),
        ("sheet", replace(sheet, sheet=None)),
        (None, replace(sheet, sheet=None, source=None)),
    ):
        assert identity(frozen_source(identifier, name, told).newest()) == identifier


def test_pinned_time_is_that_of_the_last_look_at_the_sheet(sheet: AppSettings) -> None:
    first = read_again(sheet).newest().provenance.read_at
    source = read_again(sheet)
    identifier = freeze(source, source.newest(), sheet)
    frozen = frozen_source(identifier, "sheet", sheet).frozen
    assert source.newest().provenance.read_at == first
    assert source.state.good_at is not None
    assert frozen is not None
    assert frozen.read_at == source.state.good_at > first


def test_sheet_that_cannot_be_read_now_is_pinned_as_shown_with_the_time_it_was_read(
    sheet: AppSettings, server: SheetsServer
) -> None:
    good_at = follow.live_sheet(sheet).state.good_at
    server.stop()
    assert follow.live_sheet(sheet).refresh().fault is not None
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    source = open_source("sheet", sheet, lambda: tomorrow)
    shown = source.newest()
    frozen = frozen_source(freeze(source, shown, sheet), "sheet", sheet)
    assert frozen.dates[-1] == shown.as_of > shown.provenance.read_at.date()
    assert frozen.newest().provenance.read_at == good_at


def test_past_day_of_a_sheet_is_pinned_where_it_stands(sheet: AppSettings, root: Path) -> None:
    identifier = SnapshotStore(root).write(reading("POS"))
    before = (root / identifier / MANIFEST).read_bytes()
    source = open_source("sheet", sheet)
    assert freeze(source, source.newest(DAY), sheet) == identifier
    assert SnapshotStore(root).is_pinned(identifier)
    assert (root / identifier / MANIFEST).read_bytes() == before


def test_folder_that_cannot_be_written_is_said_and_loses_nothing(
    sheet: AppSettings, root: Path, tmp_path: Path
) -> None:
    source = read_again(sheet)
    shown = source.newest()
    (tmp_path / "berkas").write_text("bukan folder", encoding="utf-8")
    full = replace(sheet, snapshot_dir=tmp_path / "berkas")
    with pytest.raises(SnapshotNotStored, match=r"tidak dapat disimpan \(") as told:
        freeze(source, shown, full)
    assert "Errno" not in str(told.value)
    assert identity(open_source("sheet", sheet).newest()) == identity(shown)
    assert stored(root) == [identity(shown)]


def test_rows_that_move_leave_the_pinned_cells_alone_but_not_those_of_the_last_reading(
    settings: AppSettings, root: Path
) -> None:
    """The same content at other places has the same identifier, and so the same folder."""
    identifier = pinned(root, reading("POS", hour=3, cell="Data Dukung!C2"))
    kept = kept_in(root)
    moved = reading("POS", hour=5, cell="Data Dukung!C9")
    kept.keep(moved)
    kept.tidy(moved)
    frozen = frozen_source(identifier, "sheet", settings)
    assert frozen.newest().evidence["origin"].tolist() == ["Data Dukung!C2"]
    assert frozen.newest().provenance.read_at.hour == 3
    last = kept.last_good()
    assert last is not None
    assert last.evidence["origin"].tolist() == ["Data Dukung!C9"]
    assert last.provenance.read_at.hour == 5


def test_pinning_again_keeps_what_was_pinned_first(settings: AppSettings, root: Path) -> None:
    first = pinned(root, reading("POS", hour=3))
    assert pinned(root, reading("POS", hour=5)) == first
    (pin,) = pins("sheet", settings)
    assert pin.read_at.hour == 3


def test_two_readings_of_one_day_are_told_apart(settings: AppSettings, root: Path) -> None:
    morning, noon = (
        pinned(root, reading(each, hour=at)) for each, at in (("pagi", 1), ("siang", 5))
    )
    kept = kept_in(root)
    evening = reading("sore", hour=9)
    kept.keep(evening)
    kept.tidy(evening)
    shown = [title(frozen_source(each, "sheet", settings).newest()) for each in (morning, noon)]
    assert shown == ["pagi", "siang"]
    assert [each.identifier for each in pins("sheet", settings)] == [noon, morning]


def test_links_to_cells_are_left_out(settings: AppSettings, root: Path) -> None:
    written = reading("POS")
    assert written.provenance.book.link("Data Dukung!C2") is not None
    pinned(root, reading("kemarin", YESTERDAY))
    frozen = frozen_source(pinned(root, written), "sheet", settings)
    books = [frozen.newest(day).provenance.book for day in frozen.dates]
    assert [each.link("Data Dukung!C2") for each in books] == [None, None]
    assert [each.name for each in books] == ["ZI", "ZI"]


def test_days_before_are_those_of_this_sheet_and_of_earlier_years(
    settings: AppSettings, root: Path
) -> None:
    store = SnapshotStore(root)
    store.write(reading("tahun lalu", date(2025, 12, 1), unit_id=OTHER_ID))
    store.write(reading("kemarin", YESTERDAY))
    store.write(reading("sheet coba-coba", YESTERDAY, hour=9, unit_id=OTHER_ID))
    store.write(reading("contoh", date(2025, 6, 30), unit_id="contoh", source="contoh"))
    identifier = pinned(root, reading("saat rapat", hour=3))
    store.write(reading("sore", hour=9))
    store.write(reading("besok", DAY + timedelta(days=1)))
    frozen = frozen_source(identifier, "sheet", settings)
    shown = [(day, title(frozen.newest(day))) for day in frozen.dates]
    assert shown == [
        (date(2025, 12, 1), "tahun lalu"),
        (YESTERDAY, "kemarin"),
        (DAY, "saat rapat"),
    ]


def test_pins_are_those_of_this_sheet_and_of_earlier_years(
    settings: AppSettings, root: Path
) -> None:
    old = pinned(root, reading("tahun lalu", date(2025, 12, 1), unit_id=OTHER_ID))
    ours = pinned(root, reading("rapat"))
    pinned(root, reading("sheet coba-coba", unit_id=OTHER_ID))
    SnapshotStore(root).write(reading("tidak dikunci", YESTERDAY))
    assert [each.identifier for each in pins("sheet", settings, ID)] == [ours, old]


def test_damaged_pin_is_not_listed(settings: AppSettings, root: Path) -> None:
    good, bad = pinned(root, reading("POS")), pinned(root, reading("SK", YESTERDAY))
    (root / bad / PINNED).write_text("{", encoding="utf-8")
    assert [each.identifier for each in pins("sheet", settings)] == [good]


def test_version_of_a_pinned_day_does_not_change_with_later_snapshots_but_with_damage(
    settings: AppSettings, root: Path
) -> None:
    identifier = pinned(root, reading("POS"))
    before = frozen_source(identifier, "sheet", settings).version(DAY)
    SnapshotStore(root).write(reading("sore", hour=9))
    assert frozen_source(identifier, "sheet", settings).version(DAY) == before
    damage(root / identifier, "evidence")
    assert frozen_source(identifier, "sheet", settings).version(DAY) != before


def test_pin_made_while_readings_are_tidied_away_is_never_lost(
    settings: AppSettings, root: Path
) -> None:
    kept, is_over = kept_in(root), threading.Event()
    readings = [reading(f"isi {number}", hour=number) for number in range(CONTENTS)]

    def go_on() -> None:
        for read in itertools.cycle(readings):
            kept.keep(read)
            kept.tidy(read)
            if is_over.is_set():
                return

    with ThreadPoolExecutor(1) as threads:
        reader = threads.submit(go_on)
        for read in readings:
            identifier = pinned(root, read)
            assert title(SnapshotStore(root).read_as_pinned(identifier)) == title(read)
        is_over.set()
        reader.result(60)
    assert len(pins("sheet", settings)) == CONTENTS


moments = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 2), st.booleans()), min_size=1, max_size=4
)


@run_settings(max_examples=8)
@given(moments)
def test_whatever_is_read_after_it_a_pinned_reading_and_its_past_stay(
    moments: list[tuple[int, int, bool]],
) -> None:
    """Each step: on the same day or up to two later, one of three contents, pinned or not."""
    with TemporaryDirectory() as folder:
        root, settings = Path(folder), AppSettings(snapshot_dir=Path(folder))
        kept = DailySnapshots(root, ID, keep_days=730)
        seen: dict[str, list[object]] = {}
        day = DAY
        for hour, (later, content, is_pinned) in enumerate(moments):
            day += timedelta(days=later)
            read = reading(f"isi {content}", day, hour=hour)
            kept.keep(read)
            kept.tidy(read)
            if is_pinned:
                identifier = pinned(root, read)
                seen.setdefault(identifier, view(identifier, settings))
        for identifier, at_the_time in seen.items():
            assert view(identifier, settings) == at_the_time
            assert identity(frozen_source(identifier, "sheet", settings).newest()) == identifier
        assert {each.identifier for each in pins("sheet", settings)} == set(seen)


def view(identifier: str, settings: AppSettings) -> list[object]:
    """All that a frozen source shows: day by day its content and when it was read."""
    frozen = frozen_source(identifier, "sheet", settings)
    days = [frozen.newest(day) for day in frozen.dates]
    return [frozen.frozen, *((each.provenance, title(each)) for each in days)]


# --- Addresses that lead nowhere --------------------------------------------


@pytest.mark.parametrize("name", [None, "contoh", "situs", "potret", "sheet", "zi.xlsx"])
@pytest.mark.parametrize("asked", NO_IDENTIFIERS)
def test_what_is_no_identifier_is_refused_in_a_short_sentence(
    name: str | None, asked: str, settings: AppSettings
) -> None:
    with pytest.raises(SnapshotNotFound, match="Tidak ada potret “") as told:
        frozen_source(asked, name, settings)
    assert len(str(told.value)) < 250


def test_refusal_names_the_last_pins_only(settings: AppSettings, root: Path) -> None:
    days = [DAY - timedelta(days=back) for back in range(9)]
    names = [pinned(root, reading("POS", day)) for day in days]
    with pytest.raises(SnapshotNotFound) as told:
        frozen_source("entah", "sheet", settings)
    assert ", ".join(names[:5]) in told.value.remedy
    assert names[5] not in told.value.remedy


@pytest.mark.parametrize("name", ["sheet", "potret", "zi.xlsx"])
def test_sample_is_not_shown_where_a_source_is_configured(name: str, settings: AppSettings) -> None:
    for identifier in (SAMPLE_ID, SITUS_ID):
        with pytest.raises(SnapshotNotFound):
            frozen_source(identifier, name, settings)


def test_sample_kept_in_the_own_store_is_none_of_the_sheet(
    settings: AppSettings, root: Path
) -> None:
    assert pinned(root, open_source("contoh").newest()) == SAMPLE_ID
    with pytest.raises(SnapshotNotFound):
        frozen_source(SAMPLE_ID, "sheet", settings)
    assert pins("sheet", settings) == ()
    assert frozen_source(SAMPLE_ID, "potret", settings).dates == (date(2026, 1, 20),)


def test_what_nobody_pinned_is_not_shown_where_no_source_is_configured(
    settings: AppSettings, root: Path
) -> None:
    SnapshotStore(root).write(reading("tidak dikunci"))
    with pytest.raises(SnapshotNotFound):
        frozen_source(identity(reading("tidak dikunci")), None, settings)


def test_damaged_file_is_refused_and_not_shown_in_part(settings: AppSettings, root: Path) -> None:
    identifier = pinned(root, reading("POS"))
    name = damage(root / identifier, "evidence")
    with pytest.raises(SnapshotDamaged, match=name):
        frozen_source(identifier, "sheet", settings).newest()


def test_content_that_is_no_longer_what_the_identifier_names_is_refused(
    settings: AppSettings, root: Path
) -> None:
    identifier = SnapshotStore(root).write(reading("POS"))
    rewrite(root / identifier, "evidence", without_rows)
    with pytest.raises(SnapshotDamaged, match="tidak lagi sama dengan sidik datanya"):
        frozen_source(identifier, "potret", settings).newest()


@pytest.mark.parametrize("file", [MANIFEST, PINNED])
def test_one_good_manifest_of_two_is_enough_or_the_damage_is_named(
    settings: AppSettings, root: Path, file: str
) -> None:
    identifier = pinned(root, reading("POS"))
    (root / identifier / file).write_text("{", encoding="utf-8")
    if file == MANIFEST:
        assert title(frozen_source(identifier, "sheet", settings).newest()) == "POS"
    else:
        with pytest.raises(SnapshotDamaged, match=PINNED):
            frozen_source(identifier, "sheet", settings)


def test_snapshot_pinned_by_an_earlier_version_is_found(settings: AppSettings, root: Path) -> None:
    """It left an empty file beside the manifest."""
    identifier = SnapshotStore(root).write(reading("POS"))
    (root / identifier / PINNED).touch()
    assert [each.identifier for each in pins("sheet", settings)] == [identifier]
    assert title(frozen_source(identifier, "sheet", settings).newest()) == "POS"
