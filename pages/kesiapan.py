"""Kesiapan: how far the unit is from WBK and WBBM, and what closes the gap."""

from __future__ import annotations

import streamlit as st

from pages._frame import (
    data,
    figures,
    lke_import,
    notices,
    readiness,
    readiness_entry,
    readiness_lists,
    readiness_rules,
    readiness_way,
    what_if,
)
from zi_metrics.charts.readiness import area_bars
from zi_metrics.labels import readiness_areas as text


def render() -> None:
    view, told = data.current_view(), readiness.current_readiness()
    what_if.banner(told)
    readiness_rules.lead(told)
    readiness_rules.headlines(told)
    readiness_rules.rules(told)
    chart, way = st.columns([2, 1], gap="large")
    with chart:
        if told.knows_answers:
            is_scenario = not told.scenario.is_empty
            figures.show(area_bars(told.sheet, view.areas, is_scenario=is_scenario))
        else:
            st.header(text.AREAS_TITLE, anchor=False)
            notices.empty(text.NO_AREAS)
    with way:
        target = readiness_way.choose_target(told)
        plan = readiness_way.short_list(told, target)
    readiness_way.every_step(told, plan)
    what_if.show(told, target)
    readiness_lists.show(told)
    readiness_entry.show(view.snapshot, target)
    if not view.snapshot.is_withheld:  # who may not see names has none to bring over
        lke_import.section()
