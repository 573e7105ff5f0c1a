"""The figures of a group as headlines, and items of the data cut to what a slide can hold."""

from __future__ import annotations

from zi_metrics.labels import figures as label
from zi_metrics.labels.changes import MEASURES
from zi_metrics.labels.numbers import NO_FIGURE, out_of, percent, percentage_points
from zi_metrics.metrics.measures import HEADLINES
from zi_metrics.metrics.ratio import Ratio, change
from zi_metrics.metrics.summary import Figures, Items
from zi_metrics.report.figure_texts import figure_texts
from zi_metrics.report.plain import plain, shortened
from zi_metrics.report.slides import Headline

LONGEST_TITLE = 56
LONGEST_DETAIL = 42


def headlines(now: Figures, items: Items, before: Figures | None) -> tuple[Headline, ...]:
    """The four headlines of the unit or an area, each with its difference to `before`."""
    texts = figure_texts(now, items)
    return tuple(
        headline(
            MEASURES[measure],
            now.ratio(measure),
            texts.of(measure),
            before.ratio(measure) if before else None,
        )
        for measure in HEADLINES
    )


def headline(name: str, now: Ratio, words: str, before: Ratio | None) -> Headline:
    """A ratio as a headline; words: the text of `figure_texts`, said where nothing counts."""
    if now.share is None:
        return Headline(name, words)
    counted = (
        label.points(now)
        if name == label.WEIGHTED
        else out_of(int(now.numerator), int(now.denominator))
    )
    difference = change(now, before)
    changed = "" if difference is None else percentage_points(difference)
    return Headline(name, percent(now.share), counted, changed)


def title_of(written: str | None, otherwise: str) -> str:
    """An item's title on a slide."""
    return shortened(plain(written), LONGEST_TITLE) if written else otherwise


def detail_of(*known: str | None) -> str:
    """What else is known of an item, in one short line; '–' when nothing is."""
    told = " · ".join(shortened(plain(each), LONGEST_DETAIL) for each in known if each)
    return told or NO_FIGURE
