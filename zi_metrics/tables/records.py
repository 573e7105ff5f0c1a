"""Rows of a table one by one, for whatever writes them out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd


def records(rows: pd.DataFrame) -> Iterator[Any]:
    """One record per row, its fields named like the columns; a missing cell is None."""
    cells = rows.astype(object).where(rows.notna(), None)
    return cells.itertuples(index=False, name="Record")
