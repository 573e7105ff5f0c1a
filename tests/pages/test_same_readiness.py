"""The readiness of one snapshot, read back from page, slide, file and command line."""

from __future__ import annotations

import json
from functools import lru_cache
from io import BytesIO
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from tests.pages.conftest import Shown
from tests.pages.shown import BY_SLUG, said
from tests.pages.test_same_numbers import squeezed
from tests.report.meetings import shipped
from zi_metrics.cli import main
from zi_metrics.labels.lke import RULES
from zi_metrics.labels.numbers import exact_percent, exact_points, points_difference
from zi_metrics.lke import Aspect
from zi_metrics.lke.predicates import Predicate
from zi_metrics.report.deck import deck
from zi_metrics.report.deck_readiness import READINESS
from zi_metrics.report.pdf_file import pdf_file
from zi_metrics.report.pptx_file import pptx_file
from zi_metrics.report.slides import Table
from zi_metrics.report.xlsx_file import xlsx_file

SOURCE = "contoh"
Minimum = tuple[str, str, str, str]


@lru_cache
def minima(predicate: Predicate) -> list[Minimum]:
    """Name, value, minimum and difference of each rule, straight from the figures."""
    found = []
    for test in shipped(SOURCE).readiness.tests[predicate]:
        shown = exact_percent if test.rule.is_share else exact_points
        difference = test.difference * (100 if test.rule.is_share else 1)
        value, least = shown(test.value), shown(test.minimum)
        found.append((RULES[test.rule], value, least, points_difference(difference)))
    return found


def points() -> dict[str, str]:
    """Points of the parts, by name."""
    sheet = shipped(SOURCE).readiness.sheet
    halves = {str(aspect): exact_points(sheet.score(aspect).points) for aspect in Aspect}
    return {**halves, "Hasil": exact_points(sheet.hasil)}


def in_order(words: tuple[str, ...], text: str) -> bool:
    """Whether the words stand in the text one after the other."""
    at = 0
    for word in words:
        at = text.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True


@pytest.mark.parametrize("source", [SOURCE], indirect=True)
def test_page_shows_the_minima_of_both_predicates_and_the_points(shown: Shown) -> None:
    page = shown(BY_SLUG["kesiapan"])
    text = said(page).replace("\u00a0", " ")
    for wbk, wbbm in zip(minima(Predicate.WBK), minima(Predicate.WBBM), strict=True):
        told = tuple(each.replace("\u00a0", " ") for each in (*wbk, *wbbm[2:]))
        assert in_order(told, text[text.index("Syarat nilai") :])
    told_of = {each.label: each.value for each in page.metric}
    for name, shown_points in points().items():
        assert told_of[name].startswith(f"{shown_points} dari ")


def test_slide_and_presentation_show_the_minima_of_the_target() -> None:
    made = deck(shipped(SOURCE))
    number, slide = next(
        (at, each) for at, each in enumerate(made.slides, start=1) if each.key == READINESS
    )
    (table,) = (
        block for column in slide.columns for block in column.blocks if isinstance(block, Table)
    )
    expected = [minimum[1:] for minimum in minima(Predicate.WBK)]
    assert [row[1:4] for row in table.rows] == expected
    native = Presentation(BytesIO(pptx_file(made))).slides[number]
    (rows,) = (shape.table.rows for shape in native.shapes if shape.has_table)
    written = [tuple(cell.text for cell in row.cells)[1:4] for row in rows]
    assert written[1:] == expected
    assert {each.name: each.value for each in slide.headlines}.items() >= points().items()


def test_print_shows_the_minima_of_both_predicates_and_all_steps() -> None:
    meeting = shipped(SOURCE)
    pages = PdfReader(BytesIO(pdf_file(meeting, deck(meeting)))).pages
    text = squeezed("".join(page.extract_text() for page in pages))
    text = text[text.rindex("KesiapanmenujuWBK") :]
    for wbk, wbbm in zip(minima(Predicate.WBK), minima(Predicate.WBBM), strict=True):
        assert in_order(tuple(map(squeezed, (*wbk, *wbbm[2:]))), text)
    assert in_order(tuple(step.code for step in meeting.plan.steps), text)


def test_workbook_shows_the_values_beside_what_its_formulas_give() -> None:
    book = load_workbook(BytesIO(xlsx_file(shipped(SOURCE))), data_only=True)
    rows = [row for row in book["Kesiapan"].iter_rows(values_only=True) if row[0]]
    for predicate in Predicate:
        told = [row for row in rows if row[0] == f"Syarat nilai {predicate}"][:7]
        assert [(row[1], row[7]) for row in told] == [each[:2] for each in minima(predicate)]
        for row, (_, value, least, difference) in zip(told, minima(predicate), strict=True):
            assert [as_text(cell, value) for cell in row[3:5]] == [value, least]
            # a difference of shares is told in points of percent
            gap = as_text(abs(row[5]), value).removesuffix("\u00a0%")
            assert f"{'−' if row[5] < 0 else '+'}{gap}" == difference


def as_text(number: float, like: str) -> str:
    """A number as its format shows it."""
    shown = f"{number:.2%}".replace("%", "\u00a0%") if "%" in like else f"{number:.2f}"
    return shown.replace(".", ",")


def test_command_line_prints_and_answers_the_same() -> None:
    told = CliRunner().invoke(main, ["ringkas", "--sumber", SOURCE])
    for name, shown_points in points().items():
        assert f"\n{name}: {shown_points} dari " in told.stdout
    for predicate, tests in shipped(SOURCE).readiness.tests.items():
        assert f"{predicate} {sum(test.is_met for test in tests)} dari 7" in told.stdout
    answered = CliRunner().invoke(main, ["ringkas", "--sumber", SOURCE, "--json"]).stdout
    found: dict[str, Any] = json.loads(answered)["kesiapan"]
    for predicate, tests in shipped(SOURCE).readiness.tests.items():
        assert [(each["nilai"], each["selisih"]) for each in found["syarat_nilai"][predicate]] == [
            (float(test.value), float(test.difference)) for test in tests
        ]
    assert found["nilai"]["total"] == float(shipped(SOURCE).readiness.sheet.total)
