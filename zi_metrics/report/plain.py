"""Text of cells as every file can hold it: nothing that steers a printer, a reader or a parser."""

from __future__ import annotations

import re
import unicodedata

# Marks, embeddings, overrides and isolates of direction, the byte order mark, and annotations.
# Letters that run from right to left stay: they run so by themselves.
_STEERING = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")
_LINE_END = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[^\\S\u00a0\u202f\n]+")
_FORMULA_STARTS = ("=", "+", "-", "\u2212", "@")
ELLIPSIS = "…"


def plain(text: str, *, keeps_lines: bool = False) -> str:
    """The text in one line, or line by line, without controls, half characters and direction marks.

    White space becomes single spaces; those that do not break stay. Lines that are kept are none of
    them empty. Anything else, HTML or Markdown say, is text like any other and stays.
    """
    lines = _LINE_END.sub("\n", _STEERING.sub("", text)).replace("\t", " ").split("\n")
    told = (_SPACES.sub(" ", "".join(filter(_is_text, line))).strip(" ") for line in lines)
    return ("\n" if keeps_lines else " ").join(filter(None, told))


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word where there is one, with an ellipsis."""
    if len(text) <= limit:
        return text
    end = limit - 1
    while end > 0 and _belongs_to_mark_before(text[end]):
        end -= 1
    cut = text[:end]
    at_word = cut if text[end] == " " else cut.rpartition(" ")[0]
    return f"{(at_word if len(at_word) > limit // 2 else cut).rstrip(' ,;:-')}{ELLIPSIS}"


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula; it takes full-width signs for the same.

    White space and invisible characters before the sign make no difference.
    """
    seen = (mark for mark in unicodedata.normalize("NFKC", text) if not _is_invisible(mark))
    return next(seen, "").startswith(_FORMULA_STARTS)


def _is_text(mark: str) -> bool:
    is_no_character = ord(mark) & 0xFFFE == 0xFFFE or "\ufdd0" <= mark <= "\ufdef"
    return not is_no_character and unicodedata.category(mark) not in {"Cc", "Cs"}


def _is_invisible(mark: str) -> bool:
    return mark.isspace() or unicodedata.category(mark) in {"Cc", "Cf"}


def _belongs_to_mark_before(mark: str) -> bool:
    """Whether a cut before it would tear a letter apart: accents, joiners, variants."""
    return unicodedata.category(mark) in {"Mn", "Me", "Mc"} or mark == "\u200d"
