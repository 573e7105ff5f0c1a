"""How old what is shown is: one answer for every place that tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from zi_metrics.sources.resolve import Source
from zi_metrics.tables.snapshot import Snapshot


@dataclass(frozen=True)
class Freshness:
    """When a snapshot was read, and whether that still holds.

    read_at: when its source was last found to hold it. is_live: whether it is the newest state of a
    sheet that is followed. is_current: False only where it is that and the sheet, when it was last
    asked, did not answer or held something else. checked_at: when the sheet was last found to hold
    just this; missing for what is not live or not current.
    """

    read_at: datetime
    is_live: bool = False
    is_current: bool = True
    checked_at: datetime | None = None


def freshness(source: Source, snapshot: Snapshot) -> Freshness:
    """Of a snapshot that was read from this source."""
    read_at, state = snapshot.provenance.read_at, source.state
    if source.live is None or snapshot.as_of < source.dates[-1]:
        return Freshness(read_at)
    return Freshness(
        read_at=max(read_at, state.good_at or read_at),
        is_live=True,
        is_current=state.is_current,
        checked_at=state.checked_at if state.is_current else None,
    )
