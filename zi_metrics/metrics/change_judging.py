"""What became of one item, and by which of it the change is told."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from zi_metrics.metrics.change_entries import Entry
from zi_metrics.metrics.change_kinds import ChangeKind, ItemKind

_CLOSED = frozenset({ItemKind.RECOMMENDATION, ItemKind.SPIP_REPORT})
_STEPS = frozenset(
    {ChangeKind.NEWLY_COMPLETE, ChangeKind.NEWLY_CLOSED, ChangeKind.ADVANCED, ChangeKind.REGRESSED}
)
"""Kinds that tell of a changed status more than that it changed."""
_MOVING_COUNTS = (
    ChangeKind.ADDED,
    ChangeKind.REMOVED,
    ChangeKind.NEWLY_COMPLETE,
    ChangeKind.REGRESSED,
    ChangeKind.NEWLY_CLOSED,
    ChangeKind.ADVANCED,
    ChangeKind.RESTATED,
)
_UNKNOWN = (None, "")


def kinds_of(item: ItemKind, before: Entry | None, after: Entry | None) -> tuple[ChangeKind, ...]:
    """All that became of it, in the order they are told; none when nothing did.

    What was added may be complete, closed or late by that as well; of what was removed no more is
    told.
    """
    if after is None:
        return (ChangeKind.REMOVED,)
    found = {*_reached(item, before, after)}
    if before is None:
        found.add(ChangeKind.ADDED)
    else:
        found |= {*_differing(before, after), *_stepped(found, before, after)}
        if _is_restated(found, item, before, after):
            found.add(ChangeKind.RESTATED)
    return tuple(kind for kind in ChangeKind if kind in found)


def primary(kinds: tuple[ChangeKind, ...], before: Entry | None, after: Entry | None) -> ChangeKind:
    """The kind a change is told by: what moved its counts, else the first that holds."""
    there = (ChangeKind.ADDED, ChangeKind.REMOVED)
    is_counted = before is None or after is None or before.counts != after.counts
    order = _MOVING_COUNTS if is_counted else there
    return next((kind for kind in order if kind in kinds), kinds[0])


def _reached(item: ItemKind, before: Entry | None, after: Entry) -> Iterator[ChangeKind]:
    if after.is_done and not (before and before.is_done):
        yield ChangeKind.NEWLY_CLOSED if item in _CLOSED else ChangeKind.NEWLY_COMPLETE
    if after.is_late and not (before and before.is_late):
        yield ChangeKind.NEWLY_LATE


def _stepped(found: set[ChangeKind], before: Entry, after: Entry) -> Iterator[ChangeKind]:
    """Whether it went forward or back; only of what is required on both sides."""
    if not (before.is_required and after.is_required):
        return
    steps = [now - then for then, now in zip(before.levels, after.levels, strict=True)]
    if before.is_done > after.is_done or min(steps) < 0:
        yield ChangeKind.REGRESSED
    elif max(steps) > 0 and not found & _STEPS:
        yield ChangeKind.ADVANCED


def _differing(before: Entry, after: Entry) -> Iterator[ChangeKind]:
    if before.name != after.name:
        yield ChangeKind.REWORDED
    is_elsewhere = before.area_no != after.area_no
    if is_elsewhere or _differ(before.code, after.code) or _differ(before.span, after.span):
        yield ChangeKind.MOVED


def _differ(before: Hashable, after: Hashable) -> bool:
    """Whether both are known and not the same; what was only filled in has not moved."""
    return before not in _UNKNOWN and after not in _UNKNOWN and before != after


def _is_restated(found: set[ChangeKind], item: ItemKind, before: Entry, after: Entry) -> bool:
    """A report that was not due and is late now has said all with that."""
    told = _STEPS | ({ChangeKind.NEWLY_LATE} if item is ItemKind.SPIP_REPORT else set())
    is_other = before.state != after.state or before.counts != after.counts
    return is_other and not found & told
