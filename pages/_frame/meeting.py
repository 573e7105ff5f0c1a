"""From the filters to what a meeting is told: one cached meeting of one view."""

from __future__ import annotations

import streamlit as st

from pages._frame import data
from pages._frame.view import ViewKey
from zi_metrics.lke import Aspect
from zi_metrics.report.deck import deck
from zi_metrics.report.meeting import Meeting, meeting
from zi_metrics.report.slides import Deck

MEETINGS_KEPT = 8


def current_meeting(*, shows_names: bool) -> Meeting:
    """The view as a meeting sees it. Raises ReaderError when there is nothing to show."""
    return meeting_of(data.current_key(), shows_names=shows_names)


def current_deck(*, shows_names: bool) -> Deck:
    """The slides of the view."""
    return deck_of(data.current_key(), shows_names=shows_names)


def meeting_of(key: ViewKey, *, shows_names: bool) -> Meeting:
    """The same of a key that is at hand."""
    return _meeting(key, shows_names)


def deck_of(key: ViewKey, *, shows_names: bool) -> Deck:
    """The same of a key that is at hand."""
    return _deck(key, shows_names)


@st.cache_resource(max_entries=MEETINGS_KEPT, show_spinner=False)
def _meeting(key: ViewKey, shows_names: bool) -> Meeting:
    view = data.view_of(key)
    if view.before_on is None:
        return meeting(view.snapshot, None, view.course, shows_names=shows_names)
    earlier = data.snapshot_on(key, view.before_on)
    found = data.changes_since(key, view.before_on, None, Aspect.FULFILMENT)
    return meeting(view.snapshot, earlier, view.course, shows_names=shows_names, found=found)


@st.cache_resource(max_entries=MEETINGS_KEPT, show_spinner=False)
def _deck(key: ViewKey, shows_names: bool) -> Deck:
    return deck(_meeting(key, shows_names))
