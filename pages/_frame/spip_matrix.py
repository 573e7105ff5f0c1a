"""Which quarterly report came in: areas by quarters, every state by sign, word and colour."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from pages._frame import markup, notices
from pages._frame.kept import kept
from pages._frame.view import View
from zi_metrics.labels import screen, sentences
from zi_metrics.labels.numbers import short_date
from zi_metrics.lke import Area
from zi_metrics.metrics.spip import QUARTERS, SpipState, areas_left_out
from zi_metrics.metrics.summary import Items
from zi_metrics.periods import ROMAN
from zi_metrics.tables.book import Book
from zi_metrics.tables.columns import SPIP_REPORTS
from zi_metrics.tables.links import web_addresses
from zi_metrics.tables.records import records
from zi_metrics.tables.snapshot import Snapshot


def section(view: View, *, area_no: int | None = None, compact: bool = False) -> None:
    """The matrix of the assessed year under its heading, or what to do for one.

    area_no: the area whose reports these are; None for those of all.
    """
    items = view.items if area_no is None else view.items.of_area(area_no)
    if items.spip.empty:
        shown = notices.why_no_rows(SPIP_REPORTS, items.unreadable, screen.EMPTY_SPIP)
    else:
        shown = _of_year(view, items, compact)
    st.html(markup.headed(screen.spip_of(items.year), shown))


@kept
def _of_year(view: View, items: Items, compact: bool) -> markup.Markup:
    return matrix(items.spip, view.snapshot, compact=compact)


def left_out(rows: pd.DataFrame, areas: tuple[Area, ...], year: int) -> None:
    """The areas that have no row in the year and so are not counted, if others have."""
    said = _left_out(rows, areas, year)
    if said is not None:
        st.html(said)


def left_out_of(view: View) -> None:
    """The same of the assessed year."""
    said = _left_out_of(view)
    if said is not None:
        st.html(said)


@kept
def _left_out_of(view: View) -> markup.Markup | None:
    return _left_out(view.items.spip, view.areas, view.items.year)


def _left_out(rows: pd.DataFrame, areas: tuple[Area, ...], year: int) -> markup.Markup | None:
    missing = areas_left_out(rows)
    if rows.empty or not missing:
        return None
    names = [area.short_name for area in areas if area.number in missing]
    return markup.tag("p", sentences.spip_left_out(names, year), class_="zi-small")


def show(rows: pd.DataFrame, snapshot: Snapshot) -> None:
    """rows: of `spip_quarters`."""
    st.html(matrix(rows, snapshot))


def matrix(rows: pd.DataFrame, snapshot: Snapshot, *, compact: bool = False) -> markup.Markup:
    """rows: of `spip_quarters`; compact: signs only, with a legend, for a narrow column."""
    areas, book = snapshot.catalogue.areas, snapshot.provenance.book
    reports = {(report.area_no, report.quarter): report for report in records(rows)}
    due = {report.quarter: report.due_on for report in reports.values()}
    headers = ["Area", *(_quarter(quarter, due[quarter], compact) for quarter in QUARTERS)]
    body = [
        [
            area.short_name,
            *(_cell(reports[area.number, q], area, book, compact=compact) for q in QUARTERS),
        ]
        for area in areas
        if (area.number, QUARTERS[0]) in reports
    ]
    look = markup.Look(classes="zi-matrix")
    table = markup.table(headers, body, caption=screen.SPIP_MATRIX, look=look)
    if not compact:
        return table
    present = {report.state for report in reports.values()}
    legend = markup.legend([state for state in SpipState if state in present])
    return markup.tag("div", table, legend, class_="zi-stack")


def _quarter(quarter: int, due_on: date, compact: bool) -> object:
    name = _short(quarter)
    if compact:
        return name
    due = markup.tag("div", screen.due(short_date(due_on)), class_="zi-quiet")
    return markup.tag("div", name, due)


def _short(quarter: int) -> str:
    return f"TW {ROMAN[quarter - 1]}"


def _cell(report: Any, area: Area, book: Book, *, compact: bool) -> markup.Markup:
    if compact:
        word = markup.tag("span", report.state, class_="zi-hidden")
        return markup.tag("span", markup.mark(report.state), word, title=report.state)
    title = f"{area.short_name}, {_short(report.quarter)}"
    lines = markup.tag("div", *_detail(report, title), class_="zi-small zi-quiet")
    opened = markup.cell_below(report.origin, book, title)
    return markup.tag("div", markup.state(report.state), lines, *opened)


def _detail(report: Any, title: str) -> list[markup.Markup]:
    lines: list[object] = []
    if report.submitted_on is not None:
        came_in = screen.came_in(short_date(report.submitted_on))
        addresses = web_addresses(report.url)
        lines.append(markup.link(addresses[0], came_in, title) if addresses else came_in)
    if report.days_late is not None:
        lines.append(screen.late(report.days_late))
    return [markup.tag("div", line) for line in lines]
