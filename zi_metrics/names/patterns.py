"""What a name looks like in a folded text: its words, and what may stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from zi_metrics.labels.roles import DEGREES, HONORIFICS, WITHIN_NAMES
from zi_metrics.names.folded import LETTER, WORD, Folded, Span, words

SHORTEST_PART = 3
"""Letters of the shortest word of a longer name that is hidden on its own."""
_SHORTEST_WITH_SUFFIX = 4
_FILLER = "|".join(sorted(HONORIFICS | WITHIN_NAMES, key=lambda word: (-len(word), word)))
_BETWEEN = rf"(?:[\W_]*|[\W_]+(?:(?:{_FILLER}|{LETTER})[\W_]+){{1,2}})"
_SUFFIX = "(?:nya|lah|kah|pun)?"  # 'Budinya', 'Budilah'
_ADDRESSED = rf"(?<!{LETTER})(?:{_FILLER})[\W_]+"
_SHORT_GAP = re.compile(r"[\s.'\-]*")

Pattern = re.Pattern[str] | None


def is_name(written: Sequence[str]) -> bool:
    """Whether words can be looked for at all: a single letter is no name."""
    return any(len(word) > 1 for word in written)


def without_degrees(name: str) -> list[str]:
    """The words of a name without the degrees behind its first comma."""
    first, *others = name.split(",")
    return [
        *words(first),
        *(w for other in map(words, others) if not _degrees(other) for w in other),
    ]


def whole_names(names: Iterable[Sequence[str]]) -> Pattern:
    """Finds these names, from every place where one begins, the longest first."""
    wanted = {tuple(name) for name in names if is_name(name)}
    if not wanted:
        return None
    ordered = sorted(wanted, key=lambda name: (-len("".join(name)), name))
    return re.compile(rf"(?<!{LETTER})(?=({'|'.join(map(_name, ordered))}))")


def parts_of_names(parts: Iterable[str]) -> Pattern:
    """Finds single words of names; group 1 is a form of address before one, group 2 the word."""
    if not (wanted := sorted(set(parts), key=lambda word: (-len(word), word))):
        return None
    either = "|".join(map(_spelled, wanted))
    return re.compile(rf"({_ADDRESSED})?(?<!{LETTER})({either})(?!{LETTER})")


def found(pattern: Pattern, folded: Folded) -> Iterator[Span]:
    """Where whole names stand in the text as written."""
    for match in pattern.finditer(folded.text) if pattern else ():
        yield folded.span(*match.span(1))


def personal(folded: Folded, known: frozenset[str]) -> list[Span]:
    """Runs of words of a PIC that are no known ones.

    A run of single letters is left out: it is hidden already, or no name.
    """
    runs: list[list[tuple[str, int, int]]] = []
    for match in _without_degrees(folded.text):
        word, start, end = match[0], *match.span()
        if word in known:
            continue
        if runs and _SHORT_GAP.fullmatch(folded.text, runs[-1][-1][2], start):
            runs[-1].append((word, start, end))
        else:
            runs.append([(word, start, end)])
    named = [run for run in runs if is_name([word for word, _, _ in run])]
    return [folded.span(run[0][1], run[-1][2]) for run in named]


def _name(name: Sequence[str]) -> str:
    suffix = _SUFFIX if sum(map(len, name)) >= _SHORTEST_WITH_SUFFIX else ""
    return rf"{_BETWEEN.join(map(_spelled, name))}(?={suffix}(?!{LETTER}))"


def _spelled(word: str) -> str:
    """A word with an apostrophe allowed anywhere within: Nuraini is Nur'aini."""
    return "'?".join(map(re.escape, word))


def _without_degrees(text: str) -> Iterator[re.Match[str]]:
    """The words of a text but for those that stand among degrees only, behind a comma."""
    start = 0
    for chunk in text.split(","):
        found_here = [*WORD.finditer(text, start, start + len(chunk))]
        if not start or not _degrees([word[0] for word in found_here]):
            yield from found_here
        start += len(chunk) + 1


def _degrees(chunk: Sequence[str]) -> bool:
    return all(len(word) == 1 or word in DEGREES for word in chunk)
