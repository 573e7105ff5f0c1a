"""What if: the scenario that the address asks for."""

from __future__ import annotations

import streamlit as st

from zi_metrics.lke import Catalogue
from zi_metrics.lke.scenario import Scenario, read_scenario

KEY = "coba"


def asked(catalogue: Catalogue) -> Scenario:
    """The scenario in the address, and what could not be read of it."""
    return read_scenario(st.query_params.get(KEY, ""), catalogue)
