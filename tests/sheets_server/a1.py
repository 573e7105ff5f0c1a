"""A1 notation and rectangles of cells; rows and columns count from 0, ends are exclusive."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]*)")
_CORNER = re.compile(r"\$?([A-Za-z]{1,3})?\$?([1-9][0-9]*)?")
_PLAIN_TITLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_R1C1 = re.compile(r"[Rr][0-9]*[Cc][0-9]*")


@dataclass(frozen=True, order=True)
class Area:
    """A rectangle of cells; None as an end means up to the end of the grid."""

    top: int = 0
    bottom: int | None = None
    left: int = 0
    right: int | None = None

    def within(self, rows: int, columns: int) -> Area:
        """The part of it that lies in a grid; empty if none does."""
        bottom = rows if self.bottom is None else min(self.bottom, rows)
        right = columns if self.right is None else min(self.right, columns)
        return Area(min(self.top, bottom), bottom, min(self.left, right), right)

    @property
    def rows(self) -> range:
        """Row indices; only of a bounded area."""
        return range(self.top, _bound(self.bottom))

    @property
    def columns(self) -> range:
        """Column indices; only of a bounded area."""
        return range(self.left, _bound(self.right))

    def __contains__(self, cell: tuple[int, int]) -> bool:
        row, column = cell
        return (
            self.top <= row
            and self.left <= column
            and (self.bottom is None or row < self.bottom)
            and (self.right is None or column < self.right)
        )

    def touches(self, other: Area) -> bool:
        """Whether two bounded areas share a cell."""
        return bool(
            range(max(self.top, other.top), min(_bound(self.bottom), _bound(other.bottom)))
            and range(max(self.left, other.left), min(_bound(self.right), _bound(other.right)))
        )

    @property
    def a1(self) -> str:
        """A bounded area in A1 notation: one cell alone, else both corners."""
        first = cell_name(self.top, self.left)
        last = cell_name(_bound(self.bottom) - 1, _bound(self.right) - 1)
        return first if first == last else f"{first}:{last}"


def _bound(end: int | None) -> int:
    if end is None:
        raise ValueError("an unbounded area has no last cell: cut it to a grid first")
    return end


def cell_name(row: int, column: int) -> str:
    """The name "A1" of (0, 0)."""
    return f"{column_name(column)}{row + 1}"


def column_name(column: int) -> str:
    """The letters of a column: "A" of 0, "AA" of 26."""
    letters = ""
    left = column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_index(name: str) -> tuple[int, int]:
    """(0, 0) of "A1"; anything but one cell's name is a ValueError."""
    match = _CELL.fullmatch(name)
    if not match:
        raise ValueError(f"{name!r} is not the name of a cell, as in F7")
    return int(match[2]) - 1, _column_index(match[1])


def area_of(reference: str) -> Area:
    """The area of "A1", "B2:A1" (any order), "A:A", "2:5" or "A2:B"; else a ValueError."""
    first, separator, second = reference.partition(":")
    if not separator:
        row, column = cell_index(first)
        return Area(row, row + 1, column, column + 1)
    one, other = _corner(first), _corner(second)
    top, bottom = _sorted_span(one[0], other[0])
    left, right = _sorted_span(one[1], other[1])
    return Area(top, bottom, left, right)


def _corner(text: str) -> tuple[int | None, int | None]:
    match = _CORNER.fullmatch(text)
    if not match or not text:
        raise ValueError(f"{text!r} is not a corner of a range")
    row = None if match[2] is None else int(match[2]) - 1
    return row, None if match[1] is None else _column_index(match[1])


def _sorted_span(one: int | None, other: int | None) -> tuple[int, int | None]:
    if one is None or other is None:
        return (one if one is not None else other) or 0, None
    return min(one, other), max(one, other) + 1


def _column_index(letters: str) -> int:
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def quoted_title(title: str) -> str:
    """A tab's title as it stands before the "!" of an answer."""
    looks_like_a_cell = _CELL.fullmatch(title) or _R1C1.fullmatch(title)
    if _PLAIN_TITLE.fullmatch(title) and not looks_like_a_cell:
        return title
    return "'" + title.replace("'", "''") + "'"


def split_range(text: str) -> tuple[str | None, str | None]:
    """Title and reference of "'My tab'!A1:B2"; either may be missing.

    A bare name that could be a cell is one; quoted, it is a tab.
    """
    if text.startswith("'"):
        match = re.fullmatch(r"'((?:[^']|'')*)'(?:!(.+))?", text)
        if not match:
            raise ValueError(f"{text!r} is not a range")
        return match[1].replace("''", "'"), match[2]
    title, separator, reference = text.rpartition("!")
    if separator:
        return title, reference
    try:
        area_of(text)
    except ValueError:
        return text, None
    return None, text
