"""The line at the bottom of every page: source, age and identity of the data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import streamlit as st

from pages._frame import data, live, markup
from zi_metrics.errors import ReaderError
from zi_metrics.labels import live as live_text
from zi_metrics.labels import status
from zi_metrics.labels.sources import SAMPLE_BADGE, source_name
from zi_metrics.sources.live import LiveSheet
from zi_metrics.tables.snapshot import Provenance


def draw() -> None:
    """Badge of the sample, source, as-of date, age of the reading, digest; of a sheet its state."""
    try:
        source = data.current_source()
    except ReaderError:
        return  # said above already
    with st.bottom.container(key="bilah-status"):
        if source.live is None:
            st.html(_line(_of_data(data.current_view().snapshot.provenance)))
        else:
            _follow(source.live, live.seen(source.live.state))


@st.fragment(run_every=live.LOOK_AGAIN_SECONDS)
def _follow(sheet: LiveSheet, drawn: tuple[object, ...]) -> None:
    """The line of a live sheet; draws the whole page again once the sheet has changed."""
    if live.seen(sheet.state) != drawn:
        st.rerun(scope="app")
    line, button = st.columns([12, 2], vertical_alignment="center")
    line.html(_line([*_of_sheet(sheet), *_of_view()]))
    button.button(
        live_text.RELOAD,
        key="muat-ulang",
        icon=":material/refresh:",
        help=live_text.RELOAD_HELP,
        on_click=sheet.ask,
        width="stretch",
    )


def _of_view() -> Iterator[markup.Markup]:
    try:
        yield from _of_data(data.current_view().snapshot.provenance)
    except ReaderError:
        return  # nothing was ever read; said above already


def _of_sheet(sheet: LiveSheet) -> Iterator[markup.Markup]:
    state = sheet.state
    yield markup.tag("span", markup.dot(is_on=state.is_current), " ", status.live(state.is_current))
    if state.checked_at is not None:
        age = live_text.ago(datetime.now(UTC) - state.checked_at)
        yield markup.tag("span", live_text.checked(age))


def _of_data(provenance: Provenance) -> Iterator[markup.Markup]:
    age = live_text.ago(datetime.now(UTC) - provenance.read_at)
    if provenance.is_sample:
        yield markup.badge(SAMPLE_BADGE)
    yield markup.tag("span", status.source(source_name(provenance.source)))
    yield markup.tag("span", status.as_of(provenance.as_of))
    yield markup.tag("span", status.read(provenance.read_at, age))
    yield markup.tag("span", status.digest(provenance.digest), title=provenance.digest)


def _line(parts: Iterator[markup.Markup] | list[markup.Markup]) -> markup.Markup:
    return markup.tag("div", *parts, class_="zi-status")
