"""A line of a worksheet with what it is and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from zi_metrics.sources.lke_workbook.lines import Line
from zi_metrics.sources.lke_workbook.texts import Near


class Kind(StrEnum):
    """What a line is."""

    HEADING = auto()
    QUESTION = auto()
    INPUT = auto()
    RESULT = auto()
    TOTAL = auto()
    UNKNOWN = auto()


@dataclass(frozen=True)
class Placed:
    """A line, what it is, and where it stands.

    sub_area: position of its sub-area, None outside of any. after: position of the last sub-area
    whose place was passed. letter: its own, or that of a heading between sub-area and question.
    key: of a sum, a part of Hasil or a heading, as `own_scores` names it. near: what its text may
    mean.
    """

    line: Line
    kind: Kind
    sub_area: int | None = None
    after: int = -1
    letter: str = ""
    key: str = ""
    near: tuple[Near, ...] = ()


@dataclass(frozen=True)
class Headed:
    """All lines, and the sub-areas whose heading stands in the sheet by its text."""

    lines: tuple[Placed, ...]
    found: frozenset[int]
