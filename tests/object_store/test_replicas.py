"""Several replicas on one bucket: what one does the others see, and no pin is ever lost."""

from __future__ import annotations

import itertools
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from tests.object_store.replicas import Replicas, wait_until
from tests.sources.sheets import ID
from tests.sources.test_daily import DAY, reading
from zi_metrics.errors import SnapshotNotStored
from zi_metrics.sources.bucket import QUIET_NS, REMOVED, Bucket, left_over
from zi_metrics.sources.daily import DailySnapshots
from zi_metrics.sources.manifest import MANIFEST, PINNED
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.store_uri import StoreUri
from zi_metrics.tables.snapshot import Snapshot

LONG = 60
CONTENTS = 4


def title(snapshot: Snapshot) -> str:
    return str(snapshot.evidence["title"].iloc[0])


def names(store: SnapshotStore) -> list[str]:
    return [each.identifier for each in store.list()]


def seen_by_both(replicas: Replicas, read: Snapshot) -> str:
    name = replicas.one.write(read)
    wait_until(lambda: names(replicas.other) == [name])
    return name


def kept_at(root: StoreUri) -> DailySnapshots:
    return DailySnapshots(root, ID, keep_days=730)


def test_what_one_replica_stores_pins_and_removes_the_other_sees(replicas: Replicas) -> None:
    one, other = replicas.one, replicas.other
    assert names(other) == []
    name = one.write(reading("pagi"))
    wait_until(lambda: names(other) == [name])
    assert title(other.read(name)) == "pagi"
    one.pin(name)
    wait_until(lambda: [each.identifier for each in other.pins()] == [name])
    other.remove(name, unless_pinned=True)
    assert names(other) == [name]
    other.remove(name)
    wait_until(lambda: names(one) == [])


def test_pin_wins_over_a_removal_that_looked_just_before_it(replicas: Replicas) -> None:
    name = seen_by_both(replicas, reading("pagi"))
    held = replicas.gate.hold(rf"DELETE .*/{name}/{MANIFEST}")
    with ThreadPoolExecutor(1) as threads:
        removing = threads.submit(replicas.other.remove, name, unless_pinned=True)
        assert held.reached.wait(LONG)
        replicas.one.pin(name)
        held.release.set()
        removing.result(LONG)
    assert_pinned(replicas, name)


def test_pin_wins_over_a_removal_while_it_is_made(replicas: Replicas) -> None:
    name = seen_by_both(replicas, reading("pagi"))
    held = replicas.gate.hold(rf"PUT .*/{name}/{PINNED}")
    with ThreadPoolExecutor(1) as threads:
        pinning = threads.submit(replicas.other.pin, name)
        assert held.reached.wait(LONG)
        replicas.one.remove(name, unless_pinned=True)
        assert names(replicas.one) == []
        held.release.set()
        pinning.result(LONG)
    assert_pinned(replicas, name)


def assert_pinned(replicas: Replicas, name: str) -> None:
    """For every replica, whatever is tidied away afterwards."""
    for store in (replicas.one, replicas.other):
        wait_until(lambda store=store: names(store) == [name])
        assert [each.identifier for each in store.pins()] == [name]
        assert title(store.read(name)) == title(store.read_as_pinned(name)) == "pagi"
        store.remove(name, unless_pinned=True)
        store.sweep()


@pytest.mark.slow
def test_pin_that_comes_while_readings_are_tidied_away_is_never_lost(replicas: Replicas) -> None:
    kept, is_over = kept_at(replicas.direct), threading.Event()
    readings = [reading(f"isi {number}", hour=number) for number in range(CONTENTS)]

    def go_on() -> None:
        for read in itertools.cycle(readings):
            kept.keep(read)
            kept.tidy(read)
            if is_over.is_set():
                return

    with ThreadPoolExecutor(1) as threads:
        follower = threads.submit(go_on)
        for read in readings:
            name = replicas.other.write(read, pinned=True)
            assert title(replicas.other.read_as_pinned(name)) == title(read)
        is_over.set()
        follower.result(LONG)
    wait_until(lambda: len(replicas.one.pins()) == CONTENTS)


def test_reading_that_came_back_is_not_removed_for_its_earlier_time(replicas: Replicas) -> None:
    name = replicas.one.write(reading("pagi", hour=1))
    (judged,) = replicas.one.list()
    replicas.other.write(reading("pagi", hour=9))
    replicas.one.remove(name, unless_pinned=True, judged=judged)
    wait_until(lambda: [each.read_at.hour for each in replicas.one.list()] == [9])


