"""What a scenario changes, one by one, with what the sheet says; each can be removed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from pages._frame import markup, what_if_widgets
from zi_metrics.labels import what_if as text
from zi_metrics.labels.lke import to_answer
from zi_metrics.labels.numbers import exact_points
from zi_metrics.lke.scenario import NO_SCENARIO
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.answer_texts import answer_text, value_text

MANY, LIST_HEIGHT = 6, 330
"""More changes than this scroll in a list of so many pixels."""


@dataclass(frozen=True)
class Change:
    """Something tried, in words.

    name: code of the question, or key of the part of Hasil; points: its difference in LKE points.
    """

    name: str
    about: str
    own: str
    tried: str
    points: str


def show(told: Readiness) -> None:
    """Everything that is changed, with what the sheet says; each can be removed."""
    found = [*_answers(told), *_results(told)]
    if not found:
        return
    st.header(f"{text.CHANGED} ({len(found)})", anchor=False)
    height: int | Literal["content"] = LIST_HEIGHT if len(found) > MANY else "content"
    with st.container(height=height, key="coba-diubah", gap="xsmall"):
        for change in found:
            _line(told, change)


def _line(told: Readiness, change: Change) -> None:
    about, button = st.columns([14, 1], vertical_alignment="center")
    moved = markup.tag("strong", to_answer(change.own, change.tried))
    about.html(markup.tag("div", change.about, ": ", moved, f" · {change.points}"))
    button.button(
        "",
        key=f"hapus-{change.name}",
        icon=":material/close:",
        help=f"{text.REMOVE}: {change.name}",
        type="tertiary",
        on_click=what_if_widgets.change,
        args=(told, change.name, NO_SCENARIO),
    )


def _answers(told: Readiness) -> Iterator[Change]:
    texts = told.items.set_index("code")["question"]
    for code in told.scenario.answers:
        question = told.own.catalogue.questions[code]
        gain = told.sheet.points(question) - told.own.points(question)
        yield Change(
            code,
            f"{code} {texts[code]}",
            answer_text(told.own.answers[code]),
            answer_text(told.sheet.answers[code]),
            text.gain(exact_points(abs(gain)), is_less=gain < 0),
        )


def _results(told: Readiness) -> Iterator[Change]:
    for part in told.sheet.parts:
        if part.key in told.scenario.results:
            gain = told.sheet.result_points(part) - told.own.result_points(part)
            yield Change(
                part.key,
                part.name,
                value_text(told.own.results[part.key]),
                value_text(told.sheet.results[part.key]),
                text.gain(exact_points(abs(gain)), is_less=gain < 0),
            )
