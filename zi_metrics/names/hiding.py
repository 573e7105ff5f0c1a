"""Whom to hide, and how a text, a PIC or a table looks then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import unquote

import pandas as pd

from zi_metrics.labels.roles import DEGREES, HONORIFICS, ROLE_WORDS, WITHIN_NAMES, namesake
from zi_metrics.names.folded import Folded, Span, with_initials, words
from zi_metrics.names.patterns import (
    SHORTEST_PART,
    Pattern,
    found,
    is_name,
    parts_of_names,
    personal,
    whole_names,
    without_degrees,
)

_KEPT = """
url tautan kind state link_state aspect question question_no answer_type sub_area sub_area_no
"""
KEPT_COLUMNS = frozenset(_KEPT.split())
"""Columns of text that hold only official words, or (addresses) lead nowhere once changed."""
_TEXTS_KEPT = 8192


@dataclass(frozen=True)
class Names:
    """Whom to hide, and which words are none of a name; texts without names stay as they are.

    listed: names as written down to be hidden; people: names found in PICs; known: words of the
    official list that a PIC may hold. is_hiding: whether anything is hidden at all. labels: what
    PICs that are told apart are shown as.
    """

    listed: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    is_hiding: bool = True
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)

    def hide(self, text: str) -> str:
        """A title or note with initials for names: 'Log Budi Santoso' is 'Log B.S.'.

        Names of several words are found in part too, when a part is capitalised or addressed.
        """
        return self._hide(text) if self.is_hiding else text

    def pic(self, text: str) -> str:
        """A PIC with its roles, and an initial for every other word: 'Kabag M.H.'."""
        if not self.is_hiding:
            return text
        return self.labels.get(text) or self._hide_in_pic(text)

    def apart(self, pics: Iterable[str]) -> Names:
        """The same, showing no two of these PICs alike: 'B.S.' and 'B.S. (2)', in their order."""
        shown: dict[str, str] = {}
        taken: set[str] = set()
        numbers: dict[str, int] = {}
        for pic in dict.fromkeys(pics):
            label = told = self._hide_in_pic(pic)
            while told in taken:
                numbers[label] = numbers.get(label, 1) + 1
                told = namesake(label, numbers[label])
            taken.add(told)
            shown[pic] = told
        return replace(self, labels=shown)

    def is_named_in(self, text: str) -> bool:
        """Whether a text that initials would spoil, such as an address, holds a name."""
        return self.is_hiding and bool(self._spans(unquote(text)))

    def in_rows(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The same rows with names hidden in PICs and in all free text; missing stays missing."""
        if not self.is_hiding:
            return rows
        told = {
            str(name): _told(rows[name], self._said_in(str(name).casefold()))
            for name, kind in rows.dtypes.items()
            if kind.kind not in "biufcmM" and str(name).casefold() not in KEPT_COLUMNS
        }
        return rows.assign(**{name: column for name, column in told.items() if column is not None})

    def _said_in(self, column: str) -> Callable[[str], str]:
        return self.pic if column.startswith("pic") else self.hide

    @cached_property
    def _hide(self) -> Callable[[str], str]:
        return lru_cache(maxsize=_TEXTS_KEPT)(self._hidden)

    @cached_property
    def _hide_in_pic(self) -> Callable[[str], str]:
        return lru_cache(maxsize=_TEXTS_KEPT)(self._hidden_in_pic)

    def _hidden(self, text: str) -> str:
        """Repeated, for an initial may complete another name; every round leaves fewer letters."""
        while (after := with_initials(text, self._spans(text))) != text:
            text = after
        return text

    def _hidden_in_pic(self, text: str) -> str:
        folded = Folded(text)
        known = self.known | ROLE_WORDS | HONORIFICS
        return with_initials(text, [*personal(folded, known), *found(self._bare, folded)])

    def _spans(self, text: str) -> list[Span]:
        if self._whole is None:
            return []
        folded = Folded(text)
        return [*found(self._whole, folded), *self._partly(folded)]

    @cached_property
    def _whole(self) -> Pattern:
        """Finds names as listed, with the role they are listed with, and without it."""
        written = [words(name) for name in (*self.listed, *self.people)]
        return whole_names([*written, *map(without_degrees, self.listed), *self._without_roles])

    @cached_property
    def _bare(self) -> Pattern:
        """Finds listed names in a PIC, where the role before them stays."""
        return whole_names(self._without_roles)

    @cached_property
    def _without_roles(self) -> list[list[str]]:
        return [_from_first_name(without_degrees(name), self._no_names) for name in self.listed]

    @cached_property
    def _parts(self) -> Pattern:
        """Finds single words of names; what may be an ordinary word is left out."""
        every = (word for name in (*self.listed, *self.people) for word in without_degrees(name))
        return parts_of_names(
            word for word in every if len(word) >= SHORTEST_PART and word not in self._no_names
        )

    @cached_property
    def _no_names(self) -> frozenset[str]:
        return self.known | ROLE_WORDS | HONORIFICS | DEGREES | WITHIN_NAMES

    def _partly(self, folded: Folded) -> Iterator[Span]:
        """Parts of names, unless in lower case without a form of address: 'budi pekerti' stays."""
        for match in self._parts.finditer(folded.text) if self._parts else ():
            start, end = folded.span(*match.span(2))
            if match[1] or not folded.written[start].islower():
                yield start, end


SHOW_ALL = Names(is_hiding=False)
"""Hides nothing."""


def names_of(
    hidden_names: Iterable[str], pics: Iterable[str | None], official_words: Iterable[str]
) -> Names:
    """Whom to hide: the names listed, and whatever in a PIC is no role and no official word.

    pics: as written, missing ones among them; official_words: names of areas and sub-areas.
    """
    official = frozenset(word for said in official_words for word in words(said))
    known = official | ROLE_WORDS | HONORIFICS
    people = {
        pic[start:end]: None
        for pic in dict.fromkeys(pic for pic in pics if isinstance(pic, str))
        for start, end in personal(Folded(pic), known)
    }
    listed = dict.fromkeys(name for name in hidden_names if is_name(words(name)))
    return Names(tuple(listed), tuple(people), official)


def _from_first_name(written: list[str], no_names: frozenset[str]) -> list[str]:
    """The words of a name from the first that is no role; all of them where every one is."""
    first = next((i for i, word in enumerate(written) if word not in no_names), 0)
    return written[first:]


def _told(column: pd.Series, said: Callable[[str], str]) -> pd.Series | None:
    """The column with its texts changed, of the same type; None where nothing changes."""
    cells: list[Any] = column.tolist()
    changed = {
        place: after
        for place, cell in enumerate(cells)
        if isinstance(cell, str) and (after := said(cell)) != cell
    }
    if not changed:
        return None
    told = [changed.get(place, cell) for place, cell in enumerate(cells)]
    return pd.Series(told, index=column.index, dtype=column.dtype)
