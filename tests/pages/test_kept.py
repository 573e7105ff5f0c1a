"""What is told of a view is made once, and again as soon as anything it depends on is another."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RUNS_WITHIN_SECONDS


def tell() -> None:
    """Streamlit runs its source text, so it imports for itself."""
    import streamlit as st

    from pages._frame import data, filters
    from pages._frame.kept import MOST_KEPT, kept

    made: list[str] = []

    @kept
    def told(_view: data.View, word: str, *, loud: bool = False) -> list[str]:
        made.append(word)
        return [word.upper() if loud else word]

    view = data.current_view()
    first = told(view, "satu")
    st.session_state["is_same"] = told(view, "satu") is first
    st.session_state["others"] = [told(view, "dua"), told(view, "satu", loud=True)]
    before, st.session_state[filters.SOURCE] = len(made), "contoh"
    told(view, "satu")
    st.session_state["made_for_other_links"] = len(made) - before
    for number in range(2 * MOST_KEPT):
        told(view, str(number))
    st.session_state["kept"] = len(view.kept)


def test_answer_is_made_once_for_a_view_its_words_and_its_links(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ZI_SUMBER", "contoh")
    state = AppTest.from_function(tell, default_timeout=RUNS_WITHIN_SECONDS).run().session_state
    assert state["is_same"]
    assert state["others"] == [["dua"], ["SATU"]]
    assert state["made_for_other_links"] == 1
    assert state["kept"] <= 512


def look() -> None:
    """The same, twice, with another source in between."""
    import os

    import streamlit as st

    from pages._frame import configured, data

    seen = []
    for source in ("contoh", "situs", "contoh"):
        os.environ["ZI_SUMBER"] = source
        data.begin_run()
        seen.append((configured.app_settings().source, data.current_view()))
    names = [name for name, _ in seen]
    st.session_state["names"] = names
    st.session_state["first_is_third"] = seen[0][1] is seen[2][1]
    st.session_state["units_differ"] = seen[0][1].items is not seen[1][1].items


def test_settings_and_view_follow_the_environment_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ZI_SUMBER", "contoh")
    run = AppTest.from_function(look, default_timeout=RUNS_WITHIN_SECONDS).run()
    assert not run.exception
    assert run.session_state["names"] == ["contoh", "situs", "contoh"]
    assert run.session_state["first_is_third"]
    assert run.session_state["units_differ"]
