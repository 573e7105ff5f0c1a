"""A workbook, once it is there, as a snapshot: the same way for a Google Sheet and a file."""

from __future__ import annotations

from datetime import datetime

from zi_metrics.errors import SheetRejected
from zi_metrics.periods import JAKARTA
from zi_metrics.sources.carry import carry_over
from zi_metrics.sources.grid import Workbook
from zi_metrics.sources.sheet_tables import SheetTables, read_tables
from zi_metrics.tables.book import TabRead
from zi_metrics.tables.columns import TABLES
from zi_metrics.tables.snapshot import Reading, Snapshot, assemble
from zi_metrics.tables.unit_settings import setting_named, write_unit_settings


def snapshot_of(
    workbook: Workbook,
    source: str,
    read_at: datetime,
    *,
    unit_id: str | None = None,
    before: Snapshot | None = None,
) -> Snapshot:
    """The tables of a workbook, told for the day it was read in Jakarta.

    before: the last good reading of the same sheet, which lends its values to cells that show an
    error. Where it could be read and now lacks a required tab or column, SheetRejected is raised;
    otherwise the tables concerned are unreadable, and the rest is there.
    """
    tables = read_tables(workbook)
    if before is not None:
        _reject_lost(tables, before)
    frames, carried = carry_over(tables.frames, before, tables.book)
    return assemble(
        frames,
        _settings(tables, before),
        Reading(
            source=source,
            as_of=read_at.astimezone(JAKARTA).date(),
            read_at=read_at,
            unit_id=unit_id,
            book=tables.book,
            setting_cells=tables.settings.cells,
        ),
        found=[*tables.lacking, *tables.problems, *carried],
        unreadable=tables.unreadable,
    )


def _reject_lost(tables: SheetTables, before: Snapshot) -> None:
    """Raises SheetRejected, with all that is missing, where something was readable before."""
    lost = {spec.tab for spec in TABLES if spec.name in tables.unreadable - before.unreadable}
    missing = [problem for problem in tables.lacking if problem.tab in lost]
    was_read = {_identity(tab) for tab in before.provenance.book.tabs if tab.row_count}
    missing += [
        tables.unfit[tab.title]
        for tab in tables.book.tabs
        if tab.title in tables.unfit and _identity(tab) in was_read
    ]
    if missing:
        first, *others = missing
        told = [first.read, *(f"{problem.where}: {problem.read}" for problem in others)]
        raise SheetRejected(" ".join(told), where=first.where, remedy=first.remedy)


def _identity(tab: TabRead) -> int | str:
    """A tab keeps its identifier when it is renamed; in a file there is only its title."""
    return tab.title if tab.gid is None else tab.gid


def _settings(tables: SheetTables, before: Snapshot | None) -> dict[str, str]:
    """The settings as read; one that shows an error keeps its last good value."""
    kept = write_unit_settings(before.settings) if before is not None else {}
    pairs = dict(tables.settings.pairs)
    for key in tables.settings.unusable:
        spec = setting_named(key)
        if spec is not None and spec.key in kept:
            pairs[key] = kept[spec.key]
    return pairs
