"""The rows of a comparison: what is told of every item that is not as it was."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, cast

import pandas as pd

from zi_metrics.metrics.change_entries import Entry
from zi_metrics.metrics.change_judging import kinds_of, primary
from zi_metrics.metrics.change_kinds import MEASURES_OF, ChangeKind, ItemKind
from zi_metrics.metrics.change_matching import paired
from zi_metrics.metrics.measures import Measure
from zi_metrics.metrics.ratio import Ratio

_DTYPES = {
    **dict.fromkeys(("item", "kind"), "str"),
    "kinds": "object",
    **dict.fromkeys(("area_no", "area_before"), "Int64"),
    **dict.fromkeys(("code", "code_before", "title", "title_before"), "str"),
    **dict.fromkeys(("period", "period_before", "pic", "state_before", "state"), "str"),
    **dict.fromkeys(("is_required_before", "is_required"), "boolean"),
    "due_on": "datetime64[s]",
    "days_late": "Int64",
    **dict.fromkeys(("url", "origin", "measure"), "str"),
    "part": "float64",
}
Counts = tuple[float, ...]
"""An item's n and d before, then its n and d after."""
_COUNTS = ("n_before", "d_before", "n_after", "d_after")
_NO_AREA = 7
"""Comes after the six areas."""


class Change(NamedTuple):
    """One item that is not as it was; None where it was not there."""

    item: ItemKind
    kinds: tuple[ChangeKind, ...]
    before: Entry | None
    after: Entry | None

    @property
    def kind(self) -> ChangeKind:
        """What it is told by."""
        return primary(self.kinds, self.before, self.after)

    @property
    def entry(self) -> Entry:
        """The item as it is now; as it was, when it is gone."""
        return self.after or cast(Entry, self.before)

    def counts(self, measure: Measure) -> Counts:
        """What it adds to one of the percentages its sort counts in, before and after."""
        place = MEASURES_OF[self.item].index(measure)
        sides = (self.before, self.after)
        return sum((each.counts[place] if each else (0.0, 0.0) for each in sides), ())

    @property
    def measure(self) -> Measure | None:
        """The first percentage in which it counts otherwise than before."""
        every = MEASURES_OF[self.item]
        moved = (each for each in every if (both := self.counts(each))[:2] != both[2:])
        return next(moved, None)


def changed(item: ItemKind, before: Iterable[Entry], after: Iterable[Entry]) -> list[Change]:
    """The items of one sort that are not as they were."""
    return [
        Change(item, kinds, one, other)
        for one, other in paired(before, after)
        if (kinds := kinds_of(item, one, other))
    ]


def in_order(found: Iterable[Change], codes: Mapping[str, int]) -> list[Change]:
    """Kind by kind, sort by sort, in official order; codes: place of each in the official list."""
    kinds, sorts = list(ChangeKind), list(ItemKind)

    def place(each: Change) -> tuple[Any, ...]:
        entry = each.entry
        official = (entry.area_no or _NO_AREA, codes.get(entry.code or "", len(codes)))
        return (kinds.index(each.kind), sorts.index(each.item), *official, entry.content)

    return sorted(found, key=place)


def table(found: Sequence[Change], ratios: Mapping[Measure, tuple[Ratio, Ratio]]) -> pd.DataFrame:
    """One row per change; part: of the difference of `measure`, 0 where it is missing."""
    rows = []
    for each in found:
        measure = each.measure
        own = 0.0 if measure is None else part(each.counts(measure), *ratios[measure])
        rows.append((*_told(each), measure and str(measure), own))
    columns = zip(*rows, strict=True) if rows else iter([()] * len(_DTYPES))
    return pd.DataFrame(
        {
            name: pd.Series(cells, dtype=dtype)
            for (name, dtype), cells in zip(_DTYPES.items(), columns, strict=True)
        }
    )


def recounted(found: Sequence[Change], measure: Measure) -> dict[int, Counts]:
    """Of those that count otherwise in a percentage: their place in `found`, and their counts."""
    return {
        place: counts
        for place, each in enumerate(found)
        if measure in MEASURES_OF[each.item] and (counts := each.counts(measure))[:2] != counts[2:]
    }


def parts(
    items: pd.DataFrame, counts: Mapping[int, Counts], measure: Measure, own: Sequence[float]
) -> pd.DataFrame:
    """The rows of `items` at the places of `counts`, with their counts in this percentage.

    Adds n_before, d_before, n_after, d_after; measure and part: of this percentage. own: parts.
    """
    counted = pd.DataFrame(counts.values(), columns=list(_COUNTS), dtype="float64")
    rows = items.take(list(counts)).reset_index(drop=True)
    return rows.assign(measure=str(measure), part=pd.Series(own, dtype="float64"), **counted)


def part(counts: Counts, before: Ratio, after: Ratio) -> float:
    """What an item accounts for in a difference; not a number when there is none."""
    n_before, d_before, n_after, d_after = counts
    if before.share is None or after.share is None:
        return math.nan
    return (n_after - n_before - before.share * (d_after - d_before)) / after.denominator


def _told(each: Change) -> tuple[Any, ...]:
    entry, then, now = each.entry, each.before, each.after
    return (
        str(each.item),
        str(each.kind),
        each.kinds,
        *_both("area_no", entry, then),
        *_both("code", entry, then),
        *_both("title", entry, then),
        *_both("period", entry, then),
        entry.pic,
        then and then.state,
        now and now.state,
        then and then.is_required,
        now and now.is_required,
        entry.due_on,
        now and now.days_late,
        entry.url,
        now and now.origin,
    )


def _both(name: str, entry: Entry, before: Entry | None) -> tuple[Any, Any]:
    return getattr(entry, name), getattr(before, name, None)
