"""What may be entered in some cells of a column, where that is not the same in all its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xlsxwriter.worksheet import Worksheet

from zi_metrics.labels import xlsx as text


@dataclass(frozen=True)
class Offer:
    """What may be entered in some cells of a column: words, or a number from 0 to `highest`.

    rows: counted from 0.
    """

    column: str
    rows: tuple[int, ...]
    words: tuple[str, ...] = ()
    highest: float | None = None


def add_offer(offer: Offer, page: Worksheet, first: tuple[int, int]) -> None:
    """One rule for all its cells; first: row and column of the first cell of its column."""
    row, at = first
    one, *others = ((row + each, at) for each in offer.rows)
    other_cells = [[*cell, *cell] for cell in others]
    rule = _rule(offer) | {"error_title": text.CHECK, "other_cells": other_cells}
    page.data_validation(*one, *one, rule)


def _rule(offer: Offer) -> dict[str, Any]:
    if offer.highest is None:
        return {"validate": "list", "source": list(offer.words), "error_message": text.CHOOSE}
    limits = {"criteria": "between", "minimum": 0, "maximum": offer.highest}
    return {"validate": "decimal", "error_message": text.up_to(offer.highest), **limits}
