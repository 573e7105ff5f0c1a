"""The command line: `python -m zi_metrics ...`."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

import click

from zi_metrics.errors import ReaderError
from zi_metrics.labels import cli as text
from zi_metrics.labels import live as live_text
from zi_metrics.labels.numbers import JAKARTA, clock
from zi_metrics.periods import FIRST_YEAR, LAST_YEAR
from zi_metrics.report.summary_json import summary_json
from zi_metrics.report.summary_text import summary_text
from zi_metrics.settings import EMULATOR_VARIABLE, SHEET_SOURCE, AppSettings, read_secrets
from zi_metrics.sources.follow import live_sheet
from zi_metrics.sources.resolve import Source, open_source, utc_now
from zi_metrics.sources.store import SnapshotStore
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.snapshot import Snapshot

UNREADABLE = 2


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """The date an option's text names; click's own date type cannot say it in Indonesian."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError as cause:
        raise click.BadParameter(text.not_a_date(value)) from cause


def _year(_context: click.Context, _option: click.Parameter, value: str | None) -> int | None:
    """The year an option's text names."""
    if value is None:
        return None
    if value.isdecimal() and FIRST_YEAR <= int(value) <= LAST_YEAR:
        return int(value)
    raise click.BadParameter(text.not_a_year(value, FIRST_YEAR, LAST_YEAR))


@click.group(
    help=text.PROGRAM,
    options_metavar=text.OPTIONS,
    subcommand_metavar=text.COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
def main() -> None:
    """Entry point of `python -m zi_metrics`."""


@main.command(help=text.RINGKAS, options_metavar=text.OPTIONS)
@click.option("--sumber", "source", required=True, metavar=text.SOURCE_VALUE, help=text.SUMBER)
@click.option("--per", "as_of", metavar=text.DATE_VALUE, callback=_day, help=text.PER)
@click.option("--json", "as_json", is_flag=True, help=text.JSON)
def ringkas(source: str, as_of: date | None, as_json: bool) -> None:
    """Print the headline figures of a source."""
    snapshot = _read(source, as_of)
    if as_json:
        click.echo(json.dumps(summary_json(snapshot, as_of), ensure_ascii=False, indent=2))
    else:
        click.echo(summary_text(snapshot, as_of), nl=False)


@main.command(help=text.POTRET)
@click.option("--sumber", "source", required=True, help=text.SUMBER)
def potret(source: str) -> None:
    """Keep a snapshot of a source in the store."""
    snapshot = _read(source, None)
    store = SnapshotStore(_settings().snapshot_dir)
    try:
        identifier = store.write(snapshot, pinned=True)
    except ReaderError as fault:
        click.echo(f"{fault}", err=True)
        sys.exit(UNREADABLE)
    click.echo(text.stored(identifier, str(store.root)))


class _TemplateOptions(TypedDict):
    """What `templat` was asked for; click hands over one argument per option."""

    path: Path | None
    address: str | None
    key_path: Path | None
    year: int | None
    is_blank: bool
    may_replace: bool


@main.command(help=text.TEMPLAT, options_metavar=text.OPTIONS)
@click.option("--keluar", "path", type=Path, metavar=text.XLSX_VALUE, help=text.KELUAR)
@click.option("--ke-sheet", "address", metavar=text.ADDRESS_VALUE, help=text.KE_SHEET)
@click.option(
    "--kredensial-tulis", "key_path", type=Path, metavar=text.KEY_VALUE, help=text.KREDENSIAL_TULIS
)
@click.option("--tahun", "year", metavar=text.YEAR_VALUE, callback=_year, help=text.TAHUN)
@click.option("--kosong", "is_blank", is_flag=True, help=text.KOSONG)
@click.option("--timpa", "may_replace", is_flag=True, help=text.TIMPA)
def templat(**asked: Unpack[_TemplateOptions]) -> None:
    """Write the workbook coordinators start from."""
    # imported here: openpyxl and gspread are slow to import, and most commands do without them
    from zi_metrics.sources.google_sheet import SheetAccess
    from zi_metrics.sources.google_write import read_key
    from zi_metrics.template.delivery import to_file, to_sheet
    from zi_metrics.template.plan import template

    path, address, key_path = asked["path"], asked["address"], asked["key_path"]
    year = asked["year"] or utc_now().astimezone(JAKARTA).year
    tabs = template(year, has_evidence=not asked["is_blank"])
    try:
        if path and not address:
            to_file(tabs, path, may_replace=asked["may_replace"])
        elif address and key_path and not path:
            host = os.environ.get(EMULATOR_VARIABLE, "").strip() or None
            to_sheet(tabs, SheetAccess(address, read_key(key_path), host))
        else:
            raise click.UsageError(text.KEY_MISSING if address and not path else text.ONE_PLACE)
    except ReaderError as fault:
        click.echo(f"{fault}", err=True)
        sys.exit(UNREADABLE)
    click.echo(
        text.template_written(str(address or path), [(t.title, len(t.rows)) for t in tabs[1:]])
    )


def _read(source: str, day: date | None) -> Snapshot:
    """The snapshot asked for; what does not count in it goes to standard error."""
    try:
        snapshot = _opened(source).newest(day)
    except ReaderError as fault:
        click.echo(f"{fault}", err=True)
        sys.exit(UNREADABLE)
    if day and snapshot.as_of != day:
        click.echo(text.dated_otherwise(snapshot.as_of, day), err=True)
    for problem in snapshot.problems:
        if problem.severity is not Severity.ADVICE:
            click.echo(f"{problem.severity}: {problem.sentence}", err=True)
    return snapshot


def _opened(source: str) -> Source:
    """The source asked for; a sheet is read once now, and what stands in its way is said."""
    settings = _settings()
    if source == SHEET_SOURCE:
        state = live_sheet(settings).refresh()
        if state.fault is not None and state.snapshot is not None:
            click.echo(f"{state.fault}", err=True)
        if state.snapshot is not None and not state.is_current:
            click.echo(live_text.last_good(clock(state.snapshot.provenance.read_at)), err=True)
        for lost in state.losses:
            click.echo(lost, err=True)
    return open_source(source, settings)


def _settings() -> AppSettings:
    return AppSettings.from_environment(os.environ, read_secrets())
