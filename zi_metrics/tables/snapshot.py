"""A snapshot: five tables, settings, problems and where they came from, as one consistent whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

import numpy as np
import pandas as pd

from zi_metrics.lke import DEFAULT_REGULATION, Catalogue, load_catalogue
from zi_metrics.settings import UnitSettings
from zi_metrics.tables.book import NO_BOOK, Book
from zi_metrics.tables.check import Checked, check, not_yet_happened
from zi_metrics.tables.columns import TABLES
from zi_metrics.tables.problems import Problem
from zi_metrics.tables.spec import TableSpec
from zi_metrics.tables.unit_settings import read_unit_settings, write_unit_settings

SCHEMA_VERSION = 1
SAMPLE_SOURCE, SITUS_SOURCE = "contoh", "situs"


@dataclass(frozen=True)
class Provenance:
    """Where a snapshot came from.

    source: `contoh`, `situs` or the name of another source; as_of: the day its figures are told
    for; read_at: when it was read, UTC; digest: SHA-256 of the content (tables and settings), the
    same whatever the order of rows and wherever they were read; book: the sheet or file read.
    """

    source: str
    as_of: date
    read_at: datetime
    digest: str
    regulation: str = DEFAULT_REGULATION
    unit_id: str | None = None
    book: Book = NO_BOOK
    schema_version: int = SCHEMA_VERSION

    @property
    def is_sample(self) -> bool:
        """Whether everything in it is invented."""
        return self.source == SAMPLE_SOURCE


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Everything one screen, export or answer is computed from.

    indicators: one row per official indicator; evidence: per document; recommendations: per monev
    recommendation; spip_reports: per area (or unit) and quarter; results: per component of Hasil.
    unreadable: names of tables that could not be read at all; they have no rows here, and figures
    that rest on them must say so. is_withheld: whether it is the form for visitors, of `withheld`.
    """

    indicators: pd.DataFrame
    evidence: pd.DataFrame
    recommendations: pd.DataFrame
    spip_reports: pd.DataFrame
    results: pd.DataFrame
    settings: UnitSettings
    problems: tuple[Problem, ...]
    provenance: Provenance
    unreadable: frozenset[str] = frozenset()
    is_withheld: bool = False

    @property
    def catalogue(self) -> Catalogue:
        """The official list its codes refer to."""
        return load_catalogue(self.provenance.regulation)

    @property
    def as_of(self) -> date:
        """The day its figures are told for."""
        return self.provenance.as_of

    @property
    def year(self) -> int:
        """The assessed year; where the unit names none, that of the day."""
        return self.settings.assessed_year or self.as_of.year

    def table(self, spec: TableSpec) -> pd.DataFrame:
        """The table a declaration names."""
        rows: pd.DataFrame = getattr(self, spec.name)
        return rows


@dataclass(frozen=True)
class Reading:
    """What a source knows of a reading before its content is checked.

    setting_cells: the cell of each value of Pengaturan, by its key.
    """

    source: str
    as_of: date
    read_at: datetime
    regulation: str = DEFAULT_REGULATION
    unit_id: str | None = None
    book: Book = NO_BOOK
    setting_cells: Mapping[str, str] = field(default_factory=dict)


def assemble(
    frames: Mapping[str, pd.DataFrame],
    settings: Mapping[str, str],
    reading: Reading,
    *,
    found: Iterable[Problem] = (),
    unreadable: Iterable[str] = (),
) -> Snapshot:
    """Check tables and settings as read and put them together.

    frames: table name -> rows with canonical columns; a table that is not there has no rows.
    settings: the tab Pengaturan. found: problems met on the way here; unreadable: names of tables
    that could not even be read as rows.
    """
    unit_settings, setting_problems = read_unit_settings(settings, reading.setting_cells)
    checked = _checked(frames, reading, unit_settings.assessed_year or reading.as_of.year)
    tables = {name: table.rows for name, table in checked.items()}
    rejected = {name for name, table in checked.items() if not table.is_readable}
    problems = [
        *(problem for table in checked.values() for problem in table.problems),
        *_not_yet_happened(tables, reading.book, reading.as_of),
        *setting_problems,
    ]
    return Snapshot(
        **tables,
        settings=unit_settings,
        problems=_told_once(found, problems),
        provenance=Provenance(
            source=reading.source,
            as_of=reading.as_of,
            read_at=reading.read_at,
            digest=content_digest(tables, unit_settings),
            regulation=reading.regulation,
            unit_id=reading.unit_id,
            book=reading.book,
        ),
        unreadable=frozenset(rejected | set(unreadable)),
        is_withheld=False,
    )


def _checked(frames: Mapping[str, pd.DataFrame], reading: Reading, year: int) -> dict[str, Checked]:
    """Every table after its check, by name."""
    catalogue = load_catalogue(reading.regulation)
    return {
        spec.name: check(
            frames[spec.name] if spec.name in frames else spec.empty(),
            spec,
            catalogue,
            book=reading.book,
            year=year,
        )
        for spec in TABLES
    }


def _told_once(found: Iterable[Problem], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems met on the way and those of the check.

    A snapshot that was stored brings what was found then, also of cells that are simply empty now.
    """
    earlier = tuple(dict.fromkeys(found))
    known = {(problem.severity, problem.where, problem.why) for problem in earlier}
    later = (each for each in problems if (each.severity, each.where, each.why) not in known)
    return (*earlier, *dict.fromkeys(later))


def _not_yet_happened(
    tables: Mapping[str, pd.DataFrame], book: Book, as_of: date
) -> Iterator[Problem]:
    for spec in TABLES:
        yield from not_yet_happened(tables[spec.name], spec, book, as_of)


def dated(snapshot: Snapshot, as_of: date) -> Snapshot:
    """The same content told for another day: a live sheet is always told for today."""
    if as_of == snapshot.as_of:
        return snapshot
    book = snapshot.provenance.book
    tables = {spec.name: snapshot.table(spec) for spec in TABLES}
    past = set(_not_yet_happened(tables, book, snapshot.as_of))
    lasting = [problem for problem in snapshot.problems if problem not in past]
    return replace(
        snapshot,
        problems=tuple(dict.fromkeys([*lasting, *_not_yet_happened(tables, book, as_of)])),
        provenance=replace(snapshot.provenance, as_of=as_of),
    )


def content_digest(tables: Mapping[str, pd.DataFrame], settings: UnitSettings) -> str:
    """SHA-256 over the declared columns of all tables and the settings; row order is irrelevant."""
    content = {
        spec.name: sorted(
            zip(*(_texts(tables[spec.name][name]) for name in spec.names), strict=True)
        )
        for spec in TABLES
    }
    said = json.dumps([content, sorted(write_unit_settings(settings).items())])
    return hashlib.sha256(said.encode()).hexdigest()


def _texts(column: pd.Series) -> list[str]:
    """The cells of a column as text, a missing one as none at all: no cell holds an empty one."""
    if column.dtype.kind == "M":
        days = np.datetime_as_string(column.to_numpy(), unit="D").tolist()
        return ["" if day == "NaT" else day for day in days]
    return [
        "" if cell is None or cell is pd.NA or cell != cell else str(cell)
        for cell in column.tolist()
    ]
