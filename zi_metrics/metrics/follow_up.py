"""What monev asked for, and what had become of it on the as-of date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from zi_metrics.metrics.ratio import Ratio
from zi_metrics.periods import Period, parse_period
from zi_metrics.tables.derived import WORDING
from zi_metrics.tables.vocabularies import FollowUpStatus, normalise


@dataclass(frozen=True)
class FollowUp:
    """Figures of a group of recommendations; `required_count` leaves out what cannot be done."""

    required_count: int
    done_count: int
    overdue_count: int
    repeated_count: int
    dropped_count: int
    unrecognised_count: int

    @property
    def ratio(self) -> Ratio:
        """Tindak lanjut: done of all but what cannot be followed up."""
        return Ratio(self.done_count, self.required_count)


def follow_ups(recommendations: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """One row per recommendation raised by `as_of` (or at an unknown date), as it stood then.

    What was closed later is still open, as `Dalam proses`. Adds is_required, is_done, is_overdue
    (not done and due before as_of), age_days (from raised_on to closed_on or as_of; missing without
    a date to count from or to), days_late (overdue rows only) and is_repeated (the same area and
    normalised recommendation in an earlier period).
    """
    day = pd.Timestamp(as_of)
    known = recommendations[~(recommendations["raised_on"] > day)]
    is_closed = known["state"].isin([FollowUpStatus.DONE, FollowUpStatus.IMPOSSIBLE])
    closes_later = is_closed & (known["closed_on"] > day)
    reopened = known.assign(
        state=known["state"].mask(closes_later, str(FollowUpStatus.IN_PROGRESS)),
        closed_on=known["closed_on"].mask(known["closed_on"] > day),
        is_dropped=known["is_dropped"] & ~closes_later,
    )
    is_done = reopened["state"] == FollowUpStatus.DONE
    settled = is_done | reopened["is_dropped"]
    is_overdue = ~settled & (reopened["due_on"] < day)
    until = reopened["closed_on"].where(settled, day)
    age = (until - reopened["raised_on"]).dt.days.astype("Int64")
    return reopened.assign(
        is_required=~reopened["is_dropped"],
        is_done=is_done,
        is_overdue=is_overdue,
        age_days=age.where(age >= 0),
        days_late=(day - reopened["due_on"]).dt.days.astype("Int64").where(is_overdue),
        is_repeated=_repeated(reopened),
    )


def _repeated(rows: pd.DataFrame) -> pd.Series:
    def last_day(written: object) -> date | None:
        period: Period | None = None if pd.isna(written) else parse_period(str(written), monev=True)  # type: ignore[call-overload]
        return period.ends_on if period else None

    ends = pd.to_datetime(rows["period"].map(last_day, na_action=None).astype(object))
    if WORDING in rows:  # what they say is withheld, but not which of them say the same
        wording = rows[WORDING]
    else:
        wording = rows["recommendation"].map(normalise, na_action=None)
    keys = [rows["area_no"].fillna(0), wording]
    is_told = rows["recommendation"].notna()
    return is_told & (ends > ends.groupby(keys).transform("min"))


def follow_up(rows: pd.DataFrame) -> FollowUp:
    """Figures of a group; rows: of `follow_ups`, possibly none."""
    return FollowUp(
        required_count=int(rows["is_required"].sum()),
        done_count=int(rows["is_done"].sum()),
        overdue_count=int(rows["is_overdue"].sum()),
        repeated_count=int(rows["is_repeated"].sum()),
        dropped_count=int(rows["is_dropped"].sum()),
        unrecognised_count=int((rows["state"] == FollowUpStatus.UNRECOGNISED).sum()),
    )


AGE_BANDS = ((0, 30), (31, 60), (61, 90), (91, 180), (181, None))
"""Ages of open recommendations in days, both ends included; the last has no upper end."""


def open_by_age(rows: pd.DataFrame) -> dict[tuple[int, int | None], int]:
    """Number of open recommendations in each age band; those of unknown age are in none."""
    ages = rows.loc[rows["is_required"] & ~rows["is_done"], "age_days"].dropna()
    return {
        (low, high): int(ages.between(low, high if high is not None else ages.max()).sum())
        if len(ages)
        else 0
        for low, high in AGE_BANDS
    }


def most_urgent_first(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of `follow_ups`: overdue ones, then other open ones by due date, then the settled."""
    settled = rows["is_done"] | rows["is_dropped"]
    order = rows.assign(_settled=settled, _later=~rows["is_overdue"])
    ordered = order.sort_values(["_settled", "_later", "due_on"], kind="stable")
    return ordered.drop(columns=["_settled", "_later"])


def follow_up_states(rows: pd.DataFrame) -> dict[str, int]:
    """Number of recommendations in each status, in the order of the statuses."""
    counted = rows["state"].value_counts()
    return {str(status): int(counted.get(status, 0)) for status in FollowUpStatus}


def periods(rows: pd.DataFrame) -> list[str]:
    """The periods written, in calendar order; those without a year come first."""

    def order(written: str) -> tuple[date, str]:
        period = parse_period(written, monev=True)
        return ((period.ends_on if period else None) or date.min, written)

    return sorted(rows["period"].dropna().unique(), key=order)
