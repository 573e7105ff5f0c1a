"""`periksa`: what is wrong with the data of a source, and how badly."""

from __future__ import annotations

import json
import sys
from datetime import date

import click

from zi_metrics.cli import options
from zi_metrics.cli.reading import snapshot_to_check
from zi_metrics.labels import cli as text
from zi_metrics.metrics.data_quality import findings
from zi_metrics.report.quality_json import quality_json
from zi_metrics.report.quality_text import quality_text
from zi_metrics.tables.problems import Severity

FOUND = 1
"""Exit status when there is any *galat* or *peringatan*; *saran* alone is clean."""


@click.command("periksa", help=text.PERIKSA, options_metavar=text.OPTIONS)
@options.of_source
@options.as_of_day
@options.in_json
def command(source: str, as_of: date | None, as_json: bool) -> None:
    """Print every finding about the data of a source."""
    snapshot = snapshot_to_check(source, as_of)
    found = findings(snapshot)
    if as_json:
        click.echo(json.dumps(quality_json(snapshot, found), ensure_ascii=False, indent=2))
    else:
        click.echo(quality_text(snapshot, found), nl=False)
    if any(each.severity is not Severity.ADVICE for each in found):
        sys.exit(FOUND)
