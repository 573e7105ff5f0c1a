"""Stored snapshots: what is written is read; what is damaged is named, never shown as whole."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.tables.builders import reading, small_frames, snapshot, table
from zi_metrics.errors import ReaderError, SnapshotDamaged, SnapshotNotFound
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.book import NO_BOOK, Book, TabRead
from zi_metrics.tables.cells import Unusable, Why
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RESULTS, SPIP_REPORTS, TABLES
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.snapshot import Snapshot, assemble

MARCH, JUNE = date(2025, 3, 31), date(2025, 6, 30)
Edit = Callable[[pa.Table], pa.Table]


@pytest.fixture(params=["folder", "object store"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> SnapshotStore:
    """Every fact here holds of both."""
    if request.param == "folder":
        return SnapshotStore(tmp_path / "potret")
    return SnapshotStore(request.getfixturevalue("bucket"))


ALIKE = pytest.mark.parametrize("store", ["folder"], indirect=True)
"""What a file says is read alike wherever it lies: tried in one place only."""


def manifest_of(store: SnapshotStore, name: str, **changes: Any) -> dict[str, Any]:
    """A stored manifest as it is, after changing what is named."""
    folder = store.folder(name)
    said: dict[str, Any] = json.loads(folder.read("manifest.json")) | changes
    folder.put("manifest.json", json.dumps(said).encode())
    return said


def damage(store: SnapshotStore, name: str, table: str = "evidence") -> str:
    file: str = manifest_of(store, name)["files"][table]["file"]
    folder = store.folder(name)
    folder.put(file, folder.read(file)[:-9])
    return file


def rewrite(store: SnapshotStore, name: str, table: str, edit: Edit) -> None:
    """Another program's parquet in a snapshot whose manifest is right about it."""
    files = manifest_of(store, name)["files"]
    folder, file = store.folder(name), files[table]["file"]
    rows = edit(pq.read_table(io.BytesIO(folder.read(file))).replace_schema_metadata())
    content = io.BytesIO()
    pq.write_table(rows, content)
    folder.put(file, content.getvalue())
    files[table]["sha256"] = hashlib.sha256(content.getvalue()).hexdigest()
    manifest_of(store, name, files=files)


def put(column: str, cells: list[Any]) -> Edit:
    return lambda rows: rows.set_column(rows.column_names.index(column), column, pa.array(cells))


def assert_same(read: Snapshot, written: Snapshot) -> None:
    for spec in TABLES:
        pd.testing.assert_frame_equal(read.table(spec), written.table(spec))
    assert set(read.problems) == set(written.problems)
    assert read.settings == written.settings
    assert read.provenance == written.provenance
    assert read.unreadable == written.unreadable


def test_snapshot_is_read_as_it_was_written(store: SnapshotStore) -> None:
    settings = {"Unit": "Balai", "Target kelengkapan": "90%", "Nama yang disamarkan": "Sari; Budi"}
    written = assemble(small_frames(), settings | {"Warna": "biru"}, reading(unit_id="balai"))
    name = store.write(written)
    assert name == f"2025-06-30-{written.provenance.digest[:12]}"
    assert_same(store.read(name), written)
    assert_same(store.newest(), written)


def test_book_and_carried_cells_are_read_back(store: SnapshotStore) -> None:
    tabs = (
        TabRead("Data Dukung I", "evidence", 7, {"title": "C", "status": "D"}, 2, 1, 1),
        TabRead("Rapat", None, 8),
    )
    book = Book("ZI 2025", "https://docs.google.com/spreadsheets/d/abc/edit", tabs)
    rows = table(EVIDENCE, {"status": "x"}, {"title": "POS"})
    marked = rows.assign(origin=["Data Dukung I!C2", "Data Dukung I!C3"], carried=[None, "Status"])
    before = assemble({"evidence": marked}, {}, reading(book=book))
    after = store.read(store.write(before))
    assert after.provenance == before.provenance
    assert after.evidence["carried"].fillna("-").tolist() == ["-", "Status"]
    assert after.problems == before.problems
    assert [each.where for each in after.problems] == ["Data Dukung I!D2"]


@ALIKE
def test_problem_of_an_odd_cell_is_still_one_problem_when_read_back(store: SnapshotStore) -> None:
    broken = Unusable(Why.ERROR, "#N/A")
    frames = {
        "evidence": table(EVIDENCE, {"code": broken}, {"title": broken, "status": broken}),
        "spip_reports": table(SPIP_REPORTS, {"year": "entah", "quarter": "1.250"}),
    }
    written = assemble(frames, {}, reading())
    assert len(written.problems) == 5
    assert store.read(store.write(written)).problems == written.problems


