"""Advice about documents that are read fine: links used twice, names that say nothing, and so on.

None of it changes a figure, so all of it is *saran*. It is looked for only where somebody asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

import pandas as pd

from zi_metrics.labels import tidiness as text
from zi_metrics.labels.problems import Parts
from zi_metrics.periods import parse_period
from zi_metrics.tables.book import Book
from zi_metrics.tables.columns import EVIDENCE
from zi_metrics.tables.faults import as_cells
from zi_metrics.tables.links import LinkState, web_addresses
from zi_metrics.tables.problems import Problem, Severity
from zi_metrics.tables.spec import ORIGIN
from zi_metrics.tables.titles import is_vague, likeness, series_marks, word_bag
from zi_metrics.tables.vocabularies import normalise


class Untidy(StrEnum):
    """What can be untidy about a document, in the order it is told."""

    TITLE_SIMILAR = "nama serupa"
    LINK_REPEATED = "tautan berulang"
    TITLE_VAGUE = "nama terlalu umum"
    OTHER_YEAR = "periode tahun lain"
    LINK_ABSENT = "lengkap tanpa tautan"


class Advice(NamedTuple):
    """One piece of advice and what it is about."""

    about: Untidy
    problem: Problem


MOST_COMPARED = 60
"""How many documents of one indicator and period are compared by name; larger groups are not: their
pairs grow with the square, and such lists are numbered rather than named."""
_OF_VIEWER = frozenset({"authuser", "pli", "usp"})
"""Parameters that Google adds to the address of a document according to who opens it and how."""


class _Documents:
    """The documents that count, cell by cell."""

    def __init__(self, rows: pd.DataFrame, book: Book) -> None:
        cells = {name: as_cells(rows[name]) for name in EVIDENCE.names if rows[name].dtype == "str"}
        self.codes, self.periods, self.links = cells["code"], cells["period"], cells["url"]
        self.ids, self.titles = cells["evidence_id"], cells["title"]
        self.names = [normalise(title) for title in self.titles]
        self.states, self.link_states = rows["state"].tolist(), rows["link_state"].tolist()
        self.is_complete = rows["is_complete"].tolist()
        self._origins, self._book = rows[ORIGIN].tolist(), book

    def place(self, row: int, column: str) -> str:
        """The cell of a column in a row."""
        return self._book.cell(self._origins[row], column)


Remark = tuple[int, Parts]
"""A row, and what is said of it."""


def advice(evidence: pd.DataFrame, book: Book, year: int) -> list[Advice]:
    """Advice about documents, kind by kind; within a kind in the order of rows.

    evidence: clean table; only what counts (is_counted, not irrelevant) is looked at. book: where
    it stood. year: the assessed one.
    """
    rows = evidence[evidence["is_counted"] & ~evidence["is_irrelevant"]]
    documents = _Documents(rows, book)
    checks: dict[Untidy, tuple[str, Iterator[Remark]]] = {
        Untidy.TITLE_SIMILAR: ("title", _similar(documents)),
        Untidy.LINK_REPEATED: ("url", _linked_alike(documents)),
        Untidy.TITLE_VAGUE: ("title", _vague(documents)),
        Untidy.OTHER_YEAR: ("period", _of_other_year(documents, year)),
        Untidy.LINK_ABSENT: ("url", _without_link(documents)),
    }
    return [
        Advice(about, Problem(Severity.ADVICE, EVIDENCE.tab, documents.place(row, column), *parts))
        for about, (column, remarks) in checks.items()
        for row, parts in remarks
    ]


def _vague(documents: _Documents) -> Iterator[Remark]:
    for row, title in enumerate(documents.titles):
        if title is not None and is_vague(documents.names[row]):
            yield row, text.title_vague(title)


def _of_other_year(documents: _Documents, year: int) -> Iterator[Remark]:
    years: dict[str, int | None] = {}
    for row, written in enumerate(documents.periods):
        if written is None:
            continue
        if written not in years:
            period = parse_period(written)
            years[written] = period.year if period else None
        if years[written] not in {None, year}:
            yield row, text.period_of_other_year(year, written)


def _without_link(documents: _Documents) -> Iterator[Remark]:
    for row, link_state in enumerate(documents.link_states):
        if documents.is_complete[row] and link_state == LinkState.ABSENT:
            yield row, text.link_absent(documents.titles[row], documents.states[row])


def _linked_alike(documents: _Documents) -> Iterator[Remark]:
    """One remark for each address that differently named documents share, at the first of them.

    One document that supports several indicators stands in several rows, and is no fault.
    """
    users: dict[str, list[int]] = defaultdict(list)
    for row, link in enumerate(documents.links):
        for address in {_document(each): None for each in web_addresses(link)}:
            users[address].append(row)
    shared = [
        (rows, address)
        for address, rows in users.items()
        if len({documents.names[row] or row for row in rows}) > 1
    ]
    for (first, *others), address in sorted(shared):
        places = [documents.place(row, "url") for row in others]
        yield first, text.link_repeated(address, _beside(documents.place(first, "url"), places))


def _document(address: str) -> str:
    """An address without what differs between two copies of the same one."""
    parts = urlsplit(address)
    asked = [(key, value) for key, value in parse_qsl(parts.query) if key not in _OF_VIEWER]
    return parts._replace(
        scheme="https", netloc=parts.netloc.casefold(), path=parts.path.rstrip("/"),
        query=urlencode(asked),
    ).geturl()  # fmt: skip


def _beside(cell: str, places: list[str]) -> list[str]:
    """Places as they are named beside a cell: without the tab where it is the same."""
    tab, mark, _ = cell.rpartition("!")
    return [place.removeprefix(tab + mark) for place in places]


def _similar(documents: _Documents) -> Iterator[Remark]:
    """Documents named like an earlier one of the same indicator and period.

    Names that differ in a number, month or single letter are meant to differ. What repeats another
    row without an ID has been reported as such, and a vague name is told to be one.
    """
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for row, name in enumerate(documents.names):
        if name and not is_vague(name):
            period = normalise(documents.periods[row])
            groups[documents.codes[row], period, series_marks(name)].append(row)
    found = [
        pair
        for rows in groups.values()
        if 1 < len(rows) <= MOST_COMPARED
        for pair in _alike(rows, documents)
    ]
    for row, earlier in sorted(found):
        title, other = documents.titles[row] or "", documents.titles[earlier] or ""
        places = _beside(documents.place(row, "title"), [documents.place(earlier, "title")])
        yield row, text.title_similar(title, other, places[0])


def _alike(rows: list[int], documents: _Documents) -> Iterator[tuple[int, int]]:
    """Each row that is named like an earlier one, and that one."""
    names = [documents.names[row] for row in rows]
    bags = [word_bag(name) for name in names]
    for position, row in enumerate(rows):
        is_alike = likeness(names[position])
        for before, earlier in enumerate(rows[:position]):
            is_same = names[position] == names[before]
            if is_same and documents.ids[row] is None and documents.ids[earlier] is None:
                break
            if bags[position] == bags[before] or is_alike(names[before]):
                yield row, earlier
                break
