"""An existing worksheet is read in whatever shape it circulates; anything else is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook as Excel

from tests.sources.lke_files import (
    ALL_ODD,
    CATALOGUE,
    HEADERS,
    Cell,
    Filled,
    Formula,
    Link,
    Oddities,
    Tab,
    best,
    book,
    lke_tab,
    written,
)
from zi_metrics.errors import NotAnLke, WorkbookUnreadable
from zi_metrics.lke.answers import Written, read_answer
from zi_metrics.sources.grid import Grid, Workbook
from zi_metrics.sources.lke_workbook import LkeWorkbook, read_lke, read_lke_grid
from zi_metrics.template.plan import template
from zi_metrics.template.workbook import xlsx

ALL = tuple(CATALOGUE.questions)


def read(*tabs: Tab) -> LkeWorkbook:
    return read_lke_grid(book(*tabs), CATALOGUE)


def not_an_lke(workbook: Workbook) -> NotAnLke:
    with pytest.raises(NotAnLke) as refused:
        read_lke_grid(workbook, CATALOGUE)
    return refused.value


# --- the whole --------------------------------------------------------------


def is_read_whole(found: LkeWorkbook, tab: Tab) -> bool:
    """Whether every question and part was found, each in its own row."""
    return (
        tuple(found.questions) == ALL
        and all(each.cell == tab.cell(code, "answer") for code, each in found.questions.items())
        and all(
            each.score_cell == tab.cell(code, "score") for code, each in found.questions.items()
        )
        and list(found.results) == ["ipak", "capaian_kinerja", "ipkp"]
        and found.missing == ()
        and found.unmatched == ()
    )


@pytest.mark.parametrize("layout", ["spread", "pair", "one"])
@pytest.mark.parametrize("odd", [Oddities(), ALL_ODD], ids=["plain", "odd"])
def test_every_question_is_found_in_its_row_in_every_layout(layout: str, odd: Oddities) -> None:
    tab = lke_tab(best(), replace(odd, layout=layout))
    found = read(tab)
    assert is_read_whole(found, tab)
    assert found.remarks == ()
    scores = [
        read_answer(Written(each.written), CATALOGUE.questions[code].options).score
        for code, each in found.questions.items()
    ]
    assert scores == [1] * 110


def test_file_with_every_oddity_is_read_as_its_grid_is(tmp_path: Path) -> None:
    filled = best()
    filled.names = {"A.I.1.i.a": "1. SK Tim\n2. Undangan"}
    filled.links = {"A.I.1.i.a": Link("LIHAT EVIDENCE", "https://drive.example/folder")}
    tab = lke_tab(filled, ALL_ODD)
    found = read_lke(written(tmp_path / "LKE.xlsx", tab), CATALOGUE)
    assert is_read_whole(found, tab)
    assert found == read(tab)
    assert found.name == "LKE.xlsx"
    assert found.tab == "LKE Unit"


@pytest.mark.parametrize(
    "odd",
    [
        Oddities(header_row=0, titles=()),
        Oddities(header_row=30),
        Oddities(odd_numbers=True),
        Oddities(odd_letters=True),
        Oddities(dashes=True),
        Oddities(odd_texts=True),
        Oddities(pelayanan="rows"),
        Oddities(lhkpn_level=True),
        Oddities(lhkpn_level=True, counts=True, dashes=True),
        Oddities(merges=True),
        Oddities(columns=("answer", "texts", "score", "options", "weight", "note")),
        Oddities(columns=("texts", "options", "answer", "note")),
        Oddities(
            headers={
                **HEADERS,
                "question": "KOMPONEN PENILAIAN",
                "options": "Pilihan  Jawabn",
                "answer": "Jawaban Unit Kerja",
                "score": "NILAI UNIT",
                "note": "Ket.",
            }
        ),
    ],
)
def test_single_oddities_do_not_matter(odd: Oddities) -> None:
    tab = lke_tab(best(), odd)
    found = read(tab)
    assert tuple(found.questions) == ALL
    assert [each.cell for each in found.questions.values()] == [tab.cell(c, "answer") for c in ALL]
    assert len(found.results) == 3
    assert found.unmatched == found.remarks == ()


def test_letters_of_the_last_sub_area_in_another_order_are_read_by_their_texts() -> None:
    filled = best(A_I_6_v_a="A", A_I_6_v_b="Ya", A_I_6_v_c="C")
    found = read(lke_tab(filled, Oddities(pelayanan="letters")))
    read_now = [found.questions[f"A.I.6.v.{letter}"].written for letter in "abc"]
    assert read_now == ["A", "Ya", "C"]
    assert [each.why for each in found.remarks] == [
        "hurufnya c, tetapi teksnya pertanyaan A.I.6.v.b; dibaca menurut teksnya",
        "hurufnya b, tetapi teksnya pertanyaan A.I.6.v.c; dibaca menurut teksnya",
    ]


def test_header_over_two_rows_and_columns_of_an_assessor_do_not_matter() -> None:
    tab = lke_tab(best(A_I_1_i_a="Tidak"))
    header = tab.rows[1]
    answer, score = tab.column_of["answer"], tab.column_of["score"]
    below: dict[int, Cell] = {answer: header.pop(answer), score: header.pop(score)}
    header[answer] = "Unit Kerja"
    last = tab.column_of["links"]
    below |= {last + 1: "Jawaban", last + 2: "Nilai TPI"}
    tab.rows.insert(2, below)
    tab.row_of = {key: row + 1 for key, row in tab.row_of.items()}
    tab.rows[tab.row_of["A.I.1.i.a"]] |= {last + 1: "Ya", last + 2: 1.0}
    found = read(tab)
    assert found.questions["A.I.1.i.a"].written == "Tidak"
    assert found.questions["A.I.1.i.a"].documents == ()
    assert is_read_whole(found, tab)


def test_header_again_below_is_passed_over() -> None:
    tab = lke_tab(best())
    tab.rows.append(dict(tab.rows[1]))
    assert is_read_whole(read(tab), tab)


# --- answers ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Ya", "Ya"),
        (" yA ", "yA"),
        (True, "Ya"),
        (False, "Tidak"),
        (0.142857, "0,142857"),
        (0.00001, "0,00001"),
        (1.0, "1"),
        ("14,29%", "14,29%"),
        ("33/35", "33/35"),
        ("Blm Diisi", None),
        ("-", None),
        ("  ", None),
        (None, None),
        (Formula("=A1/B1", 0.5), "0,5"),
    ],
)
def test_answer_is_read_as_text(cell: Cell, text: str | None) -> None:
    tab = lke_tab(best())
    tab.put("A.II.4.i", "answer", cell)
    found = read(tab)
    assert found.questions["A.II.4.i"].written == text
    assert found.unmatched == ()


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        (Formula("=1/0", "#DIV/0!"), "jawabannya galat rumus (#DIV/0!)"),
        ("#REF!", "jawabannya galat rumus (#REF!)"),
        (
            datetime(2025, 7, 1),  # noqa: DTZ001
            "jawabannya terbaca sebagai tanggal; Excel mungkin mengubah pecahan seperti 1/7"
            " menjadi tanggal",
        ),
    ],
)
def test_answer_that_is_no_answer_is_named_by_its_cell(cell: Cell, why: str) -> None:
    tab = lke_tab(best())
    tab.put("A.II.4.i", "answer", cell)
    found = read(tab)
    assert found.questions["A.II.4.i"].written is None
    assert [(each.cell, each.why) for each in found.unmatched] == [
        (tab.cell("A.II.4.i", "answer"), why)
    ]


def test_answer_merged_with_the_heading_above_is_read() -> None:
    tab = lke_tab(best())
    column = tab.column_of["answer"]
    heading = tab.row_of["Reform.4.i"]
    tab.rows[heading][column] = tab.rows[heading + 1].pop(column)
    tab.merges.append((heading, column, heading + 2, column + 1))
    found = read(tab)
    assert found.questions["A.II.4.i"].written == "1"
    assert found.unmatched == ()


def test_answer_merged_over_two_questions_is_that_of_the_first() -> None:
    tab = lke_tab(best(A_I_1_i_b=None))
    row, column = tab.row_of["A.I.1.i.a"], tab.column_of["answer"]
    tab.merges.append((row, column, row + 2, column + 1))
    found = read(tab)
    assert found.questions["A.I.1.i.a"].written == "Ya"
    assert found.questions["A.I.1.i.b"].written is None
    assert [(each.cell, each.why) for each in found.unmatched] == [
        (
            tab.cell("A.I.1.i.b", "answer"),
            f"jawabannya tertutup sel gabungan dari {found.questions['A.I.1.i.a'].cell}",
        )
    ]


def test_single_question_answered_in_its_heading_is_read() -> None:
    tab = lke_tab(best(A_II_1_ii="C"))
    row, heading = tab.row_of["A.II.1.ii"], tab.row_of["Reform.1.ii"]
    for column in ("options", "answer"):
        tab.put("Reform.1.ii", column, tab.get("A.II.1.ii", column))
    tab.rows[row] = {}
    found = read(tab)
    assert found.questions["A.II.1.ii"].written == "C"
    assert found.questions["A.II.1.ii"].cell.endswith(str(heading + 1))
    assert found.missing == found.unmatched == ()


# --- scores and Hasil -------------------------------------------------------


def test_own_scores_are_the_stored_results() -> None:
    tab = lke_tab(best())
    tab.put("A.I.1.i.a", "score", Formula("=IF(1,1)", 0.67))
    tab.put("A.I.1.i.b", "score", Formula('=IF(1,"Blm Diisi")', "Blm Diisi"))
    tab.put("A.I.1.ii.a", "score", Formula("=X1", "#REF!"))
    tab.put("total", "score", Formula("=SUM(X1)", 87.125))
    found = read(tab)
    scores = [found.questions[code].score for code in ALL[:3]]
    assert scores == [Fraction(67, 100), None, None]
    assert found.own_scores["total"] == Fraction(87125, 1000)
    halves = {1: 4, 2: Fraction(7, 2), 3: 5, 4: 5, 5: Fraction(15, 2), 6: 5}
    assert found.own_scores == {
        "total": Fraction(697, 8),
        "pengungkit": 60,
        "pemenuhan": 30,
        "reform": 30,
        "hasil": 40,
        **{
            f"{aspect}.{no}": half
            for aspect in ("pemenuhan", "reform")
            for no, half in halves.items()
        },
    }


def test_parts_of_hasil_are_read_with_cells_and_scores() -> None:
    tab = lke_tab(best(ipak="3,15", capaian_kinerja="b"))
    found = read(tab).results
    assert [each.written for each in found.values()] == ["3,15", "b", "3,8"]
    assert found["ipak"].cell == tab.cell("ipak", "answer")
    assert found["ipkp"].score == Fraction(35, 2)


def test_hasil_without_its_heading_is_found_by_its_words() -> None:
    tab = lke_tab(best())
    tab.rows[tab.row_of["hasil"]] = {}
    assert list(read(tab).results) == ["ipak", "capaian_kinerja", "ipkp"]


def test_notes_are_kept_and_several_columns_of_them_joined() -> None:
    filled = best()
    filled.notes = {"A.I.1.i.a": "  sudah lengkap "}
    tab = lke_tab(filled)
    assert read(tab).questions["A.I.1.i.a"].note == "sudah lengkap"
    tab.rows[1][tab.column_of["names"]] = "Keterangan"
    tab.put("A.I.1.i.a", "names", "lihat SK")
    assert read(tab).questions["A.I.1.i.a"].note == "sudah lengkap\nlihat SK"


# --- which tab --------------------------------------------------------------


def test_tab_with_most_answers_is_read_and_others_are_named() -> None:
    stale = lke_tab(Filled({"A.I.1.i.a": "Tidak"}), title="Lama")
    full = lke_tab(best(), title="Lembar7")
    hidden = lke_tab(best(), title="Tersembunyi")
    hidden.is_hidden = True
    other = Tab("Rekap", [{0: "Penilaian", 1: "Nilai"}, {0: "PENGUNGKIT", 1: 60.0}])
    found = read(other, hidden, stale, full)
    assert found.tab == "Lembar7"
    assert found.other_tabs == ("Lama", "Tersembunyi")


def test_hidden_tab_is_read_where_there_is_no_other(tmp_path: Path) -> None:
    hidden = lke_tab(best(), title="LKE")
    hidden.is_hidden = True
    cover = Tab("Sampul", [{0: "Zona Integritas"}])
    found = read_lke(written(tmp_path / "LKE.xlsx", cover, hidden), CATALOGUE)
    assert (found.tab, found.other_tabs) == ("LKE", ())


# --- no worksheet -----------------------------------------------------------


def test_workbook_without_the_header_is_no_worksheet() -> None:
    error = not_an_lke(
        Workbook("anggaran.xlsx", (Grid("Satu", [["Uraian", "Nilai"], ["x", 1.0]]),))
    )
    assert str(error) == (
        "Berkas “anggaran.xlsx”: Berkas ini bukan LKE: tidak ada tab dengan judul kolom seperti "
        "Penilaian, Bobot, Pilihan Jawaban, Jawaban, dan Nilai. Pilih buku kerja LKE (Lampiran III "
        "PermenPAN-RB Nomor 90 Tahun 2021) yang sudah diisi unit."
    )


def test_workbook_with_the_header_but_other_questions_is_no_worksheet() -> None:
    rows: list[list[object]] = [["Penilaian", "Bobot", "Jawaban", "Nilai"]]
    rows += [["Ibu kota Indonesia?", 1.0, "Jakarta", 10.0]]
    error = not_an_lke(Workbook("kuis.xlsx", (Grid("Kuis", rows),)))  # type: ignore[arg-type]
    assert error.where == "Berkas “kuis.xlsx”, tab “Kuis”"
    assert error.what == (
        "Judul kolom tab ini seperti LKE, tetapi tidak satu pun pertanyaannya dikenali."
    )


def test_our_own_template_is_told_from_a_worksheet(tmp_path: Path) -> None:
    path = tmp_path / "templat.xlsx"
    path.write_bytes(xlsx(template(2025)))
    with pytest.raises(NotAnLke) as refused:
        read_lke(path, CATALOGUE)
    assert refused.value.what == (
        "Berkas ini sudah memakai templat dasbor, bukan LKE, jadi tidak perlu diimpor."
    )


def test_empty_workbook_is_no_worksheet(tmp_path: Path) -> None:
    Excel().save(tmp_path / "kosong.xlsx")
    with pytest.raises(NotAnLke):
        read_lke(tmp_path / "kosong.xlsx", CATALOGUE)


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "Berkas ini kosong (0 byte)."),
        (
            b"Penilaian;Jawaban\n",
            "Berkas ini berkas teks seperti CSV, bukan buku kerja Excel (.xlsx).",
        ),
        (
            OLE + "Workbook".encode("utf-16-le"),
            "Berkas ini buku kerja Excel lama (.xls), bukan buku kerja Excel (.xlsx).",
        ),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "Berkas ini dilindungi kata sandi."),
        (b"PK\x03\x04" + bytes(20_000_000), "Berkas ini berukuran 21 MB; batasnya 20 MB."),
    ],
)
def test_file_that_is_no_safe_workbook_is_refused(
    tmp_path: Path, content: bytes, what: str
) -> None:
    path = tmp_path / "LKE.xlsx"
    path.write_bytes(content)
    with pytest.raises(WorkbookUnreadable) as refused:
        read_lke(path, CATALOGUE)
    assert refused.value.what == what


@pytest.mark.parametrize(
    ("others", "what"),
    [
        ({"xl/vbaProject.bin": "x"}, "Berkas ini memuat makro."),
        (
            {"xl/media/x.bin": "0" * 10_000_000},
            "Isi berkas ini mengembang jauh melebihi ukuran yang wajar.",
        ),
        (
            {"word/document.xml": "x"},
            "Berkas ini dokumen Office lain (Word atau PowerPoint), "
            "bukan buku kerja Excel (.xlsx).",
        ),
    ],
)
def test_archive_that_is_no_safe_workbook_is_refused(
    tmp_path: Path, others: dict[str, str], what: str
) -> None:
    path = written(tmp_path / "LKE.xlsx", lke_tab(best()))
    with ZipFile(path, "a", ZIP_DEFLATED) as archive:
        for part, content in others.items():
            archive.writestr(part, content)
    with pytest.raises(WorkbookUnreadable) as refused:
        read_lke(path, CATALOGUE)
    assert refused.value.what == what


def test_rows_without_end_are_cut_and_said() -> None:
    tab = lke_tab(best())
    row = dict(tab.rows[tab.row_of["A.I.1.i.a"]])
    tab.rows += [row] * 5_000
    found = read(tab)
    assert len(found.questions) == 110
    assert found.unmatched[-1].why == (
        "baris ini dan semua di bawahnya tidak dibaca, karena isinya lebih dari 5000 baris"
    )
