"""From the filters to what a meeting is told: one cached meeting of one view."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages._frame import data
from zi_metrics.lke import Aspect
from zi_metrics.report.deck import deck
from zi_metrics.report.meeting import Meeting, meeting
from zi_metrics.report.slides import Deck

MEETINGS_KEPT = 8


def current_meeting(*, shows_names: bool) -> Meeting:
    """The view as a meeting sees it. Raises ReaderError when there is nothing to show."""
    return _meeting(data.current_key(), shows_names)


def current_deck(*, shows_names: bool) -> Deck:
    """The slides of the view."""
    return _deck(data.current_key(), shows_names)


@st.cache_resource(max_entries=MEETINGS_KEPT, show_spinner=False)
def _meeting(key: data.ViewKey, shows_names: bool) -> Meeting:
    del key  # the view is the one it names
    view = data.current_view()
    if view.before_on is None:
        return meeting(view.snapshot, None, view.course, shows_names=shows_names)
    earlier = data.snapshot_on(view.before_on)
    told = meeting(view.snapshot, earlier, view.course, shows_names=shows_names)
    if not view.snapshot.is_withheld:
        return told
    # words decide which item is which, and these tables have none
    found = data.changes_since(view.before_on, None, Aspect.FULFILMENT)
    return replace(told, found=found)


@st.cache_resource(max_entries=MEETINGS_KEPT, show_spinner=False)
def _deck(key: data.ViewKey, shows_names: bool) -> Deck:
    return deck(_meeting(key, shows_names))
