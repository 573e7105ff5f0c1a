"""What was true when, and what viewers were shown: every page that was drawn is judged."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from tests.soak.book import Told


@dataclass
class Ledger:
    """Every version of the sheet with its moment, and a count of every kind of page drawn.

    late: pages that showed a version replaced longer than `patience` seconds ago although nothing
    failed; looks: at the page of a real browser; oldest: the longest time that a page was behind
    the sheet, whatever failed.
    """

    patience: float
    written: list[tuple[float, Told]] = field(default_factory=list)
    drawn: int = 0
    looks: int = 0
    faults_told: int = 0
    wrong: list[str] = field(default_factory=list)
    blank: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    oldest: float = 0
    whole_since: float = field(default_factory=time.monotonic)
    is_failing: bool = False

    @property
    def newest(self) -> Told:
        """What the sheet tells now."""
        return self.written[-1][1]

    def wrote(self, told: Told) -> None:
        self.written.append((time.monotonic(), told))

    def fails(self) -> None:
        """From now on something is out of order, and pages may stay behind."""
        self.is_failing = True

    def works(self) -> None:
        self.is_failing, self.whole_since = False, time.monotonic()

    def saw(self, told: Told) -> None:
        """A page was drawn that tells these figures."""
        self.drawn += 1
        now = time.monotonic()
        behind = self._behind(told, now)
        if behind is None:
            self.wrong.append(f"{told} was never in the sheet")
            return
        self.oldest = max(self.oldest, behind)
        quiet = 0.0 if self.is_failing else now - self.whole_since
        if min(behind, quiet) > self.patience:
            self.late.append(f"{told} after {behind:.1f} s")

    def _behind(self, told: Told, now: float) -> float | None:
        """For how long the sheet has told something else; None if it never told this."""
        until = now
        for moment, each in reversed(self.written):
            if each == told:
                return now - until
            until = moment
        return None

    def saw_kept(self, told: Told, kept: Told) -> None:
        """A page was drawn of a snapshot that holds these figures for good."""
        self.drawn += 1
        if told != kept:
            self.wrong.append(f"{told} in place of the {kept} that were locked")
