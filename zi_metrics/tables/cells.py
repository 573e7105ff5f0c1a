"""Cells that hold something, but no value: errors of formulas and cells under a merged one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why no value can be read from a cell."""

    ERROR = "galat rumus"
    """A formula's error: #REF!, #N/A, #DIV/0! ..."""
    NOT_COMPUTED = "belum dihitung"
    """Loading..., or a formula stored without its result."""
    COVERED = "tertutup sel gabungan"
    """Below or beside the corner of a merged range."""


@dataclass(frozen=True, slots=True)
class Unusable:
    """The content of such a cell; `shown` is what a person sees in it."""

    why: Why
    shown: str

    def __str__(self) -> str:
        return self.shown
