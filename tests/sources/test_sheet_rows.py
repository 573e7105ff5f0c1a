"""What the rows of a tab hold, and which rows are no item."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from zi_metrics.sources.grid import Grid, Span, Value
from zi_metrics.sources.sheet_rows import TabRows, read_tab
from zi_metrics.tables.cells import COVERED
from zi_metrics.tables.columns import EVIDENCE, RECOMMENDATIONS, SPIP_REPORTS
from zi_metrics.tables.problems import Problem, Severity

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
HEADER: list[Value] = ["Kode indikator", "Data dukung", "Periode", "Status", "Tautan"]
CODE = "A.I.1.i.a"


def read(*rows: list[Value], header: list[Value] = HEADER, **about: Any) -> TabRows:
    """The tab Data Dukung with its header in row 1."""
    return read_tab(Grid("Data Dukung", [header, *rows], **about), EVIDENCE)


def merged(top: int, left: int, bottom: int, right: int) -> dict[str, tuple[Span]]:
    return {"merges": (Span(top, left, bottom, right),)}


def told(problems: list[Problem]) -> list[tuple[Severity, str, str]]:
    return [(problem.severity, problem.where, problem.read) for problem in problems]


def test_rows_are_read_by_column_each_with_its_cell() -> None:
    day = datetime.fromisoformat("2025-10-01T00:00")
    found = read_tab(
        Grid(
            "Data Dukung II",
            [
                ["MATRIKS", None, "2025"],
                [],
                ["Tenggat", "Status", None, "Kode indikator", "Data dukung"],
                [day, "Ada", "?", CODE, "SK Tim"],
                [None, None, None, CODE, "POS"],
            ],
            gid=7,
        ),
        EVIDENCE,
    )
    assert found.columns == {
        "code": [CODE, CODE],
        "title": ["SK Tim", "POS"],
        "status": ["Ada", None],
        "due_on": [day, None],
    }
    assert found.origins == ["Data Dukung II!E4", "Data Dukung II!E5"]
    assert (found.read.title, found.read.table, found.read.gid) == ("Data Dukung II", "evidence", 7)
    assert found.read.letters == {"code": "D", "title": "E", "status": "B", "due_on": "A"}
    assert (found.read.row_count, found.read.blank_count, found.read.hidden_count) == (2, 0, 0)
    assert (found.problems, found.lacking) == ([], [])


def test_row_may_be_shorter_than_its_header() -> None:
    found = read([CODE], [CODE, "POS"])
    assert found.columns["title"] == [None, "POS"]
    assert found.columns["url"] == [None, None]


def test_merged_code_and_area_hold_for_all_rows_they_cover() -> None:
    found = read([CODE, "SK Tim"], [None, "POS"], ["A.I.1.i.b", "LKE"], **merged(1, 0, 3, 1))
    assert found.columns["code"] == [CODE, CODE, "A.I.1.i.b"]
    assert found.columns["title"] == ["SK Tim", "POS", "LKE"]
    assert found.problems == []


def test_merged_quarter_and_year_hold_for_all_rows_they_cover() -> None:
    header: list[Value] = ["Tahun", "Triwulan", "Area", "Tanggal masuk"]
    rows: list[list[Value]] = [[2025.0, "I", 1.0], [None, None, 2.0], [None, "II", 1.0]]
    merges = (Span(1, 0, 4, 1), Span(1, 1, 3, 2))
    found = read_tab(Grid("SPIP", [header, *rows], merges=merges), SPIP_REPORTS)
    assert found.columns["year"] == [2025.0, 2025.0, 2025.0]
    assert found.columns["quarter"] == ["I", "I", "II"]


def test_merged_status_date_title_and_link_hold_for_their_first_row_only() -> None:
    header: list[Value] = ["Kode indikator", "Data dukung", "Tenggat", "PIC", "Status", "Tautan"]
    day = datetime.fromisoformat("2025-10-01T00:00")
    found = read(
        [CODE, "SK Tim", day, "Sari", "Ada", "https://contoh.test/a"],
        ["A.I.1.i.b"],
        header=header,
        merges=tuple(Span(1, column, 3, column + 1) for column in range(1, 6)),
    )
    assert found.columns == {
        "code": [CODE, "A.I.1.i.b"],
        "title": ["SK Tim", COVERED],
        "due_on": [day, COVERED],
        "pic": ["Sari", COVERED],
        "status": ["Ada", COVERED],
        "url": ["https://contoh.test/a", COVERED],
    }


def test_cell_beside_a_merged_code_is_covered() -> None:
    found = read([CODE, None, None, "Ada"], ["x", "POS"], **merged(1, 0, 2, 2))
    assert found.columns["code"] == [CODE, "x"]
    assert found.columns["title"] == [COVERED, "POS"]


def test_merge_without_a_value_covers_nothing() -> None:
    found = read([CODE, "SK Tim"], [CODE, "POS"], **merged(1, 3, 3, 4))
    assert found.columns["status"] == [None, None]


def test_merge_makes_no_row_of_a_blank_one() -> None:
    found = read([CODE, "SK Tim"], [], [], [CODE, "POS"], **merged(1, 0, 4, 1))
    assert found.columns["title"] == ["SK Tim", "POS"]
    assert (found.read.row_count, found.read.blank_count) == (2, 2)


def test_merge_beyond_the_last_row_covers_what_is_there() -> None:
    found = read([CODE, "SK Tim"], [None, "POS"], **merged(1, 0, 1_000_000, 1))
    assert found.columns["code"] == [CODE, CODE]


def test_merged_title_above_the_header_covers_no_item() -> None:
    grid = Grid("Data Dukung", [["MATRIKS"], HEADER, [CODE, "a"]], merges=(Span(0, 0, 1, 5),))
    assert read_tab(grid, EVIDENCE).columns["title"] == ["a"]


def test_title_of_a_part_is_no_row() -> None:
    found = read(
        ["AREA I PERUBAHAN"], [CODE, "SK Tim"], [None, "Reform"], [CODE, "POS"],
        merges=(Span(1, 0, 2, 5), Span(3, 1, 4, 4)),
    )  # fmt: skip
    assert found.columns["title"] == ["SK Tim", "POS"]
    assert told(found.problems) == [
        (ADVICE, "Data Dukung!A2", "Baris ini hanya berisi judul bagian “AREA I PERUBAHAN”."),
        (ADVICE, "Data Dukung!B4", "Baris ini hanya berisi judul bagian “Reform”."),
    ]  # fmt: skip
    assert found.read.row_count == 2


def test_merge_beside_other_cells_is_no_title() -> None:
    found = read([CODE, "SK Tim", None, "Ada"], **merged(1, 1, 2, 3))
    assert found.columns["title"] == ["SK Tim"]
    assert found.columns["period"] == [COVERED]
    assert found.problems == []


def test_header_said_again_is_no_row() -> None:
    found = read([CODE, "SK Tim"], ["KODE INDIKATOR", "Data dukung ", None, "Status"], [CODE, "a"])
    assert found.columns["title"] == ["SK Tim", "a"]
    assert told(found.problems) == [(ADVICE, "Data Dukung!A3", "Baris ini mengulang judul kolom.")]


def test_one_word_of_the_header_is_a_row_all_the_same() -> None:
    assert read([None, "Data dukung"]).columns["title"] == ["Data dukung"]


def test_remark_beside_the_table_is_no_row() -> None:
    found = read([CODE, "SK Tim"], [None, None, None, None, None, "cek lagi!"])
    assert found.columns["title"] == ["SK Tim"]
    assert told(found.problems) == [
        (
            ADVICE,
            "Data Dukung!F3",
            "Baris ini hanya berisi “cek lagi!” di kolom yang tidak dibaca.",
        )
    ]


def test_hidden_rows_are_read_and_told() -> None:
    found = read([CODE, "a"], [CODE, "b"], [], [CODE, "c"], hidden_rows=frozenset({0, 1, 3, 4, 99}))
    assert found.columns["title"] == ["a", "b", "c"]
    assert found.read.hidden_count == 2
    assert told(found.problems) == [
        (ADVICE, "Data Dukung!A1", "2 baris tersembunyi ikut dihitung.")
    ]


def test_blank_rows_are_left_out_and_counted() -> None:
    found = read([], [CODE, "a"], [None, None], [None], [CODE, "b"], *([[None] * 5] * 1000))
    assert found.origins == ["Data Dukung!B3", "Data Dukung!B6"]
    assert (found.read.row_count, found.read.blank_count) == (2, 1003)
    assert found.problems == []


def test_row_of_unticked_boxes_is_blank() -> None:
    found = read([CODE, "a", None, True], [None, None, None, False], [CODE, "b", None, False])
    assert found.columns["status"] == [True, False]
    assert (found.read.row_count, found.read.blank_count) == (2, 1)


def test_numbering_and_areas_for_people_make_no_row() -> None:
    found = read([1.0, CODE, "a"], [2.0], [3.0, None, None, None], header=["No", *HEADER])
    assert found.columns["title"] == ["a"]
    assert (found.read.row_count, found.read.blank_count, found.problems) == (1, 2, [])


def test_address_behind_a_label_is_read() -> None:
    behind = ("https://contoh.test/a", "https://contoh.test/b")
    found = read(
        [CODE, "a", None, "Ada", "LIHAT EVIDENCE"],
        [CODE, "b", None, "Ada", "LIHAT EVIDENCE"],
        [CODE, "c", None, "Ada", "https://contoh.test/c"],
        links={(1, 4): behind},
    )
    assert found.columns["url"] == [
        "https://contoh.test/a\nhttps://contoh.test/b",
        "LIHAT EVIDENCE",
        "https://contoh.test/c",
    ]


def test_address_behind_the_name_of_an_item_is_read_where_it_has_no_other() -> None:
    links = {(1, 1): ("https://contoh.test/a",), (2, 1): ("https://contoh.test/b",)}
    found = read([CODE, "a"], [CODE, "b", None, None, "map biru"], [CODE, "c"], links=links)
    assert found.columns["url"] == ["https://contoh.test/a", "map biru", None]
    assert found.columns["title"] == ["a", "b", "c"]


def test_columns_that_are_not_read_are_told() -> None:
    found = read([CODE, "a"], header=[*HEADER, "Warna", "Status", "Area"])
    assert told(found.problems) == [
        (WARNING, "Data Dukung!G1", "Kolom “Status” muncul lebih dari sekali; yang pertama di D1."),
        (ADVICE, "Data Dukung!A1", "Kolom tambahan: “Warna”."),
    ]


def test_tab_without_a_required_column_says_which_and_where_its_header_is() -> None:
    grid = Grid("Data Dukung 3", [["MATRIKS"], ["Kode indikator", "PIC"], [CODE, "Sari"]], gid=9)
    found = read_tab(grid, EVIDENCE)
    assert (found.columns, found.origins, found.problems) == ({}, [], [])
    assert told(found.lacking) == [
        (ERROR, "Data Dukung 3!A2", "Kolom wajib “Data dukung” tidak ada di baris judul."),
        (ERROR, "Data Dukung 3!A2", "Kolom wajib “Status” tidak ada di baris judul."),
    ]
    assert (found.read.table, found.read.gid, found.read.row_count) == ("evidence", 9, 0)


def test_tab_without_a_header_says_what_it_should_hold() -> None:
    found = read_tab(Grid("Monev", [["Rapat Senin"], ["Hasil", 3.0]]), RECOMMENDATIONS)
    (lacking,) = found.lacking
    assert (lacking.severity, lacking.tab, lacking.where) == (ERROR, "Monev", "Monev!A1")
    assert lacking.read == ("Baris judul kolom tidak ditemukan di 15 baris pertama tab “Monev”.")
    assert lacking.remedy == "Kembalikan baris judul yang memuat: Rekomendasi, Status."


@pytest.mark.parametrize("rows", [[], [[]], [[None, False], [None]]])
def test_emptied_tab_has_no_rows_and_lacks_nothing(rows: list[list[Value]]) -> None:
    found = read_tab(Grid("Monev", rows), RECOMMENDATIONS)
    assert set(found.columns) == set(RECOMMENDATIONS.names)
    assert (found.origins, found.problems, found.lacking) == ([], [], [])
