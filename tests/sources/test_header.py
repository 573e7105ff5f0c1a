"""Which tab is which table, and which column is which, whatever people call them."""

from __future__ import annotations

import pytest

from zi_metrics.sources.grid import Grid, Value
from zi_metrics.sources.header import (
    Found,
    assign_tabs,
    blank_below,
    find_header,
    has_all_required,
    missing_columns,
)
from zi_metrics.tables.columns import (
    EVIDENCE,
    INDICATORS,
    RECOMMENDATIONS,
    RESULTS,
    SPIP_REPORTS,
    TABLES,
)
from zi_metrics.tables.spec import TableSpec

EVIDENCE_HEADER: list[Value] = ["Kode indikator", "Data dukung", "Status"]
HEADERS: dict[TableSpec, list[Value]] = {
    INDICATORS: ["Kode", "Jawaban"],
    EVIDENCE: EVIDENCE_HEADER,
    RECOMMENDATIONS: ["Area", "Rekomendasi", "Status"],
    SPIP_REPORTS: ["Tahun", "Triwulan", "Area", "Tanggal masuk"],
    RESULTS: ["Komponen", "Nilai"],
}


def tab(title: str, *rows: list[Value]) -> Grid:
    return Grid(title, list(rows))


def columns(*rows: list[Value], spec: TableSpec = EVIDENCE) -> dict[str, int] | None:
    header = find_header(tab("Data Dukung", *rows), spec)
    return None if header is None else dict(header.columns)


def titles(found: list[Found]) -> dict[str, list[str]]:
    return {each.spec.name: [grid.title for grid in each.grids] for each in found if each.grids}


@pytest.mark.parametrize("above", range(15))
def test_header_may_stand_in_any_of_the_first_fifteen_rows(above: int) -> None:
    rows: list[list[Value]] = [["MATRIKS DATA DUKUNG", None, "Status: 31 Oktober"], [], [None]] * 5
    header = find_header(tab("Data Dukung", *rows[:above], EVIDENCE_HEADER), EVIDENCE)
    assert header is not None
    assert header.row == above
    assert header.columns == {"code": 0, "title": 1, "status": 2}


def test_header_below_the_fifteenth_row_is_not_found() -> None:
    blank: list[list[Value]] = [[]] * 15
    assert find_header(tab("Data Dukung", *blank, EVIDENCE_HEADER), EVIDENCE) is None


def test_one_name_makes_no_header() -> None:
    assert columns(["Status"], ["Data dukung", 5.0, True]) is None
    assert columns() is None


def test_row_that_names_most_columns_is_the_header() -> None:
    header = find_header(tab("x", ["Status", "PIC"], EVIDENCE_HEADER, EVIDENCE_HEADER), EVIDENCE)
    assert header is not None
    assert header.row == 1


def test_columns_may_stand_in_any_order() -> None:
    assert columns(["Catatan", "Status", None, "Data dukung", "Kode indikator"]) == {
        "note": 0,
        "status": 1,
        "title": 3,
        "code": 4,
    }


@pytest.mark.parametrize(
    "written",
    [
        "STATUS",
        " status ",
        "Sta\u200btus",
        "Status*",
        "Status:",
        "Status (pilih dari daftar)",
        "Status\n(wajib)",
        "Status data dukung",
        "KETERSEDIAAN",
    ],
)
def test_header_may_be_written_in_many_ways(written: str) -> None:
    assert columns(["Kode indikator", written]) == {"code": 0, "status": 1}


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_every_header_and_alias_names_its_column(spec: TableSpec) -> None:
    for column in spec.columns:
        for name in column.headers:
            other = next(each for each in spec.columns if each.name != column.name)
            assert columns([name.upper(), other.header], spec=spec) == {
                column.name: 0,
                other.name: 1,
            }


def test_own_name_goes_before_another_name_of_the_same_column() -> None:
    header = find_header(tab("x", ["Keterangan", "Catatan", *EVIDENCE_HEADER]), EVIDENCE)
    assert header is not None
    assert header.columns["note"] == 1
    assert (header.doubled, header.extra) == ([], ["Keterangan"])


