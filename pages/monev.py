"""Monev: what was recommended, what became of it, what is late or comes back."""

from __future__ import annotations

import streamlit as st

from pages._frame import data, figures, filters, headline, notices, tables
from zi_metrics.charts.follow_up import (
    follow_up_by_area,
    follow_up_by_period,
    open_recommendations_by_age,
)
from zi_metrics.labels import figures as label
from zi_metrics.labels import screen, sentences
from zi_metrics.metrics.follow_up import follow_up, most_urgent_first
from zi_metrics.metrics.selection import select
from zi_metrics.report.listing import follow_up_listing
from zi_metrics.tables.columns import RECOMMENDATIONS


def render() -> None:
    view = data.current_view()
    if view.items.follow_ups.empty:
        notices.no_rows(RECOMMENDATIONS, view.items.unreadable, screen.EMPTY_MONEV)
        return
    every = view.items.follow_ups
    rows = select(every, filters.follow_up_selection(every, view.shared_filters), ())
    if rows.empty:
        notices.empty(screen.EMPTY_FILTER)
        return
    now = follow_up(every)
    headline.lead(
        sentences.monev_today(
            view.items.as_of,
            label.ratio(now.ratio, label.NOT_POSSIBLE),
            now.overdue_count,
            now.repeated_count,
        ),
        sentences.shown_of(len(rows), len(every), screen.RECOMMENDATIONS.lower()),
    )
    by_area, ages = st.columns([2, 1], gap="large")
    with by_area:
        figures.show(follow_up_by_area(rows, view.areas))
    with ages:
        figures.show(open_recommendations_by_age(rows))
    figures.show(follow_up_by_period(rows))
    st.header(screen.RECOMMENDATIONS, anchor=False)
    tables.searchable("monev", follow_up_listing(most_urgent_first(rows), view.snapshot.catalogue))
