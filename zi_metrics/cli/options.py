"""Options that several commands have, and values that click cannot explain in Indonesian."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from zi_metrics.labels import cli as text
from zi_metrics.periods import FIRST_YEAR, LAST_YEAR


def day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """The date an option's text names."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError as cause:
        raise click.BadParameter(text.not_a_date(value)) from cause


def year(_context: click.Context, _option: click.Parameter, value: str | None) -> int | None:
    """The year an option's text names."""
    if value is None:
        return None
    if value.isdecimal() and FIRST_YEAR <= int(value) <= LAST_YEAR:
        return int(value)
    raise click.BadParameter(text.not_a_year(value, FIRST_YEAR, LAST_YEAR))


def folder(_context: click.Context, _option: click.Parameter, value: str) -> Path:
    """The folder an option names; a blank one would be the folder one happens to be in."""
    if not value.strip():
        raise click.BadParameter(text.FOLDER_BLANK)
    return Path(value)


of_source = click.option(
    "--sumber", "source", required=True, metavar=text.SOURCE_VALUE, help=text.SUMBER
)
as_of_day = click.option("--per", "as_of", metavar=text.DATE_VALUE, callback=day, help=text.PER)
in_json = click.option("--json", "as_json", is_flag=True, help=text.JSON)
