"""What was aimed at: limits of medians, or of their ratios to a peer in the same run."""

from __future__ import annotations

from dataclasses import dataclass

from bench.apps import DASH, OURS
from bench.record import Measured


@dataclass(frozen=True)
class Goal:
    """A limit of one measurement; to: the peer whose median it is a multiple of, if it is one."""

    name: str
    limit: float
    to: str | None = None
    is_least: bool = False

    def found(self, measured: Measured) -> float | None:
        """What stands against the limit."""
        return measured.ratio(self.to) if self.to else measured.median(OURS)

    def is_met(self, found: float) -> bool:
        """Whether it is kept."""
        return found >= self.limit if self.is_least else found <= self.limit


GOALS = (
    Goal("first visit, loopback", 1.05, DASH),
    Goal("reload, loopback", 1.05, DASH),
    Goal("another date, loopback", 1.0, DASH),
    Goal("page switch, loopback", 0.85, DASH),
    Goal("first visit, 10 Mbit/s, 20 ms", 3000),
    Goal("answers per second, 50 viewers", 120, is_least=True),
    Goal("requests of a refresh", 1),
    Goal("cells to figures of all pages", 60),
    Goal("the whole pack, zipped", 1000),
)
