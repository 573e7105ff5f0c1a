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
    readiness_rules,
    spip_matrix,
)
from pages._frame.kept import kept
from pages._frame.view import View
from zi_metrics.charts.completeness import completeness_trend, evidence_by_area
from zi_metrics.charts.picture import Picture
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
    headline.row(_headlines(view), view.before_on)
    readiness_rules.link(view)
    by_area, over_time = _pictures(view)
    chart, to_act_on = st.columns([2, 1], gap="large")
    with chart:
        if view.has_readable_evidence:
            figures.show(by_area)
        else:
            notices.empty(screen.UNREADABLE_EVIDENCE)
    with to_act_on:
        overdue.show(view)
    course, reports = st.columns([2, 1], gap="large")
    with course:
        figures.show(over_time, when=len(view.course) > 1)
    with reports:
        spip_matrix.section(view, compact=True)
        spip_matrix.left_out_of(view)
    gaps.show(view)
    if view.has_readable_evidence:
        st.header(screen.REFORM, anchor=False)
        headline.reform(view.reform.completeness)


def pictures(view: View) -> tuple[Picture, ...]:
    """The charts of the page."""
    return (
        evidence_by_area(view.items, view.by_area, view.areas),
        completeness_trend(view.course, view.snapshot.settings),
    )


@kept
def _headlines(view: View) -> list[headline.Headline]:
    return headline.of_group(view.total, view.items, view.before)


@kept
def _pictures(view: View) -> tuple[Picture, ...]:
    return pictures(view)
