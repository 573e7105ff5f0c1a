"""What is said about the data and how to mend it."""

from __future__ import annotations

from zi_metrics.labels import problems, quality, sheet_problems


def test_tables_are_listed_as_a_sentence_lists_them() -> None:
    assert [quality.unreadable(["A", "B", "C"][:number]) for number in range(4)] == [
        "",
        "Tabel A tidak dapat dibaca, jadi angkanya tidak ditampilkan.",
        "Tabel A dan B tidak dapat dibaca, jadi angkanya tidak ditampilkan.",
        "Tabel A, B, dan C tidak dapat dibaca, jadi angkanya tidak ditampilkan.",
    ]


def test_tab_with_another_name_is_to_be_renamed() -> None:
    remedy = sheet_problems.tab_known_by_header("Sheet1", "Monev")[2]
    assert remedy == "Ganti nama tab ini menjadi “Monev”."


def test_ticked_box_is_quoted_as_the_sheet_shows_it() -> None:
    assert [problems.quote(box) for box in (True, False)] == ["“TRUE”", "“FALSE”"]


def test_flag_is_mended_with_one_of_its_two_words() -> None:
    assert problems.cell_unreadable("Wajib", "x", "Ya/Tidak")[2] == "Isi dengan Ya atau Tidak."
    assert problems.cell_unreadable("Nilai", "x", "angka")[2] == "Isi dengan angka yang benar."
