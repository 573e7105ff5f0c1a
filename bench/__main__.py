"""`python -m bench PART`: measure, print a table, and write the values as JSON.

`python -m bench tables FILE`: the same tables again, as Markdown, from such a file.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from bench import browser, figures, gap, pack, refresh, server, tables
from bench.apps import ROOT
from bench.machine import machine
from bench.record import PLAINEST, Measured, Report, read, told
from bench.work import LEAST_ROUNDS, Work, work_of

PARTS: dict[str, Callable[[Work], list[Measured]]] = {
    "browser": browser.measured,
    "server": server.measured,
    "refresh": refresh.measured,
    "figures": figures.measured,
    "pack": pack.measured,
    "gap": gap.measured,
}
BESIDE_PEERS = ("browser", "server")
A_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
def main() -> None:
    """How fast the dashboard is, beside peers in the same run."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that its servers end with it


def measure(parts: tuple[str, ...], rounds: int, json: Path | None, before: Path | None) -> None:
    """Every part in turn; what was measured so far is in the file even if a later part fails."""
    place, found = machine(ROOT, before, rounds), []
    with work_of(rounds, before) as work:
        for part in parts:
            of_part = PARTS[part](work)
            told(of_part, work.names if part in BESIDE_PEERS else [work.names[0], PLAINEST])
            found += of_part
            if json is not None:
                Report(place, tuple(found)).write(json)
    if rounds < LEAST_ROUNDS:
        print(
            f"\nOnly {rounds} of the {LEAST_ROUNDS} rounds a median needs: a try, no measurement."
        )


def _command(name: str, parts: tuple[str, ...], help_text: str) -> click.Command:
    options: list[click.Parameter] = [
        click.Option(["--rounds"], default=LEAST_ROUNDS, show_default=True, type=click.IntRange(1)),
        click.Option(["--json"], type=A_FILE, help="Write all values to this file."),
        click.Option(
            ["--before"],
            type=click.Path(exists=True, file_okay=False, path_type=Path, resolve_path=True),
            help="Another checkout of the dashboard, measured in the same rounds.",
        ),
    ]
    return click.Command(name, callback=partial(measure, parts), params=options, help=help_text)


for each in PARTS:
    main.add_command(_command(each, (each,), f"Only the part {each}."))
main.add_command(_command("all", tuple(PARTS), "Everything."))


@main.command("tables")
@click.argument("report", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", type=A_FILE, help="Put them between the marks of this document.")
def as_tables(report: Path, into: Path | None) -> None:
    """The tables of a report as Markdown."""
    if into is None:
        click.echo(tables.markdown(read(report)))
    else:
        tables.put_into(into, read(report))


if __name__ == "__main__":
    main()
