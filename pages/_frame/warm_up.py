"""What is worth loading before the first visitor comes."""

from __future__ import annotations

import logging
from importlib import import_module
from threading import Thread

from pages import ENTRIES, ringkasan
from pages._frame import configured, data, figures
from pages._frame.static_files import BEST, asked_by_everybody
from pages._frame.web.readiness import kind_of
from zi_metrics import __version__
from zi_metrics.errors import AccessRefused, ReaderError
from zi_metrics.metrics.gap_program import solver
from zi_metrics.settings import DEFAULT_SOURCE, SHEET_SOURCE, AppSettings
from zi_metrics.sources.follow import live_sheet

log = logging.getLogger("zi")


def import_pages() -> None:
    """Import every page, and with them pandas, Plotly and pyarrow; and the solver of the way."""
    for module in {entry.module for entry in ENTRIES}:
        import_module(module)
    solver()


def follow_sheet() -> None:
    """Begin to read the configured sheet; what stands in the way is said on every page."""
    try:
        settings = configured.app_settings()
        log.info("started", extra={"fields": _what_starts(settings)})
        if settings.source == SHEET_SOURCE:
            live_sheet(settings).start()
    except ReaderError as fault:
        log.warning("sheet not followed", extra={"fields": {"kind": type(fault).__name__}})


def draw_ahead() -> Thread:
    """What the first visitor will ask for, made beside everything else, so that nothing waits."""
    thread = Thread(target=_ahead, name="draw-ahead", daemon=True)
    thread.start()
    return thread


def _ahead() -> None:
    for file in asked_by_everybody():
        file.compressed(BEST)
    try:
        for picture in ringkasan.pictures(data.prepare()):
            figures.prepare(picture)
    except (AccessRefused, ReaderError) as fault:  # said on every page
        log.info("nothing to draw ahead", extra={"fields": {"kind": type(fault).__name__}})


def _what_starts(settings: AppSettings) -> dict[str, object]:
    """What a log should say of the program once, so that its other lines can be understood."""
    return {
        "version": __version__,
        "source": kind_of(settings.source or DEFAULT_SOURCE),
        "sign_in": settings.access is not None,
    }
