"""A text as names are looked for in it: how it is written must not hide a name from us."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

LETTER = r"[^\W\d_]"
WORD = re.compile(rf"{LETTER}+")
Span = tuple[int, int]
"""Where a stretch begins and ends."""
_INITIALED = re.compile(rf"{LETTER}(?:{LETTER}|'(?={LETTER}))*")
_APOSTROPHES = dict.fromkeys(map(ord, "\u2019\u2018\u02bc\u02bb\u02b9`\u00b4"), "'")
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")  # letters by their category, yet not seen
_UNSEEN = frozenset({"Cf", "Cc", "Mn"})


class Folded:
    """A text in plain lower-case letters, and where each of its characters was written.

    Compatibility forms (full width, bold) become plain letters; accents and what nobody sees go.
    """

    def __init__(self, written: str) -> None:
        self.written = written
        self._places: list[int] | None = None
        if written.isascii() and written.isprintable():
            self.text = written.lower().replace("`", "'")
            return
        marks = [(mark, place) for place, each in enumerate(written) for mark in _folded(each)]
        self.text = "".join(mark for mark, _ in marks)
        self._places = [place for _, place in marks]

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the folded text was written; it holds at least one character."""
        if self._places is None:
            return start, end
        first, after = self._places[start], self._places[end - 1] + 1
        while after < len(self.written) and unicodedata.category(self.written[after]) == "Mn":
            after += 1
        return first, after

    def words(self) -> Iterator[tuple[str, int, int]]:
        """Each word of letters with its place in the folded text."""
        for match in WORD.finditer(self.text):
            yield match[0], match.start(), match.end()


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return [word for word, _, _ in Folded(text).words()]


@lru_cache(maxsize=4096)
def _folded(mark: str) -> str:
    return "".join(filter(_is_seen, unicodedata.normalize("NFKD", _plain(mark).casefold())))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).translate(_APOSTROPHES)


def _is_seen(mark: str) -> bool:
    hidden = unicodedata.category(mark) in _UNSEEN or mark in _BLANK
    return mark.isspace() or not hidden


def with_initials(text: str, spans: Iterable[Span]) -> str:
    """The text with each span, overlapping ones together, replaced by the initials of its words."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    for start, end in reversed(joined):
        text = text[:start] + _initials(text[start:end]) + text[end:].removeprefix(".")
    return text


def _initials(name: str) -> str:
    seen = "".join(filter(_is_seen, unicodedata.normalize("NFKC", _plain(name))))
    return "".join(f"{word[0].upper()[0]}." for word in _INITIALED.findall(seen))
