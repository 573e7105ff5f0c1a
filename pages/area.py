"""One of the six areas: its indicators and evidence, its monev and its SPIP reports."""

from __future__ import annotations

import streamlit as st

from pages._frame import (
    data,
    figures,
    headline,
    indicators,
    notices,
    overdue,
    recommendations,
    spip_matrix,
    tables,
)
from zi_metrics.charts.completeness import evidence_by_sub_area
from zi_metrics.labels import figures as label
from zi_metrics.labels import screen, sentences
from zi_metrics.metrics.completeness import IndicatorState, completeness
from zi_metrics.report.listing import evidence_listing


def render(area_no: int) -> None:
    view = data.current_view()
    catalogue, book = view.snapshot.catalogue, view.snapshot.provenance.book
    items, now = view.items.of_area(area_no), view.by_area[area_no]
    headline.lead(
        sentences.area_today(
            items.as_of,
            now.completeness.weighted.share,
            label.ratio(now.completeness.indicators, label.NO_INDICATORS),
        ),
        sentences.without_evidence(now.completeness.states[IndicatorState.WITHOUT_EVIDENCE]),
        sentences.compared_with(view.before_on, view.before_meeting),
    )
    headline.row(headline.of_group(now, items, view.area_before(area_no)), view.before_on)
    if not view.has_readable_evidence:
        notices.empty(screen.UNREADABLE_EVIDENCE)
    else:
        chart, to_act_on = st.columns([2, 1], gap="large")
        with chart:
            figures.show(evidence_by_sub_area(items))
        with to_act_on:
            overdue.show(items, view.snapshot, only=catalogue.area(area_no))
        st.subheader(screen.INDICATORS, anchor=False)
        indicators.show(items, book, open_weakest=True)
        tables.download("data-dukung-area", evidence_listing(items.evidence, catalogue))
        st.subheader(screen.REFORM, anchor=False)
        reform = view.reform_items.of_area(area_no)
        headline.reform(completeness(reform.indicators))
        indicators.show(reform, book, open_weakest=False)
    recommendations.section(items, view.snapshot, unit_has_some=len(view.items.follow_ups) > 0)
    spip_matrix.section(items, view.snapshot)
