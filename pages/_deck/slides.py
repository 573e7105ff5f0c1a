"""A slide as HTML: title, sentence, headlines, then columns of blocks."""

from __future__ import annotations

from collections.abc import Iterator

from pages._deck.blocks import Place, block
from pages._frame.markup import Markup, badge, tag
from zi_metrics.charts.palette import Mode
from zi_metrics.labels import deck as text
from zi_metrics.report.slides import Block, Column, Cover, Deck, Headline, Lines, Slide, Table

LONGEST_FIGURE = 9
"""A headline's value with more letters is words ('belum ada data monev'), not a figure."""


def screen(drawn: Deck, number: int, mode: Mode) -> Markup:
    """One screen of the deck, counted from 1; the first is the cover."""
    told = text.region(number, drawn.count, title(drawn, number))
    if number == 1:
        return tag("section", *_cover(drawn), class_="zi-deck zi-deck-cover", aria_label=told)
    shown = drawn.slides[number - 2]
    return tag("section", *_slide(shown, mode), class_="zi-deck", aria_label=told)


def title(drawn: Deck, number: int) -> str:
    """The title of a screen."""
    return drawn.cover.title if number == 1 else drawn.slides[number - 2].title


def _cover(drawn: Deck) -> Iterator[Markup]:
    cover: Cover = drawn.cover
    yield tag("div", tag("h1", cover.title), tag("p", cover.unit, class_="zi-deck-unit"))
    if cover.is_sample:
        yield tag("p", badge(drawn.badge), " ", text.SAMPLE, class_="zi-deck-sample")
    facts = (
        tag("div", tag("dt", name), tag("dd", tag("span", value))) for name, value in cover.facts
    )
    yield tag("dl", *facts, class_="zi-deck-facts")


def _slide(shown: Slide, mode: Mode) -> Iterator[Markup]:
    # What is said because there is nothing to show is said once.
    sentence = [] if shown.sentence in _empty(shown) else [tag("p", shown.sentence)]
    yield tag("header", tag("h1", shown.title), *sentence)
    if shown.headlines:
        yield tag("div", *map(_headline, shown.headlines), class_="zi-deck-headlines", role="list")
    whole = sum(each.share for each in shown.columns)
    columns = (
        _column(each, Place(mode, shown.title, each.share / whole)) for each in shown.columns
    )
    # Alone on its slide a list has room for larger letters.
    roomy = " zi-deck-roomy" if _is_alone(shown) else ""
    yield tag("div", *columns, class_=f"zi-deck-columns{roomy}")


def _is_alone(shown: Slide) -> bool:
    blocks = _blocks(shown)
    return not shown.headlines and len(blocks) == 1 and isinstance(blocks[0], Lines)


def _blocks(shown: Slide) -> list[Block]:
    return [each for column in shown.columns for each in column.blocks]


def _empty(shown: Slide) -> list[str]:
    lists = [each for each in _blocks(shown) if isinstance(each, Lines)]
    tables = [each for each in _blocks(shown) if isinstance(each, Table)]
    return [each.empty for each in lists if not each.lines] + [
        each.empty for each in tables if not each.rows
    ]


def _column(drawn: Column, place: Place) -> Markup:
    blocks = (block(each, place) for each in drawn.blocks)
    return tag("div", *blocks, class_="zi-deck-column", style=f"flex-grow:{drawn.share}")


def _headline(drawn: Headline) -> Markup:
    is_figure = len(drawn.value) <= LONGEST_FIGURE
    value = "zi-deck-figure" if is_figure else "zi-deck-words"
    counted = [tag("span", drawn.counted, class_="zi-deck-counted")] if drawn.counted else []
    changed = [tag("span", drawn.change, class_="zi-deck-change")] if drawn.change else []
    return tag(
        "div",
        tag("span", drawn.name, class_="zi-deck-label"),
        tag("span", tag("span", drawn.value, class_=value), *counted, class_="zi-deck-line"),
        *changed,
        role="listitem",
    )
