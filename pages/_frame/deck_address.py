"""What of the deck stands in the address: its slide, its rotation, whether it shows names."""

from __future__ import annotations

import streamlit as st

from pages._frame import visitors

SLIDE, ROTATION = "slide", "putar"
NAMES, NAMES_SHOWN = "nama", "tampil"


def shows_names() -> bool:
    """Whether the address asks for the names of people; they are hidden unless it does.

    Visitors may ask as they like.
    """
    return st.query_params.get(NAMES) == NAMES_SHOWN and not visitors.is_one()


def show_names(*, wanted: bool) -> None:
    """Have the address ask for the names of people, or no longer."""
    if wanted:
        st.query_params[NAMES] = NAMES_SHOWN
    else:
        st.query_params.pop(NAMES, None)


def names_query() -> dict[str, str]:
    """The part of the address that keeps names as they are on a link to another page."""
    return {NAMES: NAMES_SHOWN} if shows_names() else {}
