"""The one door through which every chart reaches the screen: figure, sentence, table."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from types import FunctionType
from typing import Any, NamedTuple

import streamlit as st

from pages._frame import board, markup, tables, visitors
from pages._frame.configured import app_settings
from zi_metrics.charts.palette import Mode
from zi_metrics.charts.picture import Picture

DRAWN_KEPT = 256
PLAIN = {"displayModeBar": False, "responsive": True, "locale": "id"}


class Drawn(NamedTuple):
    """A chart as the board takes it, and the pixels it is high."""

    chart: bytes
    height: int


def show(picture: Picture, *, when: bool = True) -> None:
    """Heading, sentence, chart, and below it the same numbers as a table to open or download.

    when: whether there is enough to draw; otherwise heading and sentence stand alone.
    """
    st.html(_about(picture) if when else _too_little(picture))
    if not when:
        return
    if app_settings().native_charts:
        _natively(picture)
    else:
        drawn = _of_picture(picture)
        board.show(picture.name, drawn.chart, drawn.height)
    numbers = _numbers(picture, visitors.is_one())
    tables.numbers_behind(picture.name, picture.title, picture.table, numbers)


def prepare(picture: Picture) -> None:
    """Have a chart drawn before anybody asks for it."""
    _drawn(picture.chart, picture.numbers)


def mode() -> Mode:
    """The viewer's colour mode."""
    return Mode.DARK if st.context.theme.type == "dark" else Mode.LIGHT


def _natively(picture: Picture) -> None:
    """By Streamlit's own element, where the board is not wanted."""
    st.plotly_chart(
        picture.draw(mode()),
        width="stretch",
        theme=None,
        key=f"gambar-{picture.name}",
        config=PLAIN,
        alt=picture.sentence,
    )


@lru_cache(maxsize=DRAWN_KEPT)
def _about(picture: Picture) -> markup.Markup:
    legend = [markup.legend(picture.states)] if picture.states else []
    said = markup.tag("div", markup.tag("p", picture.sentence), *legend, class_="zi-about")
    return markup.headed(picture.title, said)


@lru_cache(maxsize=DRAWN_KEPT)
def _too_little(picture: Picture) -> markup.Markup:
    return markup.headed(picture.title, markup.empty(picture.sentence))


@lru_cache(maxsize=DRAWN_KEPT)
def _numbers(picture: Picture, for_visitor: bool) -> markup.Markup:
    table = visitors.saying(picture.table) if for_visitor else picture.table
    return tables.numbers(picture.title, table)


@lru_cache(maxsize=DRAWN_KEPT)
def _of_picture(picture: Picture) -> Drawn:
    """Of the very same picture, which a page has kept, without looking at its numbers."""
    light, dark, height = _drawn(picture.chart, picture.numbers)
    return Drawn(board.told(picture.title, picture.sentence, light, dark), height)


@st.cache_resource(
    max_entries=DRAWN_KEPT,
    show_spinner=False,
    hash_funcs={FunctionType: lambda chart: f"{chart.__module__}.{chart.__qualname__}"},
)
def _drawn(chart: Callable[..., Any], numbers: tuple[Any, ...]) -> tuple[str, str, int]:
    """Plotly's JSON in the light and in the dark, and the height; keyed by the numbers drawn."""
    light, dark = (chart(*numbers, each) for each in (Mode.LIGHT, Mode.DARK))
    return light.to_json(), dark.to_json(), int(light.layout.height)
