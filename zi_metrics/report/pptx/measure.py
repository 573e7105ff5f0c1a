"""How much room a text takes: no office program shrinks a text to its box when a file is opened.

Widths are those of Arial, a tenth wider than the Calibri the slides ask for, so that the texts
still fit where Calibri is replaced by something else. All lengths are in points.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, east_asian_width

LINE_HEIGHT = 1.22
"""Of the font size, from line to line."""

_GROUPS = {
    0.23: "ijl'|",
    0.28: " .,:;!I/[]tf\u00a0·",
    0.34: "r-()",
    0.40: '"*°',
    0.50: "ckvxyzsJ",
    0.56: "abdeghnopqu0123456789L?_–$#",
    0.62: "TFZ<>=+~−×",
    0.68: "ABEKPSVXY&",
    0.73: "CDHNRUw",
    0.78: "GOQ",
    0.84: "mM",
    0.90: "%",
    1.02: "W—…@",
}
_EMS = {character: ems for ems, characters in _GROUPS.items() for character in characters}
_OTHER, _WIDE = 0.75, 1.05
_BOLD = 1.07


@dataclass(frozen=True)
class Box:
    """A place on a slide, from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where what stands below may begin."""
        return self.top + self.height


def text_width(text: str, size: float, *, is_bold: bool = False) -> float:
    """The length of a text set in one line."""
    return _length(text) * size * (_BOLD if is_bold else 1)


def line_count(text: str, size: float, width: float, *, is_bold: bool = False) -> int:
    """Lines a text takes when it is broken at spaces, and inside words longer than a line."""
    return sum(_lines(part, size * (_BOLD if is_bold else 1), width) for part in text.split("\n"))


def text_height(text: str, size: float, width: float, *, is_bold: bool = False) -> float:
    """The height of a text broken to a width."""
    return line_count(text, size, width, is_bold=is_bold) * size * LINE_HEIGHT


def widest_word(text: str, size: float) -> float:
    """The least width that breaks no word."""
    return max((text_width(word, size) for word in text.split()), default=0)


@lru_cache(maxsize=4096)
def _length(text: str) -> float:
    """Of a text at size 1: the same words are measured at many sizes."""
    return sum(map(_ems, text))


def _ems(character: str) -> float:
    known = _EMS.get(character)
    if known is not None:
        return known
    if combining(character):
        return 0.0
    return _WIDE if east_asian_width(character) in "WF" else _OTHER


def _lines(text: str, size: float, width: float) -> int:
    lines, used, space = 1, 0.0, _EMS[" "] * size
    for word in text.split(" "):
        length = text_width(word, size)
        if used and used + space + length > width:
            lines, used = lines + 1, 0.0
        used += length + (space if used else 0)
        if used > width:
            extra = math.ceil(used / width) - 1
            lines, used = lines + extra, used - extra * width
    return lines
