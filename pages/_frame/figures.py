"""The one door through which every chart reaches the screen: figure, sentence, table."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any

import streamlit as st

from pages._frame import markup, notices, tables
from zi_metrics.charts.palette import Mode
from zi_metrics.charts.picture import Picture

DRAWN_KEPT = 256
PLAIN = {"displayModeBar": False, "responsive": True, "locale": "id"}


def show(picture: Picture, *, when: bool = True) -> None:
    """Heading, sentence, chart, and below it the same numbers as a table to open or download.

    when: whether there is enough to draw; otherwise heading and sentence stand alone.
    """
    st.subheader(picture.title, anchor=False)
    if not when:
        notices.empty(picture.sentence)
        return
    legend = [markup.legend(picture.states)] if picture.states else []
    st.html(markup.tag("div", markup.tag("p", picture.sentence), *legend, class_="zi-about"))
    st.plotly_chart(
        _drawn(picture.chart, picture.numbers, mode()),
        width="stretch",
        theme=None,
        key=f"gambar-{picture.name}",
        config=PLAIN,
        alt=picture.sentence,
    )
    tables.numbers_behind(picture.name, picture.title, picture.table)


def mode() -> Mode:
    """The viewer's colour mode."""
    return Mode.DARK if st.context.theme.type == "dark" else Mode.LIGHT


@st.cache_resource(
    max_entries=DRAWN_KEPT,
    show_spinner=False,
    hash_funcs={FunctionType: lambda chart: f"{chart.__module__}.{chart.__qualname__}"},
)
def _drawn(chart: Callable[..., Any], numbers: tuple[Any, ...], in_mode: Mode) -> Any:
    """A figure, keyed by the very numbers it draws; shared, so never changed afterwards."""
    return chart(*numbers, in_mode)
