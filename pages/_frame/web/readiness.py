"""Whether the dashboard has something to show: for a monitor, and so nothing of the data itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from pages._frame.configured import app_settings
from zi_metrics.errors import ReaderError
from zi_metrics.settings import DEFAULT_SOURCE, SHEET_SOURCE, AppSettings
from zi_metrics.sources.follow import live_sheet
from zi_metrics.sources.live_state import LiveState
from zi_metrics.sources.resolve import NAMED_SOURCES, WORKBOOK_SUFFIX, open_source

LOOK_AGAIN_SECONDS = 30
FILE, FOLDER = "berkas", "folder"


@dataclass(frozen=True)
class Readiness:
    """is_ready: whether a page has data to show; kind: of the source, never its name.

    sheet: of a followed sheet, what else a monitor may want to know.
    """

    is_ready: bool
    kind: str | None
    sheet: dict[str, bool | int | None] = field(default_factory=dict)


def readiness(now: datetime) -> Readiness:
    """Whether there is data to show. Asks nobody: of a store it is looked up twice a minute."""
    try:
        settings = app_settings()
    except ReaderError:
        return Readiness(False, None)
    name = settings.source or DEFAULT_SOURCE
    kind = kind_of(name)
    if settings.access is not None and settings.access.faults:
        return Readiness(False, kind)  # closed to everybody until they are mended
    if kind == SHEET_SOURCE:
        return _of_sheet(settings, now)
    return Readiness(_is_there(name, settings, int(now.timestamp()) // LOOK_AGAIN_SECONDS), kind)


def kind_of(name: str) -> str:
    """What sort of source a name is; a path is not told."""
    if name in NAMED_SOURCES:
        return name
    return FILE if Path(name).suffix.casefold() == WORKBOOK_SUFFIX else FOLDER


@lru_cache(maxsize=1)
def _is_there(name: str, settings: AppSettings, turn: int) -> bool:
    del turn  # only a part of the key: looked up anew when it changes
    try:
        open_source(name, settings)
    except ReaderError:
        return False
    return True


def _of_sheet(settings: AppSettings, now: datetime) -> Readiness:
    try:
        live = live_sheet(settings)
    except ReaderError:
        return Readiness(False, SHEET_SOURCE)
    live.start()
    state = live.state
    return Readiness(state.snapshot is not None, SHEET_SOURCE, _states(state, now))


def _states(state: LiveState, now: datetime) -> dict[str, bool | int | None]:
    age = None if state.good_at is None else max(0, int((now - state.good_at).total_seconds()))
    return {
        "terbaca": state.fault is None and state.checked_at is not None and not state.is_from_disk,
        "tertahan": state.held_back is not None,
        "tersimpan": state.unsaved is None,
        "umur_detik": age,
    }
