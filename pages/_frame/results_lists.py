"""The parts of Hasil: what was entered, its points, and what each predicate needs."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages._frame import headline, markup, visitors
from zi_metrics.labels import answers
from zi_metrics.labels import results as text
from zi_metrics.labels.lke import NOT_FILLED, SHORT_NAMES, at_least
from zi_metrics.labels.numbers import NO_FIGURE, exact_points
from zi_metrics.lke.predicates import Predicate
from zi_metrics.lke.results import ResultPart
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.metrics.results_entered import Entered
from zi_metrics.metrics.results_needed import standing
from zi_metrics.report.answer_texts import index_text, value_text
from zi_metrics.tables.book import Book

_LOOK = markup.Look(numbers=frozenset({2}), classes="zi-results")


def headlines(told: Readiness) -> None:
    """The points of each part."""
    headline.row([_headline(part, told) for part in told.sheet.parts], None)


def _headline(part: ResultPart, told: Readiness) -> headline.Headline:
    value = told.sheet.results[part.key]
    name = SHORT_NAMES.get(part.key, part.name)
    if not value.is_filled:
        return headline.Headline(name, NOT_FILLED)
    shown = value_text(value)
    if part.highest is not None:
        shown = text.of_scale(shown, index_text(part.highest))
    won = answers.points(exact_points(told.sheet.result_points(part)), exact_points(part.points))
    return headline.Headline(name, shown, beside=won)


def parts(told: Readiness, least: Mapping[Predicate, Mapping[str, str]], book: Book) -> None:
    """One row per part; least: the value each predicate needs, by key."""
    rows = [_row(part, told, least, book) for part in told.sheet.parts]
    st.html(visitors.table(text.PART_HEADERS, rows, caption=text.PARTS, look=_LOOK))
    st.html(markup.tag("div", markup.tag("p", text.ABOUT_SURVEYS), class_="zi-prose"))


def about_rows() -> None:
    """Which of several rows counts."""
    st.header(text.ROWS, anchor=False)
    st.html(markup.tag("div", markup.tag("p", text.ABOUT_ROWS), class_="zi-prose"))


def _row(
    part: ResultPart,
    told: Readiness,
    least: Mapping[Predicate, Mapping[str, str]],
    book: Book,
) -> list[object]:
    entered = told.entered.get(part.key)
    won = exact_points(told.sheet.result_points(part))
    return [
        part.name,
        value_text(told.sheet.results[part.key]),
        answers.points_of(won, exact_points(part.points)),
        *(_needed(part, told, least[each][part.key]) for each in Predicate),
        _assessor(part, entered),
        NO_FIGURE if entered is None or entered.year is None else str(entered.year),
        NO_FIGURE if entered is None else markup.place(entered.origin, book),
    ]


def _needed(part: ResultPart, told: Readiness, least: str) -> markup.Markup:
    """The least that is enough, and whether what was entered is."""
    stands = standing(told.sheet.results[part.key], part, least)
    state = markup.tag("div", markup.state(stands), class_="zi-small")
    return markup.tag("div", at_least(least), state)


def _assessor(part: ResultPart, entered: Entered | None) -> str:
    if entered is None:
        return NO_FIGURE
    own = text.OWN_SURVEY if part.is_survey else text.OWN_ASSESSMENT
    return entered.assessor or text.not_said(own)
