"""What may be tried: the questions of an area with their answers, and the values of Hasil."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages._frame import markup, notices, what_if_widgets
from zi_metrics.labels import results as results_text
from zi_metrics.labels import what_if as text
from zi_metrics.labels.numbers import exact_points
from zi_metrics.lke import Area
from zi_metrics.lke.predicates import Predicate, Rule
from zi_metrics.lke.results import ResultPart
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.metrics.results_needed import least_values
from zi_metrics.report.answer_texts import answer_text, fault_text, value_text
from zi_metrics.tables.records import records

PLACE = "coba-bagian"
HEIGHT = 520
"""Pixels of the list of questions, which scrolls."""


def choose_place(told: Readiness) -> Area | None:
    """The area whose questions are shown, at first the one lowest by the sheet; None: Hasil.

    The choice is not part of the scenario, and so not in the address.
    """
    areas = {area.short_name: area for area in told.own.catalogue.areas}
    tests = told.by_sheet().tests[told.target]
    lowest = next(test.area_no for test in tests if test.rule is Rule.EACH_AREA)
    by_number = {area.number: name for name, area in areas.items()}
    chosen = st.segmented_control(
        text.PLACE,
        [*areas, text.RESULTS],
        default=by_number[lowest or 1],
        key=PLACE,
        required=True,
    )
    return areas.get(str(chosen))


def answers(told: Readiness, area: Area) -> None:
    """The questions of an area in both aspects, each with its answer to choose."""
    with st.container(height=HEIGHT, key="coba-pertanyaan", gap="xsmall"):
        before = ""
        for item in records(told.items[told.items["area_no"] == area.number]):
            sub_area = text.sub_area(item.aspect, item.sub_area_no, item.sub_area)
            if sub_area != before:
                st.html(markup.tag("h3", sub_area, class_="zi-sub-area"))
            before = sub_area
            _question(told, item)


def _question(told: Readiness, item: Any) -> None:
    question = told.own.catalogue.questions[item.code]
    own, now = told.own.answers[item.code], told.sheet.answers[item.code]
    about, answer = st.columns([5, 4], vertical_alignment="center")
    letter = f"{item.question_no}. " if item.question_no else ""
    details: list[object] = [text.weight(item.code, exact_points(question.points))]
    if item.code in told.scenario.answers:
        details += [" · ", markup.tag("strong", text.was(answer_text(own)), class_="zi-tried")]
    elif not own.is_answered:
        details += [" · ", fault_text(own) or answer_text(own)]
    about.html(
        markup.tag(
            "div",
            f"{letter}{item.question}",
            markup.tag("div", *details, class_="zi-small zi-quiet"),
            class_="zi-asked-about",
        )
    )
    asked = what_if_widgets.Input(told, item.code, f"{item.code} {item.question}")
    with answer:
        if question.options is not None:
            what_if_widgets.options(asked, list(question.options), now.option)
        else:
            what_if_widgets.ratio(asked, now)


def results(told: Readiness) -> None:
    """The three values of Hasil; where their table cannot be read, none can be tried."""
    if not told.has_results:
        notices.empty(results_text.UNREADABLE)
        return
    with st.container(key="coba-hasil"):
        for part in told.sheet.parts:
            with st.container(gap="xsmall"):
                _result(told, part)
                st.html(markup.tag("div", *_about(told, part), class_="zi-small zi-quiet"))


def _result(told: Readiness, part: ResultPart) -> None:
    asked, now = what_if_widgets.Input(told, part.key, part.name), told.sheet.results[part.key]
    if part.highest is not None:
        what_if_widgets.index(asked, part, now)
    else:
        shown = now.shown if now.is_filled else ""
        what_if_widgets.options(asked, list(part.options or {}), shown, is_labelled=True)


def _about(told: Readiness, part: ResultPart) -> list[object]:
    """What is needed of it at least, and what the sheet says."""
    needed = [least_values(told.own.catalogue, each)[part.key] for each in Predicate]
    told_needed = results_text.needed_of_both(*needed)
    if part.is_survey:
        told_needed = f"{results_text.INDEX} {results_text.SCALE}. {told_needed}"
    if part.key not in told.scenario.results:
        return [told_needed]
    own = text.was(value_text(told.own.results[part.key]))
    return [told_needed, " · ", markup.tag("strong", own, class_="zi-tried")]
