"""Rows of a table one by one, for whatever writes them out."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterator
from typing import Any

import pandas as pd


def plain_cells(column: pd.Series) -> list[Any]:
    """The cells of a column, a missing one as None; none of them a list or a table."""
    return [None if cell is pd.NA or cell != cell else cell for cell in column.tolist()]


def records(rows: pd.DataFrame) -> Iterator[Any]:
    """One record per row, its fields named like the columns; a missing cell is None."""
    # column by column: the same by way of a table of objects takes twice as long
    columns = [
        [None if is_missing else cell for cell, is_missing in zip(cells, missing, strict=True)]
        for cells, missing in (
            (column.tolist(), column.isna().tolist()) for _, column in rows.items()
        )
    ]
    record = namedtuple("Record", rows.columns, rename=True)  # type: ignore[misc]
    return map(record._make, zip(*columns, strict=True))
