"""From the tabs of a workbook to its tables, and from a fault back to its cell."""

from __future__ import annotations

from datetime import datetime

import pandas as pd
import pytest

from tests.tables.builders import reading
from zi_metrics.sources.grid import Grid, Span, Value, Workbook
from zi_metrics.sources.sheet_tables import SheetTables, read_tables
from zi_metrics.tables.book import TabRead
from zi_metrics.tables.cells import Unusable, Why
from zi_metrics.tables.columns import TABLES
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.snapshot import Snapshot, assemble

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
URL = "https://docs.google.com/spreadsheets/d/abc/edit"
CODE = "A.I.1.i.a"
HEADER: list[Value] = ["ID", "Kode indikator", "Data dukung", "Status"]


def read(*grids: Grid, url: str | None = URL) -> SheetTables:
    return read_tables(Workbook("ZI 2025", grids, url))


def evidence(title: str, *rows: list[Value], header: list[Value] = HEADER) -> Grid:
    return Grid(title, [header, *rows])


def snapshot_of(*grids: Grid, url: str | None = URL) -> Snapshot:
    tables = read(*grids, url=url)
    pairs, cells = tables.settings.pairs, tables.settings.cells
    return assemble(tables.frames, pairs, reading(book=tables.book, setting_cells=cells))


def told(problems: list[Problem] | tuple[Problem, ...]) -> list[tuple[Severity, str, str]]:
    return [(problem.severity, problem.where, problem.read) for problem in problems]


def told_but_advice(snapshot: Snapshot) -> list[tuple[Severity, str, str]]:
    return [each for each in told(snapshot.problems) if each[0] is not ADVICE]


FULL = (
    Grid("Petunjuk", [["Isi tab Data Dukung area Anda."]], gid=1),
    Grid("Pengaturan", [["Kunci", "Nilai"], ["Unit", "Balai"]], gid=2),
    Grid("Indikator", [["Kode", "PIC"], [CODE, "Sari"]], gid=3),
    Grid("Data Dukung I", [["ID", "Kode", "Dokumen", "Status"], ["1", CODE, "a", "Ada"]], gid=4),
    Grid(
        "Data Dukung II",
        [["MATRIKS"], ["Status", "PIC", "Kode", "Dokumen"], [None, "Budi", CODE, "b"], []],
        gid=5,
        hidden_rows=frozenset({2}),
    ),
    Grid("Monev", [["Area", "Rekomendasi", "Status"], ["III", "Lengkapi SK", "Proses"]], gid=6),
    Grid("SPIP", [["Tahun", "TW", "Area", "Tanggal masuk"], [2025.0, "I", "Unit", None]], gid=7),
    Grid("Hasil", [["Komponen", "Nilai"], ["IPAK", 3.6]], gid=8),
)


def test_whole_workbook_is_read() -> None:
    found = read(*FULL)
    assert {name: len(frame) for name, frame in found.frames.items()} == {
        "indicators": 1,
        "evidence": 2,
        "recommendations": 1,
        "spip_reports": 1,
        "results": 1,
    }
    assert found.settings.pairs == {"Unit": "Balai"}
    assert (found.lacking, found.unreadable) == ([], frozenset())
    assert told(found.problems) == [
        (ADVICE, "Data Dukung II!A2", "1 baris tersembunyi ikut dihitung."),
    ]


def test_tabs_of_evidence_are_one_table_whatever_their_columns() -> None:
    frame = read(*FULL).frames["evidence"]
    assert list(frame.columns) == ["evidence_id", "code", "title", "status", "pic", "origin"]
    assert frame.astype(object).where(frame.notna(), None).to_numpy().tolist() == [
        ["1", CODE, "a", "Ada", None, "Data Dukung I!C2"],
        [None, CODE, "b", None, "Budi", "Data Dukung II!D3"],
    ]


def test_book_tells_what_was_read_of_every_tab() -> None:
    book = read(*FULL).book
    assert (book.name, book.url) == ("ZI 2025", URL)
    assert [(tab.title, tab.table, tab.gid) for tab in book.tabs] == [
        ("Petunjuk", None, 1),
        ("Pengaturan", "settings", 2),
        ("Indikator", "indicators", 3),
        ("Data Dukung I", "evidence", 4),
        ("Data Dukung II", "evidence", 5),
        ("Monev", "recommendations", 6),
        ("SPIP", "spip_reports", 7),
        ("Hasil", "results", 8),
    ]
    assert book.tabs[4] == TabRead(
        title="Data Dukung II",
        table="evidence",
        gid=5,
        letters={"code": "C", "title": "D", "status": "A", "pic": "B"},
        row_count=1,
        blank_count=1,
        hidden_count=1,
    )


