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
_MOST_KEPT = 2_048
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
    """The official texts, and which of them a text is most like."""

    def __init__(self, texts: Iterable[tuple[Named, str, float]]) -> None:
        """texts: each with how much an equal one is worth; less than 1 where it is not official."""
        self._texts = [(named, words(text), worth) for named, text, worth in texts]
        self._by_gram: Mapping[str, list[int]] = defaultdict(list)
        self._sizes: list[int] = []
        self._equal: Mapping[str, list[Near]] = defaultdict(list)
        for number, (named, text, worth) in enumerate(self._texts):
            self._equal[text].append(Near(named, worth))
            grams = _grams(text)
            self._sizes.append(len(grams))
            for gram in grams:
                self._by_gram[gram].append(number)
        self.compared = lru_cache(maxsize=_MOST_KEPT)(self._compared)

    def equal(self, key: str) -> tuple[Near, ...]:
        """What is said in exactly these words."""
        return tuple(self._equal.get(key, ()))

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


class Comparer:
    """Compares the texts of one workbook, and no more of them than so many.

    The time it takes grows with the size of the workbook, however that was made.
    """

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._seen: set[str] = set()

    def nearest(self, text: str) -> tuple[Near, ...]:
        """What a text may mean, the likeliest first; nothing where it resembles no official one."""
        key = words(text)
        if key not in self._seen and len(self._seen) >= MOST_COMPARED:
            return self._likeness.equal(key)
        self._seen.add(key)
        return self._likeness.compared(key) if key else ()


def _grams(text: str) -> set[str]:
    padded = f" {text} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}


def _ratio(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= LEAST else 0.0
