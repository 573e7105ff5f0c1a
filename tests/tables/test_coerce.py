"""Cells of any type brought to the kind of their column, and what is odd about them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pandas as pd
import pytest

from zi_metrics.tables.cells import COVERED, Unusable, Why
from zi_metrics.tables.coerce import Coerced, Oddity, coerce
from zi_metrics.tables.spec import Kind

REF = Unusable(Why.ERROR, "#REF!")
FORMULA = Unusable(Why.NOT_COMPUTED, "=VLOOKUP(A1;B:C;2)")


def read(kind: Kind, *cells: object, year: int | None = None) -> Coerced:
    return coerce(pd.Series(cells, dtype=object), kind, year)


def values(coerced: Coerced) -> list[Any]:
    return [None if pd.isna(value) else value for value in coerced.values]


@pytest.mark.parametrize("kind", Kind)
def test_column_has_the_dtype_of_its_kind_and_the_labels_of_its_cells(kind: Kind) -> None:
    coerced = coerce(pd.Series([None, "  "], index=[7, 3], dtype=object), kind)
    assert str(coerced.values.dtype) == kind.dtype
    assert coerced.values.index.tolist() == [7, 3]
    assert (values(coerced), coerced.odd) == ([None, None], [])
    assert str(coerce(pd.Series([], dtype=object), kind).values.dtype) == kind.dtype


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (Kind.TEXT, " SK Tim ", "SK Tim"),
        (Kind.TEXT, 2025.0, "2025"),
        (Kind.TEXT, 0.5, "0,5"),
        (Kind.TEXT, True, "TRUE"),
        (Kind.TEXT, datetime.fromisoformat("2025-03-31T10:00"), "31 Maret 2025"),
        (Kind.TEXT, "#REF!", "#REF!"),
        (Kind.TEXT, "aman \u202egnay\u202c", "aman gnay"),
        (Kind.LINK, " https://contoh.test/a\n", "https://contoh.test/a"),
        (Kind.PERIOD, "Semester I 2025", "Semester I 2025"),
        (Kind.PERIOD, date(2025, 6, 1), "Juni 2025"),
        (Kind.PERIOD, datetime.fromisoformat("2025-12-31T00:00"), "Desember 2025"),
        (Kind.PERIOD, 2025.0, "2025"),
        (Kind.STATUS, "Tersedia", "Tersedia"),
        (Kind.STATUS, True, "TRUE"),
        (Kind.DATE, 45931.0, pd.Timestamp(2025, 10, 1)),
        (Kind.DATE, 45931.99, pd.Timestamp(2025, 10, 1)),
        (Kind.DATE, 1, pd.Timestamp(1899, 12, 31)),
        (Kind.DATE, 2_958_465, pd.Timestamp(datetime.fromisoformat("9999-12-31"))),
        (Kind.DATE, "1 Okt 2025", pd.Timestamp(2025, 10, 1)),
        (Kind.DATE, "31/12/2025", pd.Timestamp(2025, 12, 31)),
        (Kind.DATE, datetime.fromisoformat("2025-10-01T23:59"), pd.Timestamp(2025, 10, 1)),
        (Kind.COUNT, "1.250.000", 1_250_000),
        (Kind.COUNT, "4,0", 4),
        (Kind.COUNT, 4.0, 4),
        (Kind.NUMBER, "87,5", 87.5),
        (Kind.NUMBER, "85,37%", 0.8537),
        (Kind.NUMBER, -0.5, -0.5),
        (Kind.FLAG, "Wajib", True),
        (Kind.FLAG, "TIDAK", False),
        (Kind.FLAG, False, False),
        (Kind.QUARTER, 2.0, 2),
        (Kind.QUARTER, "II", 2),
        (Kind.QUARTER, "TW II", 2),
        (Kind.QUARTER, "Triwulan 2 2025", 2),
        (Kind.QUARTER, "April-Juni", 2),
        (Kind.QUARTER, "5", 5),
        (Kind.AREA, 3.0, 3),
        (Kind.AREA, "3", 3),
        (Kind.AREA, "III", 3),
        (Kind.AREA, "Area III", 3),
        (Kind.AREA, "area 3", 3),
        (Kind.AREA, "Area Perubahan III", 3),
        (Kind.AREA, "manajemen-sdm", 3),
        (Kind.AREA, "Penataan Sistem Manajemen SDM", 3),
        (Kind.AREA, "III. Manajemen SDM", 3),
        (Kind.AREA, "3. MANAJEMEN SDM", 3),
        (Kind.AREA, "III Manajemen SDM", 3),
        (Kind.AREA, "Area III: Manajemen SDM", 3),
        (Kind.AREA, "III.", 3),
        (Kind.AREA, "Ⅵ", 6),
        (Kind.AREA, "Unit", 0),
        (Kind.AREA, "Unit kerja", 0),
        (Kind.AREA, "SEMUA AREA", 0),
        (Kind.AREA, 7, 7),
    ],
)
def test_cell_is_read_as_its_column_says(kind: Kind, cell: object, value: object) -> None:
    coerced = read(kind, cell)
    assert (values(coerced), coerced.odd) == ([value], [])


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        (Kind.DATE, "besok"),
        (Kind.DATE, "31/02/2025"),
        (Kind.DATE, 0),
        (Kind.DATE, 2_958_466),
        (Kind.DATE, True),
        (Kind.COUNT, "dua"),
        (Kind.COUNT, 1.5),
        (Kind.COUNT, -1),
        (Kind.COUNT, True),
        (Kind.NUMBER, "#5"),
        (Kind.NUMBER, "1e999"),
        (Kind.NUMBER, float("inf")),
        (Kind.FLAG, "x"),
        (Kind.QUARTER, "Semester I"),
        (Kind.QUARTER, True),
        (Kind.AREA, "Keuangan"),
        (Kind.AREA, "VII"),
        (Kind.AREA, "II. Manajemen SDM"),
        (Kind.AREA, "I, II Manajemen SDM"),
        (Kind.AREA, "Area"),
        (Kind.TEXT, [1]),
    ],
)
def test_cell_that_says_something_else_is_unreadable(kind: Kind, cell: object) -> None:
    coerced = read(kind, None, cell)
    assert (values(coerced), coerced.odd) == ([None, None], [(1, Oddity.UNREADABLE)])


@pytest.mark.parametrize(
    "cell",
    ["I, II", "I & II", "I/II", "I dan II", "Area I, II", "I-V", "V, I", "I.I", "1, 2", "1-3"],
)
def test_several_areas_are_never_read_as_another_one(cell: str) -> None:
    coerced = read(Kind.AREA, cell)
    assert (values(coerced), coerced.odd) == ([None], [(0, Oddity.UNREADABLE)])


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.NUMBER, Kind.QUARTER, Kind.AREA])
def test_thousand_or_fraction_is_never_guessed(kind: Kind) -> None:
    coerced = read(kind, "1.250", "1.250,0" if kind is Kind.NUMBER else "4")
    assert coerced.odd == [(0, Oddity.AMBIGUOUS)]
    assert values(coerced) == [None, 1250.0 if kind is Kind.NUMBER else 4]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.STATUS])
@pytest.mark.parametrize("cell", [REF, FORMULA, COVERED])
def test_error_or_covered_cell_is_missing(kind: Kind, cell: Unusable) -> None:
    coerced = read(kind, None, cell)
    assert (values(coerced), coerced.odd) == ([None, None], [(1, Oddity.UNUSABLE)])


def test_status_nobody_can_read_stays_as_it_is_shown() -> None:
    shown = ["#REF!", "=VLOOKUP(A1;B:C;2)", "(sel gabungan)"]
    coerced = read(Kind.STATUS, REF, FORMULA, COVERED, *shown)
    assert values(coerced) == [*shown, *shown]
    assert coerced.odd == [(position, Oddity.UNUSABLE) for position in range(6)]


def test_month_alone_is_its_last_day() -> None:
    coerced = read(Kind.DATE, "Oktober 2025", "10/2025")
    assert values(coerced) == [pd.Timestamp(2025, 10, 31)] * 2
    assert coerced.odd == [(0, Oddity.MONTH_ONLY), (1, Oddity.MONTH_ONLY)]


def test_date_more_than_two_years_off_is_missing() -> None:
    days = [date(2022, 12, 31), date(2023, 1, 1), date(2027, 12, 31), date(2028, 1, 1)]
    coerced = read(Kind.DATE, *days, year=2025)
    assert values(coerced) == [None, pd.Timestamp(2023, 1, 1), pd.Timestamp(2027, 12, 31), None]
    assert coerced.odd == [(0, Oddity.IMPLAUSIBLE), (3, Oddity.IMPLAUSIBLE)]
    assert read(Kind.DATE, *days).odd == []


def test_number_of_a_year_in_a_column_of_dates_is_far_off() -> None:
    assert read(Kind.DATE, 2025, year=2025).odd == [(0, Oddity.IMPLAUSIBLE)]


def test_odd_date_is_odd_in_one_way() -> None:
    coerced = read(Kind.DATE, "Oktober 2019", "Oktober 2025", "entah", year=2025)
    assert values(coerced) == [None, pd.Timestamp(2025, 10, 31), None]
    assert sorted(coerced.odd, key=lambda odd: odd[0]) == [
        (0, Oddity.IMPLAUSIBLE),
        (1, Oddity.MONTH_ONLY),
        (2, Oddity.UNREADABLE),
    ]


def test_only_dates_have_to_be_near_the_year() -> None:
    assert read(Kind.COUNT, 1990, 5, year=2025).odd == []
