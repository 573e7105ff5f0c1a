"""The deck says what the pages say, in the order of a meeting, and hides names unless asked."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

from tests.metrics.builders import document, unit
from tests.report.meetings import shipped, small
from zi_metrics.charts.completeness import evidence_by_area, evidence_by_sub_area
from zi_metrics.charts.follow_up import follow_up_by_area
from zi_metrics.labels import meeting as text
from zi_metrics.labels import screen
from zi_metrics.metrics.change_selection import to_explain
from zi_metrics.report.deck import deck
from zi_metrics.report.figure_texts import figure_texts
from zi_metrics.report.slides import Bars, Deck, Headline, Lines, Matrix, Slide, Table
from zi_metrics.tables.columns import EVIDENCE

ORDER = [
    *("keseluruhan", "perkembangan"),
    *("manajemen-perubahan", "tatalaksana", "manajemen-sdm"),
    *("akuntabilitas", "pengawasan", "layanan-publik"),
    *("monev", "spip", "perubahan", "lewat-tenggat"),
    *("kesiapan", "jalan-terpendek", "keputusan"),
]
PLANNER = "Perencana"
BOTH = pytest.mark.parametrize("source", ["contoh", "situs"])


def slide(of: Deck, key: str) -> Slide:
    return next(each for each in of.slides if each.key == key)


def blocks(of: Slide, kind: type) -> list[Any]:
    return [each for column in of.columns for each in column.blocks if isinstance(each, kind)]


def texts_in(value: object) -> list[str]:
    """Every text of a deck, wherever it stands."""
    if isinstance(value, str):
        return [value]
    if is_dataclass(value):
        return [each for field in fields(value) for each in texts_in(getattr(value, field.name))]
    if isinstance(value, tuple | list):
        return [each for part in value for each in texts_in(part)]
    if isinstance(value, dict):
        return [each for part in value.items() for each in texts_in(part)]
    return []


@BOTH
def test_deck_has_one_screen_per_subject_in_the_order_of_a_meeting(source: str) -> None:
    made = deck(shipped(source))
    assert [each.key for each in made.slides] == ORDER
    assert made.count == 16


@BOTH
def test_headlines_are_the_figures_of_the_pages(source: str) -> None:
    of = shipped(source)
    made = deck(of)
    groups = {"keseluruhan": (of.total, of.items)} | {
        area.slug: (of.by_area[area.number], of.items.of_area(area.number)) for area in of.areas
    }
    for key, (figures, items) in groups.items():
        shown = [whole(each) for each in slide(made, key).headlines]
        on_page = figure_texts(figures, items)
        assert shown == [
            on_page.weighted,
            on_page.indicators,
            on_page.follow_up,
            on_page.spip_submitted,
        ]


def whole(headline: Headline) -> str:
    """A headline as the pages write it."""
    if not headline.counted:
        return headline.value
    return f"{headline.counted.removesuffix(' poin')} · {headline.value}"


@BOTH
def test_bars_are_those_of_the_pages(source: str) -> None:
    of = shipped(source)
    made = deck(of)
    pictures = {"keseluruhan": evidence_by_area(of.items, of.by_area, of.areas)} | {
        area.slug: evidence_by_sub_area(of.items.of_area(area.number)) for area in of.areas
    }
    if len(of.items.follow_ups):
        pictures["monev"] = follow_up_by_area(of.items.follow_ups, of.areas)
    for key, picture in pictures.items():
        (bars,) = blocks(slide(made, key), Bars)
        assert bars.bars == picture.numbers[0]
        assert bars.states == picture.states


def test_every_slide_of_a_unit_without_monev_and_spip_says_what_is_missing() -> None:
    made = deck(shipped("situs"))
    assert slide(made, "monev").sentence == screen.EMPTY_MONEV
    assert slide(made, "spip").sentence.startswith("Belum ada data SPIP 2025. Isi tab SPIP")
    assert blocks(slide(made, "perubahan"), Lines)[0].empty == text.NO_EARLIER


def test_deck_of_an_unreadable_table_says_so() -> None:
    made = deck(small(unit()))
    assert slide(made, "keseluruhan").headlines[0].value == "0\u00a0%"
    broken = small(unit())
    lost = frozenset({EVIDENCE.name})
    object.__setattr__(broken.items, "unreadable", lost)
    object.__setattr__(broken.items, "indicators", broken.items.indicators.iloc[:0])
    told = slide(deck(broken), "keseluruhan")
    assert told.headlines[0].value == "tidak dapat dibaca"
    assert blocks(told, Lines)[0].empty == "Tabel Data Dukung tidak dapat dibaca."


def test_cover_says_unit_dates_source_and_digest() -> None:
    made = deck(shipped("contoh"))
    assert made.cover.is_sample
    assert made.badge == "Data contoh"
    assert dict(made.cover.facts) == {
        "Tahun penilaian": "2025",
        "Tanggal rapat": "22 Januari 2026",
        "Keadaan per": "20 Januari 2026",
        "Dibandingkan dengan": "potret 30 September 2025 (rapat 15 Oktober 2025)",
        "Data dibaca": "20 Jan 2026 17.00 WIB",
        "Sumber": "Data contoh",
        "Sidik data": shipped("contoh").snapshot.provenance.digest[:12],
    }


def test_matrix_of_reports_has_a_state_for_every_area_and_quarter() -> None:
    (matrix,) = blocks(slide(deck(shipped("contoh")), "spip"), Matrix)
    reports = shipped("contoh").items.spip
    assert [state for _, states in matrix.rows for state in states] == reports["state"].tolist()


def test_late_items_of_all_pics_add_up_to_all_late_items() -> None:
    of = shipped("contoh")
    (table,) = blocks(slide(deck(of), "lewat-tenggat"), Table)
    counted = sum(int(cell) for row in table.rows for cell in row[1:4])
    assert table.more == "dan 3 PIC lain dengan 4 butir, serta 1 butir tanpa PIC"
    assert counted + 4 + 1 == len(of.late) == 47


@pytest.mark.parametrize(
    ("pics", "sentence"),
    [
        ([PLANNER, PLANNER, "UPG"], "3 butir lewat tenggat pada 2 PIC."),
        ([PLANNER, None, "UPG", PLANNER], "4 butir lewat tenggat: 3 pada 2 PIC dan 1 tanpa PIC."),
        ([None, None], "2 butir lewat tenggat tanpa PIC."),
        ([], screen.NO_DUE_DATES),
    ],
)
def test_late_items_of_pics_and_those_of_nobody_are_told_apart(
    pics: list[str | None], sentence: str
) -> None:
    late = [document("A.I.1.i.a", "Belum", pic=pic, due_on=date(2025, 6, 1)) for pic in pics]
    for number, row in enumerate(late):
        row["title"] = f"Dokumen {number}"
    assert slide(deck(small(unit(documents=late))), "lewat-tenggat").sentence == sentence


@pytest.mark.parametrize(
    ("people", "nobody", "more"),
    [
        (9, 0, "dan 2 PIC lain dengan 2 butir"),
        (8, 2, "dan 1 PIC lain dengan 1 butir, serta 2 butir tanpa PIC"),
        (7, 1, "dan 1 butir tanpa PIC"),
        (6, 1, ""),
    ],
)
def test_pics_left_out_are_counted_without_what_is_of_nobody(
    people: int, nobody: int, more: str
) -> None:
    pics = [f"Tim {number}" for number in range(people)] + [None] * nobody
    rows = [
        document("A.I.1.i.a", "Belum", title=f"D{n}", pic=pic, due_on=date(2025, 6, 1))
        for n, pic in enumerate(pics)
    ]
    (table,) = blocks(slide(deck(small(unit(documents=rows))), "lewat-tenggat"), Table)
    assert table.more == more


def test_comparison_is_called_the_last_meeting_only_when_it_is_why() -> None:
    before = unit(documents=[document("A.I.1.i.a", "Tersedia")], as_of=date(2025, 3, 31))
    after = unit(documents=[document("A.I.1.i.a", "Belum")])
    assert slide(deck(small(after, before)), "perubahan").title == "Perubahan sejak 31 Maret 2025"
    assert slide(deck(small(after)), "perubahan").title == "Perubahan"
    met = slide(deck(shipped("contoh")), "perubahan")
    assert met.title == "Perubahan sejak rapat lalu"


def test_first_items_to_explain_are_the_first_of_the_page() -> None:
    days = {"Baru saja": date(2025, 6, 29), "Lama": date(2025, 4, 1), "Sedang": date(2025, 5, 1)}
    rows = [document("A.I.1.i.a", "Belum", title=title, due_on=day) for title, day in days.items()]
    gone = document("A.I.1.i.a", "Belum", title="Hilang")
    made = small(unit(documents=rows), unit(documents=[*rows, gone], as_of=date(2025, 3, 31)))
    assert made.changes is not None
    of_page = to_explain(made.changes.items)["title"].tolist()
    (lines,) = blocks(slide(deck(made), "perubahan"), Lines)
    assert [line.text for line in lines.lines] == of_page[:3] == ["Hilang", "Lama", "Sedang"]
    assert lines.more == "dan 1 lainnya"


NAMED = {
    "documents": [
        document("A.I.1.i.a", "Belum ada", title="Notulen Budi Santoso", due_on=date(2025, 6, 1)),
        document(
            "A.I.1.i.b", "Belum ada", title="SK", pic="Kabag Siti Aminah", due_on=date(2025, 5, 1)
        ),
    ],
    "recommendations": [
        {"recommendation": "Minta tanda tangan Siti Aminah", "due_on": date(2025, 5, 1)}
    ],
    "settings": {"Nama yang disamarkan": "Budi Santoso"},
}


def test_names_are_hidden_on_every_slide_unless_asked_for() -> None:
    hidden = " ".join(texts_in(deck(small(unit(**NAMED)))))
    assert "Budi" not in hidden
    assert "Santoso" not in hidden
    assert "Siti" not in hidden
    assert "Aminah" not in hidden
    assert "Notulen B.S." in hidden
    assert "Kabag S.A." in hidden
    shown = " ".join(texts_in(deck(small(unit(**NAMED), shows_names=True))))
    assert "Notulen Budi Santoso" in shown
    assert "Kabag Siti Aminah" in shown


def test_titles_on_slides_are_cut_and_hold_no_control_characters() -> None:
    title = "=cmd|' /C calc'!A0 \u202e<b>tebal</b>\x07 " + "panjang" * 300
    rows = [document("A.I.1.i.a", "Belum ada", title=title, due_on=date(2025, 6, 1))]
    told = texts_in(deck(small(unit(documents=rows))))
    written = [each for each in told if each.startswith("=cmd")]
    assert written
    assert all(len(each) <= 56 for each in written)
    assert not any(mark in each for each in told for mark in "\u202e\x07")


def test_file_named_after_somebody_is_hidden_in_stamp_and_cover() -> None:
    read = unit(**NAMED)
    named = replace(read, provenance=replace(read.provenance, source="Laporan Budi Santoso.xlsx"))
    made = deck(small(named))
    assert "Laporan B.S.xlsx" in made.stamp
    assert not [each for each in texts_in(made) if "Budi" in each]
