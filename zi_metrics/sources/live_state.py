"""What is known of a followed sheet at a moment, and when it may be asked again."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime

from zi_metrics.errors import ReaderError, SheetQuotaSpent, SheetRejected, SnapshotNotStored
from zi_metrics.tables.snapshot import Snapshot

LONGEST_PAUSE_SECONDS = 600
MOST_DOUBLINGS = 10
QUOTA_SECONDS = 60
LEAST_PAUSE_SECONDS = 5


@dataclass(frozen=True, eq=False)
class LiveState:
    """What is known of a sheet now.

    snapshot: the last good reading, None before the first. version: changes whenever that does.
    checked_at: when the sheet was last read with success; good_at: when it was last found to hold
    what the snapshot does. fault: why the newest try failed, None when it did not. held_back: a
    reading that lost too much, with `losses` as sentences. unsaved: why the last good reading could
    not be kept on disk. is_from_disk: whether the snapshot is what an earlier run of the program
    read.
    """

    snapshot: Snapshot | None = None
    version: int = 0
    checked_at: datetime | None = None
    good_at: datetime | None = None
    fault: ReaderError | None = None
    held_back: Snapshot | None = None
    losses: tuple[str, ...] = ()
    unsaved: SnapshotNotStored | None = None
    failures: int = 0
    is_from_disk: bool = False

    @property
    def is_current(self) -> bool:
        """Whether the snapshot is what the sheet held when it was last asked."""
        is_asked = self.checked_at is not None and not self.is_from_disk
        return is_asked and self.fault is None and self.held_back is None


def pauses(state: LiveState, interval: float) -> tuple[float, float]:
    """Seconds until the next reading: at least (when asked for), and at most.

    A sheet that lacks a column has answered: it is asked as ever, for somebody is mending it.
    """
    if state.fault is None or isinstance(state.fault, SheetRejected):
        return min(LEAST_PAUSE_SECONDS, interval), interval
    doublings = min(state.failures - 1, MOST_DOUBLINGS)
    longest = min(interval * 2**doublings, max(interval, LONGEST_PAUSE_SECONDS))
    # jitter, so that many dashboards do not come back at the same moment
    return _least_pause(state.fault), longest * random.uniform(1.0, 1.25)  # noqa: S311


def _least_pause(fault: ReaderError) -> float:
    asked = getattr(fault, "wait_seconds", None)
    if asked is not None:
        return min(float(asked), LONGEST_PAUSE_SECONDS)
    return QUOTA_SECONDS if isinstance(fault, SheetQuotaSpent) else LEAST_PAUSE_SECONDS
