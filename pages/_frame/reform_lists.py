"""The questions of Reform: by area, those that lose most, and those answered by a ratio."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages._frame import filters, markup, notices, visitors
from zi_metrics.labels import answers
from zi_metrics.labels import reform as text
from zi_metrics.labels.numbers import NO_FIGURE, exact_points, score
from zi_metrics.lke import Area, Aspect
from zi_metrics.lke.answers import AnswerFault
from zi_metrics.metrics.readiness import Readiness
from zi_metrics.metrics.reform import ReformAnswers, weakest_area
from zi_metrics.report.answer_texts import answer_text, fault_text
from zi_metrics.report.plain import shortened
from zi_metrics.tables.book import Book
from zi_metrics.tables.records import records

SHORT_LIST, LONGEST = 5, 90
_LOOK = markup.Look(numbers=frozenset({2}), classes="zi-fixed zi-reform")
_RATIOS = markup.Look(numbers=frozenset({4}), classes="zi-fixed zi-ratios")


def most_lost(told: Readiness, reform: ReformAnswers) -> None:
    """The questions whose answers leave most points."""
    st.header(text.MOST_LOST, anchor=False)
    lost = reform.losing
    if lost.empty:
        notices.empty(text.NOTHING_LOST)
        return
    areas = {area.number: area for area in told.sheet.catalogue.areas}
    lines = [_lost(row, areas[row.area_no], told) for row in records(lost.head(SHORT_LIST))]
    st.html(markup.tag("ul", *lines, class_="zi-list"))


def _lost(item: Any, area: Area, told: Readiness) -> markup.Markup:
    answer = answer_text(told.sheet.answers[item.code])
    details = (item.code, area.short_name, answer, item.pic)
    return markup.tag(
        "li",
        markup.tag("strong", text.lost(score(item.lost_points))),
        " · ",
        _link(item, area, shortened(item.question, LONGEST)),
        markup.tag("div", " · ".join(filter(None, details)), class_="zi-small zi-quiet"),
    )


def _link(item: Any, area: Area, shown: str) -> markup.Markup:
    """To the indicator on the page of its area, with its evidence."""
    query = filters.page_query(**{filters.INDICATOR: item.code})
    return markup.page_link(area.slug, shown, query)


def by_area(told: Readiness, reform: ReformAnswers, book: Book) -> None:
    """One box per area, the one open that has won the least share of its points."""
    weakest, items = weakest_area(told), reform.items
    for area in told.sheet.catalogue.areas:
        won = told.sheet.score(Aspect.REFORM, area.number)
        title = text.area_title(
            f"{area.number}. {area.name}",
            exact_points(won.points),
            exact_points(won.weight),
            (won.answered, won.questions),
        )
        # keyed: it stays open while the figures in its title change
        with st.expander(title, expanded=area.number == weakest, key=f"reform-{area.number}"):
            inside = records(items[items["area_no"] == area.number])
            rows = [_row(item, area, told, book) for item in inside]
            st.html(visitors.table(text.HEADERS, rows, caption=area.name, look=_LOOK))


def _row(item: Any, area: Area, told: Readiness, book: Book) -> list[object]:
    question = told.sheet.catalogue.questions[item.code]
    weight = score(item.sub_area_weight)
    below = text.sub_area(item.sub_area_no, item.sub_area, weight)
    points = answers.points_of(
        exact_points(told.sheet.points(question)), exact_points(question.points)
    )
    return [
        markup.tag(
            "div",
            _link(item, area, f"{item.code} {item.question}"),
            markup.tag("div", below, class_="zi-small zi-quiet"),
        ),
        _answer(item, told, book),
        points,
        _evidence(item, told),
        item.pic or NO_FIGURE,
        item.note or "",
    ]


def _answer(item: Any, told: Readiness, book: Book) -> markup.Markup:
    """The answer, what it counts, what is wrong with it, and its cell."""
    answer = told.sheet.answers[item.code]
    lines: list[object] = []
    counted = text.RATIO_PARTS.get(item.code)
    if counted is not None and answer.numerator is not None:
        lines.append(markup.tag("div", text.ratio(*counted), class_="zi-small zi-quiet"))
    fault = fault_text(answer)
    is_unread = answer.fault in {AnswerFault.NOT_AN_OPTION, AnswerFault.NOT_A_RATIO}
    if fault and is_unread and not visitors.is_one():
        fault = text.of_written(item.answer, fault)
    if fault:
        lines.append(markup.tag("div", markup.tag("strong", fault), class_="zi-small zi-break"))
    place = book.cell(item.origin, "answer") if item.origin else None
    title = f"{item.code} {item.question}"
    return markup.tag("div", answer_text(answer), *lines, *markup.cell_below(place, book, title))


def _evidence(item: Any, told: Readiness) -> markup.Markup:
    if not told.has_evidence:
        return markup.text(text.NO_EVIDENCE)
    state = markup.state(item.state)
    if not item.required_count:
        return state
    counted = text.documents(item.complete_count, item.required_count)
    return markup.tag("div", state, markup.tag("div", counted, class_="zi-small zi-quiet"))


def ratios(told: Readiness, reform: ReformAnswers) -> None:
    """What is counted above and below the line of each ratio."""
    st.header(text.RATIOS, anchor=False)
    lines = [markup.tag("p", line) for line in text.RATIOS_EXPLAINED]
    st.html(markup.tag("div", *lines, class_="zi-prose"))
    asked = (item for item in records(reform.items) if item.code in text.RATIO_PARTS)
    rows = [_ratio(item, told) for item in asked]
    st.html(markup.table(text.RATIO_HEADERS, rows, caption=text.RATIOS, look=_RATIOS))


def _ratio(item: Any, told: Readiness) -> list[object]:
    answer, question = told.sheet.answers[item.code], told.sheet.catalogue.questions[item.code]
    above, below = text.RATIO_PARTS[item.code]
    fault = fault_text(answer)
    wrong = [markup.tag("div", fault, class_="zi-small")] if fault else []
    points = answers.points_of(
        exact_points(told.sheet.points(question)), exact_points(question.points)
    )
    return [
        f"{item.code} {shortened(item.question, LONGEST)}",
        above[0].upper() + above[1:],
        below[0].upper() + below[1:],
        markup.tag("div", answer_text(answer), *wrong),
        points,
    ]
