"""Documents and links beside a question are read however they were put into their cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sources.lke_files import CATALOGUE, Cell, Link, Tab, best, book, lke_tab
from zi_metrics.sources.lke_workbook import LkeWorkbook, read_lke_grid
from zi_metrics.sources.lke_workbook.evidence_text import item_of, parts
from zi_metrics.tables.cells import Unusable, Why

CODE = "A.I.1.i.a"
A, B, C = "https://a.id/1", "https://a.id/2", "https://a.id/3"


def read(tab: Tab) -> LkeWorkbook:
    return read_lke_grid(book(tab), CATALOGUE)


def beside(names: Cell = None, links: Cell = None) -> list[tuple[str, tuple[str, ...]]]:
    """Titles and addresses read from a cell of names and a cell of links."""
    tab = lke_tab(best())
    tab.put(CODE, "names", names)
    tab.put(CODE, "links", links)
    found = read(tab).questions[CODE].documents
    return [(each.title, each.urls) for each in found]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("SK Tim", ["SK Tim"]),
        ("1. SK Tim\n2. Undangan", ["SK Tim", "Undangan"]),
        ("1) SK Tim\n2) Undangan\n", ["SK Tim", "Undangan"]),
        ("1.SK Tim\n2.2024 Laporan", ["SK Tim 2.2024 Laporan"]),  # a number, no numbering
        ("1. SK Tim 2. Undangan 3. Notula", ["SK Tim", "Undangan", "Notula"]),
        ("SK Nomor 12. Tahun 2024", ["SK Nomor 12. Tahun 2024"]),
        ("1. SK Tim\n   Pembangunan ZI\n2. Undangan", ["SK Tim Pembangunan ZI", "Undangan"]),
        ("SK Tim\nUndangan", ["SK Tim", "Undangan"]),
        ("- SK Tim\n- Undangan", ["SK Tim", "Undangan"]),
        (
            "\u2022 SK Tim\n\u2022 Undangan rapat\ntanggal 3 Mei",
            ["SK Tim", "Undangan rapat tanggal 3 Mei"],
        ),
        ("SK Tim; Undangan;Notula", ["SK Tim", "Undangan", "Notula"]),
        ("SK Tim\n\n \nUndangan", ["SK Tim", "Undangan"]),
        ("https://a.id/x;y=1; https://a.id/2", ["https://a.id/x;y=1", "https://a.id/2"]),
        ("a. SK Tim\nb. Undangan", ["SK Tim", "Undangan"]),
        ("a) SK Tim\n   Pembangunan ZI\nb) Undangan", ["SK Tim Pembangunan ZI", "Undangan"]),
        ("I. SK Tim\nII. Undangan", ["SK Tim", "Undangan"]),
        ("I. Made Suta\nLaporan", ["I. Made Suta", "Laporan"]),  # an initial, no numbering
        (
            "SK: https://a.id/1, Foto: https://a.id/2",
            ["SK: https://a.id/1,", "Foto: https://a.id/2"],
        ),
        ("SK https://a.id/1 dan https://a.id/2", ["SK https://a.id/1 dan https://a.id/2"]),
    ],
)
def test_cell_is_taken_apart(written: str, expected: list[str]) -> None:
    assert parts(written) == expected


def test_names_and_as_many_links_go_one_by_one() -> None:
    assert beside("1. SK Tim\n2. Undangan", f"{A}\n{B}") == [("SK Tim", (A,)), ("Undangan", (B,))]


def test_one_link_serves_every_name() -> None:
    folder = Link("LIHAT EVIDENCE", A)
    assert beside("SK Tim\nUndangan", folder) == [("SK Tim", (A,)), ("Undangan", (A,))]


def test_links_of_another_number_serve_every_name() -> None:
    assert beside("SK Tim; Undangan", f"{A} {B} {C}") == [
        ("SK Tim", (A, B, C)),
        ("Undangan", (A, B, C)),
    ]


def test_names_without_links_have_none() -> None:
    assert beside("SK Tim") == [("SK Tim", ())]


def test_link_behind_a_name_is_its_own() -> None:
    assert beside(Link("SK Tim", A), Link("LIHAT EVIDENCE", B)) == [
        ("SK Tim", (A,)),
        ("LIHAT EVIDENCE", (B,)),
    ]


def test_address_beside_a_name_in_one_cell_is_its_own() -> None:
    assert beside(f"1. SK Tim: {A}\n2. Undangan\n{B}") == [("SK Tim", (A,)), ("Undangan", (B,))]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("SK Tim ZI (2025)", "SK Tim ZI (2025)"),
        ("SOP [final]", "SOP [final]"),
        (f"SK Tim (2025): {A}", "SK Tim (2025)"),
        (f"SK Tim ({A})", "SK Tim"),
        (f"SK Tim (lihat {A}) tahun 2025", "SK Tim tahun 2025"),
        (f"(SK Tim {A})", "(SK Tim)"),
        (f"((SK Tim: {A}", "SK Tim"),
        (f"[{A}] SK Tim", "SK Tim"),
    ],
)
def test_brackets_go_only_where_they_held_an_address(written: str, title: str) -> None:
    assert [each for each, _ in beside(written)] == [title]


TITLES = st.text("ABCdef (){}[]/,.:+&-–'\"0123456789", min_size=1).filter(str.strip)


@given(TITLES)
def test_title_without_numbering_and_address_is_kept_whole(written: str) -> None:
    title = f"Laporan {written}"  # no number, bullet or dash begins it
    (part,) = parts(title)
    assert item_of(part, "LKE!M4").title == " ".join(title.split())


def test_names_with_their_own_addresses_in_one_line_are_several_documents() -> None:
    assert beside(f"SK: {A}, Foto: {B} {C}") == [("SK", (A,)), ("Foto", (B, C))]


def test_word_for_a_link_that_says_which_document_is_a_name_where_there_is_no_other() -> None:
    folder = [("Folder SK", (A,))]
    assert beside("Folder SK", Link("klik di sini", A)) == folder
    assert beside(Link("Folder SK", A)) == folder
    assert beside("Link SK:\nLink Foto:", f"{A}\n{B}") == [("Link SK", (A,)), ("Link Foto", (B,))]
    assert beside("SK Tim", Link("Link SK", A)) == [("SK Tim", (A,))]


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("#REF!", "data dukung di sel ini galat rumus (#REF!), jadi tidak diambil"),
        (
            Unusable(Why.NOT_COMPUTED, "=Lain!A1"),
            "data dukung di sel ini rumus yang belum dihitung, jadi tidak",
        ),
    ],
)
def test_documents_that_cannot_be_read_are_named_by_their_cell(cell: Cell, why: str) -> None:
    tab = lke_tab(best())
    tab.put(CODE, "names", cell)
    tab.put(CODE, "links", A)
    found = read(tab)
    assert [document.urls for document in found.questions[CODE].documents] == [(A,)]
    (remark,) = found.remarks
    assert remark.cell == tab.cell(CODE, "names")
    assert remark.why.startswith(why)


def test_unread_documents_of_several_questions_are_named_once() -> None:
    tab = lke_tab(best())
    row, column = tab.row_of[CODE], tab.column_of["names"]
    tab.put(CODE, "names", "#REF!")
    tab.merges.append((row, column, row + 2, column + 1))
    assert [each.cell for each in read(tab).remarks] == [tab.cell(CODE, "names")]


def test_link_without_any_name_has_its_label_or_a_general_title() -> None:
    assert beside(None, Link("LIHAT EVIDENCE", A)) == [("LIHAT EVIDENCE", (A,))]
    assert beside(None, A) == [("Tautan data dukung", (A,))]


@pytest.mark.parametrize("nothing", ["-", "belum ada", "Tidak ada", "LIHAT EVIDENCE", " "])
def test_words_for_nothing_are_no_document(nothing: str) -> None:
    assert beside(nothing) == []


@pytest.mark.parametrize("address", ["file:///C:/ZI/sk.pdf", "javascript:alert(1)", "#Lembar2!A1"])
def test_what_is_no_web_address_is_no_link(address: str) -> None:
    assert beside(Link("SK Tim", address)) == [("SK Tim", ())]


def test_link_in_a_note_is_taken_where_there_is_no_other() -> None:
    tab = lke_tab(best())
    tab.put(CODE, "note", f"bukti: {A}")
    tab.put(CODE, "names", "SK Tim")
    found = read(tab).questions[CODE]
    assert found.note == f"bukti: {A}"
    assert [(each.title, each.urls) for each in found.documents] == [("SK Tim", (A,))]


def test_columns_of_documents_need_no_header() -> None:
    tab = lke_tab(best())
    for name in ("names", "links"):
        del tab.rows[1][tab.column_of[name]]
    tab.put(CODE, "names", "SK Tim")
    tab.put(CODE, "links", A)
    tab.rows[tab.row_of[CODE]][tab.column_of["links"] + 3] = "Notula"
    found = read(tab).questions[CODE].documents
    assert [(each.title, each.urls) for each in found] == [("SK Tim", (A,)), ("Notula", (A,))]
    assert found[0].cell == tab.cell(CODE, "names")


def test_people_and_dates_beside_documents_are_none() -> None:
    tab = lke_tab(best())
    last = tab.column_of["links"]
    tab.rows[1] |= {last + 1: "PIC", last + 2: "Tenggat"}
    tab.rows[tab.row_of[CODE]] |= {last + 1: "Sekretaris", last + 2: "Mei"}
    assert read(tab).questions[CODE].documents == ()


def test_rows_that_name_only_documents_go_with_the_question_above() -> None:
    tab = lke_tab(best())
    at = tab.row_of[CODE]
    tab.put(CODE, "names", "SK Tim")
    tab.rows.insert(at + 1, {tab.column_of["names"]: "Undangan"})
    found = read(tab)
    assert [each.title for each in found.questions[CODE].documents] == ["SK Tim", "Undangan"]
    assert found.questions["A.I.1.i.b"].documents == ()


def test_documents_merged_over_two_questions_are_of_both() -> None:
    tab = lke_tab(best())
    row, column = tab.row_of[CODE], tab.column_of["names"]
    tab.put(CODE, "names", "SK Tim")
    tab.merges.append((row, column, row + 2, column + 1))
    found = read(tab).questions
    assert found["A.I.1.i.b"].documents == found[CODE].documents
    assert found[CODE].documents[0].title == "SK Tim"
    assert found["A.I.1.ii.a"].documents == ()


def test_documents_beside_a_heading_are_said_to_be_left() -> None:
    tab = lke_tab(best())
    tab.put("Pemenuhan.1.i", "names", "SK Tim")
    found = read(tab)
    assert [each.why for each in found.remarks] == ["data dukung di baris judul tidak diambil"]
    assert all(each.documents == () for each in found.questions.values())


def test_documents_of_hasil_are_read() -> None:
    tab = lke_tab(best())
    tab.put("ipak", "names", "Laporan survei")
    assert read(tab).results["ipak"].documents[0].title == "Laporan survei"
