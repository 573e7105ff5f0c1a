"""A percentage that never travels without its numerator and denominator."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """`numerator` of `denominator`, in counts or in LKE points."""

    numerator: float
    denominator: float

    @property
    def share(self) -> float | None:
        """The ratio, 0..1; missing when there is nothing to count."""
        return self.numerator / self.denominator if self.denominator else None


def change(now: Ratio, before: Ratio | None) -> float | None:
    """Difference of two shares; missing when either is."""
    if before is None or now.share is None or before.share is None:
        return None
    return now.share - before.share
