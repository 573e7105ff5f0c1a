"""Rapat: the deck of the quarterly review, over the whole screen."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages._deck import clock, controls, show, slides
from pages._frame import deck_address, figures, meeting

STYLE = Path(__file__).parent / "_deck" / "deck.css"


def render() -> None:
    deck = meeting.current_deck(shows_names=deck_address.shows_names())
    shown = show.current(deck.count)
    st.html(STYLE)
    with st.container(key="rapat"):
        slide = st.container()
        with st.container(key="rapat-kaki"):
            # First, so that no key is pressed in vain on a slide that is there already.
            controls.draw(shown, [slides.title(deck, n) for n in range(1, deck.count + 1)])
            clock.line(deck, shown)
        slide.html(slides.screen(deck, shown.number, figures.mode()))
        show.rotate(shown)