def test_first_of_doubled_columns_is_read_and_both_are_told() -> None:
    header = find_header(tab("x", ["Status", *EVIDENCE_HEADER, "STATUS "]), EVIDENCE)
    assert header is not None
    assert header.columns == {"status": 0, "code": 1, "title": 2}
    assert header.doubled == [("Status", 3, 0), ("STATUS ", 4, 0)]


def test_first_of_two_other_names_is_read_and_both_are_told() -> None:
    header = find_header(tab("x", ["Ket", "Keterangan", *EVIDENCE_HEADER]), EVIDENCE)
    assert header is not None
    assert header.columns["note"] == 0
    assert header.doubled == [("Keterangan", 1, 0)]


def test_columns_nobody_knows_are_listed_and_those_for_people_are_not() -> None:
    header = find_header(
        tab("x", ["No", "Area", "Warna", *EVIDENCE_HEADER, "Indikator", 5.0, " "]), EVIDENCE
    )
    assert header is not None
    assert header.extra == ["Warna"]
    assert header.informative == {0, 1, 6}


def test_missing_required_columns_are_named() -> None:
    header = find_header(tab("x", ["Kode indikator", "PIC", "Catatan"]), EVIDENCE)
    assert header is not None
    assert [column.header for column in missing_columns(header, EVIDENCE)] == [
        "Data dukung",
        "Status",
    ]
    assert not has_all_required(header, EVIDENCE)
    assert not has_all_required(None, EVIDENCE)
    assert has_all_required(find_header(tab("x", EVIDENCE_HEADER), EVIDENCE), EVIDENCE)


def test_row_of_unticked_boxes_and_numbering_is_blank() -> None:
    grid = tab(
        "Data Dukung",
        ["No", *EVIDENCE_HEADER],
        [1.0, "A.I.1.i.a"],
        [2.0],
        [3.0, None, None, False],
        [],
        [None, None, None, True],
        [None, None, None, None, "catatan"],
        [None, 0.0],
    )
    header = find_header(grid, EVIDENCE)
    assert header is not None
    assert list(blank_below(grid, header)) == [False, True, True, True, False, False, False]


def test_tabs_are_known_by_name() -> None:
    grids = [tab(spec.tab, header) for spec, header in HEADERS.items()]
    found = assign_tabs([tab("Catatan rapat", ["Rapat", "Hasil"]), *reversed(grids)], TABLES)
    assert titles(found) == {spec.name: [spec.tab] for spec in TABLES}
    assert [each.spec for each in found] == list(TABLES)
    assert not any([*each.by_header, *each.ignored] for each in found)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("DATA DUKUNG", "evidence"),
        ("data_dukung", "evidence"),
        ("Evidence", "evidence"),
        ("Monitoring dan Evaluasi", "recommendations"),
        ("Laporan SPIP", "spip_reports"),
        ("Daftar Indikator", "indicators"),
        ("LKE", "indicators"),
        ("Komponen hasil", "results"),
    ],
)
def test_tab_may_have_another_name(title: str, name: str) -> None:
    assert titles(assign_tabs([tab(title, ["apa saja"])], TABLES)) == {name: [title]}


def test_name_of_a_tab_may_go_on_where_its_header_fits() -> None:
    grids = [tab("Monev 2025", HEADERS[RECOMMENDATIONS]), tab("SPIP lama", ["Rapat", "Hasil"])]
    assert titles(assign_tabs(grids, TABLES)) == {"recommendations": ["Monev 2025"]}


def test_emptied_tab_is_known_by_the_beginning_of_its_name() -> None:
    grids = [tab("Monev 2025"), tab("SPIP 2025", [], [None, False])]
    assert titles(assign_tabs(grids, TABLES)) == {
        "recommendations": ["Monev 2025"],
        "spip_reports": ["SPIP 2025"],
    }


def test_tabs_of_evidence_are_read_together_in_their_order() -> None:
    grids = [
        tab("Data Dukung II", EVIDENCE_HEADER),
        tab("Data Dukung", EVIDENCE_HEADER),
        tab("Bukti dukung lain", EVIDENCE_HEADER),
        tab("Data dukung: cara mengisi", ["Buka tab area Anda."]),
    ]
    found = assign_tabs(grids, [EVIDENCE])[0]
    assert [grid.title for grid in found.grids] == [
        "Data Dukung II",
        "Data Dukung",
        "Bukti dukung lain",
    ]


