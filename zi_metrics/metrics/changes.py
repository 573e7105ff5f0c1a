"""What became different between two snapshots: item by item, and in every percentage.

With n0/d0 before and n1/d1 after, an item's part of the difference is (its change in n - n0/d0 x
its change in d) / d1: the parts add up to n1/d1 - n0/d0.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from zi_metrics.lke import AREA_NUMBERS
from zi_metrics.metrics.change_entries import entries_of
from zi_metrics.metrics.change_kinds import MEASURES_OF, ChangeKind, ItemKind
from zi_metrics.metrics.change_rows import (
    Counts,
    changed,
    in_order,
    part,
    parts,
    recounted,
    table,
)
from zi_metrics.metrics.measures import Measure
from zi_metrics.metrics.ratio import Ratio, change
from zi_metrics.metrics.summary import Items, figures
from zi_metrics.tables.columns import EVIDENCE, RECOMMENDATIONS, SPIP_REPORTS

__all__ = [
    "MEASURES_OF",
    "ChangeKind",
    "Changes",
    "ItemKind",
    "Measure",
    "Reconciliation",
    "changes",
]

TABLE_OF: Mapping[ItemKind, str] = {
    ItemKind.INDICATOR: EVIDENCE.name,
    ItemKind.EVIDENCE: EVIDENCE.name,
    ItemKind.RECOMMENDATION: RECOMMENDATIONS.name,
    ItemKind.SPIP_REPORT: SPIP_REPORTS.name,
}
"""The table the items of each sort are told from."""


@dataclass(frozen=True, eq=False)
class Reconciliation:
    """One percentage before and after, and how much of its difference each item accounts for.

    items: those of the comparison; counts: of those that count otherwise here, by their place among
    them.
    """

    measure: Measure
    before: Ratio
    after: Ratio
    items: pd.DataFrame
    counts: Mapping[int, Counts]

    @property
    def difference(self) -> float | None:
        """After less before, as a share; missing when either percentage is."""
        return change(self.after, self.before)

    @cached_property
    def parts(self) -> pd.DataFrame:
        """One row per item that counts otherwise than before, with the columns of `items`.

        Adds n_before, d_before, n_after, d_after (0 where it was not there); part: of this
        difference (a share, 0..1, with its sign; missing where the difference is).
        """
        return parts(self.items, self.counts, self.measure, self._parts)

    def by_kind(self) -> dict[ChangeKind, float]:
        """What each kind of change accounts for, in their order; none without a difference."""
        sums = self._sums("kind")
        return {kind: sums[kind] for kind in ChangeKind if kind in sums}

    def by_area(self) -> dict[int | None, float]:
        """What the items of each area account for, in official order, those without one last.

        An item that moved counts where it is now.
        """
        sums = self._sums("area_no")
        named = {None if pd.isna(area) else int(area): sums[area] for area in sums}
        return {area: named[area] for area in (*AREA_NUMBERS, None) if area in named}

    @cached_property
    def _parts(self) -> list[float]:
        return [part(counts, self.before, self.after) for counts in self.counts.values()]

    def _sums(self, column: str) -> dict[Any, float]:
        if self.difference is None:
            return {}
        cells, groups = self.items[column].tolist(), defaultdict(list)
        for place, share in zip(self.counts, self._parts, strict=True):
            groups[cells[place]].append(share)
        return {name: math.fsum(shares) for name, shares in groups.items()}


@dataclass(frozen=True, eq=False)
class Changes:
    """What became different in a unit or an area from one date to another.

    items: one row per item that is not as it was, kind by kind, in official order: item, kind (what
    it is told by) and kinds (all that hold, as a tuple), area_no, code, title, period (as they are
    now, of what was removed as they were; *_before: as they were, missing for what was added), pic,
    state_before and state (missing where it was not there), is_required_before and is_required
    (whether it counted in denominators), due_on, days_late (missing unless late now), url, origin
    (missing for what was removed: its row is another one's now), measure (the first percentage in
    which it counts otherwise; missing when it counts as before) and its part of that one's
    difference. unreadable: names of tables that could not be read on one side
    or both; their items are not compared. year_before, year: assessed years, whose reports differ.
    """

    before_on: date
    after_on: date
    items: pd.DataFrame
    reconciliations: Mapping[Measure, Reconciliation]
    unreadable: frozenset[str]
    year_before: int
    year: int


def changes(before: Items, after: Items) -> Changes:
    """The comparison of the items of two snapshots: of one aspect, of the unit or of one area."""
    unreadable = (before.unreadable | after.unreadable) & set(TABLE_OF.values())
    earlier, later = entries_of(before), entries_of(after)
    compared = [item for item in ItemKind if TABLE_OF[item] not in unreadable]
    found = [each for item in compared for each in changed(item, earlier[item], later[item])]
    codes = [*after.indicators["code"], *before.indicators["code"]]
    ordered = in_order(found, {code: place for place, code in reversed([*enumerate(codes)])})
    then, now = figures(before), figures(after)
    ratios = {measure: (then.ratio(measure), now.ratio(measure)) for measure in Measure}
    rows = table(ordered, ratios)
    return Changes(
        before_on=before.as_of,
        after_on=after.as_of,
        items=rows,
        reconciliations={
            measure: Reconciliation(measure, *both, rows, recounted(ordered, measure))
            for measure, both in ratios.items()
        },
        unreadable=unreadable,
        year_before=before.year,
        year=after.year,
    )
