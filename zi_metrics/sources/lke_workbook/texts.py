"""How alike two texts are: typos, doubled words, spaces, line breaks and punctuation left aside."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from zi_metrics.matching import folded

LONGEST = 600
"""Characters of a text that are compared; the longest official one has about 500."""
MOST_COMPARED = 1_000
"""Different texts that are compared (a worksheet has 250); further ones must be equal."""
LEAST = 0.6
"""Texts less alike than this have nothing to do with each other."""
_SHORTLIST = 5
_WORD = re.compile(r"\w+")
_WEIGHT = re.compile(r"\(\s*\d{1,3}(?:[.,]\d{1,2})?\s*%?\s*\)")


class Named(NamedTuple):
    """Something that an official text names: a question, a sub-area, an area."""

    kind: str
    name: str


class Near(NamedTuple):
    """What a text may mean, and how alike it is (0..1)."""

    named: Named
    similarity: float


@lru_cache(maxsize=4096)  # of a row several things are asked
def words(text: str) -> str:
    """The words of a text in lower case, one space between them, none of them twice in a row.

    A weight in brackets after a heading is left out.
    """
    found = _WORD.findall(_WEIGHT.sub(" ", folded(text[: 2 * LONGEST])))
    kept = [word for word, before in zip(found, [None, *found], strict=False) if word != before]
    return " ".join(kept)[:LONGEST]


class Likeness:
    """The official texts, and which of them a text is most like.

    Keeps what it has compared, and compares no more than so many texts: time grows with the size
    of a workbook, however it was made.
    """

    def __init__(self, texts: Iterable[tuple[Named, str, float]]) -> None:
        """texts: each with how much an equal one is worth; less than 1 where it is not official."""
        self._texts = [(named, words(text), worth) for named, text, worth in texts]
        self._by_gram: Mapping[str, list[int]] = defaultdict(list)
        self._sizes: list[int] = []
        self._equal: Mapping[str, list[Named]] = defaultdict(list)
        for number, (named, text, _) in enumerate(self._texts):
            self._equal[text].append(named)
            grams = _grams(text)
            self._sizes.append(len(grams))
            for gram in grams:
                self._by_gram[gram].append(number)
        self._known: dict[str, tuple[Near, ...]] = {}

    def nearest(self, text: str) -> tuple[Near, ...]:
        """What a text may mean, the likeliest first; nothing where it resembles no official one."""
        key = words(text)
        if not key:
            return ()
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= MOST_COMPARED:
                return tuple(Near(named, 1.0) for named in self._equal.get(key, ()))
            known = self._known[key] = self._compared(key)
        return known

    def _compared(self, key: str) -> tuple[Near, ...]:
        grams = _grams(key)
        shared = Counter(number for gram in grams for number in self._by_gram.get(gram, ()))
        alike = {
            number: 2 * count / (self._sizes[number] + len(grams))
            for number, count in shared.items()
        }
        best: dict[Named, float] = {}
        for number in sorted(alike, key=lambda each: (-alike[each], each))[:_SHORTLIST]:
            if alike[number] < LEAST / 2:
                break
            named, text, worth = self._texts[number]
            similarity = worth * _ratio(key, text)
            if similarity >= LEAST:
                best[named] = max(similarity, best.get(named, 0.0))
        return tuple(Near(*each) for each in sorted(best.items(), key=lambda each: -each[1]))


def _grams(text: str) -> set[str]:
    padded = f" {text} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}


def _ratio(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= LEAST else 0.0
