"""Letters that the fonts of the print have, and words that are wider than their column."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

COVERED: tuple[tuple[int, int], ...] = (
    (0x20, 0x7E),  # Latin, with its signs
    (0xA0, 0x34E),
    (0x370, 0x377),  # Greek
    (0x37A, 0x37F),
    (0x384, 0x38A),
    (0x38E, 0x3A1),
    (0x3A3, 0x4FF),  # and Cyrillic
    (0x531, 0x556),  # Armenian
    (0x561, 0x587),
    (0x5D0, 0x5EA),  # Hebrew
    (0x60C, 0x60C),  # Arabic
    (0x61B, 0x61B),
    (0x61F, 0x61F),
    (0x621, 0x63A),
    (0x640, 0x655),
    (0x660, 0x66D),
    (0x6F0, 0x6F9),
    (0x900, 0x97F),  # Devanagari
    (0x1E00, 0x1EFF),  # Latin of other languages
    (0x2000, 0x200D),  # spaces and joiners
    (0x2010, 0x2027),  # dashes, quotation marks
    (0x202F, 0x2040),
    (0x2070, 0x2071),
    (0x2074, 0x208E),
    (0x20A0, 0x20C0),  # currencies
    (0x2100, 0x211E),
    (0x2126, 0x2151),
    (0x2153, 0x2184),
    (0x2190, 0x23FF),  # arrows, mathematics
    (0x2460, 0x2606),  # boxes, geometric shapes
    (0x2609, 0x262F),
    (0x2638, 0x268B),
    (0x2701, 0x2704),  # ticks and crosses
    (0x2706, 0x2709),
    (0x270C, 0x2714),
    (0x2717, 0x2726),
    (0x27B1, 0x27FF),
    (0xFB00, 0xFB06),
    (0xFE76, 0xFEFC),  # Arabic as it is joined
)
"""First and last character of what the fonts certainly have, in order."""
_STARTS = [first for first, _ in COVERED]
_UNSEEN = {0xAD, 0x2060, *range(0xFE00, 0xFE10)}
"""Characters that draw nothing, and that no font needs."""

EM_MM = 8 * 25.4 / 72
"""The size of the letters in lists, which their widths are measured against."""
_THIN, _USUAL, _CAPITAL, _WIDE, _WIDEST = 0.40, 0.61, 0.72, 0.93, 1.05
"""Upper bounds of the widths of letters, of their size."""
_THIN_MARKS, _WIDE_MARKS = frozenset("'ij,.lI!:;|[]f(){}tr/-"), frozenset("mwMW%@½Ææ…—")
_EVERY = 4


def drawn(text: str) -> str:
    """The text with every character that no font has written as its code: 'U+1F600' in brackets."""
    if text.isascii():
        return text
    return "".join(mark if _has(mark) else f"[U+{ord(mark):04X}]" for mark in _seen(text))


def _seen(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(mark for mark in composed if ord(mark) not in _UNSEEN)


def _has(mark: str) -> bool:
    place = bisect_right(_STARTS, ord(mark)) - 1
    return place >= 0 and ord(mark) <= COVERED[place][1]


def pieces(text: str, width_mm: float) -> str | list[str]:
    """The text, or its pieces where a word is wider than its column: between them it may break."""
    least = int(width_mm / (EM_MM * _WIDEST))
    if len(text) <= least:
        return text
    parts, whole = [], ""
    for part in re.split(rf"(\S{{{least + 1},}})", text):
        if " " not in part and _width(part) > width_mm:
            parts += [whole, *(part[at : at + _EVERY] for at in range(0, len(part), _EVERY))]
            whole = ""
        else:
            whole += part
    return [part for part in (*parts, whole) if part] if parts else text


def _width(word: str) -> float:
    """At most so many mm, in the letters of lists."""
    return EM_MM * sum(map(_width_of, word))


def _width_of(mark: str) -> float:
    if mark in _THIN_MARKS:
        return _THIN
    if mark in _WIDE_MARKS:
        return _WIDE
    if ord(mark) >= 0x250:
        return _WIDEST
    return _USUAL if mark.isascii() and not mark.isupper() else _CAPITAL
