"""Buttons and keys of the deck; the style sheet shows them when they are looked for.

Only what halts the rotation is always seen: whatever moves by itself can be stopped by anybody.
"""

from __future__ import annotations

import streamlit as st

from pages import ENTRIES
from pages._deck import show as shown
from pages._deck.show import Show
from pages._frame import deck_address, filters, visitors
from zi_metrics.labels import deck as text

LEAVES_TO = "persiapan-rapat"
VISITORS_LEAVE_TO = "ringkasan"


def draw(show: Show, titles: list[str]) -> None:
    """titles: of all slides, in order."""
    with st.container(key="rapat-kendali", horizontal=True, vertical_alignment="center"):
        _steps(show)
        _choose(show, titles)
        if not visitors.is_one():
            names = text.HIDE_NAMES if deck_address.shows_names() else text.SHOW_NAMES
            st.button(names, key="rapat-nama", on_click=shown.toggle_names)
        if st.button(text.LEAVE, key="rapat-selesai", shortcut="Esc"):
            leave()
    if show.seconds is not None:
        with st.container(key="rapat-henti"):
            label = text.GO_ON if show.is_paused else text.PAUSE
            st.button(label, key="rapat-putar", shortcut="Space", on_click=shown.toggle_pause)
    with st.container(key="rapat-tombol"):
        _further_keys(show.total)


def leave() -> None:
    """To the page that the host prepares the meeting on, with the same data; visitors to theirs."""
    slug = VISITORS_LEAVE_TO if visitors.is_one() else LEAVES_TO
    entry = next(entry for entry in ENTRIES if entry.slug == slug)
    names = deck_address.names_query()
    # Source and date are the frame's own filters: they stay by themselves, and refuse to be set.
    query = [
        each for each in filters.page_query(**names) if each[0] not in filters.KEPT_ON_PAGE_LINKS
    ]
    st.switch_page(st.Page(_elsewhere, title=entry.title, url_path=entry.slug), query_params=query)


def _elsewhere() -> None:
    """Streamlit knows a page by its address; the frame draws it."""


def _steps(show: Show) -> None:
    is_first, is_last = show.number == 1, show.number == show.total
    st.button(
        text.PREVIOUS,
        key="rapat-mundur",
        shortcut="Left",
        disabled=is_first,
        on_click=shown.step,
        args=(-1, show.total),
    )
    st.button(
        text.NEXT,
        key="rapat-maju",
        shortcut="Right",
        disabled=is_last,
        on_click=shown.step,
        args=(1, show.total),
    )


def _choose(show: Show, titles: list[str]) -> None:
    """All slides by title; its key changes with the slide, so that it always says where we are."""
    key = f"rapat-pilih-{show.number}"
    st.selectbox(
        text.GO_TO,
        range(1, show.total + 1),
        index=show.number - 1,
        format_func=lambda number: text.entry(number, titles[number - 1]),
        key=key,
        label_visibility="collapsed",
        on_change=_chosen,
        args=(key, show),
        width=320,
    )


def _chosen(key: str, drawn: Show) -> None:
    """A browser that is behind sends the list of a slide before once more: that is no choice."""
    number = st.session_state[key]
    if number != drawn.number:
        shown.go_to(number, drawn.total)


def _further_keys(total: int) -> None:
    """Keys that need no button of their own: those of a presenter's remote, and the two ends."""
    keys = (
        ("Home", text.FIRST, shown.go_to, 1),
        ("End", text.LAST, shown.go_to, total),
        ("PageUp", text.PREVIOUS, shown.step, -1),
        ("PageDown", text.NEXT, shown.step, 1),
    )
    for key, label, act, number in keys:
        st.button(label, key=f"rapat-{key}", shortcut=key, on_click=act, args=(number, total))
