"""How old what is shown is, and whether the sheet still holds it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.sheets_server import Book, SheetsServer
from tests.sources.sheets import MONEV, NOW, Clock, empty_below_header, live_sheet
from zi_metrics.periods import JAKARTA
from zi_metrics.sources.freshness import Freshness, freshness
from zi_metrics.sources.live import LiveSheet
from zi_metrics.sources.resolve import Source, open_source
from zi_metrics.tables.snapshot import Snapshot, dated

TODAY = NOW.astimezone(JAKARTA).date()
YESTERDAY = TODAY - timedelta(days=1)
LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def sheet(server: SheetsServer, tmp_path: Path, clock: Clock) -> LiveSheet:
    """Read once, a minute ago."""
    followed = live_sheet(server, tmp_path, clock)
    followed.refresh()
    clock.advance(minutes=1)
    return followed


def shown(sheet: LiveSheet) -> Snapshot:
    assert sheet.state.snapshot is not None
    return sheet.state.snapshot


def told(sheet: LiveSheet, snapshot: Snapshot) -> Freshness:
    dates = (YESTERDAY, TODAY)
    source = Source("sheet", dates, lambda _: "", lambda _: snapshot, sheet, sheet.state)
    return freshness(source, snapshot)


def test_sheet_that_did_not_change_was_read_when_it_was_last_found_so(sheet: LiveSheet) -> None:
    first = shown(sheet)
    sheet.refresh()
    assert shown(sheet).provenance.read_at == first.provenance.read_at == NOW
    assert told(sheet, shown(sheet)) == Freshness(LATER, True, True, LATER)


def test_sheet_that_does_not_answer_is_not_current(sheet: LiveSheet, server: SheetsServer) -> None:
    server.stop()
    sheet.refresh()
    assert told(sheet, shown(sheet)) == Freshness(NOW, True, False, None)


def test_sheet_that_holds_something_else_was_not_checked_for_what_is_shown(
    sheet: LiveSheet, book: Book
) -> None:
    empty_below_header(book, MONEV)
    sheet.refresh()
    assert sheet.state.checked_at == LATER
    assert told(sheet, shown(sheet)) == Freshness(NOW, True, False, None)


def test_earlier_day_of_a_sheet_stays_as_it_was_read(
    sheet: LiveSheet, server: SheetsServer
) -> None:
    past = dated(shown(sheet), YESTERDAY)
    sheet.refresh()
    assert told(sheet, past) == Freshness(NOW)
    server.stop()
    sheet.refresh()
    assert told(sheet, past) == Freshness(NOW)


def test_what_was_stored_later_than_it_was_seen_is_not_made_older(sheet: LiveSheet) -> None:
    """Another process may have read it meanwhile."""
    provenance = replace(shown(sheet).provenance, read_at=LATER)
    assert told(sheet, replace(shown(sheet), provenance=provenance)).read_at == LATER


def test_source_that_is_no_sheet_says_when_it_was_read() -> None:
    source = open_source("contoh")
    snapshot = source.newest()
    assert freshness(source, snapshot) == Freshness(snapshot.provenance.read_at)
