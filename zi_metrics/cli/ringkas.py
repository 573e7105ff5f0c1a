"""`ringkas`: the headline figures of a source."""

from __future__ import annotations

import json
from datetime import date

import click

from zi_metrics.cli import options
from zi_metrics.cli.reading import snapshot_to_tell
from zi_metrics.labels import cli as text
from zi_metrics.report.summary_json import summary_json
from zi_metrics.report.summary_text import summary_text


@click.command("ringkas", help=text.RINGKAS, options_metavar=text.OPTIONS)
@options.of_source
@options.as_of_day
@options.in_json
def command(source: str, as_of: date | None, as_json: bool) -> None:
    """Print the headline figures of a source."""
    snapshot = snapshot_to_tell(source, as_of)
    if as_json:
        click.echo(json.dumps(summary_json(snapshot, as_of), ensure_ascii=False, indent=2))
    else:
        click.echo(summary_text(snapshot, as_of), nl=False)
