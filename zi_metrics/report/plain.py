"""Text of cells as every file can hold it: nothing that steers a printer, a reader or a parser."""

from __future__ import annotations

import re
import unicodedata

_STEERING = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")


def plain(text: str) -> str:
    """The text in one line, without control characters, lone surrogates and direction marks."""
    kept = "".join(
        " " if mark in "\t\n\r" else mark
        for mark in _STEERING.sub("", text)
        if mark in "\t\n\r" or unicodedata.category(mark) not in {"Cc", "Cs", "Cn"}
    )
    return " ".join(kept.split())


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word where there is one, with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    at_word = cut.rpartition(" ")[0]
    return f"{(at_word if len(at_word) > limit // 2 else cut).rstrip(' ,;:-')}…"