def test_first_of_similar_tabs_is_read_and_the_others_are_told() -> None:
    grids = [tab(title, HEADERS[RECOMMENDATIONS]) for title in ("Monev 2024", "Monev", "monev")]
    found = assign_tabs(grids, [RECOMMENDATIONS])[0]
    assert [grid.title for grid in found.grids] == ["Monev"]
    assert [grid.title for grid in found.ignored] == ["monev", "Monev 2024"]


def test_tabs_whose_names_say_nothing_are_known_by_their_headers() -> None:
    grids = [
        tab("Lembar 1", HEADERS[SPIP_REPORTS]),
        tab("Area 1", ["ID", *EVIDENCE_HEADER, "PIC", "Catatan"]),
        tab("Area 2", ["ID", *EVIDENCE_HEADER, "PIC", "Catatan"]),
        tab("Lembar 2", ["Kode indikator", "Rekomendasi", "Status", "PIC"]),
        tab("Lembar 3", ["Kode", "Catatan"]),
        tab("Lembar 4", ["Kode", "Warna"]),
    ]
    found = assign_tabs(grids, TABLES)
    assert titles(found) == {
        "indicators": ["Lembar 3"],
        "evidence": ["Area 1", "Area 2"],
        "recommendations": ["Lembar 2"],
        "spip_reports": ["Lembar 1"],
    }
    assert all(each.by_header == each.grids for each in found)


def test_tab_with_the_header_of_a_named_one_is_not_taken_for_another_table() -> None:
    grids = [tab("Data Dukung", EVIDENCE_HEADER), tab("Arsip", [*EVIDENCE_HEADER, "PIC"])]
    assert titles(assign_tabs(grids, TABLES)) == {"evidence": ["Data Dukung"]}


def test_second_tab_with_a_fitting_header_is_told() -> None:
    grids = [tab(title, HEADERS[RECOMMENDATIONS]) for title in ("Lembar 1", "Lembar 2")]
    found = assign_tabs(grids, TABLES)[2]
    assert [grid.title for grid in found.grids] == ["Lembar 1"]
    assert [grid.title for grid in found.ignored] == ["Lembar 2"]


def test_words_beside_the_table_make_a_row_but_numbering_does_not() -> None:
    header: list[Value] = ["No", "Area", *EVIDENCE_HEADER]
    numbered, worded = [1.0, "II"], [None, "Penataan Tatalaksana"]
    grid = tab("Data Dukung", header, [*numbered], [*worded])
    found = find_header(grid, EVIDENCE)
    assert found is not None
    assert list(blank_below(grid, found)) == [True, False]


def test_tab_whose_name_begins_like_two_tables_goes_to_the_one_its_header_fits() -> None:
    both = tab("Monev SPIP", HEADERS[SPIP_REPORTS])
    found = {each.spec.name: each for each in assign_tabs([both], TABLES)}
    assert list(found[SPIP_REPORTS.name].grids) == [both]
    assert list(found[RECOMMENDATIONS.name].grids) == []


def test_recapitulation_named_like_a_list_is_left_out_and_told() -> None:
    rows = tab("Data Dukung", EVIDENCE_HEADER)
    recap = tab("Data Dukung Rekap", ["Kode", "PIC", "Status", "Jumlah"])
    listed = tab("Indikator", HEADERS[INDICATORS])
    assigned = assign_tabs([listed, rows, recap], TABLES)
    found = {each.spec.name: each for each in assigned}[EVIDENCE.name]
    assert (list(found.grids), list(found.unfit)) == ([rows], [recap])


def test_list_of_one_coordinator_that_lost_a_column_is_still_a_list() -> None:
    whole = tab("Data Dukung I", EVIDENCE_HEADER)
    lacking = tab("Data Dukung II", ["Kode indikator", "Data dukung", "PIC", "Catatan"])
    listed = tab("Indikator", HEADERS[INDICATORS])
    assigned = assign_tabs([listed, whole, lacking], TABLES)
    found = {each.spec.name: each for each in assigned}[EVIDENCE.name]
    assert (list(found.grids), list(found.unfit)) == ([whole, lacking], [])
