"""Stacked bars of a slide: one per group, every state by its fill, its mark and its number."""

from __future__ import annotations

from pages._frame.markup import Markup, mark, tag
from zi_metrics.charts.palette import FILL, text_on
from zi_metrics.charts.series import StateBar
from zi_metrics.labels import deck as text
from zi_metrics.labels.numbers import count
from zi_metrics.labels.statuses import MARKS
from zi_metrics.report.slides import Bars

MOST_BARS = 7
LEAST_SHARE = 0.03
"""What occurs is visible, however little of a bar it is."""
MARKED_SHARE, COUNTED_SHARE = 0.3, 0.13
"""From which part of a bar on its mark and its number fit, or its number alone."""


def bars(drawn: Bars) -> Markup:
    """The bars below a legend; of very many groups the first ones, and how many more there are."""
    shown = drawn.bars[:MOST_BARS]
    widest = max((bar.total for bar in shown), default=0)
    rows = [tag("li", *_row(bar, drawn, widest), class_="zi-deck-bar") for bar in shown]
    rest = len(drawn.bars) - len(shown)
    more = [tag("p", text.more_groups(rest), class_="zi-deck-more")] if rest else []
    crowd = "zi-deck-bars zi-deck-many" if len(shown) > 4 else "zi-deck-bars"  # noqa: PLR2004
    return tag("div", legend(drawn.states), tag("ul", *rows, class_=crowd), *more)


def legend(states: tuple[str, ...]) -> Markup:
    """Mark and word of each state."""
    words = (tag("span", mark(name), " ", name, class_="zi-deck-state") for name in states)
    return tag("div", *words, class_="zi-deck-legend")
