"""Cells that show something, but hold no value."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from zi_metrics.tables.cells import (
    COVERED,
    LAST_SERIAL,
    Unusable,
    Why,
    as_unusable,
    legible,
    serial_of,
    unusable_text,
)

ERRORS = [
    *("#REF!", "#N/A", "#DIV/0!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#ERROR!", "#SPILL!"),
    *("#CALC!", "#FIELD!", "#BLOCKED!"),
]


@pytest.mark.parametrize("shown", [*ERRORS, "#ref!", " #N/A ", "#REF!\u200b"])
def test_text_of_an_error_is_no_value(shown: str) -> None:
    assert unusable_text(shown) == Unusable(Why.ERROR, shown)


@pytest.mark.parametrize("shown", ["Loading...", "loading...", "#GETTING_DATA", "#BUSY!"])
def test_text_of_a_cell_that_is_not_ready_is_no_value(shown: str) -> None:
    assert unusable_text(shown) == Unusable(Why.NOT_COMPUTED, shown)


@pytest.mark.parametrize(
    "text", ["", "SK Tim", "REF", "#1", "#REF! pada rapat", "Loading", "#REF!" + " " * 99, "=A1"]
)
def test_other_text_is_a_value(text: str) -> None:
    assert unusable_text(text) is None


def test_unusable_cell_shows_what_a_person_sees_in_it() -> None:
    assert str(Unusable(Why.NOT_COMPUTED, "=VLOOKUP(A1;B:C;2)")) == "=VLOOKUP(A1;B:C;2)"
    assert str(COVERED) == "(sel gabungan)"


@pytest.mark.parametrize(
    "cell", [COVERED, *(Unusable(Why.ERROR, shown) for shown in ERRORS), Unusable(Why.ERROR, "?")]
)
def test_unusable_cell_stays_what_it_is(cell: Unusable) -> None:
    assert as_unusable(cell) is cell


@pytest.mark.parametrize(
    "cell",
    [
        COVERED,
        Unusable(Why.ERROR, "#DIV/0!"),
        Unusable(Why.NOT_COMPUTED, "Loading..."),
        Unusable(Why.NOT_COMPUTED, "=VLOOKUP(A1;B:C;2)"),
    ],
)
def test_unusable_cell_is_known_by_its_text_again(cell: Unusable) -> None:
    assert as_unusable(cell.shown) == cell


@pytest.mark.parametrize("cell", [None, "Tersedia", "", 4.0, True, [1], np.array([1, 2]), float])
def test_cell_that_holds_anything_else_is_usable(cell: object) -> None:
    assert as_unusable(cell) is None


def test_day_is_counted_as_sheets_do() -> None:
    assert serial_of(date(1900, 1, 1)) == 2
    assert serial_of(date(2025, 6, 30)) == 45838
    assert serial_of(date(9999, 12, 31)) == LAST_SERIAL


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("SK <b>Tim</b> =1+1", "SK <b>Tim</b> =1+1"),
        ("a\x00b\x1b[31mc\x7fd\x9fe", "ab[31mcde"),
        ("gpj.\u202ecod.exe \u2066x\u2069", "gpj.cod.exe x"),
        ("satu\u2028dua\x0btiga\r\nempat\rlima\x85enam", "satu\ndua\ntiga\nempat\nlima\nenam"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\ud800b", "a?b"),
        ("\u062a\u0642\u0631\u064a\u0631 2025", "\u062a\u0642\u0631\u064a\u0631 2025"),
        ("a\u00a0b\u200dc", "a\u00a0b\u200dc"),
    ],
)
def test_signs_that_steer_are_taken_out_and_no_other(written: str, shown: str) -> None:
    assert legible(written) == shown
