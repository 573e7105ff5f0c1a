"""An .xlsx file is read as a person sees it: values, links, merges, hidden rows and tabs."""

from __future__ import annotations

import random
import tempfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.hyperlink import Hyperlink

from tests.sources.xlsx_files import cells, packed, parts, saved, worksheet
from zi_metrics.errors import WorkbookUnreadable
from zi_metrics.sources.grid import Grid, Span, Value
from zi_metrics.sources.xlsx import read_xlsx
from zi_metrics.tables.cells import Unusable, Why, unusable_text


@pytest.fixture
def workbook() -> Workbook:
    made = Workbook()
    made.active.title = "Satu"
    return made


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def first(path: Path) -> Grid:
    return read_xlsx(path).grids[0]


def row_of(folder: Path, *xml: str, **others: str) -> list[Value]:
    """The first row of a tab whose cells are written in XML."""
    return first(packed(folder, parts(cells(*xml), **others))).rows[0]


def stored(folder: Path, *values: Any) -> list[Value]:
    """The row that comes back of these values."""
    made = Workbook()
    made.active.append(values)
    return first(saved(folder, made)).rows[0]


# --- values -----------------------------------------------------------------


def test_text_is_as_written(tmp_path: Path) -> None:
    texts = [" SK\u00a0Tim ", "baris\nbaru", "1.250", "<b>tebal</b>", "-", "0"]
    assert stored(tmp_path, *texts) == texts


def test_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    shared = "<si><t></t></si><si><t>ada</t></si><si/>"
    row = row_of(
        tmp_path,
        '<c r="A1" t="s"><v>0</v></c>',
        '<c r="B1" t="s"><v>2</v></c>',
        '<c r="C1" t="inlineStr"><is><t></t></is></c>',
        '<c r="D1" t="s"><v>1</v></c>',
        strings=shared,
    )
    assert row == [None, None, None, "ada"]


def test_text_in_runs_is_joined_and_readings_aloud_are_left_out(tmp_path: Path) -> None:
    runs = "<si><r><t>SK </t></r><r><rPr><b/></rPr><t>Tim</t></r><rPh><t>es ka</t></rPh></si>"
    assert row_of(tmp_path, '<c r="A1" t="s"><v>0</v></c>', strings=runs) == ["SK Tim"]


def test_line_breaks_written_as_numbers_are_line_breaks(tmp_path: Path) -> None:
    texts = "<si><t>satu_x000D_\ndua_x000d_tiga</t></si><si><t>_x005F_x000D_</t></si>"
    row = row_of(
        tmp_path, '<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>', strings=texts
    )
    assert row == ["satu\ndua\ntiga", "_x000D_"]


def test_numbers_are_floats_and_booleans_stay_booleans(tmp_path: Path) -> None:
    row = stored(tmp_path, 3, 87.5, -1, 1e300, True, False)
    assert row == [3.0, 87.5, -1.0, 1e300, True, False]
    assert [type(value) for value in row] == [float] * 4 + [bool] * 2


def test_percentages_are_shares(tmp_path: Path, workbook: Workbook) -> None:
    workbook.active["A1"] = 0.8537
    workbook.active["A1"].number_format = "0.00%"
    assert first(saved(tmp_path, workbook)).rows == [[0.8537]]


def test_dates_are_moments_and_a_date_is_its_midnight(tmp_path: Path) -> None:
    row = stored(tmp_path, date(2025, 12, 31), moment("2025-03-01 08:30"))
    assert row == [moment("2025-12-31"), moment("2025-03-01 08:30")]


def test_times_of_day_and_durations_are_parts_of_a_day(tmp_path: Path) -> None:
    assert stored(tmp_path, time(18, 0), timedelta(hours=36)) == [0.75, 1.5]


@pytest.mark.parametrize(
    "shown", ["dd/mm/yyyy", "[$-421]d mmmm yyyy", "d-mmm-yy", '"Tgl" dd', "mmm yyyy", "h:mm d/m"]
)
def test_number_is_a_date_by_its_format(tmp_path: Path, workbook: Workbook, shown: str) -> None:
    workbook.active["A1"] = 46022
    workbook.active["A1"].number_format = shown
    assert first(saved(tmp_path, workbook)).rows == [[moment("2025-12-31")]]


@pytest.mark.parametrize("shown", ["General", "#,##0.00", '[$Rp-421]#,##0;"hari"', '0 "hari"'])
def test_number_of_another_format_is_a_number(
    tmp_path: Path, workbook: Workbook, shown: str
) -> None:
    workbook.active["A1"] = 46022
    workbook.active["A1"].number_format = shown
    assert first(saved(tmp_path, workbook)).rows == [[46022.0]]


