"""What the template writes is read back without a fault, empty and as people fill it in."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from tests.sheets_server import Book, SheetsServer, Tab, only_loopback
from zi_metrics.sources.google_sheet import GoogleSheet, SheetAccess
from zi_metrics.sources.reading import snapshot_of
from zi_metrics.sources.resolve import open_source
from zi_metrics.sources.situs import read_situs
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.template.delivery import to_file, to_sheet
from zi_metrics.template.plan import template

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
BOOK_ID = "d" * 44
TABS, BLANK = template(2026), template(2026, has_evidence=False)

TYPED = {
    "Pengaturan": {
        "B2": "Balai Pelatihan", "B5": "15", "B6": "01/12/2026", "B7": "30/09/2026", "B8": "90%",
        "B9": "31/12/2026", "B10": "Ani; Budi", "B11": "Ya", "B14": "BB", "B21": "3",
    },
    "Indikator": {
        "H2": "Ya", "H3": "B", "K2": "- Ketua Pokja 1", "L2": "=akan dilengkapi",
        "I89": "12", "J89": "20",
    },
    "Data Dukung": {
        "D2": "Juni 2026", "E2": "Terverifikasi", "F2": "https://contoh.go.id/a", "G2": "Ketua",
        "H2": "31/12/2026", "I2": "1/11/2026", "E3": "Tidak relevan", "J3": "Tidak ada layanan",
        "E4": "sudah ada", "K4": "+ lampiran",
    },
    "Monev": {
        "A2": "1-2", "B2": "Semester I 2026", "C2": "Monev Juni", "D2": "1", "E2": "A.I.1.i.a",
        "F2": "Belum lengkap", "G2": "Lengkapi SK", "H2": "SK disusun", "I2": "Ketua",
        "J2": "30/06/2026", "K2": "31/08/2026", "L2": "Selesai", "M2": "05/08/2026",
        "N2": "https://contoh.go.id/b", "G3": "Perbarui SOP", "L3": "TDTL",
        "O3": "Di luar wewenang",
    },
    "SPIP": {
        "E2": "10/04/2026", "F2": "https://contoh.go.id/c", "G2": "5", "H2": "4", "I2": "3",
        "D3": "Tidak", "A26": "2025", "B26": "IV", "C26": "Unit", "D26": "Ya", "E26": "09/01/2026",
    },
    "Hasil": {"B2": "3,6", "B3": "B", "B4": "3", "D2": "survei mandiri"},
}  # fmt: skip
"""What people type, by tab and cell, as the guide tells them to."""

Change = Callable[[Book], None]


def of_file(path: Path) -> Snapshot:
    return open_source(str(path), clock=lambda: NOW).newest()


def of_sheet(tabs: tuple[object, ...], change: Change = lambda _: None) -> Snapshot:
    """Written to an empty sheet, changed there, and read by the reader's own client."""
    with only_loopback(), SheetsServer() as server:
        book = server.add(Book(BOOK_ID, locale="en_US", tabs=[Tab("Sheet1")]))
        access = SheetAccess(server.url(BOOK_ID), server.credentials(), server.host)
        to_sheet(tabs, access)  # type: ignore[arg-type]
        change(book)
        return snapshot_of(GoogleSheet(access).read(), "sheet", NOW)


def fill_in(book: Book) -> None:
    for tab, cells in TYPED.items():
        for cell, text in cells.items():
            book.type(tab, cell, text)


@pytest.fixture(scope="module")
def filled() -> Snapshot:
    return of_sheet(TABS, fill_in)


@pytest.mark.parametrize(("tabs", "count"), [(TABS, 303), (BLANK, 0)], ids=["situs", "kosong"])
def test_file_and_sheet_are_read_back_alike_and_without_a_problem(
    tmp_path: Path, tabs: tuple[object, ...], count: int
) -> None:
    path = tmp_path / "templat.xlsx"
    to_file(tabs, path)  # type: ignore[arg-type]
    file, sheet = of_file(path), of_sheet(tabs)
    for read in (file, sheet):
        assert [problem.sentence for problem in read.problems] == []
        assert not read.unreadable
        assert (len(read.evidence), len(read.spip_reports), len(read.results)) == (count, 24, 3)
        assert read.settings.assessed_year == 2026
    assert file.provenance.digest == sheet.provenance.digest


