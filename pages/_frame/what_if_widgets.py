"""The widgets of a scenario: each says what the address says, and has it say what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages._frame import markup, scenario
from zi_metrics.labels import results as results_text
from zi_metrics.labels import what_if as text
from zi_metrics.lke.answers import Answer, Written, read_answer
from zi_metrics.lke.results import ResultPart, ResultValue, read_result
from zi_metrics.lke.scenario import Scenario, differing, read_scenario
from zi_metrics.matching import folded
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.answer_texts import fault_text, index_text, ratio_to_type

LONGEST = 24
"""Letters of a ratio or an index."""


@dataclass(frozen=True)
class Input:
    """One thing that may be tried. name: code of a question, or key of a part of Hasil."""

    told: Readiness
    name: str
    label: str

    def key(self) -> str:
        """Of its widget."""
        return f"coba-{self.name}"

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


def options(asked: Input, listed: list[str], now: str, *, is_labelled: bool = False) -> None:
    """One of the official answers; now: the one that is shown, '' for none."""
    key = asked.key()
    _say(key, now or None)
    st.segmented_control(
        asked.label,
        listed,
        key=key,
        label_visibility="visible" if is_labelled else "collapsed",
        on_change=lambda: asked.take(st.session_state[key]),
    )


def ratio(asked: Input, now: Answer) -> None:
    """A ratio as one text, for its two counts only make sense together."""
    question = asked.told.own.catalogue.questions[asked.name]

    def refusal(typed: str) -> str:
        answer = read_answer(Written(typed), None, is_improvement=question.is_improvement)
        return "" if answer.is_answered else fault_text(answer)

    _typed(asked, ratio_to_type(now), text.RATIO_EXAMPLE, refusal)


def index(asked: Input, part: ResultPart, now: ResultValue) -> None:
    """The index of a survey."""

    def refusal(typed: str) -> str:
        fault = read_result(typed, part).fault
        return "" if fault is None else results_text.FAULTS[fault]

    shown = "" if now.index is None else index_text(now.index)
    _typed(asked, shown, results_text.SCALE, refusal, is_labelled=True)


def _typed(
    asked: Input,
    now: str,
    example: str,
    refusal: Callable[[str], str],
    *,
    is_labelled: bool = False,
) -> None:
    """A text as it is written in the sheet; what cannot be scored stays, with the reason why.

    refusal: what is wrong with a text, '' when nothing is.
    """
    key = asked.key()
    before = str(st.session_state.get(key) or "")
    why_not = refusal(before) if before != now else ""
    if not why_not:
        _say(key, now)

    def take() -> None:
        typed = str(st.session_state[key] or "")
        if Written(typed).is_blank:
            asked.take(None)
        elif not refusal(typed):
            asked.take(folded(typed))

    st.text_input(
        asked.label,
        key=key,
        max_chars=LONGEST,
        placeholder=example,
        label_visibility="visible" if is_labelled else "collapsed",
        on_change=take,
        width=360 if is_labelled else "stretch",
    )
    if why_not:
        said = text.not_taken(before, why_not)
        st.html(markup.tag("div", said, class_="zi-small zi-tried", role="alert"))


def _say(key: str, value: object) -> None:
    """Set a widget to what the address says, where it says something else.

    Not in a callback, for an address can change without one: see the decision 0022.
    """
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
