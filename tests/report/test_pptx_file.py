"""The PowerPoint file: what the deck says, in shapes and charts that can be edited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pptx.slide import Slide as Page

from tests.report.decks import bars_of, course_of, deck_of, slide_of
from tests.report.pptx_read import (
    chart_values,
    charts_of,
    labels_of,
    made,
    opened,
    texts_of,
    workbook_of,
)
from zi_metrics.charts.series import StateBar
from zi_metrics.labels import pptx as words
from zi_metrics.labels.numbers import NBSP
from zi_metrics.labels.statuses import marked
from zi_metrics.report.pptx_file import pptx_file
from zi_metrics.report.slides import (
    Bars,
    Block,
    Column,
    Course,
    Headline,
    Line,
    Lines,
    Matrix,
    Slide,
    Table,
)

END = words.BAR_ENDS
SHIPPED = pytest.mark.parametrize("source", ["contoh", "situs"])


def blocks_of(slide: Slide) -> list[Block]:
    return [block for column in slide.columns for block in column.blocks]


def pages_of(name: str) -> Iterator[tuple[Page, Slide]]:
    """The pages of a source after the cover, each with the slide it is made from."""
    told_deck, file = made(name)
    return zip(list(opened(file).slides)[1:], told_deck.slides, strict=True)


def page_of(*blocks: Block) -> Page:
    """The one page of a deck with these blocks."""
    return opened(pptx_file(deck_of(slide_of(Column(blocks))))).slides[1]


@SHIPPED
def test_pages_follow_the_deck_and_carry_its_titles(source: str) -> None:
    told_deck, file = made(source)
    assert [page.shapes.title.text for page in opened(file).slides] == [
        told_deck.cover.title,
        *(slide.title for slide in told_deck.slides),
    ]


@SHIPPED
def test_cover_tells_unit_and_facts(source: str) -> None:
    told_deck, file = made(source)
    cover, texts = told_deck.cover, texts_of(opened(file).slides[0])
    start = texts.index(cover.facts[0][0])
    assert cover.unit in texts
    assert texts[start : start + 2 * len(cover.facts)] == [
        text for fact in cover.facts for text in fact
    ]


@SHIPPED
def test_every_text_of_a_slide_stands_on_its_page(source: str) -> None:
    for page, slide in pages_of(source):
        texts = texts_of(page)
        wanted = [slide.sentence, *_headline_texts(slide.headlines)]
        wanted += [text for block in blocks_of(slide) for text in _block_texts(block)]
        assert [text for text in wanted if text not in texts] == []


def _headline_texts(headlines: tuple[Headline, ...]) -> list[str]:
    each = [(one.name, one.value, one.counted, one.change) for one in headlines]
    return [text for texts in each for text in texts if text]


def _block_texts(block: Block) -> list[str]:
    match block:
        case Lines():
            lines = [_line_text(line) for line in block.lines] or [block.empty]
            return [block.title, *lines, *filter(None, [block.more])]
        case Table():
            cells = [cell for row in (block.headers, *block.rows) for cell in row]
            return [block.title, *(cells if block.rows else [block.empty])]
        case Matrix():
            states = [marked(state) for _, row in block.rows for state in row]
            return [block.title, *block.columns, *(name for name, _ in block.rows), *states]
    return [block.title]


def _line_text(line: Line) -> str:
    first = "  ".join(filter(None, [line.strong, line.text]))
    return "\v".join(filter(None, [first, line.detail]))


@SHIPPED
def test_charts_hold_the_counts_of_the_bars(source: str) -> None:
    compared = 0
    for page, slide in pages_of(source):
        bars = [block for block in blocks_of(slide) if isinstance(block, Bars) and block.bars]
        charts = [chart for chart in charts_of(page) if chart.plots[0].series[-1].name == END]
        for block, chart in zip(bars, charts, strict=True):
            names, values = chart_values(chart)
            values.pop(END)
            assert names == [bar.name for bar in block.bars]
            assert values == {
                marked(state): [bar.counts.get(state, 0) for bar in block.bars]
                for state in block.states
            }
            assert labels_of(chart, END) == dict(enumerate(bar.summary for bar in block.bars))
            compared += 1
    assert compared >= 7


@SHIPPED
def test_chart_of_the_course_holds_its_shares_target_and_estimate(source: str) -> None:
    page, slide = next(pair for pair in pages_of(source) if pair[1].key == "perkembangan")
    (course,) = (block for block in blocks_of(slide) if isinstance(block, Course))
    (chart,) = charts_of(page)
    _, values = chart_values(chart)
    shares = [share for share in values[course.title] if share is not None]
    assert shares == [point.share for point in course.points]
    if course.target is not None:
        target = values[words.target(f"{round(course.target * 100)}{NBSP}%")]
        assert set(target) == {course.target}
    if course.estimate is not None:
        assert values[words.LOWEST][-2:] == [shares[-1], course.estimate.low]
        assert values[words.HIGHEST][-2:] == [shares[-1], course.estimate.high]


@SHIPPED
def test_workbook_behind_a_chart_holds_what_the_chart_draws(source: str) -> None:
    for page, _ in pages_of(source):
        for chart in charts_of(page):
            names, values = chart_values(chart)
            sheet = workbook_of(chart)
            heads = [cell.value for cell in sheet[1]][1 : len(values) + 1]
            assert heads == list(values)
            columns = list(sheet.iter_cols(min_row=2, values_only=True))
            assert len(columns[0]) == len(names)
            for column, drawn in zip(columns[1:], values.values(), strict=False):
                assert list(map(_written, column)) == list(map(_written, drawn))


def _written(number: float | None) -> str | None:
    """A number as a workbook keeps it, to fifteen digits."""
    return None if number is None else f"{number:.15g}"


def test_dates_of_the_course_are_dates_in_chart_and_workbook() -> None:
    page = page_of(course_of(0.2, 0.5))
    (chart,) = charts_of(page)
    days = [row[0].value.date() for row in workbook_of(chart).iter_rows(min_row=2)]
    assert days == [date(2025, 1, 15), date(2025, 2, 15), date(2025, 12, 31)]
    assert chart._chartSpace.xpath(".//c:dateAx")


def test_a_share_that_is_missing_leaves_its_cell_empty() -> None:
    page = page_of(course_of(0.2, None, 0.5))
    (chart,) = charts_of(page)
    _, values = chart_values(chart)
    assert values["Kelengkapan"] == [0.2, None, 0.5, None]
    assert labels_of(chart, "Kelengkapan") == {0: f"20{NBSP}%", 2: f"50{NBSP}%"}


def test_labels_never_round_up_to_the_whole_nor_down_to_nothing() -> None:
    page = page_of(course_of(0.001, 0.997, 1.0))
    labels = labels_of(charts_of(page)[0], "Kelengkapan")
    assert list(labels.values()) == [f"<1{NBSP}%", f"99{NBSP}%", f"100{NBSP}%"]


def test_a_course_without_any_share_and_bars_of_nothing_draw_no_chart() -> None:
    page = page_of(course_of(None, None), bars_of())
    assert charts_of(page) == []
    assert page.shapes.title.text == "Judul"


def test_a_group_without_items_keeps_its_bar() -> None:
    bars = Bars("Data", "dokumen", (StateBar("Kosong", {}, "belum ada"),), ())
    page = page_of(bars)
    (chart,) = charts_of(page)
    assert chart_values(chart)[0] == ["Kosong"]
    assert labels_of(chart, END) == {0: "belum ada"}


def test_lists_are_numbered_or_have_bullets() -> None:
    lines = (Line("", "satu", "keterangan"), Line("", "dua"))
    numbered, plain = Lines("A", lines, is_numbered=True), Lines("B", lines)
    page = page_of(numbered, plain)
    assert len(page._element.xpath(".//a:buAutoNum")) == 2
    assert len(page._element.xpath(".//a:buChar")) == 2


def test_tables_have_a_header_row_and_states_as_mark_and_word() -> None:
    matrix = Matrix("M", "Area", ("TW I",), (("Satu", ("tepat waktu",)),))
    table = Table("T", ("Nama", "Jumlah"), (("a", "1"),), frozenset({1}))
    page = page_of(matrix, table)
    tables = [shape.table for shape in page.shapes if shape.has_table]
    assert [each.first_row for each in tables] == [True, True]
    assert tables[0].cell(1, 1).text == f"●{NBSP}tepat waktu"


@SHIPPED
def test_every_page_says_where_its_figures_are_from_and_which_it_is(source: str) -> None:
    told_deck, file = made(source)
    for number, page in enumerate(opened(file).slides, start=1):
        texts = texts_of(page)
        assert told_deck.stamp in texts
        assert f"{number} dari {told_deck.count}" in texts
        assert ("Data contoh" in texts) == (source == "contoh")


def test_charts_and_tables_are_described_for_those_who_cannot_see_them() -> None:
    page = page_of(bars_of("Satu", "Dua"), course_of(0.2))
    told_as = [
        shape._element.xpath(".//p:cNvPr/@descr")[0] for shape in page.shapes if shape.has_chart
    ]
    assert "Satu: Terverifikasi 2, Belum ada 1 (2 dari 3)." in told_as[0]
    assert f"15 Jan 2025: 20{NBSP}%" in told_as[1]


def test_notes_hold_the_sentence_and_all_figures() -> None:
    slide = Slide(
        "uji",
        "Judul",
        "Satu kalimat.",
        (Headline("Indikator", "70 %", "7 dari 10", "tetap"),),
        (Column((bars_of("Satu"),)),),
    )
    page = opened(pptx_file(deck_of(slide))).slides[1]
    notes = page.notes_slide.notes_text_frame.text
    assert notes.startswith("Satu kalimat.\nIndikator: 70 %, 7 dari 10, tetap\n")
    assert "Satu: Terverifikasi 2, Belum ada 1 (2 dari 3)." in notes
