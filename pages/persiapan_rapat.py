"""Persiapan rapat: what the host does before, during and after the meeting."""

from __future__ import annotations

import streamlit as st

from pages._frame import data, freeze, headline, pack, preparation
from zi_metrics.labels import preparation as text


def render() -> None:
    checks, current = preparation.found(), pack.current_pack()
    ready = sum(check.is_ready for check in checks)
    meeting_on = data.current_view().snapshot.settings.meeting_on
    headline.lead(text.today(meeting_on, ready, len(checks)))
    to_check, to_lock = st.columns([2, 1], gap="large")
    with to_check:
        st.header(text.CHECKLIST, anchor=False)
        preparation.checklist(checks)
    with to_lock:
        st.header(text.LOCK, anchor=False)
        freeze.control()
    to_hand_out, to_show = st.columns([2, 1], gap="large")
    with to_hand_out:
        st.header(text.PACK, anchor=False)
        pack.names_switch()
        pack.downloads(current)
        st.header(text.MEMOS, anchor=False)
        pack.memo_to_copy(current)
    with to_show:
        st.header(text.SHOW, anchor=False)
        preparation.deck_links()
