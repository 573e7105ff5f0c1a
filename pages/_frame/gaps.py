"""Where the most LKE points are not covered by evidence yet."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from pages._frame import filters, markup, tables, visitors
from pages._frame.kept import kept
from pages._frame.view import View
from zi_metrics.labels import screen
from zi_metrics.labels.numbers import NO_FIGURE, out_of, score
from zi_metrics.lke import Area
from zi_metrics.metrics.completeness import heaviest_gaps
from zi_metrics.report.listing import gaps_listing
from zi_metrics.tables.records import records

MOST_SHOWN = 10
_HEADERS = ("Indikator", "Area", "Keadaan", "Dokumen lengkap", "PIC", "Poin belum tertutup")


def show(view: View) -> None:
    """Of all indicators of the view."""
    gaps = _gaps(view)
    if gaps.empty:
        has_some = len(view.items.indicators) > 0
        none = markup.empty(screen.NO_GAPS if has_some else screen.UNREADABLE_EVIDENCE)
        st.html(markup.headed(screen.HEAVIEST_GAPS, none))
        return
    st.html(markup.headed(screen.HEAVIEST_GAPS, _table(view)))
    tables.download("celah", lambda: gaps_listing(gaps, view.snapshot.catalogue))
    if len(gaps) > MOST_SHOWN:
        st.html(_rest(view))


@kept
def _gaps(view: View) -> pd.DataFrame:
    return heaviest_gaps(view.items.indicators)


@kept
def _table(view: View) -> markup.Markup:
    """The first of them."""
    gaps = _gaps(view)
    by_number = {area.number: area for area in view.areas}
    rows = [_row(item, by_number[item.area_no]) for item in records(gaps.head(MOST_SHOWN))]
    table = visitors.table_without if view.snapshot.is_withheld else markup.table
    look = markup.Look(numbers=frozenset({3, 5}))
    return table(_HEADERS, rows, caption=screen.HEAVIEST_GAPS, look=look)


@kept
def _rest(view: View) -> markup.Markup:
    """What the others come to."""
    rest = _gaps(view).iloc[MOST_SHOWN:]
    told = screen.more_gaps(len(rest), score(rest["gap_points"].sum()))
    return markup.tag("p", told, class_="zi-small")


def _row(item: Any, area: Area) -> list[object]:
    query = filters.page_query(**{filters.INDICATOR: item.code})
    return [
        markup.page_link(area.slug, f"{item.code} {item.question}", query),
        area.short_name,
        markup.state(item.state),
        out_of(item.complete_count, item.required_count) if item.required_count else NO_FIGURE,
        item.pic or "",
        score(item.gap_points),
    ]
