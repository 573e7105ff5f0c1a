"""What the page SPIP says, from a snapshot."""

from __future__ import annotations

import pandas as pd

from bench.peers.matrix import left_out, state
from bench.peers.said import Page, Table
from zi_metrics.charts.spip import rtp_by_area
from zi_metrics.labels import figures as label
from zi_metrics.labels import screen, sentences
from zi_metrics.labels.numbers import short_date
from zi_metrics.metrics.spip import QUARTERS, spip, spip_by_area
from zi_metrics.metrics.summary import Items
from zi_metrics.periods import ROMAN
from zi_metrics.report.listing import spip_listing
from zi_metrics.tables.records import records
from zi_metrics.tables.snapshot import Snapshot

HEADING = "Laporan triwulanan SPIP"


def spip_page(snapshot: Snapshot, items: Items) -> Page:
    """The page of the assessed year; items: of one aspect."""
    now = spip(items.spip)
    lead = sentences.spip_today(
        items.as_of,
        items.year,
        label.ratio(now.submitted, label.NONE_DUE),
        label.ratio(now.on_time, label.NONE_DUE),
        now.due_count,
    )
    picture = rtp_by_area(spip_by_area(items.spip), snapshot.catalogue.areas)
    listed = spip_listing(items.spip, snapshot.catalogue)
    reports = Table("laporan-spip", screen.SPIP_MATRIX, listed, is_folded=True)
    return Page(
        HEADING,
        f"{lead} {left_out(items, snapshot)}".rstrip(),
        (),
        (picture,) if now.rtp_planned_count else (),
        (_dated_matrix(items, snapshot), reports),
    )


def _dated_matrix(items: Items, snapshot: Snapshot) -> Table:
    """Each state with the day the report came in."""
    rows: dict[int, dict[str, str]] = {}
    for report in records(items.spip):
        quarter = f"TW {ROMAN[report.quarter - 1]}"
        day = report.submitted_on
        came_in = "" if day is None else f", {screen.came_in(short_date(day))}"
        rows.setdefault(report.area_no, {})[quarter] = f"{state(report.state)}{came_in}"
    quarters = [f"TW {ROMAN[quarter - 1]}" for quarter in QUARTERS]
    shown = [
        {"Area": area.short_name} | {each: rows[area.number][each] for each in quarters}
        for area in snapshot.catalogue.areas
        if area.number in rows
    ]
    return Table("matriks-spip", screen.SPIP_MATRIX, pd.DataFrame(shown))
