"""Tentang: what Zona Integritas is, what every figure means, and the words used."""

from __future__ import annotations

import streamlit as st

from pages._frame import explain
from zi_metrics.labels import definitions, screen
from zi_metrics.labels.glossary import glossary


def render() -> None:
    about, background, figures, statuses, words = st.tabs(
        [
            screen.TAB_ABOUT,
            screen.TAB_BACKGROUND,
            screen.TAB_FIGURES,
            screen.TAB_STATUSES,
            screen.TAB_GLOSSARY,
        ]
    )
    with about:
        explain.passages(definitions.ABOUT)
    with figures:
        explain.figures(definitions.FIGURES)
    with background:
        explain.passages(definitions.BACKGROUND)
    with statuses:
        explain.statuses(definitions.STATUSES)
    with words:
        explain.glossary(glossary())
