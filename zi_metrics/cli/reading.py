"""From the name of a source to the snapshot a command answers from."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import NoReturn

import click

from zi_metrics.errors import ReaderError, SnapshotNotFound
from zi_metrics.labels import cli as text
from zi_metrics.labels import live as live_text
from zi_metrics.labels import messages
from zi_metrics.labels.numbers import clock
from zi_metrics.metrics.trend import TrendPoint, history, trend_point
from zi_metrics.report.meeting import Meeting, meeting
from zi_metrics.settings import SHEET_SOURCE, AppSettings, read_secrets
from zi_metrics.sources.follow import live_sheet, read_now
from zi_metrics.sources.freeze import frozen_source
from zi_metrics.sources.resolve import Source, open_source, utc_now
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.snapshot import Snapshot, dated

UNREADABLE = 2
"""Exit status when the source cannot be read, or something cannot be written."""


def app_settings() -> AppSettings:
    """The program's settings; for commands this is the one place that reads the environment."""
    return AppSettings.from_environment(os.environ, read_secrets())


def give_up(fault: ReaderError) -> NoReturn:
    """Say what a person can mend, and end."""
    click.echo(f"{fault}", err=True)
    sys.exit(UNREADABLE)


def snapshot_to_tell(source: str, day: date | None, *, must_be_current: bool = False) -> Snapshot:
    """The snapshot figures are told from; what does not count in it goes to standard error.

    must_be_current: whether last good data of a sheet may not stand in for what it holds now.
    """
    try:
        opened = _opened(source)
        snapshot = opened.newest(day)
    except ReaderError as fault:
        give_up(fault)
    if must_be_current and opened.live is not None and not opened.live.state.is_current:
        sys.exit(UNREADABLE)  # why stands on standard error already
    _say_what_is_told(snapshot, day)
    return snapshot


def meeting_to_tell(
    source: str, day: date | None, identifier: str | None, *, shows_names: bool
) -> Meeting:
    """The meeting of a source's snapshot; what does not count in it goes to standard error.

    day: it is told for this one, which is none before the first of several snapshots; identifier:
    of a pinned snapshot, which is told for its own day.
    """
    try:
        if identifier is None:
            opened = _opened(source)
        else:
            opened = frozen_source(identifier, source, app_settings())
        if day is not None and day < opened.dates[0] < opened.dates[-1]:
            raise SnapshotNotFound(**messages.no_snapshot(source, day))
        snapshot = opened.newest(day)
        _say_what_is_told(snapshot, day)
        told = snapshot if day is None else dated(snapshot, day)
        return meeting_of(opened, told, shows_names=shows_names)
    except ReaderError as fault:
        give_up(fault)


def _say_what_is_told(snapshot: Snapshot, day: date | None) -> None:
    _say_other_date(snapshot, day)
    for problem in snapshot.problems:
        if problem.severity is not Severity.ADVICE:
            click.echo(f"{problem.severity}: {problem.sentence}", err=True)


def meeting_of(opened: Source, snapshot: Snapshot, *, shows_names: bool) -> Meeting:
    """A snapshot of a source as a meeting sees it, with what led up to it."""
    as_of = snapshot.as_of

    def point_on(day: date) -> TrendPoint:
        return trend_point(snapshot if day == as_of else opened.newest(day))

    led_here = history(snapshot, [*(d for d in opened.dates if d < as_of), as_of], point_on)
    earlier = None if led_here.before is None else opened.newest(led_here.before.as_of)
    return meeting(snapshot, earlier, led_here.course, shows_names=shows_names)


def snapshot_to_check(source: str, day: date | None) -> Snapshot:
    """The snapshot whose data is checked, told for `day`.

    A sheet is read now, and by itself: what was read before would hide what is wrong today. Only
    for an earlier day is it what was kept of that day.
    """
    try:
        settings = app_settings()
        opened = open_source(source, settings)
        is_past = day is not None and max(day, opened.dates[0]) < opened.dates[-1]
        if opened.live is not None and not is_past:
            snapshot = read_now(settings, utc_now)
        else:
            snapshot = opened.newest(day)
    except ReaderError as fault:
        give_up(fault)
    _say_other_date(snapshot, day)
    return snapshot if day is None else dated(snapshot, day)


def _say_other_date(snapshot: Snapshot, day: date | None) -> None:
    if day and snapshot.as_of != day:
        click.echo(text.dated_otherwise(snapshot.as_of, day), err=True)


def _opened(source: str) -> Source:
    """The source asked for; a sheet is read once now, and what stands in its way is said."""
    settings = app_settings()
    if source == SHEET_SOURCE:
        state = live_sheet(settings).refresh()
        if state.fault is not None and state.snapshot is not None:
            click.echo(f"{state.fault}", err=True)
        if state.snapshot is not None and not state.is_current:
            click.echo(live_text.last_good(clock(state.snapshot.provenance.read_at)), err=True)
        for lost in state.losses:
            click.echo(lost, err=True)
    return open_source(source, settings)
