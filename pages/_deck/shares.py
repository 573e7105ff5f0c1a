"""Shares of a slide against a minimum: a bar per group, and one line across all of them."""

from __future__ import annotations

from pages._deck.fitted import fitted
from pages._frame.markup import Markup, tag
from zi_metrics.charts.palette import ENOUGH, TOO_LITTLE
from zi_metrics.report.slides import ShareBar, Shares

HIGH = 2.47
"""Lines that a bar takes: two for its name or its text, and the space to the next."""


def shares(drawn: Shares) -> Markup:
    """The bars below what the line means."""
    legend = tag("div", tag("span", "", class_="zi-deck-least"), tag("span", drawn.said))
    rows = [tag("li", *_row(bar, drawn.minimum), class_="zi-deck-bar") for bar in drawn.bars]
    listed = tag("ul", *rows, class_="zi-deck-bars zi-deck-shares")
    return tag(
        "div",
        tag("div", legend, class_="zi-deck-legend"),
        fitted(len(rows) * HIGH, listed),
        class_="zi-deck-fill",
    )


def _row(bar: ShareBar, minimum: float) -> tuple[Markup, ...]:
    """Name, bar with the minimum across it, and the text at its end."""
    fill = ENOUGH if bar.is_enough else TOO_LITTLE
    length = tag(
        "span", "", class_="zi-deck-length", style=f"width:{bar.share:.2%};background:{fill}"
    )
    least = tag("span", "", class_="zi-deck-least", style=f"left:{minimum:.2%}")
    summary = (tag("span", each) for each in bar.summary.split(" \u00b7 "))
    return (
        tag("span", bar.name, title=bar.name, class_="zi-deck-name"),
        tag(
            "span", length, least, class_="zi-deck-scale-of-one", role="img", aria_label=bar.summary
        ),
        tag("span", *summary, class_="zi-deck-summary"),
    )
