"""Cells of each kind, columns that are missing or too many, and rows that are blank."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.tables.builders import CODE, checked, table, told
from zi_metrics.lke import load_catalogue
from zi_metrics.tables.book import Book, TabRead
from zi_metrics.tables.cells import Unusable, Why
from zi_metrics.tables.check import check
from zi_metrics.tables.columns import EVIDENCE, INDICATORS, RECOMMENDATIONS, SPIP_REPORTS, TABLES
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.spec import TableSpec

CATALOGUE = load_catalogue()
BLANK = [None, np.nan, pd.NA, pd.NaT, "", "  ", "\u00a0"]
DAY = pd.Timestamp(2025, 3, 31)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (date(2025, 3, 31), DAY),
        (datetime.fromisoformat("2025-03-31T23:59"), DAY),
        (datetime(2025, 3, 31, 5, tzinfo=UTC), DAY),
        (pd.Timestamp("2025-03-31 23:00", tz="Asia/Jakarta"), DAY),
        ("2025-03-31", DAY),
        (" 2025-03-31 10:00:00 ", DAY),
        (date(1, 1, 1), pd.Timestamp(date(1, 1, 1))),
        (date(9999, 12, 31), pd.Timestamp(date(9999, 12, 31))),
    ],
)
def test_day_is_read(cell: object, day: pd.Timestamp) -> None:
    found = checked(EVIDENCE, {"due_on": cell})
    assert (found.rows["due_on"].tolist(), found.problems) == ([day], [])


@pytest.mark.parametrize(("cell", "number"), [(4, 4), (4.0, 4), ("4", 4), (" 4 ", 4), (0, 0)])
def test_count_is_read(cell: object, number: int) -> None:
    found = checked(SPIP_REPORTS, {"risk_count": cell})
    assert (found.rows["risk_count"].tolist(), found.problems) == ([number], [])


@pytest.mark.parametrize(("cell", "number"), [(4, 4.0), (-0.5, -0.5), ("4.5", 4.5), (" 1e3", 1e3)])
def test_number_is_read(cell: object, number: float) -> None:
    found = checked(INDICATORS, {"answer_numerator": cell})
    assert found.rows["answer_numerator"].dropna().tolist() == [number]


@pytest.mark.parametrize(
    ("cell", "flag"),
    [
        ("Ya", True), ("WAJIB", True), (True, True), (1, True), (1.0, True), ("v", True),
        ("Tidak", False), (" tidak ", False), (False, False), (0, False), (0.0, False),
    ],
)  # fmt: skip
def test_flag_is_read(cell: object, flag: bool) -> None:
    found = checked(SPIP_REPORTS, {"required": cell})
    assert (found.rows["required"].tolist(), found.problems) == ([flag], [])


@pytest.mark.parametrize(
    ("cell", "text"),
    [("  SK Tim ", "SK Tim"), (2025, "2025"), (2025.0, "2025"), (2.5, "2,5"), (True, "TRUE")],
)
def test_text_is_read(cell: object, text: str) -> None:
    found = checked(EVIDENCE, {"title": cell})
    assert (found.rows["title"].tolist(), found.problems) == ([text], [])


@pytest.mark.parametrize(
    ("spec", "column", "kind", "cell"),
    [
        *((EVIDENCE, "due_on", "tanggal", cell) for cell in (
            "besok", -1, 0.5, 10**9, True, "31-02-2025", "2025-02-30", "2025-03-311",
            "2025-03-31 atau 30", [1, 2], {}, Decimal(3),
        )),
        *((SPIP_REPORTS, "risk_count", "bilangan bulat", cell) for cell in (
            "dua", -1, 1.5, float("inf"), True, date(2025, 1, 1), 1e30, 10**400, "1_000", [1, 2],
        )),
        *((INDICATORS, "answer_numerator", "bilangan", cell) for cell in (
            "dua", float("inf"), "inf", "nan", True, date(2025, 1, 1), 10**400, [1, 2], {},
        )),
        *((SPIP_REPORTS, "required", "Ya/Tidak", cell) for cell in (
            "mungkin", 2, -1, date(2025, 1, 1), [1, 2], np.array([1, 2]), {},
        )),
        *((EVIDENCE, "note", "teks", cell) for cell in ([1, 2], {}, b"a")),
    ],
    ids=lambda part: str(getattr(part, "name", part))[:20],
)  # fmt: skip
def test_cell_of_another_type_is_missing_and_reported(
    spec: TableSpec, column: str, kind: str, cell: Any
) -> None:
    found = checked(spec, {}, {"code": "A.I.1.i.b", "quarter": 2, column: cell})
    problem = next(each for each in found.problems if each.severity is Severity.WARNING)
    header = next(each.header for each in spec.columns if each.name == column)
    assert found.rows[column].isna().all()
    assert problem.tab == spec.tab
    assert problem.where == f"Tabel {spec.tab}, baris 2"
    assert problem.read.startswith(f"Kolom “{header}” berisi ")
    assert problem.read.endswith(f", bukan {kind}.")
    wanted = "Ya atau Tidak" if kind == "Ya/Tidak" else f"{kind} yang benar"
    assert problem.remedy == f"Isi dengan {wanted}."


@pytest.mark.parametrize(
    ("spec", "column"),
    [
        (EVIDENCE, "due_on"),
        (EVIDENCE, "note"),
        (SPIP_REPORTS, "risk_count"),
        (INDICATORS, "answer_numerator"),
        (SPIP_REPORTS, "required"),
    ],
)
def test_blank_cell_is_missing_and_no_problem(spec: TableSpec, column: str) -> None:
    rows = ({"quarter": at % 4 + 1, "area_no": at, column: cell} for at, cell in enumerate(BLANK))
    found = checked(spec, *rows)
    assert found.rows[column].isna().all()
    assert not [each for each in found.problems if "bukan" in each.read]


def test_typed_columns_are_checked_like_any_other() -> None:
    counts = pd.Series([-3, 5, None], dtype="Int64")
    numbers = pd.Series([float("inf"), 2.5, None], dtype="Float64")
    spip = table(SPIP_REPORTS, {}, {"quarter": 2}, {"quarter": 3}).assign(risk_count=counts)
    listed = table(INDICATORS, {}, {"code": "A.I.1.i.b"}, {"code": "A.I.1.ii.a"})
    indicators = listed.assign(answer_numerator=numbers)
    found = check(spip, SPIP_REPORTS, CATALOGUE), check(indicators, INDICATORS, CATALOGUE)
    assert found[0].rows["risk_count"].dropna().tolist() == [5]
    assert found[1].rows["answer_numerator"].dropna().tolist() == [2.5]
    # the second, too: a number beside no answer, and indicators that are not listed
    assert [len(each.problems) for each in found] == [1, 3]


def test_broken_half_of_an_emoji_does_not_stop_the_reading() -> None:
    found = checked(EVIDENCE, {"title": "SK Tim \ud83d"})
    assert found.rows["title"].str.startswith("SK Tim").tolist() == [True]


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_missing_required_column_rejects_the_table(spec: TableSpec) -> None:
    for column in (each for each in spec.columns if each.required):
        found = check(table(spec, {}).drop(columns=column.name), spec, CATALOGUE)
        assert not found.is_readable
        assert found.rows["origin"].dropna().empty
        assert told(found.problems) == [
            (
                Severity.ERROR,
                f"Tabel {spec.tab}",
                f"Kolom wajib “{column.header}” ({column.name}) tidak ada.",
            )
        ]


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_missing_optional_column_is_advice(spec: TableSpec) -> None:
    optional = [each for each in spec.columns if not each.required]
    found = check(table(spec, {}).drop(columns=[c.name for c in optional]), spec, CATALOGUE)
    advice = [each for each in told(found.problems) if "tidak tercantum" not in each[2]]
    assert found.is_readable
    assert list(found.rows["origin"].dropna()) == [f"Tabel {spec.tab}, baris 1"]
    assert advice == [
        (Severity.ADVICE, f"Tabel {spec.tab}", f"Kolom “{column.header}” tidak ada.")
        for column in optional
    ]


def test_extra_column_is_advice() -> None:
    found = check(table(EVIDENCE, {}).assign(warna="merah"), EVIDENCE, CATALOGUE)
    assert told(found.problems) == [
        (Severity.ADVICE, "Tabel Data Dukung", "Kolom tambahan: “warna”.")
    ]
    assert "warna" not in found.rows


def test_blank_row_is_dropped_and_the_others_keep_their_place() -> None:
    blank = dict.fromkeys(EVIDENCE.names, " ")
    found = checked(EVIDENCE, {"title": "a"}, blank, {"title": "b", "due_on": "besok"})
    assert found.rows["title"].tolist() == ["a", "b"]
    assert [each.where for each in found.problems] == ["Tabel Data Dukung, baris 3"]


def test_origin_of_a_source_is_where_problems_are() -> None:
    frame = table(EVIDENCE, {"status": "x"}, {"status": "x", "title": "POS"}).assign(
        origin=["Lembar “Data Dukung 1”!E7", None]
    )
    assert [each.where for each in check(frame, EVIDENCE, CATALOGUE).problems] == [
        "Lembar “Data Dukung 1”!E7",
        "Tabel Data Dukung, baris 2",
    ]


def test_problem_names_the_cell_where_the_book_knows_it() -> None:
    letters = {"title": "C", "status": "AB", "due_on": "F"}
    book = Book("zi.xlsx", None, (TabRead("Data Dukung II", "evidence", letters=letters),))
    frame = table(EVIDENCE, {"status": "x", "due_on": "besok", "reason": [1]})
    found = check(frame.assign(origin="Data Dukung II!C7"), EVIDENCE, CATALOGUE, book=book)
    assert told(found.problems) == [
        (Severity.WARNING, "Data Dukung II!F7", "Kolom “Tenggat” berisi “besok”, bukan tanggal."),
        (Severity.WARNING, "Data Dukung II!C7", "Kolom “Alasan” berisi “[1]”, bukan teks."),
        (Severity.ERROR, "Data Dukung II!AB7", "Status “x” tidak dikenali."),
    ]


def test_headers_of_carried_cells_are_kept_with_their_row() -> None:
    frame = table(EVIDENCE, {}, {"title": "POS"}).assign(carried=["Status, Tenggat", None])
    assert check(frame, EVIDENCE, CATALOGUE).rows["carried"].fillna("-").tolist() == [
        "Status, Tenggat",
        "-",
    ]
    assert checked(EVIDENCE, {}).rows["carried"].isna().all()


def test_date_must_lie_near_the_year() -> None:
    found = checked(EVIDENCE, {"due_on": "31/12/2019"}, {"due_on": "Juni 2025"}, year=2025)
    assert found.rows["due_on"].tolist() == [pd.NaT, pd.Timestamp(2025, 6, 30)]
    assert [each.sentence for each in found.problems] == [
        "Tabel Data Dukung, baris 2: Kolom “Tenggat” berisi “Juni 2025”, tanpa hari."
        " Dibaca sebagai hari terakhir bulan itu. Isi tanggal lengkap, misalnya 31/12/2025.",
        "Tabel Data Dukung, baris 1: Kolom “Tenggat” berisi “31/12/2019”, jauh dari tahun"
        " penilaian. Sel ini dibaca kosong. Periksa tahunnya.",
    ]


def test_number_that_may_be_two_is_missing_and_reported() -> None:
    found = checked(SPIP_REPORTS, {"risk_count": "1.250"})
    assert found.rows["risk_count"].isna().tolist() == [True]
    assert [each.sentence for each in found.problems] == [
        "Tabel SPIP, baris 1: Kolom “Risiko” berisi “1.250”: ribuan atau pecahan tidak dapat"
        " dipastikan. Sel ini dibaca kosong. Tulis sebagai angka, misalnya 1250 atau 1,25."
    ]


def test_error_in_a_cell_is_missing_and_reported() -> None:
    found = checked(EVIDENCE, {"pic": Unusable(Why.ERROR, "#N/A")})
    assert found.rows["pic"].isna().tolist() == [True]
    assert told(found.problems) == [
        (
            Severity.WARNING,
            "Tabel Data Dukung, baris 1",
            "Kolom “PIC” berisi galat rumus “#N/A”.",
        )
    ]


def test_odd_cell_and_what_it_means_for_its_row_are_one_problem() -> None:
    broken = Unusable(Why.ERROR, "#N/A")
    found = checked(EVIDENCE, {"code": broken}, {"title": broken}, {"code": "A.9"})
    assert [(each.severity, each.sentence) for each in found.problems] == [
        (
            Severity.ERROR,
            "Tabel Data Dukung, baris 1: Kolom “Kode indikator” berisi galat rumus “#N/A”."
            " Baris ini tidak dihitung di area mana pun. Perbaiki rumusnya, atau tulis nilainya.",
        ),
        (
            Severity.WARNING,
            "Tabel Data Dukung, baris 2: Kolom “Data dukung” berisi galat rumus “#N/A”."
            " Baris ini tetap dihitung. Perbaiki rumusnya, atau tulis nilainya.",
        ),
        (
            Severity.ERROR,
            "Tabel Data Dukung, baris 3: Kode indikator “A.9” tidak ada dalam daftar resmi."
            " Baris ini tidak dihitung di area mana pun."
            " Perbaiki kodenya menurut tab Indikator, misalnya A.I.1.i.a.",
        ),
    ]


def test_faults_of_two_columns_told_at_one_cell_stay_two() -> None:
    book = Book("zi.xlsx", None, (TabRead("Data Dukung", "evidence", letters={"title": "C"}),))
    frame = table(EVIDENCE, {"title": Unusable(Why.ERROR, "#N/A"), "status": "TR"})
    found = check(frame.assign(origin="Data Dukung!C7"), EVIDENCE, CATALOGUE, book=book)
    assert told(found.problems) == [
        (
            Severity.WARNING,
            "Data Dukung!C7",
            "Kolom “Data dukung” berisi galat rumus “#N/A”.",
        ),
        (Severity.ERROR, "Data Dukung!C7", "Status “TR” tanpa alasan."),
    ]


def test_row_labels_of_a_source_do_not_matter() -> None:
    frame = table(EVIDENCE, {"title": "a"}, {"title": "b"}, {"title": "c", "code": "zz"})
    found = check(frame.set_axis([7, 7, 0]), EVIDENCE, CATALOGUE)
    assert found.rows["title"].tolist() == ["a", "b", "c"]
    assert found.rows["is_counted"].tolist() == [True, True, False]


def test_checking_leaves_what_was_read_alone() -> None:
    frame = table(RECOMMENDATIONS, {"code": CODE, "area_no": 9, "due_on": "besok"})
    before = frame.copy(deep=True)
    check(frame, RECOMMENDATIONS, CATALOGUE)
    pd.testing.assert_frame_equal(frame, before)
