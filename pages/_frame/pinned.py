"""Which snapshot everything is pinned to: its name in the address, kept from page to page."""

from __future__ import annotations

import streamlit as st

KEY = "potret"
LONGEST_IDENTIFIER = 64


def asked() -> str | None:
    """The identifier of the snapshot that the address, else the page before, pins everything to.

    What is far too long for one is cut: it stays none.
    """
    written = st.query_params.get(KEY) or st.session_state.get(KEY) or ""
    return str(written).strip()[:LONGEST_IDENTIFIER] or None


def keep() -> None:
    """Put what is pinned back into the address, which loses it when the page changes."""
    identifier = asked()
    if identifier is not None:
        pin(identifier)


def pin(identifier: str) -> None:
    """From now on, on whatever page, everything is pinned to this snapshot."""
    st.session_state[KEY] = identifier
    if st.query_params.get(KEY) != identifier:
        st.query_params[KEY] = identifier
