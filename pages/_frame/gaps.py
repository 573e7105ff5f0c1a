"""Where the most LKE points are not covered by evidence yet."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from pages._frame import filters, markup, notices, tables
from zi_metrics.labels import screen
from zi_metrics.labels.numbers import NO_FIGURE, out_of, score
from zi_metrics.lke import Area, Catalogue
from zi_metrics.metrics.completeness import heaviest_gaps
from zi_metrics.report.listing import gaps_listing
from zi_metrics.tables.records import records

MOST_SHOWN = 10
_HEADERS = ("Indikator", "Area", "Keadaan", "Dokumen lengkap", "PIC", "Poin belum tertutup")


def show(items: pd.DataFrame, catalogue: Catalogue) -> None:
    """items: rows of `indicator_completeness`, of the indicators of that list."""
    st.subheader(screen.HEAVIEST_GAPS, anchor=False)
    gaps = heaviest_gaps(items)
    if gaps.empty:
        notices.empty(screen.NO_GAPS if len(items) else screen.UNREADABLE_EVIDENCE)
        return
    by_number = {area.number: area for area in catalogue.areas}
    rows = [_row(item, by_number[item.area_no]) for item in records(gaps.head(MOST_SHOWN))]
    table = markup.table(
        _HEADERS, rows, caption=screen.HEAVIEST_GAPS, look=markup.Look(numbers=frozenset({3, 5}))
    )
    st.html(table)
    tables.download("celah", gaps_listing(gaps, catalogue))
    hidden = gaps.iloc[MOST_SHOWN:]
    if len(hidden):
        st.html(
            markup.tag(
                "p",
                screen.more_gaps(len(hidden), score(hidden["gap_points"].sum())),
                class_="zi-small",
            )
        )


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