def test_documents_are_those_of_the_site_and_none_counts_as_there(tmp_path: Path) -> None:
    path = tmp_path / "templat.xlsx"
    to_file(TABS, path)
    evidence, site = of_file(path).evidence, read_situs().evidence
    for name in ("evidence_id", "code", "title", "period"):
        pd.testing.assert_series_equal(evidence[name], site[name])
    assert set(evidence["state"]) == {"Belum ada"}


def test_what_people_type_as_the_guide_says_is_read_without_a_fault(filled: Snapshot) -> None:
    assert [p.sentence for p in filled.problems if p.severity != "saran"] == []


def test_settings_are_read_as_typed(filled: Snapshot) -> None:
    settings = filled.settings
    assert (settings.unit, settings.spip_due_days) == ("Balai Pelatihan", 15)
    assert settings.meeting_on == date(2026, 12, 1)
    assert settings.previous_meeting_on == date(2026, 9, 30)
    assert (settings.completeness_target, settings.target_on) == (0.9, date(2026, 12, 31))
    assert settings.hidden_names == ("Ani", "Budi")
    assert settings.entry == {"tlhp": "Ya", "sakip_unit": "BB", "maturitas_spip": "3"}


def test_evidence_is_read_as_typed(filled: Snapshot) -> None:
    first, second, third = filled.evidence.head(3).to_dict("records")
    assert (first["state"], first["period"]) == ("Terverifikasi", "Juni 2026")
    assert (first["due_on"], first["updated_on"]) == (
        pd.Timestamp(2026, 12, 31),
        pd.Timestamp(2026, 11, 1),
    )
    assert first["url"] == "https://contoh.go.id/a"
    assert second["is_irrelevant"]
    assert (third["state"], third["note"]) == ("Tersedia", "+ lampiran")


def test_text_is_kept_as_typed_and_numbers_are_numbers(filled: Snapshot) -> None:
    indicators = filled.indicators
    first = indicators.iloc[0]
    assert (first["answer"], first["pic"]) == ("Ya", "- Ketua Pokja 1")
    assert first["note"] == "=akan dilengkapi"
    counted = indicators[indicators["answer_numerator"].notna()]
    assert counted[["answer_numerator", "answer_denominator"]].to_numpy().tolist() == [[12, 20]]
    assert counted["answer_type"].to_list() == ["%"]


def test_recommendations_are_read_as_typed(filled: Snapshot) -> None:
    done, impossible = filled.recommendations.to_dict("records")
    assert (done["recommendation_id"], done["area_no"], done["state"]) == ("1-2", 1, "Selesai")
    assert (done["raised_on"], done["closed_on"]) == (
        pd.Timestamp(2026, 6, 30),
        pd.Timestamp(2026, 8, 5),
    )
    assert impossible["is_dropped"]


def test_spip_and_hasil_are_read_as_typed(filled: Snapshot) -> None:
    first, second, *_, unit = filled.spip_reports.to_dict("records")
    assert (first["submitted_on"], first["risk_count"]) == (pd.Timestamp(2026, 4, 10), 5)
    assert second["required"] is False
    assert (unit["year"], unit["quarter"], unit["area_no"]) == (2025, 4, 0)
    values = filled.results["value"].str.replace(",", ".").to_list()
    assert values == ["3.6", "B", "3"]


def test_file_filled_in_by_a_spreadsheet_program_is_read_without_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "templat.xlsx"
    to_file(TABS, path)
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    book["Data Dukung"]["E2"] = "Tersedia"
    book["Data Dukung"]["H2"] = datetime(2026, 12, 31)  # noqa: DTZ001  a cell has no zone
    book["Pengaturan"]["B6"] = datetime(2026, 12, 1)  # noqa: DTZ001
    book["Pengaturan"]["B8"] = 0.9
    book["SPIP"]["E2"] = datetime(2026, 4, 10)  # noqa: DTZ001
    book.save(path)
    read = of_file(path)
    assert [p.sentence for p in read.problems if p.severity != "saran"] == []
    assert read.settings.meeting_on == date(2026, 12, 1)
    assert read.settings.completeness_target == 0.9
    assert read.evidence["due_on"][0] == pd.Timestamp(2026, 12, 31)
