"""The parts of the page Tentang: passages, meanings, the glossary."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages._frame import markup
from zi_metrics.labels import screen
from zi_metrics.labels.definitions import FigureMeaning, Passage, StatusGroup
from zi_metrics.labels.glossary import Term


def passages(told: Sequence[Passage]) -> None:
    """Headings with their paragraphs, in two columns."""
    columns = st.columns(2, gap="large")
    for i, passage in enumerate(told):
        with columns[i % 2]:
            st.header(passage.title, anchor=False)
            paragraphs = [markup.tag("p", paragraph) for paragraph in passage.paragraphs]
            st.html(markup.tag("div", *paragraphs, class_="zi-prose"))


def figures(meanings: Sequence[FigureMeaning]) -> None:
    """Every figure: what it means, how it is computed, an example."""
    rows = [[each.name, each.meaning, each.formula, each.example] for each in meanings]
    st.html(
        markup.table(
            screen.FIGURE_HEADERS,
            rows,
            caption=screen.TAB_FIGURES,
            look=markup.Look(classes="zi-terms"),
        )
    )


def statuses(groups: Sequence[StatusGroup]) -> None:
    """Every status with its mark, its meaning and the words read as it."""
    for group in groups:
        st.header(group.title, anchor=False)
        st.html(markup.tag("p", group.note, class_="zi-small"))
        rows = [
            [markup.state(each.name), each.meaning, ", ".join(each.words)]
            for each in group.statuses
        ]
        st.html(markup.table(screen.STATUS_HEADERS, rows, caption=group.title))


def glossary(terms: Sequence[Term]) -> None:
    """Every term with its English equivalent."""
    rows = [
        [each.term, each.meaning, markup.tag("span", each.english, lang="en")] for each in terms
    ]
    st.html(
        markup.table(
            screen.TERM_HEADERS,
            rows,
            caption=screen.TAB_GLOSSARY,
            look=markup.Look(classes="zi-terms"),
        )
    )
