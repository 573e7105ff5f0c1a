"""The tab Hasil: what the unit's own surveys found, once they were held."""

from __future__ import annotations

from datetime import date

import pandas as pd

from scripts.sample.story import YEAR
from zi_metrics.tables.columns import RESULTS

IPAK = "Survei Persepsi Anti Korupsi (IPAK)"
IPKP = "Survei Persepsi Kualitas Pelayanan (IPKP)"
PERFORMANCE = "Capaian kinerja lebih baik"
_SURVEY, _OWN = "survei mandiri", "penilaian mandiri"

# Component, day its value was entered, value, who says so; a newer value replaces the older one.
_ENTERED = (
    (IPAK, date(2025, 6, 20), "3.36", _SURVEY),
    (IPKP, date(2025, 6, 20), "3.42", _SURVEY),
    (IPAK, date(2025, 11, 28), "3.47", _SURVEY),
    (IPKP, date(2025, 11, 28), "3.55", _SURVEY),
    (PERFORMANCE, date(2026, 1, 13), "B", _OWN),
)


def results(as_of: date) -> pd.DataFrame:
    """The newest value of each component entered by the end of a day; none before the first."""
    newest = {row[0]: row for row in _ENTERED if row[1] <= as_of}
    rows = [(component, value, YEAR, who) for component, _, value, who in newest.values()]
    return pd.DataFrame(rows, columns=RESULTS.names)
