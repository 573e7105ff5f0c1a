"""The opening of a page: one sentence, then at most four headline figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import streamlit as st

from pages._frame import html
from zi_metrics.labels import figures as label
from zi_metrics.labels import sentences
from zi_metrics.labels.numbers import percent, percentage_points
from zi_metrics.metrics.completeness import Completeness, IndicatorState
from zi_metrics.metrics.ratio import Ratio, change
from zi_metrics.metrics.summary import Figures


@dataclass(frozen=True)
class Headline:
    """One figure: its name, its text, and its difference (0..1) to an earlier day, if known."""

    name: str
    text: str
    difference: float | None = None


def lead(*sentences: str) -> None:
    """What the page shows today, in plain words."""
    st.html(html.tag("p", " ".join(filter(None, sentences)), class_="zi-lead"))


def reform(complete: Completeness) -> None:
    """The figures of Reform, which are counted apart."""
    lead(
        sentences.reform_today(
            label.ratio(complete.indicators, label.NO_INDICATORS),
            complete.weighted.share,
            complete.states[IndicatorState.WITHOUT_EVIDENCE],
        )
    )


def row(headlines: list[Headline], since: date | None) -> None:
    """The figures side by side; `since`: the day their differences are measured from."""
    for column, headline in zip(st.columns(len(headlines)), headlines, strict=True):
        known = headline.difference is not None and since is not None
        column.metric(
            headline.name,
            headline.text,
            delta=percentage_points(headline.difference) if known else None,
            delta_color="normal" if headline.difference else "off",
            delta_arrow=_arrow(headline.difference),
            border=True,
        )


def of_group(now: Figures, before: Figures | None, *, has_spip: bool) -> list[Headline]:
    """The four headlines of the unit or an area, each with its difference to `before`."""
    complete, earlier = now.completeness, before.completeness if before else None
    none_due = label.NONE_DUE if has_spip else label.NO_SPIP
    return [
        Headline(
            label.WEIGHTED,
            _weighted(complete.weighted),
            change(complete.weighted, earlier.weighted if earlier else None),
        ),
        Headline(
            label.INDICATORS_COMPLETE,
            label.ratio(complete.indicators, label.NO_INDICATORS),
            change(complete.indicators, earlier.indicators if earlier else None),
        ),
        Headline(
            label.FOLLOW_UP,
            label.ratio(now.follow_up.ratio, label.NO_RECOMMENDATIONS),
            change(now.follow_up.ratio, before.follow_up.ratio if before else None),
        ),
        Headline(
            label.SPIP_SUBMITTED,
            label.ratio(now.spip.submitted, none_due),
            change(now.spip.submitted, before.spip.submitted if before else None),
        ),
    ]


def _weighted(weighted: Ratio) -> str:
    if weighted.share is None:
        return label.NO_INDICATORS
    return f"{label.points_of(weighted)} · {percent(weighted.share)}"


def _arrow(difference: float | None) -> Literal["up", "down", "off"]:
    if not difference:
        return "off"
    return "up" if difference > 0 else "down"
