"""The model: how tests build and change a book."""

from __future__ import annotations

from datetime import date

import pytest

from tests.sheets_server.a1 import Area
from tests.sheets_server.book import Book, Tab
from tests.sheets_server.cell import CellContent, Run, SheetError, moment, serial, with_links


def test_a_cell_is_read_and_written_by_its_name() -> None:
    tab = Tab("Monev")
    tab["F7"] = "Selesai"
    assert tab["F7"].value == "Selesai"
    assert tab.cells == {(6, 5): CellContent("Selesai")}
    assert tab["A1"] == CellContent()


def test_values_of_python_are_put_as_they_are() -> None:
    tab = Tab("Monev")
    tab["A1"] = "1,5"
    tab["A2"] = date(2025, 12, 31)
    tab["A3"] = SheetError.of("#N/A")
    assert tab["A1"].value == "1,5"
    assert tab["A2"] == CellContent(46022, number_format="DATE")
    assert tab["A3"].value == SheetError("N_A")
    with pytest.raises(TypeError):
        tab["A4"] = object()


def test_a_new_value_keeps_the_format_and_drops_the_link() -> None:
    tab = Tab("Monev")
    tab["A1"] = CellContent("SK", link="https://a", note="n", has_format=True)
    tab["A1"] = "Notulen"
    assert tab["A1"] == CellContent("Notulen", note="n", has_format=True)


def test_none_empties_a_cell() -> None:
    tab = Tab("Monev")
    tab["A1"] = "x"
    tab["A1"] = None
    assert tab.cells == {}


def test_a_cell_beyond_the_grid_is_an_error() -> None:
    with pytest.raises(IndexError, match="C1 lies beyond the grid of 'Monev'"):
        Tab("Monev", column_count=2)["C1"] = 1
    with pytest.raises(ValueError, match="not the name of a cell"):
        Tab("Monev")["7F"] = 1


def test_rows_are_written_from_a_cell_on_and_the_grid_grows() -> None:
    tab = Tab("Monev", row_count=2, column_count=2)
    tab.write_rows([["a", None, "c"], ["d"]], "B2")
    assert set(tab.cells) == {(1, 1), (1, 3), (2, 1)}
    assert (tab.row_count, tab.column_count) == (3, 4)


def test_a_missing_tab_is_told_with_those_there_are() -> None:
    book = Book("ZI")
    book.add_tab("Bukti")
    with pytest.raises(KeyError, match=r"no tab 'Monev'; there are \['Bukti'\]"):
        book.tab("Monev")


def test_the_first_tab_has_id_zero_and_the_next_ones_large_ids() -> None:
    book = Book("ZI")
    ids = [book.add_tab(title).sheet_id for title in "ABC"]
    assert ids[0] == 0
    assert len(set(ids)) == 3


def test_a_copy_is_a_book_of_its_own() -> None:
    book = Book("ZI")
    book.add_tab("Bukti", [["a"]], merges=[Area(0, 1, 0, 2)])
    copied = book.copy()
    copied.tab("Bukti")["A1"] = "b"
    copied.tab("Bukti").merges.clear()
    assert book.tab("Bukti")["A1"].value == "a"
    assert len(book.tab("Bukti").merges) == 1


def test_links_of_parts_are_given_by_their_words() -> None:
    cell = with_links("SK dan Notulen", {"Notulen": "https://b", "SK": "https://a"})
    assert cell.runs == (Run(0, "https://a"), Run(2), Run(7, "https://b"))


def test_serials_count_days_from_the_end_of_1899() -> None:
    assert serial(date(1900, 1, 1)) == 2
    assert moment(2.5).isoformat() == "1900-01-01T12:00:00"
    assert moment(45463.51943700232).isoformat() == "2024-06-20T12:27:59.357000"
