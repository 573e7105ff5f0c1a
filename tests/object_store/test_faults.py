"""An object store that fails: a sentence without secrets, and what is known goes on counting."""

from __future__ import annotations

import logging
import time
from datetime import timedelta
from pathlib import Path

import pytest

from tests.object_store.fixtures import SECRET, address
from tests.object_store.gate import Gate
from tests.object_store.replicas import Replicas, wait_until, wait_until_settled
from tests.sheets_server import Book, SheetsServer
from tests.sources.sheets import EVIDENCE, ID, Clock, google_sheet, kept_in
from tests.sources.test_daily import DAY, reading
from zi_metrics.errors import ReaderError, SnapshotDamaged, SnapshotNotStored, StoreUnavailable
from zi_metrics.settings import AppSettings
from zi_metrics.sources.latest import Latest
from zi_metrics.sources.live import LiveSheet
from zi_metrics.sources.resolve import _past_of_sheet, open_source
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.store_uri import StoreUri

REST_SECONDS = 0.05
ACCOUNT = "AKIDRAHASIA:kunci%2Frahasia@"


def impatient(store: SnapshotStore) -> SnapshotStore:
    """A store that looks again at once, and soon after it has failed."""
    looks = store._shelf._looks
    assert isinstance(looks, Latest)
    looks.rest, looks.seconds = REST_SECONDS, 0.0
    return store


def said(store: SnapshotStore) -> list[ReaderError]:
    """What a reader and a writer are told."""
    with pytest.raises(StoreUnavailable) as read:
        store.list()
    with pytest.raises(SnapshotNotStored) as written:
        store.write(reading("pagi"))
    return [read.value, written.value]


def test_bucket_that_is_not_there_is_said(s3_server: tuple[str, int]) -> None:
    for fault in said(SnapshotStore(address(s3_server, "zi-tidak-ada"))):
        assert "Wadah (bucket) penyimpanan potret tidak ada." in fault.what
        assert fault.where == "Penyimpanan potret “s3://zi-tidak-ada/kantor/potret”"


def test_refused_access_is_said(replicas: Replicas, s3_server: tuple[str, int]) -> None:
    replicas.gate.denies = "."
    # another address of the same place, so that nothing is known of it
    store = SnapshotStore(StoreUri(replicas.gated.uri + "&tls_ca_file_path=/tidak-dipakai"))
    for fault in said(store):
        assert "menolak akses" in fault.what
        assert "AWS_SECRET_ACCESS_KEY" in fault.remedy


@pytest.mark.parametrize(
    "uri",
    [
        f"s3://{ACCOUNT}zi-uji/potret?region=us-east-1&anon=ya",
        f"s3://{ACCOUNT}zi-uji/potret?region",
        "s3://?region=us-east-1",
        f"ftp://{ACCOUNT}zi-uji/potret",
        "gs://zi-uji/potret?ruang=1",
    ],
)
def test_address_that_means_nothing_is_said_without_its_secrets(uri: str) -> None:
    for fault in said(SnapshotStore(StoreUri(uri))):
        assert "Alamat penyimpanan potret tidak dapat dipakai." in fault.what
        assert_no_secret(f"{fault} {fault!r} {fault.__cause__!r}")


def assert_no_secret(told: str) -> None:
    assert not [
        each for each in ("RAHASIA", "rahasia", SECRET, "us-east-1", "endpoint") if each in told
    ]


def test_store_out_of_reach_is_said_once_and_then_at_once(
    gate: Gate, caplog: pytest.LogCaptureFixture
) -> None:
    host = "{}:{}".format(*gate.address)
    uri = f"s3://{ACCOUNT}zi-uji/potret?region=us-east-1&scheme=http&endpoint_override={host}"
    gate.drops = True
    store = SnapshotStore(StoreUri(uri))
    with caplog.at_level(logging.DEBUG), pytest.raises(StoreUnavailable, match="dihubungi") as told:
        store.list()
    asked = len(gate.requests)
    for _ in range(5):
        with pytest.raises(StoreUnavailable, match="tidak dapat dihubungi"):
            store.list()
    assert len(gate.requests) == asked
    assert_no_secret(
        f"{told.value} {told.value.__context__!r} {caplog.text} {AppSettings(None, store.root)!r}"
    )


