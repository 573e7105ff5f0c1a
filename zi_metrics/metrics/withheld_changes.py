"""A comparison as a role may see it.

It is made from what was read, for words decide which item is which; then the words go.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from zi_metrics.access import Role
from zi_metrics.labels import visitor as text
from zi_metrics.lke import Aspect, Catalogue
from zi_metrics.metrics.changes import Changes, ItemKind, changes
from zi_metrics.metrics.summary import items_of
from zi_metrics.tables.columns import EVIDENCE, RECOMMENDATIONS
from zi_metrics.tables.recognised import period
from zi_metrics.tables.snapshot import Snapshot
from zi_metrics.tables.spec import ORIGIN, TableSpec
from zi_metrics.tables.withheld import for_role

TOLD = frozenset(
    {
        *("item", "kind", "kinds", "area_no", "area_before", "state_before", "state"),
        *("is_required_before", "is_required", "due_on", "days_late", "measure", "part"),
    }
)
"""Columns of a comparison that visitors see as they are; of the others what `_said` says."""
_OFFICIAL = frozenset({ItemKind.INDICATOR, ItemKind.SPIP_REPORT})
"""Sorts whose titles are no words of the unit: a question, a quarter."""


def changes_for(before: Snapshot, after: Snapshot, aspect: Aspect, role: Role) -> Changes:
    """What became different between two snapshots as they were read, as a role may see it."""
    then, now = (items_of(each).of_aspect(aspect) for each in (before, after))
    found = changes(then, now)
    return found if role is Role.INTERNAL else _withheld(found, after)


def _withheld(found: Changes, after: Snapshot) -> Changes:
    rows = found.items
    told = _said(rows, after)
    nothing = [None] * len(rows)
    items = pd.DataFrame(
        {
            name: rows[name]
            if name in TOLD
            else pd.Series(told.get(name, nothing), index=rows.index, dtype=rows[name].dtype)
            for name in map(str, rows.columns)
        }
    )
    reconciled = {
        measure: replace(each, items=items) for measure, each in found.reconciliations.items()
    }
    return replace(found, items=items, reconciliations=reconciled)


def _said(rows: pd.DataFrame, after: Snapshot) -> dict[str, list[str | None]]:
    """What is told of codes and periods, and what items are called."""
    known = {
        name: [_code(code, after.catalogue) for code in rows[name]]
        for name in ("code", "code_before")
    }
    known |= {
        name: [None if pd.isna(written) else period(written) for written in rows[name]]
        for name in ("period", "period_before")
    }
    places = _places(after)
    titles: list[str | None] = []
    columns = (rows["item"], rows["title"], rows[ORIGIN], known["code"], known["period"])
    for item, title, origin, code, of_period in zip(*columns, strict=True):
        if item in _OFFICIAL:
            titles.append(title)
        elif not pd.isna(origin):
            titles.append(places[item][origin])
        elif item == ItemKind.EVIDENCE:
            titles.append(text.removed_document(code))
        else:
            titles.append(text.removed_recommendation(of_period))
    return known | {"title": titles}


def _code(code: object, catalogue: Catalogue) -> str | None:
    return str(code) if code in catalogue.codes else None


def _places(after: Snapshot) -> Mapping[str, Mapping[str, str | None]]:
    """What the items of a snapshot are called for visitors, by sort and by where they were read."""
    shown = for_role(after, Role.VISITOR)

    def named(spec: TableSpec, column: str) -> dict[str, str | None]:
        names = shown.table(spec)[column]
        plain = [None if pd.isna(name) else str(name) for name in names]
        return dict(zip(after.table(spec)[ORIGIN], plain, strict=True))

    return {
        ItemKind.EVIDENCE: named(EVIDENCE, "title"),
        ItemKind.RECOMMENDATION: named(RECOMMENDATIONS, "recommendation"),
    }
