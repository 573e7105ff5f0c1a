"""Which changes a reader asked for, and those that somebody has to explain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from zi_metrics.metrics.change_kinds import ChangeKind, ItemKind

_TO_EXPLAIN = (ChangeKind.REGRESSED, ChangeKind.REMOVED, ChangeKind.NEWLY_LATE)


@dataclass(frozen=True)
class ChangeSelection:
    """What is asked for; an empty part asks for everything.

    areas: area numbers, None for items without one; what moved is of both its areas. kinds: any of
    those that hold. items: sorts of items.
    """

    areas: Sequence[int | None] = ()
    kinds: Sequence[str] = ()
    items: Sequence[str] = ()


def select_changes(items: pd.DataFrame, wanted: ChangeSelection) -> pd.DataFrame:
    """The rows of `Changes.items` that fit, in their order."""
    rows = items
    if wanted.areas:
        was_there = rows["state_before"].notna()
        rows = rows[
            _among(rows["area_no"], wanted.areas)
            | (_among(rows["area_before"], wanted.areas) & was_there)
        ]
    if wanted.items:
        rows = rows[rows["item"].isin(wanted.items)]
    if wanted.kinds:
        asked = set(wanted.kinds)
        rows = rows[[not asked.isdisjoint(kinds) for kinds in rows["kinds"]]]
    return rows


def counts(items: pd.DataFrame) -> dict[tuple[str, str], int]:
    """Number of items by the kind they are told by and their sort, both in their order."""
    number = items.groupby(["kind", "item"]).size().to_dict()
    return {
        (str(kind), str(item)): int(number[kind, item])
        for kind in ChangeKind
        for item in ItemKind
        if (kind, item) in number
    }


def by_kind(items: pd.DataFrame) -> Iterator[tuple[ChangeKind, pd.DataFrame]]:
    """The rows of each kind they are told by, kinds in their order, those without rows left out."""
    for kind in ChangeKind:
        rows = items[items["kind"] == kind]
        if len(rows):
            yield kind, rows


def to_explain(items: pd.DataFrame) -> pd.DataFrame:
    """What went back, is gone or is late since; of each the costliest and the latest first.

    Indicators are left out: they go back by their documents.
    """
    told = items[items["item"] != ItemKind.INDICATOR]
    wrong = told[told["kind"].isin(_TO_EXPLAIN)]
    order = wrong.assign(
        _kind=wrong["kind"].map({str(kind): i for i, kind in enumerate(_TO_EXPLAIN)}),
        _late=-wrong["days_late"].fillna(0),
    ).sort_values(["_kind", "part", "_late"], kind="stable")
    return order.drop(columns=["_kind", "_late"])


def _among(cells: pd.Series, accepted: Sequence[int | None]) -> pd.Series:
    named = cells.isin([each for each in accepted if each is not None]).astype(bool)
    return named | cells.isna() if None in accepted else named
