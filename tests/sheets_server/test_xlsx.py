"""A workbook becomes the book that an upload would make of it."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import FilterColumn
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from tests.sheets_server.a1 import Area
from tests.sheets_server.book import Tab
from tests.sheets_server.cell import CellContent, SheetError, Validation
from tests.sheets_server.display import displayed
from tests.sheets_server.xlsx import from_xlsx


@pytest.fixture
def sheet() -> Worksheet:
    made = openpyxl.Workbook().active
    assert isinstance(made, Worksheet)
    made.title = "Bukti"
    return made


def _tab(sheet: Worksheet) -> Tab:
    assert sheet.parent is not None
    return from_xlsx(sheet.parent).tab("Bukti")


def test_a_book_has_an_id_a_locale_and_a_zone(sheet: Worksheet) -> None:
    assert sheet.parent is not None
    book = from_xlsx(sheet.parent, spreadsheet_id="ZI", title="ZI 2026")
    assert (book.spreadsheet_id, book.title) == ("ZI", "ZI 2026")
    assert (book.locale, book.time_zone) == ("in_ID", "Asia/Jakarta")


def test_plain_values_stay_what_they_are(sheet: Worksheet) -> None:
    sheet.append(["No", 1, 2.5, True, False, None, "x\ny"])
    assert [_tab(sheet)[f"{column}1"].value for column in "ABCDEFG"] == [
        "No", 1, 2.5, True, False, None, "x\ny"
    ]  # fmt: skip


def test_dates_become_serials_with_a_format(sheet: Worksheet) -> None:
    moment = datetime.fromisoformat("2025-12-31T18:00")
    sheet.append([date(2025, 12, 31), moment, time(18, 0)])
    tab = _tab(sheet)
    kept = [(tab[cell].value, tab[cell].number_format) for cell in ("A1", "B1", "C1")]
    assert kept == [(46022, "DATE"), (46022.75, "DATE_TIME"), (0.75, "TIME")]
    assert displayed(tab["A1"], "in_ID") == "31/12/2025"


@pytest.mark.parametrize(
    ("number_format", "kind", "shown"),
    [
        ("0%", "PERCENT", "50%"),
        ("0.00%", "PERCENT", "50,00%"),
        ('"Rp"#,##0', "CURRENCY", "Rp0"),
        ("0.00", "NUMBER", "0,50"),
        ("@", "TEXT", "0,5"),
        ("0.00E+00", "SCIENTIFIC", "5,00E-01"),
        ("General", None, "0,5"),
        ('_("Rp"* #,##0.0_)', "CURRENCY", "Rp0,5"),
    ],
)
def test_kinds_of_number_formats_are_kept(
    sheet: Worksheet, number_format: str, kind: str | None, shown: str
) -> None:
    sheet["A1"] = 0.5
    sheet["A1"].number_format = number_format
    cell = _tab(sheet)["A1"]
    assert (cell.number_format, displayed(cell, "in_ID")) == (kind, shown)


def test_error_values_are_errors(sheet: Worksheet) -> None:
    sheet.append(["#REF!", "#N/A", "#DIV/0!"])
    tab = _tab(sheet)
    assert [tab[cell].value for cell in ("A1", "B1", "C1")] == [
        SheetError("REF"),
        SheetError("N_A"),
        SheetError("DIVIDE_BY_ZERO"),
    ]


def test_links_of_cells_are_kept(sheet: Worksheet) -> None:
    sheet["A1"] = "SK Tim"
    sheet["A1"].hyperlink = "https://drive.google.com/x"
    cell = _tab(sheet)["A1"]
    assert (cell.value, cell.link) == ("SK Tim", "https://drive.google.com/x")


def test_a_link_to_another_tab_names_its_id(sheet: Worksheet) -> None:
    assert sheet.parent is not None
    sheet.parent.create_sheet("Jum'at")
    sheet["A1"] = "libur"
    sheet["A1"].hyperlink = Hyperlink("A1", location="'Jum''at'!B2")
    bukti, other = from_xlsx(sheet.parent)
    assert bukti["A1"].link == f"#gid={other.sheet_id}&range=B2"


@pytest.mark.parametrize("separator", [",", ";"])
def test_a_hyperlink_formula_is_worked_out(sheet: Worksheet, separator: str) -> None:
    sheet["A1"] = f'=HYPERLINK("https://a"{separator}"SK Tim")'
    assert _tab(sheet)["A1"] == CellContent(
        "SK Tim", formula='=HYPERLINK("https://a";"SK Tim")', link="https://a"
    )


def test_other_formulas_have_the_results_they_are_given_or_are_loading(sheet: Worksheet) -> None:
    sheet["A1"], sheet["A2"] = "=SUM(B1,B2)", "=B3"
    assert sheet.parent is not None
    tab = from_xlsx(sheet.parent, {("Bukti", "A1"): 3}).tab("Bukti")
    assert tab["A1"] == CellContent(3, formula="=SUM(B1;B2)")
    assert isinstance(tab["A2"].value, SheetError)
    assert tab["A2"].value.kind == "LOADING"


def test_merges_hidden_rows_columns_and_frozen_rows_are_kept(sheet: Worksheet) -> None:
    sheet["A1"] = "Pemenuhan"
    sheet.merge_cells("A1:B2")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet.freeze_panes = "A3"
    tab = _tab(sheet)
    assert (tab.merges, set(tab.cells)) == ([Area(0, 2, 0, 2)], {(0, 0)})
    assert (tab.hidden_rows_by_user, tab.hidden_rows_by_filter) == ({3}, set())
    assert (tab.hidden_columns, tab.frozen_rows) == ({2}, 2)


def test_rows_that_a_filter_hides_are_told_apart(sheet: Worksheet) -> None:
    sheet.append(["Status"])
    sheet.auto_filter.ref = "A1:A5"
    sheet.auto_filter.filterColumn.append(FilterColumn(colId=0))
    for row in (3, 9):
        sheet.row_dimensions[row].hidden = True
    tab = _tab(sheet)
    assert (tab.hidden_rows_by_filter, tab.hidden_rows_by_user) == ({2}, {8})


def test_hidden_tabs_stay_hidden_and_ids_stay_the_same(sheet: Worksheet) -> None:
    assert sheet.parent is not None
    sheet.parent.create_sheet("Daftar").sheet_state = "hidden"
    first, second = (from_xlsx(sheet.parent) for _ in range(2))
    assert [tab.hidden for tab in first] == [False, True]
    assert [tab.sheet_id for tab in first] == [tab.sheet_id for tab in second]
    assert first.tabs[0].sheet_id == 0


def test_lists_to_choose_from_reach_over_blank_cells(sheet: Worksheet) -> None:
    listed = DataValidation("list", formula1='"Sudah,Belum"', showErrorMessage=True)
    listed.add("B2:B4")
    pointed = DataValidation("list", formula1="Daftar!$A$1:$A$3", errorStyle="warning")
    pointed.add("C2")
    for validation in (listed, pointed):
        sheet.add_data_validation(validation)
    tab = _tab(sheet)
    assert tab["B4"].validation == Validation("ONE_OF_LIST", ("Sudah", "Belum"))
    assert tab["C2"].validation == Validation("ONE_OF_RANGE", ("=Daftar!$A$1:$A$3",), strict=False)
    assert len(tab.cells) == 4


def test_notes_and_formats_of_blank_cells_are_kept(sheet: Worksheet) -> None:
    sheet["A1"].comment = Comment("isi tanggal", "PIC")
    sheet["B1"].font = Font(bold=True)
    tab = _tab(sheet)
    assert tab["A1"].note == "isi tanggal"
    assert tab["B1"] == CellContent(has_format=True)


def test_a_grid_has_at_least_a_thousand_rows(sheet: Worksheet) -> None:
    sheet["AC1500"] = 1
    tab = _tab(sheet)
    assert (tab.row_count, tab.column_count) == (1500, 29)
    assert sheet.parent is not None
    sheet.parent.create_sheet("Kosong")
    empty = from_xlsx(sheet.parent).tab("Kosong")
    assert (empty.row_count, empty.column_count) == (1000, 26)


def test_a_file_is_read_by_its_path(sheet: Worksheet, tmp_path: Path) -> None:
    sheet.append(["No", "=A1"])
    assert sheet.parent is not None
    sheet.parent.save(tmp_path / "buku.xlsx")
    tab = from_xlsx(tmp_path / "buku.xlsx").tab("Bukti")
    assert tab["A1"].value == "No"
    assert tab["B1"].formula == "=A1"
