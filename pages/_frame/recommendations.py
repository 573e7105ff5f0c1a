"""The monev recommendations of one area, to be read rather than searched."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages._frame import markup, notices, tables
from zi_metrics.labels import screen
from zi_metrics.labels.numbers import NO_FIGURE
from zi_metrics.metrics.follow_up import most_urgent_first
from zi_metrics.metrics.summary import Items
from zi_metrics.report.listing import follow_up_listing
from zi_metrics.tables.book import Book
from zi_metrics.tables.columns import RECOMMENDATIONS
from zi_metrics.tables.records import records
from zi_metrics.tables.snapshot import Snapshot

LOOK = markup.Look(classes="zi-fixed zi-recommendations")
_HEADERS = ("Rekomendasi", "Periode", "Keadaan", "Tindak lanjut", "Tenggat", "PIC", "Tautan")


def section(items: Items, snapshot: Snapshot, *, unit_has_some: bool) -> None:
    """The recommendations among the items, the most urgent first, and their download."""
    st.subheader(screen.MONEV, anchor=False)
    if items.follow_ups.empty:
        empty = screen.EMPTY_MONEV_AREA if unit_has_some else screen.EMPTY_MONEV
        notices.no_rows(RECOMMENDATIONS, items.unreadable, empty)
        return
    ordered = most_urgent_first(items.follow_ups)
    body = [_row(row, snapshot.provenance.book) for row in records(ordered)]
    st.html(markup.table(_HEADERS, body, caption=screen.RECOMMENDATIONS, look=LOOK))
    tables.download("monev-area", follow_up_listing(ordered, snapshot.catalogue))


def _row(row: Any, book: Book) -> list[object]:
    return [
        markup.tag(
            "div",
            _or_dash(row.recommendation),
            markup.tag("div", _or_dash(row.finding), class_="zi-small zi-quiet"),
            *([markup.badge(screen.REPEATED)] if row.is_repeated else []),
            class_="zi-break",
        ),
        _or_dash(row.period),
        markup.tag(
            "div",
            markup.state(row.state),
            *markup.unrecognised(row.status, row.state),
            *markup.carried(row.carried),
        ),
        markup.tag("div", _or_dash(row.follow_up), *_reason(row.reason), class_="zi-break"),
        markup.due(row.due_on, row.days_late),
        _or_dash(row.pic),
        markup.tag(
            "div",
            markup.document_links(row.url, row.link_state),
            *markup.cell_below(row.origin, book),
        ),
    ]


def _or_dash(cell: object) -> object:
    return NO_FIGURE if cell is None else cell


def _reason(reason: object) -> list[markup.Markup]:
    return [] if reason is None else [markup.tag("div", reason, class_="zi-small zi-quiet")]
