"""The indicators of an area, by sub-area, each with its evidence down to the link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from pages._frame import filters, markup, visitors
from zi_metrics.labels import answers, screen
from zi_metrics.labels import figures as label
from zi_metrics.labels.numbers import NO_FIGURE, exact_points, out_of, percent, score
from zi_metrics.lke.worksheet import Worksheet
from zi_metrics.metrics.completeness import IndicatorState, completeness, sub_areas
from zi_metrics.metrics.summary import Items
from zi_metrics.report.answer_texts import answer_text
from zi_metrics.tables.book import Book
from zi_metrics.tables.records import records

LOOK = markup.Look(classes="zi-fixed zi-indicators")
NARROWER = markup.Look(classes=visitors.narrower(LOOK.classes))
_TOLD = ("Indikator", "Data dukung", "Status", "Tenggat")
_HEADERS = (*_TOLD, "PIC", "Tautan")


@dataclass(frozen=True)
class _Around:
    """What an indicator is told with: the book, the one asked for, and the answers, if any."""

    book: Book
    asked: str | None
    sheet: Worksheet | None


def show(items: Items, book: Book, sheet: Worksheet | None, *, open_weakest: bool) -> None:
    """One box per sub-area, closed but for the one asked for in the address, or the weakest.

    sheet: the answers, None where there are none to tell.
    """
    asked = filters.asked_indicator()
    around = _Around(book, asked, sheet)
    weakest = _weakest(items.indicators) if open_weakest else None
    opened = _sub_area_of(items.indicators, asked) or weakest
    for number, name in sub_areas(items.indicators):
        inside = items.indicators[items.indicators["sub_area_no"] == number]
        group = completeness(inside)
        title = screen.sub_area_title(
            number,
            name,
            label.ratio(group.indicators, label.NO_INDICATORS),
            percent(group.weighted.share),
        )
        # keyed: it stays open while the figures in its title change
        key = f"sub-area-{inside['code'].iloc[0]}"
        with st.expander(title, expanded=number == opened, key=key):
            st.html(_table(inside, items.evidence, name, around))


def _sub_area_of(indicators: pd.DataFrame, code: str | None) -> str | None:
    found = indicators.loc[indicators["code"] == code, "sub_area_no"]
    return None if found.empty else found.iloc[0]


def _weakest(indicators: pd.DataFrame) -> str | None:
    shares = {
        number: completeness(indicators[indicators["sub_area_no"] == number]).weighted.share
        for number, _ in sub_areas(indicators)
    }
    known = {number: share for number, share in shares.items() if share is not None}
    return min(known, key=known.__getitem__) if known else None


def _table(
    indicators: pd.DataFrame, evidence: pd.DataFrame, name: str, around: _Around
) -> markup.Markup:
    headers, look = (_TOLD, NARROWER) if visitors.is_one() else (_HEADERS, LOOK)
    width = len(headers) - 1
    rows = []
    for indicator in records(indicators):
        documents = evidence[evidence["code"] == indicator.code]
        cells = [_document(each, around.book)[:width] for each in records(documents)]
        cells = cells or [[markup.tag("td", markup.state(indicator.state), colspan=str(width))]]
        classes = "zi-asked" if indicator.code == around.asked else ""
        head = markup.tag(
            "th",
            _indicator(indicator, around.sheet),
            scope="rowgroup",
            rowspan=str(len(cells)),
            class_=classes,
        )
        rows += [markup.tag("tr", *([head] if i == 0 else []), *row) for i, row in enumerate(cells)]
    return markup.table_of(headers, rows, caption=name, look=look)


def _indicator(indicator: Any, sheet: Worksheet | None) -> markup.Markup:
    counts = out_of(indicator.complete_count, indicator.required_count)
    points = answers.points(score(indicator.covered_points), score(indicator.points))
    state = indicator.state
    about = [markup.state(state), f" · {screen.documents(counts)} · {points}"]
    if state == IndicatorState.WITHOUT_EVIDENCE:
        about = [points]
    note = [markup.tag("div", indicator.note, class_="zi-small")] if indicator.note else []
    return markup.tag(
        "div",
        markup.tag(
            "div", f"{indicator.question_no or indicator.sub_area_no}. {indicator.question}"
        ),
        markup.tag("div", *about, class_="zi-small zi-quiet"),
        *([] if sheet is None else [_answer(indicator.code, sheet)]),
        *note,
    )


def _answer(code: str, sheet: Worksheet) -> markup.Markup:
    """The answer to an indicator, and its LKE points of those it could have."""
    question = sheet.catalogue.questions[code]
    line = answers.answer_line(
        answer_text(sheet.answers[code]),
        exact_points(sheet.points(question)),
        exact_points(question.points),
    )
    return markup.tag("div", line, class_="zi-small zi-quiet")


def _document(document: Any, book: Book) -> list[markup.Markup]:
    title = markup.titled(document.title, document.period)
    name = markup.item_name(document.code, document.title, document.period)
    note = document.reason or document.note
    about = [markup.tag("div", note, class_="zi-small zi-quiet")] if note else []
    written = markup.unrecognised(document.status, document.state)
    return [
        markup.tag("td", title, *about, class_="zi-break", title=document.origin),
        markup.tag("td", markup.state(document.state), *written, *markup.carried(document.carried)),
        markup.tag("td", markup.due(document.due_on, document.days_late)),
        markup.tag("td", document.pic or NO_FIGURE),
        markup.tag(
            "td",
            markup.document_links(document.url, document.link_state, name),
            *markup.cell_below(document.origin, book, name),
        ),
    ]
