"""Where the unit stands: the opening, the headline figures, and the seven minima."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from pages._frame import filters, headline, markup, notices, readiness
from pages._frame.kept import kept
from pages._frame.view import View
from zi_metrics.labels import readiness as text
from zi_metrics.labels.lke import WHO_DECIDES
from zi_metrics.lke.predicates import Predicate
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.report.headline_points import PointsText, answered_only, headline_points
from zi_metrics.report.position_texts import not_told, position, position_so_far
from zi_metrics.report.readiness_rules import MinimumTexts, RuleTexts, rule_texts

_LOOK = markup.Look(numbers=frozenset({1, 2, 3, 5, 6}), classes="zi-rules")


def lead(told: Readiness) -> None:
    """The position in words and who decides."""
    headline.lead(position(told), WHO_DECIDES)
    if not_told(told) == text.FILL_IN:
        notices.empty(text.FILL_IN)


def link(view: View) -> None:
    """The position by the sheet in one line, and a link to its page."""
    said = _linked(view)
    if said is not None:
        st.html(said)


@kept
def _linked(view: View) -> markup.Markup | None:
    so_far = position_so_far(readiness.recorded_of(view))
    if not so_far:
        return None
    linked = markup.page_link("kesiapan", text.SEE_READINESS, filters.page_query())
    return markup.tag("p", text.on_summary(so_far), " ", linked, class_="zi-small")


def headlines(told: Readiness) -> None:
    """At most four figures; of a scenario each with what the sheet says."""
    headline.row([_headline(each) for each in headline_points(told)], None)
    if only := answered_only(told):
        st.html(markup.tag("p", only, class_="zi-small zi-quiet"))


def _headline(one: PointsText) -> headline.Headline:
    if not one.recorded:
        return headline.Headline(one.name, one.shown, beside=one.about or None)
    return headline.Headline(
        text.of_scenario(one.name),
        one.shown,
        beside=text.recorded(one.recorded),
        detail=one.about or None,
    )


def rules(told: Readiness) -> None:
    """The minima of both predicates: value, minimum, difference, and a state by sign and word."""
    is_scenario = not told.scenario.is_empty
    title = text.of_scenario(text.RULES_TITLE) if is_scenario else text.RULES_TITLE
    st.header(title, anchor=False)
    headers = [*text.RULE_HEADERS, *(name for each in Predicate for name in _headers(each))]
    rows = [_row(rule) for rule in rule_texts(told)]
    st.html(markup.table(headers, rows, caption=title, look=_LOOK))


def _headers(predicate: Predicate) -> Iterator[str]:
    yield f"{text.MINIMUM} {predicate}"
    yield text.DIFFERENCE
    yield f"{text.STANDING} {predicate}"


def _row(rule: RuleTexts) -> list[object]:
    own = [_small(text.recorded(rule.recorded))] if rule.recorded else []
    cells = [cell for each in rule.minima.values() for cell in _minimum(each)]
    return [
        markup.tag("div", rule.name, *([_small(rule.about)] if rule.about else [])),
        markup.tag("div", markup.tag("strong", rule.value), *own),
        *cells,
    ]


def _minimum(one: MinimumTexts) -> Iterator[object]:
    yield markup.tag("div", one.minimum, *([_small(one.about)] if one.about else []))
    yield one.difference
    yield markup.state(one.standing)


def _small(shown: str) -> markup.Markup:
    return markup.tag("div", shown, class_="zi-small zi-quiet")
