"""Meetings for tests: of the sources that ship, and of small units."""

from __future__ import annotations

from functools import lru_cache

from zi_metrics.cli.reading import meeting_of
from zi_metrics.metrics.trend import trend_point
from zi_metrics.report.meeting import Meeting, meeting
from zi_metrics.sources.resolve import open_source
from zi_metrics.tables.snapshot import Snapshot


@lru_cache
def shipped(name: str, *, shows_names: bool = False) -> Meeting:
    """The newest snapshot of `contoh` or `situs`, with all that led up to it."""
    source = open_source(name)
    return meeting_of(source, source.newest(), shows_names=shows_names)


def small(
    snapshot: Snapshot, earlier: Snapshot | None = None, *, shows_names: bool = False
) -> Meeting:
    """A meeting of one snapshot, and the one it is compared with."""
    course = [trend_point(each) for each in (earlier, snapshot) if each is not None]
    return meeting(snapshot, earlier, course, shows_names=shows_names)
