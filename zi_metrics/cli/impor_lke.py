"""`impor-lke`: an LKE workbook that is filled in, brought over into the template."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from zi_metrics.cli import options
from zi_metrics.cli.reading import give_up
from zi_metrics.errors import ReaderError
from zi_metrics.labels import cli as text
from zi_metrics.labels import lke_import as lke_text
from zi_metrics.periods import JAKARTA
from zi_metrics.sources.resolve import utc_now

INCOMPLETE = 1
"""Exit status when something was not matched, or an answer is wrong or doubtful."""


@click.command("impor-lke", help=text.IMPOR_LKE, options_metavar=text.OPTIONS)
@click.argument("source", type=Path, metavar=text.LKE_VALUE)
@click.option(
    "--keluar", "path", type=Path, required=True, metavar=text.XLSX_VALUE, help=text.KELUAR_LKE
)
@click.option("--tahun", "year", metavar=text.YEAR_VALUE, callback=options.year, help=text.TAHUN)
@click.option("--timpa", "may_replace", is_flag=True, help=text.TIMPA)
@options.in_json
def command(source: Path, path: Path, year: int | None, may_replace: bool, as_json: bool) -> None:
    """Bring an LKE workbook over into the template."""
    # imported here: openpyxl is slow to import, and most commands do without it
    from zi_metrics.template.delivery import to_file
    from zi_metrics.template.imported import import_lke
    from zi_metrics.template.lke_compared.report_json import import_json
    from zi_metrics.template.lke_compared.report_text import import_text

    year = year or utc_now().astimezone(JAKARTA).year
    try:
        told = import_lke(source, year)
        if is_same_file(source, path):
            raise ReaderError(**lke_text.same_file(str(path)))
        to_file(told.tabs, path, may_replace=may_replace)
    except ReaderError as fault:
        give_up(fault)
    written = lke_text.written_to(str(path), year)
    if as_json:
        click.echo(json.dumps(import_json(told), ensure_ascii=False, indent=2))
    else:
        click.echo(f"{import_text(told)}\n{written}")
    if not told.is_clean:
        sys.exit(INCOMPLETE)


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two names lead to the same file, by links too."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # the other is not there yet, or is no name of a file
        return False
