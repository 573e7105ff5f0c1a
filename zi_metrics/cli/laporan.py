"""`laporan`: the meeting pack of a source, as files in a folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

import click

from zi_metrics.cli import options
from zi_metrics.cli.reading import give_up, meeting_to_tell
from zi_metrics.errors import ReaderError
from zi_metrics.labels import cli as text
from zi_metrics.labels import disk
from zi_metrics.labels import pack as pack_text
from zi_metrics.sources.files import replace_file

MEMO_SUFFIX = ".txt"


class _Options(TypedDict):
    """What `laporan` was asked for; click hands over one argument per option."""

    source: str
    folder: Path
    as_of: date | None
    identifier: str | None
    shows_names: bool
    may_replace: bool


@click.command("laporan", help=text.LAPORAN, options_metavar=text.OPTIONS)
@options.of_source
@click.option(
    "--keluar",
    "folder",
    required=True,
    callback=options.folder,
    metavar=text.FOLDER_VALUE,
    help=text.FOLDER_LAPORAN,
)
@options.as_of_day
@click.option("--potret", "identifier", metavar=text.SNAPSHOT_VALUE, help=text.POTRET_TERKUNCI)
@click.option("--dengan-nama", "shows_names", is_flag=True, help=text.DENGAN_NAMA)
@click.option("--timpa", "may_replace", is_flag=True, help=text.TIMPA_LAPORAN)
def command(**asked: Unpack[_Options]) -> None:
    """Write the meeting pack of a source."""
    # imported here: the libraries of the files are slow to import, and other commands need none
    from zi_metrics.report.pack import pack_of

    if asked["as_of"] is not None and asked["identifier"] is not None:
        raise click.UsageError(text.ONE_DAY)
    meeting = meeting_to_tell(
        asked["source"], asked["as_of"], asked["identifier"], shows_names=asked["shows_names"]
    )
    pack = pack_of(meeting)
    files = pack.files()
    try:
        removed = write_all(
            files, asked["folder"], may_replace=asked["may_replace"], memo_start=pack.memo_start
        )
    except ReaderError as fault:
        give_up(fault)
    click.echo(pack_text.written(str(asked["folder"]), files, removed))


def write_all(
    files: Mapping[str, bytes], folder: Path, *, may_replace: bool = False, memo_start: str = ""
) -> int:
    """Write files into a folder, which is made where there is none.

    With may_replace, memos of an earlier pack (memo_start: of their names) go first: those with
    names would stay beside a pack without. Returns how many went. Raises ReaderError before
    anything is written when a file is there already (unless may_replace), and when the folder
    does not take them.
    """
    paths = {folder / name: content for name, content in files.items()}
    try:
        there = [name for name, path in zip(files, paths, strict=True) if path.exists()]
        if there and not may_replace:
            raise ReaderError(**pack_text.files_exist(str(folder), there))
        removed = _sweep(paths, folder / memo_start) if may_replace and memo_start else 0
        for path, content in paths.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, content)
    except OSError as cause:
        raise ReaderError(**pack_text.not_written(str(folder), disk.reason(cause))) from cause
    except ValueError as cause:  # no name of a folder at all
        raise ReaderError(**pack_text.not_written(str(folder), pack_text.NO_FOLDER)) from cause
    return removed


def _sweep(paths: Iterable[Path], start: Path) -> int:
    """Delete the texts whose names start so and that are none of these paths; returns how many.

    Links and folders of such names stay.
    """
    # some file systems keep the case of a name and yet take both for the same file
    own = {path.name.casefold() for path in paths if path.parent == start.parent}
    left = [
        path
        for path in (start.parent.iterdir() if start.parent.is_dir() else ())
        if path.name.startswith(start.name)
        and path.suffix == MEMO_SUFFIX
        and path.name.casefold() not in own
        and path.is_file()
        and not path.is_symlink()
    ]
    for path in left:
        path.unlink()
    return len(left)
