"""What a PowerPoint file says, read back with python-pptx."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.presentation import Presentation as Opened
from pptx.shapes.base import BaseShape
from pptx.slide import Slide as Page

from tests.report.decks import hostile_deck
from tests.report.meetings import shipped
from zi_metrics.report.deck import deck
from zi_metrics.report.pptx_file import pptx_file
from zi_metrics.report.slides import Deck

Values = dict[str, list[float | None]]


@lru_cache
def made(name: str) -> tuple[Deck, bytes]:
    """A deck and its file: of `contoh`, of `situs`, or the `hostile` one."""
    told = hostile_deck() if name == "hostile" else deck(shipped(name))
    return told, pptx_file(told)


def opened(file: bytes) -> Opened:
    return Presentation(BytesIO(file))


def charts_of(page: Page) -> list[Chart]:
    return [shape.chart for shape in page.shapes if shape.has_chart]


def chart_values(chart: Chart) -> tuple[list[str], Values]:
    """Categories as written, and the values of each series by its name, in order."""
    plot = chart.plots[0]
    return [each.label or "" for each in plot.categories], {
        series.name: list(series.values) for series in plot.series
    }


def labels_of(chart: Chart, series: str) -> dict[int, str]:
    """The texts of a series' own labels by the position of their point."""
    found = next(each for each in chart.plots[0].series if each.name == series)
    return {
        int(label.xpath("c:idx/@val")[0]): "".join(label.xpath(".//a:t/text()"))
        for label in found._element.xpath("c:dLbls/c:dLbl")
    }


def workbook_of(chart: Chart) -> Worksheet:
    """The first sheet of the workbook behind a chart, with formulas as they stand."""
    return load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob)).worksheets[0]


def texts_of(page: Page) -> list[str]:
    """Every paragraph and every cell of a page, in the order of its shapes."""
    return [text for shape in page.shapes for text in _texts(shape)]


def _texts(shape: BaseShape) -> Iterator[str]:
    if shape.has_text_frame:
        yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)
    if shape.has_table:
        yield from (cell.text for row in shape.table.rows for cell in row.cells)