def test_date_past_the_last_day_stays_a_number(tmp_path: Path, workbook: Workbook) -> None:
    workbook.active["A1"] = 99_999_999
    workbook.active["A1"].number_format = "dd/mm/yyyy"
    assert first(saved(tmp_path, workbook)).rows == [[99_999_999.0]]


def test_dates_of_the_1904_system_are_the_same_days(tmp_path: Path, workbook: Workbook) -> None:
    workbook.epoch = CALENDAR_MAC_1904
    workbook.active.append([date(2025, 12, 31)])
    assert first(saved(tmp_path, workbook)).rows == [[moment("2025-12-31")]]


def test_dates_in_iso_notation_are_moments(tmp_path: Path) -> None:
    row = row_of(
        tmp_path,
        '<c r="A1" t="d"><v>2025-12-31</v></c>',
        '<c r="B1" t="d"><v>2025-12-31T08:30:00Z</v></c>',
        '<c r="C1" t="d"><v>06:00:00</v></c>',
        '<c r="D1" t="d"><v>kemarin</v></c>',
    )
    assert row == [moment("2025-12-31"), moment("2025-12-31 08:30"), 0.25, "kemarin"]


def test_what_is_no_number_in_a_number_cell_is_shown_as_it_is(tmp_path: Path) -> None:
    row = row_of(tmp_path, '<c r="A1"><v>1,5</v></c>', '<c r="B1"><v>INF</v></c>')
    assert row == ["1,5", Unusable(Why.ERROR, "INF")]


# --- errors and formulas ----------------------------------------------------


def test_error_cell_is_unusable(tmp_path: Path) -> None:
    row = row_of(
        tmp_path,
        '<c r="A1" t="e"><v>#REF!</v></c>',
        '<c r="B1" t="e"><v>#PYTHON!</v></c>',
        '<c r="C1" t="e"><f>Z1/0</f><v>#DIV/0!</v></c>',
    )
    assert row == [Unusable(Why.ERROR, shown) for shown in ("#REF!", "#PYTHON!", "#DIV/0!")]


@pytest.mark.parametrize(
    "text",
    ["#REF!", "#N/A", "#DIV/0!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#ERROR!", " #ref!\u200b"],
)
def test_error_typed_as_text_is_unusable(tmp_path: Path, text: str) -> None:
    inline = f'<c r="A1" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    assert row_of(tmp_path, inline) == [Unusable(Why.ERROR, text)]


@pytest.mark.parametrize("text", ["Loading...", "Loading\u2026", "#GETTING_DATA"])
def test_result_that_is_not_there_yet_is_not_computed(text: str) -> None:
    assert unusable_text(text) == Unusable(Why.NOT_COMPUTED, text)


@pytest.mark.parametrize("text", ["", "N/A", "# REF", "lihat #REF! di atas", "#1", "loading"])
def test_other_text_is_a_value(text: str) -> None:
    assert unusable_text(text) is None


