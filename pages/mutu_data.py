"""Mutu Data: what is wrong in the sheet, cell by cell, and what mending it would change."""

from __future__ import annotations

import streamlit as st

from pages._frame import data, filters, findings, headline, notices, tables
from zi_metrics.labels import quality, screen
from zi_metrics.metrics.data_quality import TAB_OF_TABLE, count_by_severity, select, tab_summaries
from zi_metrics.report.quality_texts import quality_listing
from zi_metrics.tables.problems import Severity


def render() -> None:
    snapshot, found = data.current_view().snapshot, data.current_findings()
    tabs, counts = tab_summaries(snapshot, found), count_by_severity(found)
    headline.lead(
        quality.today(
            snapshot.as_of,
            counts[Severity.ERROR],
            counts[Severity.WARNING],
            has_rows=any(tab.row_count for tab in tabs),
        ),
        quality.and_advice(counts[Severity.ADVICE]),
        quality.unreadable([TAB_OF_TABLE[table] for table in sorted(snapshot.unreadable)]),
    )
    findings.tabs_read(tabs)
    if not found:
        notices.empty(quality.NOTHING_FOUND)
        return
    book = snapshot.provenance.book
    wanted, file = st.columns([3, 1], vertical_alignment="bottom")
    with wanted:
        asked = filters.quality_selection(
            [tab.title for tab in tabs if any(tab.counts.values())],
            [severity for severity, count in counts.items() if count],
        )
    chosen = select(found, *asked)
    if not chosen:
        notices.empty(screen.EMPTY_FILTER)
        return
    with file:
        tables.download("mutu-data", quality_listing(chosen, snapshot.catalogue, book))
    findings.problems(chosen, snapshot)
    findings.advice(chosen, book)
