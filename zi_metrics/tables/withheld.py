"""What a snapshot is for those who may see figures and states only.

Nothing is handed on that is not declared to be: of a column `told`, of derived ones, settings and
the rest the lists here and in `derived`. Every figure stays what it was.
"""

from __future__ import annotations

import hmac
import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from zi_metrics.access import Role
from zi_metrics.labels import visitor as text
from zi_metrics.settings import SHEET_SOURCE, UnitSettings
from zi_metrics.tables.book import NO_BOOK
from zi_metrics.tables.columns import EVIDENCE, RECOMMENDATIONS, TABLES
from zi_metrics.tables.derived import TOLD_TO_VISITORS, WORDING
from zi_metrics.tables.faults import as_cells
from zi_metrics.tables.problems import SNAPSHOT_TAB, Problem
from zi_metrics.tables.recognised import recognised
from zi_metrics.tables.snapshot import SAMPLE_SOURCE, SITUS_SOURCE, Provenance, Snapshot
from zi_metrics.tables.spec import CARRIED, ORIGIN, TableSpec, Told
from zi_metrics.tables.unit_settings import TAB as SETTINGS_TAB
from zi_metrics.tables.vocabularies import normalise

TOLD_SETTINGS = (
    "unit",
    "assessed_year",
    "target_predicate",
    "spip_due_days",
    "meeting_on",
    "previous_meeting_on",
    "completeness_target",
    "target_on",
    "entry",
)
"""What the unit says about itself to everybody; each is a choice, a number, a day, or its name."""
_NAMED_SOURCES = frozenset({SAMPLE_SOURCE, SITUS_SOURCE, SHEET_SOURCE})
_NAMED_TABS = frozenset({*(spec.tab for spec in TABLES), SETTINGS_TAB, SNAPSHOT_TAB})
_OF_THIS_PROCESS = secrets.token_bytes(32)
"""Of no use to anybody who sees what it made: nothing can be guessed and compared."""


def for_role(snapshot: Snapshot, role: Role) -> Snapshot:
    """The snapshot as a role may see it: every figure the same, without names, links and notes."""
    return snapshot if role is Role.INTERNAL else _withheld(snapshot)


def _withheld(snapshot: Snapshot) -> Snapshot:
    tables = {spec.name: _table(snapshot, spec) for spec in TABLES}
    settings = {name: getattr(snapshot.settings, name) for name in TOLD_SETTINGS}
    return Snapshot(
        **tables,
        settings=UnitSettings(**settings),
        problems=tuple(map(_problem, snapshot.problems)),
        provenance=_provenance(snapshot.provenance),
        unreadable=snapshot.unreadable,
        is_withheld=True,
    )


def _table(snapshot: Snapshot, spec: TableSpec) -> pd.DataFrame:
    """The table with all its columns, those that are not told without a word in them."""
    rows, nothing = snapshot.table(spec), [None] * len(snapshot.table(spec))
    told = {
        column.name: recognised(rows, column.name, snapshot.catalogue)
        for column in spec.columns
        if column.told is Told.RECOGNISED
    }
    as_is = {column.name for column in spec.columns if column.told is Told.AS_IS}
    as_is |= TOLD_TO_VISITORS[spec.name]
    told |= {
        ORIGIN: [None if origin is None else "" for origin in as_cells(rows[ORIGIN])],
        CARRIED: _carried(rows, spec),
        **_placed(rows, spec, snapshot),
    }
    columns = {
        name: rows[name]
        if name in as_is
        else pd.Series(told.get(name, nothing), index=rows.index, dtype=rows[name].dtype)
        for name in map(str, rows.columns)
    }
    return pd.DataFrame(columns | _wording(rows, spec), index=rows.index)


def _carried(rows: pd.DataFrame, spec: TableSpec) -> list[str | None]:
    """The headers of cells whose last good value stands, as far as their columns are told."""
    known = {
        column.header for column in spec.columns if column.told in {Told.AS_IS, Told.RECOGNISED}
    }
    kept = (
        [header for header in (cell or "").split(", ") if header in known]
        for cell in as_cells(rows[CARRIED])
    )
    return [", ".join(headers) or None for headers in kept]


def _placed(rows: pd.DataFrame, spec: TableSpec, snapshot: Snapshot) -> dict[str, list[str | None]]:
    """What items are called in the place of their words; nothing where they had none."""
    if spec is EVIDENCE:
        codes = recognised(rows, "code", snapshot.catalogue)
        names = [text.document(number, code) for number, code in _numbered(codes)]
        return {"title": _where_written(names, rows["title"])}
    if spec is RECOMMENDATIONS:
        periods = recognised(rows, "period", snapshot.catalogue)
        names = [text.recommendation(number, period) for number, period in _numbered(periods)]
        return {"recommendation": _where_written(names, rows["recommendation"])}
    return {}


def _numbered(groups: Iterable[str | None]) -> list[tuple[int, str | None]]:
    """Each row's place among those of its group, from 1, and the group."""
    seen: Counter[str | None] = Counter()
    placed = []
    for group in groups:
        seen[group] += 1
        placed.append((seen[group], group))
    return placed


def _where_written(names: Sequence[str], cells: pd.Series) -> list[str | None]:
    return [
        None if cell is None else name for name, cell in zip(names, as_cells(cells), strict=True)
    ]


def _wording(rows: pd.DataFrame, spec: TableSpec) -> dict[str, pd.Series]:
    """By what recommendations are known again in other periods."""
    if spec is not RECOMMENDATIONS:
        return {}
    told = [_token(normalise(cell)) for cell in as_cells(rows["recommendation"])]
    return {WORDING: pd.Series(told, index=rows.index, dtype="str")}


def _token(said: str) -> str:
    said_bytes = said.encode("utf-8", "surrogatepass")
    return hmac.digest(_OF_THIS_PROCESS, said_bytes, "sha256").hex()


def _problem(problem: Problem) -> Problem:
    """How much it matters and of which table it is; the rest quotes cells and names places."""
    if problem.tab == SNAPSHOT_TAB:
        return replace(problem, where=SNAPSHOT_TAB, read=text.REFUSED_SNAPSHOT, why="", remedy="")
    tab = problem.tab if problem.tab in _NAMED_TABS else text.SHEET
    return Problem(problem.severity, tab, where=tab, read="", why="", remedy="")


def _provenance(provenance: Provenance) -> Provenance:
    source = provenance.source if provenance.source in _NAMED_SOURCES else text.SOURCE
    return Provenance(
        source=source,
        as_of=provenance.as_of,
        read_at=provenance.read_at,
        digest=provenance.digest,
        regulation=provenance.regulation,
        unit_id=None,
        book=NO_BOOK,
        schema_version=provenance.schema_version,
    )
