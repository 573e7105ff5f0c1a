"""The printed pack, read back with pypdf: what stands on paper is what the screen shows."""

from __future__ import annotations

import gc
import json
import weakref
from dataclasses import replace
from datetime import date
from functools import lru_cache
from io import BytesIO
from typing import Any

import pytest
import typst
from pypdf import PdfReader

from tests.metrics.builders import document, unit
from tests.report.meetings import shipped, small
from zi_metrics.labels.numbers import clock, long_date, short_date
from zi_metrics.labels.statuses import marked
from zi_metrics.metrics.overdue import late_by_pic
from zi_metrics.report.decisions import decisions
from zi_metrics.report.deck import deck
from zi_metrics.report.figure_texts import figure_texts
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.pdf import lists
from zi_metrics.report.pdf.encode import encoded
from zi_metrics.report.pdf.sections import paper
from zi_metrics.report.pdf_file import TEMPLATE, fonts, pdf_file
from zi_metrics.report.slides import Bars
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.records import records

BOTH = pytest.mark.parametrize("source", ["contoh", "situs"])
HOSTILE = [
    '#import "jahat.typ": *',
    "*tebal* _miring_ <b>x</b> $x^2$ `kode` @rujukan <label>",
    "=1+1",
    "\\begin{x} \\u{41} // bukan komentar /* juga */",
    '[x](javascript:alert(1)) ~ -- --- ... "kutip" %s {0}',
    "- butir",
    "= Judul",
    "1. butir",
    "Panjang" * 43,
    "W" * 300,
]


def printed_of(meeting: Meeting) -> bytes:
    return pdf_file(meeting, deck(meeting))


@lru_cache
def file_of(source: str) -> bytes:
    return printed_of(shipped(source))


def reader(source: str) -> PdfReader:
    return PdfReader(BytesIO(file_of(source)))


@lru_cache
def pages_of(source: str) -> list[str]:
    return texts(file_of(source))


def texts(made: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(made)).pages]


def squeezed(text: str) -> str:
    """Without spaces and line ends, which a PDF does not tell apart."""
    return "".join(text.split())


def body(page: str) -> str:
    """Without the line at the head and the line at the foot."""
    return "\n".join(page.splitlines()[1:-1])


def part(source: str, title: str, until: str) -> str:
    """What is printed from one heading to the next one named, squeezed."""
    whole = squeezed("\n".join(map(body, pages_of(source))))
    begins = whole.index(squeezed(title))
    return whole[begins : whole.index(squeezed(until), begins)]


def of_small(meeting: Meeting) -> str:
    return squeezed("\n".join(map(body, texts(printed_of(meeting)))))


# -- pages


@BOTH
def test_every_page_says_which_it_is_and_where_its_figures_are_from(source: str) -> None:
    pages = pages_of(source)
    for number, page in enumerate(pages, start=1):
        assert squeezed(page).endswith(f"Halaman{number}dari{len(pages)}")
        assert squeezed(shipped(source).stamp) in squeezed(page)


def test_every_page_of_the_sample_is_marked_as_one() -> None:
    assert all("Data contoh" in page.splitlines()[0] for page in pages_of("contoh"))
    assert not any("Data contoh" in page for page in pages_of("situs"))


@BOTH
def test_pages_are_upright_a4(source: str) -> None:
    for page in reader(source).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


@BOTH
def test_first_page_tells_unit_dates_source_filter_and_digest(source: str) -> None:
    meeting, first = shipped(source), squeezed(pages_of(source)[0])
    provenance = meeting.snapshot.provenance
    assert "RapatmonevZonaIntegritas" in first
    assert squeezed(meeting.unit) in first
    assert squeezed(f"Keadaan per {long_date(provenance.as_of)}") in first
    assert squeezed(f"Data dibaca {clock(provenance.read_at)}") in first
    assert f"Sidikdata{provenance.digest[:12]}" in first
    assert "Saringantanpasaringan,namadisamarkan" in first


def test_first_page_of_the_sample_tells_meeting_and_comparison() -> None:
    first = squeezed(pages_of("contoh")[0])
    assert "Tanggalrapat22Januari2026" in first
    assert "potret30September2025(rapat15Oktober2025)" in first


# -- figures