def test_formula_is_its_stored_result(tmp_path: Path) -> None:
    row = row_of(
        tmp_path,
        '<c r="A1"><f>1+1</f><v>2</v></c>',
        '<c r="B1" t="str"><f>"a"&amp;"da"</f><v>ada</v></c>',
        '<c r="C1" t="b"><f>1=1</f><v>1</v></c>',
        '<c r="D1" s="1"><f>TODAY()</f><v>46022</v></c>',
        '<c r="E1" t="str"><f>IMPORTRANGE("x","y")</f><v>Loading...</v></c>',
        styles='<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    )
    waiting = Unusable(Why.NOT_COMPUTED, "Loading...")
    assert row == [2.0, "ada", True, moment("2025-12-31"), waiting]


def test_formula_whose_result_is_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    row = row_of(
        tmp_path,
        '<c r="A1" t="str"><f>IF(B1,"","x")</f><v></v></c>',
        '<c r="B1" t="str"><f>""</f><v/></c>',
        '<c r="C1"><v>1</v></c>',
    )
    assert row == [None, None, 1.0]


def test_formula_without_a_stored_result_is_not_computed(tmp_path: Path) -> None:
    row = stored(tmp_path, "=SUM(A1:B9)", "=A1&" + "A1&" * 40 + "A1")
    assert row[0] == Unusable(Why.NOT_COMPUTED, "=SUM(A1:B9)")
    assert isinstance(row[1], Unusable)
    assert row[1].shown == ("=A1&" + "A1&" * 40)[:60] + "…"


def test_formulas_that_share_their_text_are_shown_by_it(tmp_path: Path) -> None:
    row = row_of(
        tmp_path,
        '<c r="A1"><f t="shared" ref="A1:B1" si="0">SUM(A2:A9)</f></c>',
        '<c r="B1"><f t="shared" si="0"/></c>',
    )
    assert row == [Unusable(Why.NOT_COMPUTED, "=SUM(A2:A9)")] * 2


# --- links ------------------------------------------------------------------


def test_hyperlink_of_a_cell_is_kept_behind_its_text(tmp_path: Path, workbook: Workbook) -> None:
    tab = workbook.active
    targets = ["https://situs.go.id/a?b=1&c=2", "file:///D:\\ZI\\SK.pdf", "javascript:alert(1)"]
    for row, target in enumerate(targets, start=1):
        tab.cell(row, 2, "LIHAT").hyperlink = target
    links = first(saved(tmp_path, workbook)).links
    assert links == {(row, 1): (target,) for row, target in enumerate(targets)}


def test_link_within_the_workbook_begins_with_a_hash(tmp_path: Path, workbook: Workbook) -> None:
    tab = workbook.active
    tab["A1"], tab["A2"] = "ke SPIP", "ke dokumen"
    tab["A1"].hyperlink = Hyperlink(ref="A1", location="SPIP!A1")
    tab["A2"].hyperlink = Hyperlink(ref="A2", target="https://situs.go.id/a", location="hal2")
    links = first(saved(tmp_path, workbook)).links
    assert links == {(0, 0): ("#SPIP!A1",), (1, 0): ("https://situs.go.id/a#hal2",)}


def test_link_of_a_cell_without_text_is_none(tmp_path: Path) -> None:
    sheet = worksheet(
        '<sheetData><row r="1"><c r="A1"/><c r="B1"><v>1</v></c></row></sheetData>'
        '<hyperlinks><hyperlink ref="A1" location="Satu!B1"/></hyperlinks>'
    )
    assert first(packed(tmp_path, parts(sheet))).links == {}


def test_link_on_a_range_is_behind_every_text_in_it(tmp_path: Path) -> None:
    row = "".join(f'<c r="{column}2"><v>1</v></c>' for column in "ABD")
    sheet = worksheet(
        f'<sheetData><row r="2">{row}</row></sheetData>'
        '<hyperlinks><hyperlink ref="B1:XFD1048576" location="Satu!A1"/></hyperlinks>'
    )
    links = first(packed(tmp_path, parts(sheet))).links
    assert links == {(1, 1): ("#Satu!A1",), (1, 3): ("#Satu!A1",)}


def test_link_the_file_does_not_explain_is_none(tmp_path: Path) -> None:
    sheet = worksheet(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
        '<hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks>'
    )
    assert first(packed(tmp_path, parts(sheet))).links == {}


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ('=HYPERLINK("https://situs.go.id/a","LIHAT")', "LIHAT"),
        ('=HYPERLINK("https://situs.go.id/a";"LIHAT")', "LIHAT"),
        ('= hyperlink( "https://situs.go.id/a" , "SK ""Tim""" )', 'SK "Tim"'),
        ('=HYPERLINK("https://situs.go.id/a")', "https://situs.go.id/a"),
    ],
)
def test_hyperlink_formula_is_its_label_with_the_address_behind(
    tmp_path: Path, workbook: Workbook, formula: str, shown: str
) -> None:
    workbook.active["A1"] = formula
    grid = first(saved(tmp_path, workbook))
    assert grid.rows == [[shown]]
    assert grid.links == {(0, 0): ("https://situs.go.id/a",)}


def test_hyperlink_formula_with_a_stored_result_is_the_result(tmp_path: Path) -> None:
    xml = '<c r="A1" t="str"><f>HYPERLINK("https://a",B1)</f><v>LIHAT</v></c>'
    grid = first(packed(tmp_path, parts(cells(xml))))
    assert (grid.rows, grid.links) == ([["LIHAT"]], {(0, 0): ("https://a",)})


def test_hyperlink_formula_whose_label_needs_computing_is_not_computed(
    tmp_path: Path, workbook: Workbook
) -> None:
    workbook.active["A1"] = '=HYPERLINK("https://a",B1)'
    grid = first(saved(tmp_path, workbook))
    assert grid.rows == [[Unusable(Why.NOT_COMPUTED, '=HYPERLINK("https://a",B1)')]]
    assert grid.links == {(0, 0): ("https://a",)}


