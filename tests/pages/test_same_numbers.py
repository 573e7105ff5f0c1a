"""One snapshot, read back from page, slide, presentation, print, workbook and command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import FULL, Shown
from tests.pages.shown import BY_SLUG, charts
from tests.report.meetings import shipped
from zi_metrics.cli import main
from zi_metrics.report.deck import deck
from zi_metrics.report.figure_texts import FigureTexts, figure_texts
from zi_metrics.report.pdf_file import pdf_file
from zi_metrics.report.pptx_file import pptx_file
from zi_metrics.report.slides import Bars
from zi_metrics.report.xlsx_file import xlsx_file

BOTH = pytest.mark.parametrize("source", FULL, indirect=True)
NAMES: tuple[tuple[str, Callable[[FigureTexts], str]], ...] = (
    ("Kelengkapan berbobot", lambda texts: texts.weighted),
    ("Indikator lengkap", lambda texts: texts.indicators),
    ("Tindak lanjut", lambda texts: texts.follow_up),
    ("Laporan SPIP masuk", lambda texts: texts.spip_submitted),
)

HEAD = 120
"""Where the title of a page may stand: below its running head."""
RAN: dict[tuple[str, str], AppTest] = {}


@lru_cache
def expected(source: str) -> Mapping[str, Mapping[str, str]]:
    """Address of the page -> name of the figure -> its text, straight from the figures."""
    of = shipped(source)
    groups = {"ringkasan": figure_texts(of.total, of.items)} | {
        area.slug: figure_texts(of.by_area[area.number], of.items.of_area(area.number))
        for area in of.areas
    }
    return {slug: {name: said(texts) for name, said in NAMES} for slug, texts in groups.items()}


def squeezed(text: str) -> str:
    """A text without white space, which files break in their own ways."""
    return "".join(text.split())


@pytest.fixture
def page(shown: Shown, source: str) -> Callable[[str], AppTest]:
    """A page by its address; each runs once on a source."""

    def run(slug: str) -> AppTest:
        if (source, slug) not in RAN:
            RAN[source, slug] = shown(BY_SLUG[slug])
        return RAN[source, slug]

    return run


def state_counts(page: AppTest) -> list[dict[str, list[int]]]:
    """The numbers of every chart of a page whose bars are states."""
    return [each.counts for each in charts(page) if all("name" in bar for bar in each.bars)]


@BOTH
def test_pages_show_the_figures(page: Callable[[str], AppTest], source: str) -> None:
    for slug, figures in expected(source).items():
        on_page = {each.label: each.value for each in page(slug).metric}
        assert {name: on_page[name] for name in figures} == figures


@BOTH
def test_charts_of_pages_slides_and_presentation_hold_the_same_numbers(
    page: Callable[[str], AppTest], source: str
) -> None:
    made = deck(shipped(source))
    slides = Presentation(BytesIO(pptx_file(made))).slides
    for number, slide in enumerate(made.slides, start=1):
        for block in (each for column in slide.columns for each in column.blocks):
            if not isinstance(block, Bars):
                continue
            slug = "ringkasan" if slide.key == "keseluruhan" else slide.key
            on_slide = {
                str(state): [bar.counts[state] for bar in block.bars] for state in block.states
            }
            assert on_slide in state_counts(page(slug))
            assert native_counts(slides[number]) == on_slide


def native_counts(slide: Any) -> dict[str, list[int]]:
    """State -> its number in every bar of a slide's chart, top first."""
    (chart,) = (shape.chart for shape in slide.shapes if shape.has_chart)
    return {
        name.split("\u00a0", 1)[1]: [int(value) for value in series.values]
        for series in chart.plots[0].series
        if "\u00a0" in (name := series.name)
    }


def headline(name: str, text: str) -> str:
    """A figure as slides and print set it: its name, then the percentage above its counts."""
    return squeezed(name + "".join(reversed(text.split(" · "))))


def titles(source: str) -> dict[str, str]:
    """Address of the page -> title of its slide and of its section in print."""
    areas = {area.slug: f"{area.number}. {area.name}" for area in shipped(source).areas}
    return {"ringkasan": "Keseluruhan unit"} | areas


@BOTH
def test_slides_of_the_presentation_show_the_figures(source: str) -> None:
    made = Presentation(BytesIO(pptx_file(deck(shipped(source)))))
    for slug, figures in expected(source).items():
        (slide,) = (each for each in made.slides if each.shapes.title.text == titles(source)[slug])
        told = [squeezed(text) for text in shape_texts(slide)]
        for name, text in figures.items():
            assert [each for each in told if each.startswith(headline(name, text))] != []


def shape_texts(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


@pytest.fixture(scope="module")
def printed() -> Callable[[str], list[str]]:
    """The pages of a source's print, squeezed; each source is printed once."""

    @lru_cache
    def pages(source: str) -> list[str]:
        read = PdfReader(BytesIO(pdf_file(shipped(source), deck(shipped(source)))))
        return [squeezed(page.extract_text()) for page in read.pages]

    return pages


def sections(pages: list[str], heads: Mapping[str, str]) -> dict[str, str]:
    """Address -> the page that a title opens, right below the running head.

    The unit's figures stand on the first page. A list at the end names the areas once more.
    """
    found = {"ringkasan": pages[0]}
    for slug, head in heads.items():
        if slug != "ringkasan":
            found[slug] = next(each for each in pages if squeezed(head) in each[:HEAD])
    return found


@BOTH
def test_print_shows_the_figures_in_the_section_of_each_area(
    printed: Callable[[str], list[str]], source: str
) -> None:
    told = sections(printed(source), titles(source))
    for slug, figures in expected(source).items():
        for name, text in figures.items():
            assert headline(name, text) in told[slug]


@BOTH
def test_print_shows_the_figures_of_every_area_in_one_row(
    printed: Callable[[str], list[str]], source: str
) -> None:
    cover = printed(source)[0]
    first = {
        area.slug: f"{area.number}.{squeezed(area.short_name)}" for area in shipped(source).areas
    }
    starts = {slug: cover.index(name) for slug, name in first.items()}
    ends = [*list(starts.values())[1:], cover.index("Unit", max(starts.values()))]
    for (slug, start), end in zip(starts.items(), ends, strict=True):
        row = cover[start:end]
        for text in expected(source)[slug].values():
            assert squeezed(text.replace(" poin", "")) in row


@BOTH
def test_print_shows_the_digest_on_every_page(
    printed: Callable[[str], list[str]], source: str
) -> None:
    digest = shipped(source).snapshot.provenance.digest[:12]
    assert [page for page in printed(source) if digest not in page] == []


@BOTH
def test_workbook_shows_the_figures_beside_what_its_formulas_give(source: str) -> None:
    book = load_workbook(BytesIO(xlsx_file(shipped(source))), data_only=True)
    written = {cell.value for row in book["Ringkasan"].iter_rows() for cell in row}
    for figures in expected(source).values():
        assert {*figures.values()} <= written


@BOTH
def test_command_line_prints_the_figures(source: str) -> None:
    told = CliRunner().invoke(main, ["ringkas", "--sumber", source])
    assert told.exit_code == 0
    for text in expected(source)["ringkasan"].values():
        assert text in told.stdout
    counted = json.loads(CliRunner().invoke(main, ["ringkas", "--sumber", source, "--json"]).stdout)
    of = shipped(source).total
    assert counted["total"]["kelengkapan_berbobot"] == of.completeness.weighted.share
    assert counted["total"]["tindak_lanjut"]["share"] == of.follow_up.ratio.share
    assert counted["digest"] == shipped(source).snapshot.provenance.digest
