"""SPIP: which quarterly reports came in, when, and how the control actions move."""

from __future__ import annotations

import streamlit as st

from pages._frame import data, figures, filters, headline, notices, spip_matrix, tables
from zi_metrics.charts.spip import rtp_by_area
from zi_metrics.labels import figures as label
from zi_metrics.labels import screen, sentences
from zi_metrics.metrics.spip import (
    spip,
    spip_by_area,
    spip_quarters,
    spip_years,
)
from zi_metrics.report.listing import spip_listing
from zi_metrics.tables.columns import SPIP_REPORTS


def render() -> None:
    view = data.current_view()
    reports = view.snapshot.spip_reports
    years = spip_years(reports)
    if not years:
        notices.no_rows(SPIP_REPORTS, view.items.unreadable, screen.EMPTY_SPIP)
        return
    year = filters.choose_year(years, view.items.year)
    due_days = view.snapshot.settings.spip_due_days
    rows = spip_quarters(reports, year, view.items.as_of, due_days)
    now = spip(rows)
    headline.lead(
        sentences.spip_today(
            view.items.as_of,
            year,
            label.ratio(now.submitted, label.NONE_DUE),
            label.ratio(now.on_time, label.NONE_DUE),
            now.due_count,
        ),
        sentences.spip_other_year(view.items.year, year),
    )
    spip_matrix.left_out(rows, view.areas, year)
    st.header(screen.SPIP_MATRIX, anchor=False)
    spip_matrix.show(rows, view.snapshot)
    figures.show(rtp_by_area(spip_by_area(rows), view.areas), when=now.rtp_planned_count > 0)
    tables.numbers_behind(
        "laporan-spip", screen.SPIP_MATRIX, spip_listing(rows, view.snapshot.catalogue)
    )
