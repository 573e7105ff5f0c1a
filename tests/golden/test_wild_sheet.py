"""The same workbook uploaded to Google Sheets: the same tables, the same problems, more links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from tests.golden.wild import wild_workbook
from tests.sheets_server.book import Book
from tests.sheets_server.cell import CellContent, Chip, SheetError, with_links
from tests.sheets_server.fixtures import only_loopback, sheets_server
from tests.sheets_server.server import SheetsServer
from tests.sheets_server.xlsx import from_xlsx
from zi_metrics.sources.google_sheet import GoogleSheet, SheetAccess
from zi_metrics.sources.reading import snapshot_of
from zi_metrics.sources.xlsx import read_xlsx
from zi_metrics.tables.columns import TABLES
from zi_metrics.tables.problems import Problem
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.spec import TableSpec

__all__ = ["only_loopback", "sheets_server"]

READ_AT = datetime(2025, 10, 31, 2, 0, tzinfo=UTC)
ONE = "Data Dukung I-II"
WITHOUT_RESULT = '=IF(E18="ya","Ada","Belum")'
"""A file shows such a formula as it is written, a sheet while it is computed as `Loading...`."""


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("liar") / "liar.xlsx"
    wild_workbook().save(path)
    return path


@pytest.fixture(scope="module")
def from_file(workbook: Path) -> Snapshot:
    return snapshot_of(read_xlsx(workbook), "uji", READ_AT)


@pytest.fixture
def book(workbook: Path) -> Book:
    return from_xlsx(workbook)


@pytest.fixture
def server(only_loopback: list[str], sheets_server: SheetsServer) -> Iterator[SheetsServer]:
    return sheets_server


def read(server: SheetsServer, book: Book) -> Snapshot:
    server.add(book)
    access = SheetAccess(server.url(book.spreadsheet_id), server.credentials(), server.host)
    return snapshot_of(GoogleSheet(access).read(), "uji", READ_AT)


def as_in_a_sheet(problem: Problem) -> Problem:
    return replace(problem, read=problem.read.replace(WITHOUT_RESULT, "Loading..."))


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_sheet_and_file_give_the_same_table(
    server: SheetsServer, book: Book, from_file: Snapshot, spec: TableSpec
) -> None:
    expected = from_file.table(spec).replace(WITHOUT_RESULT, "Loading...")
    pd.testing.assert_frame_equal(read(server, book).table(spec), expected)


def test_sheet_and_file_give_the_same_problems_and_settings(
    server: SheetsServer, book: Book, from_file: Snapshot
) -> None:
    sheet = read(server, book)
    assert list(sheet.problems) == [as_in_a_sheet(problem) for problem in from_file.problems]
    assert sheet.settings == from_file.settings


def test_cells_of_a_sheet_have_addresses(server: SheetsServer, book: Book) -> None:
    found = read(server, book).provenance.book
    gid = book.tab("Laporan SPIP").sheet_id
    assert found.link("Laporan SPIP!B8") == f"{server.url('ZI-LOKAL')}?gid={gid}#gid={gid}&range=B8"


def test_what_only_a_sheet_can_hold_is_read_too(server: SheetsServer, book: Book) -> None:
    tab = book.tab(ONE)
    tab["F9"] = CellContent("Rencana.pdf", chips=(Chip(uri="https://drive.google.com/file/d/r"),))
    tab["F10"] = with_links(  # several links in one cell
        "SK dan Notulen", {"SK": "https://drive.google.com/sk", "Notulen": "https://situs.go.id/n"}
    )
    tab["F12"] = CellContent(  # a person is no link; the file beside it is
        "Sari, Laporan",
        chips=(Chip(email="sari@contoh.go.id"), Chip(4), Chip(6, "https://a.go.id")),
    )
    tab["F19"] = with_links("Buka di sini: SK", {"SK": "https://situs.go.id/bagian"})  # a part
    tab["F24"] = CellContent("Sari", chips=(Chip(email="sari@contoh.go.id"),))
    tab["D16"] = SheetError("LOADING", "Memuat...")  # its message is in the sheet's language
    tab["C15"] = "\U0001f600 Dokumen tanpa kode"
    found = read(server, book)
    link = found.evidence.set_index("origin")["url"]
    assert link[[f"{ONE}!C{row}" for row in (9, 10, 12, 19)]].tolist() == [
        "https://drive.google.com/file/d/r",
        "https://drive.google.com/sk\nhttps://situs.go.id/n",
        "https://a.go.id",
        "https://situs.go.id/bagian",
    ]
    reported = {problem.where: problem.read for problem in found.problems}
    assert f"{ONE}!F12" not in reported
    assert reported[f"{ONE}!F24"] == "Tautan berisi “Sari”, tanpa alamat di baliknya."
    assert reported[f"{ONE}!D16"].endswith("rumus yang belum ada hasilnya (“Loading...”).")


def test_sheet_is_read_by_one_request(server: SheetsServer, book: Book) -> None:
    read(server, book)
    assert len([request for request in server.requests if request.kind == "api"]) == 1
