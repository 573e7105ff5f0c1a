"""Which quarterly report came in: areas by quarters, every state by sign, word and colour."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages._frame import html
from zi_metrics.labels import screen
from zi_metrics.labels.numbers import short_date
from zi_metrics.lke import Area
from zi_metrics.metrics.spip import QUARTERS, SpipState
from zi_metrics.periods import ROMAN


def show(rows: pd.DataFrame, areas: tuple[Area, ...], *, compact: bool = False) -> None:
    """rows: of `spip_quarters`; compact: signs only, with a legend, for a narrow column."""
    due = rows.drop_duplicates("quarter").set_index("quarter")["due_on"]
    headers = ["Area", *(_quarter(quarter, due, compact) for quarter in QUARTERS)]
    cells = rows.set_index(["area_no", "quarter"])
    body = [
        [area.short_name, *(_cell(cells.loc[(area.number, q)], compact) for q in QUARTERS)]
        for area in areas
        if area.number in set(rows["area_no"])
    ]
    st.html(
        html.table(headers, body, caption=screen.SPIP_MATRIX, look=html.Look(classes="zi-matrix"))
    )
    if compact:
        present = [state for state in SpipState if (rows["state"] == state).any()]
        st.html(html.legend(present))


def _quarter(quarter: int, due: pd.Series, compact: bool) -> object:
    name = f"TW {ROMAN[quarter - 1]}"
    if compact:
        return name
    return html.tag(
        "span", name, html.tag("div", f"tenggat {short_date(due[quarter])}", class_="zi-quiet")
    )


def _cell(report: pd.Series, compact: bool) -> html.Markup:
    state = report["state"]
    if compact:
        return html.tag(
            "span", html.mark(state), html.tag("span", state, class_="zi-hidden"), title=state
        )
    detail = _detail(report)
    return html.tag("span", html.state(state), html.tag("div", *detail, class_="zi-small zi-quiet"))


def _detail(report: pd.Series) -> list[html.Markup]:
    lines: list[object] = []
    if pd.notna(report["submitted_on"]):
        came_in = screen.came_in(short_date(report["submitted_on"]))
        has_link = pd.notna(report["url"])
        lines.append(html.link(report["url"], came_in) if has_link else html.text(came_in))
    if pd.notna(report["days_late"]):
        lines.append(screen.late(report["days_late"]))
    return [html.tag("div", line) for line in lines]
