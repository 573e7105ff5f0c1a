"""Rows as CSV: opened by a spreadsheet as text, and telling where they come from."""

from __future__ import annotations

import csv
import io
from datetime import date

import pandas as pd
import pytest

from zi_metrics.report.csv_file import Stamp, csv_file

STAMP = Stamp("contoh", date(2026, 1, 20), "c1f66ca6a9a4" + "0" * 52)


def rows_of(table: pd.DataFrame, stamp: Stamp = STAMP) -> list[dict[str, str]]:
    text = csv_file(table, stamp).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize("text", ["=1+1", "+62", "-5", "@nama", "\t=1", "  =1", "＝1+1", "－5"])
def test_text_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert rows_of(pd.DataFrame({"Judul": [text]}))[0]["Judul"] == f"'{text}"


@pytest.mark.parametrize("text", ["SK Tim; 2025", 'kata "dalam" kutip', "dua\nbaris", "a – b"])
def test_other_text_is_kept_as_it_is(text: str) -> None:
    assert rows_of(pd.DataFrame({"Judul": [text]}))[0]["Judul"] == text


def test_numbers_stay_numbers_even_below_nought() -> None:
    assert rows_of(pd.DataFrame({"Hari": [-3]}))[0]["Hari"] == "-3"


def test_every_row_says_source_date_and_digest() -> None:
    found = rows_of(pd.DataFrame({"Judul": ["a", "b"]}))
    assert [row["Sumber"] for row in found] == ["contoh – Data contoh"] * 2
    assert {row["Keadaan per"] for row in found} == {"2026-01-20"}
    assert {row["Sidik data"] for row in found} == {"c1f66ca6a9a4"}


def test_rows_of_another_source_are_not_called_a_sample() -> None:
    stamp = Stamp("situs", date(2026, 11, 22), "0" * 64)
    assert rows_of(pd.DataFrame({"Judul": ["a"]}), stamp)[0]["Sumber"] == "situs"


def test_file_begins_with_a_byte_order_mark() -> None:
    assert csv_file(pd.DataFrame({"Judul": ["a"]}), STAMP).startswith(b"\xef\xbb\xbfJudul;")


def test_file_name_says_source_and_date() -> None:
    assert STAMP.file_name("monev") == "zi-contoh-2026-01-20-monev.csv"
    assert Stamp("/data/a b/2025", date(2025, 6, 30), "").file_name("x").startswith("zi-2025-")
