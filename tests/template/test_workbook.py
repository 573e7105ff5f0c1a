"""The template as an .xlsx file, opened again."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

import openpyxl
import pytest
from openpyxl.utils.datetime import from_excel
from openpyxl.worksheet.worksheet import Worksheet

from zi_metrics.tables.columns import TABLES
from zi_metrics.tables.spec import Kind
from zi_metrics.template.layout import LAST_ROW, ColumnPlan, Format, TabPlan
from zi_metrics.template.plan import template
from zi_metrics.template.workbook import xlsx

CONTENT = xlsx(template(2026))
BOOK = openpyxl.load_workbook(io.BytesIO(CONTENT), data_only=False)
ROWS = {
    "Petunjuk": len(template(2026)[0].rows), "Pengaturan": 20, "Indikator": 110, "Data Dukung": 303,
    "Monev": 0, "SPIP": 24, "Hasil": 3,
}  # fmt: skip
sheets = pytest.mark.parametrize("sheet", BOOK.worksheets, ids=lambda sheet: str(sheet.title))


def headers(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in sheet[1] if cell.value is not None]


def filled(sheet: Worksheet) -> int:
    return sum(row[0] is not None for row in sheet.iter_rows(min_row=2, values_only=True))


def validated(sheet: Worksheet, kind: str) -> set[str]:
    """Letters of the columns with such a rule down to the last row that is made ready."""
    rules = [rule for rule in sheet.data_validations.dataValidation if rule.type == kind]
    ranges = [each for rule in rules for each in rule.sqref.ranges]
    return {each.coord.rstrip("0123456789:")[:1] for each in ranges if each.max_row == LAST_ROW}


def test_tabs_headers_and_rows_are_those_of_the_plan() -> None:
    assert BOOK.sheetnames == [tab.title for tab in template(2026)]
    for tab in template(2026):
        assert headers(BOOK[tab.title]) == [column.header for column in tab.columns]
    assert {sheet.title: filled(sheet) for sheet in BOOK.worksheets} == ROWS


def test_file_without_evidence_keeps_indicators_and_spip() -> None:
    blank = openpyxl.load_workbook(io.BytesIO(xlsx(template(2026, has_evidence=False))))
    rows = {sheet.title: filled(sheet) for sheet in blank.worksheets}
    assert (rows["Indikator"], rows["Data Dukung"], rows["SPIP"]) == (110, 0, 24)


@sheets
def test_no_cell_is_a_formula(sheet: Worksheet) -> None:
    assert [cell.coordinate for row in sheet for cell in row if cell.data_type == "f"] == []


@pytest.mark.parametrize("written", ["=1+1", "+62 812", "-", "@pic", "007", "2025", "1-2", "TRUE"])
def test_text_stays_text_whatever_it_looks_like(written: str) -> None:
    tab = TabPlan("Uji", (ColumnPlan("Judul", "", 20),), ((written,),), 10)
    cell = openpyxl.load_workbook(io.BytesIO(xlsx([tab])))["Uji"]["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == (written, "s", "@")
    assert cell.quotePrefix == written.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(("tab", "letter"), [("Indikator", "A"), ("Data Dukung", "B")])
def test_codes_are_text(tab: str, letter: str) -> None:
    cells = BOOK[tab][letter][1:]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}


@sheets
def test_header_row_is_frozen_and_locked(sheet: Worksheet) -> None:
    assert sheet.freeze_panes == "A2"
    assert sheet.protection.sheet
    assert all(cell.protection.locked for cell in sheet[1])


@sheets
def test_everything_below_the_header_is_open(sheet: Worksheet) -> None:
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    # a cell that the file leaves out is as its column
    assert not any(c.protection.locked for c in cells if c.has_style or c.value is not None)


@pytest.mark.parametrize("number", range(1, 8))
def test_every_whole_column_is_open_so_that_rows_can_be_deleted(number: int) -> None:
    with zipfile.ZipFile(io.BytesIO(CONTENT)) as archive:
        sheet = archive.read(f"xl/worksheets/sheet{number}.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
    cell_styles = re.search(r"<cellXfs.*?</cellXfs>", styles, re.DOTALL)
    assert cell_styles
    listed = re.findall(r"<xf [^>]*/>|<xf .*?</xf>", cell_styles[0], re.DOTALL)
    reached = 0
    for column in re.findall(r"<col [^>]*>", sheet):
        first, last, style = (
            int(re.search(rf'\b{name}="(\d+)"', column)[1])  # type: ignore[index]
            for name in ("min", "max", "style")
        )
        assert first == reached + 1
        assert 'locked="0"' in listed[style]
        reached = last
    assert reached == 16_384


@sheets
def test_people_may_insert_delete_sort_and_filter_without_a_password(sheet: Worksheet) -> None:
    kept = sheet.protection
    allowed = [
        kept.insertRows, kept.deleteRows, kept.sort, kept.autoFilter, kept.formatCells,
        kept.formatRows, kept.formatColumns, kept.insertHyperlinks,
    ]  # fmt: skip
    assert not any(allowed)  # the file says what is forbidden
    assert kept.password is None


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_dates_are_checked_and_shown_day_first_down_to_the_last_row(spec: object) -> None:
    sheet = BOOK[spec.tab]  # type: ignore[attr-defined]
    dated = [each.header for each in spec.columns if each.kind is Kind.DATE]  # type: ignore[attr-defined]
    letters = {chr(ord("A") + headers(sheet).index(header)) for header in dated}
    assert validated(sheet, "date") == letters
    assert {sheet.column_dimensions[letter].number_format for letter in letters} <= {"dd/mm/yyyy"}


def test_lists_cover_statuses_codes_areas_quarters_and_yes_or_no() -> None:
    assert validated(BOOK["Data Dukung"], "list") == {"B", "E"}
    assert validated(BOOK["Monev"], "list") == {"D", "E", "L"}
    assert validated(BOOK["SPIP"], "list") == {"B", "C", "D"}


def test_date_is_one_of_this_life() -> None:
    (rule,) = [r for r in BOOK["SPIP"].data_validations.dataValidation if r.type == "date"]
    bounds = [from_excel(float(text)) for text in (rule.formula1, rule.formula2)]
    assert bounds == [datetime(1990, 1, 1), datetime(2100, 12, 31)]  # noqa: DTZ001  cells have none


def rules(tab: str) -> dict[str, str]:
    return {str(r.sqref): str(r.formula1) for r in BOOK[tab].data_validations.dataValidation}


def test_lists_hold_the_words_of_the_design() -> None:
    assert rules("Data Dukung")["B2:B2000"] == "'Indikator'!$A$2:$A$111"
    assert rules("Data Dukung")["E2:E2000"] == (
        '"Terverifikasi,Tersedia,Perlu perbaikan,Disusun,Belum ada,Tidak relevan"'
    )
    assert rules("SPIP")["C2:C2000"] == '"1,2,3,4,5,6,Unit"'
    assert rules("SPIP")["B2:B2000"] == '"1,2,3,4"'
    assert rules("SPIP")["D2:D2000"] == '"Ya,Tidak"'
    assert rules("Pengaturan")["B4"] == '"WBK,WBBM"'
    assert rules("Hasil")["B3"] == '"A,B,C,D,E"'


def test_counts_are_never_negative() -> None:
    counts = [r for r in BOOK["SPIP"].data_validations.dataValidation if r.type == "whole"]
    assert {(str(r.sqref), r.operator, r.formula1, r.formula2) for r in counts} == {
        ("A2:A2000", "between", "1990", "2100"),
        *((f"{letter}2:{letter}2000", "greaterThanOrEqual", "0", None) for letter in "GHI"),
    }


@sheets
def test_another_entry_gets_a_warning_in_indonesian_and_no_block(sheet: Worksheet) -> None:
    for rule in sheet.data_validations.dataValidation:
        assert (rule.errorStyle, rule.showErrorMessage) == ("warning", True)
        assert (rule.errorTitle, rule.allowBlank) == ("Periksa isian", True)
        assert rule.error.startswith(("Isi ", "Pilih "))
        assert not rule.showDropDown  # which hides it


def test_statuses_have_a_colour_and_a_missing_reason_too() -> None:
    coloured = BOOK["Data Dukung"].conditional_formatting
    found = {str(each.sqref): [rule.formula[0] for rule in each.rules] for each in coloured}
    assert found["E2:E2000"] == [
        f'"{status}"'
        for status in (
            "Terverifikasi", "Tersedia", "Perlu perbaikan", "Disusun", "Belum ada", "Tidak relevan",
        )
    ]  # fmt: skip
    assert found["J2:J2000"] == ['($E2="Tidak relevan")*($J2="")']


def test_every_table_can_be_filtered() -> None:
    filtered = {sheet.title: sheet.auto_filter.ref for sheet in BOOK.worksheets}
    assert filtered == {
        "Petunjuk": None, "Pengaturan": None, "Indikator": "A1:L111", "Data Dukung": "A1:K2000",
        "Monev": "A1:O2000", "SPIP": "A1:J2000", "Hasil": "A1:D4",
    }  # fmt: skip


@sheets
def test_nothing_is_merged_and_nothing_is_hidden(sheet: Worksheet) -> None:
    assert not sheet.merged_cells.ranges
    assert sheet.sheet_state == "visible"


def test_headers_carry_what_their_column_means() -> None:
    notes = {cell.value: cell.comment.text for cell in BOOK["Data Dukung"][1] if cell.comment}
    assert list(notes) == headers(BOOK["Data Dukung"])
    assert notes["Alasan"] == "Alasan tertulis; harus diisi bila statusnya Tidak relevan."


def test_rows_have_room_for_their_text_and_may_still_grow() -> None:
    sheet = zipfile.ZipFile(io.BytesIO(CONTENT)).read("xl/worksheets/sheet1.xml").decode()
    rows = dict(re.findall(r'<row r="(\d+)"([^>]*)>', sheet))
    assert 'ht="75"' in rows["4"]
    assert "customHeight" not in "".join(said for row, said in rows.items() if row != "1")


def test_settings_are_dates_and_shares_where_they_should_be() -> None:
    sheet = BOOK["Pengaturan"]
    shown = {sheet[f"A{row}"].value: sheet[f"B{row}"].number_format for row in range(3, 11)}
    assert sheet.column_dimensions["B"].number_format == "@"
    assert shown["Tanggal rapat"] == "dd/mm/yyyy"
    assert shown["Target kelengkapan"] == "0%"
    assert Format.PERCENT in {how for _, how in template(2026)[1].formats}
