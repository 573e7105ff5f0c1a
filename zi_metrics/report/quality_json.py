"""What a check of the data found, as JSON for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from zi_metrics.metrics.data_quality import (
    TAB_OF_TABLE,
    Finding,
    TabSummary,
    count_by_severity,
    tab_summaries,
)
from zi_metrics.metrics.mending import Effect
from zi_metrics.tables.book import Book
from zi_metrics.tables.snapshot import Snapshot


def quality_json(snapshot: Snapshot, found: Sequence[Finding]) -> dict[str, Any]:
    """Source, date, digest, the counts, what was read of each tab, and every finding.

    found: of `findings`. Shares are 0..1, or None where there is nothing to count.
    """
    provenance = snapshot.provenance
    counts = count_by_severity(found)
    return {
        "sumber": provenance.source,
        "keadaan_per": provenance.as_of.isoformat(),
        "sidik_data": provenance.digest,
        "ringkasan": {str(severity): count for severity, count in counts.items()},
        "tab": [_tab(tab) for tab in tab_summaries(snapshot, found) if tab.is_there],
        "masalah": [_finding(each, provenance.book) for each in found],
    }


def _tab(tab: TabSummary) -> dict[str, Any]:
    return {
        "tab": tab.title,
        "tabel": TAB_OF_TABLE[tab.table] if tab.table else None,
        "baris": tab.row_count,
        "baris_kosong": tab.blank_count,
        "baris_tersembunyi": tab.hidden_count,
    }


def _finding(finding: Finding, book: Book) -> dict[str, Any]:
    problem = finding.problem
    return {
        "tingkat": str(problem.severity),
        "tab": finding.tab,
        "letak": problem.where,
        "tautan": book.link(problem.where),
        "terbaca": problem.read,
        "alasan": problem.why,
        "perbaikan": problem.remedy,
        "pengaruh": None if finding.effect is None else _effect(finding.effect),
    }


def _effect(effect: Effect) -> dict[str, Any]:
    return {
        "area": effect.area_no,
        "angka": str(effect.measure),
        "sebelum": effect.before.share,
        "sesudah": effect.after.share,
    }
