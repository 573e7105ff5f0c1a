"""The line at the bottom of every page: source, age and identity of the data."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from pages._frame import data, markup
from zi_metrics.labels import status
from zi_metrics.labels.sources import SAMPLE_BADGE, source_name


def draw() -> None:
    """Badge of the sample, source, as-of date, age of the reading, digest."""
    provenance = data.current_view().snapshot.provenance
    age = datetime.now(UTC) - provenance.read_at
    parts = [
        markup.badge(SAMPLE_BADGE) if provenance.is_sample else markup.text(""),
        markup.tag("span", status.source(source_name(provenance.source))),
        markup.tag("span", status.as_of(provenance.as_of)),
        markup.tag("span", status.read(provenance.read_at, age)),
        markup.tag("span", status.digest(provenance.digest), title=provenance.digest),
    ]
    with st.bottom.container(key="bilah-status"):
        st.html(markup.tag("div", *parts, class_="zi-status"))
