"""How the percentages came from one side of a comparison to the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from pages._frame import headline, markup
from pages._frame.changes import Comparison
from zi_metrics.labels import change_sentences as sentences
from zi_metrics.labels import changes as text
from zi_metrics.labels.change_numbers import adds_up, part, percent_tenths
from zi_metrics.labels.numbers import short_date
from zi_metrics.lke import Aspect
from zi_metrics.metrics.changes import ChangeKind, Measure, Reconciliation
from zi_metrics.metrics.measures import HEADLINES
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.metrics.summary import Items, figures
from zi_metrics.report.figure_texts import figure_texts

_OF_REFORM = (Measure.WEIGHTED, Measure.INDICATORS, Measure.EVIDENCE, Measure.VERIFICATION)


def headlines(found: Comparison, aspect: Aspect) -> None:
    """The four headline figures before and after."""
    chosen = _OF_REFORM if aspect is Aspect.REFORM else HEADLINES
    told = [_headline(found.changes.reconciliations[measure], found) for measure in chosen]
    headline.row(told, found.changes.before_on)


def _headline(one: Reconciliation, found: Comparison) -> headline.Headline:
    before, after = (_short(one.measure, items) for items in (found.before, found.after))
    counted = text.counted(one.before, one.after, in_points=one.measure is Measure.WEIGHTED)
    known = one.difference is not None
    return headline.Headline(
        text.MEASURES[one.measure],
        text.headline(before, after),
        one.difference,
        counted if known else None,
    )


def _short(measure: Measure, items: Items) -> str:
    """The percentage of one side; where there is none, the words for it."""
    full = figure_texts(figures(items), items).of(measure)
    return full.rsplit(" · ", maxsplit=1)[-1]


def reconciliation(found: Comparison) -> None:
    """A table: each percentage before, what each kind of change added or took, and after."""
    st.header(text.RECONCILED, anchor=False)
    every = [each for each in found.changes.reconciliations.values() if _is_told(each)]
    sums = {each.measure: each.by_kind() for each in every}
    kinds = [kind for kind in ChangeKind if any(kind in parts for parts in sums.values())]
    rows = [_row(each, sums[each.measure], kinds, found) for each in every]
    look = markup.Look(numbers=frozenset(range(1, len(kinds) + 4)), classes="zi-changes")
    before_on, after_on = found.changes.before_on, found.changes.after_on
    headers = [text.MEASURE, *_headers(before_on, kinds, after_on)]
    st.html(markup.table(headers, rows, caption=text.RECONCILED, look=look))
    st.html(markup.tag("p", " ".join(_notes(every, sums)), class_="zi-small zi-quiet"))


def _is_told(one: Reconciliation) -> bool:
    """Whether there was anything to count on either side."""
    return bool(one.before.denominator or one.after.denominator)


def _headers(before_on: date, kinds: Sequence[ChangeKind], after_on: date) -> list[object]:
    return [
        _dated(text.BEFORE, before_on),
        *(kind.capitalize() for kind in kinds),
        _dated(text.AFTER, after_on),
        text.DIFFERENCE,
    ]


def _dated(name: str, day: date) -> markup.Markup:
    return markup.tag("div", name, markup.tag("div", short_date(day), class_="zi-quiet"))


def _row(
    one: Reconciliation,
    parts: Mapping[ChangeKind, float],
    kinds: Sequence[ChangeKind],
    found: Comparison,
) -> list[object]:
    return [
        text.MEASURES[one.measure],
        _share(one.before, one.measure, found.before),
        *(_part(parts.get(kind), one.difference) for kind in kinds),
        _share(one.after, one.measure, found.after),
        markup.tag("strong", part(one.difference)),
    ]


def _part(share: float | None, difference: float | None) -> object:
    """A part; that there is none is there too, but quiet."""
    if share is None:
        nothing = part(None if difference is None else 0.0)
        return markup.tag("span", nothing, class_="zi-quiet")
    return part(share)


def _share(ratio: Ratio, measure: Measure, items: Items) -> object:
    """The percentage with its counts; where there is none, the words for it."""
    if ratio.share is None:
        return markup.tag("div", _short(measure, items), class_="zi-small zi-quiet")
    counted = text.points_or_counts(ratio, in_points=measure is Measure.WEIGHTED)
    below = markup.tag("div", counted, class_="zi-small zi-quiet")
    return markup.tag("div", percent_tenths(ratio.share), below)


def _notes(
    every: Sequence[Reconciliation], sums: Mapping[Measure, Mapping[ChangeKind, float]]
) -> list[str]:
    uneven = [
        text.MEASURES[each.measure]
        for each in every
        if each.before.share is not None
        and each.after.share is not None
        and not adds_up(each.before.share, sums[each.measure].values(), each.after.share)
    ]
    return [text.IN_POINTS, text.HOW_PARTS, *([sentences.rounding(uneven)] if uneven else [])]
