"""Bagaimana jika: other answers and values, tried on the page and written nowhere."""

from __future__ import annotations

from fractions import Fraction

import streamlit as st

from pages._frame import markup, notices, readiness, scenario, what_if_changed, what_if_inputs
from zi_metrics.labels import lke as lke_text
from zi_metrics.labels import what_if as text
from zi_metrics.labels.numbers import exact_percent, exact_points
from zi_metrics.lke.predicates import Predicate, Standing, Tested, tested
from zi_metrics.lke.scenario import NO_SCENARIO, Scenario, differing
from zi_metrics.metrics.readiness import Readiness

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
    totals = text.total(exact_points(told.own.total), exact_points(told.sheet.total))
    with st.container(key="skenario"):
        said, button = st.columns([6, 1], vertical_alignment="center")
        shown = markup.tag("strong", text.IS_SCENARIO)
        counted = text.changes(len(told.scenario.answers), len(told.scenario.results))
        said.html(markup.tag("p", shown, f": {counted}. {totals}", role="status"))
        with button:
            _clear("kosongkan-atas")


def show(told: Readiness, target: Predicate | None = None) -> None:
    """What may be changed, what that does to the minima of the target, and what is changed.

    target: the unit's own unless named.
    """
    st.subheader(text.TITLE, anchor=False)
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
    before, after = tested(told.own, target), told.tests[target]
    own, tried = (sum(test.is_met for test in tests) for tests in (before, after))
    is_changed = not told.scenario.is_empty
    sentence = text.met(target, own, tried, len(after)) if is_changed else ""
    sentence = sentence or text.met_by_sheet(target, own, len(after))
    st.html(markup.tag("div", markup.tag("p", sentence), class_="zi-about"))
    headers = [text.rule(target), text.MINIMUM, text.OWN, *[text.TRIED] * is_changed]
    rows = [
        [lke_text.RULES[now.rule], _minimum(now), _value(was), *[_value(now)] * is_changed]
        for was, now in zip(before, after, strict=True)
    ]
    st.html(markup.table(headers, rows, caption=text.rule(target), look=_EFFECT))


def _minimum(test: Tested) -> str:
    return _figure(test, test.minimum)


def _value(test: Tested) -> markup.Markup:
    """The value, and by a sign (by a word for who cannot see it) whether it is enough."""
    word = markup.tag("span", lke_text.STANDINGS[test.standing], class_="zi-hidden")
    return markup.tag("span", markup.mark(test.standing), word, " ", _figure(test, test.value))


def _figure(test: Tested, number: Fraction) -> str:
    return exact_percent(number) if test.rule.is_share else exact_points(number)


def _buttons(told: Readiness, target: Predicate) -> None:
    is_there = all(test.is_met for test in told.tests[target])
    standings = {test.standing for own in (told.own, told.sheet) for test in tested(own, target)}
    st.html(markup.legend([each for each in Standing if each in standings]))
    with st.container(horizontal=True):
        st.button(
            text.shortest(target),
            key="terapkan-jalan",
            icon=":material/route:",
            help=(text.nothing_missing if is_there else text.shortest_help)(target),
            disabled=is_there,
            on_click=_apply,
            args=(told, target),
        )
        if not told.scenario.is_empty:
            _clear("kosongkan")


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