@ALIKE
def test_problems_of_answers_and_what_was_entered_are_read_back(store: SnapshotStore) -> None:
    frames = {
        "indicators": table(
            INDICATORS,
            {"answer": "B"},
            {"code": "A.II.5.ii", "answer_numerator": 12, "answer_denominator": "dua"},
            {"code": "A.II.1.i.a", "answer_numerator": 0, "answer_denominator": 0},
        ),
        "results": table(RESULTS, {"value": "82,5"}, {"value": "3,1"}, {"value": "3,4"}),
    }
    written = assemble(frames, {"TLHP": "belum", "Indeks RB": "bb"}, reading())
    assert [str(each.severity) for each in written.problems] == [
        *("galat", "galat", "peringatan"),
        "saran",  # indicators that are not listed
        *("galat", "peringatan"),
    ]
    read = store.read(store.write(written))
    assert read.problems == written.problems
    assert read.settings.entry == {"tlhp": "Tidak", "indeks_rb": "BB"}
    assert read.provenance.digest == written.provenance.digest


def test_snapshot_of_no_book_has_none_in_its_manifest(store: SnapshotStore) -> None:
    name = store.write(snapshot())
    assert "book" not in manifest_of(store, name)
    assert store.read(name).provenance.book is NO_BOOK


def test_rejected_table_is_still_rejected_when_read_back(store: SnapshotStore) -> None:
    written = snapshot(small_frames() | {"spip_reports": pd.DataFrame({"year": [2025]})})
    assert_same(store.read(store.write(written)), written)


def test_same_content_is_stored_once(store: SnapshotStore) -> None:
    names = {store.write(snapshot()) for _ in range(3)}
    assert [each.identifier for each in store.list()] == list(names)


def test_snapshots_are_listed_oldest_first(store: SnapshotStore) -> None:
    for day in (JUNE, MARCH, date(2025, 9, 30)):
        store.write(snapshot(as_of=day))
    assert [each.as_of.month for each in store.list()] == [3, 6, 9]
    assert store.newest().as_of.month == 9
    assert store.newest(not_after=date(2025, 9, 29)).as_of == JUNE


def test_store_without_snapshots_says_so(store: SnapshotStore) -> None:
    with pytest.raises(SnapshotNotFound, match="Belum ada potret"):
        store.newest()
    store.write(snapshot(as_of=JUNE))
    with pytest.raises(SnapshotNotFound, match="Belum ada potret sampai 31 Maret 2025"):
        store.newest(not_after=MARCH)


def test_folder_without_a_manifest_does_not_exist(store: SnapshotStore) -> None:
    old, new = store.write(snapshot(as_of=MARCH)), store.write(snapshot(as_of=JUNE))
    store._shelf.remove(new, ["manifest.json"])
    assert [each.identifier for each in store.list()] == [old]
    left = store.newest()
    assert (left.as_of, left.problems) == (MARCH, snapshot(as_of=MARCH).problems)
    with pytest.raises(SnapshotNotFound, match=f"Potret yang tersedia: {old}"):
        store.read(new)


def test_damaged_manifest_is_refused_by_name_and_the_next_snapshot_used(
    store: SnapshotStore,
) -> None:
    store.write(snapshot(as_of=MARCH))
    new = store.write(snapshot(as_of=JUNE))
    store.folder(new).put("manifest.json", b"{")
    left = store.newest()
    assert left.as_of == MARCH
    (told,) = [problem for problem in left.problems if problem.tab == "Potret"]
    assert told.where == f"Potret {new}"
    assert "“manifest.json” rusak" in told.read
    assert "dilewati" in told.why


@ALIKE
@pytest.mark.parametrize(
    "name", ["../x", "..", "", "/etc", ".", "2025-06-30-abcdefabcdef/..", "a\0b", "2025-06-30-zz"]
)
def test_name_that_is_no_snapshot_is_refused(store: SnapshotStore, name: str) -> None:
    store.write(snapshot())
    with pytest.raises(SnapshotNotFound, match="tidak ada"):
        store.read(name)


def test_damaged_file_is_refused_by_name_and_the_next_is_used(store: SnapshotStore) -> None:
    store.write(snapshot(as_of=MARCH))
    name = store.write(snapshot(as_of=JUNE))
    file = damage(store, name)
    with pytest.raises(SnapshotDamaged, match=file):
        store.read(name)
    newest = store.newest()
    assert (newest.as_of, newest.unreadable) == (MARCH, frozenset())
    assert newest.problems[0].severity is Severity.ERROR
    assert newest.problems[0].where == f"Potret {name}"
    assert file in newest.problems[0].read


def test_when_all_are_damaged_what_is_left_of_the_newest_is_shown(store: SnapshotStore) -> None:
    damage(store, store.write(snapshot(as_of=MARCH)))
    file = damage(store, name := store.write(snapshot(as_of=JUNE)))
    left = store.newest()
    assert (left.as_of, left.unreadable) == (JUNE, frozenset({"evidence"}))
    assert (len(left.evidence), len(left.recommendations)) == (0, 2)
    named = [each for each in left.problems if each.where == f"Potret {name}, tabel Data Dukung"]
    assert [each.read for each in named] == [f"Berkas “{file}” rusak atau berubah sejak disimpan."]
    assert not any("yang dipakai potret utuh" in each.why for each in left.problems)


