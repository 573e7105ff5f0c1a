"""What stands in the workbook of the pack, by the names of its columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from zi_metrics.labels import figures as label
from zi_metrics.labels import xlsx as text
from zi_metrics.labels.changes import MEASURES
from zi_metrics.metrics.measures import Measure
from zi_metrics.metrics.overdue import overdue_items
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.metrics.summary import Items, figures

Key = tuple[str, str]


def header_row(sheet: Worksheet) -> int:
    """The row of the header: the first one in which two cells beside each other are filled in."""
    last = sheet.auto_filter.ref.split(":")[0]
    return int("".join(mark for mark in last if mark.isdigit()))


def rows(sheet: Worksheet) -> Iterator[dict[str, Cell]]:
    """The cells of every row of a table, by header."""
    header = header_row(sheet)
    names = [cell.value for cell in sheet[header]]
    for row in sheet.iter_rows(min_row=header + 1):
        yield dict(zip(names, row, strict=True))


def row_of(sheet: Worksheet, header: str, value: object) -> dict[str, Cell]:
    """The one row that holds a value in a column."""
    (found,) = [row for row in rows(sheet) if row[header].value == value]
    return found


def told(book: Workbook, sheet: str = text.SUMMARY) -> dict[Key, tuple[Any, ...]]:
    """Numerator, denominator, share and text of every group and figure."""
    return {
        (row["Kelompok"].value, row["Angka"].value): tuple(
            row[name].value for name in ("Pembilang", "Pembagi", "Persen", "Teks di layar")
        )
        for row in rows(book[sheet])
    }


def expected(items: Items, areas: dict[str, int | None]) -> dict[Key, Ratio]:
    """The figures of `metrics` for the unit and the groups; late items without a denominator."""
    found: dict[Key, Ratio] = {}
    for name, of_group in [(text.WHOLE_UNIT, items)] + [
        (name, items.of_area(number)) for name, number in areas.items()
    ]:
        now = figures(of_group)
        found |= {(name, MEASURES[each]): now.ratio(each) for each in Measure}
        found[name, label.OVERDUE] = Ratio(len(overdue_items(of_group)), 0)
    return found
