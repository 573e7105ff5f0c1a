"""Perubahan: what became different between two snapshots, item by item."""

from __future__ import annotations

import streamlit as st

from pages._frame import change_figures, change_lists, changes, data, figures, headline, notices
from zi_metrics.charts.changes import weighted_by_area
from zi_metrics.labels import change_sentences as sentences
from zi_metrics.metrics.change_selection import counts
from zi_metrics.metrics.changes import Measure


def render() -> None:
    view = data.current_view()
    side, kind = st.columns([2, 3], vertical_alignment="bottom")
    with side:
        earlier = changes.choose(view)
    if earlier is None:
        notices.empty(changes.nothing(data.current_source().dates, view.snapshot.as_of))
        return
    with kind:
        aspect = changes.choose_aspect()
    found = changes.compared(earlier, aspect)
    weighted = found.changes.reconciliations[Measure.WEIGHTED]
    headline.lead(
        sentences.lead(
            changes.since(earlier, found),
            sentences.moved(weighted.after.share, weighted.before.share),
            counts(found.changes.items),
        ),
        *changes.remarks(view, earlier, found),
    )
    change_figures.headlines(found, aspect)
    chart, short_list = st.columns([2, 1], gap="large")
    with chart:
        picture = weighted_by_area(weighted, found.areas_before, found.areas_after, view.areas)
        figures.show(picture, when=any(weighted.by_area().values()))
    with short_list:
        change_lists.explain(found.changes.items, view.snapshot.catalogue)
    change_figures.reconciliation(found)
    change_lists.section(found.changes.items, view.snapshot)