def test_everything_read_is_understood() -> None:
    snapshot = snapshot_of(*FULL)
    assert told_but_advice(snapshot) == []
    assert snapshot.evidence["state"].tolist() == ["Tersedia", "Belum ada"]
    assert snapshot.recommendations["area_no"].tolist() == [3]
    assert snapshot.spip_reports["area_no"].tolist() == [0]
    assert snapshot.results["value"].tolist() == ["3,6"]
    assert snapshot.settings.unit == "Balai"
    assert snapshot.provenance.book == read(*FULL).book


def test_same_content_in_other_places_has_the_same_digest() -> None:
    moved = [
        Grid("SPIP 2025", [["Area", "Tahun", "Periode", "Tanggal masuk"], ["0", "2025", 1.0]]),
        Grid("Rekomendasi Monev", [["Keadaan", "Rekomendasi", "Area"],
                                   ["Proses", "Lengkapi SK", 3.0]]),
        Grid("Lembar 1", [["No"], [], ["Keadaan", "Judul", "Kode", "Koordinator", "ID"],
                          [None, "b", CODE, "Budi"], ["Ada", "a", CODE, None, 1.0]]),
        Grid("LKE", [["Penanggung jawab", "Kode"], ["Sari", CODE]]),
        Grid("Hasil", [["Nilai", "Komponen"], ["3,6", "IPAK"]]),
        Grid("Setelan", [["Unit", "Balai"]]),
    ]  # fmt: skip
    here, there = snapshot_of(*FULL), snapshot_of(*moved, url=None)
    assert there.provenance.digest == here.provenance.digest
    for spec in TABLES:
        assert len(there.table(spec)) == len(here.table(spec))


def test_missing_required_column_in_one_tab_makes_the_table_unreadable() -> None:
    found = read(
        evidence("Data Dukung I", ["1", CODE, "a", "Ada"]),
        Grid("Data Dukung II", [["MATRIKS"], ["ID", "Kode indikator", "Data dukung"]]),
        evidence("Data Dukung III", ["3", CODE, "c", "Ada"]),
    )
    assert found.unreadable == {"evidence"}
    assert "evidence" not in found.frames
    assert told(found.lacking) == [
        (ERROR, "Data Dukung II!A2", "Kolom wajib “Status” tidak ada di baris judul.")
    ]
    assert [(tab.title, tab.table, tab.row_count) for tab in found.book.tabs] == [
        ("Data Dukung I", "evidence", 1),
        ("Data Dukung II", "evidence", 0),
        ("Data Dukung III", "evidence", 1),
    ]


def test_workbook_without_evidence_lacks_it() -> None:
    found = read(Grid("Rapat", [["Hadir"]]), Grid("Hasil", [["Komponen", "Nilai"]]))
    (lacking,) = found.lacking
    assert (found.unreadable, sorted(found.frames)) == ({"evidence"}, ["results"])
    assert (lacking.severity, lacking.tab, lacking.where) == (
        ERROR, "Data Dukung", "Tab Data Dukung",
    )  # fmt: skip
    assert lacking.read == "Tab “Data Dukung” tidak ada."
    assert lacking.remedy.endswith("Tab yang ada: “Rapat”, “Hasil”.")


def test_any_other_missing_tab_is_advice() -> None:
    found = read(evidence("Data Dukung"))
    assert (found.lacking, list(found.frames)) == ([], ["evidence"])
    assert told(found.problems) == [
        (ADVICE, f"Tab {tab}", f"Tab “{tab}” tidak ada.")
        for tab in ("Indikator", "Monev", "SPIP", "Hasil", "Pengaturan")
    ]


def test_emptied_tab_is_a_table_without_rows() -> None:
    found = read(Grid("Data Dukung", []), Grid("Monev", [[None, False]]))
    assert (found.lacking, found.unreadable) == ([], frozenset())
    assert {name: len(frame) for name, frame in found.frames.items()} == {
        "evidence": 0,
        "recommendations": 0,
    }
    assert len(snapshot_of(Grid("Data Dukung", [])).evidence) == 0


def test_emptied_tab_beside_others_adds_nothing() -> None:
    found = read(evidence("Data Dukung I", ["1", CODE, "a", "Ada"]), Grid("Data Dukung II", []))
    assert found.frames["evidence"]["title"].tolist() == ["a"]
    assert snapshot_of(evidence("Data Dukung I"), Grid("Data Dukung II", [])).unreadable == set()


def test_odd_tabs_are_told() -> None:
    found = read(
        Grid("Data Dukung", [HEADER], is_hidden=True),
        Grid("Monev", [["Area", "Rekomendasi", "Status"]]),
        Grid("Monev lama", [["Area", "Rekomendasi", "Status"], [1.0, "x", "Ada"]]),
        Grid("Lembar 4", [["Komponen", "Nilai"]]),
    )
    assert [each for each in told(found.problems) if "!" in each[1]] == [
        (ADVICE, "Data Dukung!A1", "Tab “Data Dukung” disembunyikan."),
        (ERROR, "Monev lama!A1", "Tab “Monev lama” serupa dengan tab “Monev”."),
        (ADVICE, "Lembar 4!A1", "Tab “Lembar 4” dikenali dari judul kolomnya."),
    ]  # fmt: skip
    assert len(found.frames["recommendations"]) == 0
    assert [tab.table for tab in found.book.tabs] == [
        "evidence",
        "recommendations",
        None,
        "results",
    ]


