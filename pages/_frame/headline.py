"""The opening of a page: one sentence, then at most four headline figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

import streamlit as st

from pages._frame import markup
from zi_metrics.labels import figures as label
from zi_metrics.labels import sentences
from zi_metrics.labels.numbers import percentage_points
from zi_metrics.metrics.completeness import Completeness, IndicatorState
from zi_metrics.metrics.ratio import Ratio, change
from zi_metrics.metrics.summary import Figures, Items
from zi_metrics.report.figure_texts import figure_texts

Arrow = Literal["up", "down", "off"]
# Named, for Streamlit takes a difference for a fall only by a hyphen, and ours has a minus sign.
_COLOUR: dict[Arrow, Literal["green", "red", "off"]] = {"up": "green", "down": "red", "off": "off"}


@dataclass(frozen=True)
class Headline:
    """One figure: its name, its text, and its difference (0..1) to an earlier day, if known.

    beside: what stands in the place of the difference; detail: what stands next to either.
    """

    name: str
    text: str
    difference: float | None = None
    detail: str | None = None
    beside: str | None = None


def lead(*sentences: str) -> None:
    """What the page shows today, in plain words."""
    st.html(markup.tag("p", " ".join(filter(None, sentences)), class_="zi-lead"))


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
    side_by_side = st.container(horizontal=True)
    for headline in headlines:
        known = headline.difference is not None and since is not None
        side_by_side.metric(
            headline.name,
            headline.text,
            delta=percentage_points(headline.difference) if known else headline.beside,
            delta_color=_COLOUR[_arrow(headline.difference)],
            delta_arrow=_arrow(headline.difference),
            delta_description=headline.detail,
            border=True,
            height="stretch",
        )


def of_group(now: Figures, items: Items, before: Figures | None) -> list[Headline]:
    """The four headlines of the unit or an area, each with its difference to `before`."""
    texts = figure_texts(now, items)
    named: tuple[tuple[str, str, Callable[[Figures], Ratio]], ...] = (
        (label.WEIGHTED, texts.weighted, lambda group: group.completeness.weighted),
        (label.INDICATORS_COMPLETE, texts.indicators, lambda group: group.completeness.indicators),
        (label.FOLLOW_UP, texts.follow_up, lambda group: group.follow_up.ratio),
        (label.SPIP_SUBMITTED, texts.spip_submitted, lambda group: group.spip.submitted),
    )
    return [
        Headline(name, shown, change(ratio(now), ratio(before)) if before else None)
        for name, shown, ratio in named
    ]


def _arrow(difference: float | None) -> Arrow:
    if not difference:
        return "off"
    return "up" if difference > 0 else "down"
