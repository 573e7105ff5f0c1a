"""What became of an LKE workbook, on screen: figures first, then what somebody has to look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from pages._frame import markup
from zi_metrics.labels import lke_import as words
from zi_metrics.labels import lke_upload as text
from zi_metrics.labels import screen
from zi_metrics.labels.problems import quote

if TYPE_CHECKING:
    from zi_metrics.template.imported import Imported

MOST_SHOWN = 150
"""Rows of a list; a worksheet has 113, and a made-up file may have any number."""
_FIGURES = markup.Look(numbers=frozenset({1, 2, 3}), classes="zi-fixed zi-compared")
_ROW_FIGURES = markup.Look(numbers=frozenset({2, 3, 4}), classes="zi-fixed zi-compared-rows")
_ODD = markup.Look(classes="zi-fixed zi-odd")
_CELLS = markup.Look(classes="zi-fixed zi-cells")


def opening(told: Imported) -> None:
    """What was found and answered, and the totals: ours beside the workbook's."""
    from zi_metrics.template.lke_compared.report_words import about_comparison, lead, totals_table

    st.html(
        markup.tag(
            "div",
            markup.tag("p", markup.tag("strong", words.read_from(told.book.name, told.book.tab))),
            markup.tag("p", " ".join(lead(told))),
            class_="zi-prose zi-break",
        )
    )
    headers, rows = totals_table(told)
    st.html(markup.table(headers, rows, caption=words.TOTALS_TITLE, look=_FIGURES))
    st.html(markup.tag("p", " ".join(about_comparison(told)), class_="zi-small"))


def details(told: Imported) -> None:
    """Cell by cell: what was not matched, what is odd, and the rows whose scores differ."""
    from zi_metrics.template.lke_compared import report_words as rows

    odd = [(name, cell, quote(shown), why) for name, cell, shown, why in rows.odd_rows(told)]
    _list(words.UNMATCHED_TITLE, text.CELL_HEADERS, _quoted(rows.unmatched_rows(told)))
    _list(words.NOT_FOUND_TITLE, text.NOT_FOUND_HEADERS, [[s] for s in rows.not_found(told)])
    _list(words.ODD_TITLE, text.ODD_HEADERS, odd, _ODD)
    _list(words.ROWS_TITLE, text.ROW_HEADERS, rows.differing_rows(told), _ROW_FIGURES)
    _list(words.REMARKS_TITLE, text.CELL_HEADERS, _quoted(rows.remarked_rows(told)))


def _quoted(rows: Sequence[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return [(cell, quote(shown), why) for cell, shown, why in rows]


def _list(
    title: str,
    headers: Sequence[str],
    rows: Sequence[Sequence[object]],
    look: markup.Look = _CELLS,
) -> None:
    """A list that is closed until somebody wants it; without rows it is left out."""
    if not rows:
        return
    with st.expander(text.counted(title, len(rows)), key=f"impor-{title}"):
        st.html(markup.table(headers, rows[:MOST_SHOWN], caption=title, look=look))
        if len(rows) > MOST_SHOWN:
            st.html(markup.tag("p", screen.more_rows(len(rows) - MOST_SHOWN), class_="zi-small"))
