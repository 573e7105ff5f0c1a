"""Reform: the answers of its questions, what each is worth, and how ratios are read."""

from __future__ import annotations

import streamlit as st

from pages._frame import data, figures, headline, notices, readiness, reform_lists, tables
from zi_metrics.charts.reform import reform_by_area
from zi_metrics.labels import reform as text
from zi_metrics.labels.numbers import exact_points
from zi_metrics.metrics.reform import reform_answers
from zi_metrics.report.reform_listing import reform_listing


def render() -> None:
    view, told = data.current_view(), readiness.recorded_readiness()
    if not told.has_answers:
        notices.empty(text.UNREADABLE)
        return
    reform = reform_answers(told)
    score = reform.score
    only = exact_points(score.answered_only)
    headline.lead(
        text.today(
            view.items.as_of,
            exact_points(score.points),
            exact_points(score.weight),
            (score.answered, score.questions),
        ),
        text.answered_only(only) if score.points != score.answered_only else "",
        text.not_scored(reform.unscored),
    )
    if reform.is_begun:
        chart, short_list = st.columns([2, 1], gap="large")
        with chart:
            figures.show(reform_by_area(told.sheet, view.areas))
        with short_list:
            reform_lists.most_lost(told, reform)
    else:
        notices.empty(text.EMPTY)
    st.header(text.QUESTIONS, anchor=False)
    reform_lists.by_area(told, reform, view.snapshot.provenance.book)
    tables.download("reform", reform_listing(reform.items, told))
    reform_lists.ratios(told, reform)
