"""Rows as a CSV file that a spreadsheet in Indonesian opens as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from zi_metrics.labels.numbers import short_digest
from zi_metrics.labels.sources import SAMPLE_BADGE
from zi_metrics.report.plain import is_formula_like
from zi_metrics.tables.snapshot import SAMPLE_SOURCE

SEPARATOR = ";"


@dataclass(frozen=True)
class Stamp:
    """Where rows come from: source, as-of date and content digest of the snapshot."""

    source: str
    as_of: date
    digest: str

    def file_name(self, name: str, suffix: str = "csv") -> str:
        """'zi-contoh-2026-01-20-<name>.<suffix>'."""
        plain = "".join(mark if mark.isalnum() else "-" for mark in self.source.split("/")[-1])
        return f"zi-{plain}-{self.as_of.isoformat()}-{name}.{suffix}"


def csv_file(table: pd.DataFrame, stamp: Stamp) -> bytes:
    """UTF-8 with a byte order mark, semicolons, and three columns that say where a row comes from.

    Text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    source = f"{stamp.source} – {SAMPLE_BADGE}" if stamp.source == SAMPLE_SOURCE else stamp.source
    stamped = table.assign(
        Sumber=source,
        **{"Keadaan per": stamp.as_of.isoformat(), "Sidik data": short_digest(stamp.digest)},
    )
    safe = stamped.map(_safe)
    return safe.to_csv(index=False, sep=SEPARATOR, lineterminator="\r\n").encode("utf-8-sig")


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and is_formula_like(cell) else cell
