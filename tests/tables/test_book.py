"""Cells by their names, and links to them."""

from __future__ import annotations

import pytest
from openpyxl.utils import get_column_letter

from zi_metrics.tables.book import NO_BOOK, Book, TabRead, letter

URL = "https://docs.google.com/spreadsheets/d/abc/edit"
TABS = (
    TabRead("Data Dukung", "evidence", 0, {"title": "C", "status": "AB"}, row_count=3),
    TabRead("Hore! Selesai", "evidence", 77, {"title": "B", "status": "D"}),
    TabRead("Catatan rapat", None, 12),
)
SHEET = Book("ZI 2025", URL, TABS)
FILE = Book("zi.xlsx", None, TABS)


@pytest.mark.parametrize(
    ("origin", "column", "cell"),
    [
        ("Data Dukung!C12", "status", "Data Dukung!AB12"),
        ("Data Dukung!C12", "title", "Data Dukung!C12"),
        ("Hore! Selesai!B7", "status", "Hore! Selesai!D7"),
    ],
)
def test_cell_of_a_row_is_named_by_its_column(origin: str, column: str, cell: str) -> None:
    assert SHEET.cell(origin, column) == cell
    assert FILE.cell(origin, column) == cell


@pytest.mark.parametrize(
    ("origin", "column"),
    [
        ("Data Dukung!C12", "reason"),
        ("Tab lain!C12", "status"),
        ("Tabel Data Dukung, baris 3", "status"),
        ("", "status"),
    ],
)
def test_origin_stands_for_a_cell_nobody_knows(origin: str, column: str) -> None:
    assert SHEET.cell(origin, column) == origin
    assert NO_BOOK.cell(origin, column) == origin


def test_cell_of_a_google_sheet_has_an_address() -> None:
    assert SHEET.link("Data Dukung!AB12") == f"{URL}?gid=0#gid=0&range=AB12"
    assert SHEET.link("Hore! Selesai!D7") == f"{URL}?gid=77#gid=77&range=D7"
    assert SHEET.link("Catatan rapat!A1") == f"{URL}?gid=12#gid=12&range=A1"


@pytest.mark.parametrize("where", [None, "", "Tab SPIP", "Tab lain!A1", "Tabel SPIP, baris 3"])
def test_what_is_no_cell_of_the_sheet_has_no_address(where: str | None) -> None:
    assert SHEET.link(where) is None


def test_cell_of_a_file_has_no_address() -> None:
    assert FILE.link("Data Dukung!AB12") is None
    assert NO_BOOK.link("Data Dukung!AB12") is None


@pytest.mark.parametrize(
    ("column", "letters"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")],
)
def test_letters_of_a_column(column: int, letters: str) -> None:
    assert letter(column) == letters


def test_letters_of_all_columns_a_sheet_may_have() -> None:
    assert [letter(column) for column in range(18_278)] == [
        get_column_letter(column) for column in range(1, 18_279)
    ]
