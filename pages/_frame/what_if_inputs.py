"""The inputs of a scenario: each says what the address says, and has it say what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any

import streamlit as st

from pages._frame import markup, scenario
from zi_metrics.labels import results as results_text
from zi_metrics.labels import what_if as text
from zi_metrics.labels.numbers import exact_points
from zi_metrics.lke import Area
from zi_metrics.lke.answers import Answer
from zi_metrics.lke.predicates import Predicate, Rule
from zi_metrics.lke.results import ResultPart
from zi_metrics.lke.scenario import Scenario, differing, read_scenario
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.metrics.results_needed import least_values
from zi_metrics.report.answer_texts import answer_text, value_text
from zi_metrics.tables.records import records

PLACE = "coba-bagian"
HEIGHT = 520
"""Pixels of the list of questions, which scrolls."""
_LARGEST = 999_999_999


@dataclass(frozen=True)
class Input:
    """One thing that may be tried. name: code of a question, or key of a part of Hasil."""

    told: Readiness
    name: str
    label: str

    def key(self, part: str = "") -> str:
        """Of its widget, or of one of its widgets."""
        return f"coba-{self.name}{part}"

    def take(self, value: str | None) -> None:
        """Try this; None: the sheet's own again."""
        parts = {part.key for part in self.told.own.parts}
        named = {} if value is None else {self.name: value}
        tried = Scenario(results=named) if self.name in parts else Scenario(named)
        change(self.told, self.name, tried)


def change(told: Readiness, name: str, tried: Scenario) -> None:
    """Have the address ask for something else of this name; an empty scenario: the sheet's own."""
    catalogue = told.own.catalogue
    wanted = scenario.asked(catalogue).without(name).joined(tried)
    scenario.ask(differing(told.own, read_scenario(wanted.as_text, catalogue)))


def choose_place(told: Readiness) -> Area | None:
    """The area whose questions are shown, by default the one that is furthest behind; None: Hasil.

    The choice is not part of the scenario, and so not in the address.
    """
    areas = {area.short_name: area for area in told.own.catalogue.areas}
    weakest = next(test.area_no for test in told.tests[told.target] if test.rule is Rule.EACH_AREA)
    by_number = {area.number: name for name, area in areas.items()}
    if PLACE not in st.session_state:
        st.session_state[PLACE] = by_number[weakest or 1]
    chosen = st.segmented_control(text.PLACE, [*areas, text.RESULTS], key=PLACE, required=True)
    return areas.get(str(chosen))


def answers(told: Readiness, area: Area) -> None:
    """The questions of an area in both aspects, each with its answer to choose."""
    with st.container(height=HEIGHT, key="coba-pertanyaan", gap="xsmall"):
        before = ""
        for item in records(told.items[told.items["area_no"] == area.number]):
            sub_area = text.sub_area(item.aspect, item.sub_area_no, item.sub_area)
            if sub_area != before:
                st.html(markup.tag("h4", sub_area, class_="zi-sub-area"))
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
    about.html(
        markup.tag(
            "div",
            f"{letter}{item.question}",
            markup.tag("div", *details, class_="zi-small zi-quiet"),
        )
    )
    asked = Input(told, item.code, f"{item.code} {item.question}")
    with answer:
        if question.options is not None:
            _options(asked, list(question.options), now.option)
        elif (counts := _whole_counts(now)) is not None:
            _counts(asked, *counts)
        else:
            _percent(asked, now)


def _options(asked: Input, options: list[str], now: str) -> None:
    key = asked.key()
    _say(key, now or None)
    st.segmented_control(
        asked.label,
        options,
        key=key,
        label_visibility="collapsed",
        on_change=lambda: asked.take(st.session_state[key]),
    )


def _whole_counts(now: Answer) -> tuple[int, int] | None:
    """Numerator and denominator, where both are counts of something that makes a ratio."""
    above, below = now.numerator, now.denominator
    if now.score is None or above is None or below is None:
        return None
    is_whole = above.denominator == below.denominator == 1
    return (int(above), int(below)) if is_whole and 0 <= above <= below and below else None


def _counts(asked: Input, above: int, below: int) -> None:
    keys = asked.key("-pembilang"), asked.key("-penyebut")

    def take() -> None:
        counts = [st.session_state[key] for key in keys]
        asked.take(None if None in counts else f"{counts[0]}/{counts[1]}")

    left, between, right = st.columns([5, 2, 5], vertical_alignment="center", gap="xsmall")
    with left:
        _number(keys[0], above, f"{text.NUMERATOR} {asked.label}", (0, below), take)
    between.html(markup.tag("div", text.OF, class_="zi-between"))
    with right:
        limits = max(above, 1), _LARGEST
        _number(keys[1], below, f"{text.DENOMINATOR} {asked.label}", limits, take)


def _number(
    key: str, value: int, label: str, limits: tuple[int, int], take: Callable[[], None]
) -> None:
    _say(key, value)
    st.number_input(
        label,
        min_value=limits[0],
        max_value=limits[1],
        value=None,
        step=1,
        key=key,
        label_visibility="collapsed",
        on_change=take,
    )


def _percent(asked: Input, now: Answer) -> None:
    key = asked.key("-persen")

    def take() -> None:
        share = st.session_state[key]
        asked.take(None if share is None else f"{share:.2f}%")

    _say(key, None if now.score is None else _cut(now.score * 100))
    number, sign = st.columns([6, 6], vertical_alignment="center", gap="xsmall")
    number.number_input(
        f"{text.PERCENT} {asked.label}",
        min_value=0.0,
        max_value=100.0,
        value=None,
        step=1.0,
        format="%.2f",
        key=key,
        placeholder="",
        label_visibility="collapsed",
        on_change=take,
    )
    sign.html(markup.tag("div", text.IN_PERCENT, class_="zi-between"))


def _cut(number: Fraction) -> float:
    return floor(number * 100) / 100


def results(told: Readiness) -> None:
    """The three values of Hasil."""
    for part in told.sheet.parts:
        with st.container(gap="xsmall"):
            _result(told, part)
            st.html(markup.tag("div", *_about(told, part), class_="zi-small zi-quiet"))


def _result(told: Readiness, part: ResultPart) -> None:
    asked, now = Input(told, part.key, part.name), told.sheet.results[part.key]
    key = asked.key()
    if part.options is not None:
        _say(key, now.shown if now.is_filled else None)
        st.segmented_control(
            part.name,
            list(part.options),
            key=key,
            on_change=lambda: asked.take(st.session_state[key]),
        )
        return

    def take() -> None:
        index = st.session_state[key]
        asked.take(None if index is None else f"{index:.2f}")

    _say(key, None if now.index is None else _cut(now.index))
    st.number_input(
        part.name,
        min_value=0.0,
        max_value=float(part.highest or 0),
        value=None,
        step=0.01,
        format="%.2f",
        key=key,
        placeholder=results_text.SCALE,
        on_change=take,
        width=220,
    )


def _about(told: Readiness, part: ResultPart) -> list[object]:
    """What is needed of it at least, and what the sheet says."""
    needed = [least_values(told.own.catalogue, each)[part.key] for each in Predicate]
    told_needed = results_text.needed_of_both(*needed)
    if part.key not in told.scenario.results:
        return [told_needed]
    own = text.was(value_text(told.own.results[part.key]))
    return [told_needed, " · ", markup.tag("strong", own, class_="zi-tried")]


def _say(key: str, value: object) -> None:
    """Set a widget to what the address says, where it says something else."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
