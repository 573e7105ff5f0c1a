"""Checklist 6: everything a cell may hold, as the API sends it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from tests.sheets_server.a1 import Area
from tests.sheets_server.book import Book, Tab
from tests.sheets_server.cell import (
    ERROR_TEXTS,
    CellContent,
    Chip,
    Run,
    SheetError,
    Validation,
    with_links,
)
from tests.sheets_server.conftest import Serve

DRIVE = "https://drive.google.com/file/d/X/view"


def _sent(serve: Serve, content: object) -> dict[str, Any]:
    """The CellData of a cell with this content."""
    tab = Tab("Bukti")
    tab["A1"] = content
    fields = "sheets.data.rowData.values"
    client = serve(Book("ZI", tabs=[tab])).http_client
    [sheet] = client.spreadsheets_get("ZI", {"fields": fields})["sheets"]
    cell: dict[str, Any] = sheet["data"][0]["rowData"][0]["values"][0]
    return cell


@pytest.mark.parametrize(
    ("content", "effective", "shown", "number_format"),
    [
        (42.01, {"numberValue": 42.01}, "42,01", None),
        (0, {"numberValue": 0}, "0", None),
        (2349091922444, {"numberValue": 2349091922444}, "2349091922444", None),
        (True, {"boolValue": True}, "TRUE", None),
        (False, {"boolValue": False}, "FALSE", None),
        ("", {"stringValue": ""}, "", None),
        ("007", {"stringValue": "007"}, "007", None),
        ("satu\ndua", {"stringValue": "satu\ndua"}, "satu\ndua", None),
        (date(2020, 1, 1), {"numberValue": 43831}, "01/01/2020", "DATE"),
        (
            datetime.fromisoformat("2024-06-20T12:00"),
            {"numberValue": 45463.5},
            "20/06/2024 12:00:00",
            "DATE_TIME",
        ),
        (time(18, 30), {"numberValue": 0.7708333333333334}, "18:30:00", "TIME"),
        (timedelta(hours=36), {"numberValue": 1.5}, "12:00:00", "TIME"),
        (
            CellContent(1.5, number_format="TIME", pattern="[h]:mm:ss"),
            {"numberValue": 1.5},
            "36:00:00",
            "TIME",
        ),
        (
            CellContent(0.12, number_format="PERCENT", pattern="0%"),
            {"numberValue": 0.12},
            "12%",
            "PERCENT",
        ),
        (
            CellContent(0.8537, number_format="PERCENT"),
            {"numberValue": 0.8537},
            "85,37%",
            "PERCENT",
        ),
        (
            CellContent(-1250000, number_format="CURRENCY"),
            {"numberValue": -1250000},
            "-Rp1.250.000",
            "CURRENCY",
        ),
        (
            CellContent(1250.5, number_format="NUMBER"),
            {"numberValue": 1250.5},
            "1.250,50",
            "NUMBER",
        ),
    ],
)
def test_values_are_sent_typed_and_shown_the_indonesian_way(
    serve: Serve, content: object, effective: dict[str, Any], shown: str, number_format: str | None
) -> None:
    cell = _sent(serve, content)
    assert cell["effectiveValue"] == effective
    assert cell["userEnteredValue"] == effective
    assert cell["formattedValue"] == shown
    assert cell["effectiveFormat"].get("numberFormat", {}).get("type") == number_format


@pytest.mark.parametrize("kind", ERROR_TEXTS)
def test_every_error_has_its_type_and_its_text(serve: Serve, kind: str) -> None:
    content = CellContent(SheetError(kind, "Kesalahan"), formula='=IMPORTRANGE("a";"b")')
    cell = _sent(serve, content)
    assert cell["effectiveValue"] == {"errorValue": {"type": kind, "message": "Kesalahan"}}
    assert cell["formattedValue"] == ERROR_TEXTS[kind]
    assert cell["userEnteredValue"] == {"formulaValue": '=IMPORTRANGE("a";"b")'}


def test_a_hyperlink_formula_has_its_link_and_its_formula(serve: Serve) -> None:
    formula = f'=HYPERLINK("{DRIVE}";"SK Tim")'
    cell = _sent(serve, CellContent("SK Tim", formula=formula, link=DRIVE))
    assert cell["hyperlink"] == DRIVE
    assert cell["formattedValue"] == "SK Tim"
    assert cell["userEnteredValue"] == {"formulaValue": formula}
    assert "textFormatRuns" not in cell


def test_a_typed_address_is_its_own_link(serve: Serve) -> None:
    cell = _sent(serve, CellContent(DRIVE, link=DRIVE))
    assert cell["hyperlink"] == cell["formattedValue"] == DRIVE
    assert "textFormatRuns" not in cell


def test_a_link_of_a_part_is_a_run_and_no_hyperlink(serve: Serve) -> None:
    cell = _sent(serve, with_links("SK Tim Kerja", {"Tim": "https://a"}))
    assert "hyperlink" not in cell
    assert cell["textFormatRuns"] == [
        {"startIndex": 3, "format": {"link": {"uri": "https://a"}}},
        {"startIndex": 6, "format": {}},
    ]


def test_two_links_have_their_runs_and_the_first_start_is_not_written(serve: Serve) -> None:
    cell = _sent(serve, with_links("SK dan Notulen", {"SK": "https://a", "Notulen": "https://b"}))
    assert "hyperlink" not in cell
    assert cell["textFormatRuns"] == [
        {"format": {"link": {"uri": "https://a"}}},
        {"startIndex": 2, "format": {}},
        {"startIndex": 7, "format": {"link": {"uri": "https://b"}}},
    ]


def test_runs_start_at_utf_16_units(serve: Serve) -> None:
    cell = _sent(serve, CellContent("📎 SK", runs=(Run(2, "https://a"),)))
    assert cell["textFormatRuns"][0]["startIndex"] == 3


def test_a_file_chip_has_its_address_and_no_hyperlink(serve: Serve) -> None:
    chip = Chip(0, DRIVE, "application/pdf")
    cell = _sent(serve, CellContent("Laporan.pdf", chips=(chip,)))
    assert "hyperlink" not in cell
    assert cell["chipRuns"] == [
        {"chip": {"richLinkProperties": {"uri": DRIVE, "mimeType": "application/pdf"}}}
    ]


def test_a_person_chip_has_its_address_and_the_text_after_it_is_a_run(serve: Serve) -> None:
    chips = (Chip(0, email="sari@x.go.id"), Chip(4))
    cell = _sent(serve, CellContent("Sari, cek", chips=chips))
    assert cell["chipRuns"] == [
        {"chip": {"personProperties": {"email": "sari@x.go.id"}}},
        {"startIndex": 4, "chip": {}},
    ]


def test_a_dropdown_is_a_text_with_a_rule(serve: Serve) -> None:
    rule = Validation("ONE_OF_LIST", ("Sudah", "Belum"), input_message="Pilih")
    cell = _sent(serve, CellContent("Belum", validation=rule))
    assert cell["effectiveValue"] == {"stringValue": "Belum"}
    assert cell["dataValidation"] == {
        "condition": {
            "type": "ONE_OF_LIST",
            "values": [{"userEnteredValue": "Sudah"}, {"userEnteredValue": "Belum"}],
        },
        "inputMessage": "Pilih",
        "strict": True,
        "showCustomUi": True,
    }


def test_a_checkbox_may_have_words_of_its_own(serve: Serve) -> None:
    cell = _sent(serve, CellContent("Ya", validation=Validation("BOOLEAN", ("Ya", "Tidak"))))
    assert cell["effectiveValue"] == {"stringValue": "Ya"}
    assert cell["dataValidation"]["condition"]["type"] == "BOOLEAN"
    assert len(cell["dataValidation"]["condition"]["values"]) == 2


def test_a_note_is_sent_with_the_cell(serve: Serve) -> None:
    assert _sent(serve, CellContent("SK", note="kurang tanda tangan"))["note"] == (
        "kurang tanda tangan"
    )


def test_a_formatted_blank_cell_has_a_format_and_no_value(serve: Serve) -> None:
    cell = _sent(serve, CellContent(has_format=True))
    assert set(cell) == {"userEnteredFormat", "effectiveFormat"}


def test_the_cells_under_a_merge_are_blank(serve: Serve) -> None:
    tab = Tab("Bukti", merges=[Area(0, 2, 0, 1)], row_count=3, column_count=1)
    tab["A1"] = "Pemenuhan"
    client = serve(Book("ZI", tabs=[tab]))
    fields = "sheets(merges,data.rowData.values.formattedValue)"
    [sheet] = client.http_client.spreadsheets_get("ZI", {"fields": fields})["sheets"]
    assert sheet["merges"][0]["endRowIndex"] == 2
    assert len(sheet["data"][0]["rowData"]) == 1


def test_hidden_rows_and_columns_keep_their_values_and_say_who_hid_them(serve: Serve) -> None:
    tab = Tab("Bukti", row_count=3, column_count=2)
    tab.write_rows([["a", "b"], ["c"], ["d"]])
    tab.hidden_rows_by_user, tab.hidden_rows_by_filter, tab.hidden_columns = {1}, {2}, {1}
    client = serve(Book("ZI", tabs=[tab]))
    flags = "(hiddenByUser,hiddenByFilter)"
    fields = f"sheets.data(rowData.values.formattedValue,rowMetadata{flags},columnMetadata{flags})"
    [sheet] = client.http_client.spreadsheets_get("ZI", {"fields": fields})["sheets"]
    [data] = sheet["data"]
    assert len(data["rowData"]) == 3
    assert data["rowMetadata"] == [{}, {"hiddenByUser": True}, {"hiddenByFilter": True}]
    assert data["columnMetadata"] == [{}, {"hiddenByUser": True}]


def test_tabs_may_be_hidden_and_have_any_name(serve: Serve) -> None:
    book = Book("ZI")
    book.add_tab("Jum'at")
    book.add_tab("D3", hidden=True)
    tabs = serve(book).open_by_key("ZI").worksheets()
    assert [(tab.title, tab.isSheetHidden) for tab in tabs] == [("Jum'at", False), ("D3", True)]
    assert tabs[0].get_values("A1:A2") == [[]]
