"""What the tab Hasil says of each part, and which of its rows counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from zi_metrics.lke import Catalogue
from zi_metrics.lke.results import Found, ResultValue, counting, found, is_official
from zi_metrics.tables.records import records


@dataclass(frozen=True)
class Entered:
    """What the tab Hasil says of a part: its value, who found it ('' when not told), and its row.

    is_official: whether the national team did; else the value is the unit's own.
    """

    value: ResultValue
    assessor: str
    year: int | None
    origin: str

    @property
    def is_official(self) -> bool:
        """Whether the national team found it."""
        return is_official(self.assessor)


def entered_results(results: pd.DataFrame, year: int, catalogue: Catalogue) -> dict[str, Entered]:
    """The value of each part of Hasil that counts, by key of the part."""
    rows = list(records(results))
    holds = [found_in(row, year, catalogue) for row in rows]
    return {
        key: Entered(holds[at].value, rows[at].assessor or "", rows[at].year, rows[at].origin)
        for key, at in counting(holds).items()
    }


def found_in(row: Any, year: int | None, catalogue: Catalogue) -> Found:
    """What a record of the tab Hasil holds; year: the assessed one."""
    written = {name: getattr(row, name) for name in ("component", "value", "assessor")}
    return found(written, row.year, year, catalogue)
