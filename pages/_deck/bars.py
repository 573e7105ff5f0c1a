"""Stacked bars of a slide: one per group, every state by its fill, its mark and its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pages._frame.markup import Markup, mark, tag
from zi_metrics.charts.palette import FILL, text_on
from zi_metrics.charts.series import StateBar
from zi_metrics.labels import deck as text
from zi_metrics.labels.numbers import count
from zi_metrics.labels.statuses import MARKS
from zi_metrics.report.slides import Bars

MOST_BARS = 7
FEW = 4
"""So few bars leave a name a third line."""
SHORT = 16
"""Names with no more letters leave the text at a bar's end room for one line."""


def bars(drawn: Bars) -> Markup:
    """The bars below a legend; of very many groups the first ones, and how many more there are.

    Every bar has the same length: it shows the parts of its group, whose size its text tells.
    """
    shown = drawn.bars[:MOST_BARS]
    rows = [tag("li", *_row(bar, drawn), class_="zi-deck-bar") for bar in shown]
    rest = len(drawn.bars) - len(shown)
    more = [tag("p", text.more_groups(rest), class_="zi-deck-more")] if rest else []
    look = " ".join(["zi-deck-bars", *_room(shown)])
    return tag(
        "div", legend(drawn.states), tag("ul", *rows, class_=look), *more, class_="zi-deck-fill"
    )


def _room(shown: Sequence[StateBar]) -> Iterator[str]:
    if len(shown) <= FEW:
        yield "zi-deck-few"
    if all(len(bar.name) <= SHORT for bar in shown):
        yield "zi-deck-short"


def legend(states: tuple[str, ...]) -> Markup:
    """Mark and word of each state."""
    words = (tag("span", mark(name), " ", name, class_="zi-deck-state") for name in states)
    return tag("div", *words, class_="zi-deck-legend")


def _row(bar: StateBar, drawn: Bars) -> tuple[Markup, ...]:
    """Name, bar, and the text at its end, whose parts keep together."""
    present = [(name, bar.counts[name]) for name in drawn.states if bar.counts.get(name)]
    words = text.parts(present, drawn.unit)
    parts = (_part(name, number) for name, number in present)
    summary = (tag("span", each) for each in bar.summary.split(" \u00b7 "))
    return (
        tag("span", bar.name, class_="zi-deck-name"),
        tag("span", *parts, class_="zi-deck-track", role="img", aria_label=words),
        tag("span", *summary, class_="zi-deck-summary"),
    )


def _part(name: str, number: int) -> Markup:
    """A state's part of a bar; the style sheet shows mark and number where they have room."""
    fill, written = FILL[name], count(number)
    style = f"flex-grow:{number};background:{fill};color:{text_on(fill)}"
    inside = tag("span", tag("i", MARKS[name], " "), tag("b", written), class_=_digits(written))
    return tag("span", inside, class_="zi-deck-part", style=style)


def _digits(written: str) -> str:
    return f"zi-deck-{min(len(written), 4)}"
