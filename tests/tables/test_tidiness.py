"""Advice about documents that are read fine; none of it is more than *saran*."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.tables.builders import checked
from zi_metrics.sources.situs import read_situs
from zi_metrics.tables.book import NO_BOOK, Book, TabRead
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.tidiness import MOST_COMPARED, Untidy, advice
from zi_metrics.tables.titles import is_vague
from zi_metrics.tables.vocabularies import normalise

OTHER_CODE = "A.I.1.i.b"
LINK = "https://drive.google.com/file/d/abc/view"
BOOK = Book(
    "buku",
    "https://docs.google.com/spreadsheets/d/x/edit",
    (
        TabRead("Dokumen", "evidence", 7, {"title": "C", "url": "F", "period": "D"}),
        TabRead("Dokumen 2", "evidence", 8, {"title": "B", "url": "E", "period": "D"}),
    ),
)


def told(*rows: dict[str, Any], book: Book = NO_BOOK, **row: Any) -> dict[Untidy, list[Problem]]:
    """Advice about documents that have a link of their own unless they say otherwise."""
    linked = [{"url": f"https://contoh.test/{i}"} | row | each for i, each in enumerate(rows)]
    evidence = checked(EVIDENCE, *linked).rows
    if book is not NO_BOOK:
        cells = [f"Dokumen!C{number}" for number in range(2, 2 + len(rows) - 1)]
        evidence = evidence.assign(origin=[*cells, "Dokumen 2!B2"])
    listed: dict[Untidy, list[Problem]] = {}
    for about, problem in advice(evidence, book, 2025):
        assert problem.severity is Severity.ADVICE
        listed.setdefault(about, []).append(problem)
    return listed


def titles(*names: str | None, **row: Any) -> dict[Untidy, list[Problem]]:
    return told(*({"title": name} for name in names), **row)


def where(problems: list[Problem]) -> list[int]:
    """Numbers of the rows that problems name."""
    return [int(problem.where.rpartition(" ")[2]) for problem in problems]


# --- names ------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Tambahan",
            "dokumen",
            "FOTO",
            "lain-lain",
            "Lain - lain",
            "dll.",
            "File",
            "Data  dukung",
        ),
        *(
            "2025",
            "Tahun 2024",
            "Juni",
            "TW II",
            "Semester I 2025",
            "1",
            "12",
            "IV",
            "v",
            "SK",
            "ba",
        ),
        *("foto 1", "Lampiran II", "Dokumen (3)", "-", "...", "?", "\u200bfoto\u00a0"),
    ],
)
def test_name_that_tells_nothing_is_vague(title: str) -> None:
    assert is_vague(normalise(title))


@pytest.mark.parametrize(
    "title",
    ["SK Tim ZI", "TOR", "POS", "Foto apel pagi", "Laporan SPI 2025", "Renstra", "Dokumen RKA"],
)
def test_name_that_tells_something_is_not(title: str) -> None:
    assert not is_vague(normalise(title))


def test_vague_name_is_told_with_its_cell() -> None:
    found = titles("Tambahan", "SK Tim", None, "2025")
    assert where(found[Untidy.TITLE_VAGUE]) == [1, 4]
    assert found[Untidy.TITLE_VAGUE][0].read == "Nama dokumen “Tambahan” terlalu umum."


@pytest.mark.parametrize(
    "pair",
    [
        ("Layanan peningkatan kompetensi", "Layanan peningktan kompetensi"),
        ("Notulen rapat monev", "Rapat monev notulen"),
        ("SK Tim ZI", "sk  TIM zi"),
        ("Rencana kerja pembangunan ZI", "Rencana-kerja pembangunan ZI"),
    ],
)
def test_names_that_are_nearly_the_same_are_told_once_at_the_later(pair: tuple[str, str]) -> None:
    found = titles(pair[0], "Survei kepuasan", pair[1])
    assert where(found[Untidy.TITLE_SIMILAR]) == [3]
    assert "(Tabel Data Dukung, baris 1)" in found[Untidy.TITLE_SIMILAR][0].read


def test_same_name_is_not_called_nearly_the_same() -> None:
    (same,) = titles("Sertifikat SAKIP", "sertifikat  SAKIP")[Untidy.TITLE_SIMILAR]
    (alike,) = titles("Sertifikat SAKIP", "Sertifikat SAKIPP")[Untidy.TITLE_SIMILAR]
    assert "sama dengan" in same.read
    assert "hampir" not in same.read
    assert "hampir sama dengan" in alike.read


@pytest.mark.parametrize(
    "pair",
    [
        ("Laporan SPI TW I", "Laporan SPI TW II"),
        ("Notulen rapat 12 Maret", "Notulen rapat 13 Maret"),
        ("Laporan bulan Januari", "Laporan bulan Februari"),
        ("Pengukuran kinerja 2024", "Pengukuran kinerja 2025"),
        ("Lampiran rapat A", "Lampiran rapat B"),
        ("Survei internal", "Survei eksternal"),
        ("SK Tim ZI", "Undangan rapat"),
    ],
)
def test_names_that_are_meant_to_differ_are_left_alone(pair: tuple[str, str]) -> None:
    assert Untidy.TITLE_SIMILAR not in titles(*pair)


@pytest.mark.parametrize("apart", [{"code": OTHER_CODE}, {"period": "TW II 2025"}])
def test_same_name_elsewhere_or_for_another_period_is_another_document(
    apart: dict[str, str],
) -> None:
    found = told({"title": "Notulen rapat"}, {"title": "Notulen rapat"} | apart)
    assert Untidy.TITLE_SIMILAR not in found


def test_repetition_that_is_reported_as_such_is_not_told_again() -> None:
    rows = [{"title": "SK Tim ZI", "evidence_id": None}] * 2
    assert Untidy.TITLE_SIMILAR not in told(*rows)


def test_vague_names_are_not_compared() -> None:
    assert Untidy.TITLE_SIMILAR not in titles("Tambahan", "Tambahan")


def test_large_groups_are_not_compared() -> None:
    names = [f"{'ab'[i % 2] * 40} dokumen {'cd'[i % 2] * 9}" for i in range(MOST_COMPARED)]
    assert Untidy.TITLE_SIMILAR in titles(*names)
    assert Untidy.TITLE_SIMILAR not in titles(*names, "satu lagi yang lain")


# --- links ------------------------------------------------------------------


def test_link_of_several_documents_is_told_once_with_all_their_cells() -> None:
    rows = [{"title": f"Dokumen tentang {name}", "url": LINK} for name in ("rapat", "apel", "SKP")]
    (problem,) = told(*rows, book=BOOK)[Untidy.LINK_REPEATED]
    assert problem.where == "Dokumen!F2"
    assert problem.read == f"Tautan “{LINK}” dipakai 3 dokumen: sel ini, F3, Dokumen 2!E2."
    assert (BOOK.link(problem.where) or "").endswith("#gid=7&range=F2")


def test_long_list_of_cells_is_cut() -> None:
    rows = [{"title": f"Notulen ke-{i}", "url": LINK} for i in range(8)]
    (problem,) = told(*rows, book=BOOK)[Untidy.LINK_REPEATED]
    assert problem.read.endswith("8 dokumen: sel ini, F3, F4, F5, F6, F7, dan 2 lainnya.")


@pytest.mark.parametrize(
    "other",
    [
        "https://DRIVE.google.com/file/d/abc/view/",
        f"{LINK}?usp=sharing",
        f"{LINK}?usp=drive_link&pli=1",
        f"http{LINK.removeprefix('https')}",
        f"lihat {LINK}, dan https://situs.go.id",
    ],
)
def test_links_that_lead_to_the_same_document_are_the_same(other: str) -> None:
    found = told({"title": "SK Tim", "url": LINK}, {"title": "Notulen rapat", "url": other})
    assert where(found[Untidy.LINK_REPEATED]) == [1]


@pytest.mark.parametrize(
    "other", [f"{LINK}?resourcekey=2", f"{LINK}#gid=2", "https://drive.google.com/file/d/Abc/view"]
)
def test_other_links_are_others(other: str) -> None:
    found = told({"title": "SK Tim", "url": LINK}, {"title": "Notulen rapat", "url": other})
    assert Untidy.LINK_REPEATED not in found


def test_document_of_two_indicators_may_have_the_same_link_twice() -> None:
    rows = [{"title": "SK Tim ZI", "url": LINK}, {"title": "SK tim ZI", "url": LINK}]
    assert Untidy.LINK_REPEATED not in told(rows[0], rows[1] | {"code": OTHER_CODE})


@pytest.mark.parametrize(
    ("status", "url", "is_told"),
    [
        ("Tersedia", None, True),
        ("OK", "belum ada", True),
        ("Tersedia", "LIHAT EVIDENCE", False),  # a warning already
        ("Tersedia", LINK, False),
        ("Belum", None, False),
        ("Disusun", None, False),
        ("x", None, False),
    ],
)
def test_complete_document_without_a_link_is_told(
    status: str, url: str | None, is_told: bool
) -> None:
    assert (Untidy.LINK_ABSENT in told({"status": status, "url": url})) == is_told


# --- periods ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "is_told"),
    [
        *(("2024", True), ("Semester I 2026", True), ("Desember 2024", True)),
        *(("2025", False), ("TW IV 2025", False), ("Juni", False), (None, False), ("rutin", False)),
    ],
)
def test_period_of_another_year_is_told(period: str | None, is_told: bool) -> None:
    found = told({"period": period}, book=NO_BOOK)
    assert (Untidy.OTHER_YEAR in found) == is_told


# --- the whole --------------------------------------------------------------


@pytest.mark.parametrize("row", [{"code": "A.I.9.z"}, {"status": "N/A", "reason": "Bukan tugas"}])
def test_rows_that_do_not_count_are_left_alone(row: dict[str, Any]) -> None:
    assert told({"title": "Foto", "url": None, "period": "2019"} | row) == {}


def test_advice_names_the_cell_of_what_to_mend() -> None:
    row = {"title": "Foto", "url": None, "period": "2019"}
    found = told({"title": "SK Tim ZI"}, row, book=BOOK)
    cells = {about: [problem.where for problem in problems] for about, problems in found.items()}
    assert cells == {
        Untidy.TITLE_VAGUE: ["Dokumen 2!B2"],
        Untidy.OTHER_YEAR: ["Dokumen 2!D2"],
        Untidy.LINK_ABSENT: ["Dokumen 2!E2"],
    }


def test_list_of_the_site_gets_the_advice_a_reader_would_give() -> None:
    snapshot = read_situs()
    counted = Counter(each.about for each in advice(snapshot.evidence, NO_BOOK, 2025))
    assert counted == {
        Untidy.LINK_ABSENT: 303,
        Untidy.TITLE_VAGUE: 25,
        Untidy.OTHER_YEAR: 4,
        Untidy.TITLE_SIMILAR: 2,
    }


def test_table_without_rows_gets_none() -> None:
    assert told() == {}


def test_document_without_a_link_is_named() -> None:
    rows = [{"title": "SK Tim ZI", "url": None}, {"title": None, "url": None, "status": "OK"}]
    assert [problem.read for problem in told(*rows)[Untidy.LINK_ABSENT]] == [
        "Dokumen “SK Tim ZI” berstatus Tersedia, tetapi tanpa tautan.",
        "Dokumen tanpa nama berstatus Terverifikasi, tetapi tanpa tautan.",
    ]


@pytest.mark.parametrize("link", ["https://drive.google.com:[lihat", "https://bps.go.id:／data"])
def test_address_that_cannot_be_taken_apart_is_no_link_of_two_documents(link: str) -> None:
    assert Untidy.LINK_REPEATED not in told({"url": link}, {"url": link})
