"""Bagaimana jika: other answers and values, tried on the page and written nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from pages._frame import markup, notices, scenario, what_if_inputs
from zi_metrics.labels import lke as lke_text
from zi_metrics.labels import what_if as text
from zi_metrics.labels.numbers import exact_percent, exact_points, points_difference
from zi_metrics.lke.predicates import Tested, tested
from zi_metrics.lke.scenario import NO_SCENARIO, Scenario, differing
from zi_metrics.metrics.gap import plan
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.answer_texts import answer_text, value_text

MANY, LIST_HEIGHT = 6, 330
"""More changes than this scroll in a list of so many pixels."""
_EFFECT = markup.Look(numbers=frozenset({1, 2, 3}), classes="zi-effect")


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
    """The section: what may be changed, what that does to the minima, and what is changed."""
    st.subheader(text.TITLE, anchor=False)
    if not told.has_answers:
        notices.empty(text.UNREADABLE)
        return
    refused = scenario.asked(told.own.catalogue).refused
    if refused:
        notices.alert(text.refused(refused))
    st.html(markup.tag("div", markup.tag("p", text.HOW), class_="zi-about"))
    _shown(told)
    chosen = what_if_inputs.choose_place(told)
    inputs, outcome = st.columns([3, 2], gap="large")
    with inputs:
        if chosen is None:
            what_if_inputs.results(told)
        else:
            what_if_inputs.answers(told, chosen)
    with outcome:
        _effect(told)
        _shortest(told)
    _changed(told)


def _shown(told: Readiness) -> None:
    """That a scenario is shown and not the sheet, and the way out."""
    if told.scenario.is_empty:
        return
    totals = text.total(exact_points(told.own.total), exact_points(told.sheet.total))
    with st.container(key="skenario", horizontal=True, vertical_alignment="center"):
        shown = markup.tag("strong", text.IS_SCENARIO)
        counted = text.changes(told.scenario.count)
        st.html(markup.tag("p", shown, f": {counted}. {totals}", role="status"))
        st.button(
            text.CLEAR,
            key="kosongkan",
            icon=":material/undo:",
            help=text.CLEAR_HELP,
            on_click=scenario.ask,
            args=(NO_SCENARIO,),
        )


def _effect(told: Readiness) -> None:
    """The minima of the target, by the sheet and by the scenario."""
    before, after = tested(told.own, told.target), told.tests[told.target]
    own, tried = (sum(test.is_met for test in tests) for tests in (before, after))
    is_changed = not told.scenario.is_empty
    sentence = (
        text.met(told.target, own, tried, len(after))
        if is_changed
        else text.met_by_sheet(told.target, own, len(after))
    )
    st.html(markup.tag("div", markup.tag("p", sentence), class_="zi-about"))
    headers = [text.rule(told.target), text.MINIMUM, text.OWN, *[text.TRIED] * is_changed]
    rows = [
        [
            lke_text.RULES[now.rule],
            _figure(now, is_minimum=True),
            _standing(was),
            *[_standing(now)] * is_changed,
        ]
        for was, now in zip(before, after, strict=True)
    ]
    st.html(markup.table(headers, rows, caption=text.rule(told.target), look=_EFFECT))


def _standing(test: Tested) -> markup.Markup:
    """The value, and whether it is enough, in words."""
    standing = markup.state(test.standing, lke_text.STANDINGS[test.standing])
    return markup.tag("div", _figure(test), markup.tag("div", standing, class_="zi-small"))


def _figure(test: Tested, *, is_minimum: bool = False) -> str:
    number = test.minimum if is_minimum else test.value
    return exact_percent(number) if test.rule.is_share else exact_points(number)


def _shortest(told: Readiness) -> None:
    is_there = not told.failing
    st.button(
        text.shortest(told.target),
        key="terapkan-jalan",
        icon=":material/route:",
        help=(text.nothing_missing if is_there else text.shortest_help)(told.target),
        disabled=is_there,
        on_click=_apply,
        args=(told,),
    )


def _apply(told: Readiness) -> None:
    """The shortest way from what is shown, on top of it."""
    way = plan(told.sheet, told.target, told.codes_with_evidence)
    wanted = Scenario(
        {step.code: step.to for step in way.steps},
        {needed.part.key: needed.to for needed in way.needed_results},
    )
    scenario.ask(differing(told.own, told.scenario.joined(wanted)))


def _changed(told: Readiness) -> None:
    """Everything that is changed, with what the sheet says; each can be removed."""
    found = [*_answers(told), *_results(told)]
    if not found:
        return
    st.subheader(f"{text.CHANGED} ({len(found)})", anchor=False)
    height: int | Literal["content"] = LIST_HEIGHT if len(found) > MANY else "content"
    with st.container(height=height, key="coba-diubah", gap="xsmall"):
        for change in found:
            _line(told, change)


def _line(told: Readiness, change: Change) -> None:
    about, button = st.columns([14, 1], vertical_alignment="center")
    moved = markup.tag("strong", f"{change.own} → {change.tried}")
    about.html(markup.tag("div", change.about, ": ", moved, f" · {change.points} poin"))
    button.button(
        "",
        key=f"hapus-{change.name}",
        icon=":material/close:",
        help=f"{text.REMOVE}: {change.name}",
        type="tertiary",
        on_click=what_if_inputs.change,
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
            points_difference(gain),
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
                points_difference(gain),
            )
