"""Cells that hold something, but no value: errors of formulas and cells under a merged one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from zi_metrics.matching import folded

SERIAL_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  moments in a sheet have no zone
"""The day from which sheets count moments."""
LAST_SERIAL = 2_958_465
"""31 December 9999."""


def serial_of(day: date) -> int:
    """A day as sheets count it."""
    return (day - SERIAL_EPOCH.date()).days


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


# Excel's and Google's; #ERROR! is Google's, the last four are Excel's own
_ERRORS = frozenset(
    {
        *("#ref!", "#n/a", "#div/0!", "#name?", "#value!", "#num!", "#null!", "#error!"),
        *("#spill!", "#calc!", "#field!", "#blocked!"),
    }
)
_WAITING = frozenset({"loading...", "#getting_data", "#busy!"})
_LONGEST = 40  # spaces and invisible marks around the word included
_LINE_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_CONTROLS = {code: None for code in [*range(0x20), *range(0x7F, 0xA0)] if chr(code) not in "\t\n"}
# Overrides, embeddings and isolates: they would turn the words around a cell as well, and no
# Indonesian text needs them. Letters that run from right to left do so by themselves.
_DIRECTIONS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_HALVES = dict.fromkeys(range(0xD800, 0xE000), "?")
_LEGIBLE = _CONTROLS | _DIRECTIONS | _HALVES | dict.fromkeys(map(ord, _LINE_ENDS), "\n")


COVERED = Unusable(Why.COVERED, "(sel gabungan)")
"""A cell under a merged one, in a column whose value does not hold for the rows below."""


def legible(written: str) -> str:
    """A text as people mean it: no controls, nothing that turns direction, only usual line ends.

    A half of a character, which no file can hold, becomes a question mark.
    """
    if written.isprintable():
        return written
    return written.replace("\r\n", "\n").translate(_LEGIBLE)


def as_unusable(cell: object) -> Unusable | None:
    """A cell that holds no value, also where only its text was kept; None for any other."""
    if isinstance(cell, Unusable):
        return cell
    if not isinstance(cell, str):
        return None
    if cell == COVERED.shown:
        return COVERED
    if cell.startswith("="):
        return Unusable(Why.NOT_COMPUTED, cell)
    return unusable_text(cell)


def unusable_text(text: str) -> Unusable | None:
    """What a cell holds whose text says an error or that it is not ready; None for other text.

    An error pasted as text, or brought over by an export, is no more of a value than the error was.
    """
    shown = folded(text) if len(text) <= _LONGEST else ""
    if shown in _ERRORS:
        return Unusable(Why.ERROR, text)
    if shown in _WAITING:
        return Unusable(Why.NOT_COMPUTED, text)
    return None
