"""Reform: the answers of its questions, what each is worth, and how ratios are read."""

from __future__ import annotations

import streamlit as st

from pages._frame import data, figures, headline, notices, readiness, reform_lists, tables
from zi_metrics.charts.reform import reform_by_area
from zi_metrics.labels import reform as text
from zi_metrics.labels.numbers import exact_points
from zi_metrics.lke import Aspect
from zi_metrics.report.reform_listing import reform_listing


def render() -> None:
    view, told = data.current_view(), readiness.recorded_readiness()
    items = told.items[told.items["aspect"] == Aspect.REFORM]
    if not told.has_answers:
        notices.empty(text.UNREADABLE)
        return
    score = told.sheet.score(Aspect.REFORM)
    counted = score.answered, score.questions
    points, weight = exact_points(score.points), exact_points(score.weight)
    answers = [told.sheet.answers[code] for code in items["code"]]
    headline.lead(
        text.today(view.items.as_of, points, weight, counted),
        text.answered_only(exact_points(score.answered_only))
        if score.points != score.answered_only
        else "",
        text.not_scored(sum(not each.is_answered and each.fault is not None for each in answers)),
    )
    if any(each.is_answered or each.fault for each in answers):
        chart, short_list = st.columns([2, 1], gap="large")
        with chart:
            figures.show(reform_by_area(told.sheet, view.areas))
        with short_list:
            reform_lists.most_lost(told, items)
    else:
        notices.empty(text.EMPTY)
    st.subheader(text.QUESTIONS, anchor=False)
    reform_lists.by_area(told, items, view.snapshot.provenance.book)
    tables.download("reform", reform_listing(items, told))
    reform_lists.ratios(told, items)
