"""The workbook behind a chart: what PowerPoint opens for *Edit data*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import cast

from pptx.chart.data import ChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from zi_metrics.report.pptx.measure import Box

_TAB = "Data"
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""Names come from the data: none of them may become a formula or a link."""
_WIDE = 28


@dataclass(frozen=True)
class Series:
    """A column of numbers; a missing one leaves its cell empty."""

    name: str
    values: Sequence[float | None]


@dataclass(frozen=True)
class Sheet:
    """Names down, series across; corner: what the names are; notes: a column of texts beside.

    names: texts or dates, never both. Texts are as XML can hold them.
    """

    corner: str
    names: Sequence[str] | Sequence[date]
    series: Sequence[Series]
    number_format: str = "General"
    day_format: str = "yyyy-mm-dd"
    notes: Sequence[str] = ()

    @property
    def names_range(self) -> str:
        """Where the names stand."""
        return f"{_TAB}!$A$2:$A${len(self.names) + 1}"

    def head(self, position: int) -> str:
        """Where the name of a series stands."""
        return f"{_TAB}!${_column(position)}$1"

    def values(self, position: int) -> str:
        """Where the numbers of a series stand."""
        column = _column(position)
        return f"{_TAB}!${column}$2:${column}${len(self.names) + 1}"

    def workbook(self) -> bytes:
        """The sheet as an .xlsx."""
        out = BytesIO()
        with Workbook(out, _OPTIONS) as book:
            tab = book.add_worksheet(_TAB)
            numbers = book.add_format({"num_format": self.number_format})
            days = book.add_format({"num_format": self.day_format})
            tab.set_column(0, len(self.series), _WIDE)
            tab.write_string(0, 0, self.corner)
            for row, name in enumerate(self.names, start=1):
                if isinstance(name, date):
                    tab.write_datetime(row, 0, name, days)
                else:
                    tab.write_string(row, 0, name)
            for column, each in enumerate(self.series, start=1):
                tab.write_string(0, column, each.name)
                for row, value in enumerate(each.values, start=1):
                    if value is not None:
                        tab.write_number(row, column, value, numbers)
            for row, note in enumerate(self.notes):
                tab.write_string(row, len(self.series) + 1, note)
        return out.getvalue()


class WrittenChart(ChartData):
    """A chart and its workbook, already written, as python-pptx takes them in."""

    def __init__(self, xml: str, sheet: Sheet):
        super().__init__()  # type: ignore[no-untyped-call]
        self._xml_written = xml
        self._sheet = sheet

    def xml_bytes(self, chart_type: object) -> bytes:  # noqa: ARG002
        """The chart."""
        return self._xml_written.encode()

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook."""
        return self._sheet.workbook()


def add_chart(
    shapes: SlideShapes, place: Box, kind: XL_CHART_TYPE, chart: WrittenChart
) -> GraphicFrame:
    """A chart and its workbook on a slide."""
    added: object = shapes.add_chart(
        kind, Pt(place.left), Pt(place.top), Pt(place.width), Pt(place.height), chart
    )
    return cast("GraphicFrame", added)  # python-pptx calls it a Chart, which it only holds


def _column(position: int) -> str:
    return str(xl_col_to_name(position + 1))
