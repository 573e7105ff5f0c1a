"""Which date a page shows: of a live sheet always the newest, unless another was chosen."""

from __future__ import annotations

from datetime import date

from streamlit.testing.v1 import AppTest

FRIDAY, SATURDAY, SUNDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22)


def page(dates: tuple[object, ...]) -> None:
    import streamlit as st

    from pages._frame import filters

    filters.choose_date(dates, is_live=True)
    st.write(filters.chosen_date(dates).isoformat())


def opened() -> AppTest:
    return AppTest.from_function(page, kwargs={"dates": (FRIDAY, SATURDAY)}).run()


def over_midnight(run: AppTest) -> AppTest:
    run.kwargs = {"dates": (FRIDAY, SATURDAY, SUNDAY)}
    return run.run()


def test_page_that_stays_open_over_midnight_shows_the_new_day() -> None:
    run = opened()
    assert (run.selectbox[0].value, run.markdown[0].value) == ("Hari ini", "2026-11-21")
    assert over_midnight(run).markdown[0].value == "2026-11-22"


def test_day_that_was_chosen_stays() -> None:
    run = opened()
    run.selectbox[0].select("20 November 2026").run()
    assert over_midnight(run).markdown[0].value == "2026-11-20"
