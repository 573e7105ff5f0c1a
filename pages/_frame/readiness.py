"""How far the unit is, by the sheet or by the scenario in the address; computed once per view."""

from __future__ import annotations

import streamlit as st

from pages._frame import data, scenario
from pages._frame.view import View, ViewKey
from zi_metrics.lke.predicates import Predicate
from zi_metrics.lke.scenario import read_scenario
from zi_metrics.metrics.gap import Plan, plan
from zi_metrics.metrics.readiness import Readiness, readiness

KEPT = 64


def current_readiness() -> Readiness:
    """Of the view, with the scenario applied. Shared by all viewers: never change a table."""
    catalogue = data.current_view().snapshot.catalogue
    return _readiness(data.current_key(), scenario.asked(catalogue).as_text)


def recorded_readiness() -> Readiness:
    """Of the view, by the sheet alone, whatever the address supposes."""
    return _readiness(data.current_key(), "")


def recorded_of(view: View) -> Readiness:
    """The same of a view that is at hand."""
    return _readiness(view.key, "")


def current_plan(target: Predicate) -> Plan:
    """The shortest way from what `current_readiness` tells to a predicate."""
    return _plan(data.current_key(), current_readiness().scenario.as_text, target)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _readiness(key: ViewKey, asked: str) -> Readiness:
    snapshot = data.view_of(key).snapshot
    return readiness(snapshot, read_scenario(asked, snapshot.catalogue))


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _plan(key: ViewKey, asked: str, target: Predicate) -> Plan:
    told = _readiness(key, asked)
    return plan(told.sheet, target, told.codes_with_evidence)
