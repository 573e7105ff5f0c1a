"""From rows of items to the values of a sheet's rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from zi_metrics.labels.statuses import MARKS
from zi_metrics.labels.xlsx import LINK_WITH_NAME
from zi_metrics.lke import Catalogue
from zi_metrics.names import Names
from zi_metrics.report.xlsx.plan import Column, Link, Value
from zi_metrics.report.xlsx.safe import address_in
from zi_metrics.tables.book import Book
from zi_metrics.tables.records import plain_cells


def rows_of(
    columns: Sequence[Column], cells: Mapping[str, Iterable[Value]]
) -> list[tuple[Value, ...]]:
    """One tuple per row, from the cells of each column by its name."""
    return list(zip(*(cells[column.name] for column in columns), strict=True))


def values(cells: pd.Series) -> list[Any]:
    """Cells as plain values: dates for moments, None for what is missing."""
    if cells.dtype.kind == "M":
        days: list[Any] = cells.to_numpy().astype("datetime64[D]").tolist()
        return days
    return plain_cells(cells)


def area_names(numbers: pd.Series, catalogue: Catalogue, otherwise: str) -> list[str]:
    """'1. Man. Perubahan' for each number; `otherwise` where there is none."""
    names = {area.number: area_name(area.number, catalogue) for area in catalogue.areas}
    return [names.get(number, otherwise) for number in values(numbers)]


def area_name(number: int, catalogue: Catalogue) -> str:
    """'1. Man. Perubahan'."""
    return f"{number}. {catalogue.area(number).short_name}"


def marks(states: pd.Series) -> list[str]:
    """The mark of each state."""
    return [MARKS[state] for state in states]


def as_written(rows: pd.DataFrame) -> list[Any]:
    """The status as the sheet words it, where that is not the word it counts as."""
    return values(rows["status"].where(rows["status"] != rows["state"]))


def links(urls: pd.Series, names: Names) -> list[Link | None]:
    """What the cells of a link column hold, each leading to its first address.

    An address that holds a name to hide is not shown: it would lead nowhere with initials.
    """
    return [None if url is None else _link(url, names) for url in values(urls)]


def _link(url: str, names: Names) -> Link:
    return Link(LINK_WITH_NAME, None) if names.is_named_in(url) else Link(url, address_in(url))


def origins(places: pd.Series, book: Book) -> list[Link | None]:
    """Where each row stands, leading to its cell in the sheet."""
    return [
        None if place is None else Link(place, address_in(book.link(place)))
        for place in values(places)
    ]


def flags(cells: pd.Series) -> list[int]:
    """1 and 0."""
    return [int(cell) for cell in cells.astype(bool)]
