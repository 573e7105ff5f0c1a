"""Which slide is shown: by the address, by keys, by rotation.

The address holds the slide a person went to. While the deck rotates, the slide shown is kept in
the session instead, for every change of the address is a step in the browser's history.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import streamlit as st

from pages._frame import deck_address

SHORTEST_SECONDS, LONGEST_SECONDS = 5, 600
SHOWN, TURNED, PAUSED = "rapat-slide", "rapat-putaran", "rapat-jeda"
_DIGITS = 6
"""No slide and no rotation has a longer number; nothing longer is read."""


@dataclass(frozen=True)
class Show:
    """Slide shown (from 1) of how many; seconds: of the rotation, None when it is off."""

    number: int
    total: int
    seconds: int | None
    is_paused: bool

    @property
    def is_rotating(self) -> bool:
        """Whether the next slide comes by itself."""
        return self.seconds is not None and not self.is_paused


def current(total: int) -> Show:
    """What the address and the rotation ask for; total: number of slides.

    What is shown is remembered: a key pressed before the browser has heard of the last change
    brings the address of before with it, so that keys count from what is shown instead.
    """
    seconds = rotation(st.query_params.get(deck_address.ROTATION, ""))
    asked = st.query_params.get(deck_address.SLIDE, "")
    number = within(asked, total)
    turned_from, turned_to = st.session_state.get(TURNED, (None, 0))
    if seconds is not None and turned_from == asked:
        number = min(turned_to, total)
    st.session_state[SHOWN] = number
    return Show(number, total, seconds, bool(st.session_state.get(PAUSED)))


def within(asked: str, total: int) -> int:
    """The number of a slide: of one before the first the first, of one after the last the last.

    What is no number asks for the first.
    """
    return min(max(_number(asked) or 1, 1), total)


def rotation(asked: str) -> int | None:
    """Seconds per slide, held within what is useful; None when no rotation is asked for."""
    seconds = _number(asked)
    return min(max(seconds, SHORTEST_SECONDS), LONGEST_SECONDS) if seconds else None


def _number(asked: str) -> int | None:
    """What was typed as a whole number; None when it is none."""
    is_number = asked.isascii() and asked.isdigit() and len(asked) <= _DIGITS
    return int(asked) if is_number else None


def go_to(number: int, total: int) -> None:
    """Callback: show this slide; a rotation goes on from there."""
    st.session_state.pop(TURNED, None)
    st.session_state[SHOWN] = min(max(number, 1), total)
    st.query_params[deck_address.SLIDE] = str(st.session_state[SHOWN])


def step(by: int, total: int) -> None:
    """Callback: show a slide further on or back, but not beyond the ends."""
    following = st.session_state[SHOWN] + by
    if 1 <= following <= total:
        go_to(following, total)


def toggle_pause() -> None:
    """Callback: halt the rotation, or let it go on."""
    st.session_state[PAUSED] = not st.session_state.get(PAUSED)


def toggle_names() -> None:
    """Callback: show the names of people, or hide them again."""
    deck_address.show_names(wanted=not deck_address.shows_names())


def rotate(show: Show) -> None:
    """Let the next slide come by itself, the first after the last, while nothing halts it."""
    if show.seconds is not None and show.is_rotating:
        pace = st.fragment(run_every=timedelta(seconds=show.seconds))
        pace(_turn)(show, [])


def _turn(show: Show, passes: list[None]) -> None:
    """passes: kept between the runs of this fragment; in the first the slide was just drawn."""
    if not passes:
        passes.append(None)
        return
    following = show.number % show.total + 1
    st.session_state[TURNED] = (st.query_params.get(deck_address.SLIDE, ""), following)
    st.rerun(scope="app")
