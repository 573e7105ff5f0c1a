"""The command line: `python -m zi_metrics ...`, one module per command."""

from __future__ import annotations

import click

from zi_metrics.cli import impor_lke, laporan, periksa, potret, ringkas, templat
from zi_metrics.labels import cli as text


@click.group(
    help=text.PROGRAM,
    options_metavar=text.OPTIONS,
    subcommand_metavar=text.COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
def main() -> None:
    """Entry point of `python -m zi_metrics`."""


for each in (ringkas, periksa, laporan, potret, templat, impor_lke):
    main.add_command(each.command)
