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


@BOTH
def test_slides_of_the_presentation_show_the_figures(source: str) -> None:
    made = Presentation(BytesIO(pptx_file(deck(shipped(source)))))
    titles = {"ringkasan": "Keseluruhan unit"} | {
        area.slug: f"{area.number}. {area.name}" for area in shipped(source).areas
    }
    for slug, figures in expected(source).items():
        (slide,) = (each for each in made.slides if each.shapes.title.text == titles[slug])
        written = squeezed(" ".join(shape_texts(slide)))
        for text in figures.values():
            for part in text.split(" · "):
                assert squeezed(part) in written


def shape_texts(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


@BOTH
def test_print_shows_the_figures_and_the_digest_on_every_page(source: str) -> None:
    pages = [
        squeezed(page.extract_text())
        for page in PdfReader(BytesIO(pdf_file(shipped(source)))).pages
    ]
    whole = "".join(pages)
    for figures in expected(source).values():
        for text in figures.values():
            for part in text.split(" · "):
                assert squeezed(part) in whole
    digest = shipped(source).snapshot.provenance.digest[:12]
    assert [page for page in pages if digest not in page] == []


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
