"""Which item of one snapshot is which of another: by ID, else by place, name and period.

Rows that are known by the same are told apart by what else they say, so that the order of rows does
not matter: those that say the same are one another's, the others are taken in the order of content.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from zi_metrics.metrics.change_entries import Entry
from zi_metrics.tables.titles import likeness, series_marks, word_bag

Pair = tuple[Entry | None, Entry | None]
"""An item before and after; None where it is not there."""
Key = Callable[[Entry], Hashable]
MOST_COMPARED = 60
"""How many left over of one place and period are compared by their words on either side; beyond it
a list was replaced rather than reworded, and the pairs would grow with the square."""
FEW_WORDS = 4

_BY_ID: tuple[Key, ...] = (
    lambda each: (each.identifier, each.content),
    lambda each: (each.identifier, each.place, each.name, each.span),
    lambda each: (each.identifier, each.place, each.name),
    lambda each: (each.identifier, each.place),
    lambda each: each.identifier,
)
_BY_NAME: tuple[Key, ...] = (
    lambda each: each.content,
    lambda each: (each.place, each.name, each.span),
)


def paired(before: Iterable[Entry], after: Iterable[Entry]) -> list[Pair]:
    """Every item of both sides, each exactly once."""
    left = _Left(before, after)
    left.match(_BY_ID, _has_id, _has_id)
    left.match(_BY_NAME, _lacks_id, _lacks_id)
    # an ID given since, or taken away, makes no other item of it
    left.match(_BY_NAME, _lacks_id, _has_id)
    left.match(_BY_NAME, _has_id, _lacks_id)
    left.match_words()
    gone, new = left.before.values(), left.after.values()
    return [*left.found, *((each, None) for each in gone), *((None, each) for each in new)]


def _has_id(entry: Entry) -> bool:
    return entry.identifier is not None


def _lacks_id(entry: Entry) -> bool:
    return entry.identifier is None


class _Left:
    """What was found, and of each side what has no counterpart yet, in the order of content."""

    def __init__(self, before: Iterable[Entry], after: Iterable[Entry]) -> None:
        self.found: list[Pair] = []
        self.before = dict(enumerate(sorted(before, key=_content)))
        self.after = dict(enumerate(sorted(after, key=_content)))

    def match(
        self,
        keys: Sequence[Key],
        of_before: Callable[[Entry], bool],
        of_after: Callable[[Entry], bool],
    ) -> None:
        """Pair those that share a key, the first key first."""
        for key in keys:
            waiting: dict[Hashable, deque[int]] = defaultdict(deque)
            for number, each in self.after.items():
                if of_after(each):
                    waiting[key(each)].append(number)
            for number, each in list(self.before.items()):
                if of_before(each) and (alike := waiting.get(key(each))):
                    self._pair(number, alike.popleft())

    def match_words(self) -> None:
        """Pair what was reworded: of one place, period and part of a series, and alike in words.

        Two IDs that differ name two items, however alike they are.
        """
        sides: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, entries in enumerate((self.before, self.after)):
            for number, each in entries.items():
                if each.name:
                    sides[each.place, each.span, series_marks(each.name)][side].append(number)
        for earlier, later in sides.values():
            if earlier and later and max(len(earlier), len(later)) <= MOST_COMPARED:
                for _, one, other in sorted(self._alike(earlier, later)):
                    if one in self.before and other in self.after:
                        self._pair(one, other)

    def _alike(self, earlier: list[int], later: list[int]) -> Iterator[tuple[int, int, int]]:
        """In how many words two differ, of those that are alike."""
        bags = {other: word_bag(self.after[other].name) for other in later}
        for one in earlier:
            before = self.before[one]
            is_alike, words = likeness(before.name), word_bag(before.name)
            for other, bag in bags.items():
                after = self.after[other]
                if _has_id(before) and _has_id(after):
                    continue
                if bag == words or (_share_words(words, bag) and is_alike(after.name)):
                    yield len({*words} ^ {*bag}), one, other

    def _pair(self, one: int, other: int) -> None:
        self.found.append((self.before.pop(one), self.after.pop(other)))


def _content(entry: Entry) -> tuple[str, ...]:
    return (entry.identifier or "", *entry.content)


def _share_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether it is worth comparing letters: longer names share half their words at the least."""
    fewest = min(len(one), len(other))
    return fewest < FEW_WORDS or 2 * len(set(one) & set(other)) >= fewest
