"""The monev recommendations of one area, to be read rather than searched."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages._frame import html, notices
from zi_metrics.labels import screen
from zi_metrics.labels.numbers import NO_FIGURE
from zi_metrics.metrics.summary import Items
from zi_metrics.tables.columns import RECOMMENDATIONS
from zi_metrics.tables.records import records

LOOK = html.Look(classes="zi-fixed zi-recommendations")
_HEADERS = ("Rekomendasi", "Periode", "Keadaan", "Tindak lanjut", "Tenggat", "PIC", "Tautan")


def show(items: Items) -> None:
    """The recommendations among the items; overdue ones first, then by due date."""
    if items.follow_ups.empty:
        notices.no_rows(RECOMMENDATIONS, items.unreadable, screen.EMPTY_MONEV_AREA)
        return
    ordered = items.follow_ups.sort_values(
        ["is_overdue", "due_on"], ascending=[False, True], kind="stable"
    )
    body = [_row(row) for row in records(ordered)]
    st.html(html.table(_HEADERS, body, caption=screen.RECOMMENDATIONS, look=LOOK))


def _row(row: Any) -> list[object]:
    return [
        html.tag(
            "div",
            _or_dash(row.recommendation),
            html.tag("div", _or_dash(row.finding), class_="zi-small zi-quiet"),
            *([html.badge(screen.REPEATED)] if row.is_repeated else []),
            class_="zi-break",
        ),
        _or_dash(row.period),
        html.tag("div", html.state(row.state), *html.unrecognised(row.status, row.state)),
        html.tag("div", _or_dash(row.follow_up), *_reason(row.reason), class_="zi-break"),
        html.due(row.due_on, row.days_late),
        _or_dash(row.pic),
        html.document_link(row.url),
    ]


def _or_dash(cell: object) -> object:
    return NO_FIGURE if cell is None else cell


def _reason(reason: object) -> list[html.Markup]:
    return [] if reason is None else [html.tag("div", reason, class_="zi-small zi-quiet")]
