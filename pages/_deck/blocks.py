"""The blocks of a slide as HTML: lists, tables, matrices, bars, courses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from pages._deck.bars import bars
from pages._deck.course import course
from pages._deck.fitted import fitted
from pages._deck.shares import shares
from pages._frame.markup import Markup, mark, tag
from zi_metrics.charts.palette import Mode
from zi_metrics.report.plain import shortened
from zi_metrics.report.slides import Bars, Block, Course, Line, Lines, Matrix, Shares, Table

LETTERS_ACROSS = 38
"""At least so many letters stand on a line of a narrow column, two of five parts of the slide."""
LETTERS_DOWN = 19
"""So many lines of the larger letters of a list that is alone fill its slide."""
STEP = 0.25
NARROW = 2 / 5
ONE_LINE = 20
"""Letters that the first column of a table in a narrow column has room for at least."""
TWO_LINES = 68
"""Letters that fill two lines of such a column at most, however they break."""


@dataclass(frozen=True)
class Place:
    """Where a block stands: the slide's title above it, which no heading repeats, and its room.

    share: of the slide's width.
    """

    mode: Mode
    above: str
    share: float

    @property
    def is_narrow(self) -> bool:
        """Whether another column stands beside it."""
        return self.share < 1

    @property
    def times(self) -> float:
        """How many narrow columns wide it is."""
        return self.share / NARROW if self.is_narrow else 2


def block(drawn: Block, place: Place) -> Markup:
    """A block below its heading."""
    heading = [tag("h2", drawn.title)] if drawn.title != place.above else []
    return tag(
        "section",
        *heading,
        _body(drawn, place),
        class_="zi-deck-block",
        aria_label=drawn.title,
    )


def _body(drawn: Block, place: Place) -> Markup:
    match drawn:
        case Bars():
            return bars(drawn)
        case Shares():
            return shares(drawn)
        case Course():
            return course(drawn, place.mode)
        case Matrix():
            return matrix(drawn)
        case Lines():
            return lines(drawn, place)
        case Table():
            return table(drawn, is_narrow=place.is_narrow)


def lines(drawn: Lines, place: Place) -> Markup:
    """A list; where it is empty, the sentence that says so."""
    if not drawn.lines:
        return tag("p", drawn.empty, class_="zi-deck-empty")
    kind = "ol" if drawn.is_numbered else "ul"
    items = (tag("li", tag("div", *_line(each, place))) for each in drawn.lines)
    needed = _high(drawn, place)
    style = f"--full:{needed:.2f}"  # how high it is in whole letters, for the space between items
    listed = tag(kind, *items, class_="zi-deck-list", style=style)
    return fitted(needed if place.is_narrow else _least(drawn, place, needed), listed, drawn.more)


def _high(drawn: Lines, place: Place, times: float = 1) -> float:
    """About how many letters high a list is; times: as many letters on a line as there are."""
    return sum(_height(each, LETTERS_ACROSS * place.times * times) for each in drawn.lines)


def _least(drawn: Lines, place: Place, needed: float) -> float:
    """The same of a list that is alone: of smaller letters there are more on a line."""
    least = min(needed, LETTERS_DOWN)
    while _high(drawn, place, least / LETTERS_DOWN) > least and least < needed:
        least += STEP
    return least


def _height(drawn: Line, across: float) -> float:
    """About how many letters high an item is; across: letters on a line."""
    told = ceil((len(drawn.strong) + len(drawn.text)) / across)
    more = ceil(len(drawn.detail) / across)
    return (min(told, 2) + min(more, 2)) * 1.2 + 0.5


def _line(drawn: Line, place: Place) -> Iterator[Markup]:
    strong = [tag("strong", drawn.strong), " "] if drawn.strong else []
    most = int(TWO_LINES * place.times) - len(drawn.strong)
    told = shortened(drawn.text, most) if place.is_narrow else drawn.text
    whole = {"title": drawn.text} if told != drawn.text else {}
    yield tag("div", *strong, tag("span", told, **whole), class_="zi-deck-text")
    if drawn.detail:
        yield tag("div", drawn.detail, class_="zi-deck-detail")


def table(drawn: Table, *, is_narrow: bool) -> Markup:
    """A table whose first column heads its rows."""
    if not drawn.rows:
        return tag("p", drawn.empty, class_="zi-deck-empty")
    rows = (
        tag("tr", *(_cell(each, place, drawn.numbers, "row") for place, each in enumerate(row)))
        for row in drawn.rows
    )
    heads = (_cell(each, place, drawn.numbers, "col") for place, each in enumerate(drawn.headers))
    one_line = ONE_LINE if is_narrow else 2 * ONE_LINE
    needed = 1.5 + sum(1.5 if len(row[0]) <= one_line else 2.75 for row in drawn.rows)
    return fitted(needed, _table(drawn.title, heads, rows), drawn.more)


def _cell(written: str, place: int, numbers: frozenset[int], scope: str) -> Markup:
    look = {"class_": "zi-deck-number"} if place in numbers else {}
    if scope == "col" or not place:
        return tag("th", _cut(written), scope=scope, **look)
    return tag("td", _cut(written), **look)


def matrix(drawn: Matrix) -> Markup:
    """States by row and column, each as mark and word."""
    rows = (
        tag("tr", tag("th", _cut(name), scope="row"), *map(_state, states))
        for name, states in drawn.rows
    )
    heads = (tag("th", _cut(each), scope="col") for each in (drawn.corner, *drawn.columns))
    needed = (len(drawn.rows) + 1) * 2.4
    return fitted(needed, _table(drawn.title, heads, rows, "zi-deck-matrix"))


def _cut(written: str) -> Markup:
    """The style sheet gives a cell two lines, whatever stands in it."""
    return tag("span", written, class_="zi-deck-cell")


def _state(name: str) -> Markup:
    return tag("td", tag("span", mark(name), tag("span", name), class_="zi-deck-state"))


def _table(
    caption: str, heads: Iterator[Markup], rows: Iterator[Markup], class_: str = ""
) -> Markup:
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *heads)),
        tag("tbody", *rows),
        class_=f"zi-deck-table {class_}".strip(),
    )
