"""Faults of rows, and the few questions that the rules of several tables ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import pandas as pd

from zi_metrics.labels import problems as text
from zi_metrics.lke import Catalogue
from zi_metrics.tables.book import Book
from zi_metrics.tables.cells import as_unusable
from zi_metrics.tables.columns import TableSpec
from zi_metrics.tables.problems import Problem, Severity


class Fault(NamedTuple):
    """One kind of fault: the rows that have it, how bad it is, and its sentence.

    at: the column of the cell to mend; quotes: the cells handed to the sentence, in order.
    """

    wrong: pd.Series
    severity: Severity
    sentence: Callable[..., text.Parts]
    at: str
    quotes: tuple[pd.Series, ...] = ()


def report(
    origins: Sequence[str], spec: TableSpec, book: Book, faults: Iterable[Fault]
) -> Iterator[Problem]:
    """One problem for each fault of each row; origins: where each row was read."""
    for fault in faults:
        wrong = np.flatnonzero(fault.wrong.fillna(False).to_numpy(dtype=bool)).tolist()
        quotes = [cells.tolist() for cells in fault.quotes] if wrong else []
        for row in wrong:
            where = book.cell(origins[row], fault.at)
            parts = fault.sentence(*(cells[row] for cells in quotes))
            yield Problem(fault.severity, spec.tab, where, *parts)


def is_repeated(keys: pd.Series) -> pd.Series:
    """Whether a key stood in an earlier row; blank keys never repeat."""
    return keys.notna() & keys.duplicated(keep="first")


def as_cells(column: pd.Series) -> list[str | None]:
    """The cells of a text column one by one; missing ones are None."""
    return [None if cell != cell else cell for cell in column.tolist()]


def official_codes(codes: pd.Series, catalogue: Catalogue) -> pd.Series:
    """Codes as the official list writes them, whatever their case and spacing; others unchanged."""
    cells = as_cells(codes)
    places = [catalogue.place(code) for code in cells]
    official = [place.code if place else code for place, code in zip(places, cells, strict=True)]
    return pd.Series(official, index=codes.index, dtype="str")


def is_reason(reasons: pd.Series) -> pd.Series:
    """Whether a reason says anything; a dash does not."""
    return reasons.str.contains(r"\w", na=False).astype(bool)


def is_read(statuses: pd.Series) -> pd.Series:
    """Whether a status was written by somebody; an error or a covered cell was reported already."""
    read = [as_unusable(status) is None for status in as_cells(statuses)]
    return pd.Series(read, index=statuses.index, dtype=bool)


def not_among(statuses: type[StrEnum]) -> Callable[[object], text.Parts]:
    """The sentence for a word that is none of the statuses."""
    known = [str(status) for status in statuses if status.name != "UNRECOGNISED"]
    return lambda written: text.status_unrecognised(written, known)
