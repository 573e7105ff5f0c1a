"""The short list of what to act on: what is late, longest late first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import streamlit as st

from pages._frame import filters, html, notices
from zi_metrics.labels import screen
from zi_metrics.labels.numbers import short_date
from zi_metrics.lke import Area
from zi_metrics.metrics.overdue import OverdueKind, has_due_dates, overdue_items
from zi_metrics.metrics.summary import Items
from zi_metrics.tables.records import records

SHORT_LIST = 6
_PAGE_OF_KIND = {
    OverdueKind.EVIDENCE: "data-dukung",
    OverdueKind.RECOMMENDATION: "monev",
    OverdueKind.SPIP_REPORT: "spip",
}


def show(items: Items, areas: tuple[Area, ...], *, only: int | None = None) -> None:
    """The longest overdue items, and links to the pages that list them all.

    only: the number of the area whose items these are, if they are of one.
    """
    st.subheader(screen.TO_ACT_ON, anchor=False)
    late = overdue_items(items)
    if late.empty:
        notices.empty(screen.NOTHING_OVERDUE if has_due_dates(items) else screen.NO_DUE_DATES)
        return
    names = {area.number: area.short_name for area in areas}
    lines = [_line(item, names) for item in records(late.head(SHORT_LIST))]
    st.html(html.tag("ul", *lines, *_rest(late, names.get(only or 0)), class_="zi-list"))


def _line(item: Any, names: dict[int, str]) -> html.Markup:
    kind = OverdueKind(item.kind)
    details = [kind, names.get(item.area_no), item.pic, screen.due(short_date(item.due_on))]
    return html.tag(
        "li",
        html.tag("strong", screen.overdue_by(item.days_late)),
        " – ",
        item.title or screen.NO_TITLE,
        html.tag("div", " · ".join(filter(None, details)), class_="zi-small zi-quiet"),
        class_="zi-break",
    )


def _rest(late: pd.DataFrame, area: str | None) -> Iterator[html.Markup]:
    wanted = {filters.LATE: "true"} | ({filters.AREA: area} if area else {})
    hidden = late.iloc[SHORT_LIST:]
    for kind, slug in _PAGE_OF_KIND.items():
        count = int((hidden["kind"] == kind).sum())
        if count:
            query = filters.page_query(**wanted)
            yield html.tag("li", html.page_link(slug, f"{count} {kind} lainnya", query))
