"""What a reading has lost is told; moving, renaming and adding lose nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.sheets_server import Book, SheetsServer
from tests.sources.sheets import (
    EVIDENCE,
    MONEV,
    NOW,
    SPIP,
    delete_rows,
    empty_below_header,
    google_sheet,
    move_row,
)
from zi_metrics.sources.google_sheet import GoogleSheet
from zi_metrics.sources.guard import losses
from zi_metrics.sources.reading import snapshot_of
from zi_metrics.tables.snapshot import Snapshot

LAST_AREA = "Area Peningkatan Kualitas Pelayanan Publik"


@pytest.fixture
def sheet(server: SheetsServer) -> GoogleSheet:
    return google_sheet(server)


def read(sheet: GoogleSheet) -> Snapshot:
    return snapshot_of(sheet.read(), "sheet", NOW)


def lost_by(sheet: GoogleSheet, book: Book, change: Callable[[Book], None]) -> tuple[str, ...]:
    """What is told once the book is changed."""
    before = read(sheet)
    change(book)
    return losses(before, read(sheet))


def delete_tab(book: Book, title: str) -> None:
    book.tabs.remove(book.tab(title))


def wipe(book: Book, title: str) -> None:
    book.tab(title).cells.clear()


@pytest.mark.parametrize("change", [empty_below_header, wipe, delete_tab])
def test_emptied_tab_is_told_without_each_of_its_areas(
    sheet: GoogleSheet, book: Book, change: Callable[[Book, str], None]
) -> None:
    told = lost_by(sheet, book, lambda book: change(book, MONEV))
    assert told == ("Tab “Monev”: 6 baris menjadi 0.",)


def test_tab_that_lost_a_third_of_its_rows_is_told(sheet: GoogleSheet, book: Book) -> None:
    told = lost_by(sheet, book, lambda book: delete_rows(book, EVIDENCE, (2, 4, 6, 8)))
    assert told == ("Tab “Data Dukung”: 12 baris menjadi 8.",)


def test_tab_that_lost_less_than_a_third_is_not_told(sheet: GoogleSheet, book: Book) -> None:
    assert lost_by(sheet, book, lambda book: delete_rows(book, EVIDENCE, (2, 4, 6))) == ()


@pytest.mark.parametrize(
    ("title", "rows", "told"),
    [
        (EVIDENCE, (12, 13), f"{LAST_AREA}: 2 baris Data Dukung menjadi tidak ada."),
        (MONEV, (7,), f"{LAST_AREA}: 1 baris Monev menjadi tidak ada."),
        (SPIP, (7,), f"{LAST_AREA}: 1 baris SPIP menjadi tidak ada."),
    ],
)
def test_area_that_vanished_is_told(
    sheet: GoogleSheet, book: Book, title: str, rows: tuple[int, ...], told: str
) -> None:
    assert lost_by(sheet, book, lambda book: delete_rows(book, title, rows)) == (told,)


def test_area_whose_code_was_mistyped_in_every_row_is_told(sheet: GoogleSheet, book: Book) -> None:
    def mistype(book: Book) -> None:
        book.tab(EVIDENCE)["B12"] = book.tab(EVIDENCE)["B13"] = "A.I.9.z"

    assert lost_by(sheet, book, mistype) == (
        f"{LAST_AREA}: 2 baris Data Dukung menjadi tidak ada.",
    )


def rename(book: Book) -> None:
    book.tab(MONEV).title = "Tindak lanjut monev"


def make_again(book: Book) -> None:
    old = book.tab(MONEV)
    book.tabs.remove(old)
    book.add_tab(MONEV).cells = dict(old.cells)


def split(book: Book) -> None:
    """Half of the documents move to a tab of their own."""
    documents = book.tab(EVIDENCE)
    moved = book.add_tab(f"{EVIDENCE} IV-VI")
    for (row, column), cell in documents.cells.items():
        if row == 0 or row > 6:
            moved.put((row if row == 0 else row - 6, column), cell)
    delete_rows(book, EVIDENCE, range(8, 14))


def add_blank_rows(book: Book) -> None:
    book.tab(EVIDENCE).row_count += 1000


def add_row(book: Book) -> None:
    book.tab(MONEV).write_rows([("M7", 1, "Saran 7", "Selesai")], "A8")


def sort_downwards(book: Book) -> None:
    move_row(book, EVIDENCE, 2, 13)


@pytest.mark.parametrize(
    "change",
    [rename, make_again, split, add_blank_rows, add_row, sort_downwards, lambda book: None],
)
def test_nothing_is_lost_by(sheet: GoogleSheet, book: Book, change: Callable[[Book], None]) -> None:
    assert lost_by(sheet, book, change) == ()


def test_rows_lost_from_one_of_several_tabs_are_told_though_another_grew_less(
    sheet: GoogleSheet, book: Book
) -> None:
    split(book)

    def lose(book: Book) -> None:
        delete_rows(book, f"{EVIDENCE} IV-VI", (2, 4, 6))
        book.tab(EVIDENCE).write_rows([("D13", "A.I.1.i.a", "Baru", "Ada")], "A8")

    assert lost_by(sheet, book, lose) == (f"Tab “{EVIDENCE} IV-VI”: 6 baris menjadi 3.",)


def test_emptied_settings_are_told(sheet: GoogleSheet, book: Book) -> None:
    told = lost_by(sheet, book, lambda book: delete_tab(book, "Pengaturan"))
    assert [sentence.split(":")[0] for sentence in told] == ["Tab “Pengaturan”"]


def test_tab_that_another_one_is_read_in_place_of_is_told(sheet: GoogleSheet, book: Book) -> None:
    def put_before(book: Book) -> None:
        kept = book.tab(MONEV)
        rows = [
            ["Area", "Rekomendasi", "Status"],
            *([1, f"R {row}", "Selesai"] for row in range(9)),
        ]
        other = book.add_tab("Rekomendasi monev", rows)
        book.tabs.remove(other)
        book.tabs.insert(book.tabs.index(kept), other)

    assert lost_by(sheet, book, put_before)[0] == f"Tab “{MONEV}”: 6 baris menjadi 0."
