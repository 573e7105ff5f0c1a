"""What a page says, as plain values: every peer draws these, each in its own way."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from zi_metrics.charts.picture import Picture


@dataclass(frozen=True)
class Table:
    """A table under its heading.

    remark: what stands below it; file: all its rows, to download; is_folded: closed until asked.
    """

    name: str
    title: str
    rows: pd.DataFrame
    remark: str = ""
    file: pd.DataFrame | None = None
    is_folded: bool = False


@dataclass(frozen=True)
class Headline:
    """A figure, its text, and its difference in percentage points, if known."""

    name: str
    text: str
    difference: str | None = None


@dataclass(frozen=True)
class Page:
    """One page for one date: sentences, headline figures, charts, tables, last sentences."""

    heading: str
    lead: str
    headlines: tuple[Headline, ...]
    charts: tuple[Picture, ...]
    tables: tuple[Table, ...]
    closing: str = ""
