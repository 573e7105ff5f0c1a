"""The Google Sheet that the settings name: one follower for the whole process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING, Any

from zi_metrics.errors import SheetNotConfigured
from zi_metrics.labels import sheet_messages as text
from zi_metrics.settings import SHEET_SOURCE, AppSettings, SheetSettings
from zi_metrics.sources.daily import DailySnapshots
from zi_metrics.sources.key_file import read_key_file
from zi_metrics.sources.live import LiveSheet
from zi_metrics.sources.reading import snapshot_of
from zi_metrics.store_uri import StoreRoot
from zi_metrics.tables.snapshot import Snapshot

if TYPE_CHECKING:
    from zi_metrics.sources.google_sheet import GoogleSheet

_one_at_a_time = Lock()
"""Held while a follower is made: two of them would each ask the sheet."""
_followed: dict[tuple[SheetSettings, StoreRoot, int], LiveSheet] = {}
"""The one that is followed now."""


def live_sheet(settings: AppSettings) -> LiveSheet:
    """The follower of the configured sheet, not yet started when it is new.

    Makes no request. Raises SheetNotConfigured when there is no address, or no key, or one of them
    is not usable.
    """
    if settings.sheet is None:
        raise SheetNotConfigured(**text.no_address())
    with _one_at_a_time:
        asked = settings.sheet, settings.snapshot_dir, settings.keep_days
        if asked not in _followed:
            fresh = _follower(*asked)
            for other in _followed.values():
                other.stop()  # the settings have changed: nobody watches it any more
            _followed.clear()
            _followed[asked] = fresh
        return _followed[asked]


def read_now(settings: AppSettings, clock: Callable[[], datetime]) -> Snapshot:
    """What the configured sheet holds at this moment, by itself.

    Nothing is kept, and nothing read earlier stands in for what cannot be read. Raises
    SheetUnavailable.
    """
    if settings.sheet is None:
        raise SheetNotConfigured(**text.no_address())
    google = _google(settings.sheet)
    return snapshot_of(google.read(), SHEET_SOURCE, clock(), unit_id=google.identifier)


def _follower(sheet: SheetSettings, snapshot_dir: StoreRoot, keep_days: int) -> LiveSheet:
    google = _google(sheet)
    return LiveSheet(
        google,
        DailySnapshots(snapshot_dir, google.identifier, keep_days),
        clock=lambda: datetime.now(UTC),
        interval=timedelta(seconds=sheet.interval_seconds),
    )


def _google(sheet: SheetSettings) -> GoogleSheet:
    # imported here: gspread is slow to import, and most sources do without it
    from zi_metrics.sources.google_sheet import GoogleSheet, SheetAccess

    return GoogleSheet(SheetAccess(sheet.address, _key(sheet), sheet.emulator))


def _key(sheet: SheetSettings) -> Mapping[str, Any]:
    is_in_file = sheet.key is None or sheet.emulator is not None  # no emulator sees the secrets
    if sheet.key_file is not None and is_in_file:
        return read_key_file(sheet.key_file)
    if sheet.key is None:
        raise SheetNotConfigured(**text.no_credentials())
    return sheet.key