@BOTH
def test_figures_of_unit_and_areas_are_those_of_the_screen(source: str) -> None:
    meeting, first = shipped(source), squeezed(pages_of(source)[0])
    groups = [
        (f"{area.number}. {area.short_name}", meeting.by_area[area.number], area.number)
        for area in meeting.areas
    ]
    for name, figures, number in groups:
        shown = figure_texts(figures, meeting.items.of_area(number))
        assert squeezed(f"{name}{shown.weighted}") in first
        assert squeezed(f"{shown.indicators}{shown.follow_up}{shown.spip_submitted}") in first
    shown = figure_texts(meeting.total, meeting.items)
    assert squeezed(f"Unit{shown.weighted}") in first
    assert squeezed(f"{shown.indicators}{shown.follow_up}{shown.spip_submitted}") in first


@BOTH
def test_sentences_headlines_and_bars_are_those_of_the_deck(source: str) -> None:
    whole = squeezed("\n".join(map(body, pages_of(source))))
    for slide in deck(shipped(source)).slides:
        assert squeezed(slide.sentence) in whole
        for headline in slide.headlines:
            told = f"{headline.name}{headline.value}{headline.counted}{headline.change}"
            assert squeezed(told) in whole
        for bars in (b for column in slide.columns for b in column.blocks if isinstance(b, Bars)):
            for bar in bars.bars:
                assert squeezed(bar.name) in whole
                assert squeezed(bar.summary) in whole


def test_every_decision_is_on_the_first_page_and_in_the_form() -> None:
    proposals = [squeezed(each) for each in decisions(shipped("contoh"))]
    first = squeezed(pages_of("contoh")[0])
    form = part("contoh", "11 hal diusulkan dari data.", "Lampiran: data dukung")
    assert len(proposals) == 11
    for number, proposal in enumerate(proposals, start=1):
        assert f"{number}.{proposal}" in first
        assert f"{number}{proposal}" in form


def test_course_tells_every_snapshot_and_the_estimate() -> None:
    course = part("contoh", "Perkembangan Dari", "1. Manajemen Perubahan Data")
    for point in shipped("contoh").course:
        weighted = figure_texts(point.total, shipped("contoh").items).weighted
        assert squeezed(f"{long_date(point.as_of)}{weighted}") in course
    assert "perkiraan75–83%" in course
    assert "target90%" in course


def test_one_snapshot_is_no_line() -> None:
    assert "100%" not in part("situs", "Perkembangan Baru", "1. Manajemen Perubahan Data")


# -- lists


@BOTH
def test_every_incomplete_indicator_of_an_area_is_listed(source: str) -> None:
    meeting = shipped(source)
    for area in meeting.areas:
        rows = meeting.items.of_area(area.number).indicators
        printed = area_part(source, area.number)
        printed = printed[printed.index("Indikatoryangbelumlengkap") :]
        printed = printed[: printed.index("Lewattenggat")]
        open_rows = rows[~rows["state"].isin(["lengkap", "tidak relevan"])]
        for row in records(open_rows):
            documents = f"{row.complete_count} dari {row.required_count}"
            counted = documents if row.required_count else "–"
            line = f"{row.code}{row.question}{marked(row.state)}{counted}{row.pic or '–'}"
            assert squeezed(line) in printed
        assert printed.count(f"A.I.{area.number}.") == len(open_rows)


def test_every_late_item_of_an_area_is_listed() -> None:
    meeting = shipped("contoh")
    assert len(meeting.late) == 47
    for row in records(meeting.late[meeting.late["area_no"].notna()]):
        title = f"{row.title}{row.kind}{row.code or '–'}"
        dates = f"{short_date(row.due_on)}{row.days_late}{row.pic or '–'}"
        assert squeezed(title + dates) in area_part("contoh", int(row.area_no))


def area_part(source: str, number: int) -> str:
    area = shipped(source).areas[number - 1]
    begins = f"{number}. {area.name} Data dukung mencakup"
    if number == 6:
        return part(source, begins, "Monev dan tindak lanjut")
    following = shipped(source).areas[number]
    return part(source, begins, f"{number + 1}. {following.name} Data dukung mencakup")


def test_every_recommendation_is_listed_with_its_state() -> None:
    rows = shipped("contoh").items.follow_ups
    printed = part("contoh", f"Daftar rekomendasi ({len(rows)})", "Laporan triwulanan SPIP")
    for row in records(rows):
        line = f"{row.recommendation}{row.period}{marked(row.state)}{short_date(row.due_on)}"
        assert squeezed(line) in printed


def test_open_recommendations_stand_in_their_area() -> None:
    rows = shipped("contoh").items.follow_ups
    is_open = rows["is_required"] & ~rows["is_done"] & rows["area_no"].notna()
    assert is_open.sum() > 5
    for row in records(rows[is_open]):
        assert squeezed(f"{row.recommendation}{row.period}{marked(row.state)}") in area_part(
            "contoh", int(row.area_no)
        )


