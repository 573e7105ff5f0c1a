"""A workbook, once it is there, as a snapshot: the same way for a Google Sheet and a file."""

from __future__ import annotations

from datetime import datetime

from zi_metrics.errors import SheetRejected
from zi_metrics.labels.numbers import JAKARTA
from zi_metrics.sources.carry import carry_over
from zi_metrics.sources.grid import Workbook
from zi_metrics.sources.sheet_tables import SheetTables, read_tables
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
    error. With it a sheet that lacks a required tab or column raises SheetRejected; without it the
    tables concerned are unreadable, and the rest is there.
    """
    tables = read_tables(workbook)
    if tables.lacking and before is not None and not before.unreadable:
        first = tables.lacking[0]
        raise SheetRejected(first.read, where=first.where, remedy=first.remedy)
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


def _settings(tables: SheetTables, before: Snapshot | None) -> dict[str, str]:
    """The settings as read; one that shows an error keeps its last good value."""
    kept = write_unit_settings(before.settings) if before is not None else {}
    pairs = dict(tables.settings.pairs)
    for key in tables.settings.unusable:
        spec = setting_named(key)
        if spec is not None and spec.key in kept:
            pairs[key] = kept[spec.key]
    return pairs
