"""A question is matched by its place and its text together; what is damaged is named."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sources.lke_files import ALL_ODD, CATALOGUE, Cell, Filled, Tab, best, book, lke_tab
from zi_metrics.errors import NotAnLke
from zi_metrics.lke.answers import Written
from zi_metrics.sources.grid import Grid, Workbook
from zi_metrics.sources.lke_workbook import LkeWorkbook, Unmatched, read_lke_grid
from zi_metrics.sources.lke_workbook.outline import QUESTION, outline_of
from zi_metrics.sources.lke_workbook.texts import MOST_COMPARED, Comparer, Likeness, Named, words

NOT_KNOWN = "teksnya tidak ada di daftar pertanyaan resmi"


def read(tab: Tab) -> LkeWorkbook:
    return read_lke_grid(book(tab), CATALOGUE)


def lke() -> Tab:
    return lke_tab(best())


def row_number(cell: str) -> int:
    return int(cell.rpartition("!")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def named(found: LkeWorkbook, tab: Tab) -> dict[str, str]:
    """Why, by the key of the row that is named."""
    keys = {row: key for key, row in tab.row_of.items()}
    return {keys[row_number(each.cell) - 1]: each.why for each in found.unmatched}


def put_text(tab: Tab, key: str, text: Cell) -> None:
    tab.rows[tab.row_of[key]][tab.text_column(key)] = text


def text_of(tab: Tab, key: str) -> Cell:
    return tab.rows[tab.row_of[key]][tab.text_column(key)]


def swap_rows(tab: Tab, one: str, other: str) -> None:
    first, second = tab.row_of[one], tab.row_of[other]
    tab.rows[first], tab.rows[second] = tab.rows[second], tab.rows[first]


# --- texts ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("Telah  dan dan\nsudah", "telah dan sudah"),
        ("\u00a0Telah\u00a0dan sudah . ", "telah dan sudah"),
        ("Telah, dan (sudah)", "telah dan sudah"),
        ("PENGUNGKIT (60)", "pengungkit"),
        ("Manajemen Perubahan (4,00)", "manajemen perubahan"),
        ("...", ""),
    ],
)
def test_texts_are_compared_by_their_words(written: str, same: str) -> None:
    assert words(written) == same


def test_every_official_question_is_most_like_itself() -> None:
    likeness = Comparer(outline_of(CATALOGUE).likeness)
    for code, question in zip(*CATALOGUE.indicators[["code", "question"]].T.values, strict=True):
        first, *others = likeness.nearest(question)
        assert first == (Named(QUESTION, code), 1.0)
        assert all(each.similarity < 0.96 for each in others)


def test_text_of_something_else_is_like_nothing() -> None:
    assert Comparer(outline_of(CATALOGUE).likeness).nearest("Harga beras di pasar naik lagi") == ()


def test_after_many_texts_only_equal_ones_are_found() -> None:
    known = [(Named(QUESTION, "x"), "telah ditetapkan agen perubahan", 1.0)]
    likeness = Comparer(Likeness(known))
    for number in range(MOST_COMPARED):
        likeness.nearest(f"teks {number}")
    assert likeness.nearest("telah ditetapkan agen perubahann") == ()
    assert [each.similarity for each in likeness.nearest("Telah ditetapkan agen perubahan")] == [1]


# --- damages ----------------------------------------------------------------


def test_question_whose_text_is_deleted_is_named_and_the_rest_is_read() -> None:
    tab = lke()
    put_text(tab, "A.I.4.ii.c", None)
    found = read(tab)
    assert found.missing == ("A.I.4.ii.c",)
    assert named(found, tab) == {"A.I.4.ii.c": "teks pertanyaan huruf c kosong"}


def test_place_is_not_believed_against_a_clearly_different_text() -> None:
    tab = lke()
    put_text(tab, "A.I.4.ii.c", "Kantor telah memiliki ruang laktasi bagi pegawai")
    found = read(tab)
    assert found.missing == ("A.I.4.ii.c",)
    assert named(found, tab) == {"A.I.4.ii.c": NOT_KNOWN}


def test_text_is_not_believed_in_another_place() -> None:
    tab = lke()
    put_text(tab, "A.I.5.iii.d", text_of(tab, "A.I.5.v.e"))
    found = read(tab)
    assert found.missing == ("A.I.5.iii.d",)
    assert found.questions["A.I.5.v.e"].cell == tab.cell("A.I.5.v.e", "answer")
    assert named(found, tab) == {
        "A.I.5.iii.d": "teksnya pertanyaan A.I.5.v.e, tetapi barisnya di sub-area lain"
    }


def test_rows_swapped_within_a_sub_area_are_read() -> None:
    tab = lke_tab(best(A_I_2_i_b="B", A_I_2_i_c="C"))
    swap_rows(tab, "A.I.2.i.b", "A.I.2.i.c")
    found = read(tab)
    assert (found.questions["A.I.2.i.b"].written, found.questions["A.I.2.i.c"].written) == (
        "B",
        "C",
    )
    assert found.unmatched == found.remarks == ()


def test_rows_swapped_across_sub_areas_are_both_named() -> None:
    tab = lke()
    swap_rows(tab, "A.I.1.i.a", "A.I.6.iv.c")
    found = read(tab)
    assert found.missing == ("A.I.1.i.a", "A.I.6.iv.c")
    assert named(found, tab) == {
        "A.I.1.i.a": "teksnya pertanyaan A.I.6.iv.c, tetapi barisnya di sub-area lain",
        "A.I.6.iv.c": "teksnya pertanyaan A.I.1.i.a, tetapi barisnya di sub-area lain",
    }


def test_letters_shuffled_are_read_by_the_texts_and_said() -> None:
    tab = lke_tab(best(A_I_2_ii_a="A", A_I_2_ii_b="B", A_I_2_ii_c="C"))
    for key, letter in (("A.I.2.ii.a", "c."), ("A.I.2.ii.b", "a."), ("A.I.2.ii.c", "b.")):
        tab.rows[tab.row_of[key]][tab.text_column(key) - 1] = letter
    found = read(tab)
    assert [found.questions[f"A.I.2.ii.{each}"].written for each in "abc"] == ["A", "B", "C"]
    assert found.unmatched == ()
    assert [row_number(each.cell) - 1 for each in found.remarks] == [
        tab.row_of[f"A.I.2.ii.{each}"] for each in "abc"
    ]


@pytest.mark.parametrize("key", ["Pemenuhan.5.iv", "Reform.3.ii", "Pemenuhan.1.i"])
def test_questions_below_a_lost_heading_are_read_by_their_texts_and_said(key: str) -> None:
    tab = lke()
    tab.rows[tab.row_of[key]] = {}
    found = read(tab)
    assert found.missing == found.unmatched == ()
    assert {each.why.split("”")[0] for each in found.remarks} <= {
        f"judul sub-area “{name}" for name in CATALOGUE.indicators["sub_area"]
    }
    below = range(tab.row_of[key] + 1, tab.row_of[key] + 5)
    assert found.remarks
    assert all(row_number(each.cell) - 1 in below for each in found.remarks)


def test_heading_that_kept_only_its_number_still_counts() -> None:
    tab = lke()
    put_text(tab, "Pemenuhan.5.iv", None)
    found = read(tab)
    assert found.missing == found.unmatched == found.remarks == ()


@pytest.mark.parametrize("key", ["Pemenuhan.4", "reform", "pemenuhan", "Reform.1", "hasil"])
def test_lost_heading_of_an_area_or_aspect_does_not_matter(key: str) -> None:
    tab = lke()
    tab.rows[tab.row_of[key]] = {}
    found = read(tab)
    assert found.missing == found.unmatched == found.remarks == ()
    assert key.lower() not in found.own_scores
    assert len(found.results) == 3


def test_all_headings_lost_leaves_the_texts() -> None:
    tab = lke()
    for key in tab.row_of:
        if key.split(".")[0] in {"Pemenuhan", "Reform"}:
            tab.rows[tab.row_of[key]] = {}
    found = read(tab)
    assert found.missing == found.unmatched == ()
    assert len(found.remarks) == 110


def test_half_of_a_sheet_is_read_and_the_other_half_is_missing() -> None:
    tab = lke()
    del tab.rows[tab.row_of["reform"] :]
    found = read(tab)
    assert len(found.questions) == 87
    assert len(found.missing) == 23
    assert found.missing[0] == "A.II.1.i.a"
    assert found.results == {}
    assert found.unmatched == ()
    assert "reform" not in found.own_scores


def test_question_twice_is_read_once_and_the_other_is_named() -> None:
    tab = lke()
    first = tab.row_of["A.I.1.i.a"]
    tab.rows.insert(first + 1, dict(tab.rows[first]))
    found = read(tab)
    assert found.missing == ()
    assert [each.why for each in found.unmatched] == [
        f"pertanyaan A.I.1.i.a sudah dibaca dari baris {first + 1}"
    ]


def test_answered_one_of_two_equal_rows_is_read() -> None:
    tab = lke()
    first = tab.row_of["A.I.1.i.a"]
    blank = {c: v for c, v in tab.rows[first].items() if c != tab.column_of["answer"]}
    tab.rows.insert(first, blank)
    found = read(tab)
    assert found.questions["A.I.1.i.a"].written == "Ya"
    assert found.questions["A.I.1.i.a"].cell.endswith(str(first + 2))
    assert found.unmatched == ()


def test_answer_without_a_question_and_answered_heading_are_named() -> None:
    tab = lke()
    tab.put("Pemenuhan.2", "answer", "A")
    tab.rows.append({tab.column_of["answer"]: "Jakarta, 2 Mei 2025"})
    tab.row_of["tanda tangan"] = len(tab.rows) - 1
    assert named(read(tab), tab) == {
        "Pemenuhan.2": "baris ini judul, tetapi berisi jawaban",
        "tanda tangan": "teks pertanyaannya kosong",
    }


def test_named_row_says_its_cell_and_its_text_shortened() -> None:
    tab = lke()
    put_text(tab, "A.I.1.i.a", "kacang " * 100)
    column = chr(65 + tab.text_column("A.I.1.i.a"))
    assert read(tab).unmatched == (
        Unmatched(
            f"LKE Unit!{column}{tab.row_of['A.I.1.i.a'] + 1}",
            f"{('kacang ' * 100)[:199]}…",
            NOT_KNOWN,
        ),
    )


# --- any damage, and any size ----------------------------------------------

Damage = tuple[str, int, int, str]
DAMAGES = st.tuples(
    st.sampled_from(["drop row", "clear cell", "swap rows", "swap cells", "put", "double"]),
    st.integers(0, 260),
    st.integers(0, 260),
    st.sampled_from(
        ["A", "#REF!", "a.", "- ", "Jumlah", "HASIL", "Telah", "PENGUNGKIT", "0,5", "ii."]
    ),
)


def damage(tab: Tab, damages: list[Damage]) -> None:
    """Change a sheet as people do by mistake; the header stays."""
    rows = tab.rows
    for what, one, other, text in damages:
        first, second = (2 + each % (len(rows) - 2) for each in (one, other))
        if what == "drop row":
            del rows[first]
        elif what == "swap rows":
            rows[first], rows[second] = rows[second], rows[first]
        elif what == "double":
            rows.insert(second, dict(rows[first]))
        elif what == "put":
            rows[first][other % 15] = text
        elif what == "clear cell" and rows[first]:
            del rows[first][sorted(rows[first])[other % len(rows[first])]]
        elif what == "swap cells":
            at, to = one % 15, other % 15
            mine, theirs = rows[first].get(at), rows[second].get(to)
            rows[first][at], rows[second][to] = theirs, mine


def read_or_named(found: LkeWorkbook) -> set[int]:
    """Rows of all cells that were read, or named because they were not."""
    questions = found.questions.values()
    cells = [each.cell for each in (*questions, *found.results.values(), *found.unmatched)]
    cells += [cell for each in questions for cell in each.inputs]
    return {row_number(cell) - 1 for cell in cells}


@settings(max_examples=40, deadline=None)
@given(st.lists(DAMAGES, min_size=1, max_size=30))
def test_every_answer_is_read_or_named_whatever_the_damage(damages: list[Damage]) -> None:
    filled = best()
    filled.counts = {"A.II.4.i": (7, 6), "A.II.5.ii": (9, 1, 8)}
    tab = lke_tab(filled, ALL_ODD)
    header = ALL_ODD.header_row
    top, tab.rows = tab.rows[: header - 1], tab.rows[header - 1 :]
    damage(tab, damages)
    tab.rows = top + tab.rows
    column = tab.column_of["answer"]
    answered = {
        number
        for number, row in enumerate(tab.rows)
        if number > header and (cell := row.get(column)) is not None
        if not (isinstance(cell, str) and Written(cell).is_blank)
    }
    found = read(tab)  # thirty damages leave most of it
    assert answered <= read_or_named(found)
    assert len(found.questions) + len(found.missing) == 110
    cells = [each.cell for each in found.questions.values()]
    assert len(set(cells)) == len(cells)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.none(),
                st.text(max_size=12),
                st.floats(allow_nan=False),
                st.booleans(),
                st.sampled_from(
                    [
                        "Penilaian",
                        "Jawaban",
                        "Nilai",
                        "%",
                        "REFORM",
                        "a.",
                        "Sudah ditetapkan agen perubahan",
                    ]
                ),
            ),
            max_size=9,
        ),
        max_size=12,
    )
)
def test_no_cells_at_all_break_the_reader(rows: list[list[object]]) -> None:
    header: list[object] = ["Penilaian", "Bobot", "Pilihan Jawaban", "Jawaban", "Nilai"]
    grid = Grid("Acak", [header, *rows])  # type: ignore[list-item]
    try:
        found = read_lke_grid(Workbook("acak.xlsx", (grid,)), CATALOGUE)
    except NotAnLke:
        return
    assert found.questions


def test_no_more_texts_are_compared_however_many_rows_there_are() -> None:
    rows: list[list[object]] = [["Penilaian", "Bobot", "Pilihan Jawaban", "Jawaban", "Nilai"]]
    rows += [[f"Hasil evaluasi nomor x{number}", 1.0, "A/B/C", "A", 1.0] for number in range(2_000)]
    rows += [["Sudah ditetapkan agen perubahan", 1.0, "A/B/C", "A", 1.0]]
    grid = Grid("Besar", rows)  # type: ignore[arg-type]
    before = outline_of(CATALOGUE).likeness.compared.cache_info().misses
    found = read_lke_grid(Workbook("besar.xlsx", (grid, grid)), CATALOGUE)
    after = outline_of(CATALOGUE).likeness.compared.cache_info().misses
    assert after - before <= MOST_COMPARED
    assert len(found.unmatched) == 2_000
    assert list(found.questions) == ["A.I.1.iv.b"]


def test_nothing_filled_reads_as_nothing_answered() -> None:
    found = read(lke_tab(Filled()))
    assert len(found.questions) == 110
    assert all(each.written is None for each in found.questions.values())
    assert found.unmatched == ()
