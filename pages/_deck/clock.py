"""The line at the foot of every slide: where its figures are from, and how old they are by now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import streamlit as st

from pages._deck.show import Show
from pages._frame import data, markup
from pages._frame.markup import Markup, tag
from zi_metrics.errors import ReaderError
from zi_metrics.labels import deck as text
from zi_metrics.labels import live as live_text
from zi_metrics.labels import status
from zi_metrics.report.slides import Deck
from zi_metrics.tables.problems import Severity

TICK_SECONDS = 10


@st.fragment(run_every=TICK_SECONDS)
def line(drawn: Deck, show: Show) -> None:
    """Badge, stamp, age; drawn again by itself, for the age grows while nobody does anything."""
    data.begin_run()
    try:
        told = list(_told(drawn))
    except ReaderError:
        return  # the page is about to say so itself
    number = tag("span", text.place(show.number, show.total), class_="zi-deck-place")
    left = tag("div", *told, *_rotation(show), class_="zi-deck-stamp")
    st.html(tag("div", left, number, class_="zi-deck-foot"))


def _told(drawn: Deck) -> Iterator[Markup]:
    if drawn.badge:
        yield markup.badge(drawn.badge)
    if data.frozen() is not None:
        yield tag("strong", text.FROZEN, class_="zi-deck-lock")
    yield tag("span", drawn.stamp)
    yield from _age()
    found = data.current_view().snapshot.problems
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    if errors:
        yield tag("span", markup.mark(Severity.ERROR), " ", text.errors(errors))


def _age() -> Iterator[Markup]:
    """When it was read; of a sheet also whether it is current, and then when it was checked."""
    found = data.current_freshness()
    if found.is_live:
        yield tag("span", markup.dot(is_on=found.is_current), " ", status.live(found.is_current))
    if found.checked_at is not None:
        yield tag("span", live_text.checked(_ago(found.checked_at)))
    else:
        yield tag("span", text.read(_ago(found.read_at)))


def _ago(moment: datetime) -> str:
    return live_text.ago(datetime.now(UTC) - moment)


def _rotation(show: Show) -> Iterator[Markup]:
    if show.seconds is not None:
        told = text.PAUSED if show.is_paused else text.rotating(show.seconds)
        sign = "\u23f8" if show.is_paused else "\u21bb"
        yield tag("span", tag("span", sign, aria_hidden="true"), " ", told)
