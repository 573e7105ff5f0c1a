"""The live sheet on screen: what stands in its way, what it has lost, and that it has changed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages._frame import access, visitors
from pages._frame import notices as notice
from pages._frame.markup import tag
from zi_metrics.labels import live as text
from zi_metrics.labels import visitor
from zi_metrics.labels.numbers import clock
from zi_metrics.sources.live import LiveSheet
from zi_metrics.sources.live_state import LiveState

LOOK_AGAIN_SECONDS = 2


def notices(sheet: LiveSheet) -> None:
    """Why the figures may be older than the sheet; silent when they are not."""
    state = sheet.state
    if state.snapshot is None:
        return  # the page says so itself, for it has nothing else to show
    if visitors.is_one():
        _of_visitors(state)
        return
    if state.fault is not None and state.good_at is not None:
        notice.alert(
            tag("strong", state.fault.where),
            ": ",
            state.fault.what,
            " ",
            state.fault.remedy,
            " ",
            text.last_good(clock(state.good_at)),  # not its age: this is not drawn again and again
        )
    if state.held_back is not None:
        _held_back(sheet, state.held_back.provenance.digest, state.losses)
    if state.unsaved is not None:
        notice.alert(
            tag("strong", state.unsaved.where), ": ", state.unsaved.what, " ", state.unsaved.remedy
        )


def _of_visitors(state: LiveState) -> None:
    """That figures may be older than the sheet, without the reasons: they name places and rows."""
    if state.fault is not None and state.good_at is not None:
        notice.alert(visitor.FAULT_SHEET, " ", text.last_good(clock(state.good_at)))
    if state.held_back is not None:
        notice.alert(visitor.HELD_BACK)


def _held_back(sheet: LiveSheet, digest: str, losses: Sequence[str]) -> None:
    """What was lost, and the press that accepts it: exactly this reading, no later one."""
    lines = [tag("li", sentence) for sentence in losses]
    notice.alert(tag("p", text.HELD_BACK), tag("ul", *lines), tag("p", text.HOW_TO_ACCEPT))
    st.button(
        text.ACCEPT,
        key="terima-perubahan",
        icon=":material/check:",
        on_click=access.callback(_accept),
        args=(sheet, digest),  # of what stood above the button when it was pressed
    )


def _accept(sheet: LiveSheet, digest: str) -> None:
    sheet.accept(digest)


def seen(state: LiveState) -> tuple[object, ...]:
    """All of a state that a page shows, but for its age."""
    held = state.held_back
    return (
        state.version,
        state.fault and str(state.fault),
        held and held.provenance.digest,
        state.losses,
        state.unsaved and str(state.unsaved),
        state.is_current,
    )
