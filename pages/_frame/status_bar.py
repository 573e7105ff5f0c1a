"""The line at the bottom of every page: source, age and identity of the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime

import streamlit as st

from pages._frame import access, data, live, markup, visitors
from zi_metrics.errors import ReaderError
from zi_metrics.labels import live as live_text
from zi_metrics.labels import status
from zi_metrics.labels.numbers import clock
from zi_metrics.labels.sources import SAMPLE_BADGE, source_name
from zi_metrics.sources.freshness import Freshness
from zi_metrics.sources.live import LiveSheet
from zi_metrics.sources.live_state import LiveState
from zi_metrics.sources.resolve import Source


def draw() -> None:
    """Badge of the sample, source, as-of date, age of the reading, digest; of a sheet its state."""
    source = _source()
    if source is None:
        return  # said above already
    if source.live is not None:
        with st.bottom.container(key="bilah-status"):
            _follow(source.live, _seen(source))
        return
    with suppress(ReaderError):  # said above already
        told = _line(_of_data())
        with st.bottom.container(key="bilah-status"):
            st.html(told)


@st.fragment(run_every=live.LOOK_AGAIN_SECONDS)
def _follow(sheet: LiveSheet, drawn: tuple[object, ...]) -> None:
    """The line of a live sheet; draws the whole page again once there is something new to draw.

    drawn: what was seen of the source, which the page is drawn from; the sheet may be ahead of it.
    """
    data.begin_run()
    source = _source()
    if source is None or _seen(source) != drawn:
        st.rerun(scope="app")
    if visitors.is_one():  # a press would ask Google
        st.html(_line(_of_sheet(source.state)))
        return
    line, button = st.columns([13, 2], vertical_alignment="center")
    line.html(_line(_of_sheet(source.state)))
    button.button(
        live_text.RELOAD,
        key="muat-ulang",
        icon=":material/refresh:",
        help=live_text.RELOAD_HELP,
        on_click=access.callback(sheet.ask),
        width="stretch",
    )


def _source() -> Source | None:
    try:
        return data.current_source()
    except ReaderError:
        return None


def _seen(source: Source) -> tuple[object, ...]:
    return (source.dates[-1], source.trouble and str(source.trouble), *live.seen(source.state))


def _of_sheet(state: LiveState) -> Iterator[markup.Markup]:
    """Of a sheet its state too."""
    yield markup.tag("span", markup.dot(is_on=state.is_current), " ", status.live(state.is_current))
    with suppress(ReaderError):  # nothing was ever read; said above already
        yield from _of_data()


def _of_data() -> Iterator[markup.Markup]:
    provenance = data.current_view().snapshot.provenance
    if provenance.is_sample:
        yield markup.badge(SAMPLE_BADGE)
    yield markup.tag("span", status.source(source_name(provenance.source)))
    yield markup.tag("span", status.as_of(provenance.as_of))
    yield _age(data.current_freshness())
    yield markup.tag("span", status.digest(provenance.digest), title=provenance.digest)


def _age(found: Freshness) -> markup.Markup:
    """When the sheet was found to hold just this, else when it was read."""
    if found.checked_at is None:
        return markup.tag("span", status.read(found.read_at, _ago(found.read_at)))
    checked = live_text.checked(_ago(found.checked_at))
    return markup.tag("span", checked, title=clock(found.checked_at))


def _ago(moment: datetime) -> str:
    return live_text.ago(datetime.now(UTC) - moment)


def _line(parts: Iterable[markup.Markup]) -> markup.Markup:
    return markup.tag("div", *parts, class_="zi-status")
