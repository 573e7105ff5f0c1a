"""The command line: `python -m zi_metrics ...`."""

from __future__ import annotations

import json
import os
import sys
from datetime import date

import click

from zi_metrics.errors import ReaderError
from zi_metrics.labels import cli as text
from zi_metrics.report.summary_json import summary_json
from zi_metrics.report.summary_text import summary_text
from zi_metrics.settings import AppSettings
from zi_metrics.sources.resolve import open_source
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
    store = SnapshotStore(AppSettings.from_environment(os.environ).snapshot_dir)
    try:
        identifier = store.write(snapshot)
    except ReaderError as fault:
        click.echo(f"{fault}", err=True)
        sys.exit(UNREADABLE)
    click.echo(text.stored(identifier, str(store.root)))


def _read(source: str, day: date | None) -> Snapshot:
    """The snapshot asked for; what does not count in it goes to standard error."""
    settings = AppSettings.from_environment(os.environ)
    try:
        snapshot = open_source(source, settings.snapshot_dir).newest(day)
    except ReaderError as fault:
        click.echo(f"{fault}", err=True)
        sys.exit(UNREADABLE)
    if day and snapshot.as_of != day:
        click.echo(text.dated_otherwise(snapshot.as_of, day), err=True)
    for problem in snapshot.problems:
        if problem.severity is not Severity.ADVICE:
            click.echo(f"{problem.severity}: {problem.sentence}", err=True)
    return snapshot
