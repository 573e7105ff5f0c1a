"""Faults of rows, and the few questions that the rules of several tables ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from itertools import compress, count
from typing import Any, NamedTuple

import pandas as pd

from zi_metrics.labels import problems as text
from zi_metrics.labels import sheet_problems as sheet_text
from zi_metrics.lke import Catalogue, Place
from zi_metrics.tables.book import Book
from zi_metrics.tables.cells import as_unusable
from zi_metrics.tables.links import LinkState
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.spec import TableSpec
from zi_metrics.tables.vocabularies import normalise

_WORD = re.compile(r"\w")
Cells = dict[str, list[Any]]
"""Column name -> its cells, None where one is missing; all columns are equally long."""


class Fault(NamedTuple):
    """One kind of fault: which rows have it, how bad it is, and its sentence.

    at: the column of the cell to mend; quotes: the cells handed to the sentence, in order.
    """

    wrong: Sequence[bool]
    severity: Severity
    sentence: Callable[..., text.Parts]
    at: str
    quotes: tuple[Sequence[Any], ...] = ()


class RowFault(NamedTuple):
    """A fault of one row, its sentence made; at: the column of the cell to mend."""

    severity: Severity
    at: str
    parts: text.Parts


def as_faults(told: Sequence[RowFault | None]) -> Iterator[Fault]:
    """Faults of single rows; told: one per row, None where nothing is wrong."""
    parts = [each and each.parts for each in told]
    kinds = [each and each[:2] for each in told]
    for kind in dict.fromkeys(filter(None, kinds)):
        severity, at = kind
        yield Fault([each == kind for each in kinds], severity, tuple, at, (parts,))


class Assessed(NamedTuple):
    """What rows are held against: the official list, and the assessed year where it is known."""

    catalogue: Catalogue
    year: int | None = None


class Ruled(NamedTuple):
    """Cells with the derived columns, what is wrong with them, and what is with the whole.

    faults: of the rows as they were handed in, which may be more than come out.
    """

    cells: Cells
    faults: Sequence[Fault]
    problems: Sequence[Problem] = ()


def report(
    origins: Sequence[str], spec: TableSpec, book: Book, faults: Iterable[Fault]
) -> Iterator[Problem]:
    """One problem for each fault of each row; origins: where each row was read."""
    for fault in faults:
        for row in compress(count(), fault.wrong):
            where = book.cell(origins[row], fault.at)
            parts = fault.sentence(*(cells[row] for cells in fault.quotes))
            yield Problem(fault.severity, spec.tab, where, *parts)


def pairs(one: Iterable[Any], other: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """The cells of two columns row by row."""
    return zip(one, other, strict=True)


def repeated(keys: Iterable[Hashable]) -> list[bool]:
    """For each key, whether it stood in an earlier row; None never repeats."""
    seen: set[Hashable] = set()
    again: list[bool] = []
    for key in keys:
        again.append(key is not None and key in seen)
        seen.add(key)
    return again


def keys_without_id(identifiers: list[str | None], *known_by: list[Any]) -> list[Hashable]:
    """What tells rows without an ID from each other: these cells, as they are matched.

    None where there is an ID, or where the first of the cells is missing.
    """
    return [
        None if identifier is not None or row[0] is None else tuple(map(normalise, row))
        for identifier, *row in zip(identifiers, *known_by, strict=True)
    ]


def missing(cells: list[Any]) -> list[bool]:
    """For each cell, whether it is missing."""
    return [cell is None for cell in cells]


def official_codes(codes: list[str | None], places: list[Place | None]) -> list[str | None]:
    """Codes as the official list writes them, where they have a place in it; others unchanged."""
    return [place.code if place else code for code, place in pairs(codes, places)]


def of_places(places: list[Place | None], name: str) -> list[Any]:
    """What the official list says of the indicators that rows name."""
    return [None if place is None else getattr(place, name) for place in places]


def is_reason(written: str | None) -> bool:
    """Whether a reason says anything; a dash does not."""
    return written is not None and _WORD.search(written) is not None


def unrecognised(cells: Cells, statuses: type[StrEnum]) -> Fault:
    """A word that is no status; an error or a covered cell was reported where it was read."""
    unknown = statuses["UNRECOGNISED"]
    known = [str(status) for status in statuses if status is not unknown]
    wrong = [
        state == unknown and as_unusable(status) is None
        for state, status in pairs(cells["state"], cells["status"])
    ]
    sentence = partial(text.status_unrecognised, known=known)
    return Fault(wrong, Severity.ERROR, sentence, "status", (cells["status"],))


def odd_links(cells: Cells) -> Iterator[Fault]:
    """An odd link never changes a figure, but it leads nowhere."""
    for odd, sentence in (
        (LinkState.REFUSED, sheet_text.link_refused),
        (LinkState.UNREADABLE, sheet_text.link_unreadable),
    ):
        wrong = [state == odd for state in cells["link_state"]]
        yield Fault(wrong, Severity.WARNING, sentence, "url", (cells["url"],))


def as_cells(column: pd.Series) -> list[str | None]:
    """The cells of a text column one by one; missing ones are None."""
    return [None if cell != cell else cell for cell in column.tolist()]
