"""An .xlsx file as a workbook of grids: what a person sees in it, with its links and merges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.parsers.expat import ExpatError
from zipfile import ZipFile

from openpyxl.utils.datetime import CALENDAR_MAC_1904

from zi_metrics.errors import WorkbookUnreadable
from zi_metrics.labels import workbook_messages as text
from zi_metrics.sources.grid import Grid, Workbook
from zi_metrics.sources.xlsx_cells import CellReader
from zi_metrics.sources.xlsx_parts import (
    NO_DATES,
    TRUE,
    Relation,
    date_styles,
    elements,
    relations,
    strings,
)
from zi_metrics.sources.xlsx_safety import DAMAGES, vetted
from zi_metrics.sources.xlsx_tab import Budget, Tab, TooManyCells
from zi_metrics.tables.cells import legible


def read_xlsx(path: Path) -> Workbook:
    """The tabs of an .xlsx file in their order; chart sheets are left out.

    Formulas are their stored results, links to other files are never followed. Raises
    WorkbookUnreadable for a file that is no such workbook, damaged, or not safe to read.
    """
    stream = vetted(path)
    try:
        with ZipFile(stream) as archive:
            grids = tuple(_grids(archive))
    except TooManyCells as cause:
        raise WorkbookUnreadable(**text.too_many_cells(path.name, str(cause))) from cause
    except (*DAMAGES, ExpatError) as cause:
        raise WorkbookUnreadable(**text.damaged(path.name)) from cause
    if not grids:
        raise WorkbookUnreadable(**text.without_tabs(path.name))
    return Workbook(legible(path.name), grids)


def _grids(archive: ZipFile) -> Iterator[Grid]:
    workbook = _targets(relations(archive, ""), "officeDocument")[0]
    related = relations(archive, workbook)
    shared = [strings(archive, part) for part in _targets(related, "sharedStrings")]
    styles = [date_styles(archive, part) for part in _targets(related, "styles")]
    reader = CellReader(shared[0] if shared else [], styles[0] if styles else NO_DATES)
    budget = Budget()
    for element in elements(archive, workbook):
        listed = element.attributes
        if element.name == "workbookPr" and listed.get("date1904") in TRUE:
            reader = replace(reader, epoch=CALENDAR_MAC_1904)
        elif element.name == "sheet" and related[listed["id"]].kind == "worksheet":
            is_hidden = listed.get("state", "visible") != "visible"
            tab = Tab(legible(listed["name"]), replace(reader), budget, is_hidden)
            yield _grid(archive, related[listed["id"]].target, tab)


def _targets(related: dict[str, Relation], kind: str) -> list[str]:
    return [relation.target for relation in related.values() if relation.kind == kind]


def _grid(archive: ZipFile, part: str, tab: Tab) -> Grid:
    for element in elements(archive, part):
        tab.take(element)
    return tab.grid(relations(archive, part))