def test_writing_again_mends_a_damaged_snapshot(store: SnapshotStore) -> None:
    damage(store, name := store.write(snapshot()))
    store.write(snapshot())
    assert_same(store.read(name), snapshot())


@ALIKE
@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"schema_version": 1}', b"[" * 50_000]
)
def test_damaged_manifest_does_not_exist_for_the_listing(
    store: SnapshotStore, content: bytes
) -> None:
    old, new = store.write(snapshot(as_of=MARCH)), store.write(snapshot(as_of=JUNE))
    store.folder(new).put("manifest.json", content)
    assert [each.identifier for each in store.list()] == [old]
    with pytest.raises(SnapshotDamaged, match=r"manifest\.json"):
        store.read(new)


@ALIKE
@pytest.mark.parametrize(
    "changes",
    [
        {"digest": 5}, {"as_of": "kemarin"}, {"read_at": "2025-07-01T00:00:00"}, {"files": {}},
        {"unreadable": [[1]]},
        {"files": {t.name: {"file": 5, "sha256": "a", "rows": 1} for t in TABLES}},
    ],
)  # fmt: skip
def test_manifest_of_wrong_values_stops_nobody(store: SnapshotStore, changes: Any) -> None:
    store.write(snapshot(as_of=MARCH))
    store.write(snapshot({}, as_of=JUNE))
    manifest_of(store, name := store.write(snapshot(as_of=JUNE)), **changes)
    assert store.newest().as_of == JUNE
    with pytest.raises(SnapshotDamaged):
        store.read(name)


@ALIKE
@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"schema_version": 2}, "Versi susunan datanya 2; program ini membaca versi 1."),
        ({"regulation": "permen-1"}, "Daftar indikator “permen-1” tidak dikenal."),
    ],
)
def test_snapshot_of_another_program_says_so(
    store: SnapshotStore, changes: Any, sentence: str
) -> None:
    manifest_of(store, name := store.write(snapshot()), **changes)
    with pytest.raises(SnapshotDamaged) as caught:
        store.read(name)
    assert caught.value.what == sentence
    assert caught.value.where == f"Potret {name}"


CODES, DAYS = ["A.I.1.i.a", "A.I.9.z", None], ["besok", None, None]


@ALIKE
@pytest.mark.parametrize(
    ("table", "edit", "where", "read", "left"),
    [
        ("evidence", lambda t: t.drop_columns(["status"]), "Tabel Data Dukung", "“Status”", 0),
        ("evidence", lambda t: t.drop_columns(["pic"]), "Tabel Data Dukung", "“PIC”", 2),
        ("evidence", put("code", CODES), "Tabel Data Dukung, baris 2", "“A.I.9.z”", 1),
        ("evidence", put("due_on", DAYS), "Tabel Data Dukung, baris 1", "bukan tanggal", 2),
        ("evidence", put("note", [[1], None, None]), "Tabel Data Dukung, baris 1", "bukan teks", 2),
        ("spip_reports", put("risk_count", [-3, 1]), "Tabel SPIP, baris 1", "bilangan bulat", 2),
        ("spip_reports", put("quarter", [9, 1]), "Tabel SPIP, baris 1", "“Triwulan”", 2),
    ],
)
def test_fault_in_a_stored_table_names_table_row_and_remedy(
    store: SnapshotStore, table: str, edit: Edit, where: str, read: str, left: int
) -> None:
    rewrite(store, name := store.write(snapshot()), table, edit)
    found = store.read(name)
    told = [each for each in found.problems if each.where == where and read in each.read]
    assert told
    assert told[0].remedy
    assert int(found.evidence["is_counted"].sum()) == left
    assert len(found.recommendations) == 2


@ALIKE
@pytest.mark.parametrize(
    ("table", "edit"),
    [
        ("settings", lambda rows: rows.drop_columns(["value"])),
        ("settings", lambda rows: pa.table({"key": ["Unit"], "value": [None]})),
        ("problems", lambda rows: rows.drop_columns(["remedy"])),
        ("problems", put("severity", ["gawat"] * len(snapshot().problems))),
    ],
)
def test_settings_or_problems_of_another_shape_are_a_readers_fault(
    store: SnapshotStore, table: str, edit: Edit
) -> None:
    rewrite(store, name := store.write(snapshot()), table, edit)
    with suppress(SnapshotDamaged):  # refusing the folder by name is right too
        assert len(store.read(name).evidence) == 3


def test_folder_that_cannot_be_written_is_a_readers_fault(tmp_path: Path) -> None:
    (tmp_path / "potret").write_text("a file stands where the folder should be", "utf-8")
    with pytest.raises(ReaderError, match="potret"):
        SnapshotStore(tmp_path / "potret").write(snapshot())
