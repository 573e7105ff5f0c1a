"""Text as it is matched, never as it is shown: what people type differs in ways nobody sees."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALIKE = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u2018\u2019", "'")
    | dict.fromkeys("\u201c\u201d", '"')
)

TICKS = "\u2713\u2714\u2705\u2611\u221a\U0001f5f8"
"""Marks that say yes."""


@lru_cache(maxsize=8192)  # a sheet says the same few words again and again
def folded(text: str) -> str:
    """NFKC; invisible characters dropped; dashes, quotes and white space unified; case folded."""
    if not text.isascii():
        alike = unicodedata.normalize("NFKC", text).translate(_ALIKE)
        text = "".join(mark for mark in alike if not _is_invisible(mark))
    return " ".join(text.split()).casefold()


@lru_cache(maxsize=8192)
def name_key(text: str) -> str:
    """A header's or tab's name as it is matched: letters and digits only, in lower case."""
    return re.sub(r"[\W_]+", "", folded(text))


def _is_invisible(mark: str) -> bool:
    """Zero-width and direction marks, and the selectors that turn a tick into an emoji."""
    return unicodedata.category(mark) == "Cf" or "\ufe00" <= mark <= "\ufe0f"
