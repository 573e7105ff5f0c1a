"""Rows and columns as plain values."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from zi_metrics.tables.records import plain_cells, records


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        (pd.Series(["a", pd.NA], dtype="string"), ["a", None]),
        (pd.Series(["a", None], dtype="str"), ["a", None]),
        (pd.Series([1, pd.NA], dtype="Int64"), [1, None]),
        (pd.Series([True, pd.NA], dtype="boolean"), [True, None]),
        (pd.Series([0.5, np.nan]), [0.5, None]),
        (pd.to_datetime(pd.Series(["2025-06-30", None])), [pd.Timestamp(2025, 6, 30), None]),
        (pd.Series(["a", None, np.nan], dtype=object), ["a", None, None]),
    ],
)
def test_missing_cells_are_none_whatever_the_type(column: pd.Series, cells: list[object]) -> None:
    assert plain_cells(column) == cells
    assert [row.cell for row in records(column.to_frame("cell"))] == cells
