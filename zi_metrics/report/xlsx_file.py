"""The workbook of the pack: items, figures with formulas that recompute, and the screen's texts."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO

from xlsxwriter.workbook import Workbook

from zi_metrics.labels import xlsx as text
from zi_metrics.report.meeting import Meeting
from zi_metrics.report.xlsx.book import sheets_of
from zi_metrics.report.xlsx.drawing import draw
from zi_metrics.report.xlsx.looks import Looks
from zi_metrics.report.xlsx.page import Page
from zi_metrics.report.xlsx.rules import AS_OF
from zi_metrics.report.xlsx.safe import cell_text
from zi_metrics.report.xlsx.stamps import as_of_row

_LONGEST_PROPERTY = 255


def xlsx_file(meeting: Meeting) -> bytes:
    """An .xlsx file; the same meeting gives the same bytes.

    Every formula carries its result, so that a viewer without a calculator shows numbers too.
    """
    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    _tell(book, meeting)
    looks = Looks(book)
    sheets = sheets_of(meeting)
    for sheet in sheets:
        page = book.add_worksheet(sheet.title, worksheet_class=Page)
        draw(sheet, page, looks, meeting.stamp)
    row = as_of_row(sheets[0].facts)
    book.define_name(AS_OF, f"='{text.SUMMARY}'!$B${row}")
    book.close()
    return content.getvalue()


def _tell(book: Workbook, meeting: Meeting) -> None:
    """What the file says of itself; the day it was made is the day its data were read."""
    provenance = meeting.snapshot.provenance
    book.set_properties(
        {
            "title": cell_text(text.heading(text.SUMMARY, meeting.unit))[:_LONGEST_PROPERTY],
            "subject": text.SUBJECT,
            "author": text.AUTHOR,
            "company": cell_text(meeting.unit)[:_LONGEST_PROPERTY],
            "comments": f"{meeting.stamp} · {text.FULL_DIGEST}: {provenance.digest}",
            "created": provenance.read_at.astimezone(UTC).replace(tzinfo=None),
        }
    )
