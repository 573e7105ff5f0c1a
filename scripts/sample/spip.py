"""The tab SPIP: a row for every area and quarter from the first day on, filled as reports come."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pandas as pd

from scripts.sample.story import SITE, YEAR
from zi_metrics.tables.columns import SPIP_REPORTS

# When each area's report of quarters I to IV came; due on the 20th of the month that follows.
_SUBMITTED = {
    1: ("2025-04-11", "2025-07-10", "2025-10-14", "2026-01-12"),
    2: ("2025-04-17", "2025-07-18", "2025-10-27", "2026-01-19"),
    3: ("2025-04-29", "2025-10-06", "2025-10-20", None),
    4: ("2025-04-09", "2025-07-08", "2025-10-09", "2026-01-09"),
    5: ("2025-07-03", "2025-07-17", None, None),
    6: (None, "2025-07-21", "2025-10-16", "2026-01-20"),
}
_NOT_REQUIRED = {
    (6, 1): "Unit layanan terpadu baru dibentuk 24 Maret 2025; laporan area ini mulai Triwulan II."
}


class _Controls(NamedTuple):
    """Risks an area keeps, control activities it plans, and how many are done by each quarter."""

    risk_count: int
    planned_count: int
    done_counts: tuple[int, ...]


_CONTROLS = {
    1: _Controls(6, 6, (1, 3, 5, 6)),
    2: _Controls(7, 5, (1, 2, 3, 3)),
    3: _Controls(11, 9, (0, 2, 3, 4)),
    4: _Controls(8, 7, (2, 4, 6, 7)),
    5: _Controls(14, 12, (1, 3, 5, 7)),
    6: _Controls(10, 8, (0, 1, 4, 7)),
}
_ROMAN = ("I", "II", "III", "IV")


def spip_reports(as_of: date) -> pd.DataFrame:
    """The rows as they stood at the end of a day: what came later has not come."""
    rows = [_row(area, quarter, str(as_of)) for area in _SUBMITTED for quarter in range(1, 5)]
    return pd.DataFrame(rows, columns=SPIP_REPORTS.names)


def _row(area: int, quarter: int, day: str) -> dict[str, object]:
    waived = _NOT_REQUIRED.get((area, quarter))
    row: dict[str, object] = {
        "year": YEAR,
        "quarter": quarter,
        "area_no": area,
        "required": waived is None,
        "note": waived,
    }
    submitted_on = _SUBMITTED[area][quarter - 1]
    if submitted_on is None or submitted_on > day:
        return row
    controls = _CONTROLS[area]
    return row | {
        "submitted_on": submitted_on,
        "url": f"{SITE}/spip/area-{area}-tw-{_ROMAN[quarter - 1].lower()}.pdf",
        "risk_count": controls.risk_count,
        "rtp_planned_count": controls.planned_count,
        "rtp_done_count": controls.done_counts[quarter - 1],
    }
