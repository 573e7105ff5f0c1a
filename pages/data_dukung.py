"""Data Dukung: every document of the unit, searched and filtered."""

from __future__ import annotations

from pages._frame import data, filters, headline, notices, tables
from zi_metrics.labels import screen
from zi_metrics.metrics.selection import select
from zi_metrics.report.listing import evidence_listing

SEARCHED = ("title", "code", "question", "note", "reason", "status", "pic")
TO_VISITORS = ("code", "question")
"""In the place of the rest stands nothing, or what its row is called for want of a title."""


def render() -> None:
    view = data.current_view()
    if not view.has_readable_evidence:
        notices.empty(screen.UNREADABLE_EVIDENCE)
        return
    documents = view.documents
    if documents.empty:
        notices.empty(screen.EMPTY_EVIDENCE)
        return
    searched = TO_VISITORS if view.snapshot.is_withheld else SEARCHED
    rows = select(documents, filters.evidence_selection(documents, view.shared_filters), searched)
    headline.lead(screen.rows_shown(len(rows), len(documents)))
    if rows.empty:
        notices.empty(screen.EMPTY_FILTER)
        return
    tables.searchable("data-dukung", evidence_listing(rows, view.snapshot.catalogue))