def test_every_report_stands_in_the_matrix_with_its_word() -> None:
    printed = part("contoh", "Laporan per area dan triwulan", "Perubahan sejak rapat lalu")
    meeting = shipped("contoh")
    for area in meeting.areas:
        rows = meeting.items.of_area(area.number).spip
        states = "".join(marked(state) for state in rows["state"])
        assert len(rows) == 4
        assert squeezed(f"{area.short_name}{states}") in printed


def test_every_change_is_listed_under_its_kind() -> None:
    found = shipped("contoh").changes
    assert found is not None
    printed = part("contoh", "Perubahan sejak rapat lalu", "Lewat tenggat menurut PIC")
    for kind, count in found.items["kind"].value_counts().items():
        assert squeezed(f"{str(kind).capitalize()} ({count})") in printed
    for row in records(found.items):
        before = marked(row.state_before) if row.state_before else "–"
        place = row.code or (f"Area {row.area_no}" if row.area_no else "–")
        told = f"{row.item}{place}{row.title}{before}{marked(row.state)}"
        assert squeezed(told) in printed


def test_every_pic_with_late_items_is_listed() -> None:
    people = late_by_pic(shipped("contoh").late)
    printed = part("contoh", "Lewat tenggat menurut PIC", "Kesiapan menuju WBK")
    assert len(people) > 7
    for row in people.to_dict("records"):
        name = row["pic"] if isinstance(row["pic"], str) else "Tanpa PIC"
        counts = f"{row['data dukung']}{row['tindak lanjut']}{row['laporan SPIP']}"
        assert squeezed(f"{name}{counts}{row['longest_days']} hari") in printed


@BOTH
def test_every_incomplete_document_is_in_the_appendix(source: str) -> None:
    meeting = shipped(source)
    whole = squeezed("\n".join(map(body, pages_of(source))))
    appendix = whole[whole.rindex("Lampiran:datadukungyangbelumlengkap") :]
    listed = meeting.items.evidence
    missing = listed[~listed["is_complete"] & ~listed["is_irrelevant"]]
    for row in records(missing):
        line = f"{row.code}{row.title}{row.period or '–'}{marked(row.state)}{row.pic or '–'}"
        assert squeezed(f"{line}{short_date(row.due_on)}") in appendix
    for area in meeting.areas:
        number = int((missing["area_no"] == area.number).sum())
        assert squeezed(f"{area.number}. {area.name} ({number})") in appendix
        assert appendix.count(f"A.I.{area.number}.") == number


def test_a_list_too_long_for_paper_says_how_much_is_left_and_where(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lists, "MOST_ROWS", 3)
    many = unit(documents=[document("A.I.1.i.a", "Belum ada", title=f"D-{n}") for n in range(5)])
    printed = of_small(small(many))
    assert "D-2" in printed
    assert "D-3" not in printed
    assert "dan2lainnya,lihatberkasXLSX" in printed


# -- what people write


def test_names_are_hidden_in_every_list_unless_asked_for() -> None:
    due = date(2025, 1, 5)
    named = unit(
        documents=[
            document("A.I.1.i.a", "Belum ada", title="SK Siti Aminah", pic="Budi", due_on=due)
        ],
        recommendations=[{"recommendation": "Surati Siti Aminah", "pic": "Budi", "due_on": due}],
        settings={"Nama yang disamarkan": "Siti Aminah; Budi"},
    )
    hidden, shown = of_small(small(named)), of_small(small(named, shows_names=True))
    assert "SKS.A." in hidden
    assert "Aminah" not in hidden
    assert "Budi" not in hidden
    assert "SKSitiAminah" in shown
    assert "namatampil" in shown


def test_hostile_texts_are_printed_as_they_are() -> None:
    printed = of_small(of_titles(HOSTILE))
    for text in HOSTILE:
        assert squeezed(text) in printed


def of_titles(titles: list[str]) -> Meeting:
    due = date(2025, 1, 5)
    documents = [document("A.I.1.i.a", "Belum ada", title=t, due_on=due) for t in titles]
    recommendations = [{"recommendation": each, "due_on": due} for each in titles]
    settings = {"Unit": "Unit #emph[x] *y*"}
    return small(unit(documents=documents, recommendations=recommendations, settings=settings))


