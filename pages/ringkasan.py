"""Ringkasan: where the unit stands, at a glance."""

from __future__ import annotations

import streamlit as st

from pages._frame import (
    data,
    figures,
    gaps,
    headline,
    notices,
    overdue,
    readiness,
    readiness_rules,
    spip_matrix,
)
from zi_metrics.charts.completeness import completeness_trend, evidence_by_area
from zi_metrics.labels import figures as label
from zi_metrics.labels import screen, sentences
from zi_metrics.metrics.completeness import IndicatorState


def render() -> None:
    view = data.current_view()
    complete = view.total.completeness
    headline.lead(
        sentences.unit_today(
            view.items.as_of,
            complete.weighted.share,
            label.points(complete.weighted),
            label.ratio(complete.indicators, label.NO_INDICATORS),
        ),
        sentences.without_evidence(complete.states[IndicatorState.WITHOUT_EVIDENCE]),
        sentences.compared_with(view.before_on, view.before_meeting),
    )
    headline.row(headline.of_group(view.total, view.items, view.before), view.before_on)
    readiness_rules.link(readiness.recorded_readiness())
    chart, to_act_on = st.columns([2, 1], gap="large")
    with chart:
        if view.has_readable_evidence:
            figures.show(evidence_by_area(view.items, view.by_area, view.areas))
        else:
            notices.empty(screen.UNREADABLE_EVIDENCE)
    with to_act_on:
        overdue.show(view.items, view.snapshot)
    course, reports = st.columns([2, 1], gap="large")
    with course:
        course_of = completeness_trend(view.course, view.snapshot.settings)
        figures.show(course_of, when=len(view.course) > 1)
    with reports:
        spip_matrix.section(view.items, view.snapshot, compact=True)
        spip_matrix.left_out(view.items.spip, view.areas, view.items.year)
    gaps.show(view.items.indicators, view.snapshot.catalogue)
    if view.has_readable_evidence:
        st.subheader(screen.REFORM, anchor=False)
        headline.reform(view.reform.completeness)
