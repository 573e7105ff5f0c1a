"""Which quarterly report came in: areas by quarters, each state by sign and word."""

from __future__ import annotations

import pandas as pd

from bench.peers.said import Table
from zi_metrics.labels import screen, sentences
from zi_metrics.labels.statuses import MARKS
from zi_metrics.metrics.spip import QUARTERS, areas_left_out
from zi_metrics.metrics.summary import Items
from zi_metrics.periods import ROMAN
from zi_metrics.tables.records import records
from zi_metrics.tables.snapshot import Snapshot


def matrix(items: Items, snapshot: Snapshot) -> Table:
    """Of the assessed year; below it the areas that are left out."""
    reports = {(each.area_no, each.quarter): each for each in records(items.spip)}
    rows = [
        {"Area": area.short_name}
        | {f"TW {ROMAN[q - 1]}": state(reports[area.number, q].state) for q in QUARTERS}
        for area in snapshot.catalogue.areas
        if (area.number, QUARTERS[0]) in reports
    ]
    remark = left_out(items, snapshot)
    return Table("matriks", screen.spip_of(items.year), pd.DataFrame(rows), remark)


def state(name: str) -> str:
    """A state by sign and word."""
    return f"{MARKS[name]} {name}"


def left_out(items: Items, snapshot: Snapshot) -> str:
    """The areas without any row, in a sentence."""
    missing = areas_left_out(items.spip)
    names = [area.short_name for area in snapshot.catalogue.areas if area.number in missing]
    return sentences.spip_left_out(names, items.year) if names and len(items.spip) else ""
