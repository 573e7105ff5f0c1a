"""Cells that show an error keep what they held when they were last read, marked and reported."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from tests.sheets_server import Area as Cells
from tests.sheets_server import Book, SheetError, SheetsServer
from tests.sources.sheets import EVIDENCE, MONEV, SETTINGS, Clock, live_sheet, move_row
from zi_metrics.metrics.summary import figures, items_of
from zi_metrics.sources.live import LiveSheet
from zi_metrics.tables.snapshot import Snapshot


@pytest.fixture
def sheet(server: SheetsServer, tmp_path: Path, clock: Clock) -> LiveSheet:
    """Followed, and read once."""
    made = live_sheet(server, tmp_path, clock)
    made.refresh()
    return made


def read(sheet: LiveSheet) -> Snapshot:
    state = sheet.refresh()
    assert (state.fault, state.held_back) == (None, None)
    assert state.snapshot is not None
    return state.snapshot


def document(snapshot: Snapshot, identifier: str) -> pd.Series:
    return snapshot.evidence.set_index("evidence_id").loc[identifier]


@pytest.mark.parametrize("error", [SheetError("REF"), SheetError("N_A"), SheetError("LOADING")])
def test_error_keeps_the_last_value_marked_and_reported(
    sheet: LiveSheet, book: Book, error: SheetError
) -> None:
    before = figures(items_of(read(sheet)).of_aspect("Pemenuhan"))
    book.tab(EVIDENCE)["D3"] = error
    found = read(sheet)
    row = document(found, "D2")
    assert (row["status"], row["state"], row["carried"]) == ("Tersedia", "Tersedia", "Status")
    assert figures(items_of(found).of_aspect("Pemenuhan")) == before
    (problem,) = [each for each in found.problems if each.where == "Data Dukung!D3"]
    assert error.text in problem.read
    assert problem.why == "Sementara dipakai nilai terakhir yang terbaca, “Tersedia”."


def test_error_that_lasts_keeps_the_value_again_and_again(sheet: LiveSheet, book: Book) -> None:
    book.tab(EVIDENCE)["D3"] = SheetError("REF")
    for _ in range(3):
        assert document(read(sheet), "D2")["status"] == "Tersedia"


def test_value_that_comes_back_is_no_longer_marked(sheet: LiveSheet, book: Book) -> None:
    book.tab(EVIDENCE)["D3"] = SheetError("REF")
    read(sheet)
    book.tab(EVIDENCE)["D3"] = "Disusun"
    found = read(sheet)
    assert document(found, "D2")["status"] == "Disusun"
    assert found.evidence["carried"].isna().all()


def test_several_errors_of_a_row_are_all_named(sheet: LiveSheet, book: Book) -> None:
    tab = book.tab(EVIDENCE)
    tab["C3"], tab["F3"] = SheetError("NAME"), SheetError("N_A")
    row = document(read(sheet), "D2")
    assert (row["title"], row["pic"], row["carried"]) == ("Dokumen 2", "Sari", "Data dukung, PIC")


def test_row_is_found_by_its_id_wherever_it_moved(sheet: LiveSheet, book: Book) -> None:
    tab = book.tab(EVIDENCE)
    tab["F3"] = "Budi"
    read(sheet)
    move_row(book, EVIDENCE, 3, 9)
    tab["F9"] = SheetError("REF")
    found = read(sheet)
    assert document(found, "D2")["pic"] == "Budi"
    assert document(found, "D2")["origin"] == "Data Dukung!C9"


def test_row_without_id_is_found_by_what_names_it(sheet: LiveSheet, book: Book) -> None:
    tab = book.tab(EVIDENCE)
    for row in range(2, 14):
        tab[f"A{row}"] = None
    tab["F3"] = "Budi"
    read(sheet)
    move_row(book, EVIDENCE, 3, 9)
    tab["F9"] = SheetError("REF")
    assert read(sheet).evidence.set_index("title").loc["Dokumen 2", "pic"] == "Budi"


def test_error_in_a_new_row_has_no_value_to_keep(sheet: LiveSheet, book: Book) -> None:
    book.tab(EVIDENCE).write_rows([("D13", "A.I.1.i.a", "Baru", SheetError("REF"))], "A14")
    row = document(read(sheet), "D13")
    assert (row["status"], row["state"]) == ("#REF!", "Tidak dikenali")
    assert pd.isna(row["carried"])


def test_error_in_the_very_first_reading_has_none_either(
    server: SheetsServer, book: Book, tmp_path: Path, clock: Clock
) -> None:
    book.tab(EVIDENCE)["D3"] = SheetError("REF")
    sheet = live_sheet(server, tmp_path, clock)
    for _ in range(2):
        assert document(read(sheet), "D2")["state"] == "Tidak dikenali"


def test_error_where_nothing_was_keeps_nothing(sheet: LiveSheet, book: Book) -> None:
    book.tab(EVIDENCE)["G3"] = SheetError("VALUE")
    row = document(read(sheet), "D2")
    assert pd.isna(row["due_on"])
    assert row["carried"] == "Tenggat"


def test_cell_under_a_merged_one_does_not_keep_what_it_held(sheet: LiveSheet, book: Book) -> None:
    book.tab(EVIDENCE).merges = [Cells(1, 3, 3, 4)]
    book.tab(EVIDENCE)["D3"] = None
    row = document(read(sheet), "D2")
    assert row["state"] == "Tidak dikenali"
    assert pd.isna(row["carried"])


def test_recommendations_keep_their_values_too(sheet: LiveSheet, book: Book) -> None:
    book.tab(MONEV)["D4"] = SheetError("REF")
    row = read(sheet).recommendations.set_index("recommendation_id").loc["M3"]
    assert (row["state"], row["carried"]) == ("Dalam proses", "Status")


def test_setting_that_shows_an_error_keeps_its_value(sheet: LiveSheet, book: Book) -> None:
    book.tab(SETTINGS)["B2"] = SheetError("REF")
    assert read(sheet).settings.assessed_year == 2026


def test_requirement_that_shows_an_error_keeps_its_value(sheet: LiveSheet, book: Book) -> None:
    tab = book.tab(SETTINGS)
    tab["A3"], tab["B3"] = "SPTJM", "sudah"
    assert read(sheet).settings.entry == {"sptjm": "Ya"}
    tab["B3"] = SheetError("REF")
    assert read(sheet).settings.entry == {"sptjm": "Ya"}


def test_value_outlives_a_restart(
    sheet: LiveSheet, server: SheetsServer, book: Book, tmp_path: Path, clock: Clock
) -> None:
    book.tab(EVIDENCE)["D3"] = SheetError("REF")
    read(sheet)
    fresh = live_sheet(server, tmp_path, clock)
    kept = fresh.state.snapshot
    assert kept is not None
    assert document(kept, "D2")["carried"] == "Status"
    assert document(read(fresh), "D2")["status"] == "Tersedia"