def test_fault_is_told_at_its_cell() -> None:
    snapshot = snapshot_of(
        Grid(
            "Data Dukung I",
            [
                ["MATRIKS"],
                ["Status", "Alasan", "Tenggat", "Kode indikator", "Tautan", "Data dukung"],
                ["x", None, "besok", CODE, "LIHAT", "a"],
                ["TR", None, "Juni 2025", CODE, "D:\\ZI\\b.pdf", "b"],
                ["Ada", None, datetime.fromisoformat("2019-01-01T00:00"), "A.9", None, None],
                [Unusable(Why.ERROR, "#REF!"), None, Unusable(Why.ERROR, "#N/A"), CODE, None, "b"],
            ],
        ),
    )
    assert sorted(told_but_advice(snapshot), key=lambda each: each[1]) == [
        (ERROR, "Data Dukung I!A3", "Status “x” tidak dikenali."),
        (ERROR, "Data Dukung I!A6", "Kolom “Status” berisi galat rumus “#REF!”."),
        (ERROR, "Data Dukung I!B4", "Status “TR” tanpa alasan."),
        (WARNING, "Data Dukung I!C3", "Kolom “Tenggat” berisi “besok”, bukan tanggal."),
        (WARNING, "Data Dukung I!C4", "Kolom “Tenggat” berisi “Juni 2025”, tanpa hari."),
        (WARNING, "Data Dukung I!C5",
         "Kolom “Tenggat” berisi “1 Januari 2019”, jauh dari tahun penilaian."),
        (WARNING, "Data Dukung I!C6", "Kolom “Tenggat” berisi galat rumus “#N/A”."),
        (ERROR, "Data Dukung I!D5", "Kode indikator “A.9” tidak ada dalam daftar resmi."),
        (WARNING, "Data Dukung I!E3", "Tautan berisi “LIHAT”, tanpa alamat di baliknya."),
        (WARNING, "Data Dukung I!E4", "Tautan “D:\\ZI\\b.pdf” bukan alamat web."),
        (WARNING, "Data Dukung I!F5", "Nama data dukung kosong."),
        (WARNING, "Data Dukung I!F6",
         "Data dukung “b” tercatat lebih dari sekali pada indikator dan periode ini."),
    ]  # fmt: skip


def test_fault_of_a_cell_whose_column_is_not_there_is_told_at_its_row() -> None:
    snapshot = snapshot_of(evidence("Data Dukung", ["1", CODE, "a", "TR"]))
    assert told_but_advice(snapshot) == [(ERROR, "Data Dukung!C2", "Status “TR” tanpa alasan.")]


def test_covered_status_is_reported_and_is_not_read_as_empty() -> None:
    grid = Grid(
        "Data Dukung",
        [HEADER, ["1", CODE, "a", "Ada"], ["2", None, "b"], ["3", None, "c", None]],
        merges=(Span(1, 1, 4, 2), Span(1, 3, 3, 4)),
    )
    snapshot = snapshot_of(grid)
    assert snapshot.evidence["code"].tolist() == [CODE] * 3
    assert snapshot.evidence["state"].tolist() == ["Tersedia", "Tidak dikenali", "Belum ada"]
    assert [each.sentence for each in snapshot.problems if each.severity is not ADVICE] == [
        "Data Dukung!D3: Kolom “Status”: sel ini tertutup sel gabungan."
        " Baris ini tidak dihitung selesai dan tetap menjadi pembagi."
        " Pisahkan sel gabungan itu, lalu isi setiap baris."
    ]


@pytest.mark.parametrize("url", [URL, None])
def test_cells_of_a_google_sheet_have_addresses(url: str | None) -> None:
    snapshot = snapshot_of(Grid("Data Dukung", [HEADER, ["1", CODE, "a", "x"]], gid=5), url=url)
    (problem,) = [each for each in snapshot.problems if each.severity is ERROR]
    address = f"{URL}?gid=5#gid=5&range=D2" if url else None
    assert problem.where == "Data Dukung!D2"
    assert snapshot.provenance.book.link(problem.where) == address


def test_cells_are_handed_on_as_they_are() -> None:
    day = datetime.fromisoformat("2025-10-01T00:00")
    cells: list[Value] = [1.0, CODE, True, day]
    frame = read(evidence("Data Dukung", cells, ["2"])).frames["evidence"]
    assert {str(dtype) for dtype in frame.dtypes} == {"object"}
    assert frame.loc[0].tolist() == [*cells, "Data Dukung!C2"]
    assert [pd.isna(cell) for cell in frame.loc[1]] == [False, True, True, True, False]
