"""Answers beside their evidence: what has to be proved, and where an answer may rise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from pages._frame import filters, markup, notices, tables, visitors
from zi_metrics.labels import readiness_lists as text
from zi_metrics.labels.numbers import score
from zi_metrics.labels.readiness import of_scenario, recorded
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.answer_texts import answer_text
from zi_metrics.report.readiness_listing import chances_listing, evidence_text, unproven_listing
from zi_metrics.tables.records import records

MOST_SHOWN = 10
_LOOK = markup.Look(numbers=frozenset({5}), classes="zi-fixed zi-beside")
_Listing = Callable[[Readiness], pd.DataFrame]


def show(told: Readiness) -> None:
    """Both lists, each with its file."""
    _list(text.UNPROVEN, told.unproven, "won_points", told, unproven_listing)
    _list(text.CHANCES, told.chances, "lost_points", told, chances_listing)


def _list(name: str, rows: pd.DataFrame, points: str, told: Readiness, listing: _Listing) -> None:
    title = name if told.scenario.is_empty else of_scenario(name)
    st.header(title, anchor=False)
    if rows.empty or not told.has_answers:
        notices.empty(_why_none(name, told))
        return
    summed = text.list_today(len(rows), score(rows[points].sum()))
    st.html(markup.tag("p", summed, " ", text.MEANINGS[name], class_="zi-small"))
    body = [_row(item, points, told) for item in records(rows.head(MOST_SHOWN))]
    st.html(visitors.table(text.LIST_HEADERS, body, caption=title, look=_LOOK))
    rest = rows.iloc[MOST_SHOWN:]
    if len(rest):
        told_of = text.not_drawn(len(rest), score(rest[points].sum()))
        st.html(markup.tag("p", told_of, class_="zi-small"))
    tables.download(name.lower().replace(" ", "-"), listing(told))


def _why_none(name: str, told: Readiness) -> str:
    if not told.has_answers:
        return text.NO_ANSWERS_READ
    if not told.has_evidence:
        return text.NO_EVIDENCE_READ
    if name == text.UNPROVEN and not told.knows_answers:
        return text.NO_BEST_ANSWERS
    if name == text.CHANCES and not told.codes_with_evidence:
        return text.NO_COMPLETE_EVIDENCE
    return text.NONE[name]


def _row(item: Any, points: str, told: Readiness) -> list[object]:
    area = told.sheet.catalogue.area(item.area_no)
    query = filters.page_query(**{filters.INDICATOR: item.code})
    answer = [markup.tag("div", answer_text(told.sheet.answers[item.code]))]
    if item.code in told.scenario.answers:
        own = recorded(answer_text(told.own.answers[item.code]))
        answer.append(markup.tag("div", own, class_="zi-small zi-quiet"))
    return [
        markup.page_link(area.slug, f"{item.code} {item.question}", query),
        area.short_name,
        markup.tag("div", *answer),
        evidence_text(item, has_evidence=told.has_evidence),
        item.pic or "",
        score(getattr(item, points)),
    ]
