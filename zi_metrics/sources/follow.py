"""The Google Sheet that the settings name: one follower for the whole process."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from zi_metrics.errors import SheetNotConfigured
from zi_metrics.labels import sheet_messages as text
from zi_metrics.settings import AppSettings, SheetSettings
from zi_metrics.sources.daily import DailySnapshots
from zi_metrics.sources.live import LiveSheet


def live_sheet(settings: AppSettings) -> LiveSheet:
    """The follower of the configured sheet, not yet started when it is new.

    Makes no request. Raises SheetNotConfigured when there is no address, or no key, or one of them
    is not usable.
    """
    if settings.sheet is None:
        raise SheetNotConfigured(**text.no_address())
    return _follower(settings.sheet, settings.snapshot_dir, settings.keep_days)


@lru_cache(maxsize=4)
def _follower(sheet: SheetSettings, snapshot_dir: Path, keep_days: int) -> LiveSheet:
    # imported here: gspread is slow to import, and most sources do without it
    from zi_metrics.sources.google_sheet import GoogleSheet, SheetAccess

    google = GoogleSheet(SheetAccess(sheet.address, _key(sheet), sheet.emulator))
    return LiveSheet(
        google,
        DailySnapshots(snapshot_dir, google.identifier, keep_days),
        clock=lambda: datetime.now(UTC),
        interval=timedelta(seconds=sheet.interval_seconds),
    )


def _key(sheet: SheetSettings) -> Mapping[str, Any]:
    if sheet.key is not None:
        return sheet.key
    if sheet.key_file is None:
        raise SheetNotConfigured(**text.no_credentials())
    return read_key_file(sheet.key_file)


def read_key_file(path: Path) -> Mapping[str, Any]:
    """The key of a service account as Google hands it out; raises SheetNotConfigured."""
    try:
        key = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        # without its cause: that may quote the key
        raise SheetNotConfigured(**text.credentials_unreadable(str(path))) from None
    if not isinstance(key, dict):
        raise SheetNotConfigured(**text.credentials_unreadable(str(path)))
    return key
