"""A sheet that is followed: what was read last stays, whatever the sheet does."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.sheets_server import Book, Fault, SheetError, SheetsServer
from tests.sources.sheets import (
    EVIDENCE,
    ID,
    MONEV,
    NOW,
    OTHER_ID,
    SETTINGS,
    SOON,
    Clock,
    delete_rows,
    empty_below_header,
    google_sheet,
    kept_in,
    live_sheet,
    move_row,
    small_book,
)
from zi_metrics.errors import (
    SheetNotFound,
    SheetNotShared,
    SheetQuotaSpent,
    SheetRejected,
    SheetServerTrouble,
    SheetUnavailable,
    SheetUnreachable,
    SnapshotNotStored,
)
from zi_metrics.sources.grid import Workbook
from zi_metrics.sources.live import LiveSheet
from zi_metrics.sources.live_state import LiveState, pauses
from zi_metrics.sources.manifest import MANIFEST
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.snapshot import Snapshot

VIEWERS = 50
TODAY = date(2026, 3, 10)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def sheet(server: SheetsServer, tmp_path: Path, clock: Clock) -> LiveSheet:
    """Not started."""
    return live_sheet(server, tmp_path, clock)


def good(state: LiveState) -> Snapshot:
    """The snapshot, of which there must be one."""
    assert state.snapshot is not None
    return state.snapshot


def read(sheet: LiveSheet) -> Snapshot:
    """The snapshot of a reading that succeeds."""
    state = sheet.refresh()
    assert (state.fault, state.held_back) == (None, None)
    return good(state)


def status(snapshot: Snapshot, identifier: str = "D1") -> str:
    return str(snapshot.evidence.set_index("evidence_id").loc[identifier, "status"])


# --- Reading ----------------------------------------------------------------


def test_nothing_is_known_before_the_first_reading(sheet: LiveSheet, server: SheetsServer) -> None:
    state = sheet.state
    assert (state.snapshot, state.version, state.checked_at, state.fault) == (None, 0, None, None)
    assert not state.is_current
    assert server.requests == []


def test_first_reading_is_told_for_today_in_jakarta(sheet: LiveSheet, clock: Clock) -> None:
    state = sheet.refresh()
    snapshot = good(state)
    assert (snapshot.as_of, snapshot.provenance.read_at) == (TODAY, NOW)
    assert (snapshot.provenance.source, snapshot.provenance.unit_id) == ("sheet", ID)
    assert (state.version, state.checked_at, state.good_at) == (1, NOW, NOW)
    assert state.is_current
    assert len(snapshot.evidence) == 12


def test_edit_is_in_the_next_reading(sheet: LiveSheet, book: Book, clock: Clock) -> None:
    read(sheet)
    book.type(EVIDENCE, "D2", "Disusun")
    clock.advance(minutes=1)
    assert status(read(sheet)) == "Disusun"
    assert (sheet.state.version, sheet.state.good_at) == (2, NOW + MINUTE)


def test_unchanged_sheet_keeps_the_snapshot_and_moves_its_time(
    sheet: LiveSheet, clock: Clock
) -> None:
    first = read(sheet)
    clock.advance(minutes=1)
    assert read(sheet) is first
    state = sheet.state
    assert (state.version, state.checked_at, state.good_at) == (1, NOW + MINUTE, NOW + MINUTE)


def test_rows_that_changed_places_keep_the_digest_and_get_new_links(
    sheet: LiveSheet, book: Book
) -> None:
    def link_of_first(snapshot: Snapshot) -> str | None:
        origin = snapshot.evidence.set_index("evidence_id").loc["D1", "origin"]
        return snapshot.provenance.book.link(origin)

    before = read(sheet)
    move_row(book, EVIDENCE, 2, 13)
    after = read(sheet)
    assert after.provenance.digest == before.provenance.digest
    assert sheet.state.version == 2
    gid = book.tab(EVIDENCE).sheet_id
    address = f"https://docs.google.com/spreadsheets/d/{ID}/edit?gid={gid}#gid={gid}&range="
    assert (link_of_first(before), link_of_first(after)) == (f"{address}C2", f"{address}C13")


def test_renamed_tab_is_named_anew_in_links(sheet: LiveSheet, book: Book) -> None:
    read(sheet)
    book.tab(EVIDENCE).title = "Bukti dukung"
    origins = read(sheet).evidence["origin"]
    assert origins.iloc[0] == "Bukti dukung!C2"


def test_states_once_handed_out_never_change(sheet: LiveSheet, book: Book) -> None:
    before = sheet.refresh()
    book.type(EVIDENCE, "D2", "Disusun")
    sheet.refresh()
    assert status(good(before)) == "Tersedia"
    assert before.version == 1


# --- What goes wrong --------------------------------------------------------

FAULTS = [
    (Fault.RATE_LIMITED, SheetQuotaSpent),
    (Fault.BAD_GATEWAY, SheetServerTrouble),
    (Fault.DROPPED, SheetUnreachable),
    (Fault.NOT_SHARED, SheetNotShared),
    (Fault.NOT_FOUND, SheetNotFound),
]


@pytest.mark.parametrize(("fault", "error"), FAULTS)
def test_fault_leaves_the_data_says_so_and_passes(
    sheet: LiveSheet,
    server: SheetsServer,
    clock: Clock,
    fault: Fault,
    error: type[SheetUnavailable],
) -> None:
    before = read(sheet)
    server.fail(fault)
    clock.advance(minutes=1)
    failing = sheet.refresh()
    assert type(failing.fault) is error
    assert failing.snapshot is before
    assert (failing.failures, failing.version, failing.good_at) == (1, 1, NOW)
    assert not failing.is_current
    server.mend()
    assert sheet.refresh().is_current
    assert (sheet.state.fault, sheet.state.failures) == (None, 0)


def test_failures_are_counted_until_one_reading_succeeds(
    sheet: LiveSheet, server: SheetsServer
) -> None:
    server.fail(Fault.RATE_LIMITED, times=3)
    assert [sheet.refresh().failures for _ in range(4)] == [1, 2, 3, 0]


def test_dead_server_that_comes_back_on_its_port_is_read_again(
    only_loopback: list[str], tmp_path: Path, clock: Clock
) -> None:
    with SheetsServer() as first:
        first.add(small_book())
        sheet = live_sheet(first, tmp_path, clock)
        before = read(sheet)
    failing = sheet.refresh()
    assert type(failing.fault) is SheetUnreachable
    assert failing.snapshot is before
    with SheetsServer(int(first.host.rpartition(":")[2])) as again:
        changed = again.add(small_book())
        changed.type(EVIDENCE, "D2", "Disusun")
        assert status(read(sheet)) == "Disusun"  # its token is unknown there: it gets a new one


@pytest.mark.parametrize("header", ["B1", "C1", "D1"])
def test_missing_required_column_is_never_accepted(
    sheet: LiveSheet, book: Book, header: str
) -> None:
    before = read(sheet)
    name = book.tab(EVIDENCE)[header].value
    book.tab(EVIDENCE)[header] = "Kolom lain"
    state = sheet.refresh()
    assert type(state.fault) is SheetRejected
    assert state.fault.what == f"Kolom wajib “{name}” tidak ada di baris judul."
    assert state.fault.where == "Data Dukung!A1"
    assert state.fault.remedy == f"Tambahkan kembali kolom “{name}”."
    assert (state.snapshot, state.held_back) == (before, None)
    assert not sheet.accept(before.provenance.digest)
    book.tab(EVIDENCE)[header] = name
    assert sheet.refresh().is_current


def test_missing_required_tab_is_never_accepted(sheet: LiveSheet, book: Book) -> None:
    before = read(sheet)
    book.tabs.remove(book.tab(EVIDENCE))
    state = sheet.refresh()
    assert type(state.fault) is SheetRejected
    assert state.fault.what == "Tab “Data Dukung” tidak ada."
    assert state.snapshot is before


def test_column_lost_after_another_table_was_unreadable_from_the_start_is_refused_too(
    sheet: LiveSheet, book: Book
) -> None:
    book.tab(MONEV)["C1"] = "Kolom lain"
    before = read(sheet)
    assert before.unreadable == {"recommendations"}
    book.tab(EVIDENCE)["D1"] = "Kolom lain"
    state = sheet.refresh()
    assert type(state.fault) is SheetRejected
    assert state.snapshot is before


def test_sheet_that_lacks_a_column_from_the_start_is_shown_as_unreadable_and_not_kept(
    sheet: LiveSheet, book: Book, tmp_path: Path
) -> None:
    book.tab(EVIDENCE)["D1"] = "Kolom lain"
    assert read(sheet).unreadable == {"evidence"}
    assert SnapshotStore(tmp_path).list() == []
    book.tab(EVIDENCE)["D1"] = "Status"
    assert read(sheet).unreadable == frozenset()
    assert len(SnapshotStore(tmp_path).list()) == 1


# --- Held back --------------------------------------------------------------


def held_back(sheet: LiveSheet) -> Snapshot:
    """The reading that a refresh holds back."""
    state = sheet.refresh()
    assert state.held_back is not None
    return state.held_back


def test_emptied_tab_leaves_the_old_data_and_shows_the_difference(
    sheet: LiveSheet, book: Book, tmp_path: Path, clock: Clock
) -> None:
    before = read(sheet)
    empty_below_header(book, MONEV)
    clock.advance(minutes=1)
    state = sheet.refresh()
    assert state.snapshot is before
    assert state.losses == ("Tab “Monev”: 6 baris menjadi 0.",)
    assert (state.checked_at, state.good_at) == (NOW + MINUTE, NOW)
    assert not state.is_current
    assert [each.digest for each in SnapshotStore(tmp_path).list()] == [before.provenance.digest]


def test_one_press_accepts_exactly_the_reading_shown(sheet: LiveSheet, book: Book) -> None:
    read(sheet)
    empty_below_header(book, MONEV)
    shown = held_back(sheet)
    assert sheet.accept(shown.provenance.digest)
    state = sheet.state
    assert (state.snapshot, state.held_back, state.losses) == (shown, None, ())
    assert state.is_current
    assert sheet.refresh().is_current


def test_press_for_a_reading_that_is_no_longer_held_back_does_nothing(
    sheet: LiveSheet, book: Book
) -> None:
    before = read(sheet)
    empty_below_header(book, MONEV)
    shown = held_back(sheet)
    delete_rows(book, EVIDENCE, range(2, 12))  # meanwhile more is lost
    held_back(sheet)
    assert not sheet.accept(shown.provenance.digest)
    assert sheet.state.snapshot is before
    assert sheet.state.held_back is not None


def test_press_without_anything_held_back_does_nothing(sheet: LiveSheet) -> None:
    before = read(sheet)
    assert not sheet.accept(before.provenance.digest)
    assert sheet.state.snapshot is before


def test_restored_sheet_needs_no_press(sheet: LiveSheet, book: Book) -> None:
    read(sheet)
    cells = dict(book.tab(MONEV).cells)
    empty_below_header(book, MONEV)
    held_back(sheet)
    book.tab(MONEV).cells = cells
    state = sheet.refresh()
    assert (state.held_back, state.losses, state.version) == (None, (), 1)
    assert state.is_current


def test_what_is_held_back_stays_while_the_sheet_fails_and_accepting_does_not_hide_that(
    sheet: LiveSheet, server: SheetsServer, book: Book
) -> None:
    read(sheet)
    empty_below_header(book, MONEV)
    shown = held_back(sheet)
    server.fail(Fault.NOT_SHARED)
    sheet.refresh()
    assert sheet.accept(shown.provenance.digest)
    state = sheet.state
    assert state.snapshot is shown
    assert type(state.fault) is SheetNotShared
    assert state.failures == 1


def test_what_was_accepted_is_compared_with_from_then_on(sheet: LiveSheet, book: Book) -> None:
    read(sheet)
    empty_below_header(book, MONEV)
    sheet.accept(held_back(sheet).provenance.digest)
    delete_rows(book, EVIDENCE, range(2, 7))
    assert [sentence[:17] for sentence in sheet.refresh().losses] == [
        "Tab “Data Dukung”",
        "Area Manajemen Pe",
        "Area Penataan Tat",
    ]


# --- On disk ----------------------------------------------------------------


def test_last_good_reading_outlives_a_restart(
    sheet: LiveSheet, server: SheetsServer, tmp_path: Path, clock: Clock
) -> None:
    before = read(sheet)
    fresh = live_sheet(server, tmp_path, clock)
    asked = len(server.requests)
    state = fresh.state
    assert good(state).provenance.digest == before.provenance.digest
    assert (state.is_from_disk, state.is_current, state.good_at) == (True, False, NOW)
    assert len(server.requests) == asked
    assert fresh.refresh().is_current
    assert not fresh.state.is_from_disk


def test_restart_with_a_dead_server_shows_the_last_good_reading(
    tmp_path: Path, only_loopback: list[str], clock: Clock
) -> None:
    with SheetsServer() as server:
        server.add(small_book())
        read(live_sheet(server, tmp_path, clock))
    clock.advance(hours=8)
    state = live_sheet(server, tmp_path, clock).refresh()
    assert type(state.fault) is SheetUnreachable
    assert (len(good(state).evidence), state.good_at) == (12, NOW)


def test_guard_compares_with_what_was_read_before_a_restart(
    sheet: LiveSheet, server: SheetsServer, book: Book, tmp_path: Path, clock: Clock
) -> None:
    read(sheet)
    empty_below_header(book, MONEV)
    state = live_sheet(server, tmp_path, clock).refresh()
    assert state.losses == ("Tab “Monev”: 6 baris menjadi 0.",)
    assert len(good(state).recommendations) == 6


def test_damaged_last_good_reading_gives_way_to_the_one_before(
    sheet: LiveSheet, server: SheetsServer, book: Book, tmp_path: Path, clock: Clock
) -> None:
    first = read(sheet)
    clock.advance(days=1)
    book.type(EVIDENCE, "D2", "Disusun")
    read(sheet)
    (manifest,) = tmp_path.glob(f"2026-03-11-*/{MANIFEST}")
    manifest.write_bytes(manifest.read_bytes()[:50])
    state = live_sheet(server, tmp_path, clock).state
    assert good(state).provenance.digest == first.provenance.digest


def test_old_years_sheet_never_stands_in_for_the_new_one(
    sheet: LiveSheet, server: SheetsServer, tmp_path: Path, clock: Clock
) -> None:
    read(sheet)
    clock.advance(days=300)
    new = live_sheet(server, tmp_path, clock, spreadsheet_id=OTHER_ID)
    assert new.state.snapshot is None
    state = new.refresh()  # nobody has made that sheet yet
    assert type(state.fault) is SheetNotFound
    assert state.snapshot is None
    server.add(small_book(OTHER_ID, 2027))
    assert good(new.refresh()).settings.assessed_year == 2027
    assert {each.unit_id for each in SnapshotStore(tmp_path).list()} == {ID, OTHER_ID}


def test_each_day_leaves_a_snapshot_though_nothing_changes(
    sheet: LiveSheet, tmp_path: Path, clock: Clock
) -> None:
    for _ in range(3):
        read(sheet)
        clock.advance(days=1)
    days = [each.as_of for each in SnapshotStore(tmp_path).list()]
    assert days == [TODAY + timedelta(days=number) for number in range(3)]
    assert sheet.state.version == 1


def test_day_begins_at_midnight_in_jakarta(
    server: SheetsServer, tmp_path: Path, clock: Clock
) -> None:
    clock.now = NOW.replace(hour=16, minute=59)
    sheet = live_sheet(server, tmp_path, clock)
    read(sheet)
    clock.advance(minutes=2)
    read(sheet)
    assert [each.as_of.day for each in SnapshotStore(tmp_path).list()] == [10, 11]


def test_unchanged_reading_is_written_once(sheet: LiveSheet, tmp_path: Path) -> None:
    def written() -> list[tuple[str, int]]:
        return sorted((str(path), path.stat().st_mtime_ns) for path in tmp_path.rglob("*"))

    read(sheet)
    before = written()
    for _ in range(3):
        read(sheet)
    assert written() == before


def test_folder_that_cannot_be_written_is_said_and_the_data_is_shown(
    server: SheetsServer, tmp_path: Path, clock: Clock
) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    state = live_sheet(server, tmp_path / "berkas", clock).refresh()
    assert type(state.unsaved) is SnapshotNotStored
    assert len(good(state).evidence) == 12
    assert state.is_current


# --- Pauses -----------------------------------------------------------------

QUOTA = SheetQuotaSpent("x", where="y", remedy="z")
TOLD_TO_WAIT = SheetQuotaSpent("x", where="y", remedy="z", wait_seconds=90)
TROUBLE = SheetServerTrouble("x", where="y", remedy="z")
REJECTED = SheetRejected("x", where="y", remedy="z")


@pytest.mark.parametrize(
    ("fault", "failures", "least", "longest"),
    [
        (None, 0, 5, 45),
        (TROUBLE, 1, 5, 45),
        (TROUBLE, 2, 5, 90),
        (TROUBLE, 3, 5, 180),
        (TROUBLE, 4, 5, 360),
        (TROUBLE, 5, 5, 600),
        (TROUBLE, 100_000, 5, 600),  # weeks of failing overflow nothing
        (QUOTA, 1, 60, 45),
        (QUOTA, 3, 60, 180),
        (TOLD_TO_WAIT, 1, 90, 45),
        (REJECTED, 9, 5, 45),  # a sheet that lacks a column has answered
    ],
)
def test_pause_grows_with_failures_and_obeys_the_server(
    fault: SheetUnavailable | None, failures: int, least: int, longest: int
) -> None:
    for _ in range(20):
        shortest, most = pauses(LiveState(fault=fault, failures=failures), 45)
        assert shortest == least
        assert longest <= most <= longest * 1.25


def test_failing_sheet_with_a_long_interval_is_not_asked_more_often() -> None:
    _, most = pauses(LiveState(fault=TROUBLE, failures=7), 3600)
    assert most >= 3600


# --- In the background ------------------------------------------------------


@pytest.fixture
def follow() -> Iterator[Callable[[LiveSheet], LiveSheet]]:
    """Starts to follow a sheet; at the end nobody follows any."""
    started: list[LiveSheet] = []

    def start(sheet: LiveSheet) -> LiveSheet:
        started.append(sheet)
        sheet.start()
        return sheet

    yield start
    for sheet in started:
        sheet.stop()
    for thread in followers():
        thread.join(10)
    assert followers() == []


def followers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "zi-sheet"]


def at_once(number: int, action: Callable[[], object]) -> None:
    """Let so many threads do it at the same moment."""
    ready = threading.Barrier(number)

    def wait_and_act(_: int) -> None:
        ready.wait(10)
        action()

    with ThreadPoolExecutor(number) as threads:
        list(threads.map(wait_and_act, range(number)))


Follow = Callable[[LiveSheet], LiveSheet]


def test_followed_sheet_is_read_by_itself_again_and_again(
    sheet: LiveSheet, server: SheetsServer, book: Book, follow: Follow
) -> None:
    follow(sheet)
    server.wait_for(2)
    with server.editing(ID):
        book.type(EVIDENCE, "D2", "Disusun")
    server.wait_for(len(server.requests_of("api")) + 2)
    assert status(good(sheet.state)) == "Disusun"
    assert server.most_in_flight == 1


def test_starting_from_fifty_threads_follows_once(
    sheet: LiveSheet, server: SheetsServer, follow: Follow
) -> None:
    at_once(VIEWERS, lambda: follow(sheet))
    server.wait_for(5)
    assert len(followers()) == 1
    assert server.most_in_flight == 1


def test_fifty_viewers_never_wait_and_ask_once(
    server: SheetsServer, tmp_path: Path, clock: Clock, follow: Follow
) -> None:
    """While one reading is held up; afterwards all who asked get one more, five seconds later."""
    sheet = live_sheet(server, tmp_path, clock, interval=timedelta(hours=1))
    sheet.refresh()
    server.fail(Fault.SLOW, times=1)
    follow(sheet)
    server.wait_for(2)
    began = time.monotonic()

    def view() -> None:
        sheet.start()
        sheet.ask()
        assert good(sheet.state).evidence is not None

    at_once(VIEWERS, view)
    assert time.monotonic() - began < 1
    assert server.in_flight == 1
    server.mend()
    server.wait_for(3, seconds=15)
    server.wait_until_idle()
    assert len(server.requests_of("api")) == 3
    assert server.most_in_flight == 1
    _, held_up, asked_for = server.requests_of("api")
    assert asked_for.at - held_up.at >= 5


def test_fifty_refreshes_at_once_are_made_one_after_the_other(
    sheet: LiveSheet, server: SheetsServer
) -> None:
    at_once(VIEWERS, sheet.refresh)
    assert server.most_in_flight == 1
    assert len(server.requests_of("api")) == VIEWERS
    assert sheet.state.version == 1


def test_followed_sheet_recovers_by_itself(
    sheet: LiveSheet, server: SheetsServer, follow: Follow
) -> None:
    server.fail(Fault.RATE_LIMITED_RETRY_AFTER, times=9, seconds=0)
    follow(sheet)
    server.wait_for(12, seconds=15)
    assert sheet.state.is_current


def test_bug_of_ours_is_said_and_logged_and_does_not_end_the_following(
    server: SheetsServer,
    tmp_path: Path,
    clock: Clock,
    follow: Follow,
    caplog: pytest.LogCaptureFixture,
) -> None:
    class FailsOnce:
        """A sheet whose second reading raises what nobody foresaw."""

        identifier = ID
        readings = 0
        failed = threading.Event()
        read_again = threading.Event()

        def read(self) -> Workbook:
            self.readings += 1
            if self.readings == 2:
                self.failed.set()
                raise RuntimeError("tidak terduga")
            if self.readings == 3:
                self.read_again.set()
            return google_sheet(server).read()

    fails_once = FailsOnce()
    sheet = LiveSheet(fails_once, kept_in(tmp_path), clock=clock, interval=SOON)
    sheet.refresh()
    follow(sheet)
    assert fails_once.failed.wait(5)
    assert fails_once.read_again.wait(15)
    assert "tidak terduga" in caplog.text
    assert len(good(sheet.state).evidence) == 12


def test_error_of_a_whole_column_never_blanks_a_page(sheet: LiveSheet, book: Book) -> None:
    read(sheet)
    for row in range(2, 14):
        book.tab(EVIDENCE)[f"D{row}"] = SheetError("NAME")
    assert set(read(sheet).evidence["state"]) == {"Tersedia"}


def test_emptied_settings_are_held_back(sheet: LiveSheet, book: Book) -> None:
    before = read(sheet)
    empty_below_header(book, SETTINGS)
    state = sheet.refresh()
    assert state.losses == ("Tab “Pengaturan”: 1 baris menjadi 0.",)
    assert state.snapshot is before
