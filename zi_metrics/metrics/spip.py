"""Which quarterly SPIP reports came in, per area and quarter of a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import pandas as pd

from zi_metrics.lke import AREA_NUMBERS
from zi_metrics.metrics.ratio import Ratio
from zi_metrics.periods import quarter_end
from zi_metrics.tables.columns import UNIT_AREA

QUARTERS = (1, 2, 3, 4)


class SpipState(StrEnum):
    """State of one area's report for one quarter."""

    ON_TIME = "tepat waktu"
    LATE = "masuk terlambat"
    MISSING = "terlambat belum masuk"
    NOT_DUE = "belum jatuh tempo"
    NOT_REQUIRED = "tidak wajib"


@dataclass(frozen=True)
class SpipFigures:
    """Reports due so far, in, and in on time; RTP actions planned and done in what came in."""

    due_count: int
    submitted_count: int
    on_time_count: int
    rtp_planned_count: int
    rtp_done_count: int

    @property
    def submitted(self) -> Ratio:
        """Laporan masuk: submitted of due so far."""
        return Ratio(self.submitted_count, self.due_count)

    @property
    def on_time(self) -> Ratio:
        """Tepat waktu: on time of due so far."""
        return Ratio(self.on_time_count, self.due_count)

    @property
    def rtp(self) -> Ratio:
        """RTP progress: done of planned."""
        return Ratio(self.rtp_done_count, self.rtp_planned_count)


def spip_quarters(reports: pd.DataFrame, year: int, as_of: date, due_days: int) -> pd.DataFrame:
    """One row per area and quarter of `year`, for the areas that have any row in that year.

    Columns: area_no, year, quarter, due_on (quarter end + due_days), submitted_on (missing when not
    in by as_of), state, is_due (required, and past its due date or already in), is_submitted,
    is_on_time, days_late (missing unless late), is_shared (the unit's report), risk_count,
    rtp_planned_count, rtp_done_count, url, note, origin. A row for the whole unit stands in for
    every area without one of its own; of several rows for one quarter the earliest report counts.
    A quarter without a row is required.
    """
    of_year = reports[reports["is_counted"] & (reports["year"] == year)]
    chosen = _one_per_quarter(of_year)
    areas = (
        AREA_NUMBERS
        if UNIT_AREA in set(chosen["area_no"])
        else tuple(area for area in AREA_NUMBERS if area in set(chosen["area_no"]))
    )
    grid = pd.DataFrame(
        [(area, quarter) for area in areas for quarter in QUARTERS],
        columns=["area_no", "quarter"],
    ).astype("Int64")
    own = grid.merge(chosen, on=["area_no", "quarter"], how="left", validate="one_to_one")
    unit = chosen[chosen["area_no"] == UNIT_AREA].drop(columns="area_no")
    shared = grid.merge(unit, on="quarter", how="left", validate="many_to_one")
    has_own = own["origin"].notna()
    rows = own.where(has_own, shared[own.columns])
    is_shared = ~has_own & shared["origin"].notna()
    return _judged(rows.assign(year=year, is_shared=is_shared), as_of, due_days)


def _one_per_quarter(rows: pd.DataFrame) -> pd.DataFrame:
    """The earliest report of each area and quarter; not required only if every row says so."""
    keys = ["area_no", "quarter"]
    required = rows["required"].fillna(True).groupby([rows[key] for key in keys]).transform("any")
    # the further columns only settle which of two equal reports counts, whatever the order of rows
    order = ["submitted_on", "rtp_planned_count", "rtp_done_count", "risk_count", "url", "note"]
    first = rows.assign(required=required).sort_values(order, kind="stable")
    return first.drop_duplicates(keys, keep="first").drop(columns=["year", "is_counted"])


def _judged(rows: pd.DataFrame, as_of: date, due_days: int) -> pd.DataFrame:
    day = pd.Timestamp(as_of)
    ends = [
        quarter_end(year, quarter)
        for year, quarter in zip(rows["year"], rows["quarter"], strict=True)
    ]
    due_on = pd.Series(
        [end + timedelta(days=due_days) for end in ends], index=rows.index, dtype="datetime64[s]"
    )
    submitted_on = rows["submitted_on"].mask(rows["submitted_on"] > day)
    is_required = rows["required"].astype("boolean").fillna(True).astype(bool)
    is_in = submitted_on.notna() & is_required
    is_past = (due_on < day) & is_required
    in_time = is_in & (submitted_on <= due_on)
    state = pd.Series(str(SpipState.NOT_DUE), index=rows.index, dtype="str")
    state[is_past] = SpipState.MISSING
    state[is_in] = SpipState.LATE
    state[in_time] = SpipState.ON_TIME
    state[~is_required] = SpipState.NOT_REQUIRED
    late_by = (submitted_on.fillna(day) - due_on).dt.days.astype("Int64")
    return rows.drop(columns="required").assign(
        due_on=due_on,
        submitted_on=submitted_on,
        state=state,
        is_due=is_past | is_in,
        is_submitted=is_in,
        is_on_time=in_time,
        days_late=late_by.where(state.isin([SpipState.LATE, SpipState.MISSING])),
    )


def spip(rows: pd.DataFrame) -> SpipFigures:
    """Figures of a group; rows: of `spip_quarters`, possibly none.

    A report of the whole unit counts for every area it stands in for, its RTP once.
    """
    came_in = rows[rows["is_submitted"]]
    came_in = came_in[~(came_in["is_shared"] & came_in.duplicated(["is_shared", "quarter"]))]
    return SpipFigures(
        due_count=int(rows["is_due"].sum()),
        submitted_count=int(rows["is_submitted"].sum()),
        on_time_count=int(rows["is_on_time"].sum()),
        rtp_planned_count=int(came_in["rtp_planned_count"].sum()),
        rtp_done_count=int(came_in["rtp_done_count"].sum()),
    )


def spip_by_area(rows: pd.DataFrame) -> dict[int, SpipFigures]:
    """Figures of each area that has rows, in official order."""
    return {
        area_no: spip(rows[rows["area_no"] == area_no])
        for area_no in AREA_NUMBERS
        if (rows["area_no"] == area_no).any()
    }


def areas_left_out(rows: pd.DataFrame) -> list[int]:
    """Areas without any row in the year, which therefore are not counted."""
    return [area_no for area_no in AREA_NUMBERS if not (rows["area_no"] == area_no).any()]


def spip_years(reports: pd.DataFrame) -> list[int]:
    """Years with any report row, oldest first."""
    return sorted(int(year) for year in reports.loc[reports["is_counted"], "year"].unique())


def quarter_keys(rows: pd.DataFrame) -> pd.Series:
    """`2025-TW1` for each row with year and quarter."""
    return rows["year"].astype("str") + "-TW" + rows["quarter"].astype("str")
