"""The command line: `python -m zi_metrics ...`."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime

import click

from zi_metrics.errors import ReaderError
from zi_metrics.labels import cli as text
from zi_metrics.report.summary_json import summary_json
from zi_metrics.report.summary_text import summary_text
from zi_metrics.sources.resolve import open_source
from zi_metrics.tables.problems import Severity
from zi_metrics.tables.snapshot import Snapshot

UNREADABLE = 2


@click.group(help=text.PROGRAM, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Entry point of `python -m zi_metrics`."""


@main.command(help=text.RINGKAS)
@click.option("--sumber", "source", required=True, help=text.SUMBER)
@click.option("--per", "as_of", type=click.DateTime(["%Y-%m-%d"]), help=text.PER)
@click.option("--json", "as_json", is_flag=True, help=text.JSON)
def ringkas(source: str, as_of: datetime | None, as_json: bool) -> None:
    """Print the headline figures of a source."""
    day = as_of.date() if as_of else None
    snapshot = _read(source, day)
    if as_json:
        click.echo(json.dumps(summary_json(snapshot, day), ensure_ascii=False, indent=2))
    else:
        click.echo(summary_text(snapshot, day), nl=False)


def _read(source: str, day: date | None) -> Snapshot:
    """The snapshot asked for; what does not count in it goes to standard error."""
    try:
        snapshot = open_source(source).newest(day)
    except ReaderError as fault:
        click.echo(f"{fault}", err=True)
        sys.exit(UNREADABLE)
    if day and snapshot.as_of != day:
        click.echo(text.dated_otherwise(snapshot.as_of, day), err=True)
    for problem in snapshot.problems:
        if problem.severity is not Severity.ADVICE:
            click.echo(f"{problem.severity}: {problem.sentence}", err=True)
    return snapshot
