"""Which rows a reader asked for: the same answer for every list, on screen and in a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from zi_metrics.tables.vocabularies import normalise


@dataclass(frozen=True)
class Selection:
    """What is asked for; an empty part asks for everything.

    areas: area numbers, None for rows without an area; states; pics and periods as written, None
    for rows without one; words: all of them must occur; only_overdue: only late rows.
    """

    areas: Sequence[int | None] = ()
    states: Sequence[str] = ()
    pics: Sequence[str | None] = ()
    periods: Sequence[str | None] = ()
    words: str = ""
    only_overdue: bool = False


def select(rows: pd.DataFrame, selection: Selection, searched: Sequence[str]) -> pd.DataFrame:
    """The rows that fit; searched: names of the text columns in which words are looked for."""
    wanted = pd.Series(True, index=rows.index)
    for column, accepted in (
        ("area_no", selection.areas),
        ("state", selection.states),
        ("pic", selection.pics),
        ("period", selection.periods),
    ):
        if accepted:
            wanted &= _among(rows[column], accepted)
    if selection.only_overdue:
        wanted &= rows["is_overdue"]
    words = normalise(selection.words).split()
    if words:
        texts = rows[list(searched)].map(normalise, na_action=None).agg(" ".join, axis="columns")
        for word in words:
            wanted &= texts.str.contains(word, regex=False)
    return rows[wanted]


def _among(cells: pd.Series, accepted: Sequence[object]) -> pd.Series:
    named = cells.isin([each for each in accepted if each is not None]).astype(bool)
    return named | cells.isna() if None in accepted else named


def written(cells: pd.Series) -> list[str]:
    """The different texts of a column, in alphabetical order, missing ones left out."""
    return sorted(cells.dropna().unique(), key=str.casefold)
