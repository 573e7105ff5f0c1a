"""Stacked bars of a slide: one per group, every state by its fill, its mark and its number."""

from __future__ import annotations

from collections.abc import Sequence

from pages._deck.fitted import fitted
from pages._frame.markup import Markup, mark, tag
from zi_metrics.charts.palette import FILL, text_on
from zi_metrics.charts.series import StateBar
from zi_metrics.labels import deck as text
from zi_metrics.labels.meeting import others
from zi_metrics.labels.numbers import count
from zi_metrics.labels.statuses import MARKS
from zi_metrics.report.plain import shortened
from zi_metrics.report.slides import Bars

MOST_BARS = 7
FEW = 4
"""So few bars leave a name a third line."""
SHORT = 16
"""Names with no more letters leave the text at a bar's end room for one line."""
LONGEST = {1: SHORT, 2: 46, 3: 60}
"""Letters of a name that fill so many lines at most, however they break."""


def bars(drawn: Bars) -> Markup:
    """The bars below a legend; of very many groups the first ones, and how many more there are.

    Every bar has the same length: it shows the parts of its group, whose size its text tells. Of
    the smallest parts the sign must still fit: they are drawn longer than they are.
    """
    shown = drawn.bars[:MOST_BARS]
    lines = _lines(shown)
    rows = [tag("li", *_row(bar, drawn, lines), class_="zi-deck-bar") for bar in shown]
    rest = len(drawn.bars) - len(shown)
    look = f"zi-deck-bars zi-deck-lines-{lines}"
    drawn_bars = fitted(
        len(shown) * (1.1 * lines + 0.27),
        tag("ul", *rows, class_=look),
        others(rest) if rest else "",
    )
    return tag("div", legend(drawn.states), drawn_bars, class_="zi-deck-fill")


def _lines(shown: Sequence[StateBar]) -> int:
    """How many lines a name and the text at a bar's end have."""
    if all(len(bar.name) <= SHORT for bar in shown):
        return 1
    return 3 if len(shown) <= FEW else 2


def legend(states: tuple[str, ...]) -> Markup:
    """Mark and word of each state."""
    words = (tag("span", mark(name), " ", name, class_="zi-deck-state") for name in states)
    return tag("div", *words, class_="zi-deck-legend")


def _row(bar: StateBar, drawn: Bars, lines: int) -> tuple[Markup, ...]:
    """Name, bar, and the text at its end, whose parts keep together."""
    present = [(name, bar.counts[name]) for name in drawn.states if bar.counts.get(name)]
    words = text.parts(present, drawn.unit)
    parts = (_part(name, number) for name, number in present)
    summary = (tag("span", each) for each in bar.summary.split(" \u00b7 "))
    return (
        tag("span", shortened(bar.name, LONGEST[lines]), title=bar.name, class_="zi-deck-name"),
        tag("span", *parts, class_="zi-deck-track", role="img", aria_label=words),
        tag("span", *summary, class_="zi-deck-summary"),
    )


def _part(name: str, number: int) -> Markup:
    """A state's part of a bar: its mark always, its number where the style sheet finds room."""
    fill, written = FILL[name], count(number)
    style = f"flex-grow:{number};background:{fill};color:{text_on(fill)}"
    inside = tag("span", tag("i", MARKS[name]), tag("b", written), class_=_digits(written))
    return tag("span", inside, class_="zi-deck-part", style=style)


def _digits(written: str) -> str:
    return f"zi-deck-{min(len(written), 4)}"
