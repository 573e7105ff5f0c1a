"""What if: the scenario in the address, which is the only place where one is kept.

It belongs to the page Kesiapan: a change of page drops it, and no other page, slide or file asks
for it.
"""

from __future__ import annotations

import streamlit as st

from zi_metrics.lke import Catalogue
from zi_metrics.lke.scenario import Scenario, read_scenario

KEY = "coba"


def asked(catalogue: Catalogue) -> Scenario:
    """The scenario in the address, and what could not be read of it."""
    return read_scenario(st.query_params.get(KEY, ""), catalogue)


def ask(wanted: Scenario) -> None:
    """Have the address ask for a scenario, or for none where it changes nothing."""
    if wanted.is_empty:
        st.query_params.pop(KEY, None)
    else:
        st.query_params[KEY] = wanted.as_text
