"""`templat`: the workbook coordinators start from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypedDict, Unpack

import click

from zi_metrics.cli import options
from zi_metrics.cli.reading import give_up
from zi_metrics.errors import ReaderError
from zi_metrics.labels import cli as text
from zi_metrics.periods import JAKARTA
from zi_metrics.settings import EMULATOR_VARIABLE
from zi_metrics.sources.resolve import utc_now


class _Options(TypedDict):
    """What `templat` was asked for; click hands over one argument per option."""

    path: Path | None
    address: str | None
    key_path: Path | None
    year: int | None
    is_blank: bool
    may_replace: bool


@click.command("templat", help=text.TEMPLAT, options_metavar=text.OPTIONS)
@click.option("--keluar", "path", type=Path, metavar=text.XLSX_VALUE, help=text.KELUAR)
@click.option("--ke-sheet", "address", metavar=text.ADDRESS_VALUE, help=text.KE_SHEET)
@click.option(
    "--kredensial-tulis", "key_path", type=Path, metavar=text.KEY_VALUE, help=text.KREDENSIAL_TULIS
)
@click.option("--tahun", "year", metavar=text.YEAR_VALUE, callback=options.year, help=text.TAHUN)
@click.option("--kosong", "is_blank", is_flag=True, help=text.KOSONG)
@click.option("--timpa", "may_replace", is_flag=True, help=text.TIMPA)
def command(**asked: Unpack[_Options]) -> None:
    """Write the workbook coordinators start from."""
    # imported here: openpyxl and gspread are slow to import, and most commands do without them
    from zi_metrics.sources.google_sheet import SheetAccess
    from zi_metrics.sources.key_file import read_key_file
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
            to_sheet(tabs, SheetAccess(address, read_key_file(key_path), host))
        else:
            raise click.UsageError(text.KEY_MISSING if address and not path else text.ONE_PLACE)
    except ReaderError as fault:
        give_up(fault)
    click.echo(
        text.template_written(str(address or path), [(t.title, len(t.rows)) for t in tabs[1:]])
    )
