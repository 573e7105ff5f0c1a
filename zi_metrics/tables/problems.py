"""What can be wrong with a cell, a row or a table, as its keeper needs to hear it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters, worst first."""

    ERROR = "galat"
    """Something does not count."""
    WARNING = "peringatan"
    """It counts, but is doubtful."""
    ADVICE = "saran"
    """Tidiness."""


SNAPSHOT_TAB = "Potret"
"""What problems of a whole snapshot are filed under, in the place of a tab."""


@dataclass(frozen=True)
class Problem:
    """One fault in what was read; every text is an Indonesian sentence or a part of one.

    tab: the table as people know it; where: cell, row or file; read: what stood there; why: what
    that means for the figures; remedy: what to do.
    """

    severity: Severity
    tab: str
    where: str
    read: str
    why: str
    remedy: str

    @property
    def sentence(self) -> str:
        """The whole problem as one line of text."""
        return f"{self.where}: {self.read} {self.why} {self.remedy}"
