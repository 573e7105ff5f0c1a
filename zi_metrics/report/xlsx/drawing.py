"""Draws planned sheets into a workbook: text as text, formulas with their results, print set-up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import cast

from zi_metrics.report.xlsx.looks import Looks
from zi_metrics.report.xlsx.page import Page
from zi_metrics.report.xlsx.paper import add_rules, arrange, set_up_paper
from zi_metrics.report.xlsx.plan import ROW, Column, Fact, Formula, Kind, Link, Number, Sheet, Value
from zi_metrics.report.xlsx.safe import cell_text, is_formula_like
from zi_metrics.tables.cells import serial_of

MOST_LINKS = 65_000
"""Links on one sheet; Excel drops all of them beyond 65,530."""
_HEADER_HEIGHT, _LINE_HEIGHT, _ROOM, _MOST_LINES = 32, 13, 3, 12
_LETTERS_PER_WIDTH = 1.15
"""Small letters are narrower than the digits that widths are counted in."""


class Pen:
    """Writes the cells of one sheet."""

    def __init__(self, page: Page, looks: Looks) -> None:
        self.page = page
        self.looks = looks
        self.links = 0

    def value(self, row: int, at: int, value: Value, kind: Kind, **look: bool) -> None:
        """Write one cell of a table; row and column are counted from 0."""
        looks = self.looks
        match value:
            case None:
                self.page.empty(row, at, looks.cell(kind, **look))
            case Formula():
                cell = looks.cell(value.kind or kind, is_computed=True, **look)
                self.page.formula(row, at, value.text, cell, value.value)
            case Number(number, own):
                self.page.number(row, at, number, looks.cell(own, **look))
            case Link():
                self._link(row, at, value, kind, look)
            case str():
                shown = cell_text(value)
                cell = looks.cell(kind, is_quoted=is_formula_like(shown), **look)
                self.page.text(row, at, shown, cell)
            case date():
                self.page.number(row, at, serial_of(value), looks.cell(kind, **look))
            case _:
                self.page.number(row, at, value, looks.cell(kind, **look))

    def _link(self, row: int, at: int, link: Link, kind: Kind, look: dict[str, bool]) -> None:
        shown = cell_text(link.text)
        is_linked = link.address is not None and self.links < MOST_LINKS
        quoted = is_formula_like(shown)
        cell = self.looks.cell(kind, is_linked=is_linked, is_quoted=quoted, **look)
        if is_linked:
            self.links += 1
            self.page.write_url(row, at, link.address, cell, shown)
        else:
            self.page.text(row, at, shown, cell)


def draw(sheet: Sheet, page: Page, looks: Looks, stamp: str) -> None:
    """Draw a sheet; stamp: the line at the foot of every printed page."""
    pen = Pen(page, looks)
    for row, fact in enumerate(sheet.facts):
        _draw_fact(fact, row, pen)
    _draw_header(sheet, page, looks)
    formulas = [sheet.formula_of(column) for column in sheet.columns]
    for number, values in enumerate(sheet.rows):
        _draw_row(sheet, number, values, formulas, pen)
    arrange(sheet, page)
    set_up_paper(sheet, page, stamp)
    add_rules(sheet, page, looks)


def _draw_fact(fact: Fact, row: int, pen: Pen) -> None:
    shown = cell_text(fact.name)
    has_value = fact.value is not None
    look = pen.looks.fact(fact.look, is_name=has_value, is_quoted=is_formula_like(shown))
    pen.page.text(row, 0, shown, look)
    match fact.value:
        case None:
            return
        case Formula(formula, value, kind):
            cell = pen.looks.fact_value(kind) if kind else pen.looks.fact(fact.look)
            pen.page.formula(row, fact.at, formula, cell, value)
        case date() as day:
            pen.page.number(row, fact.at, serial_of(day), pen.looks.fact_value(Kind.DATE))
        case other:
            shown = cell_text(str(other))
            cell = pen.looks.fact(fact.look, is_quoted=is_formula_like(shown))
            pen.page.text(row, fact.at, shown, cell)


def _draw_header(sheet: Sheet, page: Page, looks: Looks) -> None:
    row = sheet.place.header_row - 1
    page.set_row(row, _HEADER_HEIGHT)
    for at, column in enumerate(sheet.columns):
        look = looks.header(
            column.kind, is_input=column.is_input, is_computed=_is_computed(sheet, column)
        )
        page.text(row, at, column.header, look)
        page.set_column(at, at, column.width)


def _is_computed(sheet: Sheet, column: Column) -> bool:
    """Whether all that stands in a column is computed."""
    if column.name in sheet.formulas:
        return True
    at = sheet.columns.index(column)
    filled = [row[at] for row in sheet.rows if row[at] is not None]
    return bool(filled) and all(isinstance(each, Formula) for each in filled)


def _draw_row(
    sheet: Sheet, number: int, values: Sequence[Value], formulas: Sequence[str | None], pen: Pen
) -> None:
    row = sheet.place.first_row + number
    strong, on_paper = number in sheet.strong, len(sheet.printed_columns)
    for at, (column, value, formula) in enumerate(
        zip(sheet.columns, values, formulas, strict=True)
    ):
        if formula is None and (value is not None or at < on_paper):
            pen.value(row - 1, at, value, column.kind, is_strong=strong)
        elif formula is not None:
            look = pen.looks.cell(column.kind, is_computed=True, is_strong=strong)
            result = "" if value is None else cast("str | float", value)
            pen.page.formula(row - 1, at, formula.replace(ROW, str(row)), look, result)
    lines = _lines(sheet, values)
    if lines > 1:
        pen.page.set_row(row - 1, min(lines, _MOST_LINES) * _LINE_HEIGHT + _ROOM)


def _lines(sheet: Sheet, values: Sequence[Value]) -> int:
    """How many lines the longest printed text of a row takes; not every program counts them."""
    most = 1
    for column, said in zip(sheet.printed_columns, values, strict=False):
        if isinstance(said, str) and (len(said) > column.width or "\n" in said):
            room = column.width * _LETTERS_PER_WIDTH
            most = max(most, sum(ceil(len(line) / room) for line in said.split("\n")))
    return most