@pytest.mark.parametrize("formula", ['HYPERLINK(A1,"x")', 'IF(A1,HYPERLINK("https://a","x"),"")'])
def test_address_that_needs_computing_is_no_link(tmp_path: Path, formula: str) -> None:
    xml = f'<c r="A1" t="str"><f>{formula.replace(chr(34), "&quot;")}</f><v>x</v></c>'
    grid = first(packed(tmp_path, parts(cells(xml))))
    assert (grid.rows, grid.links) == ([["x"]], {})


def test_hyperlink_formula_filled_down_keeps_its_address(tmp_path: Path) -> None:
    row = [
        '<c r="A1" t="str"><f t="shared" ref="A1:B1" si="3">HYPERLINK("https://a","x")</f>'
        "<v>x</v></c>",
        '<c r="B1" t="str"><f t="shared" si="3"/><v>x</v></c>',
    ]
    links = first(packed(tmp_path, parts(cells(*row)))).links
    assert links == {(0, 0): ("https://a",), (0, 1): ("https://a",)}


# --- merges, hidden rows, tabs ----------------------------------------------


def test_merged_range_is_a_span_and_only_its_corner_holds_a_value(tmp_path: Path) -> None:
    sheet = worksheet(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>'
    )
    grid = first(packed(tmp_path, parts(sheet)))
    assert grid.rows == [[1.0, 2.0], [None, 4.0]]
    assert grid.merges == (Span(0, 0, 2, 1),)


def test_merge_ends_where_the_cells_do(tmp_path: Path) -> None:
    sheet = worksheet(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="2"><c r="B2"><v>2</v></c></row></sheetData><mergeCells>'
        '<mergeCell ref="A1:A1048576"/><mergeCell ref="D1:E1"/><mergeCell ref="B2:XFD2"/>'
        "</mergeCells>"
    )
    assert first(packed(tmp_path, parts(sheet))).merges == (Span(0, 0, 2, 1),)


def test_rows_hidden_by_hand_or_filter_are_named(tmp_path: Path, workbook: Workbook) -> None:
    tab = workbook.active
    for number in range(4):
        tab.append([number])
    tab.row_dimensions[2].hidden = True
    tab.row_dimensions[900].hidden = True
    assert first(saved(tmp_path, workbook)).hidden_rows == {1}


def test_filter_that_openpyxl_cannot_read_does_not_matter(tmp_path: Path) -> None:
    sheet = worksheet(
        '<sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c></row></sheetData>'
        '<autoFilter ref="A1:A9"><filterColumn colId="0"><customFilters>'
        '<customFilter operator="notEqual" val="Tersedia"/></customFilters></filterColumn>'
        '</autoFilter><headerFooter><oddHeader>&amp;"?</oddHeader></headerFooter>'
        '<extLst><ext uri="{00000000-0000-0000-0000-000000000000}"/></extLst>'
    )
    grid = first(packed(tmp_path, parts(sheet)))
    assert (grid.rows, grid.hidden_rows) == ([[1.0]], {0})


def test_tabs_come_in_their_order_and_chart_sheets_do_not(
    tmp_path: Path, workbook: Workbook
) -> None:
    workbook.create_chartsheet("Grafik")
    workbook.create_sheet("Dua", 0)
    workbook.create_sheet("Tiga").sheet_state = "hidden"
    workbook.create_sheet("Empat").sheet_state = "veryHidden"
    found = read_xlsx(saved(tmp_path, workbook))
    assert [(grid.title, grid.is_hidden) for grid in found.grids] == [
        ("Dua", False),
        ("Satu", False),
        ("Tiga", True),
        ("Empat", True),
    ]
    assert (found.name, found.url, found.grids[0].gid) == ("lembar.xlsx", None, None)


def test_empty_ends_are_cut_and_gaps_stay(tmp_path: Path, workbook: Workbook) -> None:
    tab = workbook.active
    tab["B3"] = "ada"
    for place in ("F3", "A9", "Z200"):
        tab[place].number_format = "0.00"
    assert first(saved(tmp_path, workbook)).rows == [[], [], [None, "ada"]]


def test_cells_without_coordinates_follow_each_other(tmp_path: Path) -> None:
    sheet = worksheet(
        "<sheetData><row><c><v>1</v></c><c/><c><v>2</v></c></row>"
        '<row><c r="B2"><v>3</v></c><c><v>4</v></c></row></sheetData>'
    )
    assert first(packed(tmp_path, parts(sheet))).rows == [[1.0, None, 2.0], [None, 3.0, 4.0]]