def test_newest_reading_of_a_day_stays_whichever_replica_wrote_last(replicas: Replicas) -> None:
    early, late = kept_at(replicas.gated), kept_at(replicas.direct)
    held = replicas.gate.hold(rf"PUT .*/{MANIFEST}")
    with ThreadPoolExecutor(1) as threads:
        writing = threads.submit(early.keep, reading("pagi", hour=1))
        assert held.reached.wait(LONG)
        late.keep(reading("sore", hour=9))
        late.tidy(reading("sore", hour=9))
        held.release.set()
        writing.result(LONG)
    early.tidy(reading("pagi", hour=1))
    for kept in (early, late):
        wait_until(lambda kept=kept: [each.read_at.hour for each in kept.list()] == [9])
        last = kept.last_good()
        assert last is not None
        assert title(last) == "sore"


def test_same_reading_by_two_replicas_at_once_is_one_whole_snapshot(replicas: Replicas) -> None:
    read = reading("pagi")
    with ThreadPoolExecutor(2) as threads:
        written = [threads.submit(each.write, read) for each in (replicas.one, replicas.other)]
    (name,) = {each.result(LONG) for each in written}
    for store in (replicas.one, replicas.other):
        assert names(store) == [name]
        assert title(store.read(name)) == "pagi"


def test_reading_that_another_replica_removed_is_missed(replicas: Replicas) -> None:
    kept, read = kept_at(replicas.direct), reading("pagi")
    kept.keep(read)
    assert kept.holds(read)
    replicas.other.remove(replicas.one.list()[0].identifier)
    wait_until(lambda: not kept.holds(read))


@pytest.mark.parametrize("file", ["evidence", MANIFEST])
def test_writer_that_is_stopped_in_the_middle_leaves_no_snapshot(
    replicas: Replicas, file: str
) -> None:
    old = replicas.other.write(reading("kemarin", DAY - timedelta(days=1)))
    replicas.gate.denies = rf"PUT .*/{DAY}.*/{file}"
    with pytest.raises(SnapshotNotStored, match="menolak akses"):
        replicas.other.write(reading("pagi"))
    replicas.gate.reopen()
    wait_until(lambda: replicas.other.at_hand()[1] is None)
    assert names(replicas.other) == [old]
    assert title(replicas.other.newest()) == "kemarin"


# --- What is left of a removed snapshot -------------------------------------


def test_files_of_a_removed_snapshot_go_once_nobody_can_be_pinning_it(replicas: Replicas) -> None:
    store = replicas.one
    old = store.write(reading("lama", DAY - timedelta(days=9)))
    new = store.write(reading("baru"))
    store.remove(old, unless_pinned=True)
    store.sweep()
    files = {file for folder, file, _ in store.seen("*") if folder == old}
    assert REMOVED in files
    assert len(files) == 8
    impatient = Bucket(replicas.direct, quiet_ns=-1)
    impatient.sweep((MANIFEST, PINNED))
    assert {folder for folder, _, _ in impatient.seen("*")} == {new}
    wait_until(lambda: names(replicas.other) == [new])
    assert title(replicas.other.read(new)) == "baru"


OLD, NEW = "2025-06-01-00000000000a", "2025-06-30-00000000000b"
HOUR_AGO = QUIET_NS - 1


@pytest.mark.parametrize(
    ("files", "goes"),
    [
        ({"a.parquet": HOUR_AGO, REMOVED: HOUR_AGO}, True),
        ({"a.parquet": HOUR_AGO}, True),
        ({"a.parquet": HOUR_AGO, REMOVED: HOUR_AGO + 1}, False),
        ({"a.parquet": HOUR_AGO, MANIFEST: HOUR_AGO}, False),
        ({"a.parquet": HOUR_AGO, PINNED: HOUR_AGO}, False),
    ],
)
def test_folder_is_cleared_when_it_holds_no_manifest_and_was_quiet_for_an_hour(
    files: dict[str, int], goes: bool
) -> None:
    look = {
        OLD: {file: (1, moment) for file, moment in files.items()},
        NEW: {MANIFEST: (1, 2 * QUIET_NS)},
        "milik orang lain": {"x": (1, 0)},
    }
    assert left_over(look, (MANIFEST, PINNED)) == ([OLD] if goes else [])


def test_folder_of_yesterday_is_never_cleared() -> None:
    yesterday = f"{date(2025, 6, 29)}-00000000000a"
    look = {yesterday: {"x": (1, 0)}, NEW: {MANIFEST: (1, 2 * QUIET_NS)}}
    assert left_over(look, (MANIFEST, PINNED)) == []