def test_unit_name_is_no_markup() -> None:
    made = printed_of(of_titles(["SK Tim"]))
    assert squeezed("Unit #emph[x] *y*") in squeezed(texts(made)[0])
    assert PdfReader(BytesIO(made)).metadata.author == "Unit #emph[x] *y*"


def test_right_to_left_text_keeps_its_letters() -> None:
    printed = of_small(of_titles(["نص عربي", "\u202eterbalik"]))
    assert set("نصعربي") <= set(printed)
    assert "terbalik" in printed


def test_letters_without_a_font_are_printed_as_their_code() -> None:
    printed = of_small(of_titles(["😀 SK 中"]))
    assert "[U+1F600]SK[U+4E2D]" in printed


def test_long_texts_and_words_stay_within_their_column() -> None:
    made = printed_of(of_titles(["W" * 400, "panjang" * 60, "kata " * 1500]))
    for page in PdfReader(BytesIO(made)).pages:
        rightmost = max(right_ends(page), default=0.0)
        assert rightmost <= 595


def right_ends(page: Any) -> list[float]:
    """Where runs of letters begin, at least: none may begin beyond the paper."""
    starts: list[float] = []

    def visit(text: str, _: Any, matrix: list[float], __: Any, size: float) -> None:
        if text.strip():
            starts.append(matrix[4] + 0.4 * size * len(text.strip()))

    page.extract_text(visitor_text=visit)
    return starts


def test_an_empty_unit_is_printed_too() -> None:
    printed = of_small(small(unit()))
    assert "Belumadadatamonev." in printed
    assert "BelumadadataSPIP2025." in printed
    assert "Belumadapembanding." in printed


def test_an_unreadable_table_is_told_and_nothing_is_called_complete() -> None:
    lost = replace(unit(), unreadable=frozenset({EVIDENCE.name}))
    printed = of_small(small(lost))
    assert "TabelDataDukungtidakdapatdibaca." in printed
    assert "Semuaindikatorlengkap." not in printed
    assert "Semuadatadukunglengkap." not in printed


# -- the file


@BOTH
def test_same_meeting_gives_the_same_bytes(source: str) -> None:
    assert printed_of(shipped(source)) == file_of(source)


def test_file_knows_its_title_language_and_date() -> None:
    made = reader("contoh")
    assert made.metadata.title == "Rapat monev Zona Integritas"
    assert made.metadata.creation_date == shipped("contoh").snapshot.provenance.read_at.replace(
        microsecond=0
    )
    assert made.trailer["/Root"]["/Lang"] == "id"
    assert made.trailer["/Root"]["/MarkInfo"]["/Marked"]


@BOTH
def test_bookmarks_are_the_slides_in_their_order(source: str) -> None:
    marks = [mark.title for mark in reader(source).outline if not isinstance(mark, list)]
    slides = [slide.title for slide in deck(shipped(source)).slides]
    assert marks[1:-1] == slides
    assert marks[-1] == "Lampiran: data dukung yang belum lengkap"


def test_nothing_on_paper_is_coloured() -> None:
    pages = reader("contoh").pages
    spaces = [
        space.get_object()
        for page in pages
        for space in (page["/Resources"].get("/ColorSpace") or {}).values()
    ]
    assert len(spaces) >= len(pages)
    assert {str(name) for name, _ in spaces} == {"/ICCBased"}
    assert {profile["/N"] for _, profile in spaces} == {1}


@BOTH
def test_screen_readers_can_read_it(source: str) -> None:
    content = json.dumps(encoded(paper(shipped(source), deck(shipped(source)))))
    made = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        format="pdf",
        font_paths=fonts(),
        sys_inputs={"paper": content},
        timestamp=0,
        pdf_standards=["ua-1"],
    )
    assert b"%PDF" in made[:8]


def test_fonts_of_the_system_are_not_used() -> None:
    assert {font.path is None or "fonts/IBMPlexSans" in font.path for font in fonts().fonts()} == {
        True
    }


def test_paper_says_what_the_deck_it_is_given_says() -> None:
    meeting = shipped("contoh")
    other = replace(deck(meeting), stamp="Cap lain", badge="")
    made = paper(meeting, other)
    assert (made.stamp, made.badge) == ("Cap lain", "")


def test_deck_of_a_meeting_outlives_no_one_who_holds_it() -> None:
    made = deck(shipped("contoh"))
    kept = weakref.ref(made)
    del made
    gc.collect()
    assert kept() is None


def test_who_leads_signs_as_leader_of_the_meeting() -> None:
    (sheet,) = [each for each in texts(file_of("contoh")) if "Notulis" in each]
    assert "Pimpinan rapat" in sheet
