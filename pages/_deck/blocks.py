"""The blocks of a slide as HTML: lists, tables, matrices, bars, courses."""

from __future__ import annotations

from collections.abc import Iterator

from pages._deck.bars import bars
from pages._deck.course import course
from pages._frame.markup import Markup, mark, tag
from zi_metrics.charts.palette import Mode
from zi_metrics.report.slides import Bars, Block, Course, Line, Lines, Matrix, Table


def block(drawn: Block, mode: Mode, above: str) -> Markup:
    """A block below its heading; above: the slide's title, which no heading repeats."""
    heading = [tag("h2", drawn.title)] if drawn.title != above else []
    return tag(
        "section",
        *heading,
        _body(drawn, mode),
        class_="zi-deck-block",
        aria_label=drawn.title,
    )


def _body(drawn: Block, mode: Mode) -> Markup:
    match drawn:
        case Bars():
            return bars(drawn)
        case Course():
            return course(drawn, mode)
        case Matrix():
            return matrix(drawn)
        case Lines():
            return lines(drawn)
        case Table():
            return table(drawn)


def lines(drawn: Lines) -> Markup:
    """A list; where it is empty, the sentence that says so."""
    if not drawn.lines:
        return tag("p", drawn.empty, class_="zi-deck-empty")
    kind = "ol" if drawn.is_numbered else "ul"
    items = (tag("li", tag("div", *_line(each))) for each in drawn.lines)
    return tag(
        "div", tag(kind, *items, class_="zi-deck-list"), *_more(drawn.more), class_="zi-deck-fill"
    )


def _line(drawn: Line) -> Iterator[Markup]:
    strong = [tag("strong", drawn.strong), " "] if drawn.strong else []
    yield tag("div", *strong, tag("span", drawn.text), class_="zi-deck-text")
    if drawn.detail:
        yield tag("div", drawn.detail, class_="zi-deck-detail")


def table(drawn: Table) -> Markup:
    """A table whose first column heads its rows."""
    if not drawn.rows:
        return tag("p", drawn.empty, class_="zi-deck-empty")
    rows = (
        tag(
            "tr",
            *(_cell(each, place, drawn.numbers, "row") for place, each in enumerate(row)),
        )
        for row in drawn.rows
    )
    heads = (_cell(each, place, drawn.numbers, "col") for place, each in enumerate(drawn.headers))
    return tag("div", _table(drawn.title, heads, rows), *_more(drawn.more), class_="zi-deck-fill")


def _cell(written: str, place: int, numbers: frozenset[int], scope: str) -> Markup:
    look = {"class_": "zi-deck-number"} if place in numbers else {}
    inside = tag("span", written)
    if scope == "col" or not place:
        return tag("th", inside, scope=scope, **look)
    return tag("td", inside, **look)


def matrix(drawn: Matrix) -> Markup:
    """States by row and column, each as mark and word."""
    rows = (
        tag("tr", tag("th", tag("span", name), scope="row"), *map(_state, states))
        for name, states in drawn.rows
    )
    heads = (tag("th", each, scope="col") for each in (drawn.corner, *drawn.columns))
    return _table(drawn.title, heads, rows, "zi-deck-matrix")


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


def _more(words: str) -> list[Markup]:
    return [tag("p", words, class_="zi-deck-more")] if words else []
