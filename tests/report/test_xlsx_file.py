"""The workbook of the pack, read back with openpyxl."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from openpyxl.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.metrics.builders import document, unit
from tests.metrics.test_properties import DOCUMENTS, FOLLOW_UPS, REPORTS, Rows, bounded
from tests.report.meetings import shipped, small
from tests.report.workbooks import expected, header_row, row_of, rows, told
from zi_metrics.labels import figures as label
from zi_metrics.labels import xlsx as text
from zi_metrics.labels.changes import MEASURES
from zi_metrics.labels.xlsx_explained import MEANINGS
from zi_metrics.metrics.measures import Measure
from zi_metrics.report.figure_texts import figure_texts
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.xlsx.cells import area_name
from zi_metrics.report.xlsx.page import Page
from zi_metrics.report.xlsx_file import xlsx_file
from zi_metrics.tables.columns import EVIDENCE

AS_OF = date(2025, 6, 30)
SHARED_FUNCTIONS = {
    "ABS", "AND", "COUNT", "COUNTIF", "COUNTIFS", "IF", "IFERROR", "INDEX", "INT", "ISNUMBER",
    "LEN", "MATCH", "MIN", "NOT", "OR", "ROUND", "SUBSTITUTE", "SUM", "SUMIFS", "SUMPRODUCT",
    "TRIM", "VLOOKUP",
}  # fmt: skip
ITEM_SHEETS = (text.INDICATORS, text.EVIDENCE, text.MONEV, text.SPIP)


@cache
def read(meeting: Meeting, *, formulas: bool = False) -> Workbook:
    return openpyxl.load_workbook(BytesIO(xlsx_file(meeting)), data_only=not formulas)


def areas_of(meeting: Meeting) -> dict[str, int | None]:
    catalogue = meeting.snapshot.catalogue
    return {area_name(area.number, catalogue): area.number for area in meeting.areas}


@cache
def meetings() -> dict[str, Meeting]:
    return {
        "contoh": shipped("contoh"),
        "situs": shipped("situs"),
        "kosong": small(unit(as_of=AS_OF)),
    }


@pytest.mark.parametrize("name", ["contoh", "situs", "kosong"])
def test_results_of_formulas_are_the_figures_of_the_screen(name: str) -> None:
    meeting = meetings()[name]
    book = told(read(meeting))
    for key, ratio in expected(meeting.items, areas_of(meeting)).items():
        numerator, denominator, share, _ = book[key]
        assert numerator == pytest.approx(ratio.numerator, abs=1e-9)
        if key[1] != label.OVERDUE:
            assert denominator == pytest.approx(ratio.denominator, abs=1e-9)
            assert ratio.share is None or share == pytest.approx(ratio.share)


@pytest.mark.parametrize("name", ["contoh", "situs", "kosong"])
def test_texts_beside_the_figures_are_those_of_the_screen(name: str) -> None:
    meeting = meetings()[name]
    book = told(read(meeting))
    shown = figure_texts(meeting.total, meeting.items)
    for measure in Measure:
        assert book[text.WHOLE_UNIT, MEASURES[measure]][3] == shown.of(measure)


def test_division_by_nothing_gives_the_words_of_the_screen() -> None:
    book = told(read(meetings()["kosong"]))
    assert book[text.WHOLE_UNIT, label.FOLLOW_UP][2] == label.NO_RECOMMENDATIONS
    assert book[text.WHOLE_UNIT, label.EVIDENCE_COMPLETE][2] == label.NO_EVIDENCE
    assert book[text.WHOLE_UNIT, label.SPIP_ON_TIME][2] == label.NO_SPIP


def test_table_that_cannot_be_read_is_said_not_to_be() -> None:
    snapshot = unit(recommendations=[{"due_on": AS_OF}], as_of=AS_OF)
    lost = replace(snapshot, unreadable=frozenset({EVIDENCE.name}))
    book = read(small(lost, snapshot))
    assert told(book)[text.WHOLE_UNIT, label.WEIGHTED][:3] == (0, 0, label.NOT_READABLE)
    said = [row[0].value for row in book[text.CHANGES].iter_rows(max_row=8)]
    assert "Tabel Data Dukung tidak dapat dibaca." in said


def test_every_figure_is_a_formula() -> None:
    for row in rows(read(shipped("contoh"), formulas=True)[text.SUMMARY]):
        has_share = row["Angka"].value != label.OVERDUE
        for name in ("Pembilang", *(("Pembagi", "Persen") if has_share else ())):
            assert row[name].data_type == "f"


def test_formulas_use_only_functions_every_spreadsheet_has() -> None:
    book = read(shipped("contoh"), formulas=True)
    formulas = [
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    used = {
        name
        for formula in formulas
        for name in re.findall(r"([A-Z][A-Z.]*)\(", re.sub('"[^"]*"', "", formula))
    }
    assert used <= SHARED_FUNCTIONS
    assert not any("{" in formula or "[" in formula for formula in formulas)


@bounded
@given(documents=DOCUMENTS, recommendations=FOLLOW_UPS, spip=REPORTS)
def test_helper_columns_add_up_to_the_figures(
    documents: Rows, recommendations: Rows, spip: Rows
) -> None:
    snapshot = unit(documents=documents, recommendations=recommendations, spip=spip, as_of=AS_OF)
    meeting = small(snapshot)
    book, total = read(meeting), meeting.total

    def added(sheet: str, column: str) -> int:
        return sum(row[column].value or 0 for row in rows(book[sheet]))

    is_reform = {
        row["Kode"].value for row in rows(book[text.INDICATORS]) if row["Aspek"].value == "Reform"
    }
    counted = [row for row in rows(book[text.EVIDENCE]) if row["Kode"].value not in is_reform]
    complete = total.completeness
    assert sum(row["Wajib"].value or 0 for row in counted) == complete.required_count
    assert sum(row["Lengkap"].value or 0 for row in counted) == complete.complete_count
    assert sum(row["Terverifikasi"].value or 0 for row in counted) == complete.verified_count
    assert added(text.MONEV, "Wajib") == total.follow_up.required_count
    assert added(text.MONEV, "Selesai") == total.follow_up.done_count
    assert added(text.SPIP, "Sudah dihitung") == total.spip.due_count
    assert added(text.SPIP, "Masuk") == total.spip.submitted_count
    assert added(text.SPIP, "Tepat waktu") == total.spip.on_time_count


def test_rows_without_an_indicator_are_listed_and_flagged() -> None:
    documents = [document("A.I.1.i.a", "Tersedia"), document("*", "Tersedia", title="Lepas")]
    book = read(small(unit(documents=documents, as_of=AS_OF)))
    lost = row_of(book[text.EVIDENCE], "Data dukung", "Lepas")
    assert (lost["Dihitung"].value, lost["Area"].value) == (0, label.NOT_COUNTED)


def test_reform_has_a_sheet_once_it_has_a_document() -> None:
    assert text.REFORM not in read(shipped("contoh")).sheetnames
    meeting = small(unit(documents=[document("A.II.1.ii", "Tersedia")], as_of=AS_OF))
    told_of_reform = told(read(meeting), text.REFORM)
    assert told_of_reform[text.WHOLE_UNIT, label.EVIDENCE_COMPLETE][:2] == (1, 1)


def test_parts_of_changes_are_summed_beside_their_figures() -> None:
    meeting = shipped("contoh")
    assert meeting.changes is not None
    sheet = read(meeting)[text.CHANGES]
    differences = [each.difference or 0 for each in meeting.changes.reconciliations.values()]
    found: list[float] = []
    for row in sheet.iter_rows(min_row=1, max_row=header_row(sheet) - 1):
        if str(row[0].value).endswith(text.sum_of_parts("")):
            shown = [cell.value for cell in row if isinstance(cell.value, int | float)]
            found += [each for each in differences if each * 100 == pytest.approx(shown[0])]
    assert len(found) == 4


def test_stamp_stands_in_cells_footers_and_properties() -> None:
    meeting = shipped("contoh")
    book = read(meeting)
    facts = {row[0].value: row[1].value for row in book[text.SUMMARY].iter_rows(max_row=12)}
    assert facts["Keadaan per"].date() == meeting.items.as_of
    assert facts["Sidik data"] == meeting.snapshot.provenance.digest[:12]
    assert meeting.snapshot.provenance.digest in book.properties.description
    for sheet in book:
        assert meeting.stamp in (sheet.oddFooter.left.text or "")
        assert sheet["A2"].value == meeting.badge
        assert sheet.page_setup.orientation == "landscape"
        header = header_row(sheet) if sheet.auto_filter.ref else None
        assert header is None or sheet.print_title_rows == f"${header}:${header}"


def test_status_columns_offer_the_words_of_the_vocabulary() -> None:
    sheet = read(shipped("contoh"))[text.EVIDENCE]
    (offered,) = [
        rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"
    ]
    assert "Terverifikasi,Tersedia" in offered
    assert "Tidak dikenali" not in offered


def test_columns_with_formulas_and_those_to_fill_in_are_explained() -> None:
    book = read(shipped("contoh"), formulas=True)
    for title in ITEM_SHEETS:
        first = next(iter(rows(book[title])))
        explained = {text.HEADERS[name] for name in MEANINGS[title]} | {"Tanda"}
        assert {name for name, cell in first.items() if cell.data_type == "f"} <= explained


def test_parts_of_the_file_hold_together() -> None:
    with ZipFile(BytesIO(xlsx_file(shipped("contoh")))) as parts:
        names = set(parts.namelist())
        for name in names:
            ElementTree.fromstring(parts.read(name))
        for name in (each for each in names if each.endswith(".rels")):
            folder = name.replace("_rels/", "").rpartition("/")[0]
            for relation in ElementTree.fromstring(parts.read(name)):
                if relation.get("TargetMode") != "External":
                    target = f"{folder}/{relation.get('Target')}".lstrip("/")
                    assert target.replace("worksheets/../", "") in names


def test_same_meeting_gives_the_same_bytes() -> None:
    assert xlsx_file(shipped("contoh")) == xlsx_file(shipped("contoh"))


def test_methods_replaced_in_the_writer_are_its_own() -> None:
    replaced = [name for name in vars(Page) if name.startswith("_") and not name.endswith("__")]
    assert replaced
    assert [name for name in replaced if not hasattr(Worksheet, name)] == []
