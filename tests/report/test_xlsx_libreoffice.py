"""The formulas of the workbook in a spreadsheet program that is not ours.

A copy is edited as a coordinator would, computed anew, and held against `metrics` for the snapshot
that is edited in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from tests.metrics.builders import Row, document, unit
from tests.report.meetings import shipped, small
from tests.report.recalculated import SOFFICE, recalculated, saved
from tests.report.test_xlsx_hostile import TEXTS, hostile
from tests.report.workbooks import expected, row_of, rows, told
from zi_metrics.labels import figures as label
from zi_metrics.labels import xlsx as text
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.xlsx.cells import area_name
from zi_metrics.report.xlsx_file import xlsx_file

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not on this machine"),
]
AS_OF = date(2025, 6, 30)
BEFORE, AFTER = date(2025, 4, 9), date(2025, 7, 11)
REASONS = st.sampled_from([None, "-", "(...)", "Bukan tugas unit", "٣", "غير مطلوب", "«»", "x"])
DAYS = st.sampled_from([None, BEFORE, AS_OF, AFTER])
KNOWN_DAYS = st.sampled_from([None, BEFORE, AS_OF])
STATUSES = st.sampled_from(
    [None, "Tersedia", "Terverifikasi", "Disusun", "Perlu perbaikan", "Tidak relevan", "entah"]
)
FOLLOW_UP_STATUSES = st.sampled_from(
    [None, "Selesai", "Dalam proses", "Tidak dapat ditindaklanjuti", "entah"]
)
DOCUMENT = {"status": STATUSES, "reason": REASONS, "due_on": DAYS}
RECOMMENDATION = {"status": FOLLOW_UP_STATUSES, "reason": REASONS, "due_on": DAYS}
REPORT = {"required": st.sampled_from(["Ya", "Tidak"]), "submitted_on": DAYS}
CODES = st.sampled_from(["A.I.1.i.a", "A.I.1.i.b", "A.I.4.ii.c", "A.I.6.v.a", "A.II.1.ii", "*"])


def meeting_of(tables: dict[str, list[Row]]) -> Meeting:
    return small(unit(**tables, as_of=AS_OF))


def areas_of(meeting: Meeting) -> dict[str, int | None]:
    catalogue = meeting.snapshot.catalogue
    return {area_name(area.number, catalogue): area.number for area in meeting.areas}


def assert_figures(book: Workbook, meeting: Meeting) -> None:
    """Every figure of the workbook is the one of `metrics` for this meeting."""
    found = told(book)
    for key, ratio in expected(meeting.items, areas_of(meeting)).items():
        numerator, denominator, share, _ = found[key]
        assert numerator == pytest.approx(ratio.numerator, abs=1e-9), key
        if key[1] == label.OVERDUE:
            continue
        assert denominator == pytest.approx(ratio.denominator, abs=1e-9), key
        if ratio.share is None:
            assert isinstance(share, str), key
        else:
            assert share == pytest.approx(ratio.share), key


def differing(content: bytes, again: Workbook) -> Iterator[tuple[str, Any, Any]]:
    """Cells with formulas whose result is not what the file says."""
    formulas, results = (
        openpyxl.load_workbook(BytesIO(content), data_only=is_result) for is_result in (False, True)
    )
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            said = results[sheet.title][cell.coordinate].value or ""
            found = again[sheet.title][cell.coordinate].value or ""
            is_same = found == (pytest.approx(said, abs=1e-9) if said and found != "" else said)
            if not is_same:
                yield f"{sheet.title}!{cell.coordinate} {cell.value}", said, found


@pytest.mark.parametrize("name", ["contoh", "situs"])
def test_computing_anew_changes_no_cell(name: str, tmp_path: Path) -> None:
    content = xlsx_file(shipped(name))
    (again,) = recalculated(tmp_path, content)
    assert [*differing(content, again)] == []
    assert_figures(again, shipped(name))


def test_hostile_texts_open_as_texts(tmp_path: Path) -> None:
    (again,) = recalculated(tmp_path, hostile())
    cells = [row["Data dukung"] for row in rows(again[text.EVIDENCE])]
    assert [(cell.value, cell.data_type) for cell in cells] == [(each, "s") for each in TEXTS]


def test_edited_sample_gives_the_figures_of_the_edited_snapshot(tmp_path: Path) -> None:
    source = openpyxl.load_workbook(BytesIO(xlsx_file(shipped("contoh"))))
    row = row_of_first(source, "Belum ada")
    row["Status"].value = "Terverifikasi"
    (again,) = recalculated(tmp_path, saved(source))
    before, after = shipped("contoh").total.completeness, told(again)
    evidence = after[text.WHOLE_UNIT, label.EVIDENCE_COMPLETE]
    assert evidence[:2] == (before.complete_count + 1, before.required_count)
    verified = after[text.WHOLE_UNIT, label.VERIFICATION]
    assert verified[:2] == (before.verified_count + 1, before.required_count)
    changed = [each for each in rows(again[text.SUMMARY]) if each["Sama dengan layar?"].value]
    assert {each["Sama dengan layar?"].value for each in changed} == {text.SAME, text.DIFFERENT}


def row_of_first(book: Workbook, status: str) -> dict[str, Any]:
    return next(row for row in rows(book[text.EVIDENCE]) if row["Status"].value == status)


@st.composite
def units(draw: st.DrawFn) -> tuple[dict[str, list[Row]], dict[str, list[Row]]]:
    """A small unit as it was read, and as somebody changes it in the workbook."""
    codes = draw(st.lists(CODES, min_size=1, max_size=7))
    areas = draw(st.lists(st.none() | st.integers(1, 6), min_size=1, max_size=5))
    places = draw(
        st.lists(st.tuples(st.integers(1, 3), st.integers(1, 4)), unique=True, max_size=5)
    )
    read: dict[str, list[Row]] = {"documents": [], "recommendations": [], "spip": []}
    for number, code in enumerate(codes):
        row = document(code, None, title=f"Dokumen {number}")
        read["documents"].append(row | draw(st.fixed_dictionaries(DOCUMENT)))
    known = {"raised_on": KNOWN_DAYS, "closed_on": KNOWN_DAYS}
    for number, area in enumerate(areas):
        row = {"area_no": area, "recommendation": f"Rekomendasi {number}"}
        read["recommendations"].append(row | draw(st.fixed_dictionaries(RECOMMENDATION | known)))
    for area, quarter in places:
        row = {"year": 2025, "area_no": area, "quarter": quarter}
        known = {"submitted_on": KNOWN_DAYS}
        read["spip"].append(row | draw(st.fixed_dictionaries(REPORT | known)))
    days = {"raised_on": DAYS, "closed_on": DAYS}
    changes = {"documents": DOCUMENT, "recommendations": RECOMMENDATION | days, "spip": REPORT}
    edited = {
        table: [row | draw(st.fixed_dictionaries(changes[table])) for row in listed]
        for table, listed in read.items()
    }
    return read, edited


HEADERS = {
    "status": "Status", "reason": "Alasan", "due_on": "Tenggat", "raised_on": "Tanggal",
    "closed_on": "Selesai pada", "required": "Wajib lapor", "submitted_on": "Tanggal masuk",
}  # fmt: skip


def edit(book: Workbook, tables: dict[str, list[Row]]) -> None:
    """Enter what these rows say into the cells of the workbook that may be changed."""
    for row in tables["documents"]:
        enter(row_of(book[text.EVIDENCE], "Data dukung", row["title"]), row)
    for row in tables["recommendations"]:
        enter(row_of(book[text.MONEV], "Rekomendasi", row["recommendation"]), row)
    for row in tables["spip"]:
        (found,) = [
            each
            for each in rows(book[text.SPIP])
            if str(each["Area"].value).startswith(f"{row['area_no']}.")
            and each["Triwulan"].value == row["quarter"]
        ]
        enter(found, row)


def enter(cells: dict[str, Any], row: Row) -> None:
    for name, header in HEADERS.items():
        if name in row and header in cells:
            cells[header].value = row[name]


def test_random_units_edited_at_random_give_the_figures_of_metrics(tmp_path: Path) -> None:
    made: list[tuple[bytes, Meeting]] = []

    @settings(
        max_examples=15,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(units())
    def make(pair: tuple[dict[str, list[Row]], dict[str, list[Row]]]) -> None:
        read, edited = pair
        content = xlsx_file(meeting_of(read))
        made.append((content, meeting_of(read)))
        book = openpyxl.load_workbook(BytesIO(content))
        edit(book, edited)
        made.append((saved(book), meeting_of(edited)))

    make()
    for book, (_, meeting) in zip(
        recalculated(tmp_path, *(content for content, _ in made)), made, strict=True
    ):
        assert_figures(book, meeting)
