"""The short list of what to act on: what is late, longest late first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import streamlit as st

from pages._frame import filters, markup, tables
from pages._frame.kept import kept
from pages._frame.view import View
from zi_metrics.labels import screen, sentences
from zi_metrics.labels.numbers import short_date
from zi_metrics.lke import Area
from zi_metrics.metrics.overdue import (
    TABLES_WITH_DUE_DATES,
    OverdueKind,
    late_counts,
    overdue_items,
)
from zi_metrics.metrics.summary import Items
from zi_metrics.report.figure_texts import nothing_late
from zi_metrics.report.listing import overdue_listing
from zi_metrics.tables.book import Book
from zi_metrics.tables.records import records

SHORT_LIST = 5
_PAGE_OF_KIND: dict[str, str] = {
    OverdueKind.EVIDENCE: "data-dukung",
    OverdueKind.RECOMMENDATION: "monev",
    OverdueKind.SPIP_REPORT: "spip",
}


def show(view: View, *, only: Area | None = None) -> None:
    """The longest overdue items, and links to the pages that list them all.

    only: the area whose items these are; None for those of the unit.
    """
    lost = [spec.tab for spec in TABLES_WITH_DUE_DATES if spec.name in view.items.unreadable]
    missing = [markup.empty(screen.not_included(lost))] if lost else []
    late = _late(view, only)
    if late.empty:
        nothing = [] if lost else [markup.empty(nothing_late(_items(view, only)))]
        st.html(markup.headed(screen.TO_ACT_ON, *missing, *nothing))
        return
    st.html(markup.headed(screen.TO_ACT_ON, *missing, _list(view, only)))
    tables.download("lewat-tenggat", lambda: overdue_listing(late, view.snapshot.catalogue))


def _items(view: View, only: Area | None) -> Items:
    return view.items if only is None else view.items.of_area(only.number)


@kept
def _late(view: View, only: Area | None) -> pd.DataFrame:
    return overdue_items(_items(view, only))


@kept
def _list(view: View, only: Area | None) -> markup.Markup:
    late, book = _late(view, only), view.snapshot.provenance.book
    by_number = {area.number: area for area in view.areas}
    lines = [_line(item, by_number, book) for item in records(late.head(SHORT_LIST))]
    return markup.tag(
        "div",
        markup.tag("p", sentences.overdue_today(late_counts(late)), class_="zi-small"),
        markup.tag("ul", *lines, *_rest(late, only), class_="zi-list"),
        class_="zi-stack",
    )


def _line(item: Any, areas: dict[int, Area], book: Book) -> markup.Markup:
    kind = OverdueKind(item.kind)
    area = areas.get(item.area_no)
    known = [
        kind,
        area and area.short_name,
        item.code,
        item.pic,
        screen.due(short_date(item.due_on)),
        markup.cell_link(item.origin, book, item.title),
    ]
    shown = [detail for detail in known if detail]
    details = [each for detail in shown for each in (" · ", detail)][1:]
    return markup.tag(
        "li",
        markup.tag("strong", screen.late_by(item.days_late)),
        " – ",
        _title(item, areas),
        markup.tag("div", *details, class_="zi-small zi-quiet"),
        class_="zi-break",
    )


def _title(item: Any, areas: dict[int, Area]) -> object:
    """The item's title; where it names an indicator, as a link to it."""
    title = item.title or screen.NO_TITLE
    area = areas.get(item.area_no)
    if area is None or item.code is None:
        return title
    return markup.page_link(area.slug, title, filters.page_query(**{filters.INDICATOR: item.code}))


def _rest(late: pd.DataFrame, only: Area | None) -> Iterator[markup.Markup]:
    wanted = {filters.LATE: "true"} | ({filters.AREA: only.short_name} if only else {})
    for kind, count in late_counts(late.iloc[SHORT_LIST:]).items():
        if count:
            query = filters.page_query(**({} if kind == OverdueKind.SPIP_REPORT else wanted))
            yield markup.tag(
                "li", markup.page_link(_PAGE_OF_KIND[kind], screen.others(count, kind), query)
            )
