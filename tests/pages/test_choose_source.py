"""Which source a viewer may choose: those that ship, whatever a browser sends."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from pages._frame.filters import chosen_source

    st.text(repr(chosen_source()))


@pytest.mark.parametrize(
    ("sent", "chosen"),
    [("situs", "'situs'"), ("/etc/hostname", "None"), ("sheet", "None"), ("", "None")],
)
def test_only_what_ships_is_chosen(sent: str, chosen: str) -> None:
    app = AppTest.from_function(page)
    app.session_state["sumber"] = sent
    assert [each.value for each in app.run().text] == [chosen]


def test_nothing_chosen_is_nothing() -> None:
    assert [each.value for each in AppTest.from_function(page).run().text] == ["None"]
