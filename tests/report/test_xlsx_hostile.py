"""Texts that careless or hostile hands write come into the workbook as texts."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook

from tests.metrics.builders import INDICATOR_ROWS, document, unit
from tests.pages.altered import HOSTILE, LONG
from tests.report.meetings import shipped, small
from tests.report.workbooks import row_of, rows
from zi_metrics.labels import xlsx as text
from zi_metrics.report.xlsx.safe import LONGEST_ADDRESS, LONGEST_TEXT, address_in, cell_text
from zi_metrics.report.xlsx_file import xlsx_file

AS_OF = date(2025, 6, 30)
FORMULAS = ("=1+1", "+62 811", "-5", "@SUM(A1)", "＝HYPERLINK(1)", "=cmd|' /C calc'!A0")
ARABIC = "تقرير الأداء"
MARKUP = "<r><t>a</t></r>"
TEXTS = (*FORMULAS, HOSTILE, ARABIC, LONG, "_x0041_ & 'b'", "baris satu\nbaris dua")


@lru_cache
def hostile() -> bytes:
    documents = [
        document("A.I.1.i.a", "Disusun", title=each, note=each, pic=each, period=f"{each} {number}")
        for number, each in enumerate(TEXTS)
    ]
    return xlsx_file(small(unit(documents=documents, as_of=AS_OF), shows_names=True))


def book_of(content: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def document_rows(content: bytes) -> list[dict[str, Cell]]:
    return [*rows(book_of(content)[text.EVIDENCE])]


def file_with(title: str, **rest: object) -> bytes:
    documents = [document("A.I.1.i.a", "Disusun", title=title, **rest)]
    return xlsx_file(small(unit(documents=documents, as_of=AS_OF), shows_names=True))


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_text_comes_back_as_it_was_and_as_text(number: int) -> None:
    row = document_rows(hostile())[number]
    for name in ("Data dukung", "Catatan", "PIC"):
        assert (row[name].value, row[name].data_type) == (TEXTS[number], "s")


@pytest.mark.parametrize("number", range(len(FORMULAS)))
def test_formula_like_text_stays_text_when_it_is_edited(number: int) -> None:
    assert document_rows(hostile())[number]["Data dukung"].quotePrefix


def test_only_formulas_of_the_workbook_itself_are_formulas() -> None:
    for row in document_rows(hostile()):
        computed = {name for name, cell in row.items() if cell.data_type == "f"}
        assert computed == {
            "Tanda", "Terlambat (hari)", "Wajib", "Lengkap", "Terverifikasi", "Dihitung",
        }  # fmt: skip


def test_text_like_markup_of_the_writer_is_a_text() -> None:
    assert document_rows(file_with(MARKUP))[0]["Data dukung"].value == f"{MARKUP} "


def test_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    shown = document_rows(file_with("panjang sekali " * 3000))[0]["Data dukung"].value
    assert len(shown) == LONGEST_TEXT
    assert shown.endswith(text.CUT)


def test_cut_counts_as_spreadsheets_do() -> None:
    assert len(cell_text("\U0001f4c4" * 20_000).encode("utf-16-le")) // 2 <= LONGEST_TEXT


def test_every_part_is_valid_xml() -> None:
    with ZipFile(BytesIO(hostile())) as parts:
        for name in parts.namelist():
            ElementTree.fromstring(parts.read(name))


@pytest.mark.parametrize(
    "written",
    ["javascript:alert(1)", "file:///etc/passwd", r"C:\berkas", "https://a.test/%zz|", "lihat map"],
)
def test_what_is_no_safe_address_leads_nowhere(written: str) -> None:
    cell = document_rows(file_with("SK", url=written))[0]["Tautan"]
    assert (cell.value, cell.hyperlink) == (written, None)


def test_first_address_of_a_cell_is_its_link() -> None:
    written = "lihat https://a.test/x?id=1#bab dan https://b.test"
    cell = document_rows(file_with("SK", url=written))[0]["Tautan"]
    assert cell.value == written
    assert cell.hyperlink is not None
    assert (cell.hyperlink.target, cell.hyperlink.location) == ("https://a.test/x?id=1", "bab")


def test_address_too_long_for_a_link_stays_text() -> None:
    base = "https://a.test/"
    assert address_in(base + "x" * (LONGEST_ADDRESS - len(base))) is not None
    assert address_in(base + "x" * LONGEST_ADDRESS) is None


def test_hidden_names_stand_in_no_cell() -> None:
    meeting = shipped("situs")
    listed = meeting.snapshot.settings.hidden_names
    book = book_of(xlsx_file(meeting))
    every = {
        str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value
    }
    assert listed
    assert not [said for said in every for name in listed if name.casefold() in said.casefold()]


def test_address_with_a_hidden_name_is_not_shown() -> None:
    documents = [
        document("A.I.1.i.a", "Tersedia", title="Log", url="https://a.test/log-budi-santoso.pdf")
    ]
    told_names = {"Nama yang disamarkan": "Budi Santoso"}
    snapshot = unit(documents=documents, settings=told_names, as_of=AS_OF)
    sheet = book_of(xlsx_file(small(snapshot)))[text.EVIDENCE]
    cell = row_of(sheet, "Data dukung", "Log")["Tautan"]
    assert (cell.value, cell.hyperlink) == (text.LINK_WITH_NAME, None)


@pytest.mark.slow
def test_five_thousand_documents_all_have_their_row() -> None:
    codes = INDICATOR_ROWS["code"].tolist()
    documents = [
        document(codes[number % len(codes)], "Tersedia", title=f"Dokumen {number}", note=HOSTILE)
        for number in range(5000)
    ]
    content = xlsx_file(small(unit(documents=documents, as_of=AS_OF)))
    titles = {row["Data dukung"].value for row in document_rows(content)}
    assert titles == {f"Dokumen {number}" for number in range(5000)}
