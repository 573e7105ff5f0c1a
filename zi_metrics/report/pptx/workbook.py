"""The workbook behind a chart: what PowerPoint opens for *Edit data*."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from pptx.chart.data import CategoryChartData
from xlsxwriter import Workbook

from zi_metrics.report.pptx.texts import told

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Names come from the data: none of them may become a formula or a link."""
_WIDE = 28


class ChartData(CategoryChartData):
    """Chart data whose workbook has a head over its names and takes every text as a text.

    corner: what the first column holds; notes: texts beside the numbers, with their head first,
    which the chart does not draw.
    """

    def __init__(self, corner: str, notes: Sequence[str] = (), number_format: str = "General"):
        super().__init__(number_format=number_format)
        self._corner = corner
        self._notes = notes

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook, laid out as the references in the chart say: names down, series across."""
        out = BytesIO()
        with Workbook(out, _OPTIONS) as book:
            sheet = book.add_worksheet("Sheet1")
            dates = book.add_format({"num_format": self.categories.number_format})
            numbers = book.add_format({"num_format": self.number_format})
            sheet.set_column(0, 0, _WIDE)
            sheet.write_string(0, 0, self._corner)
            for row, category in enumerate(self.categories, start=1):
                if isinstance(category.label, date):
                    sheet.write_datetime(row, 0, category.label, dates)
                else:
                    sheet.write_string(row, 0, category.label)
            for column, series in enumerate(self, start=1):
                sheet.write_string(0, column, series.name)
                for row, value in enumerate(series.values, start=1):
                    if value is not None:
                        sheet.write_number(row, column, value, numbers)
            for row, note in enumerate(self._notes):
                sheet.write_string(row, len(self) + 1, told(note))
        return out.getvalue()
