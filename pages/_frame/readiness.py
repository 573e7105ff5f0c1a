"""How far the unit is, by the sheet or by the scenario in the address; computed once per view."""

from __future__ import annotations

from datetime import date

import streamlit as st

from pages._frame import data, scenario
from zi_metrics.lke.scenario import read_scenario
from zi_metrics.metrics.readiness import Readiness, readiness

KEPT = 64


def current_readiness() -> Readiness:
    """Of the view, with the scenario applied. Shared by all viewers: never change a table."""
    catalogue = data.current_view().snapshot.catalogue
    return _readiness(*data.current_key(), scenario.asked(catalogue).as_text)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _readiness(name: str, version: str, day: date, asked: str) -> Readiness:
    del name, version, day  # only parts of the key: they change when the view does
    snapshot = data.current_view().snapshot
    return readiness(snapshot, read_scenario(asked, snapshot.catalogue))
