"""The shortest way to a predicate: what to improve, from which answer to which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages._frame import filters, markup, notices, readiness, tables, visitors
from zi_metrics.labels import readiness_lists as words
from zi_metrics.labels import shortest_way as text
from zi_metrics.labels.lke import gain, to_answer
from zi_metrics.labels.numbers import exact_points
from zi_metrics.labels.readiness import of_scenario
from zi_metrics.lke import Area
from zi_metrics.lke.predicates import Predicate
from zi_metrics.metrics.gap import NeededResult, Plan, Step
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.answer_texts import answer_text, value_text
from zi_metrics.report.plain import shortened
from zi_metrics.report.readiness_listing import evidence_text, needed_answer, plan_listing
from zi_metrics.report.readiness_texts import why_no_way
from zi_metrics.tables.records import records

TARGET = "sasaran"
SHORT_LIST = 4
LONGEST = 90
"""Letters of a question in the short list; all of it stands in the table and behind the link."""
_LOOK = markup.Look(numbers=frozenset({3}), classes="zi-fixed zi-steps")


@dataclass(frozen=True)
class _Of:
    """What a step is told with: the readiness, its items by code, and the areas by number."""

    told: Readiness
    items: Mapping[str, Any]
    areas: Mapping[int, Area]


def choose_target(told: Readiness) -> Predicate:
    """Which predicate the way leads to, below its title; the unit's own target by default."""
    title = st.container()
    chosen = st.segmented_control(
        text.TARGET,
        [str(each) for each in Predicate],
        default=str(told.target),
        required=True,
        key=TARGET,
        bind="query-params",
        persist_state="session",
    )
    target = Predicate(chosen) if chosen else told.target
    name = text.title(target)
    title.header(name if told.scenario.is_empty else of_scenario(name), anchor=False)
    return target


def short_list(told: Readiness, target: Predicate) -> Plan | None:
    """The first steps, needed values of Hasil before all; None where there is no way to tell."""
    if why := why_no_way(told):
        notices.empty(why)
        return None
    plan = readiness.current_plan(target)
    if not plan.steps and not plan.needed_results:
        notices.empty(text.all_met(target))
        return plan
    st.html(markup.tag("p", " ".join(_sentences(told, plan)), class_="zi-small"))
    if plan.needed_results:
        lines = [_needed(each, told) for each in plan.needed_results]
        first = markup.tag("div", text.NEEDED_FIRST, class_="zi-small zi-quiet")
        st.html(markup.tag("div", first, markup.tag("ul", *lines, class_="zi-list")))
    around = _around(told)
    st.html(markup.tag("ul", *_lines(plan, around), class_="zi-list"))
    return plan


def _sentences(told: Readiness, plan: Plan) -> Iterator[str]:
    if not told.scenario.is_empty:
        yield text.OF_SCENARIO
    yield text.summary(
        len(plan.steps), exact_points(plan.gain), exact_points(plan.after.total), plan.target
    )
    if not plan.is_proved:
        yield text.NOT_PROVED
    yield text.NO_ORDER


def _needed(needed: NeededResult, told: Readiness) -> markup.Markup:
    now = value_text(told.sheet.results[needed.part.key])
    return markup.tag(
        "li",
        markup.tag("strong", text.needed(needed.part.name, needed.to)),
        markup.tag("div", text.now(now), class_="zi-small zi-quiet"),
    )


def _around(told: Readiness) -> _Of:
    return _Of(
        told,
        {item.code: item for item in records(told.items)},
        {area.number: area for area in told.sheet.catalogue.areas},
    )


def _lines(plan: Plan, around: _Of) -> Iterator[markup.Markup]:
    for step in plan.steps[:SHORT_LIST]:
        item = around.items[step.code]
        details = (step.code, item.pic, words.of_evidence(_evidence(item, around)))
        yield markup.tag(
            "li",
            _link(step, shortened(item.question, LONGEST), around),
            markup.tag("div", *_change(step, around), " · ", gain(exact_points(step.gain))),
            markup.tag("div", " · ".join(filter(None, details)), class_="zi-small zi-quiet"),
            class_="zi-break",
        )
    rest = len(plan.steps) - SHORT_LIST
    if rest > 0:
        yield markup.tag("li", text.more(rest))


def _link(step: Step, shown: str, around: _Of) -> markup.Markup:
    item = around.items[step.code]
    query = filters.page_query(**{filters.INDICATOR: step.code})
    linked = markup.page_link(around.areas[item.area_no].slug, shown, query)
    return markup.tag("span", linked, title=item.question)


def _change(step: Step, around: _Of) -> Iterator[object]:
    answer = answer_text(around.told.sheet.answers[step.code])
    yield to_answer(answer, "")
    yield markup.tag("strong", needed_answer(step))


def _evidence(item: Any, around: _Of) -> str:
    return evidence_text(item, has_evidence=around.told.has_evidence)


def every_step(told: Readiness, plan: Plan | None) -> None:
    """All steps with the whole questions, closed until asked for, and their file."""
    if plan is None or not plan.steps:
        return
    around = _around(told)
    title = text.every_step(len(plan.steps), plan.target)
    # keyed: it stays open while the number in its title changes
    with st.expander(title, key="semua-langkah"):
        rows = [_row(step, around) for step in plan.steps]
        st.html(visitors.table(text.STEP_HEADERS, rows, caption=title, look=_LOOK))
        tables.download("jalan-terpendek", plan_listing(plan, told))


def _row(step: Step, around: _Of) -> list[object]:
    item = around.items[step.code]
    return [
        _link(step, f"{step.code} {item.question}", around),
        around.areas[item.area_no].short_name,
        markup.tag("div", *_change(step, around)),
        f"+{exact_points(step.gain)}",
        _evidence(item, around),
        item.pic or "",
    ]
