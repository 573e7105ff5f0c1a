"""What the declaration of a table says: its columns, their kinds, the names people give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

import pandas as pd

from zi_metrics.matching import name_key


class Kind(StrEnum):
    """What the cells of a column hold; decides the dtype and how a cell of another type is read."""

    TEXT = "teks"
    DATE = "tanggal"
    COUNT = "bilangan bulat"
    NUMBER = "bilangan"
    FLAG = "Ya/Tidak"
    AREA = "nomor area"
    QUARTER = "triwulan"
    LINK = "tautan"
    PERIOD = "periode"
    STATUS = "status"

    @property
    def dtype(self) -> str:
        """The pandas dtype of a clean column; every one of them can say 'missing'."""
        return _DTYPES[self]


class Told(StrEnum):
    """What a visitor is told of a column; what is not declared is told nothing of."""

    NOTHING = "tidak"
    AS_IS = "apa adanya"
    """Only of columns whose cells are numbers, days and flags, or words of the official list."""
    RECOGNISED = "yang dikenali"
    """What one of our lists recognises of what was written; of the rest, that it is none of it."""
    PLACE = "tempatnya"
    """Where its row stands among its like, in the place of its words."""


_DTYPES = {
    Kind.TEXT: "str",
    Kind.DATE: "datetime64[s]",
    Kind.COUNT: "Int64",
    Kind.NUMBER: "Float64",
    Kind.FLAG: "boolean",
    Kind.AREA: "Int64",
    Kind.QUARTER: "Int64",
    Kind.LINK: "str",
    Kind.PERIOD: "str",
    Kind.STATUS: "str",
}

ORIGIN = "origin"
"""Where a row was read, as a person finds it again; not part of a table's content."""

CARRIED = "carried"
"""Headers of the cells of a row whose last good value stands in for an error; like the origin."""


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split("|") if name.strip()]


@dataclass(frozen=True)
class Column:
    """A column: canonical name, header in the sheet, kind, and whether its table needs it.

    aliases: other headers people give it, between `|`. fills_down: whether its value also holds
    for the rows that a merged cell covers; only columns that say where a row belongs. told: what
    of it is told to those who may see figures and states only.
    """

    name: str
    header: str
    kind: Kind = Kind.TEXT
    required: bool = False
    aliases: str = ""
    fills_down: bool = False
    told: Told = Told.NOTHING

    @property
    def headers(self) -> list[str]:
        """Every header it is known by, its own first."""
        return [self.header, *_split(self.aliases)]


@dataclass(frozen=True)
class TableSpec:
    """A table: canonical name, tab in the sheet, its columns in order.

    shown_by: the column whose cell a row is opened at. aliases: other names people give the tab,
    between `|`. is_split: tabs whose names begin with one of these are read as one table.
    informative: headers that belong there but are not read.
    """

    name: str
    tab: str
    columns: tuple[Column, ...]
    shown_by: str
    aliases: str = ""
    is_split: bool = False
    informative: str = ""

    @property
    def tabs(self) -> list[str]:
        """Every name its tab is known by, its own first."""
        return [self.tab, *_split(self.aliases)]

    @property
    def ignored(self) -> list[str]:
        """Headers that belong in the tab but are not read."""
        return _split(self.informative)

    @cached_property
    def own_headers(self) -> Mapping[str, str]:
        """Canonical name of each column by its header, as names are matched."""
        return {name_key(column.header): column.name for column in self.columns}

    @cached_property
    def other_headers(self) -> Mapping[str, str]:
        """Canonical name of each column by its other headers."""
        return {
            name_key(header): column.name
            for column in self.columns
            for header in column.headers[1:]
        }

    @cached_property
    def unread_headers(self) -> Mapping[str, str]:
        """The ignored headers by how they are matched."""
        return {name_key(header): header for header in self.ignored}

    @property
    def names(self) -> list[str]:
        """Canonical column names in order, without the origin."""
        return [column.name for column in self.columns]

    def table(self, cells: Mapping[str, Sequence[Any]], derived: Mapping[str, str]) -> pd.DataFrame:
        """The table with these cells, every column in its dtype; with `origin` and `carried`.

        derived: dtypes of further columns.
        """
        dtypes = {column.name: column.kind.dtype for column in self.columns}
        dtypes |= dict.fromkeys((ORIGIN, CARRIED), Kind.TEXT.dtype) | dict(derived)
        arrays = {
            name: pd.array(cells[name], dtype=dtype)  # type: ignore[call-overload]  # any of ours
            for name, dtype in dtypes.items()
        }
        return pd.DataFrame(arrays)

    def empty(self) -> pd.DataFrame:
        """The table without rows and derived columns."""
        return self.table(dict.fromkeys([*self.names, ORIGIN, CARRIED], ()), {})
