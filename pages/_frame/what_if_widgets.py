"""The widgets of a scenario: each says what the address says, and has it say what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import floor

import streamlit as st

from pages._frame import markup, scenario
from zi_metrics.labels import results as results_text
from zi_metrics.labels import what_if as text
from zi_metrics.lke.answers import Answer
from zi_metrics.lke.scenario import Scenario, differing, read_scenario
from zi_metrics.metrics.readiness import Readiness

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


def whole_counts(now: Answer) -> tuple[int, int] | None:
    """Numerator and denominator, where both are counts of something that makes a ratio."""
    above, below = now.numerator, now.denominator
    if now.score is None or above is None or below is None:
        return None
    is_whole = above.denominator == below.denominator == 1
    return (int(above), int(below)) if is_whole and 0 <= above <= below and below else None


def counts(asked: Input, above: int, below: int) -> None:
    """A ratio by its two counts."""
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


def percent(asked: Input, now: Answer) -> None:
    """A ratio without counts."""
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


def index(asked: Input, now: Fraction | None, highest: Fraction) -> None:
    """The index of a survey."""
    key = asked.key()

    def take() -> None:
        chosen = st.session_state[key]
        asked.take(None if chosen is None else f"{chosen:.2f}")

    _say(key, None if now is None else _cut(now))
    st.number_input(
        asked.label,
        min_value=0.0,
        max_value=float(highest),
        value=None,
        step=0.01,
        format="%.2f",
        key=key,
        placeholder=results_text.SCALE,
        on_change=take,
        width=360,
    )


def _say(key: str, value: object) -> None:
    """Set a widget to what the address says, where it says something else."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