def test_strict_workbooks_are_read_too(tmp_path: Path) -> None:
    strict = {
        part: text.replace(
            "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml"
        ).replace("http://schemas.openxmlformats.org/spreadsheetml/2006", "http://purl.oclc.org/x")
        for part, text in parts(cells('<c r="A1"><v>1</v></c>')).items()
    }
    assert first(packed(tmp_path, strict)).rows == [[1.0]]


# --- size -------------------------------------------------------------------


def test_formatted_rows_without_content_are_not_rows(tmp_path: Path) -> None:
    formatted = "".join(
        f'<row r="{row}" s="1" customFormat="1" ht="15.{row % 97}"><c r="A{row}" s="1"/></row>'
        for row in range(2, 50_000)
    )
    sheet = worksheet(
        f'<sheetData><row r="1"><c r="A1"><v>1</v></c></row>{formatted}'
        '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    )
    grid = first(packed(tmp_path, parts(sheet)))
    assert (grid.rows, grid.merges) == ([[1.0]], ())


def test_value_in_the_last_row_of_all_is_found(tmp_path: Path) -> None:
    sheet = worksheet('<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>')
    rows = first(packed(tmp_path, parts(sheet))).rows
    assert (len(rows), rows[-1]) == (1_048_576, [1.0])


def test_values_strewn_over_a_whole_tab_are_refused_by_name(tmp_path: Path) -> None:
    strewn = "".join(
        f'<row r="{row}"><c r="XFD{row}"><v>{row}</v></c></row>' for row in range(1, 500)
    )
    with pytest.raises(WorkbookUnreadable, match="terlalu banyak sel") as refused:
        read_xlsx(packed(tmp_path, parts(worksheet(f"<sheetData>{strewn}</sheetData>"))))
    assert "tab “Satu”" in refused.value.where


# --- whatever is written comes back -----------------------------------------

texts = st.text(max_size=12).filter(
    lambda text: (
        not ILLEGAL_CHARACTERS_RE.search(text)
        and "\r" not in text
        and not text.startswith("=")
        and "_x" not in text
        and text.isprintable()
    )
)
values = st.one_of(
    texts,
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.floats(-1e300, 1e300).map(lambda number: float(f"{number:.15g}")),
    st.dates(date(1901, 1, 1)),
    st.datetimes(moment("1901-01-01")).map(lambda when: when.replace(microsecond=0)),
    st.sampled_from(["#REF!", "#N/A"]),
)


def as_read(value: Any) -> Value:
    """What a written value is in a grid."""
    if isinstance(value, str):
        return unusable_text(value) or value or None
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return moment(value.isoformat())
    return value


def trimmed(rows: list[list[Value]]) -> list[list[Value]]:
    cut = [list(row) for row in rows]
    for row in cut:
        while row and row[-1] is None:
            row.pop()
    while cut and not cut[-1]:
        cut.pop()
    return cut


@settings(max_examples=60)
@given(
    tables=st.lists(st.lists(st.lists(values, max_size=5), max_size=6), min_size=1, max_size=3),
    seed=st.integers(0, 99),
)
def test_any_workbook_comes_back_as_written(tables: list[list[list[Any]]], seed: int) -> None:
    made = Workbook()
    made.remove(made.active)
    for number, table in enumerate(tables):
        tab = made.create_sheet(f"Tab {number}")
        cells_of = [(r, c, v) for r, row in enumerate(table, 1) for c, v in enumerate(row, 1)]
        random.Random(seed).shuffle(cells_of)
        for row, column, value in cells_of:
            tab.cell(row, column, value)
    with tempfile.TemporaryDirectory() as folder:
        found = read_xlsx(saved(Path(folder), made))
    expected = [trimmed([[as_read(v) for v in row] for row in table]) for table in tables]
    assert [grid.rows for grid in found.grids] == expected


@pytest.mark.parametrize("spaces", [8_000, 100_000])
def test_formula_of_many_spaces_is_read_at_once(tmp_path: Path, spaces: int) -> None:
    formula = f'HYPERLINK("a",{" " * spaces}'
    path = packed(tmp_path, parts(cells(f'<c r="A1"><f>{formula}</f></c>')))
    began = monotonic()
    (row,) = first(path).rows
    assert monotonic() - began < 1
    assert isinstance(row[0], Unusable)


def test_formula_longer_than_excel_allows_leads_nowhere(tmp_path: Path) -> None:
    def links(label: int) -> object:
        formula = f'HYPERLINK("https://a.go.id","{"x" * label}")'
        cell = f'<c r="A1" t="str"><f>{formula}</f><v>SK</v></c>'
        return first(packed(tmp_path, parts(cells(cell)))).links

    assert links(100) == {(0, 0): ("https://a.go.id",)}
    assert links(8_192) == {}
