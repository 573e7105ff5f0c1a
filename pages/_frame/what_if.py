"""Bagaimana jika: other answers and values, tried on the page and written nowhere."""

from __future__ import annotations

import streamlit as st

from pages._frame import markup, notices, readiness, scenario, what_if_changed, what_if_inputs
from zi_metrics.labels import what_if as text
from zi_metrics.labels.numbers import exact_points
from zi_metrics.labels.readiness import UNREADABLE
from zi_metrics.lke.predicates import Predicate, Rule, Standing
from zi_metrics.lke.scenario import NO_SCENARIO, Scenario, differing
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.readiness_rules import RuleTexts, rule_texts

_EFFECT = markup.Look(numbers=frozenset({1, 2, 3}), classes="zi-effect")


def banner(told: Readiness) -> None:
    """That a scenario is shown and not the sheet, with the way out; what could not be read of it.

    Says nothing where the address asks for none.
    """
    refused = scenario.asked(told.own.catalogue).refused
    if refused:
        notices.alert(text.refused(refused))
    if told.scenario.is_empty:
        return
    with st.container(key="skenario"):
        said, button = st.columns([6, 1], vertical_alignment="center")
        shown = markup.tag("strong", text.IS_SCENARIO)
        counted = text.changes(len(told.scenario.answers), len(told.scenario.results))
        said.html(markup.tag("p", shown, f": {counted}. {_totals(told)}", role="status"))
        with button:
            _clear("kosongkan-atas")


def _totals(told: Readiness) -> str:
    """Nilai LKE of both; only of a worksheet that is filled in there is one."""
    own, tried = (
        exact_points(each.sheet.total) if each.is_whole else None
        for each in (told.by_sheet(), told)
    )
    return text.total(own, tried) if tried else ""


def show(told: Readiness, target: Predicate | None = None) -> None:
    """What may be changed, what that does to the minima of the target, and what is changed.

    target: the unit's own unless named.
    """
    st.header(text.TITLE, anchor=False)
    if not told.has_answers:
        notices.empty(text.UNREADABLE)
        return
    st.html(markup.tag("div", markup.tag("p", text.HOW), class_="zi-about"))
    chosen = what_if_inputs.choose_place(told)
    inputs, outcome = st.columns([8, 5], gap="large")
    with inputs:
        if chosen is None:
            what_if_inputs.results(told)
        else:
            what_if_inputs.answers(told, chosen)
    with outcome:
        _effect(told, target or told.target)
        _buttons(told, target or told.target)
    what_if_changed.show(told)


def _effect(told: Readiness, target: Predicate) -> None:
    """The minima of the target, by the sheet and by the scenario."""
    is_changed = not told.scenario.is_empty
    own, tried = (rule_texts(each) for each in (told.by_sheet(), told))
    headers = [text.rule(target), text.MINIMUM, text.OWN, *[text.TRIED] * is_changed]
    rows = [
        [
            now.name,
            now.minima[target].minimum,
            *(_value(rule, target) for rule in ([was, now] if is_changed else [was])),
        ]
        for was, now in zip(own, tried, strict=True)
    ]
    if told.has_answers and told.has_results:
        st.html(markup.tag("div", markup.tag("p", _met(told, target)), class_="zi-about"))
    st.html(markup.table(headers, rows, caption=text.rule(target), look=_EFFECT))
    shown = {rule.minima[target].standing for rule in [*own, *tried]}
    st.html(markup.legend([each for each in (*Standing, UNREADABLE) if each in shown]))


def _met(told: Readiness, target: Predicate) -> str:
    """How many minima are met, by the scenario, if there is one, and by the sheet."""
    own, tried = (
        sum(test.is_met for test in each.tests[target]) for each in (told.by_sheet(), told)
    )
    if told.scenario.is_empty:
        return text.met_by_sheet(target, own, len(Rule))
    return text.met(target, own, tried, len(Rule))


def _value(rule: RuleTexts, target: Predicate) -> markup.Markup:
    """The value, and by a sign (by a word for who cannot see it) whether it is enough."""
    standing = rule.minima[target].standing
    word = markup.tag("span", standing, class_="zi-hidden")
    return markup.tag("span", markup.mark(standing), word, " ", rule.value)


def _buttons(told: Readiness, target: Predicate) -> None:
    """A way is only told from somewhere, as in the list of steps above."""
    is_there = all(test.is_met for test in told.tests[target])
    with st.container(horizontal=True):
        st.button(
            text.shortest(target),
            key="terapkan-jalan",
            icon=":material/route:",
            help=_help(told, target, is_there=is_there),
            disabled=is_there or not told.has_way,
            on_click=_apply,
            args=(told, target),
        )
        if not told.scenario.is_empty:
            _clear("kosongkan")


def _help(told: Readiness, target: Predicate, *, is_there: bool) -> str:
    if not told.has_way:
        return text.NO_WAY
    return (text.nothing_missing if is_there else text.shortest_help)(target)


def _clear(key: str) -> None:
    st.button(
        text.CLEAR,
        key=key,
        icon=":material/undo:",
        help=text.CLEAR_HELP,
        on_click=scenario.ask,
        args=(NO_SCENARIO,),
    )


def _apply(told: Readiness, target: Predicate) -> None:
    """The shortest way from what is shown, on top of it."""
    way = readiness.current_plan(target)
    wanted = Scenario(
        {step.code: step.to for step in way.steps},
        {needed.part.key: needed.to for needed in way.needed_results},
    )
    scenario.ask(differing(told.own, told.scenario.joined(wanted)))