def test_what_was_seen_and_read_goes_on_counting_while_the_store_fails(replicas: Replicas) -> None:
    days = [DAY - timedelta(days=number) for number in (2, 1, 0)]
    for day in days:
        replicas.one.write(reading(str(day), day))
    store, settings = impatient(replicas.other), AppSettings("potret", replicas.gated)
    wait_until(lambda: len(store.list()) == 3)
    wait_until_settled(store)
    before = open_source("potret", settings)
    assert before.trouble is None
    assert store.newest().as_of == DAY
    replicas.gate.drops = True
    wait_until(lambda: open_source("potret", settings).trouble)
    failing = open_source("potret", settings)
    assert failing.dates == (DAY,)  # the others have never been read
    assert failing.newest().as_of == DAY
    assert failing.version(DAY) != before.version(DAY)
    replicas.gate.reopen()
    wait_until(lambda: open_source("potret", settings).trouble is None)
    assert open_source("potret", settings).version(DAY) == before.version(DAY)
    assert list(open_source("potret", settings).dates) == days


def test_store_that_fails_is_not_taken_for_damage(replicas: Replicas) -> None:
    """Else an older snapshot would be shown in the place of the newest."""
    replicas.one.write(reading("kemarin", DAY - timedelta(days=1)))
    replicas.one.write(reading("pagi"))
    store = impatient(replicas.other)
    wait_until(lambda: len(store.list()) == 2)
    opened = open_source("potret", AppSettings("potret", replicas.gated))
    assert opened.newest(DAY - timedelta(days=1)).as_of < DAY
    replicas.gate.denies = r"GET .*\.parquet"
    for _ in range(2):
        with pytest.raises(StoreUnavailable, match="menolak akses"):
            opened.newest()
    replicas.gate.reopen()
    wait_until(lambda: store.at_hand()[1] is None or not store.seen("*"))
    assert opened.newest().as_of == DAY


def test_object_that_is_gone_is_damage(replicas: Replicas) -> None:
    name = replicas.one.write(reading("pagi"))
    files = [file for _, file, _ in replicas.one.seen("evidence-*")]
    replicas.one._shelf._objects.delete(f"{name}/{files[0]}")
    wait_until(replicas.other.list)
    with pytest.raises(SnapshotDamaged, match=files[0]):
        replicas.other.read(name)


# --- The sheet goes on ------------------------------------------------------


def follower(server: SheetsServer, root: StoreUri, clock: Clock) -> LiveSheet:
    kept = kept_in(root)
    impatient(kept._store)
    return LiveSheet(google_sheet(server), kept, clock=clock, interval=timedelta(seconds=1))


def test_sheet_is_shown_while_its_store_fails_and_kept_once_it_answers(
    replicas: Replicas, server: SheetsServer, book: Book, clock: Clock
) -> None:
    sheet = follower(server, replicas.gated, clock)
    assert sheet.refresh().unsaved is None
    replicas.gate.drops = True
    book.tab(EVIDENCE)["C2"] = "Dokumen lain"
    clock.advance(minutes=1)
    state = sheet.refresh()
    assert state.is_current
    assert state.unsaved is not None
    assert "Potret tidak dapat disimpan. Penyimpanan potret tidak dapat dihubungi." in str(
        state.unsaved
    )
    replicas.gate.reopen()
    clock.advance(minutes=1)
    assert sheet.refresh().unsaved is None
    wait_until(lambda: [each.digest for each in replicas.one.list()])
    assert replicas.one.newest().provenance.digest == state.snapshot.provenance.digest


def test_follower_that_starts_before_its_store_answers_recalls_the_last_reading_later(
    replicas: Replicas, server: SheetsServer, clock: Clock
) -> None:
    follower(server, replicas.gated, clock).refresh()
    server.stop()
    replicas.gate.denies = "."
    again = StoreUri(replicas.gated.uri + "&tls_ca_file_path=/tidak-dipakai")
    sheet = follower(server, again, clock)
    assert sheet.state.snapshot is None
    assert _past_of_sheet(again, ID).trouble is not None
    assert _past_of_sheet(again, ID).dates == ()
    replicas.gate.reopen()

    def recalled() -> bool:
        return sheet.refresh().is_from_disk

    wait_until(recalled)
    assert sheet.state.snapshot is not None


# --- Looking ----------------------------------------------------------------


def test_viewers_do_not_wait_for_a_look_that_takes_long(replicas: Replicas) -> None:
    name = replicas.one.write(reading("pagi"))
    store = impatient(replicas.other)
    wait_until(store.list)
    held = replicas.gate.hold("GET .*list-type")
    looks = store._shelf._looks
    looks.patience = 0.3
    waits = []
    for _ in range(6):
        began = time.monotonic()
        assert [each.identifier for each in store.list()] == [name]
        waits.append(time.monotonic() - began)
    held.release.set()
    assert sum(waits) < 6 * looks.patience


def test_local_folder_is_never_in_trouble(tmp_path: Path) -> None:
    store = SnapshotStore(tmp_path / "belum-ada")
    assert store.at_hand() == (store, None)
