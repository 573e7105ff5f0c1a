"""`potret`: a snapshot of a source, kept on purpose."""

from __future__ import annotations

import click

from zi_metrics.cli import options
from zi_metrics.cli.reading import app_settings, give_up, snapshot_to_tell
from zi_metrics.errors import ReaderError
from zi_metrics.labels import cli as text
from zi_metrics.sources.store import SnapshotStore


@click.command("potret", help=text.POTRET, options_metavar=text.OPTIONS)
@options.of_source
def command(source: str) -> None:
    """Keep a snapshot of a source in the store."""
    snapshot = snapshot_to_tell(source, None, must_be_current=True)
    store = SnapshotStore(app_settings().snapshot_dir)
    try:
        identifier = store.write(snapshot, pinned=True)
    except ReaderError as fault:
        give_up(fault)
    click.echo(text.stored(identifier, str(store.root)))
