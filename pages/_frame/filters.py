"""Filters: their names in the address, and the widgets that set them.

Every widget is bound to the address, so that a filtered view is a link.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages._frame import pinned, visitors
from zi_metrics.labels import screen, visitor
from zi_metrics.labels.figures import NO_AREA, NO_PERIOD
from zi_metrics.labels.numbers import long_date
from zi_metrics.lke import Area
from zi_metrics.metrics.selection import Selection, written
from zi_metrics.settings import DEFAULT_SOURCE
from zi_metrics.sources.resolve import SHIPPED_SOURCES
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.vocabularies import EvidenceStatus, FollowUpStatus

SOURCE, DATE = "sumber", "per"
AREA, STATUS, PIC, PERIOD = "area", "status", "pic", "periode"
FOLLOW_UP, MONEV_PERIOD = "tindak_lanjut", "periode_monev"
YEAR, SEARCH, LATE = "tahun", "cari", "terlambat"
INDICATOR = "indikator"
TAB, SEVERITY = "tab", "tingkat"
LONGEST_SEARCH = 200
KEPT_ON_PAGE_LINKS = (SOURCE, DATE)


@dataclass(frozen=True)
class Shared:
    """Options of the filters that several pages have in common: areas, and PICs as written."""

    areas: Sequence[Area]
    pics: Sequence[str]


def choose_source() -> None:
    """Which of the shipped sources; drawn only when none is configured."""
    st.selectbox(
        screen.FILTER_SOURCE,
        SHIPPED_SOURCES,
        index=SHIPPED_SOURCES.index(DEFAULT_SOURCE),
        key=SOURCE,
        bind="query-params",
    )


def choose_date(dates: Sequence[date], *, is_live: bool) -> None:
    """As which snapshot; drawn only when there are several. The address says what the list says.

    is_live: the newest is today, whatever day that is when a page stays open over midnight.
    """
    *past, newest = dates
    st.selectbox(
        screen.FILTER_DATE,
        [screen.TODAY if is_live else long_date(newest), *map(long_date, reversed(past))],
        key=DATE,
        bind="query-params",
    )


def chosen_source() -> str | None:
    """The source chosen on screen, if any; anything else a browser may send is none of ours."""
    chosen = st.session_state.get(SOURCE)
    return chosen if chosen in SHIPPED_SOURCES else None


def chosen_date(dates: Sequence[date]) -> date:
    """The date chosen on screen, else the newest; of what is pinned always the newest."""
    if pinned.asked() is not None:
        return dates[-1]
    by_name = {long_date(day): day for day in dates}
    return by_name.get(st.session_state.get(DATE, ""), dates[-1])


def choose_year(years: Sequence[int], assessed: int) -> int:
    """One of the years there are; the assessed one, else the newest, unless chosen otherwise."""
    usual = assessed if assessed in years else years[-1]
    if len(years) == 1:
        return usual
    chosen = st.selectbox(
        screen.FILTER_YEAR,
        [str(year) for year in years],
        index=years.index(usual),
        key=YEAR,
        bind="query-params",
        persist_state="session",
    )
    return int(chosen) if chosen else usual


def searched() -> str:
    """The words searched for."""
    _carry(SEARCH)
    typed = st.text_input(
        screen.FILTER_SEARCH,
        key=SEARCH,
        placeholder=visitor.SEARCH if visitors.is_one() else screen.SEARCH_PLACEHOLDER,
        bind="query-params",
        persist_state="session",
    )
    return (typed or "")[:LONGEST_SEARCH]


def only_late() -> bool:
    """Whether only overdue items are wanted."""
    _carry(LATE)
    return st.toggle(screen.FILTER_LATE, key=LATE, bind="query-params", persist_state="session")


def evidence_selection(documents: pd.DataFrame, shared: Shared) -> Selection:
    """The filters of documents, drawn in one row."""
    search, *columns = _row([3, 2, 2, 2, 2])
    with search:
        words = searched()
    areas, pics = _shared(columns, shared)
    *_, status, period = columns
    return Selection(
        words=words,
        areas=areas,
        pics=pics,
        states=several(status, screen.FILTER_STATUS, STATUS, _present(documents, EvidenceStatus)),
        periods=_with_none(period, screen.FILTER_PERIOD, PERIOD, documents["period"]),
        only_overdue=only_late(),
    )


def follow_up_selection(rows: pd.DataFrame, shared: Shared) -> Selection:
    """The filters of recommendations, drawn in one row."""
    columns = _row([1, 1, 1, 1])
    areas, pics = _shared(columns, shared)
    *_, status, period = columns
    states = _present(rows, FollowUpStatus)
    return Selection(
        areas=areas,
        pics=pics,
        states=several(status, screen.FILTER_STATUS, FOLLOW_UP, states),
        periods=_with_none(period, screen.FILTER_PERIOD, MONEV_PERIOD, rows["period"]),
        only_overdue=only_late(),
    )


def quality_selection(
    tabs: Sequence[str], severities: Sequence[Severity]
) -> tuple[list[str], list[Severity]]:
    """The filters of findings about the data, drawn in one row: tabs, and severities by name."""
    columns = st.columns(2, vertical_alignment="bottom")
    by_name = {severity_name(severity): severity for severity in severities}
    return (
        several(columns[0], screen.FILTER_TAB, TAB, tabs),
        [
            by_name[name]
            for name in several(columns[1], screen.FILTER_SEVERITY, SEVERITY, list(by_name))
        ],
    )


def severity_name(severity: Severity) -> str:
    """A severity as its filter lists it."""
    return str(severity).capitalize()


def _row(widths: Sequence[int]) -> list[DeltaGenerator]:
    """The places of filters; visitors have one less, for there is no PIC to choose."""
    shown = widths[:-1] if visitors.is_one() else widths
    return st.columns(shown, vertical_alignment="bottom")


def _shared(
    columns: Sequence[DeltaGenerator], shared: Shared
) -> tuple[list[int | None], list[str | None]]:
    """Area and PIC mean the same on every page that lists items, and so stay when it changes."""
    numbers = {area.short_name: area.number for area in shared.areas}
    areas = several(columns[0], screen.FILTER_AREA, AREA, [*numbers, NO_AREA])
    if visitors.is_one():
        return [numbers.get(name) for name in areas], []
    pics = several(columns[1], screen.FILTER_PIC, PIC, [*shared.pics, screen.WITHOUT_PIC])
    return (
        [numbers.get(name) for name in areas],
        [None if pic == screen.WITHOUT_PIC else pic for pic in pics],
    )


def _present(rows: pd.DataFrame, statuses: type[StrEnum]) -> list[str]:
    return [str(status) for status in statuses if (rows["state"] == status).any()]


def _with_none(column: DeltaGenerator, label: str, key: str, cells: pd.Series) -> list[str | None]:
    chosen = several(column, label, key, [*written(cells), NO_PERIOD])
    return [None if each == NO_PERIOD else each for each in chosen]


def several(column: DeltaGenerator, label: str, key: str, options: Sequence[str]) -> list[str]:
    """Some of the options; none chosen means all."""
    _carry(key, options)
    return column.multiselect(
        label,
        options,
        key=key,
        placeholder=screen.ALL,
        bind="query-params",
        persist_state="session",
        select_all=False,
    )


def _carry(key: str, options: Sequence[str] | None = None) -> None:
    """Take a filter over from the page before, by saying its value again.

    Streamlit does so by itself for what was chosen on screen, but not for what an address set. A
    choice that is no option any more (another source, say) is dropped.
    """
    if key in st.session_state and key not in st.query_params:
        before = st.session_state[key]
        kept = before if options is None else [each for each in before if each in options]
        st.session_state[key] = kept


def asked_indicator() -> str | None:
    """The code of the indicator that a link on another page leads to."""
    return st.query_params.get(INDICATOR)


def page_query(**more: str) -> list[tuple[str, str]]:
    """The address part that keeps source and date on a link to another page, and adds filters.

    What is pinned says both.
    """
    identifier = pinned.asked()
    if identifier is not None:
        return [(pinned.KEY, identifier), *more.items()]
    kept = [
        (key, str(st.session_state[key])) for key in KEPT_ON_PAGE_LINKS if st.session_state.get(key)
    ]
    return [*kept, *more.items()]
