"""Hasil: the two surveys and the unit's performance, and what a predicate needs of each."""

from __future__ import annotations

import streamlit as st

from pages._frame import data, headline, notices, readiness, results_lists, tables
from zi_metrics.labels import results as text
from zi_metrics.labels.numbers import exact_points
from zi_metrics.lke.predicates import Predicate
from zi_metrics.metrics.results_needed import least_values
from zi_metrics.metrics.results_rows import own_count, result_rows
from zi_metrics.report.reform_listing import result_rows_listing, results_listing


def render() -> None:
    view, told = data.current_view(), readiness.recorded_readiness()
    if not told.has_results:
        notices.empty(text.UNREADABLE)
        return
    sheet, snapshot = told.sheet, view.snapshot
    headline.lead(
        text.today(
            view.items.as_of,
            exact_points(sheet.hasil),
            exact_points(sheet.hasil_weight),
            (len(told.entered), len(sheet.parts)),
        ),
        text.own_figures(own_count(told)),
    )
    if not told.entered:
        notices.empty(text.EMPTY)
    results_lists.headlines(told)
    least = {each: least_values(sheet.catalogue, each) for each in Predicate}
    st.header(text.PARTS, anchor=False)
    results_lists.parts(told, least, snapshot.provenance.book)
    tables.download("hasil", results_listing(told, least))
    rows = result_rows(snapshot.results, told, snapshot.year)
    if rows:
        results_lists.about_rows()
        tables.numbers_behind("baris-hasil", text.ROWS, result_rows_listing(rows))
