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
    readiness,
    recommendations,
    spip_matrix,
    tables,
)
from zi_metrics.charts.completeness import evidence_by_sub_area
from zi_metrics.labels import answers, screen, sentences
from zi_metrics.labels import figures as label
from zi_metrics.labels.numbers import exact_points
from zi_metrics.metrics.completeness import IndicatorState, completeness
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.listing import evidence_listing


def render(area_no: int) -> None:
    view = data.current_view()
    catalogue, book = view.snapshot.catalogue, view.snapshot.provenance.book
    items, now = view.items.of_area(area_no), view.by_area[area_no]
    told = readiness.recorded_readiness()
    has_answers = told.has_answers and told.own.pengungkit.answered > 0
    headline.lead(
        sentences.area_today(
            items.as_of,
            now.completeness.weighted.share,
            label.ratio(now.completeness.indicators, label.NO_INDICATORS),
        ),
        sentences.without_evidence(now.completeness.states[IndicatorState.WITHOUT_EVIDENCE]),
        _score(told, area_no) if has_answers else "",
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
            overdue.show(view, only=catalogue.area(area_no))
        st.header(screen.INDICATORS, anchor=False)
        sheet = told.own if has_answers else None
        indicators.show(items, book, sheet, open_weakest=True)
        tables.download("data-dukung-area", evidence_listing(items.evidence, catalogue))
        st.header(screen.REFORM, anchor=False)
        reform = view.reform_items.of_area(area_no)
        headline.reform(completeness(reform.indicators))
        indicators.show(reform, book, sheet, open_weakest=False)
    recommendations.section(items, view.snapshot, unit_has_some=len(view.items.follow_ups) > 0)
    spip_matrix.section(view, area_no=area_no)


def _score(told: Readiness, area_no: int) -> str:
    """The LKE points of the area in both aspects."""
    score = told.own.score(area_no=area_no)
    counted = score.answered, score.questions
    return answers.area_score(exact_points(score.points), exact_points(score.weight), counted)
