"""What charts draw, as plain values: charts on screen, slides and files draw the same ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from zi_metrics.metrics.projection import Estimate


@dataclass(frozen=True)
class StateBar:
    """One bar: group name, number of items per state, and the text written at its end."""

    name: str
    counts: Mapping[str, int]
    summary: str

    @property
    def total(self) -> int:
        """Number of items in the bar."""
        return sum(self.counts.values())


def present_states(bars: Sequence[StateBar], states: Sequence[str]) -> tuple[str, ...]:
    """The states that occur in any bar, in their order."""
    return tuple(state for state in states if any(bar.counts.get(state) for bar in bars))


@dataclass(frozen=True)
class DatedShare:
    """A share (0..1, or missing) on a date, with the text that carries its counts."""

    as_of: date
    share: float | None
    counted: str


@dataclass(frozen=True)
class Aim:
    """Where a course is to lead, and where it may: a target share by a date, and the estimate."""

    target: float | None = None
    target_on: date | None = None
    estimate: Estimate | None = None
